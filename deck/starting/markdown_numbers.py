"""Numbered lists as Pandoc has them → CommonMark's: by letters, signs and labels, from whatever number."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from deck.starting.markdown_lines import HEADING
from deck.starting.telling import Otherwise

_MARK = r"\d{1,9}|#|[ivx]+|[IVX]+|[a-z]|[A-Z]"
_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<bullet>[-*+])|\(@(?P<label>[\w-]*)\)"
    rf"|\((?P<within>{_MARK})\)|(?P<mark>{_MARK})(?P<end>[.)]))"
    r"(?P<gap>[ \t]+)(?=\S)"
)
_NAMED = re.compile(r"\(@([\w-]+)\)")
_ROMAN = re.compile(r"(x*)(ix|iv|v?i{0,3})$")
_ONES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_BULLET, _NUMBER, _EXAMPLE = "-", "1", "@"
_EXAMPLE_INDENT = 4
"""How far in stands what belongs to an example, however long its label is."""
_CODE = 4
"""By how many columns more than it may stand what is code, or goes on with the words above."""


class _List(NamedTuple):
    """A list that goes on: what it is counted by, and between which signs; its last number.

    `content` is the least indent of what belongs to its last entry, `stood` the usual one, `words` where the words of
    this stood, and `now` where they stand since its number is CommonMark's.
    """

    content: int
    stood: int
    words: int
    now: int
    style: str
    signs: str
    number: int
    sign: str

    def moved(self, indent: int) -> int:
        """The indent since of what belongs to the last entry and stood so far in."""
        return self.now + indent - self.words if indent >= self.words else self.now + max(0, indent - self.stood)


def with_plain_numbers(made: list[str], start: int, free: set[int], tell: Callable[[int, str], None]) -> None:
    """Numbers the entries of lists as CommonMark has it, in place; a list after another has another sign.

    Examples are numbered through the whole deck, and named in texts by their labels. Lines that are not `free` are
    code. What becomes numbers goes to `tell`, with its line.
    """
    found = _Numbers(made, tell)
    for at in range(start, len(made)):
        found.heed(at, at in free)
    for at in range(start, len(made)) if found.labels else ():
        if at in free:
            made[at] = _NAMED.sub(lambda match: f"({found.labels.get(match[1], match[0][1:-1])})", made[at])


class _Numbers:
    def __init__(self, made: list[str], tell: Callable[[int, str], None]) -> None:
        self._made, self._tell = made, tell
        self._open: list[_List] = []
        self._fresh = True
        self._examples = 0
        self.labels: dict[str, int] = {}

    def heed(self, at: int, free: bool) -> None:
        """Heeds one line, which is code if it is not `free`."""
        line = self._made[at]
        words = line.lstrip()
        indent = _width(line[: len(line) - len(words)])
        if not words:
            self._fresh = True
            return
        around = [each for each in self._open if each.content <= indent]
        moved = around[-1].moved(indent) if around else indent
        if moved != indent:
            self._made[at] = f"{' ' * moved}{words}"
        if not free:
            self._open = self._open if indent else []
        elif not ((item := _ITEM.match(self._made[at])) and self._take(at, item, indent, moved)):
            begins = bool(HEADING.match(line)) or line.startswith(":::")
            if self._fresh or begins:
                self._open = [each for each in self._open if each.content <= indent]
            self._fresh = begins

    def _take(self, at: int, item: re.Match[str], indent: int, moved: int) -> bool:
        """Whether this is an entry of a list, which stood and stands since at these indents; it is numbered then."""
        around = [each for each in self._open if each.content <= indent]
        beside = self._open[len(around)] if len(around) < len(self._open) else None
        if beside is None and moved - (around[-1].now if around else 0) >= _CODE:
            return False
        mark = item["within"] or item["mark"] or ""
        if mark.isupper() and len(mark) == 1 and item["end"] == "." and _width(item["gap"]) < 2:
            # So a name may begin.
            return False
        signs = item["end"] or "()"
        styles = _styles(item, mark)
        goes_on = beside is not None and beside.signs == signs and beside.style in styles
        style = beside.style if beside and goes_on else next(iter(styles))
        number = beside.number + 1 if beside and goes_on else styles[style]
        if not (self._fresh or self._open or number <= 1):
            return False
        if not goes_on and ((style.isalpha() and number != 1) or (beside is None and not self._fresh and number > 1)):
            return False
        if not (self._fresh or self._open or item["bullet"] or mark == "1"):
            return False
        if style == _EXAMPLE:
            number = self._example(item["label"])
        elif style.isalpha() and not goes_on:
            self._tell(at, Otherwise(f"a list by letters or signs, which is by numbers: {mark}"))
        self._write(at, item, around, _List(indent, 0, 0, moved, style, signs, number, _sign(beside, goes_on)))
        return True

    def _write(self, at: int, item: re.Match[str], around: list[_List], own: _List) -> None:
        """Writes an entry, whose list is given with the indents of its mark in place of those of its words."""
        mark = item["bullet"] or f"{own.number}{own.sign}"
        gap = item["gap"] if _width(item["gap"]) <= _CODE else " "
        self._made[at] = f"{item['indent']}{mark}{gap}{item.string[item.end() :]}"
        written = item[0].strip() if not item["bullet"] else mark
        words = own.content + len(written) + _width(gap)
        stood = own.content + _EXAMPLE_INDENT if own.style == _EXAMPLE else words
        since = len(mark) + _width(gap)
        content = min(stood, words, own.content + since)
        self._open = [*around, own._replace(content=content, stood=stood, words=words, now=own.now + since)]
        self._fresh = False

    def _example(self, label: str) -> int:
        if label in self.labels:
            return self.labels[label]
        self._examples += 1
        if label:
            self.labels[label] = self._examples
        return self._examples


def _sign(beside: _List | None, goes_on: bool) -> str:
    """What stands after a number: where another numbered list ends right here, not what stands there."""
    if beside is None or beside.style == _BULLET:
        return "."
    return beside.sign if goes_on else {".": ")", ")": "."}[beside.sign]


def _styles(item: re.Match[str], mark: str) -> dict[str, int]:
    """What an entry may be counted by, the likeliest first, and which number it has then."""
    if item["bullet"]:
        return {_BULLET: 0}
    if item["label"] is not None:
        return {_EXAMPLE: 0}
    if mark == "#":
        return {_NUMBER: 1, "a": 1, "A": 1, "i": 1, "I": 1}
    if mark.isdigit():
        return {_NUMBER: int(mark)}
    small = mark.lower()
    letter = {"a" if mark.islower() else "A": ord(small) - ord("a") + 1} if len(mark) == 1 else {}
    roman = _ROMAN.match(small)
    counted = {"i" if mark.islower() else "I": 10 * len(roman[1]) + _ONES[roman[2]]} if roman else {}
    return counted | letter if small == "i" else letter | counted


def _width(text: str) -> int:
    return len(text.expandtabs(4))
