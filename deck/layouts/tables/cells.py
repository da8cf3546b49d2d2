"""A table's cells before they are set: what each says, and how many columns and rows it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deck.ground.dataclass import dataclass
from deck.layouts.frame.furniture import WHITE
from deck.model.style import Colour, TextBody
from deck.model.text import Text


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words, how they stand, and the path of their field."""

    text: Text
    body: TextBody
    field: str
    span: int = 1
    rows: int = 1
    goes_on: bool = False
    """Whether it is one with the cell above it."""


def joined(every: Sequence[Sequence[Cell]], rows: Sequence[int]) -> list[list[Cell]]:
    """These rows, in which each cell takes those below that are one with it: the first says again what goes on."""
    lines: list[list[Cell]] = []
    for row in rows:
        line = []
        for at, cell in enumerate(every[row]):
            if cell.goes_on and lines:
                origin = next(number for number in range(len(lines) - 1, -1, -1) if lines[number][at].rows)
                lines[origin][at] = replace(lines[origin][at], rows=lines[origin][at].rows + 1)
                line.append(replace(cell, rows=0))
            elif cell.goes_on:
                before = (every[number][at] for number in range(row - 1, -1, -1))
                line.append(next((each for each in before if not each.goes_on), cell))
            else:
                line.append(cell)
        lines.append(line)
    return lines


def bands(lines: Sequence[Sequence[Cell]], band: Colour) -> Iterator[Colour]:
    """Every other row's ground, where rows that share a cell count as one."""
    shaded = False
    for line in lines:
        shaded = shaded if any(not cell.rows for cell in line) else not shaded
        yield band if shaded else WHITE
