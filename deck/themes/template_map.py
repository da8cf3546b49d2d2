"""A template's map: a small file in which a person corrects which of its slide layouts serves for what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, TypeAlias

from deck import nodes
from deck.fields.fields_reader import FieldsReader
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Span, has_errors
from deck.model.fields import Fields
from deck.model.rules import Limits
from deck.model.theme import FontFile
from deck.nodes.yaml_file import read_fields
from deck.themes.font_files import read_font_files
from deck.themes.type_fields import FontFileFields

LayoutNumber: TypeAlias = Annotated[int, Limits(least=0, most=500)]


class LayoutsFields(Fields):
    """A template's slide layouts by their numbers, from 1; 0 for none: then one of our own joins its master."""

    cover: LayoutNumber | None = None
    """The title slide, which closes a deck, too."""
    divider: LayoutNumber | None = None
    """The slide that opens a section."""
    text: LayoutNumber | None = None
    """Title and text."""
    comparison: LayoutNumber | None = None
    """Two texts side by side, each under its heading."""
    columns: LayoutNumber | None = None
    """Two texts side by side."""
    picture: LayoutNumber | None = None
    """A picture, and a text beside or under it."""
    base: Annotated[int, Limits(least=1, most=500)] | None = None
    """Whose ground, drawings, title and foot all other layouts share."""


class MapFontsFields(Fields):
    """The template's fonts."""

    files: Mapping[str, FontFileFields] = MappingProxyType({})
    """Files of fonts by the fonts' names, beside this file: to measure by, with the extra `shaping`, and to embed."""


class MapFields(Fields):
    """What a person knows better of a template. What is left out is found from the template."""

    layouts: LayoutsFields = LayoutsFields()
    """Which of its slide layouts serves for what."""
    fonts: MapFontsFields = MapFontsFields()
    """Its fonts."""


@dataclass(frozen=True)
class TemplateMap:
    """Slide layouts by their numbers, from 1, and the files of fonts; `spans` are the numbers' places."""

    layouts: Mapping[str, int] = field(default_factory=dict)
    files: Mapping[str, FontFile] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)


def read_template_map(path: Path, span: Span) -> TemplateMap:
    """The map in this file. DeckError with all that is wrong with it."""
    root, text, diagnostics = read_fields(path, span, "a template’s map")
    files, found = read_font_files(root)
    diagnostics += found
    fields = FieldsReader(text, {}, diagnostics).read(MapFields, root)
    if fields is None or has_errors(diagnostics):
        raise DeckError(diagnostics)
    numbers = {name: number for name, number in vars(fields.layouts).items() if number is not None}
    return TemplateMap(numbers, files, {name: nodes.span_of(root, f"layouts.{name}") for name in numbers})
