"""Content → shapes at fixed places: one file a layout, and this list of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from deck.ground.kept import once_for_the_same
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
from deck.layouts.marks.over_picture import over_picture
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


def _drawn_once(layout: Layout[Any]) -> Layout[Any]:
    """The layout, with native slide layouts that are made once a theme: every language's deck offers the same."""
    make = layout.slide_layouts
    return replace(layout, slide_layouts=once_for_the_same(lambda theme: tuple(make(theme))))


LAYOUTS: Mapping[str, Layout[Any]] = {module.LAYOUT.name: _drawn_once(module.LAYOUT) for module in _MODULES}
"""Every layout by the name that an outline writes, in the order in which they are offered."""
