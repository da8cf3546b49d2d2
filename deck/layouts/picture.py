"""Pictures as the point of a slide: one, whole, over all of it or beside a text; or two to four, each with its caption.

What stands `left` or `right` beside a text covers its half of the slide where that costs it no more than a quarter.
In languages that are read from right to left, left is where a line ends.

Example:
    layout: picture
    title: A well for every village
    picture: {file: well.jpg, description: Women draw water, caption: The new well, credit: "Photo: The partners"}
    place: right
    items:
      - {id: water, text: Clean water within reach}
      - {id: school, text: Children are in **school**}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated, Literal

from deck.ground.diagnostics import Diagnostic
from deck.layouts.distribution import Block, blocks, continued, framed, heights, paginated
from deck.layouts.furniture import WHITE, footer_rule, footer_slots, marks, number_slot, title_slot
from deck.layouts.picture_fit import MOST_LOST, Fit, lost
from deck.layouts.picture_grid import grid_pages
from deck.layouts.picture_parts import (
    CAPTION_GAP,
    CAPTION_IDX,
    PICTURE_IDX,
    TEXT_IDX,
    Box,
    GridPicture,
    ShownPicture,
    caption_entries,
    caption_field,
    caption_height,
    caption_slot,
    picture_slot,
    placed,
    stack,
)
from deck.layouts.slots import fill, filled, slot
from deck.model.content import Content, Item, Prose
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import AutoShape, Placeholder, Shape, SlideLayout
from deck.model.style import Anchor, Colour, TextStyle
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Measurer
from deck.model.units import Rect, points

_WIDE_HEIGHT = 38.0
_SIDE_GAP = 1.5
_VEIL = 80
"""How much of a picture the veil under words hides, in per cent."""
_ENOUGH = 0.7
"""Type is larger where a text fills no more than this share of its place."""
_WIDE_TEXT, _WIDE_TEXT_ALONE, _WIDE_CAPTION = 8, 10, 3
"""Columns of a text under a band, and of the caption at its end."""
_SCRIM_HEIGHT, _SCRIM_AIR = 20.0, 3.0
_TWO_LINES = 4.0
"""How much higher the title is that has half of the slide."""
_Beside = Literal["wide", "left", "right"]
_ANCHORS: dict[_Beside, Anchor] = {"wide": "top", "left": "middle", "right": "middle"}


class PictureSlide(Content):
    """The fields of a slide of pictures."""

    picture: ShownPicture | None = None
    """The picture."""
    pictures: Annotated[tuple[GridPicture, ...], Size(2, 4)] = ()
    """Or several of them."""
    place: Literal["whole", "full-bleed", "wide", "left", "right"] | None = None
    """Where one picture stands: `whole` under the title, `full-bleed` over the whole slide, or as a `wide` band above a
    text, `left` or `right` of it; if left out, `right` of a text, else `whole`."""
    text: Prose | None = None
    """A text beside the picture."""
    items: tuple[Item, ...] = ()
    """A list beside the picture; a long one continues on a further slide."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """No picture or two kinds of them, and a place that does not go with what else there is."""
        if bool(self.picture) == bool(self.pictures):
            message = (
                "one picture is wanted here, or several" if not self.picture else "one picture, or several: not both"
            )
            yield Diagnostic(
                "missing-field", message, hint="write `picture: {file: …}`, or `pictures:` for two to four"
            )
        beside = "text" if self.text else "items" if self.items else None
        if beside and (self.pictures or self.place in ("whole", "full-bleed")):
            message = "a text stands beside one picture that is `wide`, `left` or `right`"
            yield Diagnostic("invalid-value", message, hint="say it in a caption, or on another slide", field=beside)
        elif self.place in ("wide", "left", "right") and not beside:
            message = f"a picture is `{self.place}` of a text, and there is none"
            yield Diagnostic("invalid-value", message, hint="add `text:` or `items:`, or write `whole`", field="place")
        if self.place and self.pictures:
            message = "several pictures have no place to choose"
            yield Diagnostic("invalid-value", message, hint="take it out", field="place")


def arrange(content: PictureSlide, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """One page, or as many as the list beside the picture needs."""
    picture = content.picture
    if picture is None:
        return grid_pages(content.title, content.pictures, theme, measurer)
    beside = bool(content.text or content.items)
    match content.place or ("right" if beside else "whole"):
        case "full-bleed":
            return _full_bleed(content, picture, theme, measurer)
        case "wide" | "left" | "right" as place:
            return _beside(content, picture, place, theme, measurer)
        case _:
            return _whole(content, picture, theme, measurer)


def _whole(content: PictureSlide, picture: ShownPicture, theme: Theme, measurer: Measurer) -> Iterator[Page]:
    fit: Fit = picture.fit or "whole"
    box, below = stack(theme, picture, 0, theme.grid.columns, fit)
    place = picture_slot(theme, 0, box) if fit == "cover" else None
    caption = caption_slot(theme, 0, below, align="centre") if below[3] else None
    layout = _whole_layout(theme, place, caption)
    shapes = [
        fill(measurer, layout.placeholder(0), "title", (content.title, 0)),
        placed(picture, box, fit, "picture", place),
        *_captions(measurer, caption, picture),
    ]
    yield Page(layout, tuple(shapes), content.title.plain)


def _whole_layout(theme: Theme, place: Placeholder | None, caption: Placeholder | None) -> SlideLayout:
    own = [each for each in (place, caption) if each]
    name = f"Picture{' that covers' if place else ''}{' with caption' if caption else ''}"
    slots = (title_slot(theme), *own, *footer_slots(theme))
    return SlideLayout(name, WHITE, marks(theme), slots)


def _full_bleed(content: PictureSlide, picture: ShownPicture, theme: Theme, measurer: Measurer) -> Iterator[Page]:
    grid, fit = theme.grid, picture.fit or "cover"
    below = caption_height(picture)
    height = _scrim_height(below)
    whole = (0.0, 0.0, grid.width, grid.height)
    place = picture_slot(theme, 0, whole) if fit == "cover" else None
    layout = _full_bleed_layout(theme, place, height, below)
    scrim = AutoShape("Scrim", Rect.of_units(0, grid.height - height, grid.width, height), "rect", veil(theme))
    caption = layout.placeholder(CAPTION_IDX) if below else None
    # The picture lies under all the others, and so is read first.
    shapes: list[Shape] = [
        placed(picture, whole, fit, "picture", place),
        scrim,
        fill(measurer, layout.placeholder(0), "title", (content.title, 0)),
        *_captions(measurer, caption, picture),
    ]
    yield Page(layout, tuple(shapes), content.title.plain)


def veil(theme: Theme) -> Colour:
    """What lies over the picture, under its words."""
    return replace(theme.grounds.veil, alpha=_VEIL)


def _scrim_height(below: float) -> float:
    """How high the scrim is under a title and a caption that takes so much."""
    return _SCRIM_HEIGHT + (below and below - _SCRIM_AIR)


def _full_bleed_layout(theme: Theme, place: Placeholder | None, height: float, below: float) -> SlideLayout:
    grid = theme.grid
    top = grid.height - height
    title = slot(
        0,
        "Title",
        (grid.x(0), top + _SCRIM_AIR, grid.w(grid.columns - 1), height - below - 2 * _SCRIM_AIR),
        theme.style("picture-title"),
        prompt="Title",
        kind="title",
        anchor="bottom" if below else "middle",
    )
    said = (grid.x(0), grid.height - below - _SCRIM_AIR, grid.w(grid.columns - 1), below)
    caption = caption_slot(theme, 0, said, colour=title.body.levels[0].colour) if below else None
    number = number_slot(theme, title.body.levels[0].colour)
    slots = tuple(each for each in (place, title, caption, number) if each)
    return SlideLayout(
        f"Picture, full-bleed{' with caption' if below else ''}", theme.grounds.veil, (), slots, "headline"
    )


def _captions(measurer: Measurer, place: Placeholder | None, picture: ShownPicture) -> list[Shape]:
    if place is None:
        return []
    return [fill(measurer, place, caption_field(picture, "picture"), *caption_entries(picture))]


def _beside(
    content: PictureSlide, picture: ShownPicture, place: _Beside, theme: Theme, measurer: Measurer
) -> Iterator[Page]:
    block_list = [content.text.paragraphs] if content.text else []
    block_list += blocks(content.items, level=len(block_list))
    fit = picture.fit or ("cover" if place == "wide" or lost(picture, _panel(theme, place)) <= MOST_LOST else "whole")
    large, small = (_beside_layout(theme, content, picture, place, fit, large=large) for large in (True, False))
    wanted = measurer.measure(framed(large.placeholder(TEXT_IDX), block_list))
    room = points(large.placeholder(TEXT_IDX).rect.height) * _ENOUGH
    layout = large if wanted.fits and wanted.height <= room else small
    body = layout.placeholder(TEXT_IDX)

    def set_together(pages: list[list[Block]]) -> tuple[FittedText, ...]:
        return measurer.fit([framed(body, page) for page in pages])

    weights = heights(measurer.measure(framed(body, block_list)), block_list)
    pages, texts = paginated(block_list, weights, 1, set_together)
    slots = {each.idx: each for each in layout.placeholders}
    for number, (text,) in enumerate(texts, start=1):
        title = continued(content.title, number, len(pages))
        shapes = (
            fill(measurer, layout.placeholder(0), "title", (title, 0)),
            placed(picture, _picture_box(theme, picture, place, fit), fit, "picture", slots.get(PICTURE_IDX)),
            *_captions(measurer, slots.get(CAPTION_IDX), picture),
            filled(body, text, "text" if content.text and number == 1 else "items"),
        )
        yield Page(layout, shapes, title.plain)


def _beside_layout(
    theme: Theme, content: PictureSlide, picture: ShownPicture, place: _Beside, fit: Fit, *, large: bool
) -> SlideLayout:
    """The native slide layout of a picture beside a text, which is `large` where there is little of it."""
    grid, below = theme.grid, caption_height(picture)
    bleeds = fit == "cover" and place != "wide"
    first, half = (grid.columns / 2 if place == "left" else 0), grid.columns / 2
    left, width = grid.x(first), grid.w(half)
    title = title_slot(theme)
    footer, number = footer_slots(theme)
    rule = (left, width) if bleeds else (grid.x(0), grid.w(grid.columns))
    text: Box = (left, grid.body_top, width, grid.body_height)
    said = stack(theme, picture, half - first, half, fit)[1]
    if place == "wide":
        top = grid.body_top + _WIDE_HEIGHT + grid.gutter
        across = _WIDE_TEXT if below else _WIDE_TEXT_ALONE
        text = (grid.x(0), top, grid.w(across), grid.body_bottom - top)
        beside = grid.columns - _WIDE_CAPTION
        said = (grid.x(beside), top - CAPTION_GAP, grid.w(_WIDE_CAPTION), grid.body_bottom - top)
    elif bleeds:
        # Everything else stands in the other half.
        high = grid.title_height + _TWO_LINES
        title = replace(title, rect=Rect.of_units(left, grid.title_top, width, high))
        text = (left, grid.body_top + _TWO_LINES, width, grid.body_height - _TWO_LINES - below)
        said = (left, grid.body_bottom - below, width, below)
        footer = replace(footer, rect=Rect.of_units(left, grid.footer_top, grid.w(half - 1), grid.footer_height))
        last = grid.x(first + half - 1)
        number = replace(number, rect=Rect.of_units(last, grid.footer_top, grid.w(1), grid.footer_height))
    covered = picture_slot(theme, 0, _picture_box(theme, picture, place, fit)) if fit == "cover" else None
    caption = caption_slot(theme, 0, said, anchor="bottom" if bleeds else "top") if below else None
    body = slot(TEXT_IDX, "Text", text, *_styles(theme, content, large), prompt="Text", anchor=_ANCHORS[place])
    marked = marks(theme, title=not bleeds or place == "right", rule=False)
    name = f"Picture, {place}{'' if fit == 'cover' else ', whole'}{' with caption' if below else ''}"
    slots = tuple(each for each in (title, covered, caption, body, footer, number) if each)
    return SlideLayout(
        f"{name}{', little text' if large else ''}",
        WHITE,
        (*marked, *footer_rule(theme, *rule)),
        slots,
        "headline" if bleeds else "content",
    )


def _panel(theme: Theme, place: _Beside) -> Rect:
    return Rect.of_units(*_panel_box(theme, place))


def _panel_box(theme: Theme, place: _Beside) -> Box:
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


def _picture_box(theme: Theme, picture: ShownPicture, place: _Beside, fit: Fit) -> Box:
    if fit == "cover":
        return _panel_box(theme, place)
    half = theme.grid.columns / 2
    if place == "wide":
        return theme.grid.x(0), theme.grid.body_top, theme.grid.w(theme.grid.columns), _WIDE_HEIGHT
    return stack(theme, picture, 0 if place == "left" else half, half, fit)[0]


def _styles(theme: Theme, content: PictureSlide, large: bool) -> list[TextStyle]:
    text = [theme.style("picture-text-large" if large else "picture-text")] if content.text else []
    items = [theme.style(f"body-{level}") for level in (1, 2, 3)]
    return text + ([theme.style("picture-item-large"), *items[:2]] if large else items) * bool(content.items)


def _offered(theme: Theme) -> Iterator[SlideLayout]:
    """The whole picture and the one over the whole slide: what stands beside a text is made to measure."""
    grid = theme.grid
    yield _whole_layout(theme, picture_slot(theme, 0, (grid.x(0), grid.body_top, grid.w(12), grid.body_height)), None)
    yield _full_bleed_layout(theme, picture_slot(theme, 0, (0, 0, grid.width, grid.height)), _scrim_height(0), 0)


LAYOUT = Layout(
    "picture",
    PictureSlide,
    __doc__ or "",
    arrange,
    _offered,
    texts_on=lambda theme: [
        (style, veil(theme))
        for slot in _full_bleed_layout(theme, None, 30, 10).placeholders
        for style in slot.body.levels
    ],
    also=("image", "images", "photo", "photos", "pictures", "screenshot", "illustration", "gallery", "logos", "map"),
)
