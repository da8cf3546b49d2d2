"""The values that a theme file has of its own: colours, sizes, lengths."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NewType, TypeAlias, get_args

from deck.fields.fields_reader import Readers
from deck.fields.findings import Finding, MistakenError
from deck.ground.diagnostics import did_you_mean
from deck.ground.late_pattern import late_pattern
from deck.model.rules import Limits, Pattern
from deck.model.style import Colour, SchemeColour

_HEX = late_pattern(r"[0-9A-Fa-f]{6}\Z")
COLOUR_PATTERN = r"^[A-Za-z0-9]+( +(lighter +|darker +)?[0-9]{1,3} *%?)?$"
_COLOUR = late_pattern(r"(?P<name>[A-Za-z0-9]+)(?:\s+(?P<way>lighter|darker)?\s*(?P<much>[0-9]{1,3})\s*%?)?\Z")
SIZES: Mapping[str, tuple[float, float]] = {"16:9": (160, 90), "16:10": (144, 90), "A4": (130, 90), "4:3": (120, 90)}
"""The sizes that have names, in grid units: all are 7.5 inches high, as PowerPoint's are, so that type looks alike."""
SIZE_PATTERN = r"^(16:9|16:10|A4|4:3|[0-9]+(\.[0-9]+)? *[x×] *[0-9]+(\.[0-9]+)? *cm)$"
_CENTIMETRES = late_pattern(r"([0-9]+(?:\.[0-9]+)?) *[x×] *([0-9]+(?:\.[0-9]+)?) *cm\Z")
_UNITS_PER_CENTIMETRE = 72 / 2.54 / 6
_NARROWEST, _WIDEST, _LOWEST, _HIGHEST = 1.2, 2.4, 70, 140
NAMES: tuple[SchemeColour, ...] = get_args(SchemeColour)

Hex = NewType("Hex", str)
"""Six hexadecimal digits."""
SlideSize = NewType("SlideSize", tuple[float, float])
"""A slide's width and height, in grid units."""
ScriptCode: TypeAlias = Annotated[str, Pattern("^[A-Z][a-z]{3}$", "a script’s ISO 15924 code, such as `Arab`")]
PointSize: TypeAlias = Annotated[float, Limits(above=0, most=400)]
Space: TypeAlias = Annotated[float, Limits(least=0, most=400)]
Length: TypeAlias = Annotated[float, Limits(above=0, most=700)]
Place: TypeAlias = Annotated[float, Limits(least=-700, most=700)]
Name: TypeAlias = Annotated[str, Pattern(r"^[a-z0-9]+(-[a-z0-9]+)*$", "made of lower-case letters, digits and hyphens")]


def _hex(value: object) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(text, str) and text.startswith("#"):
        text = text[1:]
    if not isinstance(text, str) or not _HEX.match(text):
        message = "a colour is six hexadecimal digits"
        raise MistakenError(Finding("invalid-value", message, 'such as "005F9E", in quotation marks'))
    return text.upper()


def _colour(value: object) -> Colour:
    match = _COLOUR.match(value) if isinstance(value, str) else None
    if match is None or int(match["much"] or 0) > 100:
        message = "a colour of the palette is wanted here"
        hint = "such as `accent1`, `accent1 70` for 70 % lighter, or `accent1 darker 30`"
        raise MistakenError(Finding("invalid-value", message, hint))
    name = match["name"]
    if name not in NAMES:
        raise MistakenError(Finding("invalid-value", f"the palette has no colour `{name}`", did_you_mean(name, NAMES)))
    much = int(match["much"] or 0)
    return Colour(name, 100 - much) if match["way"] == "darker" else Colour(name).lighter(much)


def _size(value: object) -> tuple[float, float]:
    if isinstance(value, str) and value in SIZES:
        return SIZES[value]
    match = _CENTIMETRES.match(value) if isinstance(value, str) else None
    known = ", ".join(f"`{name}`" for name in SIZES)
    if match is None:
        message = f"a slide’s size is one of {known}, or given in cm"
        raise MistakenError(Finding("invalid-value", message, "such as `33.87 x 19.05 cm`, width first"))
    width, height = (float(each) * _UNITS_PER_CENTIMETRE for each in match.groups())
    if not (_NARROWEST <= width / height <= _WIDEST and _LOWEST <= height <= _HIGHEST):
        message = f"no layout is made for a slide of {value}"
        hint = "it is 1.2 to 2.4 times as wide as it is high, and 15 to 29 cm high: " + known
        raise MistakenError(Finding("invalid-value", message, hint))
    return width, height


READERS: Readers = {Hex: _hex, Colour: _colour, SlideSize: _size}
"""How the values of a theme's own types are read."""
