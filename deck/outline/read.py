"""An outline file → the presentation, its theme, and everything that is wrong, in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from deck.diagnostics import DeckError, Diagnostic, Span, did_you_mean, has_errors
from deck.model.content import Content
from deck.model.language import Language
from deck.model.layout import Layout
from deck.model.presentation import Fact, Presentation, Section, Slide
from deck.model.table import Table
from deck.model.text import Text
from deck.model.theme import Theme
from deck.outline import nodes
from deck.outline.entries import Lists
from deck.outline.file import read_fields
from deck.outline.header import OutlineFields, SectionFields, SlideFields
from deck.outline.icons import read_icons
from deck.outline.mistakes import diagnose
from deck.outline.nodes import Node, child, places, plain, text_at
from deck.outline.reading import OutlineReading
from deck.outline.theme import find_theme, read_theme
from deck.outline.unique import repeated_ids, repeated_part_ids, repeated_titles

AnyModel = TypeVar("AnyModel", bound=BaseModel)


def read_outline(
    path: Path, *, layouts: Mapping[str, Layout[Any]], themes: Path, read_table: Callable[[Path], Table]
) -> tuple[Presentation, Theme, tuple[Diagnostic, ...]]:
    """The outline at `path`, the theme that it names, and the warnings.

    `themes` is the folder of theme files; icons lie in the folder `icons` beside it. `read_table` reads the
    file of a list. DeckError with every error and warning, by place, if there is an error.
    """
    root, text, diagnostics = read_fields(path)
    reader = _Reader(path, text, layouts, Lists(path.parent, read_table), themes.parent / "icons", diagnostics)
    presentation = reader.presentation(root)
    theme = reader.theme(root, themes)
    found = tuple(sorted(set(reader.diagnostics), key=lambda one: _place(one, str(path))))
    if presentation is None or theme is None or has_errors(found):
        raise DeckError(found)
    return presentation, theme, found


class _Reader:
    """Reads one outline; `diagnostics` gathers what is wrong with it."""

    def __init__(
        self,
        path: Path,
        text: str,
        layouts: Mapping[str, Layout[Any]],
        lists: Lists,
        icons: Path,
        diagnostics: list[Diagnostic],
    ) -> None:
        self.path, self.text, self.layouts, self.lists, self.icons = path, text, layouts, lists, icons
        self.diagnostics = diagnostics
        self.reading = OutlineReading(path.parent, icons)

    def presentation(self, root: nodes.Mapping) -> Presentation | None:
        for name, node in _entries(root, "lists"):
            self.diagnostics += self.lists.add(name, node)
        # Names are known before what they stand for, so that a mistake there brings none here.
        self.reading.values = {*dict(_entries(root, "facts")), *self.lists.counts()}
        self.reading.sources = {name: Text.of("…") for name, _ in _entries(root, "sources")}
        header = self.valid(OutlineFields, root, _without_entries(root, "sections"))
        if header is not None:
            self.reading.sources = header.sources
        sections = [section for node in _items(root, "sections") if (section := self.section(node))]
        self.diagnostics += repeated_ids(root)
        if header is None:
            self.diagnostics += repeated_titles(root, {})
            return None
        values = {
            name: Fact(fact.value, fact.source.name if fact.source else None) for name, fact in header.facts.items()
        }
        values |= {name: Fact(Decimal(count)) for name, count in self.lists.counts().items()}
        self.diagnostics += repeated_titles(root, values)
        fields = header.presentation
        return Presentation(
            title=fields.title,
            event=fields.event,
            author=fields.author,
            footer=fields.footer,
            language=Language(fields.language),
            theme=fields.theme,
            values=values,
            sources=header.sources,
            sections=tuple(sections),
            span=Span(str(self.path)),
        )

    def section(self, node: Node) -> Section | None:
        fields = self.valid(SectionFields, node, _without_entries(node, "slides"))
        slides = [slide for item in _items(node, "slides") if (slide := self.slide(item))]
        return Section(fields.id, fields.title, tuple(slides)) if fields else None

    def slide(self, node: Node) -> Slide | None:
        if not isinstance(node, nodes.Mapping):
            self.valid(SlideFields, node, plain(node))
            return None
        frame = self.valid(
            SlideFields, node, {n: plain(v) for n, v in node.entries.items() if n in SlideFields.model_fields}
        )
        layout = self.layout(node)
        if layout is None:
            return None
        self.diagnostics += self.lists.expand(node, layout.content)
        self.diagnostics += repeated_part_ids(node)
        fields = {name: plain(value) for name, value in node.entries.items() if name not in SlideFields.model_fields}
        content: Content | None = self.valid(layout.content, node, fields, also_known=SlideFields.model_fields)
        if frame is None or content is None:
            return None
        return Slide(frame.id, frame.layout, content, frame.notes, frame.minutes, node.span, dict(places(node)))

    def layout(self, node: nodes.Mapping) -> Layout[Any] | None:
        name = text_at(node, "layout")
        if name is not None and name not in self.layouts:
            span, hint = node.entries["layout"].span, did_you_mean(name, self.layouts)
            self.diagnostics.append(Diagnostic("unknown-layout", f"there is no layout `{name}`", span, hint))
        return self.layouts.get(name) if name else None

    def theme(self, root: nodes.Mapping, themes: Path) -> Theme | None:
        """The outline's theme with the icons that its slides use."""
        presentation = child(root, "presentation")
        named = child(presentation, "theme") if presentation else None
        name = named.value if isinstance(named, nodes.Scalar) else "alliance"
        try:
            file = find_theme(str(name), self.path.parent, themes, named.span if named else Span(str(self.path)))
            theme, warnings = read_theme(file, named.span if named else None)
            self.diagnostics += warnings
        except DeckError as error:
            self.diagnostics += error.diagnostics
            return None
        icons, mistakes = read_icons(self.icons, sorted(self.reading.used_icons))
        self.diagnostics += mistakes
        return replace(theme, icons=icons)

    def valid(
        self, model: type[AnyModel], node: Node, value: Any, *, also_known: Iterable[str] = ()
    ) -> AnyModel | None:
        """The plain value of a node as a model, or None after its mistakes are noted."""
        try:
            return model.model_validate(value, context=self.reading)
        except ValidationError as error:
            self.diagnostics += diagnose(error, node, model, self.text, also_known)
            return None


def _entries(root: nodes.Mapping, name: str) -> Iterable[tuple[str, Node]]:
    below = root.entries.get(name)
    return below.entries.items() if isinstance(below, nodes.Mapping) else ()


def _items(node: Node, name: str) -> Iterable[Node]:
    below = child(node, name)
    return below.items if isinstance(below, nodes.Sequence) else ()


def _without_entries(node: Node, bare: str) -> Any:
    """The plain value, with nothing but None in the list of this name."""
    if not isinstance(node, nodes.Mapping):
        return plain(node)
    return {
        name: [None] * len(below.items) if name == bare and isinstance(below, nodes.Sequence) else plain(below)
        for name, below in node.entries.items()
    }


def _place(diagnostic: Diagnostic, first: str) -> tuple[object, ...]:
    """What diagnostics are sorted by: the outline's own come first."""
    span = diagnostic.span or Span("")
    return (span.path != first, span.path, span.line, span.column, diagnostic.code, diagnostic.message)
