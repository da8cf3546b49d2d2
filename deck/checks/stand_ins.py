"""Which fonts may stand for the theme's: in each, every text is measured again, at the size at which it was set.

A deck that is shown where the theme's fonts are missing is drawn in others, which may be wider: then a text takes more
lines than its box holds, or a figure breaks in two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from deck.checks.texts import placed_texts
from deck.ground.dataclass import dataclass
from deck.model.deck import Deck
from deck.model.style import TextBody
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer
from deck.model.units import Rect

_NAMED = 3
"""How many texts are named that would not fit."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """A font that may stand for the theme's. Of so many `texts`, those `over` would be too large for their boxes: each
    by its slide's id and the path of its field, None where there is none."""

    font: str
    texts: int
    over: tuple[tuple[str, str | None], ...]

    def __str__(self) -> str:
        if not self.over:
            return "every text fits"
        places = [f"{slide}: {field}" if field else slide for slide, field in self.over]
        more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
        return f"{len(places)} of {self.texts} texts would not fit: {', '.join(places[:_NAMED])}{more}"


def stand_ins(
    deck: Deck, fonts: Sequence[str], measurer: Callable[[Theme], Measurer], missing: str | None = None
) -> Iterator[StandIn]:
    """Each of these fonts in the place of the theme's for letters, or where that is the `missing` one.

    `measurer` makes what measures in a theme.
    """
    placed = [
        (tree.slide, field, text, rect)
        for tree in deck.slides
        for shape in tree.shapes
        for field, text, rect in placed_texts(shape)
    ]
    for font in fonts:
        measure = measurer(_in_font(deck.theme, font, missing))
        over = ((slide, field) for slide, field, text, rect in placed if not _fits(measure, text, rect))
        yield StandIn(font, len(placed), tuple(dict.fromkeys(over)))


def _in_font(theme: Theme, font: str, missing: str | None) -> Theme:
    major, minor = (
        replace(family, latin=font) if missing in (None, family.latin) else family
        for family in (theme.major, theme.minor)
    )
    return replace(theme, major=major, minor=minor)


def _fits(measurer: Measurer, text: FittedText, rect: Rect) -> bool:
    levels = tuple(
        replace(style, size=size, minimum_size=size) for style, size in zip(text.body.levels, text.sizes, strict=True)
    )
    body: TextBody = replace(text.body, levels=levels)
    return measurer.measure(Frame(text.paragraphs, body, rect)).fits
