"""What an equation is made of, as mathematics names its parts: no more than Office's equations know.

A row is what stands side by side; its pieces hold further rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Literal, TypeAlias

from deck.ground.dataclass import dataclass

Kind = Literal["letter", "number", "operator", "words"]
Look = Literal["italic", "upright", "bold", "bold-italic"]


@dataclass(frozen=True, slots=True)
class Signs:
    """Letters, digits, signs or words. Letters of a script or of blackboard are Unicode's own, and upright here."""

    text: str
    kind: Kind
    look: Look = "upright"


@dataclass(frozen=True, slots=True)
class Fraction:
    """One row over another, with a `bar` between them or without."""

    over: Row
    under: Row
    bar: bool = True


@dataclass(frozen=True, slots=True)
class Root:
    """A root; a square root has no `degree`."""

    of: Row
    degree: Row = ()


@dataclass(frozen=True, slots=True)
class Scripts:
    """What is raised and lowered after a row, or `before` it."""

    base: Row
    sub: Row = ()
    sup: Row = ()
    before: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What stands under and over a row, in small."""

    base: Row
    under: Row = ()
    over: Row = ()


@dataclass(frozen=True, slots=True)
class Operator:
    """A large operator such as a sum, with its bounds and what it is of; an integral's bounds stand `beside` it."""

    sign: str
    of: Row
    under: Row = ()
    over: Row = ()
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Fence:
    """Rows between brackets that grow with them; "" for a side without one. `between` parts several rows."""

    start: str
    end: str
    rows: tuple[Row, ...]
    between: str = "|"


@dataclass(frozen=True, slots=True)
class Grid:
    """A matrix, whose columns are aligned as said."""

    rows: tuple[tuple[Row, ...], ...]
    columns: tuple[Literal["left", "center", "right"], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of an equation under each other. Where the first cell of a pair meets the second, they are aligned."""

    rows: tuple[tuple[Row, ...], ...]


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over a row, which grows with it if it is `wide`. The mark is Unicode's combining character."""

    mark: str
    of: Row
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line over a row, or under it."""

    of: Row
    over: bool = True


@dataclass(frozen=True, slots=True)
class Brace:
    """A sign as wide as a row, over it or under it. Where the row is `small`, the sign is what stands on the line."""

    sign: str
    of: Row
    over: bool = True
    small: bool = False


@dataclass(frozen=True, slots=True)
class Function:
    """A function's name, and what it is of."""

    name: Row
    of: Row


@dataclass(frozen=True, slots=True)
class Frame:
    """A row in a box, or struck out: `strikes` has "up", "down" and "level"."""

    of: Row
    strikes: tuple[Literal["up", "down", "level"], ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """The room that a row takes, without what it shows: its width, its height, or both."""

    of: Row
    wide: bool = True
    high: bool = True


Piece: TypeAlias = (
    Signs
    | Fraction
    | Root
    | Scripts
    | Limits
    | Operator
    | Fence
    | Grid
    | Lines
    | Accent
    | Rule
    | Brace
    | Function
    | Frame
    | Gap
)
Row: TypeAlias = tuple[Piece, ...]


def signs(row: Row) -> Iterator[Signs]:
    """All that is written in a row, from left to right."""
    return (piece for piece in pieces(row) if isinstance(piece, Signs))


def pieces(row: Row) -> Iterator[Piece]:
    """All pieces of a row, and of the rows within them, each before what is in it, from left to right."""
    for piece in row:
        yield piece
        for each in fields(piece):
            value = getattr(piece, each.name)
            if isinstance(value, tuple):
                yield from _within(value)


def _within(value: tuple[object, ...]) -> Iterator[Piece]:
    for each in value:
        if isinstance(each, tuple):
            yield from _within(each)
        elif not isinstance(each, str | int | float):
            yield from pieces((each,))  # type: ignore[arg-type]
