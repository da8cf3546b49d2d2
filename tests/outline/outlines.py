"""Layouts and outlines small enough to read in a test."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal

from deck.ground.diagnostics import DeckError, Diagnostic
from deck.lists import read_countries, read_facts, read_table
from deck.model.content import Content, Figure, IconName, Item, Picture, Source, Words
from deck.model.fields import Part
from deck.model.language import Language
from deck.model.layout import Layout
from deck.model.presentation import Presentation, Slide
from deck.model.rules import Size
from deck.model.table import Table
from deck.model.theme import Theme
from deck.outline import read_outline
from deck.pipeline.template_theme import template_theme

THEMES = Path(__file__).parents[2] / "assets" / "themes"


class Card(Part):
    heading: Words
    icon: IconName | None = None
    source: Source | None = None
    value: Figure | None = None


class Plain(Content):
    subtitle: Words | None = None
    picture: Picture | None = None


class Listed(Content):
    items: Annotated[tuple[Item, ...], Size(1)]
    """The entries."""
    numbered: bool = False
    sort: Literal["as-listed", "name"] = "as-listed"


class Carded(Content):
    cards: Annotated[tuple[Card, ...], Size(2, 3)]


def layout(name: str, content: type[Content]) -> Layout[Any]:
    return Layout(name, content, f"A {name} slide.", lambda content, theme, measurer: (), lambda theme: ())


LAYOUTS = {"plain": layout("plain", Plain), "list": layout("list", Listed), "cards": layout("cards", Carded)}

HEADER = """\
presentation: {title: A title, author: Someone, language: en}
lists: {pets: {table: pets.csv}}
facts: {answer: 42}
sources: {book: "*A book*"}
sections:
- id: one
  title: One
  slides:
"""
FIRST_LINE = HEADER.count("\n") + 1
PETS = "name,code\nCat,C1\nDog,C2\nÉmeu,C3\n"


def write(folder: Path, slides: str, header: str = HEADER) -> Path:
    """An outline with these slides, written in `folder` with the list that it names."""
    (folder / "pets.csv").write_text(PETS, encoding="utf-8")
    path = folder / "outline.yaml"
    path.write_text(header + slides, encoding="utf-8")
    return path


def named(path: Path, language: Language) -> tuple[Table, tuple[Diagnostic, ...]]:
    return read_countries(path)


def outcome(
    path: Path, layouts: Mapping[str, Layout[Any]] = LAYOUTS
) -> tuple[Presentation, Theme, tuple[Diagnostic, ...]]:
    """All that reading an outline gives."""
    return read_outline(
        path,
        layouts=layouts,
        themes=THEMES,
        read_table=read_table,
        read_countries=named,
        read_facts=read_facts,
        read_template=partial(template_theme, themes=THEMES),
        checks=lambda: ("image-cropped", "text-overflow"),
    )


def read(path: Path) -> Presentation:
    return outcome(path)[0]


def slide(folder: Path, fields: str) -> Slide:
    """The one slide of an outline, from its fields after the id."""
    return next(read(write(folder, "  - id: a\n" + "".join(f"    {line}\n" for line in fields.split("\n")))).slides)


def mistakes(path: Path) -> list[Diagnostic]:
    """Everything that is wrong with an outline; empty if it reads."""
    try:
        return list(outcome(path)[2])
    except DeckError as error:
        return list(error.diagnostics)


def places(diagnostics: list[Diagnostic], first_line: int = 1) -> list[str]:
    """`line:column code` of each, counted from a line of the outline."""
    return [f"{one.span.line - first_line + 1}:{one.span.column} {one.code}" for one in diagnostics if one.span]
