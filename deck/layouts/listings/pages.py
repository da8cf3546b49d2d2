"""Long code → the ranges of lines that stand on each slide: parted where a thought ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

_BLANK, _OUTERMOST = 6.0, 2.0
"""By how many lines a slide may be less even for a blank line to part it, and for a line without indent to begin the
next one."""


def divided(lines: Sequence[str], most: int) -> Iterator[tuple[int, int]]:
    """The first line of each slide and the one after its last, no more than `most`; blank lines at the ends are left
    out."""
    start = 0
    for pages in range(ceil(len(lines) / most), 0, -1):
        left = len(lines) - start
        if left <= 0:
            return
        even = ceil(left / pages)
        candidates = range(max(1, left - most * (pages - 1)), min(most, left) + 1)
        end = start + min(candidates, key=lambda count: _cost(lines, start + count, abs(count - even)))
        last = end
        while last > start and not lines[last - 1].strip():
            last -= 1
        if last > start:
            yield start, last
        start = end
        while start < len(lines) and not lines[start].strip():
            start += 1


def _cost(lines: Sequence[str], cut: int, uneven: int) -> float:
    if cut == len(lines):
        return uneven
    outermost = bool(lines[cut].strip()) and not lines[cut][:1].isspace()
    after_blank = not lines[cut - 1].strip() or not lines[cut].strip()
    return uneven - _BLANK * after_blank - _OUTERMOST * outermost
