"""A picture beside a text or a list: left or right of it, or as a band over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal

from deck.layouts.frame.composition import grown, step_that_suits, up_to
from deck.layouts.frame.distribution import Block, blocks, continued, framed, heights, paginated
from deck.layouts.frame.furniture import WHITE, footer_rule, footer_slots, marks, title_slot
from deck.layouts.frame.lists import list_styles
from deck.layouts.frame.slots import fill, filled, slot
from deck.layouts.pictures.fit import Fit, is_drawn, may_cover
from deck.layouts.pictures.parts import (
    CAPTION_GAP,
    CAPTION_IDX,
    PICTURE_IDX,
    TEXT_IDX,
    Box,
    ShownPicture,
    begun_with,
    caption_height,
    caption_slot,
    captions,
    picture_slot,
    placed,
    stack,
)
from deck.model.content import Item
from deck.model.layout import Page
from deck.model.shapes import SlideLayout
from deck.model.style import Anchor, TextStyle
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer
from deck.model.units import Rect

Place = Literal["wide", "left", "right"]
_WIDE_HEIGHT = 38.0
_SIDE_GAP = 1.5
_ENOUGH = 0.7
"""Type is larger where a text fills no more than this share of its place."""
_WIDE_TEXT, _WIDE_TEXT_ALONE, _WIDE_CAPTION = 8, 10, 3
"""Columns of a text under a band, and of the caption at its end."""
_LARGEST = 30.0
"""How large type becomes beside a picture, which is the point of the slide."""
_CLOSE = 0.4
"""The share of the space between entries that many of them have."""
_TWO_LINES = 4.0
"""How much higher the title is that has half of the slide."""
_ANCHORS: dict[Place, Anchor] = {"wide": "top", "left": "middle", "right": "middle"}


def beside(
    title: Text,
    said: tuple[Text | None, Sequence[Item]],
    picture: ShownPicture,
    place: Place,
    theme: Theme,
    measurer: Measurer,
) -> Iterator[Page]:
    """The pages of a picture beside what is `said`, a text or a list or both; as many as a long list needs."""
    text, items = said
    block_list = [text.paragraphs] if text else []
    block_list += blocks(items, level=len(block_list))
    fit = picture.fit or _fit(theme, picture, place)
    kinds = (bool(text), bool(items))
    of = partial(_beside_layout, theme, kinds, picture, place, fit)

    def frames(step: float) -> Sequence[Frame]:
        return [framed(of(step).placeholder(TEXT_IDX), block_list)]

    step = step_that_suits(frames, measurer, enough=_ENOUGH)
    layout = of(step)
    if items and any(text.shrunk < 1 for text in measurer.fit(frames(step))):
        # Rather than small, many entries are close to each other.
        layout = of(step, close=True)
    body = layout.placeholder(TEXT_IDX)

    def set_together(pages: list[list[Block]]) -> tuple[FittedText, ...]:
        return measurer.fit([framed(body, page) for page in pages])

    weights = heights(measurer.tried(framed(body, block_list)), body.body, block_list)
    pages, texts = paginated(block_list, weights, 1, set_together)
    slots = {each.idx: each for each in layout.placeholders}
    for number, (fitted_text,) in enumerate(texts, start=1):
        page_title = continued(title, number, len(pages))
        shapes = (
            fill(measurer, layout.placeholder(0), "title", (page_title, 0)),
            placed(picture, _picture_box(theme, picture, place, fit), fit, "picture", slots.get(PICTURE_IDX)),
            *captions(measurer, slots.get(CAPTION_IDX), picture),
            filled(body, fitted_text, "text" if text and number == 1 else "items"),
        )
        yield Page(layout, shapes, page_title.plain)


def _beside_layout(
    theme: Theme,
    kinds: tuple[bool, bool],
    picture: ShownPicture,
    place: Place,
    fit: Fit,
    step: float,
    *,
    close: bool = False,
) -> SlideLayout:
    """The native slide layout of a picture beside a text, a list, or both; larger by a step, or of `close` entries."""
    grid, below = theme.grid, caption_height(picture)
    bleeds = fit == "cover" and place != "wide"
    first, half = (grid.columns / 2 if place == "left" else 0), grid.columns / 2
    left, width = grid.x(first), grid.w(half)
    title = title_slot(theme)
    footer, number = footer_slots(theme)
    rule = (left, width) if bleeds else (grid.x(0), grid.w(grid.columns))
    text: Box = (left, grid.body_top, width, grid.body_height)
    said = begun_with(picture, *stack(theme, picture, half - first, half, fit))
    if place == "wide":
        top = grid.body_top + _WIDE_HEIGHT + grid.gutter
        across = _WIDE_TEXT if below else _WIDE_TEXT_ALONE
        text = (grid.x(0), top, grid.w(across), grid.body_bottom - top)
        beside = grid.columns - _WIDE_CAPTION
        said = (grid.x(beside), top - CAPTION_GAP, grid.w(_WIDE_CAPTION), grid.body_bottom - top)
    elif bleeds:
        # Everything else stands in the other half.
        high = grid.title_height + _TWO_LINES
        # A template may have its titles under all else.
        over, under = (0.0, _TWO_LINES) if grid.title_top > grid.body_top else (_TWO_LINES, 0.0)
        title = replace(title, rect=Rect.of_units(left, grid.title_top - under, width, high))
        text = (left, grid.body_top + over, width, grid.body_height - _TWO_LINES - below)
        said = (left, grid.body_bottom - under - below, width, below)
        footer = replace(footer, rect=Rect.of_units(left, grid.footer_top, grid.w(half - 1), grid.footer_height))
        last = grid.x(first + half - 1)
        number = replace(number, rect=Rect.of_units(last, grid.footer_top, grid.w(1), grid.footer_height))
    covered = picture_slot(theme, 0, _picture_box(theme, picture, place, fit)) if fit == "cover" else None
    caption = caption_slot(theme, 0, said, anchor="bottom" if bleeds else "top") if below else None
    body = slot(
        TEXT_IDX, "Text", text, *_styles(theme, kinds, step, close=close), prompt="Text", anchor=_ANCHORS[place]
    )
    marked = marks(theme, title=not bleeds or place == "right", rule=False)
    name = f"Picture, {place}{'' if fit == 'cover' else ', whole'}{' with caption' if below else ''}"
    slots = tuple(each for each in (title, covered, caption, body, footer, number) if each)
    return SlideLayout(
        f"{name}{', larger' if step > 1 else ''}{', close' if close else ''}",
        WHITE,
        (*marked, *footer_rule(theme, *rule)),
        slots,
        "headline" if bleeds else "content",
    )


def _fit(theme: Theme, picture: ShownPicture, place: Place) -> Fit:
    """Covering where that costs little, and as a band wherever nothing of a logo is lost by it."""
    panel = Rect.of_units(*_panel_box(theme, place))
    covers = may_cover(picture, panel) or (place == "wide" and not is_drawn(picture))
    return "cover" if covers else "whole"


def _panel_box(theme: Theme, place: Place) -> Box:
    """What a covering picture covers: a band across the slide, or a half of it."""
    grid = theme.grid
    edge = grid.x(grid.columns / 2) + _SIDE_GAP
    match place:
        case "wide":
            return 0, grid.body_top, grid.width, _WIDE_HEIGHT
        case "left":
            return 0, 0, grid.width - edge, grid.height
        case "right":
            return edge, 0, grid.width - edge, grid.height


def _picture_box(theme: Theme, picture: ShownPicture, place: Place, fit: Fit) -> Box:
    if fit == "cover":
        return _panel_box(theme, place)
    half = theme.grid.columns / 2
    if place == "wide":
        return theme.grid.x(0), theme.grid.body_top, theme.grid.w(theme.grid.columns), _WIDE_HEIGHT
    return stack(theme, picture, 0 if place == "left" else half, half, fit)[0]


def _styles(theme: Theme, kinds: tuple[bool, bool], step: float, *, close: bool = False) -> list[TextStyle]:
    """The levels of what is said: those of a text, of a list, or of both."""
    said = [theme.style("picture-text")] if kinds[0] else []
    listed = list_styles(theme, *said) if kinds[1] else ()
    styles = [grown(style, step) for style in up_to(_LARGEST, [*said, *listed])]
    share = _CLOSE if close else 1
    return [
        replace(each, space_before=each.space_before * share, space_after=each.space_after * share) for each in styles
    ]
