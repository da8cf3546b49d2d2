"""How text and shapes look: colours of the theme, styles of text, fills and lines.

Colours are always the theme's, by their names in DrawingML, so that a changed theme recolours a deck.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from deck.ground.dataclass import dataclass
from deck.model.hashing import HashedOnce
from deck.model.numbering import Numbering
from deck.model.units import Emu, Insets

SchemeColour = Literal[
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"
]
Align = Literal["start", "centre", "end"]
Anchor = Literal["top", "middle", "bottom"]
FontRole = Literal["major", "minor"]
Caps = Literal["none", "small", "all"]

SYMBOL_FONT = "Segoe UI Symbol"
"""The font of bullets that fonts for text lack. They are Unicode's, so that any other with them serves as well."""
_FIRST_SYMBOL = "\u2500"
SMALL_CAPITAL = 0.8
"""The size of a small capital, in sizes, where a program draws one."""
_SINGLE = 1.2
"""A single line, in sizes."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A theme colour, perhaps lighter, darker or paler: luminance × `lum_mod` + `lum_off`, saturation × `sat_mod`.

    All are in per cent.

    `value` are the six hexadecimal digits that a presenter's own template has where it names none of its theme's
    colours; `scheme` is then the nearest of them.
    """

    scheme: SchemeColour
    lum_mod: int = 100
    lum_off: int = 0
    alpha: int = 100
    value: str | None = None
    sat_mod: int = 100

    def lighter(self, per_cent: int) -> Colour:
        """This colour, that much of the way to white."""
        return Colour(self.scheme, 100 - per_cent, per_cent, value=self.value)


@dataclass(frozen=True, slots=True)
class Stroke:
    """The line round a shape, or along it: its colour and its width in EMU."""

    colour: Colour
    width: Emu


@dataclass(frozen=True, slots=True)
class Bullet:
    """What stands before a paragraph: a character, or its number where `char` is None.

    A numbered paragraph has its number in any case; `numbering` says how that is written.
    """

    char: str | None = "•"
    colour: Colour | None = None
    numbering: Numbering = "number"

    @property
    def is_symbol(self) -> bool:
        """Whether its character is one that fonts for text lack, so that `SYMBOL_FONT` draws it."""
        return self.char is not None and self.char >= _FIRST_SYMBOL


@dataclass(frozen=True, slots=True)
class TextStyle(HashedOnce):
    """One level of text. Sizes and spaces are in points; `leading` is a multiple of the single line.

    Text is set at `size` and may shrink to `minimum_size` to fit; where a slide has little of it, its layout may have
    it grow to `largest_size`, where there is one. `indent` is where its lines start, and the
    first line starts `hanging` before that, with the bullet. `balanced` text avoids a lone word on its last line,
    as a title should.

    `verbatim` text is lines of code: none is broken, each is exactly as high in every program, so that a drawing can
    stand behind it, and they are read from left to right, and begin at the left, in every language.

    `emphasis` is the colour of bold words among others where all of them are bold, which are not seen otherwise;
    styles that differ in it alone are the same to whom they inherit from.

    `caps` says that its small letters are shown as capitals (`all`), or as small ones: its words stay as they are.
    """

    size: float
    minimum_size: float = 14
    largest_size: float | None = None
    bold: bool = False
    italic: bool = False
    colour: Colour = Colour("dk1")
    font: FontRole = "minor"
    leading: float = 1.0
    space_before: float = 0
    space_after: float = 0
    align: Align = "start"
    bullet: Bullet | None = None
    indent: float = 0
    hanging: float = 0
    balanced: bool = False
    verbatim: bool = False
    caps: Caps = "none"
    emphasis: Colour | None = field(default=None, compare=False, kw_only=True)

    __hash__ = HashedOnce.__hash__

    @property
    def numbering(self) -> Numbering:
        """How the number of a numbered paragraph is written."""
        return self.bullet.numbering if self.bullet else "number"

    def pitch(self, size: float) -> float:
        """How high a line of verbatim text is at this size, in points."""
        return round(size * self.leading * _SINGLE, 2)


NO_INSETS = Insets()


@dataclass(frozen=True, slots=True)
class TextBody(HashedOnce):
    """How text sits in its box: a style a level, the insets, the anchor.

    In a `table_cell` some programs give lines the height that their font asks for.
    """

    levels: tuple[TextStyle, ...]
    insets: Insets = NO_INSETS
    anchor: Anchor = "top"
    table_cell: bool = False

    __hash__ = HashedOnce.__hash__
