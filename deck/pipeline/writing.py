"""Outline file → decks on disk, in any of its languages; one in which anything is wrong is not written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.doubling import made_of_each
from deck.ground.inputs import noted, stamp
from deck.model.edition import Edition
from deck.model.language import Language
from deck.pipeline.build import Built, LayingOut, Progress, lay_out_each, wanted
from deck.pipeline.checking import called_errors
from deck.pipeline.each_language import Unbuilt, parted
from deck.pipeline.judging import judged
from deck.pipeline.places import deck_path
from deck.pipeline.reading import Reading, read

_Made = TypeVar("_Made")
_TRIES = 5


@dataclass(frozen=True, slots=True)
class Written:
    """A deck that was written: where, how many bytes, what is in it, and what was noticed on the way.

    `minutes` are what its slides are planned for; `kept` is the copy that was kept of an edited one, if any.
    """

    path: Path
    size: int
    language: Language
    findings: tuple[Diagnostic, ...]
    slides: int
    sections: int
    minutes: Decimal
    kept: Path | None = None


class UnbuiltError(DeckError):
    """Languages in which no deck was `written`, as they have errors; `stands` are decks of before in these.

    `diagnostics` are of all languages that were asked for.
    """

    def __init__(
        self,
        found: Iterable[Diagnostic],
        unbuilt: Sequence[Unbuilt],
        written: Sequence[Written],
        stands: Sequence[Path],
    ) -> None:
        self.unbuilt, self.written, self.stands = tuple(unbuilt), tuple(written), tuple(stands)
        super().__init__(found)


class _Packed(NamedTuple):
    """A deck as it is to be `written`, its bytes, and what is `lost` where an edited one gives way to it.

    `found` is what was noticed in laying it out, and not by the deck that stands there.
    """

    written: Written
    data: bytes
    found: tuple[Diagnostic, ...]
    lost: Diagnostic | None


def build_decks(
    outline: Path,
    output: Path,
    languages: Sequence[str] = (),
    *,
    all_languages: bool = False,
    allow_overflow: bool = False,
    release: bool = False,
    overwrite: bool = False,
    progress: Progress = lambda _: None,
    edition: Edition | None = None,
    kept: dict[str | None, LayingOut] | None = None,
) -> list[Written]:
    """Writes a deck for each of these languages into the folder `output`: none means the outline's own.

    UnbuiltError, a DeckError, where there are errors in some of the languages: their decks stay as they were, and those
    of all others are written. DeckError, before any file is touched, where the outline cannot be read, or a deck there
    is not as it was built, or is open; OSError where a file cannot be written. With `allow_overflow`, a text that is
    too long is only warned of; with `release`, one that is not translated is an error; with `overwrite`, a copy of an
    edited deck is kept beside. An `edition` has facts, lists and decks of its own; who builds one after the other hands
    over what it `kept`.
    """
    from deck.export.pptx import write_pptx
    from deck.ground.saving import save
    from deck.pipeline.edited import edited, keep_copy, left_behind_since, record_of, standing

    def judge(built: Built) -> tuple[Diagnostic, ...]:
        found = (*built.diagnostics, *called_errors(built, outline))
        return judged(found, allow_overflow=allow_overflow, release=release)

    def make(reading: Reading, language: str | None, progress: Progress) -> _Packed | Unbuilt:
        named, failed = [language] if language else [], dict[str, DeckError]()
        decks = lay_out_each(outline, named, reading=reading, progress=progress, kept=kept, failed=failed)
        right, wrong = parted(decks, failed, judge)
        if wrong:
            return wrong[0]
        (built,) = right
        path = deck_path(outline, output, built.deck.language, edition)
        progress(f"writing {path}")
        before, data = standing(path), write_pptx(built.deck)
        # A deck whose bytes are what they were leaves nothing behind.
        since = record_of(before) if before != data else None
        found = (*built.diagnostics, *left_behind_since(built.presentation, since))
        minutes = sum((each.minutes or Decimal() for each in built.presentation.slides if not each.hidden), Decimal())
        deck = built.deck
        written = Written(path, len(data), deck.language, found, len(deck.slides), len(deck.sections), minutes)
        return _Packed(written, data, built.diagnostics, edited(path, before, data))

    def make_each() -> list[_Packed | Unbuilt]:
        progress(f"reading {outline}")
        reading = read(outline, edition=edition)
        each = wanted(outline, reading, languages, all_languages=all_languages)
        # What was kept and is to be kept is in this process.
        return made_of_each(partial(make, reading), each, progress, None if kept is None else 1)

    made = _settled(make_each)
    packed = [each for each in made if isinstance(each, _Packed)]
    unbuilt = sorted((each for each in made if isinstance(each, Unbuilt)), key=lambda each: each.language)
    found = [one for each in packed for one in each.found] + [one for each in unbuilt for one in each.findings]
    lost = [each.lost for each in packed if each.lost]
    if lost and not overwrite:
        raise DeckError([*found, *lost] if unbuilt else lost)
    written = []
    for deck, data, _, edit in packed:
        copy = keep_copy(deck.path) if edit else None
        save(data, deck.path)
        written.append(replace(deck, kept=copy))
    if unbuilt:
        paths = (deck_path(outline, output, Language(each.language), edition) for each in unbuilt)
        raise UnbuiltError(found, unbuilt, written, [path for path in paths if path.exists()])
    return written


def _settled(make: Callable[[], _Made]) -> _Made:
    """What is made of files none of which was changed meanwhile: else it may be made of halves.

    DeckError where they do not come to rest.
    """
    for _ in range(_TRIES):
        with noted() as inputs:
            made = make()
        changed = [path for path, before in inputs.items() if stamp(path) != before]
        if not changed:
            return made
    message, hint = f"{changed[0]} is being changed all the time", "build again once it is finished"
    raise DeckError([Diagnostic("file-changed", message, Span(str(changed[0])), hint)])
