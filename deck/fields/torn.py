"""What lies in pieces between braces, as a comma ends a value there, or a colon has no space: how to write it."""

from __future__ import annotations

import re
from collections.abc import Collection

from deck.ground.late_pattern import late_pattern
from deck.nodes import Mapping, Node, Scalar

_THOUSANDS = late_pattern(r"(?<![\w,.])-?\d{1,3}(?:,\d{3})+(?![\w.])", re.ASCII)


def number_at(line: str, column: int) -> str | None:
    """The number with commas between its thousands that stands round this place of a line, after its first digits."""
    return next((each[0] for each in _THOUSANDS.finditer(line) if each.start() < column < each.end()), None)


def torn_number(fields: Node, name: str, number: str) -> tuple[str, str] | None:
    """What is wrong with a number of which this name of a field is the first piece behind a comma, and a hint.

    None for a later piece.
    """
    before = _before(fields, name)
    if not before or before[-1].isdigit():
        return None
    field = before[-1]
    hint = f"write `{field}: {number.replace(',', '_')}`"
    if number.count(",") == 1:
        hint += f"; or, for a decimal, `{field}: {number.replace(',', '.')}`"
    return f"a comma ends a value between braces: `{number}` is none", hint


def torn_off(fields: Node, name: str, known: Collection[str]) -> str | None:
    """A hint for a text of which this name of a field is a piece; None where it is none. `known` are the fields."""
    if not (isinstance(fields, Mapping) and fields.flow and _is_empty(fields.entries[name])):
        return None
    field, colon, value = name.partition(":")
    if colon and field in known:
        return f"write a space after the colon: `{field}: {value}`"
    before = _before(fields, name)
    if not before:
        return None
    start = fields.entries[before[-1]]
    if isinstance(start, Scalar) and isinstance(start.value, int) and name.isdigit():
        return f"write a decimal with a point: `{before[-1]}: {start.value}.{name}`"
    whole = next((each for each in reversed(before) if each in known), None)
    return f'a text that holds a comma needs quotation marks inside braces: `{whole or "text"}: "…, …"`'


def _before(fields: Node, name: str) -> list[str]:
    """The names of the fields before this one."""
    names = list(fields.entries) if isinstance(fields, Mapping) else []
    return names[: names.index(name)]


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None
