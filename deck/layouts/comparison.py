"""Two or three things against each other, side by side: before and after, pros and cons, options.

A side has a heading and what is said of it: a text, a list, a figure, a picture or code.

Example:
    layout: comparison
    title: What changes with a law
    sides:
      - {id: before, heading: Before, items: ["Victims are **fined**", Nobody inspects]}
      - {id: after, heading: After, items: ["Victims are **protected**", Inspectors come unannounced]}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Annotated

from deck.layouts.comparison_plain import in_template
from deck.layouts.comparison_side import (
    CODE,
    FIGURE,
    GAP,
    HEADING,
    PADDING,
    PICTURE,
    TEXT,
    Box,
    Plan,
    Side,
    grounds,
    idx,
    picture_box,
    slots,
)
from deck.layouts.frame.composition import height_in, height_of, step_that_suits, top_of
from deck.layouts.frame.distribution import framed
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.frame.slots import fill, filled, frame
from deck.layouts.listings.plan import code_style
from deck.layouts.pictures.fit import Fit, fitted, may_cover
from deck.model.content import Content, Prose
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import AutoShape, Placeholder, Shape, SlideLayout
from deck.model.style import TextBody
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer
from deck.model.units import Rect

_LEAST_HIGH = 0.4
"""The least height of the sides, as a share of the body's."""
_HEADING = 13.0
"""The most that a heading takes, in grid units."""
_PICTURES = (0.55, 0.4, 0.25)
"""The share of its side that a picture has at least: the first that leaves the text its size."""
_CODE, _SPARE = 0.7, 0.1
"""The most of its room that code takes over a text; and what its box is higher than its lines."""
_POINTS_PER_UNIT = 6


class Comparison(Content):
    """The fields of a comparison."""

    sides: Annotated[tuple[Side, ...], Size(2, 3)]
    """What is compared."""


def slide_layout(theme: Theme, sides: Sequence[Side], plan: Plan) -> SlideLayout:
    """The native slide layout: the sides' slots on their grounds, at the optical middle."""
    drawn: list[AutoShape] = []
    places: list[Placeholder] = []
    for number, side in enumerate(sides):
        left, top, width, height = _box(theme, len(sides), number, plan)
        drawn += grounds(number, side.accent(number), (left, top, width, height), theme)
        places += slots(theme, number, side, plan, _within(theme, (left, top, width, height)))
    more = [name for name, wanted in (("figures", plan.figure), ("pictures or code", plan.media)) if wanted]
    name = f"Comparison, {len(sides)}{' with ' + ' and '.join(more) if more else ''}"
    return SlideLayout(name, WHITE, (*marks(theme), *drawn), (title_slot(theme), *places, *footer_slots(theme)))


def _box(theme: Theme, count: int, number: int, plan: Plan) -> Box:
    """A side's left, top, width and height, in grid units."""
    grid = theme.grid
    across = grid.columns / count
    height = theme.marks.cap + 2 * PADDING + plan.heading + GAP + plan.body
    return grid.x(number * across), top_of(grid.body_top, grid.body_height, height), grid.w(across), height


def _within(theme: Theme, box: Box) -> tuple[float, float, float]:
    """Where what stands on a side begins, and how wide it is, in grid units."""
    left, top, width, _ = box
    return left + PADDING, top + theme.marks.cap + PADDING, width - 2 * PADDING


