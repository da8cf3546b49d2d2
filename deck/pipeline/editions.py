"""Outline file and a list of editions → each one's decks on disk, made on all the cores there are.

An edition that fails stops no other.
"""

from __future__ import annotations

import gc
import multiprocessing
import re
import signal
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import TypeAlias

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Span, found_before
from deck.ground.doubling import cores, may_be_doubled
from deck.ground.files import read_bytes
from deck.lists import read_editions
from deck.model.edition import Edition
from deck.model.text import names_in_braces
from deck.pipeline.build import LayingOut, Progress
from deck.pipeline.each_language import Unbuilt
from deck.pipeline.writing import UnbuiltError, Written

_LIST = re.compile(r"\blist:\s*([\w-]+)")
"""What names a list whose rows are parts of a slide."""
_SHOWN = 40
_OBJECTS = 200_000
"""How many objects a process beside the first makes before it looks whether some can go: those of fifty editions."""
_Kept: TypeAlias = dict[str | None, LayingOut]
"""What was laid out for one edition: slides that are the same in the next one stay."""
_kept: _Kept = {}
"""What a process beside the first begins with, and goes on with."""


@dataclass(frozen=True, slots=True)
class BuiltEdition:
    """An edition's decks that were written, none where it failed, and what was found; `unbuilt` are its languages that
    have errors, where others were written; `kept` are copies of edited decks, and `place` is its row in the list."""

    name: str
    place: Span
    paths: tuple[Path, ...]
    findings: tuple[Diagnostic, ...]
    kept: tuple[Path, ...] = ()
    unbuilt: tuple[str, ...] = ()


def build_editions(
    editions: Path,
    build: Callable[..., list[Written]],
    *,
    progress: Progress = lambda _: None,
    processes: int | None = None,
) -> list[BuiltEdition]:
    """The editions in the order of their list, `processes` at once, else one a core.

    Each is built by `build`: `build_decks`, as a partial with all but the edition and what is kept. DeckError where the
    list itself cannot be read.
    """
    wanted = read_editions(editions)
    done = {}
    for number, each in enumerate(_each_done(build, wanted, processes or cores()), start=1):
        done[each.name] = each
        progress(f"built {number} of {len(wanted)} editions: {each.name}")
    return list(_explained(wanted, done))


def _explained(wanted: Sequence[Edition], done: Mapping[str, BuiltEdition]) -> Iterator[BuiltEdition]:
    """What was built, in order; what was not found in all editions alike may come from a row."""
    of_all = set.intersection(*(set(each.findings) for each in done.values())) if len(wanted) > 1 else set()
    for edition in wanted:
        built = done[edition.name]
        found = (one if one in of_all else _from_its_row(edition, one) for one in built.findings)
        yield replace(built, findings=tuple(found))


def _each_done(
    build: Callable[..., list[Written]], editions: Sequence[Edition], processes: int
) -> Iterator[BuiltEdition]:
    """Each edition when it is built: the first here, so that other processes begin with all that editions share."""
    first, *others = editions
    kept: _Kept = {}
    yield _built(build, first, kept)
    if not others:
        return
    forks = may_be_doubled()
    context = multiprocessing.get_context("fork" if forks else "spawn")
    workers = ProcessPoolExecutor(min(processes, len(others)), context, _begin, (kept if forks else {},))
    try:
        building = {workers.submit(_built_beside, build, each): each for each in others}
        for future in as_completed(building):
            try:
                yield future.result()
            except Exception as error:
                # A process that was ended, by the system for want of memory, say.
                failed = building[future]
                yield BuiltEdition(failed.name, failed.place, (), (_failure(error),))
    finally:
        workers.shutdown(cancel_futures=True)


def _built_beside(build: Callable[..., list[Written]], edition: Edition) -> BuiltEdition:
    """One edition, in a process beside the first."""
    return _built(build, edition, _kept)


def _built(build: Callable[..., list[Written]], edition: Edition, kept: _Kept) -> BuiltEdition:
    name, place = edition.name, edition.place
    written: Sequence[Written]
    unbuilt: tuple[Unbuilt, ...] = ()
    try:
        written = build(edition=edition, kept=kept)
    except UnbuiltError as error:
        written, unbuilt = error.written, error.unbuilt
    except DeckError as error:
        return BuiltEdition(name, place, (), error.diagnostics)
    except Exception as error:
        return BuiltEdition(name, place, (), (*found_before(error), _failure(error)))
    found = [*(each.findings for each in written), *(each.findings for each in unbuilt)]
    findings = dict.fromkeys(finding for each in found for finding in each)
    copies = tuple(each.kept for each in written if each.kept)
    paths, wrong = tuple(each.path for each in written), tuple(each.language for each in unbuilt)
    return BuiltEdition(name, place, paths, tuple(findings), copies, wrong)


def _from_its_row(edition: Edition, found: Diagnostic) -> Diagnostic:
    """A finding in a text of the outline that says what the edition's row does, with the cells of that row."""
    if found.span is None or found.span.path == edition.values.path:
        return found
    exactly, further = _texts_at(found.span)
    names = _named(exactly) or _named(further)
    cells = [
        f"`{row.values['id']}` is “{textwrap.shorten(row.values['value'], _SHOWN, placeholder=' …')}” by {row.span}"
        for row in edition.called(names).values.rows
        if row.values["id"] in names
    ]
    return replace(found, hint="; ".join(filter(None, (found.hint, *cells)))) if cells else found


def _named(text: str) -> set[str]:
    return {name[1].strip().split(".")[0] for name in names_in_braces(text)} | {*_LIST.findall(text)}


def _texts_at(span: Span) -> tuple[str, str]:
    """What stands there in its file, and what follows on its line and those below that are further in, or quoted."""
    try:
        lines = read_bytes(Path(span.path)).decode("utf-8", "replace").split("\n")[span.line - 1 :]
    except DeckError:
        return "", ""
    first, *others = lines or [""]
    margin = len(first) - len(first.lstrip())
    below = takewhile(
        lambda line: not line.strip() or len(line) - len(line.lstrip()) > margin or line[:1] == '"', others
    )
    further = "\n".join((first[span.column - 1 :], *below))
    return first[span.column - 1 : span.end_column - 1] if span.end_column else further, further


def _failure(error: Exception) -> Diagnostic:
    if isinstance(error, OSError):
        message, hint = f"cannot use {error.filename}: {error.strerror or error}", "see whether it may be written"
    else:
        message = f"the program failed, which is its own fault: {type(error).__name__}: {error}"
        hint = "report it with the outline and the list of editions"
    return Diagnostic("edition-failed", message, None, hint)


def _begin(kept: _Kept) -> None:
    """Leaves it to the first process to be stopped, and looks for rubbish seldom: an edition makes hardly any.

    What is there already is no rubbish, and stays memory that the processes share.
    """
    global _kept
    _kept = kept
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(_OBJECTS)
