"""An outline file → the presentation, its theme, and everything that is wrong, in one run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from deck import nodes
from deck.fields.fields_reader import FieldsReader
from deck.ground.diagnostics import DeckError, Diagnostic, Span, did_you_mean, has_errors, keeping
from deck.ground.inputs import noted
from deck.model.content import Content
from deck.model.declarations import declared
from deck.model.edition import Edition
from deck.model.language import Language
from deck.model.layout import Layout
from deck.model.presentation import Fact, Presentation, Section, Slide
from deck.model.shapes import Transition
from deck.model.table import Table
from deck.model.text import Text
from deck.model.theme import Theme
from deck.nodes import Node, child, places, text_at
from deck.nodes.yaml_file import read_fields
from deck.outline import tree
from deck.outline.allowed import unknown_checks
from deck.outline.boundary import allows_outside
from deck.outline.chosen_theme import ChosenTheme
from deck.outline.entries import completed
from deck.outline.fact_rows import add_facts, cite, replace_facts, replace_lists, with_own_entries
from deck.outline.header import READERS, OutlineFields, SectionFields, SlideFields
from deck.outline.includes import Includes
from deck.outline.kept_slides import KeptSlides, SlideLines, SlideRead
from deck.outline.list_rows import Lists
from deck.outline.plans import mistaken_plans, resolved
from deck.outline.told import in_order
from deck.outline.unique import numbered, repeated_ids, repeated_part_ids
from deck.outline.value_readers import OutlineReading
from deck.themes import TemplateMap

MOST_SLIDES = 20_000
"""Slides of one outline."""


def read_outline(
    path: Path,
    *,
    layouts: Mapping[str, Layout[Any]],
    themes: Path,
    read_table: Callable[[Path], Table],
    read_countries: Callable[[Path, Language], tuple[Table, tuple[Diagnostic, ...]]],
    read_facts: Callable[[Path], tuple[Table, tuple[Diagnostic, ...]]],
    read_template: Callable[[Path, Span, TemplateMap], tuple[Theme, tuple[Diagnostic, ...]]],
    checks: Callable[[], Collection[str]],
    judge_theme: Callable[[Theme], Iterable[Diagnostic]] = lambda theme: (),
    edition: Edition | None = None,
    kept: KeptSlides | None = None,
) -> tuple[Presentation, Theme, tuple[Diagnostic, ...]]:
    """The outline at `path`, the theme that it names, and the warnings.

    `themes` is the folder of theme files; icons lie in the folder `icons` beside it. `read_table` reads the
    file of a list; `read_countries` and `read_facts` those of countries, for an outline in a language, and of facts,
    with what is wrong in the rows; `read_template` a PowerPoint template. `checks` gives the codes of the checks that
    an outline may judge, and `judge_theme` says what is wrong with how a theme looks. An `edition` has facts and lists
    of its own. Who reads again and again hands over the slides that were `kept`. DeckError with every error and
    warning, by place, if there is an error.
    """
    read = partial(read_fields, path)
    root, text, diagnostics = read(compose=kept.compose) if kept and edition is None else read()
    root = with_own_entries(root)
    header = child(root, "presentation")
    language = Language((text_at(header, "language") if header else None) or "en")
    lists = Lists(
        path.parent,
        allows_outside(root),
        read_table,
        {"countries": lambda file: read_countries(file, language), "facts": read_facts},
    )
    reader = _Reader(path, text, layouts, lists, themes.parent / "icons", checks, diagnostics)
    reader.kept = None if edition else kept
    with keeping(reader.diagnostics):
        includes = Includes(path, reader.fields, reader.diagnostics, outside=lists.allow_outside)
        presentation = reader.presentation(includes.into(root), edition)
    if presentation and includes.paths:
        presentation = replace(presentation, includes=tuple(includes.paths))
    theme = reader.theme(root, ChosenTheme(path, themes, reader.icons, lists.allow_outside, read_template))
    reader.diagnostics += judge_theme(theme) if theme else ()
    found = tuple(in_order(reader.diagnostics, path))
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
        checks: Callable[[], Collection[str]],
        diagnostics: list[Diagnostic],
    ) -> None:
        self.path, self.layouts, self.lists, self.icons, self.checks = path, layouts, lists, icons, checks
        self.text = text
        self.reading = OutlineReading(path.parent, icons, allow_outside=lists.allow_outside)
        self.fields = FieldsReader(text, {**self.reading.readers, **READERS}, diagnostics)
        self.diagnostics = diagnostics
        self.transition: Transition | None = None
        self.kept: KeptSlides | None = None

    def presentation(self, root: nodes.Mapping, edition: Edition | None) -> Presentation | None:
        if edition:
            replace_lists(root, edition)
        for name, node in tree.entries(root, "lists"):
            self.diagnostics += self.lists.add(name, node)
        self.diagnostics += add_facts(root, self.lists.facts)
        self.diagnostics += replace_facts(root, edition) if edition else ()
        # Names are known before what they stand for, so that a mistake there brings none here.
        self.reading.values = {*dict(tree.entries(root, "facts")), *self.lists.names()}
        self.reading.sources = {name: Text.of("…") for name, _ in tree.entries(root, "sources")}
        header = self.header(root)
        if header is not None:
            self.reading.sources = header.sources
            self.transition = header.presentation.transition
        read = partial(self.slide, root=root)
        if self.kept is not None:
            self.kept.begin(self._context(root))
            read = partial(self._once, self.kept, SlideLines(self.text, str(self.path), tree.beginnings(root)), root)
        sections = [section for node in tree.sections(root) if (section := self.section(node, read))]
        sections = resolved(sections)
        self.diagnostics += mistaken_plans(sections)
        self.diagnostics += repeated_ids(root)
        self.diagnostics += _too_many_slides(root)
        self.diagnostics += unknown_checks(root, self.checks)
        if header is None:
            return None
        values = {
            name: Fact(
                value=fact.value,
                source=fact.source.name if fact.source else None,
                unit=f"{{{name}}} {fact.unit.strip()}" if fact.unit else None,
                date=fact.date,
            )
            for name, fact in header.facts.items()
        }
        values |= {name: Fact(Decimal(count)) for name, count in self.lists.counts().items()}
        fields = header.presentation
        return Presentation(
            title=fields.title,
            event=fields.event,
            author=fields.author,
            footer=fields.footer,
            language=Language(fields.language),
            theme=fields.theme.template or fields.theme.name or "",
            values=values,
            sources=header.sources,
            sections=tuple(numbered(sections, values)),
            span=Span(str(self.path)),
            lists=tuple(self.lists.files()),
            country_names=fields.country_names,
            country_overrides=fields.country_overrides,
            date=fields.date,
            figures_valid_years=fields.figures_valid_years,
            images=fields.images,
            embed=fields.fonts.embed,
            spans=dict(tree.places_above_slides(root)),
            severities=header.checks,
        )

    def header(self, root: nodes.Mapping) -> OutlineFields | None:
        """What stands above the slides. Of the sections, no more is seen there than that there are some."""
        read = partial(self.fields.read, OutlineFields, root)
        if self.kept is None:
            return read()
        sections = root.entries.get("sections")
        some = isinstance(sections, nodes.Sequence) and bool(sections.items)
        above = {name: node for name, node in root.entries.items() if node is not sections}
        return self.kept.header((above, some, self.reading.values, self.reading.sources), read, self.diagnostics)

    def _context(self, root: nodes.Mapping) -> object:
        """What slides take from the rest of the outline: names, sources, also those of facts, and the lists' rows."""
        sources = {name: text_at(fact, "source") for name, fact in tree.entries(root, "facts")}
        named = [name for name, _ in tree.entries(root, "sources")]
        files = self.lists.tables, self.lists.failed, self.lists.allow_outside
        return self.path, self.transition, self.reading.values, self.reading.sources, sources, named, files

    def section(self, node: Node, read: Callable[[Node], Slide | None]) -> Section | None:
        fields = self.fields.read(SectionFields, node)
        slides = tuple([slide for item in tree.items(node, "slides") if (slide := read(item))])
        return Section(fields.id, fields.title, slides) if fields else None

    def _once(self, kept: KeptSlides, lines: SlideLines, root: nodes.Mapping, node: Node) -> Slide | None:
        """A slide, read where it is not as it was when it was read last."""
        read = kept.slide(lines.written(node), partial(self._noted, node, root))
        self.reading.used_icons |= read.icons
        self.diagnostics += read.diagnostics
        return read.slide

    def _noted(self, node: Node, root: nodes.Mapping) -> SlideRead:
        """A slide, with all that is to be known where it is not read again."""
        icons, before = self.reading.used_icons, len(self.diagnostics)
        self.reading.used_icons = set()
        with noted() as inputs:
            slide = self.slide(node, root)
        found, self.diagnostics[before:] = tuple(self.diagnostics[before:]), []
        own, self.reading.used_icons = frozenset(self.reading.used_icons), icons
        return SlideRead(slide, own, found, inputs)

    def slide(self, node: Node, root: nodes.Mapping) -> Slide | None:
        if not isinstance(node, nodes.Mapping):
            self.fields.read(SlideFields, node)
            return None
        frame = self.fields.read(SlideFields, node, others=node.entries)
        layout = self.layout(node)
        if layout is None:
            return None
        node = completed(node, layout.content)
        assert isinstance(node, nodes.Mapping)
        self.diagnostics += self.lists.expand(node, layout.content)
        cite(node, layout.content, root)
        self.diagnostics += repeated_part_ids(node)
        content: Content | None = self.fields.read(layout.content, node, others=declared(SlideFields))
        if frame is None or content is None:
            return None
        return Slide(
            id=frame.id,
            layout=frame.layout,
            content=content,
            notes=frame.notes,
            minutes=frame.minutes,
            span=node.span,
            spans=places(node),
            hidden=frame.hidden,
            reveal=frame.reveal,
            transition=None if frame.transition == "none" else frame.transition or self.transition,
            background=frame.background,
            allowed=frame.allow,
        )

    def layout(self, node: nodes.Mapping) -> Layout[Any] | None:
        name = text_at(node, "layout")
        if name is not None and name not in self.layouts:
            span, hint = node.entries["layout"].span, _meant(name, self.layouts)
            self.diagnostics.append(Diagnostic("unknown-layout", f"there is no layout `{name}`", span, hint))
        return self.layouts.get(name) if name else None

    def theme(self, root: nodes.Mapping, chosen: ChosenTheme) -> Theme | None:
        """The outline's theme with the icons that its slides use."""
        try:
            theme, warnings = chosen.read(root, self.reading.used_icons)
        except DeckError as error:
            self.diagnostics += error.diagnostics
            return None
        self.diagnostics += warnings
        return theme


def _meant(wrong: str, layouts: Mapping[str, Layout[Any]]) -> str | None:
    """A hint that names the layout which somebody means who knows it by another word, or misspelt it."""
    word = "-".join(wrong.lower().replace("_", " ").replace("-", " ").split())
    for name, layout in layouts.items():
        if name == word:
            return f"did you mean `{name}`?"
        if word in layout.also:
            return f"nearest to it is `{name}`"
    return did_you_mean(word, layouts)


def _too_many_slides(root: Node) -> Iterator[Diagnostic]:
    """An error where an outline has more slides than anybody shows: its author repeated something by mistake."""
    for slide in islice(tree.slides(root), MOST_SLIDES, MOST_SLIDES + 1):
        message = f"an outline has at most {MOST_SLIDES:,} slides"
        yield Diagnostic("too-many", message, slide.span, "divide it over several outlines")
