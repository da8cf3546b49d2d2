"""What is told of an outline: in the order of its places, and nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from deck.ground.diagnostics import Diagnostic, Span


def in_order(found: Iterable[Diagnostic], path: Path) -> Iterator[Diagnostic]:
    """The findings by their places, each once; those in the outline at `path` itself come first."""
    return _libraries_once(sorted(set(found), key=lambda one: _place(one, str(path))))


def _place(diagnostic: Diagnostic, first: str) -> tuple[object, ...]:
    """What diagnostics are sorted by: those in the `first` file come first."""
    span = diagnostic.span or Span("")
    return (span.path != first, span.path, span.line, span.column, diagnostic.code, diagnostic.message)


def _libraries_once(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings, with a library that is not there told once, where it is wanted first: it is installed once."""
    wanted = Counter(one.message for one in found if one.code == "library-missing")
    told: set[str] = set()
    for one in found:
        if one.code != "library-missing":
            yield one
        elif one.message not in told:
            told.add(one.message)
            others = wanted[one.message] - 1
            more = f"; {others} more {'place wants' if others == 1 else 'places want'} it" if others else ""
            yield replace(one, message=f"{one.message}{more}")
