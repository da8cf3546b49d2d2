"""Slots of a slide layout, and the text that fills them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deck.model.shapes import Placeholder, PlaceholderType, TextBox
from deck.model.style import Anchor, Colour, TextBody, TextStyle
from deck.model.text import Paragraph, Text
from deck.model.typesetting import FittedText, Frame, Measurer
from deck.model.units import Insets, Rect

_SUBTITLE = 0.65
"""The size of a subtitle, as a share of its title's."""
FIRST_IDX = 13
"""The first index of a slot other than the title: below it PowerPoint has its own for date, footer and number."""

Entry = tuple[Text | None, int]
"""A text and the level at which it stands; nothing where there is no text."""


def slot(
    idx: int,
    name: str,
    at: tuple[float, float, float, float],
    *styles: TextStyle,
    prompt: str,
    kind: PlaceholderType = "body",
    insets: tuple[float, float, float, float] = (0, 0, 0, 0),
    anchor: Anchor = "top",
) -> Placeholder:
    """A slot at these grid units (left, top, width, height), with a style a level."""
    body = TextBody(styles, Insets.of_units(*insets), anchor)
    return Placeholder(idx, kind, name, Rect.of_units(*at), body, prompt)


def coloured(style: TextStyle, colour: Colour) -> TextStyle:
    """This style in another colour."""
    return replace(style, colour=colour)


def paragraphs(*entries: Entry) -> tuple[Paragraph, ...]:
    """The texts' paragraphs, each at its text's level."""
    return tuple(
        paragraph.at(level + paragraph.level, paragraph.number)
        for text, level in entries
        if text
        for paragraph in text.paragraphs
    )


def frame(slot: Placeholder, *entries: Entry) -> Frame:
    """The texts, to be set in this slot; under a title, its subtitle in a style of its own."""
    shown, body = paragraphs(*entries), slot.body
    if slot.type == "title" and any(paragraph.level for paragraph in shown):
        title = body.levels[0]
        size = title.size * _SUBTITLE
        below = replace(title, size=size, minimum_size=min(title.minimum_size, size), bold=False, leading=1.0)
        body = replace(body, levels=(title, below))
    return Frame(shown, body, slot.rect)


def filled(slot: Placeholder, text: FittedText, field: str) -> TextBox:
    """The slot with its text; `field` is the path of the outline's field that it shows."""
    return TextBox(slot.name, slot.rect, text, slot, field)


def fill(measurer: Measurer, slot: Placeholder, field: str, *entries: Entry) -> TextBox:
    """The slot with these texts, set to fit on their own."""
    (text,) = measurer.fit([frame(slot, *entries)])
    return filled(slot, text, field)


def fill_alike(measurer: Measurer, slots: Sequence[tuple[Placeholder, str, Sequence[Entry]]]) -> list[TextBox]:
    """Slots with their fields and texts, set at one size; those without any text are left out."""
    wanted = [(place, field, frame(place, *entries)) for place, field, entries in slots]
    wanted = [(place, field, box) for place, field, box in wanted if box.paragraphs]
    texts = measurer.fit([box for _, _, box in wanted])
    return [filled(place, text, field) for (place, field, _), text in zip(wanted, texts, strict=True)]
