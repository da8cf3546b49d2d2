"""The words of two decks → what is not the same, as those who know their slides would say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from difflib import SequenceMatcher

from deck.comparing.beneath import beneath, of_the_deck
from deck.comparing.wording import Change, differing, paragraphs
from deck.export.pptx.reader import SlideWords
from deck.ground.dataclass import dataclass

_NOTHING = ("–", "—", "-")
"""What stands in a table's cell that says nothing: beside words that came or went, it is none."""


@dataclass(frozen=True, slots=True)
class SlideChanges:
    """What changes on one slide. `number` is its new one, or the old one of a gone one; 0: every slide, or the deck."""

    number: int
    id: str
    changes: tuple[Change, ...]

    def __str__(self) -> str:
        everywhere = "every slide" if self.changes[0].kind == "footer" else "the deck"
        place = f"slide {self.number}" if self.number else everywhere
        return f"{place}: {'; '.join(map(str, self.changes))}"


def compare(before: Sequence[SlideWords], after: Sequence[SlideWords]) -> tuple[SlideChanges, ...]:
    """What is not the same, slide by slide in the new order; what is gone comes last."""
    known = {slide.id for slide in before} & {slide.id for slide in after} - {""}
    old, new = _by_key(before, known), _by_key(after, known)
    kept_before = [key for key in old if key in new]
    kept_after = [key for key in new if key in old]
    still = _in_order(kept_before, kept_after)
    found = list(_footer(before, after))
    if changes := tuple(of_the_deck(before, after)):
        found.append(SlideChanges(0, "", changes))
    sections = {slide.unseen.section for slide in before} & {slide.unseen.section for slide in after}
    for key, slide in new.items():
        if key not in old:
            found.append(SlideChanges(slide.number, slide.id, (Change("slide", None, _called(slide)),)))
            continue
        changes = (*_on_slide(old[key], slide), *beneath(old[key], slide, sections))
        if key not in still:
            changes = (Change("order", str(old[key].number), str(slide.number)), *changes)
        if changes:
            found.append(SlideChanges(slide.number, slide.id, changes))
    for key, slide in old.items():
        if key not in new:
            found.append(SlideChanges(slide.number, slide.id, (Change("slide", _called(slide), None),)))
    return tuple(found)


def _by_key(slides: Sequence[SlideWords], known: Set[str]) -> dict[tuple[str, int], SlideWords]:
    """The slides by their ids, or by their titles where no id is `known` to both decks: some programs drop them.

    Counted where several have the same.
    """
    seen: Counter[str] = Counter()
    keyed = {}
    for slide in slides:
        name = (slide.id if known else "") or slide.title
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
    gone, come = [*(was - now).elements()], [*(now - was).elements()]
    if any(words not in _NOTHING for words in (*gone, *come)):
        gone, come = ([words for words in each if words not in _NOTHING] for each in (gone, come))
    yield from paragraphs("text", gone, come)
    if old.title != new.title:
        yield Change("title", *differing(old.title, new.title))
    if moved := _moved(old, new):
        yield Change("arrangement", None, moved)
    if old.notes != new.notes:
        gone, come = list(_without(old.notes, new.notes)), list(_without(new.notes, old.notes))
        yield from paragraphs("notes", gone, come)


def _without(some: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    yield from (Counter(some) - Counter(others)).elements()


def _moved(old: SlideWords, new: SlideWords) -> str | None:
    """What is arranged anew, where words that stayed stand in another shape."""
    was, now = ({words: name for name, paragraphs in slide.texts for words in paragraphs} for slide in (old, new))
    names = {now[words] for words in now if words in was and was[words] != now[words]}
    if not names:
        return None
    return "columns" if all(name.startswith("Column") for name in names) else "texts"
