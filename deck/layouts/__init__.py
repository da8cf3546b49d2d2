"""Content → shapes at fixed places: one file a layout, and this list of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deck.layouts import (
    agenda,
    amounts,
    bullets,
    cards,
    change,
    chart,
    closing,
    code,
    columns,
    comparison,
    contact,
    diagram,
    equation,
    gantt,
    headline,
    icon_array,
    key_figure,
    map,
    matrix,
    panels,
    people,
    picture,
    questions,
    quote,
    scorecard,
    section,
    speaker,
    statement,
    statistics,
    steps,
    table,
    text,
    timeline,
    title,
    video,
)
from deck.layouts.frame.dressing import dressed
from deck.layouts.marks.scrim import over_picture
from deck.model.layout import Layout

__all__ = ["LAYOUTS", "dressed", "over_picture"]

_MODULES = (
    title,
    section,
    agenda,
    headline,
    speaker,
    people,
    quote,
    statistics,
    icon_array,
    amounts,
    change,
    chart,
    diagram,
    equation,
    statement,
    picture,
    video,
    bullets,
    text,
    columns,
    key_figure,
    cards,
    panels,
    steps,
    timeline,
    map,
    matrix,
    comparison,
    table,
    scorecard,
    gantt,
    code,
    questions,
    contact,
    closing,
)

LAYOUTS: Mapping[str, Layout[Any]] = {module.LAYOUT.name: module.LAYOUT for module in _MODULES}
"""Every layout by the name that an outline writes, in the order in which they are offered."""
