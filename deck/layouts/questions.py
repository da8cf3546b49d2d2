"""The slide that stays while people ask: a prompt, how to ask, and perhaps a QR code of where to ask.

Example:
    layout: questions
    title: Your questions
    text: We have fifteen minutes.
    items:
      - {id: chat, text: Write in the chat}
      - {id: hand, text: Raise your hand}
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Annotated

from deck.layouts.frame.composition import grown, step_that_suits
from deck.layouts.frame.distribution import blocks
from deck.layouts.frame.furniture import divider_foot
from deck.layouts.frame.large_title import (
    large_title,
    large_title_layout,
    square_code,
    square_label,
    text_width,
    with_title,
)
from deck.layouts.frame.slots import FIRST_IDX, coloured, fill, filled, slot
from deck.layouts.marks.qr_code import QrCode, qr_label
from deck.model.content import Content, Item, Words
from deck.model.layout import Layout, Page
from deck.model.rules import Bare, Size
from deck.model.shapes import Shape, SlideLayout
from deck.model.style import Bullet
from deck.model.text import Paragraph
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer

# Tops and heights, and the bar between them, in grid units: of a prompt alone, and over how to ask.
_ALONE, _TITLE, _TEXT = (14, 34, 51.2), (10, 27, 40.2), (44.5, 34)
# How far the words of a list's entries stand in, and what lies under each, in points.
_INDENT, _UNDER = 24, 9


class Questions(Content):
    """The fields of a slide for questions; the title is the prompt."""

    text: Words | None = None
    """A few words on how it goes."""
    items: Annotated[tuple[Item, ...], Size(most=6)] = ()
    """The ways to ask."""
    qr: Annotated[QrCode, Bare("link")] | None = None
    """A QR code that leads to where questions are taken: an address, or `{link: …, label: …}`."""


def slide_layout(
    theme: Theme, step: float = 1, *, text: bool = True, items: bool = True, qr: bool = False
) -> SlideLayout:
    """The native slide layout, with a slot for how to ask, larger by a step, or without, and with room for a code."""
    grid, look = theme.grid, theme.look("divider")
    top, height, bar = _TITLE if text or items else _ALONE
    title = large_title(theme, "divider", top, height, "closing-title", beside=qr)
    # It is as large as a last slide's, in the colour that is read on a divider.
    colour = theme.style("section-title").colour
    title = replace(title, body=replace(title.body, levels=(coloured(title.body.levels[0], colour),)))
    style = theme.style("section-text")
    plain = grown(style, step)
    share = plain.size / style.size
    plain = replace(plain, space_after=_UNDER * share)
    bullet = Bullet("•", look.bar or plain.colour)
    entry = replace(plain, bullet=bullet, indent=_INDENT * share, hanging=_INDENT * share)
    below = replace(entry, bullet=Bullet("–", bullet.colour), indent=2 * _INDENT * share)
    levels = (*((plain,) if text else ()), *((entry, below) if items else ()))
    at = (grid.x(0), grid.down(_TEXT[0]), text_width(theme, "divider", beside=qr), grid.down(_TEXT[1]))
    body = slot(FIRST_IDX, "Text", at, *levels, prompt="Text") if levels else None
    extras = [" with text" if levels else "", " and QR code" if qr and levels else " with QR code" if qr else ""]
    layout = large_title_layout(f"Questions{''.join(extras)}", theme, "divider", title, body, bar, beside=qr)
    slots = [*layout.placeholders]
    if qr:
        slots.append(square_label(theme))
    return replace(layout, placeholders=(*slots, *divider_foot(theme)))


def arrange(content: Questions, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The prompt, how to ask as large as it may be, and the code on its ground at the end side."""
    of = partial(slide_layout, theme, text=bool(content.text), items=bool(content.items), qr=bool(content.qr))
    said = _said(content)

    def frames(step: float) -> list[Frame]:
        place = of(step).placeholder(FIRST_IDX)
        return [Frame(said, place.body, place.rect)]

    layout = with_title(measurer, of(step_that_suits(frames, measurer)) if said else of(), content.title)
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    if said:
        place = layout.placeholder(FIRST_IDX)
        (text,) = measurer.fit([Frame(said, place.body, place.rect)])
        shapes.append(filled(place, text, "text" if content.text else "items"))
    if content.qr:
        shapes += square_code(theme, content.qr)
        layout, label = qr_label(measurer, layout, content.qr)
        shapes.append(label)
    yield Page(layout, tuple(shapes), content.title.plain)


def _said(content: Questions) -> tuple[Paragraph, ...]:
    """What stands under the bar: the words, then the list."""
    first = content.text.paragraphs if content.text else ()
    listed = (paragraph for block in blocks(content.items, level=len(first)) for paragraph in block)
    return (*first, *listed)


LAYOUT = Layout(
    "questions",
    Questions,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, items=False), slide_layout(theme, text=False, items=False)],
    texts_on=lambda theme: [(theme.style("section-text"), theme.look("divider").ground)],
    also=("q-and-a", "qa", "question", "discussion", "ask"),
)
