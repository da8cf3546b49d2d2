"""A theme file → the theme: palette, fonts, grid and type scale."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, Field, PlainValidator, ValidationError, WithJsonSchema
from pydantic_core import PydanticCustomError

from deck.diagnostics import DeckError, Diagnostic, Span, did_you_mean, has_errors
from deck.model.content import Fields
from deck.model.style import Align, Bullet, Colour, FontRole, SchemeColour, TextStyle
from deck.model.theme import Fonts, Grid, Theme
from deck.outline.file import read_fields
from deck.outline.findings import Finding, mistaken
from deck.outline.mistakes import diagnose
from deck.outline.nodes import plain

_HEX = re.compile(r"[0-9A-Fa-f]{6}\Z")
_COLOUR = re.compile(r"(?P<name>[A-Za-z0-9]+)(?:\s+(?P<lighter>[0-9]{1,3})\s*%?)?\Z")
_NAMES: tuple[SchemeColour, ...] = get_args(SchemeColour)


def _hex(value: object) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _HEX.match(text):
        message = "a colour is six hexadecimal digits"
        raise mistaken([Finding("invalid-value", message, 'such as "005F9E", in quotation marks')])
    return text.upper()


def _colour(value: object) -> Colour:
    match = _COLOUR.match(value) if isinstance(value, str) else None
    if match is None or int(match["lighter"] or 0) > 100:
        message = "a colour of the palette is wanted here"
        raise mistaken([Finding("invalid-value", message, "such as `accent1`, or `accent1 70` for 70 % lighter")])
    name = match["name"]
    if name not in _NAMES:
        raise mistaken([Finding("invalid-value", f"the palette has no colour `{name}`", did_you_mean(name, _NAMES))])
    colour = Colour(name)
    return colour.lighter(int(match["lighter"])) if match["lighter"] else colour


def _numbered_or_character(value: Any) -> Any:
    if isinstance(value, str) and not 1 <= len(value) <= 2:
        raise PydanticCustomError("bullet", "a bullet is one character")
    return value


Hex = Annotated[str, PlainValidator(_hex)]
ThemeColour = Annotated[Colour, PlainValidator(_colour), WithJsonSchema({"type": "string"})]
Size = Annotated[float, Field(gt=0, le=400)]
Space = Annotated[float, Field(ge=0, le=400)]
Length = Annotated[float, Field(gt=0, le=700)]


class PaletteFields(Fields):
    """The twelve colours of a theme, as six hexadecimal digits."""

    dk1: Hex
    lt1: Hex
    dk2: Hex
    lt2: Hex
    accent1: Hex
    accent2: Hex
    accent3: Hex
    accent4: Hex
    accent5: Hex
    accent6: Hex
    hlink: Hex
    folHlink: Hex  # noqa: N815


class FontsFields(Fields):
    """A font for each kind of script, and for single scripts by ISO 15924 code."""

    latin: str
    east_asian: str
    complex_script: str
    scripts: dict[Annotated[str, Field(pattern="^[A-Z][a-z]{3}$")], str] = Field(default_factory=dict)


class FontPairFields(Fields):
    """The fonts of headings and of the text."""

    major: FontsFields
    minor: FontsFields


class GridFields(Fields):
    """Where things stand, in units of 6 points."""

    width: Length
    height: Length
    margin: Length
    columns: Annotated[int, Field(gt=0, le=48)]
    gutter: Length
    title_top: Length
    title_height: Length
    body_top: Length
    body_bottom: Length
    footer_rule: Length
    footer_top: Length
    footer_height: Length


class BulletFields(Fields):
    """What stands before a paragraph: a character, or its number where there is none."""

    char: Annotated[str | None, BeforeValidator(_numbered_or_character)] = None
    colour: ThemeColour | None = None


class StyleFields(Fields):
    """One style of the type scale; sizes and spaces in points."""

    size: Size
    minimum_size: Size = TextStyle(14).minimum_size
    bold: bool = False
    italic: bool = False
    colour: ThemeColour = Colour("dk1")
    font: FontRole = "minor"
    leading: Annotated[float, Field(ge=0.5, le=3)] = 1.0
    space_before: Space = 0
    space_after: Space = 0
    align: Align = "start"
    bullet: BulletFields | None = None
    indent: Space = 0
    hanging: Space = 0

    def style(self) -> TextStyle:
        """The style, never set larger to fit than it is designed."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        values["bullet"] = Bullet(self.bullet.char, self.bullet.colour) if self.bullet else None
        return TextStyle(**values | {"minimum_size": min(self.minimum_size, self.size)})


class ThemeFields(Fields):
    """A theme file."""

    name: str
    palette: PaletteFields
    fonts: FontPairFields
    grid: GridFields
    styles: dict[str, StyleFields]


def find_theme(name: str, folder: Path, themes: Path, span: Span) -> Path:
    """The file of the theme of this name in `themes`, or at this path (.yaml) from `folder`."""
    if name.endswith((".yaml", ".yml")):
        return folder / name
    known = sorted(file.stem for file in themes.glob("*.yaml"))
    if name not in known:
        hint = did_you_mean(name, known) or "name a theme file by its path from here, ending in .yaml"
        raise DeckError([Diagnostic("unknown-theme", f"there is no theme `{name}`", span, hint)])
    return themes / f"{name}.yaml"


def read_theme(path: Path, span: Span | None = None) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme in this file, without icons, and warnings. `span` is where the file is named.

    DeckError with everything that is wrong with it.
    """
    root, text, diagnostics = read_fields(path, span)
    try:
        fields = ThemeFields.model_validate(plain(root))
    except ValidationError as error:
        raise DeckError([*diagnostics, *diagnose(error, root, ThemeFields, text)]) from None
    if has_errors(diagnostics):
        raise DeckError(diagnostics)
    theme = Theme(
        name=fields.name,
        palette={name: getattr(fields.palette, name) for name in _NAMES},
        major=_fonts(fields.fonts.major),
        minor=_fonts(fields.fonts.minor),
        styles={name: style.style() for name, style in fields.styles.items()},
        icons={},
        grid=Grid(**fields.grid.model_dump()),
    )
    return theme, tuple(diagnostics)


def _fonts(fields: FontsFields) -> Fonts:
    return Fonts(fields.latin, fields.east_asian, fields.complex_script, fields.scripts)
