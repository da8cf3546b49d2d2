"""What changed in words, as people would say it: a word or a few for what they took the place of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from deck.ground.dataclass import dataclass

Kind = Literal[
    "slide",
    "id",
    "order",
    "title",
    "text",
    "arrangement",
    "shapes",
    "notes",
    "footer",
    "alternative text",
    "link",
    "picture",
    "film",
    "sound",
    "captions",
    "visibility",
    "section",
    "file’s title",
    "file’s subject",
    "file’s author",
    "file’s keywords",
]
_ALIKE = 0.5
_STOPS = tuple(",;:")
_FEW = 4
# What is no longer than this, and has no spaces, is a name.
_NAME = 8
# Of a long text, how many words are shown beside those that changed, and of one that is new.
_BESIDE = 4
_SHOWN = 24
# An ideograph is a word of its own, and so is the number before it; elsewhere spaces part words.
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^ \u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+| ")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was: `before` is None for what is new, `after` for what is gone.

    They are the same where a picture, say, is another under the same name.
    """

    kind: Kind
    before: str | None
    after: str | None

    def __str__(self) -> str:
        name = "" if self.kind == "text" else f"{self.kind} "
        if self.kind == "arrangement":
            return f"{self.after} rebalanced"
        if self.kind == "shapes":
            return self.after or ""
        if self.before is None or self.after is None:
            done, words = ("added", self.after or "") if self.before is None else ("removed", self.before)
            return f"{words} {done}" if self.kind == "text" else f"{name}{done}: {_shortened(words)}"
        if self.before == self.after:
            return f"{name}replaced: {_shortened(self.after)}"
        return f"{name}{self.before} → {self.after}"


def paragraphs(kind: Kind, gone: list[str], come: list[str]) -> Iterator[Change]:
    """Paragraphs that are new, gone, or both in part: then they are shown as one that changed."""
    for words in come:
        likest = max(gone, key=lambda one: _likeness(one, words), default=None)
        if likest is not None and _likeness(likest, words) >= _ALIKE:
            gone.remove(likest)
            yield Change(kind, *differing(likest, words))
        else:
            yield Change(kind, None, words)
    for words in gone:
        yield Change(kind, words, None)


def _likeness(one: str, other: str) -> float:
    """How much of two texts is the same, by words: two countries' names are not alike for their letters."""
    return SequenceMatcher(None, _words_of(one), _words_of(other), autojunk=False).ratio()


def _words_of(text: str) -> list[str]:
    words = text.split()
    parted = len(words) == 1 and (len(text) > _NAME or any(map(str.isdigit, text)))
    return _WORD.findall(text) if parted else words


def differing(one: str, other: str) -> tuple[str, str]:
    """Of two texts, what is not the same in both; all of them where that is not a few words in one place."""
    was, now = _WORD.findall(one), _WORD.findall(other)
    start = 0
    while start < min(len(was), len(now)) and was[start] == now[start]:
        start += 1
    end = 0
    while end < min(len(was), len(now)) - start and was[-1 - end] == now[-1 - end]:
        end += 1
    gone, come = was[start : len(was) - end], now[start : len(now) - end]
    part = start or end or len(was) == len(now) == 1
    if part and gone and come and max(_words_in(gone), _words_in(come)) <= _FEW:
        left, right = "".join(gone).strip(" "), "".join(come).strip(" ")
        # A comma that both end with says nothing of what changed.
        if left[-1:] == right[-1:] and left[-1:] in _STOPS and min(len(left), len(right)) > 1:
            left, right = left[:-1], right[:-1]
        return left, right
    return _round(was, start, end), _round(now, start, end)


def _round(words: Sequence[str], start: int, end: int) -> str:
    """A text's words but `start` at its beginning and `end` at its end, with a few of these."""
    first, last = max(0, start - 2 * _BESIDE), min(len(words), len(words) - end + 2 * _BESIDE)
    shown = "".join(words[first:last]).strip(" ")
    return f"“{'… ' if first else ''}{shown}{' …' if last < len(words) else ''}”"


def _shortened(text: str) -> str:
    """The text's beginning, if it is long."""
    words = _WORD.findall(text)
    return text if len(words) <= 2 * _SHOWN else "".join(words[: 2 * _SHOWN]).strip(" ") + " …"


def _words_in(tokens: Sequence[str]) -> int:
    return sum(token != " " for token in tokens)
