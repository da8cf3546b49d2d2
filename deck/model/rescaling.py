"""The same thing larger or smaller: places, lines and type, as if seen from nearer or farther away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from deck.model.charts import Chart
from deck.model.equations import Equation
from deck.model.links import Link
from deck.model.shapes import Table
from deck.model.style import Stroke, TextStyle
from deck.model.typesetting import FittedText
from deck.model.units import Emu, Insets, Rect

Thing = TypeVar("Thing")

_LENGTHS: Mapping[type, tuple[str, ...]] = {
    Rect: ("left", "top", "width", "height"),
    Insets: ("start", "top", "end", "bottom"),
    Stroke: ("width",),
    TextStyle: ("size", "minimum_size", "largest_size", "space_before", "space_after", "indent", "hanging"),
    FittedText: ("sizes",),
    Table: ("column_widths", "row_heights"),
    Chart: ("line_width", "marker"),
    Equation: ("size",),
    Link: ("points",),
}
"""What of each type is a length, in EMU where it is whole, or in points."""
_WHOLE = (Rect, Insets, Stroke, Table, Link)


def rescaled(thing: Thing, factor: float) -> Thing:
    """The thing that many times as large, with all that is in it. A text's lines, which no file holds, stay."""
    if factor == 1:
        return thing
    made: Any = thing
    if isinstance(thing, tuple):
        made = tuple(rescaled(each, factor) for each in thing)
    elif is_dataclass(thing) and not isinstance(thing, type):
        lengths = _LENGTHS.get(type(thing), ())
        changes: dict[str, Any] = {}
        for each in fields(thing):
            old = getattr(thing, each.name)
            if each.name in lengths:
                changes[each.name] = _length(old, factor, whole=isinstance(thing, _WHOLE) or each.name == "line_width")
            elif each.init and (new := rescaled(old, factor)) is not old:
                changes[each.name] = new
        made = replace(thing, **changes) if changes else thing
    return made  # type: ignore[no-any-return]


def _length(length: Any, factor: float, *, whole: bool) -> Any:
    if length is None:
        return None
    if isinstance(length, tuple):
        return tuple(_length(each, factor, whole=whole) for each in length)
    return Emu(round(length * factor)) if whole else length * factor
