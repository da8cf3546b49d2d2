"""Outline file → decks on disk, in any of its languages; one in which anything is wrong is not written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from pathlib import Path

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.inputs import noted, stamp
from deck.model.edition import Edition
from deck.model.language import Language
from deck.pipeline.build import Built, LayingOut, Progress, lay_out_each
from deck.pipeline.checking import called_errors
from deck.pipeline.each_language import LaidOut, parted
from deck.pipeline.judging import judged
from deck.pipeline.places import deck_path

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Written:
    """A deck that was written: where, how many bytes, and the copy that was kept of an edited one, if any."""

    path: Path
    size: int
    built: Built = field(repr=False)
    kept: Path | None = None


class UnbuiltError(DeckError):
    """Languages in which no deck was `written`, as they have errors; `stands` are decks of before in these.

    `diagnostics` are of all languages that were asked for.
    """

    def __init__(self, laid_out: LaidOut, written: Sequence[Written], stands: Sequence[Path]) -> None:
        self.unbuilt, self.written, self.stands = tuple(laid_out.wrong), tuple(written), tuple(stands)
        super().__init__(laid_out.findings)


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

    def lay_out() -> LaidOut:
        failed: dict[str, DeckError] = {}
        decks = lay_out_each(
            outline,
            languages,
            all_languages=all_languages,
            progress=progress,
            edition=edition,
            kept=kept,
            failed=failed,
        )
        return parted(decks, failed, judge)

    laid_out = _settled(lay_out)
    finished, lost = [], {}
    for built in laid_out.right:
        path = deck_path(outline, output, built.deck.language, edition)
        progress(f"writing {path}")
        before, data = standing(path), write_pptx(built.deck)
        found = (*built.diagnostics, *left_behind_since(built.presentation, record_of(before)))
        finished.append((path, data, replace(built, diagnostics=found)))
        if what := edited(path, before, data):
            lost[path] = what
    if lost and not overwrite:
        raise DeckError([*laid_out.findings, *lost.values()] if laid_out.wrong else lost.values())
    written = []
    for path, data, built in finished:
        copy = keep_copy(path) if path in lost else None
        save(data, path)
        written.append(Written(path, len(data), built, copy))
    if laid_out.wrong:
        paths = (deck_path(outline, output, Language(each.language), edition) for each in laid_out.wrong)
        raise UnbuiltError(laid_out, written, [path for path in paths if path.exists()])
    return written


def _settled(lay_out: Callable[[], LaidOut]) -> LaidOut:
    """What is laid out, of files none of which was changed meanwhile: else it may be made of halves.

    DeckError where they do not come to rest.
    """
    for _ in range(_TRIES):
        with noted() as inputs:
            found = lay_out()
        changed = [path for path, before in inputs.items() if stamp(path) != before]
        if not changed:
            return found
    message, hint = f"{changed[0]} is being changed all the time", "build again once it is finished"
    raise DeckError([Diagnostic("file-changed", message, Span(str(changed[0])), hint)])
