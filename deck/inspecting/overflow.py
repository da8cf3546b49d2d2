"""Texts that are too long for their boxes, by our own measuring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from deck.export.pptx.text_boxes import OpenedBox
from deck.ground.diagnostics import Severity
from deck.model.inspection import Remark
from deck.model.theme import Fonts, Grid, Theme
from deck.typeset import Typesetter

_LEAST = 0.5
"""So much of a line's height a text must be over: what is measured is the most that any program takes."""
_LINE = 1.2
CODE = "text-overflow"
HINT = "shorten it, or make its box larger"


def overflows(boxes: Iterable[OpenedBox]) -> Iterator[Remark]:
    """A text is too long for its box, at the size that the file gives it.

    It covers what stands below, or leaves the slide. Text is left out that no measure is right for: turned, in columns,
    in several sizes a paragraph, in a group or table, in a box that grows, in a font whose widths are not known.
    """
    setters: dict[tuple[str, str], Typesetter] = {}
    for box in boxes:
        key = (repr(box.fonts), box.language.tag)
        if key not in setters:
            setters[key] = Typesetter(_theme(box.fonts), box.language)
        setter = setters[key]
        if setter.unknown_fonts:
            continue
        over = setter.measure(box.frame).overflow
        if over > _LEAST * _LINE * max(style.size for style in box.frame.body.levels):
            message = f"its text takes {ceil(over)} points more than its box holds"
            yield Remark("fit", CODE, Severity.WARNING, message, HINT, box.slide, box.shape)


def _theme(fonts: Fonts) -> Theme:
    """One with these fonts, for measuring alone: it has no look."""
    return Theme("measured", {}, fonts, fonts, {}, {}, Grid(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0))
