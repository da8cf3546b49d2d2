"""Outline file → decks on disk, in any of its languages; nothing is written where anything is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from pathlib import Path

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Span, has_errors
from deck.ground.inputs import noted, stamp
from deck.model.edition import Edition
from deck.pipeline.build import Built, LayingOut, Progress, lay_out_each
from deck.pipeline.checking import called_errors
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

    DeckError, before any file is touched, where anything is wrong, or a deck there is not as it was built, or is open;
    OSError where a file cannot be written. With `allow_overflow`, a text that is too long is only warned of; with
    `release`, one that is not translated is an error; with `overwrite`, a copy of an edited deck is kept beside. An
    `edition` has facts, lists and decks of its own; who builds one after the other hands over what it `kept`.
    """
    from deck.export.pptx import write_pptx
    from deck.ground.saving import save
    from deck.pipeline.edited import edited, keep_copy, left_behind_since, record_of, standing

    laid_out = []
    for built in _settled(
        lambda: lay_out_each(
            outline, languages, all_languages=all_languages, progress=progress, edition=edition, kept=kept
        )
    ):
        found = (*built.diagnostics, *called_errors(built, outline))
        found = judged(found, allow_overflow=allow_overflow, release=release)
        laid_out.append(replace(built, diagnostics=found))
    findings = [finding for built in laid_out for finding in built.diagnostics]
    if has_errors(findings):
        raise DeckError(findings)
    finished, lost = [], {}
    for built in laid_out:
        path = deck_path(outline, output, built.deck.language, edition)
        progress(f"writing {path}")
        before, data = standing(path), write_pptx(built.deck)
        found = (*built.diagnostics, *left_behind_since(built.presentation, record_of(before)))
        finished.append((path, data, replace(built, diagnostics=found)))
        if what := edited(path, before, data):
            lost[path] = what
    if lost and not overwrite:
        raise DeckError(list(lost.values()))
    written = []
    for path, data, built in finished:
        copy = keep_copy(path) if path in lost else None
        save(data, path)
        written.append(Written(path, len(data), built, copy))
    return written


def _settled(lay_out: Callable[[], Iterator[Built]]) -> list[Built]:
    """What is laid out, of files none of which was changed meanwhile: else it may be made of halves.

    DeckError where they do not come to rest.
    """
    for _ in range(_TRIES):
        with noted() as inputs:
            found = list(lay_out())
        changed = [path for path, before in inputs.items() if stamp(path) != before]
        if not changed:
            return found
    message, hint = f"{changed[0]} is being changed all the time", "build again once it is finished"
    raise DeckError([Diagnostic("file-changed", message, Span(str(changed[0])), hint)])
