"""The words of two decks → what is not the same, as those who know their slides would say it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from deck.export.pptx.reader import SlideWords
from deck.ground.dataclass import dataclass

Kind = Literal["slide", "order", "title", "text", "arrangement", "notes", "footer"]
_ALIKE = 0.5
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
    """One thing that is not as it was: `before` is None for what is new, `after` for what is gone."""

    kind: Kind
    before: str | None
    after: str | None

    def __str__(self) -> str:
        name = "" if self.kind == "text" else f"{self.kind} "
        if self.kind == "arrangement":
            return f"{self.after} rebalanced"
        if self.before is None or self.after is None:
            done, words = ("added", self.after or "") if self.before is None else ("removed", self.before)
            return f"{words} {done}" if self.kind == "text" else f"{name}{done}: {_shortened(words)}"
        return f"{name}{self.before} → {self.after}"


@dataclass(frozen=True, slots=True)
class SlideChanges:
    """What changes on one slide. `number` is its new one, or its old one where it is gone; 0 means every slide."""

    number: int
    id: str
    changes: tuple[Change, ...]

    def __str__(self) -> str:
        place = f"slide {self.number}" if self.number else "every slide"
        return f"{place}: {'; '.join(map(str, self.changes))}"


def compare(before: Sequence[SlideWords], after: Sequence[SlideWords]) -> tuple[SlideChanges, ...]:
    """What is not the same, slide by slide in the new order; what is gone comes last."""
    old, new = _by_key(before), _by_key(after)
    kept_before = [key for key in old if key in new]
    kept_after = [key for key in new if key in old]
    still = _in_order(kept_before, kept_after)
    found = list(_footer(before, after))
    for key, slide in new.items():
        if key not in old:
            found.append(SlideChanges(slide.number, slide.id, (Change("slide", None, _called(slide)),)))
            continue
        changes = tuple(_on_slide(old[key], slide))
        if key not in still:
            changes = (Change("order", str(old[key].number), str(slide.number)), *changes)
        if changes:
            found.append(SlideChanges(slide.number, slide.id, changes))
    for key, slide in old.items():
        if key not in new:
            found.append(SlideChanges(slide.number, slide.id, (Change("slide", _called(slide), None),)))
    return tuple(found)


def _by_key(slides: Sequence[SlideWords]) -> dict[tuple[str, int], SlideWords]:
    """The slides by their ids, or by their titles in decks from elsewhere; counted where several have the same."""
    seen: Counter[str] = Counter()
    keyed = {}
    for slide in slides:
        name = slide.id or slide.title
        seen[name] += 1
        keyed[name, seen[name]] = slide
    return keyed


def _in_order(one: list[tuple[str, int]], other: list[tuple[str, int]]) -> set[tuple[str, int]]:
    """Those that did not move: the most that stand in the same order in both."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return {key for block in blocks for key in one[block.a : block.a + block.size]}


def _called(slide: SlideWords) -> str:
    return f"“{slide.title}”" if slide.title else f"“{slide.id}”"


def _footer(before: Sequence[SlideWords], after: Sequence[SlideWords]) -> Iterator[SlideChanges]:
    old, new = ({slide.footer for slide in slides if slide.footer} for slides in (before, after))
    if before and after and old != new and len(old) <= 1 and len(new) <= 1:
        change = Change("footer", next(iter(old), None), next(iter(new), None))
        yield SlideChanges(0, "", (change,))


def _on_slide(old: SlideWords, new: SlideWords) -> Iterator[Change]:
    was, now = (Counter(words for _, paragraphs in slide.texts for words in paragraphs) for slide in (old, new))
    yield from _paragraphs("text", list((was - now).elements()), list((now - was).elements()))
    if old.title != new.title:
        yield Change("title", *_differing(old.title, new.title))
    if moved := _moved(old, new):
        yield Change("arrangement", None, moved)
    if old.notes != new.notes:
        gone, come = list(_without(old.notes, new.notes)), list(_without(new.notes, old.notes))
        yield from _paragraphs("notes", gone, come)


def _without(some: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    yield from (Counter(some) - Counter(others)).elements()


def _paragraphs(kind: Kind, gone: list[str], come: list[str]) -> Iterator[Change]:
    """Paragraphs that are new, gone, or both in part: then they are shown as one that changed."""
    for words in come:
        likest = max(gone, key=lambda one: _likeness(one, words), default=None)
        if likest is not None and _likeness(likest, words) >= _ALIKE:
            gone.remove(likest)
            yield Change(kind, *_differing(likest, words))
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


def _differing(one: str, other: str) -> tuple[str, str]:
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
        return "".join(gone).strip(" "), "".join(come).strip(" ")
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


def _moved(old: SlideWords, new: SlideWords) -> str | None:
    """What is arranged anew, where words that stayed stand in another shape."""
    was, now = ({words: name for name, paragraphs in slide.texts for words in paragraphs} for slide in (old, new))
    names = {now[words] for words in now if words in was and was[words] != now[words]}
    if not names:
        return None
    return "columns" if all(name.startswith("Column") for name in names) else "texts"
