"""Makes `names.tsv`, what countries are called: `python -m deck.lists.make_names`, with the extra `names` installed.

Short names are CLDR's (Babel) and the United Nations'; official and former ones are those of ISO 3166, in the
translations of iso-codes (pycountry); OpenCC writes Chinese in traditional characters. `variants.tsv`, which is kept by
hand, has the name that a list is given, and what else people write. Run it after a change there, or for newer sources.
"""

from __future__ import annotations

import gettext
import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import opencc
import pycountry
from babel import Locale
from babel.core import get_global

from deck.lists.country_names import LANGUAGES, folded

FOLDER = Path(__file__).parent
_UNITED_NATIONS = FOLDER.parent / "languages" / "tables" / "un-names.json"
_OTHER = "other"
# Further languages, whose names are read and never shown: of CLDR, and of iso-codes.
_CLDR = {**{language: language for language in LANGUAGES}, "zh_Hant": _OTHER, "zh_Hant_HK": _OTHER}
_CLDR |= dict.fromkeys(("de", "pt", "pt_PT"), _OTHER)
_ISO_CODES = {"fr": "fr", "es": "es", "ar": "ar", "zh_CN": "zh", "ru": "ru"}
_ISO_CODES |= dict.fromkeys(("zh_TW", "zh_HK", "de", "pt", "pt_BR"), _OTHER)
# Codes of countries that are no more, which CLDR still knows by their heirs'.
_RETIRED = frozenset(["ZAR", "DDR", "FXX", "BUR", "TMP", "YMD", "QUU", "278", "280", "230", "249", "736", "720", "886"])
# A union, what is unknown, and what CLDR tries pseudo-locales with.
_NO_COUNTRY = frozenset({"EU", "ZZ", "XA", "XB"})
# Countries of ISO 3166-3 that are called otherwise today; others there parted, or joined with another.
_RENAMED = ("AIDJ", "BUMM", "BYAA", "DYBJ", "HVBF", "NHVU", "RHZW", "TPTL", "ZRCD")

_Name = tuple[str, str, str]
"""A country's code, the language of a name (`other`: it is read and never shown), and the name."""


def lines() -> Iterator[str]:
    """A line a country: ISO 3166 alpha-2, alpha-3, number, and its names by language, the one it is given first."""
    codes = {code: numbers for code, *numbers in _codes()}
    found: dict[str, dict[str, list[str]]] = {code: {each: [] for each in (*LANGUAGES, _OTHER)} for code in codes}
    of: dict[str, set[str]] = {}
    by_hand = list(_by_hand())
    for code, language, name in (*by_hand, *_published()):
        # A name that is another country's in a better source is a slip of the lesser one, or is not its whole name.
        taken = of.setdefault(folded(name), set())
        if code not in codes or (taken and code not in taken and (code, language, name) not in by_hand):
            continue
        taken.add(code)
        if name not in found[code][language]:
            found[code][language].append(name)
    for code, numbers in codes.items():
        shown = {name for language in LANGUAGES for name in found[code][language]}
        found[code][_OTHER] = [name for name in found[code][_OTHER] if name not in shown]
        yield "\t".join([code, *numbers, *("|".join(names) for names in found[code].values())])


def heading() -> str:
    """What the table is made from: other versions call some countries otherwise."""
    sources = {"babel": "Babel", "pycountry": "pycountry", "opencc-python-reimplemented": "OpenCC"}
    made = ", ".join(f"{called} {version(package)}" for package, called in sources.items())
    return f"# Made by make_names.py from {made}: code, alpha-3, number, {', '.join((*LANGUAGES, _OTHER))}"


def _codes() -> Iterator[tuple[str, str, str]]:
    aliases = get_global("territory_aliases")
    for code in sorted(Locale("en").territories):
        others = [alias for alias, meant in aliases.items() if list(meant) == [code] and alias not in _RETIRED]
        three = [alias for alias in others if alias.isalpha() and len(alias) == 3]
        number = [alias for alias in others if alias.isdigit()]
        if len(code) == 2 and three and number and code not in _NO_COUNTRY:
            yield code, three[0], number[0]


def _by_hand() -> Iterator[_Name]:
    """The variants: in the language that is said before a colon, or else that of their script."""
    for line in (FOLDER / "variants.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, names = line.split("\t")
            for name in names.split("|"):
                said, colon, rest = name.partition(":")
                yield (code, said, rest) if colon else (code, _language(name), name)


def _language(name: str) -> str:
    for language, first, last in (("ar", "\u0600", "\u06ff"), ("zh", "\u4e00", "\u9fff"), ("ru", "\u0400", "\u04ff")):
        if first <= name[0] <= last:
            return language
    return "en"


def _published() -> Iterator[_Name]:
    """What the sources call countries, the better ones first."""
    for language, names in json.loads(_UNITED_NATIONS.read_text(encoding="utf-8")).items():
        yield from ((code, language, name) for code, name in names.items())
    for locale, language in _CLDR.items():
        yield from ((code, language, name) for code, name in Locale.parse(locale).territories.items())
    iso = [*_iso()]
    simplified = [*((code, name) for code, language, name in (*iso, *_by_hand()) if language == "zh")]
    simplified += Locale("zh").territories.items()
    yield from iso
    to_traditional = [opencc.OpenCC(kind).convert for kind in ("s2t", "s2tw", "s2hk")]
    yield from ((code, _OTHER, convert(name)) for code, name in simplified for convert in to_traditional)


def _iso() -> Iterator[_Name]:
    """ISO 3166's names, short, common and official, and those of countries that have another one today."""
    english = [(one.alpha_2, name) for one in pycountry.countries for name in _names_of(one)]
    former = {one.alpha_4: one.name for one in pycountry.historic_countries}
    old = [(code[:2] if code.endswith("AA") else code[2:], former[code]) for code in _RENAMED]
    for domain, names in (("iso3166-1", english), ("iso3166-3", old)):
        yield from ((code, _OTHER if "," in name else "en", name) for code, name in names)
        for locale, language in _ISO_CODES.items():
            translated = gettext.translation(domain, pycountry.LOCALES_DIR, languages=[locale]).gettext
            for code, name in names:
                if (text := translated(name)) != name:
                    yield code, _OTHER if "," in text or "、" in text else language, text


def _names_of(country: object) -> Iterator[str]:
    for kind in ("name", "common_name", "official_name"):
        if name := getattr(country, kind, None):
            yield name


if __name__ == "__main__":
    (FOLDER / "names.tsv").write_text("\n".join([heading(), *lines()]) + "\n", encoding="utf-8", newline="\n")
