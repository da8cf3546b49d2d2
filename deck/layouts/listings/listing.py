"""A listing: source code as an outline gives it, and the lines of it that are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from deck.ground.diagnostics import Diagnostic, did_you_mean
from deck.model.content import Code, CodeFile, CodeLanguage, LineNumbers, Words
from deck.model.fields import Fields, Part

if TYPE_CHECKING:
    from deck.markup.source_code import Token

MOST_LINES = 200
"""Lines of one listing: more is a file to hand out."""
_TAB = 4
_MARK = (
    r"(?:\btag::(?P<a>[\w.-]+)\[\]|\bANCHOR: *(?P<b>[\w.-]+)|#region +(?P<c>[\w.-]+))"
    r"|(?P<end>\bend::(?P<d>[\w.-]+)\[\]|\bANCHOR_END: *(?P<e>[\w.-]+)|#endregion\b *(?P<f>[\w.-]*))"
)
"""What marks the beginning and the end of a part, in the ways that AsciiDoc, mdBook and editors have for it."""


class Listing(Fields):
    """Source code and how it is shown. Nobody translates it, but for its caption."""

    code: Code | None = None
    """The code, below a `|`, so that its lines and indents stay."""
    file: CodeFile | None = None
    """A file to show instead, by its path from the outline, in its folder."""
    lines: LineNumbers | None = None
    """Which lines of the file: `10-24`."""
    marker: str | None = None
    """Which part of the file, by a name that stands in comments around it: `tag::setup[]` and `end::setup[]`,
    `ANCHOR: setup` and `ANCHOR_END: setup`, or `#region setup` and `#endregion`."""
    language: CodeLanguage | None = None
    """What it is written in, such as `python`; of a file, its name tells."""
    numbers: bool = False
    """Whether its lines are numbered: those of a file as they are there."""
    highlight: LineNumbers | None = None
    """The lines that are highlighted, by their numbers: `3, 5-7`."""
    output: Code | None = None
    """What it prints, under it."""
    caption: Words | None = None
    """What it is, over it."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """No code, twice the code, a part that the file does not have, and lines that are not shown."""
        if not self.code and not self.file:
            hint = "write `code: |` and the code below it, or `file: name`"
            yield Diagnostic("missing-field", "there is no code here", hint=hint)
        elif self.code and self.file:
            yield Diagnostic("invalid-value", "code stands here, and a file", hint="take one out", field="file")
        elif wrong := next(self._wrong_part(), None):
            yield wrong
        elif (count := len(shown(self).lines)) > MOST_LINES:
            message = f"this code has {count} lines; {MOST_LINES} is the most that is shown"
            field = "code" if self.code else "file"
            yield Diagnostic("too-many", message, hint="show a part of it, with `lines: 10-24`", field=field)
        elif self.highlight:
            first, last = shown(self).first, shown(self).first + count - 1
            if any(not first <= start <= end <= last for start, end in self.highlight):
                message = f"the code has the lines {first} to {last}"
                yield Diagnostic("invalid-value", message, hint="highlight some of these", field="highlight")

    def _wrong_part(self) -> Iterator[Diagnostic]:
        for field in ("lines", "marker"):
            if self.file is None and getattr(self, field):
                message, hint = f"`{field}` says which part of a file is shown", "name the file: `file: main.c`"
                yield Diagnostic("invalid-value", message, hint=hint, field=field)
        if self.file is None:
            return
        if self.lines and self.marker:
            message = "a part of a file is named by its lines or by a marker"
            yield Diagnostic("invalid-value", message, hint="take one of the two out", field="marker")
        count = len(self.file.text.rstrip("\n").split("\n"))
        if self.lines and max(end for _, end in self.lines) > count:
            message = f"{self.file.path} has {count} lines"
            yield Diagnostic("invalid-value", message, hint="name lines that it has", field="lines")
        elif self.lines and len(self.lines) > 1:
            message, hint = "the lines of a part follow each other", "name its first and its last: `10-24`"
            yield Diagnostic("invalid-value", message, hint=hint, field="lines")
        elif self.marker and self.marker not in (named := _marked(self.file.text)):
            message = f"{self.file.path} has no part `{self.marker}`"
            hint = did_you_mean(self.marker, named) or f"mark it, as with `tag::{self.marker}[]` in a comment"
            yield Diagnostic("invalid-value", message, hint=hint, field="marker")
        elif not any("".join(words for _, words in line).strip() for line in shown(self).lines):
            yield Diagnostic("empty-field", "nothing of this code can be seen", field="file")


class SideListing(Part, Listing):
    """One of two listings beside each other."""


class Shown(NamedTuple):
    """The lines of a listing that are shown, as tokens; `first` is the first one's number."""

    lines: tuple[tuple[Token, ...], ...]
    first: int


@lru_cache(64)
def shown(listing: Listing) -> Shown:
    """What is shown of a listing: its part, without blank lines around it and indents that all its lines share."""
    from deck.markup import source_code

    code = listing.code or (listing.file.text if listing.file else "")
    language = listing.language
    if not language and listing.file:
        language = CodeLanguage(source_code.language_of_file(listing.file.path))
    code = code.expandtabs(_TAB)
    # A part is told apart as what it is in the whole: it may begin within a comment.
    numbered = list(enumerate(source_code.tokens(code, language), start=1))
    if listing.lines:
        numbered = [(number, line) for number, line in numbered if holds(listing.lines, number)]
    elif listing.file:
        start, end = _marked(code).get(listing.marker or "", (0, len(numbered) + 1))
        written = code.split("\n")
        numbered = [
            (number, line)
            for number, line in numbered
            if start < number < end and not (listing.marker and re.search(_MARK, written[number - 1]))
        ]
    while numbered and not _words(numbered[-1][1]).strip():
        numbered.pop()
    while numbered and not _words(numbered[0][1]).strip():
        numbered.pop(0)
    lines = _dedented([tuple(line) for _, line in numbered])
    return Shown(lines, numbered[0][0] if numbered else 1)


def holds(lines: LineNumbers, number: int) -> bool:
    """Whether a line of this number is among them."""
    return any(first <= number <= last for first, last in lines)


def _words(line: Sequence[Token]) -> str:
    return "".join(words for _, words in line)


def _marked(text: str) -> dict[str, tuple[int, int]]:
    """The parts of a file that are marked: the numbers of the lines in which the marks stand."""
    starts: dict[str, int] = {}
    found: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        for mark in re.finditer(_MARK, line):
            name = next((mark[key] for key in "abcdef" if mark[key]), "")
            if not mark["end"]:
                starts[name] = number
            elif begun := name if name in starts else next(reversed(starts), ""):
                found.setdefault(begun, (starts.pop(begun), number))
    return found


def _dedented(lines: list[tuple[Token, ...]]) -> tuple[tuple[Token, ...], ...]:
    """The lines without the indent that all share, nor spaces at their ends."""
    from textwrap import dedent

    written = [_words(line) for line in lines]
    less = dedent("\n".join(written)).split("\n") if written else []
    cut = next((len(before) - len(after) for before, after in zip(written, less, strict=True) if before.strip()), 0)
    return tuple(_trimmed(line, cut, len(words.rstrip())) for line, words in zip(lines, written, strict=True))


def _trimmed(line: tuple[Token, ...], start: int, end: int) -> tuple[Token, ...]:
    kept, at = [], 0
    for kind, words in line:
        if piece := words[max(0, start - at) : max(0, end - at)]:
            kept.append((kind, piece))
        at += len(words)
    return tuple(kept)
