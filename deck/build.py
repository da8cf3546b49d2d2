"""The pipeline: outline file → presentation → laid-out deck → .pptx. The only place that joins its stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from deck.checks import check as check_deck
from deck.diagnostics import DeckError, Diagnostic, Severity, Span, has_errors
from deck.languages import localise
from deck.languages.numbers import is_plural_of_many
from deck.layouts import LAYOUTS
from deck.lists import read_table
from deck.model.deck import Deck, DeckSection
from deck.model.language import Direction, Language
from deck.model.layout import Page
from deck.model.presentation import Presentation, Section, Slide
from deck.model.shapes import Placeholder, Shape, ShapeTree, SlideLayout, TextBox
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.outline import markup, read_outline
from deck.typeset import Typesetter

Progress = Callable[[str], None]

_OVERFLOW, _UNTRANSLATED = "text-overflow", "untranslated"


@dataclass(frozen=True, slots=True)
class Built:
    """A deck that was laid out: the presentation it shows, and what was noticed on the way."""

    presentation: Presentation
    deck: Deck
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A deck that was written: where, and how many bytes."""

    path: Path
    size: int
    built: Built = field(repr=False)


def assets() -> Path:
    """The folder of themes, icons and the first deck: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "assets"
    return installed if installed.is_dir() else package.parent / "assets"


def default_outline() -> Path:
    """The outline that is built where none is named."""
    return assets() / "alliance-8.7" / "outline.yaml"


def schema() -> dict[str, object]:
    """The JSON Schema of outlines, which editors complete from."""
    from deck.outline.schema import outline_schema

    return outline_schema(LAYOUTS)


def read(outline: Path) -> tuple[Presentation, Theme, tuple[Diagnostic, ...]]:
    """The outline as its author wrote it, with its theme and the warnings. DeckError with all that is wrong in it."""
    return read_outline(outline, layouts=LAYOUTS, themes=assets() / "themes", read_table=read_table)


def lay_out(outline: Path, language: str | None = None, progress: Progress = lambda _: None) -> Built:
    """Reads, translates, localises, arranges and checks; errors that the checks find are among the diagnostics.

    DeckError where the outline cannot be read as a presentation, with all that is wrong in it, and where there is
    no catalog of this language or it cannot be read.
    """
    progress(f"reading {outline}")
    presentation, theme, noticed = read(outline)
    presentation, missing = in_language(presentation, language, outline)
    presentation = localise(presentation)
    typesetter = Typesetter(theme, presentation.language)
    pages = [
        (section, slide, page)
        for section in presentation.sections
        for slide in section.slides
        for page in _arranged(slide, theme, typesetter, progress)
    ]
    deck = _deck(presentation, theme, _distinct(pages), typesetter)
    return Built(presentation, deck, (*noticed, *missing, *typesetter.diagnostics(), *check_deck(deck, presentation)))


def build_decks(
    outline: Path,
    output: Path,
    languages: Sequence[str] = (),
    *,
    allow_overflow: bool = False,
    release: bool = False,
    progress: Progress = lambda _: None,
) -> list[Written]:
    """Writes a deck for each language (none: the outline's own) into the folder `output`.

    DeckError where anything is wrong, before any file is touched; OSError where a file cannot be written.
    With `allow_overflow`, a text that is too long is only warned of; with `release`, one that is not translated
    is an error.
    """
    from deck.export.pptx import write_pptx
    from deck.export.save import save

    laid_out = []
    for language in languages or (None,):
        built = lay_out(outline, language, progress)
        found = judged(built.diagnostics, allow_overflow=allow_overflow, release=release)
        laid_out.append(replace(built, diagnostics=found))
    findings = [finding for built in laid_out for finding in built.diagnostics]
    if has_errors(findings):
        raise DeckError(findings)
    finished = []
    for built in laid_out:
        path = output / f"{deck_name(outline)}.{built.deck.language}.pptx"
        progress(f"writing {path}")
        finished.append((path, write_pptx(built.deck), built))
    written = []
    for path, data, built in finished:
        save(data, path)
        written.append(Written(path, len(data), built))
    return written


def deck_name(outline: Path) -> str:
    """What decks of this outline are called: its folder's name if it is just `outline.yaml`, else its own."""
    return outline.resolve().parent.name if outline.stem == "outline" else outline.stem


def catalogs(outline: Path) -> dict[str, Path]:
    """The files of translations beside an outline, by their languages' tags."""
    folder = outline.parent / "locales"
    return {path.stem.replace("_", "-"): path for path in sorted(folder.glob("*.po"))} if folder.is_dir() else {}


def languages(outline: Path) -> list[str]:
    """The languages in which a deck can be built: the outline's own first. DeckError as `lay_out`."""
    own = read(outline)[0].language.tag
    return [own, *(tag for tag in catalogs(outline) if tag.lower() != own.lower())]


def in_language(
    presentation: Presentation, language: str | None, outline: Path
) -> tuple[Presentation, tuple[Diagnostic, ...]]:
    """The presentation as the catalog of this language (none: its own) translates it, and what is missing there."""
    own = presentation.language
    tag = language or own.tag
    found = next((each for each in catalogs(outline).items() if each[0].lower() == tag.lower()), None)
    if tag.lower() == own.tag.lower():
        # The outline's own words serve, but for countries under other names, and one of what is mostly many.
        if presentation.country_names == "as-written" and (found is None or not _counts_few(presentation)):
            return presentation, ()
        return _in_own_language(presentation, found[1] if found else None)
    if found is None and tag in ("en-XA", "ar-XB"):
        return _pseudo_translated(presentation, tag), ()
    if found is None:
        message = f"there is no translation into `{tag}`: the outline is in `{own}`"
        hint = f"`translate start {tag}` begins one"
        raise DeckError([Diagnostic("no-translation", message, Span(str(outline)), hint)])
    return _translated(presentation, Language(found[0]), found[1])


def _in_own_language(presentation: Presentation, catalog: Path | None) -> tuple[Presentation, tuple[Diagnostic, ...]]:
    from deck.languages.translate import with_country_names

    presentation = with_country_names(presentation, markup)
    return _translated(presentation, presentation.language, catalog) if catalog else (presentation, ())


def _pseudo_translated(presentation: Presentation, tag: str) -> Presentation:
    from deck.languages.pseudo import pseudo_translated

    return pseudo_translated(presentation, tag, markup)


def _translated(
    presentation: Presentation, language: Language, path: Path
) -> tuple[Presentation, tuple[Diagnostic, ...]]:
    from deck.languages.catalog import read_catalog
    from deck.languages.translate import translated

    catalog, wrong = read_catalog(path, language)
    presentation, missing = translated(presentation, catalog, markup)
    return presentation, (*wrong, *missing)


def _counts_few(presentation: Presentation) -> bool:
    return any(
        not isinstance(fact.value, str) and not is_plural_of_many(fact.value, presentation.language)
        for fact in presentation.values.values()
    )


def judged(
    findings: Iterable[Diagnostic], *, allow_overflow: bool = False, release: bool = False
) -> tuple[Diagnostic, ...]:
    """The findings as severe as is wanted: what is too long only a warning, or what is not translated an error."""
    severities = {_OVERFLOW: Severity.WARNING} if allow_overflow else {}
    severities |= {_UNTRANSLATED: Severity.ERROR} if release else {}
    return tuple(replace(one, severity=severities.get(one.code, one.severity)) for one in findings)


def _arranged(slide: Slide, theme: Theme, measurer: Measurer, progress: Progress) -> Iterable[Page]:
    progress(f"laying out {slide.id}")
    return LAYOUTS[slide.layout].arrange(slide.content, theme, measurer)


def _distinct(pages: list[tuple[Section, Slide, Page]]) -> list[tuple[Section, Slide, Page]]:
    """The pages with slide layouts of different names, as PowerPoint offers them by name.

    A slide layout made to measure for its content takes a number after the name that others have, too.
    """
    taken: dict[str, SlideLayout] = {}
    named = []
    for section, slide, page in pages:
        layout, number = page.slide_layout, 1
        while taken.setdefault(layout.name, layout) != layout:
            number += 1
            layout = replace(page.slide_layout, name=f"{page.slide_layout.name} ({number})")
        named.append((section, slide, replace(page, slide_layout=layout)))
    return named


def _deck(
    presentation: Presentation, theme: Theme, pages: list[tuple[Section, Slide, Page]], measurer: Measurer
) -> Deck:
    offered = {layout.name: layout for kind in LAYOUTS.values() for layout in kind.slide_layouts(theme)}
    offered |= {page.slide_layout.name: page.slide_layout for _, _, page in pages}
    trees = []
    taken = {slide.id for slide in presentation.slides}
    before: Slide | None = None
    for number, (section, slide, page) in enumerate(pages, start=1):
        continues, before = slide is before, slide
        if continues:
            taken.add(identifier := next(each for each in _numbered(slide.id) if each not in taken))
        else:
            identifier = slide.id
        trees.append(
            ShapeTree(
                id=identifier,
                slide=slide.id,
                section=section.id,
                title=page.title,
                slide_layout=page.slide_layout,
                shapes=(*page.shapes, *_furniture(page.slide_layout, presentation.footer, number, measurer)),
                notes=slide.notes.paragraphs if slide.notes and not continues else (),
            )
        )
    if presentation.language.direction is Direction.RIGHT_TO_LEFT:
        trees = [tree.mirrored(theme.width) for tree in trees]
        offered = {name: layout.mirrored(theme.width) for name, layout in offered.items()}
    return Deck(
        title=presentation.title.plain,
        subject=presentation.event.plain if presentation.event else "",
        author=presentation.author,
        language=presentation.language,
        theme=theme,
        slide_layouts=tuple(offered.values()),
        sections=tuple(DeckSection(section.id, section.title.plain) for section in presentation.sections),
        slides=tuple(trees),
    )


def _numbered(identifier: str) -> Iterator[str]:
    return (f"{identifier}-{number}" for number in count(2))


def _furniture(layout: SlideLayout, footer: Text | None, number: int, measurer: Measurer) -> Iterable[Shape]:
    """The footer and the slide number, where the slide layout has slots for them."""
    for place in layout.placeholders:
        if place.type == "ftr" and footer:
            yield _set(place, footer, measurer, "presentation.footer")
        elif place.type == "sldNum":
            yield _set(place, Text.of(str(number)), measurer, None)


def _set(place: Placeholder, words: Text, measurer: Measurer, field: str | None) -> TextBox:
    (text,) = measurer.fit([Frame(words.paragraphs, place.body, place.rect)])
    return TextBox(place.name, place.rect, text, place, field)
