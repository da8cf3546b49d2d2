"""Which files a piece of work reads, as it found them: what to watch, and to compare with later.

Readers say so with `note` before they open a file or list a folder; whoever wants to know listens with `noted`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = tuple[object, ...] | None
"""What tells a file from a later state of it, or a folder's names; None where there is neither."""
Inputs: TypeAlias = dict[Path, Stamp]

_listening: ContextVar[Inputs | None] = ContextVar("listening", default=None)
_seen: ContextVar[dict[str, Stamp] | None] = ContextVar("seen", default=None)


def note(path: Path) -> None:
    """Says that the file or folder at `path` is about to be read. It need not be there."""
    inputs = _listening.get()
    if inputs is not None and (place := path.absolute()) not in inputs:
        inputs[place] = stamp(place)


def note_all(inputs: Mapping[Path, Stamp]) -> None:
    """Says that something was made of these earlier."""
    listening = _listening.get()
    if listening is not None:
        listening.update({path: found for path, found in inputs.items() if path not in listening})


@contextmanager
def noted() -> Iterator[Inputs]:
    """Gathers what is read meanwhile, each as it was just before it was read first."""
    inputs: Inputs = {}
    token = _listening.set(inputs)
    try:
        yield inputs
    finally:
        _listening.reset(token)
        note_all(inputs)


@contextmanager
def at_one_moment() -> Iterator[None]:
    """Meanwhile the state of each file is looked at once, however often it is asked for.

    One that changes meanwhile is noted as it was, so whoever looks the next time sees that it is another.
    """
    token = _seen.set({})
    try:
        yield
    finally:
        _seen.reset(token)


def stamp(path: Path) -> Stamp:
    """The state of what is at `path` now; a link's is that of what it leads to."""
    # Paths are told apart in Python, and so slowly; their names are not.
    name, seen = str(path), _seen.get()
    if seen is None:
        return _stamp(path)
    if name not in seen:
        seen[name] = _stamp(path)
    return seen[name]


def names_of(folder: Path) -> list[str]:
    """The names in a folder, in order. OSError where it cannot be read."""
    with os.scandir(folder) as found:
        return sorted(each.name for each in found)


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            return tuple(names_of(path))
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
