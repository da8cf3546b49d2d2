"""Themes by name or file, and sample slides in each."""

from __future__ import annotations

import tempfile
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import resolved
from deck.layouts import LAYOUTS
from deck.model.deck import Deck
from deck.model.theme import Theme
from deck.pipeline.build import lay_out
from deck.pipeline.legible import hard_to_read
from deck.pipeline.places import assets
from deck.pipeline.reference import example
from deck.themes import find_theme, read_theme

_SHOWN = ("title", "section", "statistics", "cards", "quote", "statement", "key-figure", "comparison", "closing")
"""The layouts whose examples are the sample slides."""


@dataclass(frozen=True, slots=True)
class KnownTheme:
    """A theme, as an outline names it, and what it is for."""

    name: str
    path: Path
    theme: Theme

    @property
    def about(self) -> str:
        return self.theme.description or self.theme.name


def known_themes() -> list[KnownTheme]:
    """Those that come with the program."""
    return themes_named(sorted(path.stem for path in (assets() / "themes").glob("*.yaml")))


def themes_named(names: Sequence[str]) -> list[KnownTheme]:
    """These themes. DeckError with all that is wrong with any of them."""
    found: list[Diagnostic] = []
    read = []
    for name in names:
        try:
            path = find_theme(name, Path(), assets() / "themes", Span(name))
            theme, _ = read_theme(path, themes=assets() / "themes")
        except DeckError as error:
            found += error.diagnostics
            continue
        found += hard_to_read(theme, LAYOUTS)
        read.append(KnownTheme(name, path, theme))
    if found:
        raise DeckError(found)
    return read


def samples_page(themes: Sequence[KnownTheme]) -> str:
    """A page with sample slides in each theme."""
    from deck.export.svg import slide_svg
    from deck.export.themes_html import Sample, themes_page

    samples = []
    for each in themes:
        deck = lay_out_samples(each)
        pictures = tuple((slide.title, slide_svg(deck, slide)) for slide in deck.slides)
        samples.append(Sample(each.name, each.about, each.theme, pictures))
    return themes_page(samples)


def lay_out_samples(theme: KnownTheme) -> Deck:
    """The sample slides in this theme, laid out."""
    with tempfile.TemporaryDirectory() as folder:
        outline = Path(folder, "outline.yaml")
        outline.write_text("\n".join(_outline(theme.path)), encoding="utf-8")
        return lay_out(outline).deck


def _outline(theme: Path) -> Iterator[str]:
    yield "presentation:"
    yield f'  {{title: Samples, author: "", language: en, footer: A footer, theme: {str(resolved(theme))!r},'
    yield "   allow_outside: true}"
    yield "sections:\n  - id: samples\n    title: Samples\n    slides:"
    for name in _SHOWN:
        yield f"      - id: {name}"
        yield textwrap.indent(example(LAYOUTS[name]).rstrip(), " " * 8)
