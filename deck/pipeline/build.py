"""The pipeline: outline file → presentation → laid-out deck → .pptx. What joins its stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from deck.checks import check as check_deck
from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span, has_errors, keeping
from deck.ground.inputs import noted, stamp
from deck.languages import localise
from deck.languages.territories import CLDR, country_name
from deck.layouts import LAYOUTS, over_picture
from deck.lists import LANGUAGES, exact, is_code, is_name_in, read_countries, read_facts, read_table
from deck.lists import country_name as usual_name
from deck.lists.regions import with_regions
from deck.model.content import Content
from deck.model.deck import Deck
from deck.model.language import Language
from deck.model.layout import Page
from deck.model.presentation import Presentation, Slide
from deck.model.table import Table
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.outline import read_outline
from deck.pipeline.assembly import assembled
from deck.pipeline.picture_sizes import with_scaled_pictures
from deck.pipeline.translated import catalogs, in_language, passed_over
from deck.typeset import Typesetter

if TYPE_CHECKING:
    from deck.languages.catalog import Catalog

Progress = Callable[[str], None]
Reading: TypeAlias = tuple[Presentation, Theme, tuple[Diagnostic, ...]]
"""An outline as its author wrote it, with its theme and the warnings."""

_OVERFLOW = "text-overflow"
_NOT_TRANSLATED = ("untranslated", "catalog-language", "other-language", "mojibake", "plural-rule")
"""What is only told of until a release."""
_TRIES = 5


@dataclass(frozen=True, slots=True)
class Built:
    """A deck that was laid out: the presentation it shows, and what was noticed on the way."""

    presentation: Presentation
    deck: Deck
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A deck that was written: where, how many bytes, and the copy that was kept of an edited one, if any."""

    path: Path
    size: int
    built: Built = field(repr=False)
    kept: Path | None = None


def assets() -> Path:
    """The folder of themes, icons and the first deck: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    return (package if is_installed() else package.parent) / "assets"


def is_installed() -> bool:
    """Whether this runs as it was installed, and not from a checkout: then its assets are in the package."""
    return (Path(__file__).resolve().parents[1] / "assets").is_dir()


def default_outline() -> Path:
    """The outline that is built where none is named."""
    return assets() / "alliance-8.7" / "outline.yaml"


def schema() -> dict[str, object]:
    """The JSON Schema of outlines, which editors complete from."""
    from deck.outline import outline_schema

    return outline_schema(LAYOUTS)


def read(outline: Path, themes: Path | None = None) -> Reading:
    """The outline, read once for all languages. DeckError with all that is wrong in it.

    `themes` is the folder of themes with names, the project's own where none is given. Among the warnings are the
    catalogs beside it that are read as no language's.
    """
    presentation, theme, found = read_outline(
        outline,
        layouts=LAYOUTS,
        themes=themes or assets() / "themes",
        read_table=read_table,
        read_countries=_countries,
        read_facts=read_facts,
    )
    return presentation, theme, (*found, *passed_over(outline))


def original(reading: Reading) -> Presentation:
    """What was read, in the outline's own language and not laid out."""
    return localise(reading[0])


def name_of(code: str, language: Language) -> str:
    """What a deck in this language calls a country that its list gives as a code, unless a scheme says otherwise."""
    english = language.tag.lower().split("-")[0] == "en"
    return (None if english else country_name(code, language)) or usual_name(code)


def shown_name(code: str, written: str, language: Language) -> str:
    """What a deck in this language calls a country that its list writes in this way, unless a scheme says otherwise.

    A name in the language stays as it is written, and so does one that is not known; codes, names in other languages,
    former ones and those in capitals give way to the country's name.
    """
    if is_code(written):
        return name_of(code, language)
    tag = language.tag.lower().split("-")
    if tag[0] in LANGUAGES and is_name_in(written, code, tag[0]):
        return written
    if "hant" in tag or code not in exact(written) or written == country_name(code, language, CLDR):
        return written
    return name_of(code, language)


def _countries(path: Path, language: Language) -> tuple[Table, tuple[Diagnostic, ...]]:
    table, found = read_countries(path, lambda code, written: shown_name(code, written, language))
    return with_regions(table), found


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
) -> Iterator[Built]:
    """Reads once, and lays out in each of these languages; in `all_languages`, if asked for; else in its own.

    Nothing is read where `reading` is what was read already. DeckError as `lay_out`.
    """
    if reading is None:
        progress(f"reading {outline}")
        reading = read(outline, themes)
    wanted = [*(_languages(reading, outline) if all_languages else ()), *languages]
    for language in dict.fromkeys(wanted) or (None,):
        yield LayingOut(outline, language)(reading, progress)


