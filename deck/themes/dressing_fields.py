"""What a theme file declares of how slides are dressed: grounds, decoration, small shapes, logo, footer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from deck.ground.diagnostics import Diagnostic
from deck.model.dressing import Corner
from deck.model.fields import Fields
from deck.model.rules import Limits, Size
from deck.model.shapes import SlideKind
from deck.model.style import Align, Colour
from deck.themes.theme_values import Length, Name, Place


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
