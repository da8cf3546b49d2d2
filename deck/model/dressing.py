"""How a theme dresses slides: grounds, decoration, small shapes, logo and footer."""

from __future__ import annotations

from typing import Literal

from deck.ground.dataclass import dataclass
from deck.model.content import ImageFile
from deck.model.shapes import AutoShape, Picture, SlideKind
from deck.model.style import Align, Colour

Corner = Literal["top-start", "top-end", "bottom-start", "bottom-end"]
_SLIDE, _CARD, _PANEL = Colour("lt1"), Colour("lt2"), Colour("dk2")


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of slide is dressed.

    `ground` is the slide's own, or of a speaker's and a statement's slide that of the panel. `number` is the slide
    number's colour there, `bar` that of the short bar between a large title and what follows it, `mark` that of the
    quotation mark, of the ring round a portrait or of the bar beside a statement; without a colour there is none.
    Large texts are `text_width` grid units wide. `decoration` stands behind everything, at its places.
    """

    ground: Colour = _SLIDE
    number: Colour | None = None
    bar: Colour | None = None
    mark: Colour | None = None
    text_width: float = 86
    decoration: tuple[AutoShape | Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """The small shapes on many slides, in grid units.

    `title` is the mark beside a title, with its left, top, width and height; `rule` the line over the footer, with its
    thickness; `bar` the width and height of the bar under a large title; `cap` how thick the upper edge of a card is.
    """

    title: tuple[Colour, tuple[float, float, float, float]] | None = (Colour("accent2"), (0, 7.3, 1.6, 5))
    rule: tuple[Colour, float] | None = (Colour("accent1", 30, 70), 0.14)
    bar: tuple[float, float] = (12, 0.9)
    cap: float = 1.1


@dataclass(frozen=True, slots=True)
class Grounds:
    """What words stand on besides the slide: a card, a panel, a tile among others, the veil over a picture.

    Without a `tile` each tile has an accent of its own.
    """

    card: Colour = _CARD
    panel: Colour = _PANEL
    tile: Colour | None = None
    veil: Colour = _PANEL


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo, in its forms for light grounds and for dark ones: `height` grid units high in a corner of these slides.

    Nothing comes nearer to it than `clear` units; `description` is its alternative text.
    """

    light: ImageFile
    dark: ImageFile
    description: str
    corner: Corner
    height: float
    clear: float
    slides: frozenset[SlideKind]


@dataclass(frozen=True, slots=True)
class Footer:
    """On which side footer and slide number stand; None where there is none."""

    text: Align | None = "start"
    number: Align | None = "end"
