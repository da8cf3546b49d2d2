"""Signs of a typewriter where a language has its own: straight quotation marks, a hyphen between spaces for a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from deck.ground.diagnostics import Diagnostic, Severity, Span
from deck.model.language import Language

_TABLE = Path(__file__).parent / "tables" / "quotation-marks.tsv"
# Not within a word, as Hebrew's abbreviations have one, nor after a number, where it is for inches.
_QUOTED = re.compile(r"""(?<![\w"'])(["'])(?=\S)[^"\n]*?(?<=\S)\1(?![\w"'])""")
_DASHED = re.compile(r"(?<=[^\W\d_]) - (?=[^\W\d_])")
_EN_DASH, _EM_DASH = "–", "—"
_BETWEEN_SPACES = {
    _EN_DASH: "ca cs da de en et fi fr hr hu id is lt lv nb nl no pl ro sk sl sv tr",
    _EM_DASH: "be bg el es it mk pt ru sr uk",
}
_DASHES = {language: dash for dash, languages in _BETWEEN_SPACES.items() for language in languages.split()}
"""The dash that stands between spaces in a sentence."""


def foreign(key: str, words: str, source: str, language: Language, span: Span) -> Iterator[Diagnostic]:
    """What this text of a translation writes as a typewriter does, and its language otherwise."""
    marks = _marks(language)
    if marks and (quoted := _QUOTED.search(words)):
        opening, closing = marks
        what = f"`{key}`: straight quotation marks, in {quoted[0]}"
        hint = f"write {opening}{quoted[0][1:-1]}{closing}"
        yield Diagnostic("straight-quotes", what, span, hint, Severity.WARNING)
    dash = _DASHES.get(language.primary)
    # The source of a text that is a name or a title may have it so.
    if dash and _DASHED.search(words) and not _DASHED.search(source):
        what, hint = f"`{key}`: a hyphen stands for a dash", f"write {dash} for it"
        yield Diagnostic("hyphen-for-dash", what, span, hint, Severity.WARNING)


def _marks(language: Language) -> tuple[str, str] | None:
    tag = language.tag.replace("_", "-")
    while tag and tag not in _table():
        tag = tag.rpartition("-")[0]
    return _table().get(tag)


@cache
def _table() -> Mapping[str, tuple[str, str]]:
    rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {tag: (opening, closing) for tag, opening, closing in rows}
