"""A person's round portrait, or the initials where there is none."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import bidirectional

from deck.layouts.pictures.fit import Fit, ends_within, fitted
from deck.model import content as fields
from deck.model.shapes import AutoShape, Shape
from deck.model.style import Colour, TextBody
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import EMU_PER_POINT, Rect

_SHARE, _LEAST_SHARE = 0.3, 0.2
"""How large initials on a small disc are, as a share of its diameter, and the least."""


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name."""
    words = name.split()
    spoken = [word for word in words if any(map(str.isalpha, word))] or words
    first_and_last = (next(filter(str.isalpha, word), word[0]) for word in spoken[:1] + spoken[1:][-1:])
    # Where letters join, as in Arabic, two of them together would read as a word.
    return ("\N{ZERO WIDTH NON-JOINER}" if bidirectional(name[0]) == "AL" else "").join(first_and_last)


def portrait(
    name: Text,
    picture: fields.Picture | None,
    place: Rect,
    theme: Theme,
    measurer: Measurer,
    *,
    field: str,
    ground: Colour | None = None,
) -> Shape:
    """The picture, cut to the ellipse in its place, or the initials there, on a `ground` where there is none yet."""
    if picture:
        # An organization's logo stands whole within the ellipse.
        fit: Fit = "whole" if ends_within(picture) else "cover"
        return fitted("Portrait", picture, place, fit, field=field, round=True)
    style = theme.style("initials")
    diameter = place.width / EMU_PER_POINT
    size = min(style.size, round(diameter * _SHARE))
    style = replace(style, size=size, minimum_size=min(style.minimum_size, round(diameter * _LEAST_SHARE)))
    body = TextBody((style,), anchor="middle")
    (text,) = measurer.fit([Frame(Text.of(initials(name.plain)).paragraphs, body, place)])
    return AutoShape("Initials", place, "ellipse", ground, text=text)
