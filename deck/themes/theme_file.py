"""A theme file → the theme: palette, fonts, grid and type scale."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, NewType, TypeAlias, get_args

from deck import nodes
from deck.fields.fields_reader import FieldsReader, Readers
from deck.fields.findings import Finding, MistakenError
from deck.ground.diagnostics import DeckError, Diagnostic, Span, did_you_mean, has_errors
from deck.ground.files import names_in
from deck.model.content import Fields
from deck.model.rules import Limits, Pattern, Size
from deck.model.style import Align, Bullet, Colour, FontRole, SchemeColour, TextStyle
from deck.model.theme import STYLES, Fonts, Grid, Theme
from deck.nodes.yaml_file import read_fields

_HEX = re.compile(r"[0-9A-Fa-f]{6}\Z")
_COLOUR = re.compile(r"(?P<name>[A-Za-z0-9]+)(?:\s+(?P<lighter>[0-9]{1,3})\s*%?)?\Z")
_NAMES: tuple[SchemeColour, ...] = get_args(SchemeColour)
_PLAIN = TextStyle(14)

Hex = NewType("Hex", str)
ScriptCode: TypeAlias = Annotated[str, Pattern("^[A-Z][a-z]{3}$", "a script’s ISO 15924 code, such as `Arab`")]
PointSize: TypeAlias = Annotated[float, Limits(above=0, most=400)]
Space: TypeAlias = Annotated[float, Limits(least=0, most=400)]
Length: TypeAlias = Annotated[float, Limits(above=0, most=700)]


def _hex(value: object) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _HEX.match(text):
        message = "a colour is six hexadecimal digits"
        raise MistakenError(Finding("invalid-value", message, 'such as "005F9E", in quotation marks'))
    return text.upper()


def _colour(value: object) -> Colour:
    match = _COLOUR.match(value) if isinstance(value, str) else None
    if match is None or int(match["lighter"] or 0) > 100:
        message = "a colour of the palette is wanted here"
        raise MistakenError(Finding("invalid-value", message, "such as `accent1`, or `accent1 70` for 70 % lighter"))
    name = match["name"]
    if name not in _NAMES:
        raise MistakenError(Finding("invalid-value", f"the palette has no colour `{name}`", did_you_mean(name, _NAMES)))
    colour = Colour(name)
    return colour.lighter(int(match["lighter"])) if match["lighter"] else colour


_READERS: Readers = {Hex: _hex, Colour: _colour}


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
    scripts: Mapping[ScriptCode, str] = MappingProxyType({})


class FontPairFields(Fields):
    """The fonts of headings and of the text, and the one of code, whose letters are all of one width."""

    major: FontsFields
    minor: FontsFields
    mono: str = "Consolas"


class GridFields(Fields):
    """Where things stand, in units of 6 points. The layouts are drawn for 16:9 and twelve columns."""

    width: Annotated[float, Limits(least=160, most=160)]
    height: Annotated[float, Limits(least=90, most=90)]
    margin: Length
    columns: Annotated[int, Limits(least=12, most=12)]
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

    char: Annotated[str, Size(1, 2)] | None = None
    colour: Colour | None = None


class StyleFields(Fields):
    """One style of the type scale; sizes and spaces in points."""

    size: PointSize
    minimum_size: PointSize = _PLAIN.minimum_size
    largest_size: PointSize | None = None
    bold: bool = False
    italic: bool = False
    colour: Colour = _PLAIN.colour
    font: FontRole = "minor"
    leading: Annotated[float, Limits(least=0.5, most=3)] = 1.0
    space_before: Space = 0
    space_after: Space = 0
    align: Align = "start"
    bullet: BulletFields | None = None
    indent: Space = 0
    hanging: Space = 0
    balanced: bool = True

    def style(self) -> TextStyle:
        """The style, never set larger to fit than it is designed."""
        bullet = Bullet(self.bullet.char, self.bullet.colour) if self.bullet else None
        return TextStyle(**vars(self) | {"bullet": bullet, "minimum_size": min(self.minimum_size, self.size)})


class ThemeFields(Fields):
    """A theme file."""

    name: str
    palette: PaletteFields
    fonts: FontPairFields
    grid: GridFields
    styles: Mapping[str, StyleFields]


def find_theme(name: str, folder: Path, themes: Path, span: Span) -> Path:
    """The file of the theme of this name in `themes`, or at this path (.yaml) from `folder`."""
    if name.endswith((".yaml", ".yml")):
        return folder / name
    known = [name.removesuffix(".yaml") for name in names_in(themes) if name.endswith(".yaml")]
    if name not in known:
        hint = did_you_mean(name, known) or "name a theme file by its path from here, ending in .yaml"
        raise DeckError([Diagnostic("unknown-theme", f"there is no theme `{name}`", span, hint)])
    return themes / f"{name}.yaml"


def read_theme(path: Path, span: Span | None = None) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme in this file, without icons, and warnings. `span` is where the file is named.

    DeckError with everything that is wrong with it.
    """
    root, text, diagnostics = read_fields(path, span, "a theme")
    fields = FieldsReader(text, _READERS, diagnostics).read(ThemeFields, root)
    diagnostics += _wrong_styles(root)
    if fields is None or has_errors(diagnostics):
        raise DeckError(diagnostics)
    theme = Theme(
        name=fields.name,
        palette={name: getattr(fields.palette, name) for name in _NAMES},
        major=_fonts(fields.fonts.major, fields.fonts.mono),
        minor=_fonts(fields.fonts.minor, fields.fonts.mono),
        styles={name: style.style() for name, style in fields.styles.items()},
        icons={},
        grid=Grid(**vars(fields.grid)),
    )
    return theme, tuple(diagnostics)


def _wrong_styles(root: nodes.Mapping) -> Iterator[Diagnostic]:
    """Styles that the theme lacks, and those that nothing is set in."""
    styles = root.entries.get("styles")
    if not isinstance(styles, nodes.Mapping):
        return
    for name in STYLES:
        if name not in styles.entries:
            message = f"the style `{name}` is missing"
            yield Diagnostic("missing-field", message, root.keys["styles"], f"add `{name}: {{size: …}}` below")
    for name, span in styles.keys.items():
        if name not in STYLES:
            missing = [each for each in STYLES if each not in styles.entries]
            message = f"nothing is set in a style `{name}`"
            yield Diagnostic("unknown-field", message, span, did_you_mean(name, missing or STYLES))


def _fonts(fields: FontsFields, mono: str) -> Fonts:
    return Fonts(fields.latin, fields.east_asian, fields.complex_script, fields.scripts, mono)
