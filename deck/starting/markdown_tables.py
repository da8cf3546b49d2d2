"""Tables as Pandoc and Quarto have them besides those of bars: in grids of plus signs, and under dashes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from deck.starting.markdown_lines import numbered_lines

_EDGE = re.compile(r"[ ]{0,3}\+(?:[-=:]+\+)+[ \t]*$")
_DASHES = re.compile(r"[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*$")


def with_tables_of_bars(lines: list[str], start: int) -> list[str]:
    """The lines, in which these tables are tables of bars; there are as many lines as before."""
    made = list(lines)
    coded = {at for at, _, in_code in numbered_lines(lines, start) if in_code}
    at = start
    while at < len(lines):
        end, rows, sides = at + 1, list[list[str]](), list[str]()
        if at not in coded and _EDGE.match(lines[at]):
            end, rows = _grid(lines, at)
            sides = _marked(lines[at:end])
        elif at not in coded and at > start and _DASHES.match(lines[at]) and lines[at - 1].strip():
            end, rows = _under_dashes(lines, at)
            sides = _stood(lines[at - 1], lines[at])
            at -= 1
        if rows:
            said = [_bar(rows[0]), _bar(sides), *map(_bar, rows[1:])]
            # Both kinds have at least as many lines: an edge over each row, or dashes under the first.
            made[at:end] = [*said, *[""] * (end - at - len(said))]
        at = end
    return made


def _grid(lines: list[str], at: int) -> tuple[int, list[list[str]]]:
    """Where a grid ends, and its rows; none where it is not whole."""
    edges = [match.start() for match in re.finditer(r"\+", lines[at])]
    rows, cells = list[list[str]](), list[list[str]]()
    end = at + 1
    while end < len(lines) and (line := lines[end]).lstrip().startswith(("|", "+")):
        if _EDGE.match(line):
            rows += [[" ".join(filter(None, words)) for words in cells]] if cells else []
            cells = []
        else:
            own = [line[left + 1 : right].strip() for left, right in pairwise(edges)]
            cells = cells or [[] for _ in own]
            for cell, words in zip(cells, own, strict=True):
                cell.append(words)
        end += 1
    return end, rows if not cells else []


def _marked(lines: Sequence[str]) -> list[str]:
    """On which side each column of a grid stands, by the colons under its headings, as a table of bars says it."""
    edges = [line.strip().strip("+").split("+") for line in lines if _EDGE.match(line)]
    said = next((edge for edge in edges if "=" in edge[0]), edges[0])
    return [f"{':' if each[0] == ':' else ''}---{':' if each[-1] == ':' else ''}" for each in said]


def _stood(head: str, dashes: str) -> list[str]:
    """On which side each column stands, by where its heading does over its dashes, as a table of bars says it."""
    runs = [match.span() for match in re.finditer(r"-+", dashes)]
    sides, before = list[str](), 0
    for (start, end), after in zip(runs, [*(start for start, _ in runs[1:]), len(head)], strict=True):
        words = head[before:after]
        first, last = before + len(words) - len(words.lstrip()), before + len(words.rstrip())
        sides.append("---" if first <= start or not words.strip() else "---:" if last >= end else ":---:")
        before = after
    return sides


def _under_dashes(lines: list[str], at: int) -> tuple[int, list[list[str]]]:
    """Where a table ends whose headings stand above these dashes, and its rows."""
    starts = [match.start() for match in re.finditer(r"-+", lines[at])]
    end = at + 1
    while end < len(lines) and lines[end].strip():
        end += 1
    own = [line for line in (lines[at - 1], *lines[at + 1 : end]) if not _DASHES.match(line)]
    return end, [_cells(line, starts) for line in own]


def _cells(line: str, starts: Sequence[int]) -> list[str]:
    # What stands over dashes may begin a little before them.
    ends = [*starts[1:], len(line) + 1]
    return [
        line[0 if number == 0 else left : right].strip()
        for number, (left, right) in enumerate(zip(starts, ends, strict=True))
    ]


def _bar(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"
