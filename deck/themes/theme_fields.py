"""What a theme file declares, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from deck.model.fields import Fields
from deck.model.rules import Limits
from deck.themes.dressing_fields import (
    FooterFields,
    GroundsFields,
    LogoFields,
    MarksFields,
    OrnamentFields,
    SlidesFields,
)
from deck.themes.theme_values import Hex, Length, Name, SlideSize
from deck.themes.type_fields import FontPairFields, StyleFields


class PaletteFields(Fields):
    """The twelve colours of a theme, as six hexadecimal digits: `"005F9E"`."""

    dk1: Hex
    """The colour of text; in a dark theme the lighter of the two."""
    lt1: Hex
    """The ground of slides, and the colour of text on full colour."""
    dk2: Hex
    """The colour of titles, and the ground of covers and panels."""
    lt2: Hex
    """The ground of cards."""
    accent1: Hex
    """The first accent, which most things have."""
    accent2: Hex
    """The second accent."""
    accent3: Hex
    """The third accent."""
    accent4: Hex
    """The fourth accent."""
    accent5: Hex
    """The fifth accent."""
    accent6: Hex
    """The sixth accent, a quiet one: footers, sources, labels."""
    hlink: Hex
    """Links that PowerPoint makes."""
    folHlink: Hex  # noqa: N815
    """Links that were followed."""


class GridFields(Fields):
    """Where things stand, in units of 6 points from the top left corner of a slide of 160 × 90.

    On another size, margins and gutters go with the width, and the foot stays as far from the lower edge.
    """

    margin: Length
    """The space at each side."""
    columns: Annotated[int, Limits(least=12, most=12)] = 12
    """Twelve: layouts count on them."""
    gutter: Length
    """The space between columns."""
    title_top: Length
    """Where titles begin."""
    title_height: Length
    """How high titles are at most."""
    body_top: Length
    """Where the content begins."""
    body_bottom: Length
    """Where the content ends."""
    footer_rule: Length
    """Where the line over the footer is."""
    footer_top: Length
    """Where the footer begins."""
    footer_height: Length
    """How high the footer is."""


class ThemeFields(Fields):
    """A theme file: the look of decks. With `extends`, only what differs from another theme."""

    extends: str | None = None
    """The theme that this one changes: its name, or the path of its file (.yaml) from here."""
    name: str
    """What PowerPoint calls the theme."""
    description: str | None = None
    """What it is for, in one sentence."""
    size: SlideSize
    """The slide’s size: `16:9`, `16:10`, `4:3`, `A4`, or in cm, such as `33.87 x 19.05 cm`."""
    palette: PaletteFields
    """The twelve colours."""
    fonts: FontPairFields
    """The fonts."""
    grid: GridFields
    """Where things stand."""
    marks: MarksFields
    """The small shapes on many slides."""
    grounds: GroundsFields
    """What words stand on besides the slide itself."""
    drawings: Mapping[Name, tuple[OrnamentFields, ...]] = MappingProxyType({})
    """Drawings that decorations take up, by name; places are about their own middle."""
    slides: SlidesFields
    """How each kind of slide is dressed."""
    logo: LogoFields | None = None
    """The logo in a corner of slides."""
    footer: FooterFields
    """Which parts the footer has."""
    styles: Mapping[str, StyleFields]
    """The type scale, by the names of its styles."""
