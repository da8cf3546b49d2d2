"""A theme: the palette, the fonts and the type scale that style a deck, all of it data.

Another theme file restyles every layout; none of them names a colour's value, a font or a size.
"""

from __future__ import annotations

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass

from deck.model.shapes import Path
from deck.model.style import Colour, SchemeColour, TextStyle
from deck.model.units import Emu, units


@dataclass(frozen=True, slots=True)
class Fonts:
    """A font for each of DrawingML's three kinds of script, and for single scripts by ISO 15924 code.

    `mono` is the one for code, whose letters are all of one width.
    """

    latin: str
    east_asian: str
    complex_script: str
    scripts: Mapping[str, str]
    mono: str = "Consolas"

    def for_script(self, script: str) -> str:
        """The font in which this script is set."""
        return self.scripts.get(script) or self.latin


@dataclass(frozen=True, slots=True)
class Grid:
    """Where things stand, in grid units of 6 pt from the slide's top left corner.

    The columns lie between the two side margins, a gutter between each two of them.
    """

    width: float
    height: float
    margin: float
    columns: int
    gutter: float
    title_top: float
    title_height: float
    body_top: float
    body_bottom: float
    footer_rule: float
    footer_top: float
    footer_height: float

    def x(self, column: float) -> float:
        """The left edge of a column, counted from 0."""
        return self.margin + column * (self._column + self.gutter)

    def w(self, columns: float) -> float:
        """The width of that many columns with the gutters between them."""
        return columns * (self._column + self.gutter) - self.gutter

    @property
    def body_height(self) -> float:
        return self.body_bottom - self.body_top

    @property
    def _column(self) -> float:
        return (self.width - 2 * self.margin - (self.columns - 1) * self.gutter) / self.columns


STYLES = (
    "title",
    "body-1",
    "body-2",
    "body-3",
    "footer",
    "slide-number",
    "cover-title",
    "cover-subtitle",
    "closing-title",
    "section-title",
    "section-text",
    "headline",
    "headline-text",
    "speaker-topic",
    "speaker-name",
    "speaker-role",
    "initials",
    "quote-title",
    "quote",
    "quote-attribution",
    "statement",
    "hero-wide",
    "hero",
    "hero-small",
    "hero-label",
    "hero-label-small",
    "part-heading",
    "part-figure",
    "part-label",
    "source",
    "card-heading",
    "card-text",
    "card-heading-medium",
    "card-text-medium",
    "card-heading-large",
    "card-text-large",
    "card-intro",
    "badge",
    "panel-heading",
    "panel-text",
    "column",
    "key-figure",
    "key-figure-label",
    "key-figure-item",
    "picture-text",
    "picture-text-large",
    "picture-item-large",
    "picture-title",
    "picture-caption",
    "picture-credit",
    "agenda-time",
    "agenda-item",
    "agenda-by",
    "comparison-heading",
    "comparison-text-large",
    "comparison-item-large",
    "chart-subtitle",
    "chart-label",
    "chart-value",
    "chart-series",
    "chart-axis",
    "table-heading",
    "table-cell",
)
"""The styles of the type scale: every theme has all of them."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What styles a deck. `palette` gives each scheme colour as six hexadecimal digits (`005F9E`).

    `styles` are the type scale's, by name. `icons` are drawings by name.
    """

    name: str
    palette: Mapping[SchemeColour, str]
    major: Fonts
    minor: Fonts
    styles: Mapping[str, TextStyle]
    icons: Mapping[str, Path]
    grid: Grid

    def style(self, name: str) -> TextStyle:
        """The style of this name, one of `STYLES`."""
        return self.styles[name]

    def rgb(self, colour: Colour) -> tuple[int, int, int]:
        """A colour's red, green and blue, 0 to 255, without regard to its alpha.

        `lum_mod` and `lum_off` act on the luminance of HSL, as DrawingML's do (ECMA-376, 20.1.2.3.20 and 21).
        """
        value = self.palette[colour.scheme]
        hue, luminance, saturation = rgb_to_hls(*(int(value[at : at + 2], 16) / 255 for at in (0, 2, 4)))
        luminance = min(1.0, luminance * colour.lum_mod / 100 + colour.lum_off / 100)
        red, green, blue = (round(255 * part) for part in hls_to_rgb(hue, luminance, saturation))
        return red, green, blue

    @property
    def width(self) -> Emu:
        """The slide's width."""
        return units(self.grid.width)

    @property
    def height(self) -> Emu:
        """The slide's height."""
        return units(self.grid.height)
