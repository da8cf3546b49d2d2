"""The words of two decks → what is not the same, as those who know their slides would say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain

from deck.comparing.beneath import beneath, of_the_deck
from deck.comparing.wording import Change, differing, paragraphs
from deck.export.pptx.reader import SlideWords
from deck.ground.dataclass import dataclass
from deck.model.numerals import numerals
from deck.pipeline.edited import shapes_elsewhere

_NOTHING = ("–", "—", "-")
"""What stands in a table's cell that says nothing: beside words that came or went, it is none."""

_MOST_BESIDE = 2
"""How many words, at most, stand beside the number of a figure: “US$ 2 million”."""


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
    old = _renamed(old, new)
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
        if old[key].id and slide.id and old[key].id != slide.id:
            changes = (Change("id", old[key].id, slide.id), *changes)
        if key not in still:
            changes = (Change("order", str(old[key].number), str(slide.number)), *changes)
        # Where words change, shapes make room for them.
        if not changes and (elsewhere := shapes_elsewhere(old[key].places, slide.places)):
            changes = (Change("shapes", None, elsewhere),)
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


def _renamed(
    old: dict[tuple[str, int], SlideWords], new: Mapping[tuple[str, int], SlideWords]
) -> dict[tuple[str, int], SlideWords]:
    """The old slides by the keys of the new ones, also where an id alone is another: of a gone one with the same title.

    That is so where no other slide that came or went has the title.
    """
    gone, come = ([key for key in each if key not in others] for each, others in ((old, new), (new, old)))
    was, now = (Counter(each[key].title for key in keys) for each, keys in ((old, gone), (new, come)))
    keys = {new[key].title: key for key in come}
    alone = {
        key: keys[old[key].title] for key in gone if old[key].title and was[old[key].title] == 1 == now[old[key].title]
    }
    return {alone.get(key, key): slide for key, slide in old.items()}


def _in_order(one: list[tuple[str, int]], other: list[tuple[str, int]]) -> set[tuple[str, int]]:
    """Those that did not move: the most that stand in the same order in both."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return {key for block in blocks for key in one[block.a : block.a + block.size]}


def _called(slide: SlideWords) -> str:
    return f"“{slide.title or slide.id}”" if slide.title or slide.id else "without a title"


def _footer(before: Sequence[SlideWords], after: Sequence[SlideWords]) -> Iterator[SlideChanges]:
    old, new = ({slide.footer for slide in slides if slide.footer} for slides in (before, after))
    if before and after and old != new and len(old) <= 1 and len(new) <= 1:
        change = Change("footer", next(iter(old), None), next(iter(new), None))
        yield SlideChanges(0, "", (change,))


def _on_slide(old: SlideWords, new: SlideWords) -> Iterator[Change]:
    seen = [_seen(each) for each in (old, new)]
    # What a chart's figures are drawn with changes with them: alone, it is told.
    if seen[0].texts != seen[1].texts:
        old, new = seen
    was, now = (Counter(words for _, paragraphs in slide.texts for words in paragraphs) for slide in (old, new))
    for one, other in _figures(old, new):
        was[one] -= 1
        now[other] -= 1
        yield Change("text", *differing(one, other))
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


def _seen(slide: SlideWords) -> SlideWords:
    """The slide without the points of helping series."""
    if not slide.helping:
        return slide
    texts = ((name, tuple(words for words in each if words not in slide.helping)) for name, each in slide.texts)
    return replace(slide, texts=tuple(texts))


def _figures(old: SlideWords, new: SlideWords) -> Iterator[tuple[str, str]]:
    """The figures that took the place of others, beside the same words: nothing else makes two figures alike."""
    was, now = _by_place(old), _by_place(new)
    said = [set(chain.from_iterable(each.values())) for each in (now, was)]
    for place, after in now.items():
        before = was.get(place, ())
        for at, (one, other) in enumerate(zip(before, after, strict=False) if len(before) == len(after) else ()):
            beside = _beside(before, at)
            # Alone in its shape, it may have gone elsewhere with its words.
            is_there = beside is not None or (one not in said[0] and other not in said[1])
            if one != other and _is_figure(one) and _is_figure(other) and beside == _beside(after, at) and is_there:
                yield one, other


def _by_place(slide: SlideWords) -> dict[tuple[str, int], tuple[str, ...]]:
    """The paragraphs by their shape's name, counted where several have the same."""
    seen: Counter[str] = Counter()
    found = {}
    for name, words in slide.texts:
        seen[name] += 1
        found[name, seen[name]] = words
    return found


def _is_figure(words: str) -> bool:
    found = numerals(words)
    return len(found) == 1 and len(words.replace(found[0].written, "").split()) <= _MOST_BESIDE


def _beside(paragraphs: Sequence[str], at: int) -> str | None:
    """What a figure is of: the words before it that are no figure, or else those after it."""
    others = (*reversed(paragraphs[:at]), *paragraphs[at + 1 :])
    return next((words for words in others if not _is_figure(words)), None)


def _without(some: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    yield from (Counter(some) - Counter(others)).elements()


def _moved(old: SlideWords, new: SlideWords) -> str | None:
    """What is arranged anew, where words that stayed stand in another shape."""
    was, now = ({words: name for name, paragraphs in slide.texts for words in paragraphs} for slide in (old, new))
    names = {now[words] for words in now if words in was and was[words] != now[words]}
    if not names:
        return None
    return "columns" if all(name.startswith("Column") for name in names) else "texts"
