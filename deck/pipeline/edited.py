"""A deck's file → whether it is still as it was built; if not, what was done to it since, slide by slide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from deck.checks import outdated_number
from deck.export.pptx.reader import SlideWords, read_pptx
from deck.export.pptx.record import Place, Record, SlideRecord, digest_of, is_as_built, read_record
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import read_bytes
from deck.ground.saving import opened_elsewhere, save
from deck.model.presentation import Presentation
from deck.pipeline.placing import placed

_NEAR = 2_000
"""So many EMU, a sixth of a point, are lost where a program counts in other units."""
_SLIDES = 6
"""How many slides are told in full."""


def standing(path: Path) -> bytes | None:
    """The deck at `path`, None where there is none. DeckError where what stands there cannot be read."""
    return read_bytes(path) if path.exists() else None


def edited(path: Path, data: bytes | None, new: bytes) -> Diagnostic | None:
    """What is lost if the deck that stands at `path` gives way to the new one; None where nothing is."""
    if data is None or data == new:
        return None
    if lock := opened_elsewhere(path):
        hint = f"close it there; if it is open nowhere, delete {lock}"
        return Diagnostic("file-open", f"{path} is open in another program; it stays as it is", Span(str(path)), hint)
    if is_as_built(data):
        return None
    hint = "move it away, or build with `--overwrite`, which leaves a copy of it beside the new one"
    return Diagnostic("edited-deck", f"{path} {_what(data)}; it stays as it is", Span(str(path)), hint)


def last_built(path: Path) -> Record | None:
    """What the deck at `path` remembers of how it was built; None where there is none, or it remembers nothing."""
    try:
        return record_of(standing(path))
    except DeckError:
        return None


def record_of(data: bytes | None) -> Record | None:
    """What a deck remembers of how it was built; None where there is none, or it remembers nothing."""
    try:
        return read_record(data) if data is not None else None
    except ValueError:
        return None


def left_behind_since(presentation: Presentation, record: Record | None) -> Iterator[Diagnostic]:
    """Every number in these texts that is what a figure was when the deck was last built, and no longer is."""
    if record:
        yield from placed(outdated_number(presentation, record.known), presentation)


def keep_copy(path: Path) -> Path:
    """Copies the deck at `path` to a name of its own beside it, and returns that."""
    names = (path.with_name(f"{path.stem}.edited{number}{path.suffix}") for number in ("", *range(2, 10_000)))
    copy = next(name for name in names if not name.exists())
    save(read_bytes(path), copy)
    return copy


def _what(data: bytes) -> str:
    try:
        record, slides = read_record(data), read_pptx(data)
    except ValueError:
        return "is no deck that can be read"
    if record is None:
        return "does not say how it was built, so that nobody can tell what was done to it since"
    found = list(_differences(record, slides))
    if not found:
        return "was saved by another program since it was built; its words and places are as they were"
    more = f"; and {len(found) - _SLIDES} more slides" if len(found) > _SLIDES else ""
    return f"was edited since it was built: {'; '.join(found[:_SLIDES])}{more}"


def _differences(record: Record, slides: Sequence[SlideWords]) -> Iterator[str]:
    from difflib import SequenceMatcher

    was, now = [slide.id for slide in record.slides], _keys_now(record, slides)
    for tag, first, last, start, end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        both = min(last - first, end - start) if tag != "equal" else last - first
        for built, slide in zip(record.slides[first : first + both], slides[start : start + both], strict=True):
            if changes := list(_on_slide(built, slide)):
                yield f"slide {slide.number}: {', '.join(changes)}"
        for slide in slides[start + both : end]:
            yield f"slide {slide.number}{f', “{slide.title}”,' if slide.title else ''} is new"
        for number in range(first + both, last):
            yield f"slide {number + 1} as it was built, `{record.slides[number].id}`, is gone"


def _keys_now(record: Record, slides: Sequence[SlideWords]) -> list[str]:
    """Their ids; in a file whose slides have lost them, those of the slides built with most of the same words."""
    ids = {slide.id for slide in record.slides}
    if any(slide.id in ids for slide in slides):
        return [slide.id for slide in slides]
    by_words: dict[str, list[str]] = {}
    for built in record.slides:
        for known in (built.title, *built.texts):
            by_words.setdefault(known, []).append(built.id)
    keys = []
    for slide in slides:
        words = [digest_of(slide.title), *(digest_of(text) for _, texts in slide.texts for text in texts)]
        votes = Counter(one for each in words for one in set(by_words.get(each, ())))
        keys.append(max(votes, key=lambda one: votes[one]) if votes else f"slide {slide.number}")
    return keys


def _on_slide(old: SlideRecord, new: SlideWords) -> Iterator[str]:
    if old.title != digest_of(new.title):
        yield f"its title is now “{new.title}”"
    now = {digest_of(words): words for _, texts in new.texts for words in texts}
    count = Counter(digest_of(words) for _, texts in new.texts for words in texts)
    yield from (f"“{_short(now[one])}” is new" for one in (count - Counter(old.texts)).elements())
    if gone := (Counter(old.texts) - count).total():
        yield f"{_several(gone, 'text')} gone"
    if list(old.notes) != [digest_of(words) for words in new.notes]:
        yield "its notes changed"
    if elsewhere := shapes_elsewhere(old.places, new.places):
        yield elsewhere


def shapes_elsewhere(old: Sequence[Place], new: Sequence[Place]) -> str:
    """How many of a slide's shapes came, went or stand elsewhere, in words; "" where none."""
    if more := len(new) - len(old):
        return f"{_several(abs(more), 'shape')} {'more' if more > 0 else 'fewer'}"
    moved = sum(not _near(*pair) for pair in zip(old, new, strict=True))
    return f"{_several(moved, 'shape')} moved" if moved else ""


def _near(one: Place, other: Place) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def _several(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57].rstrip()}…"
