"""A theme: the palette, the fonts and the type scale that style a deck, all of it data.

Another theme file restyles every layout; none of them names a colour's value, a font or a size.
"""

from __future__ import annotations

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import field
from functools import lru_cache
from typing import ClassVar, Literal, TypeAlias

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Span
from deck.model.contrast import RGB, luminance
from deck.model.dressing import Footer, Grounds, Logo, Look, Marks
from deck.model.outlines import Path
from deck.model.shapes import SlideKind, SlideLayout
from deck.model.style import Colour, FontRole, SchemeColour, TextStyle
from deck.model.template import Template, Use
from deck.model.units import Emu, units


@dataclass(frozen=True)
class FontFile:
    """The bytes of a font's files: of its regular letters, and of its others where there are such."""

    WEIGHTS: ClassVar = ("regular", "bold", "italic", "bold_italic")

    regular: bytes
    bold: bytes | None = None
    italic: bytes | None = None
    bold_italic: bytes | None = None


Embedding: TypeAlias = Literal[True, False, "subset"]
"""Whether a deck carries its fonts: whole, not at all, or what of them it shows."""


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A font that a deck carries, by the name of its family; `subset`: only what of it the deck shows."""

    name: str
    file: FontFile
    subset: bool = False


@dataclass(frozen=True, slots=True)
class Fonts:
    """A font for each of DrawingML's three kinds of script, and for single scripts by ISO 15924 code.

    `mono` is the one for code, whose letters are all of one width. `files` are those of fonts by name, to measure by
    and to embed.
    """

    latin: str
    east_asian: str
    complex_script: str
    scripts: Mapping[str, str]
    mono: str = "Consolas"
    files: Mapping[str, FontFile] = field(default_factory=dict)

    def for_script(self, script: str) -> str:
        """The font in which this script is set."""
        return self.scripts.get(script) or self.latin


DESIGN_WIDTH, DESIGN_HEIGHT = 160, 90
"""The slide that places are given for, in grid units: 16:9. Type keeps its size on any other."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where things stand, in grid units of 6 pt from the slide's top left corner.

    The columns lie between the two side margins, a gutter between each two of them. The margin at the end is as wide as
    the other, unless it has a width of its own.
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
    end_margin: float | None = None

    def across(self, width: float) -> float:
        """A place or a width of a slide that is 160 units wide, on this one: across, all goes with the width."""
        return width * self.width / DESIGN_WIDTH

    def down(self, height: float) -> float:
        """A place or a height of a slide that is 90 units high, on this one."""
        return height * self.height / DESIGN_HEIGHT

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
        end = self.margin if self.end_margin is None else self.end_margin
        return (self.width - self.margin - end - (self.columns - 1) * self.gutter) / self.columns


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
    "picture-title",
    "picture-caption",
    "picture-credit",
    "agenda-time",
    "agenda-item",
    "agenda-by",
    "comparison-heading",
    "chart-measure",
    "chart-label",
    "chart-value",
    "chart-series",
    "chart-axis",
    "text",
    "text-heading",
    "text-callout",
    "text-remark",
    "code",
    "code-caption",
    "contact-name",
    "contact-role",
    "contact-text",
    "table-heading",
    "table-cell",
)
"""The styles of the type scale: every theme has all of them."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What styles a deck. `palette` gives each scheme colour as six hexadecimal digits (`005F9E`).

    `dk1` is the colour of text and `lt1` that of the slide's ground: in a dark theme, `dk1` is the lighter. `styles`
    are the type scale's, by name. `icons` are drawings by name. `looks` are the kinds' of slides. `description` is what
    it is for. `spans` says where a theme file has each of its fields, by its path. `template` is the presenter's own,
    where all this was read from one. `embed` says whether decks carry the fonts, unless an outline says otherwise.
    """

    name: str
    palette: Mapping[SchemeColour, str]
    major: Fonts
    minor: Fonts
    styles: Mapping[str, TextStyle]
    icons: Mapping[str, Path]
    grid: Grid
    looks: Mapping[SlideKind, Look] = field(default_factory=dict)
    marks: Marks = Marks()
    grounds: Grounds = Grounds()
    footer: Footer = Footer()
    logo: Logo | None = None
    description: str | None = None
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False)
    template: Template | None = None
    embed: Embedding = False

    def look(self, kind: SlideKind) -> Look:
        """How this kind of slide is dressed."""
        return self.looks.get(kind) or Look()

    def own_layout(self, use: Use) -> SlideLayout | None:
        """The template's own slide layout for this, if there is one."""
        return self.template.own.get(use) if self.template else None

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than the ground that it stands on."""
        return luminance(self.rgb(Colour("dk1"))) > luminance(self.rgb(Colour("lt1")))

    def family(self, role: FontRole) -> Fonts:
        """The fonts that have this role."""
        return self.major if role == "major" else self.minor

    def style(self, name: str) -> TextStyle:
        """The style of this name, one of `STYLES`."""
        return self.styles[name]

    def rgb(self, colour: Colour) -> tuple[int, int, int]:
        """A colour's red, green and blue, 0 to 255, without regard to its alpha.

        `lum_mod` and `lum_off` act on the luminance of HSL, as DrawingML's do (ECMA-376, 20.1.2.3.20 and 21), `sat_mod`
        on its saturation (20.1.2.3.27).
        """
        value = colour.value or self.palette[colour.scheme]
        return shaded((int(value[:2], 16), int(value[2:4], 16), int(value[4:], 16)), colour)

    @property
    def width(self) -> Emu:
        """The slide's width."""
        return units(self.grid.width)

    @property
    def height(self) -> Emu:
        """The slide's height."""
        return units(self.grid.height)


@lru_cache(maxsize=1_024)
def shaded(value: RGB, colour: Colour) -> RGB:
    """A palette's value, made lighter or darker as a colour says."""
    hue, light, saturation = rgb_to_hls(*(part / 255 for part in value))
    light = min(1.0, light * colour.lum_mod / 100 + colour.lum_off / 100)
    saturation = min(1.0, saturation * colour.sat_mod / 100)
    red, green, blue = (round(255 * part) for part in hls_to_rgb(hue, light, saturation))
    return red, green, blue