class LayingOut:
    """Lays out an outline in one language (none: its own), as often as it is read anew.

    A slide whose content is as it was keeps its pages: nothing else but the theme and the language decides on them.
    """

    def __init__(self, outline: Path, language: str | None = None, catalog: Catalog | None = None) -> None:
        """A `catalog` stands for the language's file, where that is yet to be written."""
        self._outline = outline
        self._language = language
        self._catalog = catalog
        self._typesetter: tuple[Theme, Language, Typesetter] | None = None
        self._arranged: dict[str, tuple[str, Content, tuple[Page, ...]]] = {}

    def __call__(self, reading: Reading, progress: Progress = lambda _: None) -> Built:
        """The deck as this reading has it. DeckError where its catalog is missing or cannot be read."""
        presentation, theme, noticed = reading
        found = list(noticed)
        with keeping(found):
            return self._laid_out(presentation, theme, found, progress)

    def _laid_out(self, presentation: Presentation, theme: Theme, found: list[Diagnostic], progress: Progress) -> Built:
        presentation, missing = in_language(presentation, self._language, self._outline, self._catalog)
        found += missing
        presentation = localise(presentation)
        typesetter = self._typesetter_of(theme, presentation.language)
        before, self._arranged = self._arranged, {}
        pages = [
            (section, slide, page)
            for section in presentation.sections
            for slide in section.slides
            for page in self._pages(slide, before.get(slide.id), theme, typesetter, progress)
        ]
        deck = with_scaled_pictures(assembled(presentation, theme, pages, typesetter), presentation.images)
        found += typesetter.diagnostics()
        found += check_deck(deck, presentation, typesetter)
        return Built(presentation, deck, tuple(found))

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
        before: tuple[str, Content, tuple[Page, ...]] | None,
        theme: Theme,
        measurer: Measurer,
        progress: Progress,
    ) -> tuple[Page, ...]:
        content = slide.content.told_apart(slide.turn)
        if before is None or before[:2] != (slide.layout, content):
            progress(f"laying out {slide.id}")
            pages = LAYOUTS[slide.layout].arrange(content, theme, measurer)
            before = (slide.layout, content, tuple(pages))
        self._arranged[slide.id] = before
        if slide.background is None:
            return before[2]
        return tuple(over_picture(page, slide.background, theme) for page in before[2])


def build_decks(
    outline: Path,
    output: Path,
    languages: Sequence[str] = (),
    *,
    all_languages: bool = False,
    allow_overflow: bool = False,
    release: bool = False,
    overwrite: bool = False,
    progress: Progress = lambda _: None,
) -> list[Written]:
    """Writes a deck for each of these languages into the folder `output`: none means the outline's own.

    DeckError, before any file is touched, where anything is wrong, or a deck there is not as it was built, or is open;
    OSError where a file cannot be written. With `allow_overflow`, a text that is too long is only warned of; with
    `release`, one that is not translated is an error; with `overwrite`, a copy of an edited deck is kept beside.
    """
    from deck.export.pptx import write_pptx
    from deck.ground.saving import save
    from deck.pipeline.edited import edited, keep_copy, last_built, left_behind_since

    laid_out = []
    for built in _settled(lambda: lay_out_each(outline, languages, all_languages=all_languages, progress=progress)):
        found = judged(built.diagnostics, allow_overflow=allow_overflow, release=release)
        laid_out.append(replace(built, diagnostics=found))
    findings = [finding for built in laid_out for finding in built.diagnostics]
    if has_errors(findings):
        raise DeckError(findings)
    finished = []
    for built in laid_out:
        path = deck_path(outline, output, built)
        progress(f"writing {path}")
        built = replace(
            built, diagnostics=(*built.diagnostics, *left_behind_since(built.presentation, last_built(path)))
        )
        finished.append((path, write_pptx(built.deck), built))
    lost = {path: what for path, data, _ in finished if (what := edited(path, data))}
    if lost and not overwrite:
        raise DeckError(list(lost.values()))
    written = []
    for path, data, built in finished:
        kept = keep_copy(path) if path in lost else None
        save(data, path)
        written.append(Written(path, len(data), built, kept))
    return written


def _settled(lay_out: Callable[[], Iterator[Built]]) -> list[Built]:
    """What is laid out, of files none of which was changed meanwhile: else it may be made of halves.

    DeckError where they do not come to rest.
    """
    for _ in range(_TRIES):
        with noted() as inputs:
            found = list(lay_out())
        changed = [path for path, before in inputs.items() if stamp(path) != before]
        if not changed:
            return found
    message, hint = f"{changed[0]} is being changed all the time", "build again once it is finished"
    raise DeckError([Diagnostic("file-changed", message, Span(str(changed[0])), hint)])


def deck_path(outline: Path, output: Path, built: Built) -> Path:
    """Where this deck of the outline is written, in the folder `output`."""
    return output / f"{deck_name(outline)}.{built.deck.language}.pptx"


def deck_name(outline: Path) -> str:
    """What decks of this outline are called: its folder's name if it is just `outline.yaml`, else its own."""
    return outline.resolve().parent.name if outline.stem == "outline" else outline.stem


def languages(outline: Path, reading: Reading | None = None) -> list[str]:
    """The languages in which a deck can be built: the outline's own first. DeckError as `read`."""
    return _languages(reading or read(outline), outline)


def _languages(reading: Reading, outline: Path) -> list[str]:
    own = reading[0].language.tag
    return [own, *(tag for tag in catalogs(outline) if tag.lower() != own.lower())]


def judged(
    findings: Iterable[Diagnostic], *, allow_overflow: bool = False, release: bool = False
) -> tuple[Diagnostic, ...]:
    """The findings as severe as is wanted: what is too long only a warning, or what is not translated an error."""
    severities = {_OVERFLOW: Severity.WARNING} if allow_overflow else {}
    severities |= dict.fromkeys(_NOT_TRANSLATED, Severity.ERROR) if release else {}
    return tuple(replace(one, severity=severities.get(one.code, one.severity)) for one in findings)
