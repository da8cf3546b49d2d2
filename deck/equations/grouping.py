"""What belongs together in a row: a sum and what is summed, a function and what it is of, what stands before its base.

LaTeX leaves that to the reader; an Office equation says it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any

from deck.equations.commands import FUNCTIONS
from deck.equations.mathml import INTEGRALS, SUMS
from deck.model.mathematics import Fence, Function, Limits, Operator, Piece, Row, Scripts, Signs

_JOINING = frozenset("·×∗*⋅∘†!′″‴⁗/∂∇∞∅%°…⋯|‖\u2009\u205f\u2005\u2002\u2003\u00a0")
"""Signs that end no product."""
_OPENING, _CLOSING = frozenset("([{⟨⌊⌈"), frozenset(")]}⟩⌋⌉")
_SPOKEN = FUNCTIONS | {"arg max", "arg min", "lim inf", "lim sup", "inj lim", "proj lim"}


def grouped(row: Row) -> Row:
    """The row, with all that it holds, grouped."""
    return _with_operands(_whole_brackets(_before_their_bases([_inside(piece) for piece in row])))


def _inside(piece: Piece) -> Piece:
    changes: dict[str, Any] = {}
    for each in fields(piece):
        value = getattr(piece, each.name)
        if isinstance(value, tuple) and value and (new := _rows(value)) != value:
            changes[each.name] = new
    return replace(piece, **changes) if changes else piece


def _rows(value: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row, rows or rows of rows, each grouped; anything else as it is."""
    if all(isinstance(each, tuple) for each in value):
        return tuple(_rows(each) if each else each for each in value)
    return value if isinstance(value[0], str) else grouped(value)


def _before_their_bases(row: Sequence[Piece]) -> list[Piece]:
    """Scripts at nothing belong to what comes next: a piece, or an upright word such as the sign of an element."""
    found: list[Piece] = []
    for piece in row:
        last = found[-1] if found else None
        alone = isinstance(last, Scripts) and not last.base and not last.before
        if alone and not (isinstance(piece, Signs) and piece.kind == "operator"):
            assert isinstance(last, Scripts)
            found[-1] = replace(last, base=(piece,), before=True)
        elif isinstance(last, Scripts) and last.before and _upright(piece) and all(map(_upright, last.base)):
            found[-1] = replace(last, base=(*last.base, piece))
        else:
            found.append(piece)
    return found


def _upright(piece: Piece) -> bool:
    return isinstance(piece, Signs) and piece.kind == "letter" and piece.look == "upright"


def _whole_brackets(row: Sequence[Piece]) -> list[Piece]:
    """What is raised at a closing bracket is raised at all that the pair holds."""
    found: list[Piece] = []
    for piece in row:
        if isinstance(piece, Scripts) and not piece.before and _sign(piece.base) in _CLOSING:
            depth = 1
            for at in range(len(found) - 1, -1, -1):
                depth += (_sign(found[at : at + 1]) in _CLOSING) - (_sign(found[at : at + 1]) in _OPENING)
                if depth == 0:
                    piece = replace(piece, base=(*found[at:], *piece.base))
                    del found[at:]
                    break
        found.append(piece)
    return found


def _sign(row: Sequence[Piece]) -> str:
    """The one sign that a row is, "" for any other row."""
    return row[0].text if len(row) == 1 and isinstance(row[0], Signs) else ""


def _with_operands(row: Sequence[Piece]) -> Row:
    """From the end on, so that what is within another's operand is whole before."""
    found: list[Piece] = []
    for piece in reversed(row):
        if isinstance(piece, Signs) and (piece.text in SUMS or piece.text in INTEGRALS):
            piece = Operator(piece.text, (), beside=piece.text in INTEGRALS)
        if isinstance(piece, Operator) and not piece.of:
            count = _reach(found, _ends_product)
            piece = replace(piece, of=tuple(found[:count]))
            del found[:count]
        elif _is_function(piece) and (count := _reach(found, _ends_argument)):
            piece = Function((piece,), tuple(found[:count]))
            del found[:count]
        found.insert(0, piece)
    return tuple(found)


def _reach(row: Sequence[Piece], ends: Callable[[Sequence[Piece], int], bool]) -> int:
    """How many pieces at the start of a row belong to what is before them; none within brackets ends them."""
    depth = 0
    for at, piece in enumerate(row):
        sign = piece.text if isinstance(piece, Signs) else ""
        if sign in _CLOSING and depth == 0:
            return at
        if depth == 0 and sign not in _OPENING and ends(row, at):
            return at
        depth += (sign in _OPENING) - (sign in _CLOSING)
    return len(row) if depth == 0 else 0


def _ends_product(row: Sequence[Piece], at: int) -> bool:
    piece = row[at]
    return isinstance(piece, Signs) and (
        piece.kind == "words" or (piece.kind == "operator" and piece.text not in _JOINING)
    )


def _ends_argument(row: Sequence[Piece], at: int) -> bool:
    """A function is of one pair of brackets, or of what stands together up to the next sign or function."""
    piece = row[at]
    begins_in_brackets = isinstance(row[0], Fence) or (isinstance(row[0], Signs) and row[0].text in _OPENING)
    if at and begins_in_brackets:
        return True
    if isinstance(piece, Signs):
        return piece.kind not in ("letter", "number") or _is_function(piece)
    return isinstance(piece, Function | Operator) or (at > 0 and isinstance(piece, Fence))


def _is_function(piece: Piece) -> bool:
    if isinstance(piece, Scripts | Limits) and not (isinstance(piece, Scripts) and piece.before):
        return len(piece.base) == 1 and isinstance(piece.base[0], Signs) and _is_function(piece.base[0])
    return (
        isinstance(piece, Signs)
        and piece.kind == "letter"
        and piece.look == "upright"
        and (piece.text.replace("\u2009", " ") in _SPOKEN or (len(piece.text) > 1 and piece.text.isalpha()))
    )
