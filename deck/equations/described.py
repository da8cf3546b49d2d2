"""An equation in a line, as it is typed and read out: `x=(−b±√(b^2−4ac))/2a`. For who cannot see it."""

from __future__ import annotations

from collections.abc import Iterable

from deck.model.mathematics import (
    Accent,
    Brace,
    Fence,
    Fraction,
    Frame,
    Function,
    Gap,
    Grid,
    Limits,
    Lines,
    Operator,
    Piece,
    Root,
    Row,
    Rule,
    Scripts,
    Signs,
)

_MARK_NAMES = {"\u20d7": "→", "\u20d6": "←", "\u20e1": "↔"}
_DEGREES = {"3": "∛", "4": "∜"}


def linear(row: Row) -> str:
    """The equation's signs in a line, with brackets where it has two dimensions."""
    return " ".join("".join(_said(piece) for piece in row).split())


def _said(piece: Piece) -> str:
    match piece:
        case Signs(text, "words"):
            return f" {text.strip()} "
        case Signs(text, "operator"):
            return text if len(text) > 1 or text in "()[]{},.;|/!′" else f" {text} " if text in "=<>≤≥≈≡∈→⇒⇔" else text
        case Signs(text):
            return f" {text} " if len(text) > 1 and text.isalpha() else text
        case Fraction(over, under, False):
            return f"{_whole(over)}¦{_whole(under)}"
        case Fraction(over, under):
            return f"{_whole(over)}/{_whole(under)}"
        case Root(of, degree):
            sign = _DEGREES.get(linear(degree), "√") if degree else "√"
            return f"{'' if sign != '√' or not degree else _raised(degree)}{sign}{_whole(of)}"
        case Scripts(base, sub, sup, True):
            return f"{_lowered(sub)}{_raised(sup)}{linear(base)}"
        case Scripts(base, sub, sup) | Limits(base, sub, sup):
            return (
                f"{linear(base)}{_lowered(sub)}{_raised(sup)} "
                if len(linear(base)) > 1
                else (f"{linear(base)}{_lowered(sub)}{_raised(sup)}")
            )
        case Operator(sign, of, under, over):
            return f"{sign}{_lowered(under)}{_raised(over)} {linear(of)}"
        case Fence(start, end, ((Grid(cells),),)):
            return f"{start}{_cells(cells)}{end}"
        case Fence(start, end, rows, between):
            return f"{start}{between.join(map(linear, rows))}{end}"
        case Grid(rows):
            return f"[{_cells(rows)}]"
        case Lines(rows):
            return "; ".join(linear(tuple(piece for cell in row for piece in cell)) for row in rows)
        case Accent(mark, of):
            said = linear(of)
            return said + _MARK_NAMES.get(mark, mark) if len(said) == 1 else f"({said}){_MARK_NAMES.get(mark, mark)}"
        case Brace(_, of, _, True):
            return f" {piece.sign}{_raised(of)} "
        case Rule(of) | Brace(_, of) | Frame(of):
            return linear(of)
        case Function(name, of):
            said = linear(of)
            return f" {linear(name)}{'' if said.startswith('(') else ' '}{said}"
        case Gap():
            return " "
    return ""


def _cells(rows: Iterable[Iterable[Row]]) -> str:
    return "; ".join(", ".join(map(linear, row)) for row in rows)


def _whole(row: Row) -> str:
    said = linear(row)
    return said if len(said) == 1 or said.isdigit() else f"({said})"


def _lowered(row: Row) -> str:
    return f"_{_whole(row)}" if row else ""


def _raised(row: Row) -> str:
    said = linear(row)
    if said and not said.strip("′"):
        return said
    return f"^{_whole(row)}" if row else ""
