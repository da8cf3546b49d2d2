"""Outline file → its laid-out deck in each language, with what was noticed on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deck.checks import check as check_deck
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, keeping
from deck.languages import Localising
from deck.layouts import LAYOUTS, over_picture
from deck.model.content import Background, Content
from deck.model.deck import Deck
from deck.model.edition import Edition
from deck.model.language import Language, tag_of
from deck.model.layout import Page
from deck.model.presentation import Presentation, Slide
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.pipeline.assembly import Assembling
from deck.pipeline.embedding import with_fonts
from deck.pipeline.judging import Allowed, weighed
from deck.pipeline.picture_sizes import with_scaled_pictures
from deck.pipeline.placing import placed
from deck.pipeline.reading import Reading, read
from deck.pipeline.reading import languages as languages_of
from deck.pipeline.translated import InLanguage
from deck.pipeline.units_below import arranged
from deck.typeset import Typesetter

if TYPE_CHECKING:
    from deck.languages.catalog import Catalog

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """A deck that was laid out: the presentation it shows, and what was noticed on the way.

    `used` are the exceptions of the outline that kept a finding back.
    """

    presentation: Presentation
    deck: Deck
    diagnostics: tuple[Diagnostic, ...]
    used: frozenset[Allowed] = frozenset()


def lay_out(
    outline: Path, language: str | None = None, progress: Progress = lambda _: None, themes: Path | None = None
) -> Built:
    """Reads, translates, localises, arranges and checks; errors that the checks find are among the diagnostics.

    DeckError where the outline cannot be read as a presentation, with all that is wrong in it, and where there is
    no catalog of this language or it cannot be read.
    """
    (built,) = lay_out_each(outline, [language] if language else (), progress=progress, themes=themes)
    return built


def lay_out_each(
    outline: Path,
    languages: Sequence[str] = (),
    *,
    all_languages: bool = False,
    reading: Reading | None = None,
    progress: Progress = lambda _: None,
    themes: Path | None = None,
    edition: Edition | None = None,
    kept: dict[str | None, LayingOut] | None = None,
    failed: dict[str, DeckError] | None = None,
) -> Iterator[Built]:
    """Reads once, and lays out in each of these languages; in `all_languages`, if asked for; else in its own.

    Nothing is read where `reading` is what was read already. Who lays out again and again hands over what it `kept`:
    slides that did not change stay. DeckError as `lay_out`; one of a language's own goes into `failed`, if given, by
    that language's tag, and stops no other.
    """
    if reading is None:
        progress(f"reading {outline}")
        reading = read(outline, themes, edition)
    kept = {} if kept is None else kept
    for language in wanted(outline, reading, languages, all_languages=all_languages):
        try:
            built = kept.setdefault(language, LayingOut(outline, language))(reading, progress)
        except DeckError as error:
            if failed is None:
                raise
            failed[tag_of(language or "") or language or reading[0].language.tag] = error
        else:
            yield built


def wanted(
    outline: Path, reading: Reading, languages: Sequence[str] = (), *, all_languages: bool = False
) -> tuple[str | None, ...]:
    """The languages of `lay_out_each`, each once; None is the outline's own, where none is named."""
    named = [*(languages_of(outline, reading) if all_languages else ()), *languages]
    return tuple(dict.fromkeys(named)) or (None,)


class _Arranged(NamedTuple):
    """The pages of a slide of this layout, content and background."""

    asked: tuple[str, Content, Background | None]
    pages: tuple[Page, ...]


class LayingOut:
    """Lays out an outline in one language (none: its own), as often as it is read anew.

    A slide whose content is as it was keeps its pages: nothing else but the theme and the language decides on them.
    """

    def __init__(self, outline: Path, language: str | None = None, catalog: Catalog | None = None) -> None:
        """A `catalog` stands for the language's file, where that is yet to be written."""
        self._in_language = InLanguage(language, outline, catalog)
        self._localise = Localising()
        self._assemble = Assembling()
        self._theme: tuple[Theme, Theme] | None = None
        self._typesetter: tuple[Theme, Language, Typesetter] | None = None
        self._arranged: dict[str, _Arranged] = {}

    def __call__(self, reading: Reading, progress: Progress = lambda _: None) -> Built:
        """The deck as this reading has it. DeckError where its catalog is missing or cannot be read."""
        presentation, theme, noticed = reading
        found = list(noticed)
        with keeping(found):
            return self._laid_out(presentation, theme, found, progress)

    def _laid_out(self, presentation: Presentation, theme: Theme, found: list[Diagnostic], progress: Progress) -> Built:
        presentation, missing = self._in_language(presentation)
        found += missing
        presentation = self._localise(presentation)
        theme = self._same(theme)
        typesetter = self._typesetter_of(theme, presentation.language)
        before, self._arranged = self._arranged, {}
        pages = [
            (section, slide, page)
            for section in presentation.sections
            for slide in section.slides
            for page in self._pages(slide, before.get(slide.id), theme, typesetter, progress)
        ]
        deck = with_scaled_pictures(self._assemble(presentation, theme, pages, typesetter), presentation.images)
        deck, told = with_fonts(deck, presentation)
        found += [*typesetter.diagnostics(), *told]
        found += placed(check_deck(deck, presentation, typesetter), presentation)
        return Built(presentation, deck, *weighed(found, presentation))

    def _same(self, theme: Theme) -> Theme:
        """The theme that there was before, if this one is not another: to tell so of every slide would take long."""
        last, kept = self._theme or (None, theme)
        if theme is not last:
            kept = kept if theme == kept else theme
        self._theme = theme, kept
        return kept

    def _typesetter_of(self, theme: Theme, language: Language) -> Typesetter:
        """The one that there is, if it serves; one that has something to say says it of each text anew."""
        if self._typesetter:
            *same, typesetter = self._typesetter
            if same == [theme, language] and not typesetter.diagnostics():
                return typesetter
        self._arranged = {}
        self._typesetter = (theme, language, Typesetter(theme, language))
        return self._typesetter[2]

    def _pages(
        self,
        slide: Slide,
        before: _Arranged | None,
        theme: Theme,
        measurer: Measurer,
        progress: Progress,
    ) -> tuple[Page, ...]:
        content = slide.content.told_apart(slide.turn)
        content = content.revealed() if slide.reveal else content
        asked = slide.layout, content, slide.background
        if before is None or before.asked != asked:
            progress(f"laying out {slide.id}")
            pages = arranged(LAYOUTS[slide.layout], content, theme, measurer)
            if slide.background is not None:
                pages = tuple(over_picture(page, slide.background, theme) for page in pages)
            before = _Arranged(asked, pages)
        self._arranged[slide.id] = before
        return before.pages
