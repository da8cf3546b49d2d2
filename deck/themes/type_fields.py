"""What a theme file declares of text: its fonts and the styles of its type scale."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from deck.model.fields import Fields
from deck.model.rules import Limits, Size
from deck.model.style import Align, Bullet, Caps, Colour, FontRole, TextStyle
from deck.model.theme import Embedding
from deck.themes.theme_values import PointSize, ScriptCode, Space

_PLAIN = TextStyle(14)


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
