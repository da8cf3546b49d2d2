"""Makes `names.tsv`, the names of all countries in the decks' languages: `python -m deck.lists.make_names`.

CLDR's names come from Babel; `variants.tsv`, which is kept by hand, has the United Nations' short names where they
differ, and what else people write. Run it after a change there, or for a newer CLDR.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from babel import Locale
from babel.core import get_global

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
# Codes of countries that are no more, which CLDR still knows by their heirs'.
_RETIRED = frozenset(["ZAR", "DDR", "FXX", "BUR", "TMP", "YMD", "QUU", "278", "280", "230", "249", "736", "720", "886"])
# A union, what is unknown, and what CLDR tries pseudo-locales with.
_NO_COUNTRY = frozenset({"EU", "ZZ", "XA", "XB"})


def lines() -> Iterator[str]:
    """A line a country: ISO 3166 alpha-2, alpha-3, number, and its names, the English one first."""
    variants = dict(_rows(FOLDER / "variants.tsv"))
    named = [Locale(language).territories for language in LANGUAGES]
    aliases = get_global("territory_aliases")
    for code in sorted(named[0]):
        others = [alias for alias, meant in aliases.items() if list(meant) == [code] and alias not in _RETIRED]
        three = [alias for alias in others if alias.isalpha() and len(alias) == 3]
        number = [alias for alias in others if alias.isdigit()]
        if len(code) != 2 or not three or not number or code in _NO_COUNTRY:
            continue
        names = [territories[code] for territories in named if code in territories]
        # What is written by hand comes first: its first name is the one that a list is given.
        everything = [*variants.get(code, "").split("|"), *names]
        yield "\t".join([code, three[0], number[0], "|".join(dict.fromkeys(filter(None, everything)))])


def heading() -> str:
    """What the table is made from: another version of CLDR, which comes with Babel, calls some countries otherwise."""
    return f"# Made by make_names.py from Babel {version('babel')}"


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, names = line.split("\t")
            yield code, names


if __name__ == "__main__":
    (FOLDER / "names.tsv").write_text("\n".join([heading(), *lines()]) + "\n", encoding="utf-8", newline="\n")
