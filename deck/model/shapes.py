"""A slide once everything on it has its place: the boxes, drawings and pictures, listed as they are read out.

There are no other kinds of `Shape` than those in this file, a `Chart` and an `Equation`, so that an exporter can be
proved to know them all.
Boxes are laid out for reading from left to right; `deck.model.mirroring` turns a slide round for the other direction.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal, TypeAlias, TypeVar

from deck.ground.dataclass import dataclass
from deck.model.charts import Chart
from deck.model.equations import Equation
from deck.model.hashing import HashedOnce, WeaklyKnown
from deck.model.links import Link
from deck.model.outlines import Arc, Path, PresetGeometry
from deck.model.style import Colour, Stroke, TextBody
from deck.model.text import Paragraph
from deck.model.typesetting import FittedText
from deck.model.units import Rect

PlaceholderType = Literal["title", "body", "subTitle", "pic", "dt", "ftr", "sldNum"]
FOOT: frozenset[PlaceholderType] = frozenset({"dt", "ftr", "sldNum"})
"""What stands at the foot of every slide: date, footer and slide number."""
SlideKind = Literal["cover", "content", "divider", "quote", "closing", "speaker", "statement", "headline"]
"""The kinds of slides that a theme dresses each in its own way."""
Transition = Literal["fade", "push", "wipe", "cover", "split", "cut"]
"""How a slide comes, by PowerPoint's names."""
Reveal = Literal["items", "sub-items"]
"""What appears with a click: each part or entry with all below it, or each entry by itself."""


