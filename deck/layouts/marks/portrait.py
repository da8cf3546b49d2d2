"""A person's round portrait, or the initials where there is none."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import bidirectional

from deck.ground.late_pattern import late_pattern
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
_TITLES = """
dr dra drs prof profa professor professora mr mrs ms mx miss sir dame herr frau mme mlle sr sra srta jr phd md mag
ing dipl-ing hc д-р проф г-н г-жа د أد
"""
"""What stands beside a name and is none of it, without the dots."""
_SHORT_TITLES = """
he hh hrh hm hon exc rev fr amb gen col capt sgt
"""
"""Those that are a name, or letters of one, where they have no dots: `H.E.`, `Col.`."""
_HONOURS = late_pattern(r"(?<=\w),(?:\s+(?:(?:[^\W\d_a-z]\.?){2,6}|(?=\w*[A-Z]\w*[A-Z])[A-Za-z]{2,4})(?!\w),?)+\s*\Z")
"""What follows a name after a comma and is in capitals, `OBE`, or has two of them, `MSc`."""
_ASIDE = late_pattern(r"[(（\[][^)）\]]*(?:[)）\]]|\Z)")
"""What stands in brackets beside a name: the whole of one that is a translator’s trial, `[Åñå Ɓö]`, is none."""


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name, without titles and particles: JM."""
    outside = aside if (aside := _ASIDE.sub("", name)).strip() else name
    words = (outside if name.isupper() else _HONOURS.sub("", outside)).split()
    named = [word for word in words if not _is_title(word)] or words
    spoken = [word for word in named if any(map(str.isalpha, word))] or named
    # Beside capital letters, a word without any is a particle: `von`, `da`.
    capital = [word for word in spoken if any(map(str.isupper, word))] or spoken
    first_and_last = map(_first_letter, capital[:1] + capital[1:][-1:])
    # Where letters join, as in Arabic, two of them together would read as a word.
    return ("\N{ZERO WIDTH NON-JOINER}" if bidirectional(name[0]) == "AL" else "").join(first_and_last)


def _is_title(word: str) -> bool:
    # Degrees have small letters of their own, `h. c.`; of those of a name, each is a capital one.
    is_degree = word.endswith(".") and len(word) == 2 and word[0].islower()
    plain = word.replace(".", "").rstrip(",").casefold()
    return is_degree or plain in _TITLES.split() or (word.endswith(".") and plain in _SHORT_TITLES.split())


def _first_letter(word: str) -> str:
    """Its capital letter, behind a particle that is written with it: F of al-Fihri."""
    return next(filter(str.isupper, word), None) or next(filter(str.isalpha, word), word[0])


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
