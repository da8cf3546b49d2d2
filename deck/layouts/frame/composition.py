"""Composition: how large little is set, and where it stands, so that it owns its slide.

A theme's style says how large it may become. A layout tries its texts a step larger each time, and keeps the last step
that leaves air round them. What is still low then stands at the optical middle, and cards are no higher than they
have something to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from deck.layouts.frame.slots import Entry, frame
from deck.model.shapes import Placeholder, SlideLayout
from deck.model.style import TextStyle
from deck.model.typesetting import FittedText, Frame, Measurer, Trial
from deck.model.units import points

ENOUGH = 0.84
"""Type is larger where texts fill no more than this share of their places."""
OPTICAL_MIDDLE = 0.46
"""Where the middle of what stands alone seems to be in the middle, as a share of the height."""
LOW = 0.62
"""A text that fills less than this share of its place does not hang from its upper edge."""
STEPS = (1.0, 1.18, 1.36, 1.5, 1.64, 1.8, 2.0, 2.4)
"""How many times as large as its style a text may be set."""
FINE_STEPS = (1.0, 1.06, 1.12, 1.18, 1.24, 1.3, *STEPS[2:])
"""The same, with what is between for texts in places that they nearly fill."""
_SPACES = 1.4
"""The power of a step by which spaces between paragraphs grow: little is set wider."""
_NEARLY_ALL = 0.85
"""Cards whose texts take this share of the room take all of it."""
_FEW_LINES = 2
"""So few lines may become more where their type grows."""
_TRIES = 3
_SHARES = (1, 0.92, 0.84, 0.76, 0.68, 0.6)
_SPARE = 0.3
"""What a box is higher than its text, in grid units, so that no rounding makes it too low."""
_POINTS_PER_UNIT = 6


def grown(style: TextStyle, step: float) -> TextStyle:
    """The style that many times as large, or as large as it may become; the spaces between paragraphs grow faster."""
    share = min(step, (style.largest_size or style.size) / style.size)
    if share <= 1:
        return style
    return replace(
        style,
        size=round(style.size * share),
        space_before=round(style.space_before * share**_SPACES, 1),
        space_after=round(style.space_after * share**_SPACES, 1),
        indent=round(style.indent * share, 1),
        hanging=round(style.hanging * share, 1),
    )


def up_to(largest: float, styles: Sequence[TextStyle]) -> list[TextStyle]:
    """The styles, of which the largest becomes no larger than this, in points, and the others keep their proportion."""
    most = max((style.size for style in styles), default=0.0)
    return [replace(style, largest_size=max(largest, most) * style.size / most) for style in styles]


def step_that_suits(
    frames: Callable[[float], Sequence[Frame]],
    measurer: Measurer,
    *,
    enough: float = ENOUGH,
    whole: Sequence[int] = (),
    steps: Sequence[float] = STEPS,
    more: int = 0,
) -> float:
    """The largest step at which these frames, which `frames` makes of it, fill no more than this share of their places.

    Paragraphs at the levels `whole`, such as headings, take no more lines for it; where these are few, so many `more`.
    """
    chosen, known, before = 1.0, None, None
    for step in steps:
        tried = frames(step)
        if tried == before:
            break
        before = tried
        # What does not fit at its own size is chosen at no larger one either; a lone paragraph may be set smaller.
        alone = measurer.fit(tried) if [len(box.paragraphs) for box in tried] == [1] else ()
        texts: Sequence[Trial] = alone or [measurer.tried(box) for box in tried]
        if any(not text.fits or filled_share(text, box) > enough for text, box in zip(texts, tried, strict=True)):
            break
        if whole:
            lines = [_lines(text, box, whole) for text, box in zip(texts, tried, strict=True)]
            known = known or lines
            if any(_takes_more(*each, more) for each in zip(lines, known, strict=True)):
                break
        # What is smaller here only because its last line would be a lone word may be whole a step further.
        if all(text.shrunk >= 1 for text in alone):
            chosen = step
    return chosen


def as_large_as_suits(
    measurer: Measurer, layout: SlideLayout, idx: int, *entries: Entry, whole: Sequence[int] = (), more: int = 0
) -> SlideLayout:
    """The native slide layout with its slot of this index as large as suits these texts."""
    place = layout.placeholder(idx)

    def at(step: float) -> Placeholder:
        return replace(place, body=replace(place.body, levels=tuple(grown(level, step) for level in place.body.levels)))

    step = step_that_suits(lambda step: [frame(at(step), *entries)], measurer, whole=whole, more=more)
    return layout if step == 1 else with_slots(layout, [at(step)])


def on_one_line(measurer: Measurer, layout: SlideLayout, idx: int, *entries: Entry) -> SlideLayout:
    """The native slide layout with its slot's first level so small that the first of these texts takes one line, if it
    can."""
    place = layout.placeholder(idx)
    figure, *others = place.body.levels
    for share in _SHARES:
        smaller = replace(figure, size=max(figure.minimum_size, round(figure.size * share)))
        tried = replace(place, body=replace(place.body, levels=(smaller, *others)))
        box = frame(tried, *entries)
        (text,) = measurer.fit([box])
        if text.fits and _lines(text, box, (0,))[:1] == [1]:
            return layout if share == 1 else with_slots(layout, [tried])
    return layout


def begun_together(
    measurer: Measurer, layout: SlideLayout, said: Mapping[int, Sequence[Entry]], in_row: int
) -> SlideLayout:
    """The native slide layout with more space under those headings in a row that take fewer lines, so that the texts
    under them begin on one line. `said` has the headings and texts of its slots by their indices."""
    places = {idx: layout.placeholder(idx) for idx in said}
    texted = [idx for idx, entries in said.items() if any(text and level for text, level in entries)]
    if len(texted) < 2:
        return layout
    tried = alone = measurer.fit([frame(places[idx], *said[idx]) for idx in said])
    for _ in range(_TRIES):
        headings = {idx: _heading_height(text) for idx, text in zip(said, tried, strict=True)}
        spaced = dict(places)
        for row in _rows(list(said), in_row):
            highest = max((headings[idx] for idx in row if idx in texted), default=0)
            for idx in row:
                heading = said[idx][0][0]
                if idx in texted and heading and len(heading.paragraphs) == 1:
                    spaced[idx] = _with_space(places[idx], highest - headings[idx])
        before, tried = tried, measurer.fit([frame(spaced[idx], *said[idx]) for idx in said])
        if [text.sizes for text in tried] == [text.sizes for text in before]:
            # Not at the price of what fits without, nor of its size.
            as_large = [text.sizes for text in tried] == [text.sizes for text in alone]
            return with_slots(layout, spaced.values()) if as_large and all(text.fits for text in tried) else layout
    return layout


def _rows(indices: Sequence[int], in_row: int) -> Iterator[Sequence[int]]:
    return (indices[at : at + in_row] for at in range(0, len(indices), in_row))


def _heading_height(text: FittedText) -> float:
    return sum(line.height for line in text.lines if not text.paragraphs[line.paragraph].level)


def _with_space(place: Placeholder, more: float) -> Placeholder:
    heading, *others = place.body.levels
    heading = replace(heading, space_after=round(heading.space_after + more, 1))
    return replace(place, body=replace(place.body, levels=(heading, *others)))


def with_slots(layout: SlideLayout, places: Iterable[Placeholder]) -> SlideLayout:
    """The native slide layout with these slots in the place of those with their indices."""
    by_idx = {place.idx: place for place in places}
    return replace(layout, placeholders=tuple(by_idx.get(each.idx, each) for each in layout.placeholders))


def filled_share(text: Trial, frame: Frame) -> float:
    """What share of its place a text fills, without the insets of both."""
    insets = points(frame.body.insets.top + frame.body.insets.bottom)
    return (text.height - insets) / max(points(frame.rect.height) - insets, 1)


def height_of(texts: Iterable[FittedText]) -> float:
    """The height of the highest with its insets, in grid units, with a little to spare."""
    return max(text.height for text in texts) / _POINTS_PER_UNIT + _SPARE


def height_in(room: float, wanted: float, least: float) -> float:
    """How high siblings are that want so much of a room: at least a share of it, and all where little would be left."""
    return room if wanted >= _NEARLY_ALL * room else max(wanted, least * room)


def top_of(top: float, room: float, height: float) -> float:
    """Where something of this height begins, so that its middle is at the optical middle of its room."""
    return top + (room - height) * OPTICAL_MIDDLE


def _takes_more(lines: Sequence[int], known: Sequence[int], more: int) -> bool:
    most = (before + more if before <= _FEW_LINES else before for before in known)
    return any(count > each for count, each in zip(lines, most, strict=True))


def _lines(text: Trial, box: Frame, levels: Sequence[int]) -> list[int]:
    """How many lines each paragraph at these levels takes."""
    if not levels:
        return []
    return [count for count, each in zip(text.line_counts, box.paragraphs, strict=True) if each.level in levels]