@dataclass(frozen=True, slots=True)
class Placeholder(HashedOnce):
    """A slot of a slide layout that a presenter fills; `prompt` is what it says while empty.

    `idx` is unique in its slide layout and joins a slide's text to it; a title's is 0. `native` are the type and index
    that a template's own slide layout has for it.
    """

    idx: int
    type: PlaceholderType
    name: str
    rect: Rect
    body: TextBody
    prompt: str
    native: tuple[str, int] | None = None

    __hash__ = HashedOnce.__hash__


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text at its measured lines. With a `placeholder`, it is what fills that slot of the slide layout.

    `field` is the path of the outline's field that it shows, for diagnostics; None where there is none.
    """

    name: str
    rect: Rect
    text: FittedText
    placeholder: Placeholder | None = None
    field: str | None = None
    fill: Colour | None = None


@dataclass(frozen=True, slots=True)
class AutoShape:
    """A drawn shape, perhaps with text on it. `description` is its alternative text; None marks decoration.

    `flipped` turns its drawing, never its text, left to right. A shape with text needs no description. `field` is the
    path of the outline's field that its text shows. A click on it leads to the address `link`.
    """

    name: str
    rect: Rect
    geometry: PresetGeometry | Arc | Path
    fill: Colour | None = None
    stroke: Stroke | None = None
    text: FittedText | None = None
    description: str | None = None
    flipped: bool = False
    field: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Captions:
    """A film's captions in one language: its tag, its own name, and their WebVTT."""

    language: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Film:
    """A film that plays where its picture is: an MP4's bytes, and its captions."""

    data: bytes
    captions: tuple[Captions, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture. `image` is the file's bytes; `crop` cuts shares (0–1) off left, top, right, bottom.

    `round` shows it in an ellipse. `description` is its alternative text; None marks decoration.
    With a `placeholder`, it fills that slot. `field` is the path of the outline's field that it shows. `drawing` is the
    SVG that is shown in place of `image` where a program knows it; `stroke` frames it. A click leads to `link`, or
    plays its `film`.
    """

    name: str
    rect: Rect
    image: bytes
    description: str | None
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    round: bool = False
    placeholder: Placeholder | None = None
    field: str | None = None
    drawing: bytes | None = None
    stroke: Stroke | None = None
    link: str | None = None
    film: Film | None = None


@dataclass(frozen=True, slots=True)
class Connector:
    """A straight line over the rectangle's diagonal, from its top left to its bottom right; always decoration."""

    name: str
    rect: Rect
    stroke: Stroke
    flipped: bool = False


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell's measured text on its ground; `field` is the path of the outline's field that it shows.

    It takes `span` columns and `rows` rows; the cells that it takes from others have none of the one, and show nothing.
    """

    text: FittedText
    fill: Colour | None = None
    field: str | None = None
    span: int = 1
    rows: int = 1

    @property
    def shown(self) -> bool:
        """Whether no other has taken its place."""
        return bool(self.span and self.rows)


@dataclass(frozen=True, slots=True)
class Table:
    """A native table; widths and heights are in EMU and add up to the rectangle's. The first row is its header."""

    name: str
    rect: Rect
    column_widths: tuple[int, ...]
    row_heights: tuple[int, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    description: str | None = None
    field: str | None = None
    """The path of the table's own field, where it is one of several on its slide."""
    overflow: float = 0.0
    """By how many points all its rows are higher than its place."""

    def cell_widths(self, row: int) -> tuple[int, ...]:
        """How wide each cell of a row is."""
        return tuple(sum(self.column_widths[at : at + cell.span]) for at, cell in enumerate(self.rows[row]))

    def cell_heights(self, row: int) -> tuple[int, ...]:
        """How high each cell of a row is."""
        return tuple(sum(self.row_heights[row : row + cell.rows]) for cell in self.rows[row])


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together, such as an icon on its disc; `description` speaks for all of them.

    One that is not `directional`, such as a map, stands on the other side for the other direction, but as it is.
    `field` is the path of the outline's part that it shows, where it shows one. Of one whose parts share their room,
    such as a diagram, `overflow` is by how many points all of it is too wide or too high.
    """

    name: str
    rect: Rect
    shapes: tuple[Shape, ...]
    description: str | None = None
    directional: bool = True
    field: str | None = None
    overflow: float = 0.0


Shape: TypeAlias = TextBox | AutoShape | Picture | Connector | Link | Table | Chart | Equation | Group
AnyShape = TypeVar("AnyShape", bound=Shape)


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What a presenter's template draws behind a slide: its ground, and from there upwards its pictures and drawings.

    `turned` are those for reading from right to left, where logos and photographs look as they did. Its own package
    holds all of this: only pictures of slides, and checks, draw it.
    """

    ground: Shape
    shapes: tuple[Shape, ...]
    turned: tuple[Shape, ...]

    @property
    def whole(self) -> tuple[Shape, ...]:
        """All of it, from the ground up."""
        return (self.ground, *self.shapes)


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A native slide layout: what stands behind every slide that uses it, and its slots, in reading order.

    Slide layouts of one `name` are equal. `background` is the whole slide's ground. The theme adds to a `kind` what
    that has beside its decoration, such as a logo. `native` is the part of the template's own slide layout that
    this is, `joins` that of the one whose ground and decoration it shares; `backdrop` is what that draws. `footer` is
    where a native one without a slot for it has room for the footer: a text box of each slide. `kept` are
    the slots of a native one that stay on their side where reading goes the other way, by their indices.
    """

    name: str
    background: Colour
    decoration: tuple[AutoShape | Connector | Picture, ...]
    placeholders: tuple[Placeholder, ...]
    kind: SlideKind = "content"
    native: str | None = None
    joins: str | None = None
    footer: Placeholder | None = None
    kept: frozenset[int] = frozenset()
    backdrop: Backdrop | None = field(default=None, compare=False, repr=False)

    def __hash__(self) -> int:
        # Few share a name, and those that do are mostly equal.
        return hash(self.name)

    def has(self, idx: int) -> bool:
        """Whether there is a slot of this index."""
        return any(placeholder.idx == idx for placeholder in self.placeholders)

    def placeholder(self, idx: int) -> Placeholder:
        """The slot of this index; KeyError where there is none."""
        for placeholder in self.placeholders:
            if placeholder.idx == idx:
                return placeholder
        raise KeyError(idx)


@dataclass(frozen=True, slots=True)
class Appearance:
    """What appears with a click: the slide's shape of this index, or these of its paragraphs."""

    shape: int
    paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ShapeTree(WeaklyKnown):
    """One laid-out slide. `id` is unique in the deck, `title` is its title in plain words.

    `slide` is the id of the outline's slide, which several laid-out slides may continue, and `section` that of
    its section. `notes` are the speaker's. `background` covers the slide, under its slide layout's decoration.
    `clicks` are what appears with each; the rest is there from the start. A `hidden` slide is left out of the show.
    """

    id: str
    slide: str
    section: str
    title: str
    slide_layout: SlideLayout
    shapes: tuple[Shape, ...]
    notes: tuple[Paragraph, ...] = ()
    background: Picture | None = None
    clicks: tuple[tuple[Appearance, ...], ...] = ()
    transition: Transition | None = None
    hidden: bool = False
