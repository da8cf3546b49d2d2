"""What a theme file declares, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Literal, NewType, TypeAlias, get_args

from deck.fields.fields_reader import Readers
from deck.fields.findings import Finding, MistakenError
from deck.ground.diagnostics import Diagnostic, did_you_mean
from deck.ground.late_pattern import late_pattern
from deck.model.content import Fields
from deck.model.rules import Limits, Pattern, Size
from deck.model.shapes import SlideKind
from deck.model.style import Align, Bullet, Caps, Colour, FontRole, SchemeColour, TextStyle
from deck.model.theme import Corner, Embedding

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
_PLAIN = TextStyle(14)

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


class FontsFields(Fields):
    """A font for each kind of script, and for single scripts by ISO 15924 code."""

    latin: str
    """The font of Latin, Greek and Cyrillic letters."""
    east_asian: str
    """The font of ideographs."""
    complex_script: str
    """The font of Arabic and other scripts whose letters change shape."""
    scripts: Mapping[ScriptCode, str] = MappingProxyType({})
    """Fonts of single scripts, by their ISO 15924 codes: `Arab`, `Hans`, `Jpan`."""


class FontFileFields(Fields):
    """A font's files, TrueType or OpenType, beside the theme file."""

    regular: str
    """The file of its regular letters."""
    bold: str | None = None
    """The file of its bold ones; without it they are measured with room to spare."""
    italic: str | None = None
    """The file of its italic ones."""
    bold_italic: str | None = None
    """The file of its bold italic ones."""


class FontPairFields(Fields):
    """The fonts of headings and of the text, and the one of code, whose letters are all of one width."""

    major: FontsFields
    """The fonts of headings."""
    minor: FontsFields
    """The fonts of text."""
    mono: str = "Consolas"
    """The font of code."""
    files: Mapping[str, FontFileFields] = MappingProxyType({})
    """Files of fonts by the fonts' names: to measure text by, with the extra `shaping`, and to embed."""
    embed: Embedding = False
    """Whether decks carry these fonts for who has them not: `true`, whole, so that they can be edited; `subset`, no
    more than what they show. Fonts of Windows and Office need not be carried. It takes the extra `fonts`."""


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


class BulletFields(Fields):
    """What stands before a paragraph: a character, or its number where there is none."""

    char: Annotated[str, Size(1, 2)] | None = None
    """The character."""
    colour: Colour | None = None
    """Its colour; the text's, if left out."""

    def bullet(self) -> Bullet:
        """The bullet."""
        return Bullet(self.char, self.colour)


class StyleFields(Fields):
    """One style of the type scale; sizes and spaces in points."""

    size: PointSize
    """The size as designed."""
    minimum_size: PointSize = _PLAIN.minimum_size
    """The least size to which it shrinks to fit."""
    largest_size: PointSize | None = None
    """The size to which it may grow where a slide has little of it; left out, it does not."""
    bold: bool = False
    """Whether it is bold."""
    italic: bool = False
    """Whether it is italic."""
    colour: Colour = _PLAIN.colour
    """Its colour: one of the palette, `accent1 70` for 70 % lighter, `accent1 darker 30`."""
    font: FontRole = "minor"
    """The fonts of headings (`major`) or of text (`minor`)."""
    leading: Annotated[float, Limits(least=0.5, most=3)] = 1.0
    """The distance of lines, as a multiple of the single line's."""
    space_before: Space = 0
    """The space over each paragraph but the first."""
    space_after: Space = 0
    """The space under each paragraph but the last."""
    align: Align = "start"
    """On which side it stands."""
    bullet: BulletFields | None = None
    """What stands before each paragraph."""
    indent: Space = 0
    """Where its lines begin."""
    hanging: Space = 0
    """How far before that the first line begins, with its bullet."""
    balanced: bool = True
    """Whether a last line is no lone word."""
    caps: Caps = "none"
    """Whether its small letters are shown as capitals: `all`, or `small` for small ones. The words stay as written."""

    def style(self) -> TextStyle:
        """The style, never set larger to fit than it is designed."""
        bullet = self.bullet.bullet() if self.bullet else None
        return TextStyle(**vars(self) | {"bullet": bullet, "minimum_size": min(self.minimum_size, self.size)})