def arrange(content: Comparison, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The sides at one size, no higher than what is on them asks for, like parts beginning on one line.

    Those that are but texts or lists stand as a template has them: two in its own slide layout for them.
    """
    sides = content.sides
    if own := in_template(content.title, sides, theme, measurer):
        yield own
        return
    plan = _planned(sides, theme, measurer)
    layout = slide_layout(theme, sides, plan)
    places = {place.idx: place for place in layout.placeholders}
    found: dict[int, Shape] = {}
    for part in (HEADING, FIGURE, CODE, TEXT):
        alike = {
            idx(at, part): said for at, side in enumerate(sides) if (said := _frame(layout, at, side, part, theme))
        }
        fields = (f"sides.{side.id}.{_field(side, part)}" for at, side in enumerate(sides) if idx(at, part) in alike)
        for (slot_idx, text), field in zip(
            zip(alike, measurer.fit([*alike.values()]), strict=True), fields, strict=True
        ):
            found[slot_idx] = filled(places[slot_idx], text, field)
    for at, side in enumerate(sides):
        if side.picture:
            box = picture_box(side, plan, _within(theme, _box(theme, len(sides), at, plan)))
            fit: Fit = "cover" if plan.cover else "whole"
            shape = fitted(
                f"Picture {at + 1}", side.picture, Rect.of_units(*box), fit, field=f"sides.{side.id}.picture"
            )
            found[idx(at, PICTURE)] = replace(shape, placeholder=places.get(idx(at, PICTURE)))
    title = fill(measurer, layout.placeholder(0), "title", (content.title, 0))
    yield Page(layout, (title, *(found[key] for key in sorted(found))), content.title.plain)


def _field(side: Side, part: int) -> str:
    return {HEADING: "heading", FIGURE: "value", CODE: "code"}.get(part, side.said_in)


def _frame(layout: SlideLayout, at: int, side: Side, part: int, theme: Theme) -> Frame | None:
    """What stands in one of a side's slots, to be set there."""
    if part == HEADING:
        return frame(layout.placeholder(idx(at, part)), (side.heading, 0))
    if part == FIGURE:
        return frame(layout.placeholder(idx(at, part)), *side.figure) if side.value else None
    if part == TEXT:
        return framed(layout.placeholder(idx(at, part)), side.said) if side.said else None
    listing = side.listing(theme)
    return framed(layout.placeholder(idx(at, part)), [listing.code]) if listing else None


def _planned(sides: Sequence[Side], theme: Theme, measurer: Measurer) -> Plan:
    """How high the parts are and how large they are set: texts have the room that they ask for, pictures the rest."""

    def frames(plan: Plan, part: int) -> list[Frame]:
        layout = slide_layout(theme, sides, plan)
        return [each for at, side in enumerate(sides) if (each := _frame(layout, at, side, part, theme))]

    around = theme.marks.cap + 2 * PADDING + GAP
    plan = Plan(_HEADING, theme.grid.body_height - around - _HEADING)
    plan = replace(plan, heading=min(_HEADING, height_of(measurer.fit(frames(plan, HEADING)))))
    room = theme.grid.body_height - around - plan.heading
    plan = replace(plan, body=room)
    if any(side.value for side in sides):
        plan = replace(plan, figure=room)
        step = step_that_suits(lambda step: frames(replace(plan, figure_step=step), FIGURE), measurer, whole=(0,))
        plan = replace(plan, figure_step=step)
        plan = replace(plan, figure=min(room, height_of(measurer.fit(frames(plan, FIGURE)))))
    inner = _within(theme, _box(theme, len(sides), 0, plan))[2]
    plan = _with_code(sides, plan, inner, theme, measurer)
    if any(side.picture for side in sides):
        ways = (replace(plan, media=max(plan.media, share * room)) for share in _PICTURES)
        plan = next(way for way in ways if way.media <= _PICTURES[-1] * room or _fits(measurer.fit(frames(way, TEXT))))
    if any(side.said for side in sides):
        before = plan
        step = step_that_suits(lambda step: frames(replace(before, text_step=step), TEXT), measurer)
        plan = replace(plan, text_step=step)
        # A heading is larger than the text under it; a text that has grown leaves the room for that.
        before = replace(plan, heading=_HEADING)
        most = step
        step = step_that_suits(
            lambda step: frames(replace(before, heading_step=min(step, most)), HEADING), measurer, enough=1, whole=(0,)
        )
        plan = replace(before, heading_step=min(step, most))
        plan = replace(plan, heading=min(_HEADING, height_of(measurer.fit(frames(plan, HEADING)))))
        room = theme.grid.body_height - around - plan.heading
        plan = replace(plan, body=room)
    texts = iter(measurer.fit(frames(plan, TEXT)))
    below = [height_of([next(texts)]) if side.said else -GAP for side in sides]
    plan = _with_pictures(sides, plan, below, inner)
    wanted = max(plan.over_text(side) + height for side, height in zip(sides, below, strict=True))
    least = _LEAST_HIGH * theme.grid.body_height - around - plan.heading
    return replace(plan, body=max(least, height_in(room, wanted, 0)) if wanted <= room else room)


def _fits(texts: Iterable[FittedText]) -> bool:
    return all(text.fits and text.shrunk == 1 for text in texts)


def _with_code(sides: Sequence[Side], plan: Plan, inner: float, theme: Theme, measurer: Measurer) -> Plan:
    """The plan with code at the largest size at which no line is broken and it leaves room for a text."""
    listings = [listing for side in sides if (listing := side.listing(theme))]
    if not listings:
        return plan
    style = theme.style("code")
    room = (plan.body - (plan.figure + GAP if plan.figure else 0)) * (_CODE if any(side.said for side in sides) else 1)
    lines = max(len(listing.code) for listing in listings)
    least, size = round(style.minimum_size), round(style.largest_size or style.size)
    for tried in range(size, least - 1, -1):
        plan = replace(plan, code_size=tried, media=lines * style.pitch(tried) / _POINTS_PER_UNIT + _SPARE)
        bodies = [TextBody((code_style(theme, listing, tried),)) for listing in listings]
        box = Rect.of_units(0, 0, inner, plan.media)
        said = [Frame(listing.code, body, box) for listing, body in zip(listings, bodies, strict=True)]
        if plan.media <= room and all(measurer.measure(each).fits for each in said):
            break
    return replace(plan, media=min(plan.media, room))


def _with_pictures(sides: Sequence[Side], plan: Plan, below: Sequence[float], inner: float) -> Plan:
    """The plan with pictures as high as the texts under them leave room for, and as their width allows."""
    shown = [
        (side.picture, plan.over_text(side) + height) for side, height in zip(sides, below, strict=True) if side.picture
    ]
    if not shown:
        return plan
    spare = plan.body - max(height for _, height in shown)
    most = max(inner * picture.file.height / picture.file.width for picture, _ in shown)
    plan = replace(plan, media=max(plan.media, min(plan.media + spare, most)))
    place = Rect.of_units(0, 0, inner, plan.media)
    return replace(plan, cover=all(may_cover(picture, place) for picture, _ in shown))


def _slide_layouts(theme: Theme) -> Iterator[SlideLayout]:
    """Two sides and three, each with a heading and a text."""
    body = theme.grid.body_height - theme.marks.cap - 2 * PADDING - GAP - _HEADING
    words = Text.of("Text")
    for count in (2, 3):
        sides = [Side(id=f"side-{number}", heading=words, text=Prose(words)) for number in range(count)]
        yield slide_layout(theme, sides, Plan(_HEADING, body))


_SAMPLES = (
    """
    layout: comparison
    title: Before and after, in pictures
    sides:
      - {id: before, heading: Before, picture: {file: well.jpg, description: A dry field}, text: Two hours on foot}
      - {id: after, heading: After, picture: {file: well.jpg, description: A well}, text: Water within reach}
    """,
    """
    layout: comparison
    title: Figures against each other
    sides:
      - {id: then, heading: In 2016, value: 40_000_000, label: people, text: The first estimates}
      - {id: now, heading: In 2021, value: 50_000_000, label: people, text: The latest estimates}
    """,
    """
    layout: comparison
    title: For and against
    sides:
      - {id: for, heading: For, glyph: ✓, colour: accent3, items: [Quick to begin, Known to all]}
      - {id: against, heading: Against, glyph: ✗, colour: accent2, items: [Hard to check]}
    """,
    """
    layout: comparison
    title: One and the other
    sides:
      - {id: one, heading: Python, code: "print(1)", language: python}
      - {id: other, heading: JavaScript, code: "console.log(1)", language: javascript}
    """,
)

LAYOUT = Layout(
    "comparison",
    Comparison,
    __doc__ or "",
    arrange,
    _slide_layouts,
    samples=_SAMPLES,
    also=(
        "compare",
        "versus",
        "vs",
        "pros-and-cons",
        "before-and-after",
        "two-content",
        "two-columns",
        "two-column",
        "two-cols",
        "three-columns",
        "options",
    ),
)
