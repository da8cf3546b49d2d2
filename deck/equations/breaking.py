"""An equation that is too long for its line → the same in several: at wide gaps, before relations, words and sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from deck.model.mathematics import Lines, Piece, Row, Signs

_RELATIONS = frozenset("=≠<>≤≥≈≃≅≡∼∝≪≫⊂⊆⊃⊇∈→⇒⇔⟹⟺")
_SUMS = frozenset("+−±∓-")
_WIDE_GAP = "\u2003"
_WORDS = "words"
_INDENT: Row = (Signs("\u2003", "operator"),)
"""What stands before a line that begins with a plus, so that it is seen to go on."""


def broken(row: Row) -> Iterator[Row]:
    """The ways in which a row can be broken, each into more lines than the one before; none for what has lines."""
    if any(isinstance(piece, Lines) for piece in row):
        return
    if len(several := _several(row)) > 1:
        yield (Lines(tuple(_parted(each) for each in several)),)
        return
    clauses = _clauses(row)
    # What holds is said before where it holds: the relations of a condition part nothing.
    end = clauses[0] if clauses else len(row)
    relations = _places(row[:end], _RELATIONS)
    if not relations and not clauses:
        return
    start, rest = (row[: relations[0]], row[end:]) if relations else ((), row[end:])
    parts = [row[at:until] for at, until in pairwise([*(relations or [0]), end])]
    if len(parts) > 1:
        yield _aligned(start, [*parts[:-1], (*parts[-1], *rest)])
    condition = [_clause(rest)] if rest else []
    if condition:
        yield _aligned(start, [*parts, *condition])
    if len(clauses) > 1:
        yield _aligned(start, [*parts, *(_clause(row[at:until]) for at, until in pairwise([*clauses, len(row)]))])
    for most in (2, 3, 4):
        lines = [line for part in parts for line in _divided(part, most)]
        if len(lines) > len(parts):
            yield _aligned(start, [*lines, *condition])


def _clauses(row: Row) -> list[int]:
    """Where words begin that say when something holds: they have a space before them, as ` if ` has."""
    words = (at for at in _places(row, frozenset((_WORDS,))) if at)
    return [at for at in words if _text(row[at])[:1].isspace() or _text(row[at - 1]).isspace()]


def _clause(row: Row) -> Row:
    """A line that begins with words."""
    first = row[0]
    assert isinstance(first, Signs)
    return (*_INDENT, replace(first, text=first.text.lstrip()), *row[1:])


def _several(row: Row) -> list[Row]:
    """The equations that a row is, with wide gaps between them; a word between two goes with the later."""
    found: list[list[Piece]] = [[]]
    for piece in row:
        if _sign(piece).startswith(_WIDE_GAP):
            if not all(isinstance(each, Signs) and each.kind == "words" for each in found[-1]):
                found.append([])
            elif found[-1]:
                found[-1].append(piece)
        else:
            found[-1].append(piece)
    return [tuple(each) for each in found if each]


def _parted(row: Row) -> tuple[Row, ...]:
    """A line in two cells, the second beginning with its relation."""
    relations = _places(row, _RELATIONS)
    return (row[: relations[0]], row[relations[0] :]) if relations else (row, ())


def _aligned(start: Row, lines: list[Row]) -> Row:
    """The lines under each other, aligned at where the first of them begins."""
    first, *others = lines
    return (Lines(((start, first), *(((), line) for line in others))),)


def _divided(part: Row, most: int) -> list[Row]:
    """A part in so many lines at the most, about equally long, each but the first beginning with a plus or minus."""
    places = [at for at in _places(part, _SUMS) if at > 1]
    wanted = [len(part) * number / most for number in range(1, most)]
    chosen = sorted({min(places, key=lambda at: abs(at - place)) for place in wanted}) if places else []
    bounds = [0, *chosen, len(part)]
    lines = [part[start:end] for start, end in pairwise(bounds)]
    return [lines[0], *((*_INDENT, *line) for line in lines[1:])]


def _places(row: Row, signs: frozenset[str]) -> list[int]:
    """Where one of these signs stands between things, outside of brackets."""
    found, depth = [], 0
    for at, piece in enumerate(row):
        sign = _sign(piece)
        depth += (sign in "([{" and bool(sign)) - (sign in ")]}" and bool(sign))
        if sign in signs and at and depth == 0:
            found.append(at)
    return found


def _sign(piece: Piece) -> str:
    """An operator, and what stands for words; "" for all else."""
    if isinstance(piece, Signs) and piece.kind == "words":
        return _WORDS
    return piece.text if isinstance(piece, Signs) and piece.kind == "operator" else ""


def _text(piece: Piece) -> str:
    return piece.text if isinstance(piece, Signs) else ""