class OrnamentFields(Fields):
    """One thing of a decoration: a shape, one of the theme's `drawings`, or a picture.

    Lengths are in units of a slide of 160 × 90; on another size they go with its width and height, and what is round
    stays round.
    """

    shape: Literal["rectangle", "ellipse", "arc"] | None = None
    """A shape: `rectangle` and `ellipse` fill their place, an `arc` is part of a circle about `x`, `y`."""
    drawing: Name | None = None
    """One of the theme's drawings, about `x`, `y`."""
    picture: str | None = None
    """A picture file beside the theme file: PNG, JPEG or SVG."""
    left: Place | None = None
    """The left edge of a rectangle, an ellipse or a picture."""
    top: Place | None = None
    """Its upper edge."""
    width: Length | None = None
    """Its width."""
    height: Length | None = None
    """Its height."""
    x: Place = 0
    """The middle of an arc or of a drawing, from the left."""
    y: Place = 0
    """The middle of an arc or of a drawing, from the top."""
    radius: Length | None = None
    """An arc's radius, to the middle of its line."""
    start: Annotated[float, Limits(least=0, most=360)] = 0
    """Where an arc begins, in degrees clockwise from 3 o’clock."""
    sweep: Annotated[float, Limits(above=0, most=360)] = 360
    """How far an arc goes from there, in degrees."""
    scale: Annotated[float, Limits(above=0, most=10)] = 1
    """How large a drawing is drawn."""
    flipped: bool = False
    """Whether a drawing, or an arc, is turned left to right."""
    fill: Colour | None = None
    """The colour that fills a shape."""
    opacity: Annotated[int, Limits(above=0, most=100)] = 100
    """How much of that covers what is behind it, in per cent."""
    line: Colour | None = None
    """The colour of the line round a shape, or along an arc."""
    line_width: Annotated[float, Limits(above=0, most=20)] = 0.2
    """How wide that line is, in grid units."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """Nothing that is drawn, or several things; a place or a colour that is missing."""
        said = [name for name in ("shape", "drawing", "picture") if getattr(self, name) is not None]
        if len(said) != 1:
            message = "one thing is drawn here"
            hint = "write `shape: rectangle`, `drawing: name` or `picture: file.svg`"
            yield Diagnostic("invalid-value" if said else "missing-field", message, hint=hint)
        elif self.shape == "arc":
            if self.radius is None or self.line is None:
                yield Diagnostic("missing-field", "an arc has a `radius` and a `line`", hint="add both", field="shape")
        elif not self.drawing:
            wanted = ("left", "top", "width", "height")
            if missing := [f"`{name}`" for name in wanted if getattr(self, name) is None]:
                message = f"its place lacks {', '.join(missing)}"
                hint = "a place is `left`, `top`, `width` and `height`, in grid units"
                yield Diagnostic("missing-field", message, hint=hint, field=said[0])
            if self.shape and self.fill is None and self.line is None:
                message = "this shape has no colour"
                yield Diagnostic("missing-field", message, hint="add `fill: accent1` or `line: accent1`", field="shape")


class LookFields(Fields):
    """How one kind of slide is dressed."""

    ground: Colour | None = None
    """The slide’s ground; of `speaker` and `statement` that of the panel, of `headline` the dark one."""
    number: Colour | None = None
    """The slide number’s colour there."""
    bar: Colour | None = None
    """The short bar between a large title and what follows it; `null` for none."""
    mark: Colour | None = None
    """The quotation mark, the ring round a portrait, the bar beside a statement; `null` for none."""
    text_width: Annotated[float, Limits(least=40, most=152)] | None = None
    """How wide the large texts are, of a slide 160 units wide."""
    decoration: tuple[OrnamentFields, ...] = ()
    """What is drawn behind everything, in order."""


class SlidesFields(Fields):
    """How each kind of slide is dressed."""

    cover: LookFields = LookFields()
    """The title slide."""
    content: LookFields = LookFields()
    """All slides that have none of their own here."""
    divider: LookFields = LookFields()
    """The slide that opens a section."""
    quote: LookFields = LookFields()
    """A quotation."""
    closing: LookFields = LookFields()
    """The last slide."""
    speaker: LookFields = LookFields()
    """A speaker’s slide, with its panel."""
    statement: LookFields = LookFields()
    """A statement, with its panel."""
    headline: LookFields = LookFields()
    """One phrase on full colour."""


class TitleMarkFields(Fields):
    """The mark beside each title."""

    colour: Colour
    """Its colour."""
    left: Place
    """Its left edge, in grid units."""
    top: Place
    """Its upper edge."""
    width: Length
    """Its width."""
    height: Length
    """Its height."""


class RuleFields(Fields):
    """The line over the footer."""

    colour: Colour
    """Its colour."""
    height: Length
    """How thick it is, in grid units."""


class BarFields(Fields):
    """The bar under a large title; its colour is that of each kind of slide."""

    width: Length
    """Its width, in grid units."""
    height: Length
    """Its height."""


class MarksFields(Fields):
    """The small shapes on many slides."""

    title: TitleMarkFields | None = None
    """The mark beside each title; `null` for none."""
    rule: RuleFields | None = None
    """The line over the footer; `null` for none."""
    bar: BarFields
    """The bar under a large title."""
    cap: Length
    """How thick the coloured upper edge of a card is, in grid units."""


class GroundsFields(Fields):
    """What words stand on besides the slide itself."""

    card: Colour
    """Cards, and every other line of a table."""
    panel: Colour
    """The panel of a key figure."""
    tile: Colour | None = None
    """Panels side by side; each has an accent of its own, if left out."""
    veil: Colour
    """The veil over a picture on which words stand."""


class LogoFields(Fields):
    """The logo in a corner of slides."""

    light: str
    """The file for light grounds, beside the theme file: PNG, JPEG or SVG."""
    dark: str | None = None
    """The file for dark grounds; the other one, if left out."""
    description: str
    """Whose logo it is, for those who cannot see it."""
    corner: Corner = "top-end"
    """Where it stands; start and end follow the direction of reading."""
    height: Annotated[float, Limits(least=2, most=12)] = 6
    """How high it is, in grid units."""
    clear: Annotated[float, Limits(least=0, most=10)] = 2
    """How near anything else comes to it, in grid units."""
    slides: Annotated[tuple[SlideKind, ...], Size(1)] = ("cover", "content", "divider", "closing")
    """The kinds of slides that it stands on."""


class FooterFields(Fields):
    """Which parts the footer has, and on which side each stands."""

    text: Align | None = "start"
    """The outline’s footer; `null` for none."""
    number: Align | None = "end"
    """The slide number; `null` for none."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """Both at one place."""
        if self.text is not None and self.text == self.number:
            message = f"footer and slide number both stand at `{self.text}`"
            yield Diagnostic("invalid-value", message, hint="give one of them another side, or `null`")


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
