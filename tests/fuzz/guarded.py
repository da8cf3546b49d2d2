"""The command line, run as a person runs it, within bounds of time and memory."""

from __future__ import annotations

import contextlib
import io
import resource
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from deck.cli import main

SECONDS = 5
"""Of processor time, which a busy machine does not change."""
BYTES = 500 * 2**20


class TookTooLongError(BaseException):
    """Raised in the middle of what takes longer than it may; no `except Exception` takes it for a mistake."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and what it printed."""

    code: int
    printed: str
    told: str

    @property
    def fault(self) -> str | None:
        """What must not happen, whatever was handed in; None if the command did what it should."""
        if self.code not in (0, 1, 2):
            return f"exit code {self.code}"
        for sign in ("Traceback", "the program failed", "MemoryError"):
            if sign in self.told or sign in self.printed:
                return self.told
        return None if self.code == 0 or self.told or self.printed else "no word of what is wrong"


def run(arguments: Sequence[str]) -> Ran:
    """Runs a command. TookTooLongError past five seconds; past 500 MB more than before, it runs out of memory."""
    out, err = io.StringIO(), io.StringIO()
    with bounded(), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else 2
    return Ran(code, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def bounded(seconds: float = SECONDS, more: int = BYTES) -> Iterator[None]:
    """Bounds what runs within."""

    def stop(*_: object) -> None:
        raise TookTooLongError(f"longer than {seconds} s")

    before = signal.signal(signal.SIGPROF, stop)
    least, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_in_use() + more, most))
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        resource.setrlimit(resource.RLIMIT_AS, (least, most))


def _in_use() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()
