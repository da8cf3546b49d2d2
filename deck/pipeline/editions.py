"""Outline file and a list of editions → each one's decks on disk, made on all the cores there are.

An edition that fails stops no other.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from functools import partial
from pathlib import Path

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, found_before
from deck.lists import read_editions
from deck.model.edition import Edition
from deck.pipeline.build import LayingOut, Progress
from deck.pipeline.writing import Written, build_decks

_kept: dict[str | None, LayingOut] = {}
"""What a process beside the first has laid out: slides that are the same in its next edition stay."""


@dataclass(frozen=True, slots=True)
class BuiltEdition:
    """An edition's decks that were written, none where it failed, and what was found; `kept` are copies of edited
    ones."""

    name: str
    paths: tuple[Path, ...]
    findings: tuple[Diagnostic, ...]
    kept: tuple[Path, ...] = ()


def build_editions(
    outline: Path,
    editions: Path,
    output: Path,
    languages: Sequence[str] = (),
    *,
    all_languages: bool = False,
    allow_overflow: bool = False,
    release: bool = False,
    overwrite: bool = False,
    progress: Progress = lambda _: None,
    processes: int | None = None,
) -> list[BuiltEdition]:
    """The editions in the order of their list, each built as `build_decks` does; `processes` at once, else one a core.

    DeckError where the list itself cannot be read.
    """
    wanted = read_editions(editions)
    build = partial(
        build_decks,
        outline,
        output,
        languages,
        all_languages=all_languages,
        allow_overflow=allow_overflow,
        release=release,
        overwrite=overwrite,
    )
    done = {}
    for number, each in enumerate(
        _each_done(partial(_built, build), wanted, min(processes or _cores(), len(wanted))), start=1
    ):
        done[each.name] = each
        progress(f"built {number} of {len(wanted)} editions: {each.name}")
    return [done[edition.name] for edition in wanted]


def _each_done(build: partial[BuiltEdition], editions: Sequence[Edition], processes: int) -> Iterator[BuiltEdition]:
    """Each edition when it is built. Processes are begun anew, so that they are alike on every system."""
    workers = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), _leave_stopping_to_the_first)
    try:
        names: dict[Future[BuiltEdition], str] = {workers.submit(build, edition): edition.name for edition in editions}
        for future in as_completed(names):
            try:
                yield future.result()
            except Exception as error:
                # A process that was ended, by the system for want of memory, say.
                yield BuiltEdition(names[future], (), (_failure(error),))
    finally:
        workers.shutdown(cancel_futures=True)


def _built(build: Callable[..., list[Written]], edition: Edition) -> BuiltEdition:
    """One edition, in a process beside the first."""
    try:
        written = build(edition=edition, kept=_kept)
    except DeckError as error:
        return BuiltEdition(edition.name, (), error.diagnostics)
    except Exception as error:
        return BuiltEdition(edition.name, (), (*found_before(error), _failure(error)))
    findings = dict.fromkeys(finding for each in written for finding in each.built.diagnostics)
    kept = tuple(each.kept for each in written if each.kept)
    return BuiltEdition(edition.name, tuple(each.path for each in written), tuple(findings), kept)


def _failure(error: Exception) -> Diagnostic:
    if isinstance(error, OSError):
        message, hint = f"cannot use {error.filename}: {error.strerror or error}", "see whether it may be written"
    else:
        message = f"the program failed, which is its own fault: {type(error).__name__}: {error}"
        hint = "report it with the outline and the list of editions"
    return Diagnostic("edition-failed", message, None, hint)


def _leave_stopping_to_the_first() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
