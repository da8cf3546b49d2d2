"""The same work for each of several things → all that is made, by as many processes as there are cores.

For that this process is doubled as it is, with all that it has loaded and made.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar

from deck.ground.inputs import note_all, noted

Thing = TypeVar("Thing")
Made = TypeVar("Made")
Progress = Callable[[str], None]


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def may_be_doubled() -> bool:
    """Whether this process can be doubled as it is: on Linux, and with no other thread, which would not be doubled."""
    tasks = Path("/proc/self/task")
    return sys.platform == "linux" and tasks.is_dir() and len(list(tasks.iterdir())) == 1


def made_of_each(
    make: Callable[[Thing, Progress], Made], things: Sequence[Thing], progress: Progress, processes: int | None = None
) -> list[Made]:
    """What is made of each thing, by `processes` at once, else one a core: all as if one had made it in order.

    What is made can be pickled. So what is told meanwhile comes in order, files that are read are noted, and what
    cannot be made raises here.
    """
    at_once = (processes or cores()) if may_be_doubled() else 1
    share = -(-len(things) // at_once)
    doubles: list[_Double[Thing, Made]] = []
    try:
        # Where no more processes are allowed, the rest is made here.
        with suppress(OSError):
            for start in range(share, len(things), share or 1):
                doubles.append(_Double(make, things[start : start + share]))
        made = [make(thing, progress) for thing in things[:share]]
        for double in doubles:
            made += double.made(progress)
        return made + [make(thing, progress) for thing in things[share * (1 + len(doubles)) :]]
    finally:
        for double in doubles:
            double.end()


class _Double(Generic[Thing, Made]):
    """This process a second time, which makes its share of the things and hands it over."""

    def __init__(self, make: Callable[[Thing, Progress], Made], share: Sequence[Thing]) -> None:
        self._make, self._share = make, share
        out, into = os.pipe()
        try:
            self._process = os.fork()
        except OSError:
            os.close(out)
            os.close(into)
            raise
        if not self._process:
            try:
                self._hand_over(into)
            finally:
                # What the first process does at its end, and the telling of an error, is left to that one.
                os._exit(0)
        os.close(into)
        self._pipe = os.fdopen(out, "rb")

    def _hand_over(self, into: int) -> None:
        said: list[str] = []
        with noted() as inputs:
            made = [self._make(thing, said.append) for thing in self._share]
        with os.fdopen(into, "wb") as pipe:
            pickle.dump((made, said, inputs), pipe)

    def made(self, progress: Progress) -> list[Made]:
        """What it made; where it came to no good end, that is made here, and whatever is wrong is so here, too."""
        made: list[Made]
        try:
            made, said, inputs = pickle.load(self._pipe)
        except (EOFError, pickle.UnpicklingError):
            return [self._make(thing, progress) for thing in self._share]
        for doing in said:
            progress(doing)
        note_all(inputs)
        return made

    def end(self) -> None:
        """Stops it, if it is not done."""
        self._pipe.close()
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
