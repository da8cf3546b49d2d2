"""A slide in the template's own slide layout for it: where there is one, and the slide's texts have room in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from deck.layouts.frame.slots import FIRST_IDX, fill, filled
from deck.model.layout import Page
from deck.model.shapes import Picture, Shape, SlideLayout
from deck.model.style import TextStyle
from deck.model.template import Use
from deck.model.text import Paragraph, Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer

Said: TypeAlias = "tuple[str, Sequence[Paragraph]]"
"""The path of the field that a slot shows, and its paragraphs."""
_LEAST = 12.0
"""Points: what is set smaller than this in a template's slot nobody reads."""


def own_page(
    theme: Theme,
    use: Use,
    measurer: Measurer,
    title: Text,
    *groups: Mapping[int, Said],
    picture: tuple[int, Picture] | None = None,
    shrinks: bool = False,
) -> Page | None:
    """The page in the template's own slide layout, or None: where it has none, or not these slots, or no room.

    `groups` say what stands in its slots, by their numbers after the title's, from 0; those of a group look alike.
    Texts keep the size that the slide layout gives them, but where one `shrinks`. `picture` stands in a slot, too.
    """
    layout = theme.own_layout(use)
    numbers = [number for group in groups for number in group] + ([picture[0]] if picture else [])
    if layout is None or not all(layout.has(FIRST_IDX + number) for number in numbers):
        return None
    heading = fill(measurer, layout.placeholder(0), "title", (title, 0))
    if not heading.text.fits:
        return None
    found: dict[int, Shape] = {}
    for group in groups:
        texts = _set(layout, group, measurer)
        if not all(text.fits and (shrinks or _keeps_its_size(text)) for text in texts):
            return None
        for (number, (field, _)), text in zip(group.items(), texts, strict=True):
            found[number] = filled(layout.placeholder(FIRST_IDX + number), text, field)
    if picture:
        found[picture[0]] = picture[1]
    return Page(layout, (heading, *(found[number] for number in sorted(found))), title.plain)


def style_of(layout: SlideLayout, number: int) -> TextStyle:
    """How the first level of a slot looks, by its number after the title's."""
    return layout.placeholder(FIRST_IDX + number).body.levels[0]


def _set(layout: SlideLayout, group: Mapping[int, Said], measurer: Measurer) -> Sequence[FittedText]:
    slots = [layout.placeholder(FIRST_IDX + number) for number in group]
    said = [tuple(paragraphs) for _, paragraphs in group.values()]
    return measurer.fit([Frame(words, slot.body, slot.rect) for slot, words in zip(slots, said, strict=True)])


def _keeps_its_size(text: FittedText) -> bool:
    """Whether it is set as its slot sets it, and so large that it is read."""
    used = {min(paragraph.level, len(text.sizes) - 1) for paragraph in text.paragraphs}
    return text.shrunk >= 1 and all(text.sizes[level] >= _LEAST for level in used)
