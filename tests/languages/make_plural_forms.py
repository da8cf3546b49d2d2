"""Makes the table of plural forms that new catalogs get: `python -m tests.languages.make_plural_forms`.

gettext's own table goes first, as `msginit` writes it; then translate-toolkit's, which Weblate, Pootle and Virtaal
share; then Babel's. CLDR's third form for whole millions, which newer versions of Babel have, is in neither of the
first two, and so in hardly any catalog: a language that only Babel knows goes without it, too.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "deck" / "languages" / "tables" / "plural-forms.tsv"
_TEMPLATE = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\n'
)
_RULE = re.compile(r"Plural-Forms: nplurals=(\d+); plural=(.*?);\\n")
_MILLIONS = re.compile(r"(.*) \? 0 : n != 0 && n % 1000000 == 0 \? 1 : 2\)?")
_NEGATED = {"(n == 1": "n != 1", "(n == 0 || n == 1)": "n > 1"}


def of_gettext(language: str) -> tuple[int, str] | None:
    """gettext's rule; None where it has none. FileNotFoundError without gettext."""
    with tempfile.TemporaryDirectory() as folder:
        (path := Path(folder, "a.pot")).write_text(_TEMPLATE, encoding="utf-8")
        command = ["msginit", "--no-translator", "--locale", f"{language}.UTF-8", "--input", str(path), "--output", "-"]
        made = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    match = _RULE.search(made.replace('"\n"', ""))
    return (int(match[1]), match[2]) if match else None


def rules() -> Iterator[tuple[str, int, str]]:
    """Language, number of forms and expression of each."""
    from babel.messages.plurals import PLURALS
    from translate.lang.data import languages

    toolkit = {tag: (count, rule) for tag, (_, count, rule, *_) in languages.items() if count}
    for tag in sorted({*PLURALS, *toolkit}):
        rule = of_gettext(tag) or toolkit.get(tag) or _without_millions(*PLURALS[tag])
        yield tag.replace("_", "-"), *rule


def _without_millions(count: int, rule: str) -> tuple[int, str]:
    match = _MILLIONS.fullmatch(rule)
    return (2, _NEGATED[match[1]]) if match else (count, rule)


def lines() -> Iterator[str]:
    """The table's lines; the first says what it was made from."""
    gettext = subprocess.run(["msginit", "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0]
    made_from = f"{gettext.split()[-1]}, translate-toolkit {version('translate-toolkit')}, Babel {version('babel')}"
    yield f"# Made by tests/languages/make_plural_forms.py from GNU gettext {made_from}"
    yield from (f"{tag}\t{count}\t{' '.join(rule.split())}" for tag, count, rule in rules())


if __name__ == "__main__":
    TABLE.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
