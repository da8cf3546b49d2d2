"""An outline file → its presentation, read once for all languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias

from deck.fields.pairs import quoted
from deck.fields.slug import written
from deck.ground.diagnostics import DeckError, Diagnostic
from deck.ground.kept import once_for_the_same, while_unchanged
from deck.languages import localise
from deck.languages.territories import CLDR, country_name
from deck.layouts import LAYOUTS
from deck.model.edition import Edition
from deck.model.language import Language
from deck.model.presentation import Presentation
from deck.model.table import Table
from deck.model.theme import Theme
from deck.outline import KeptSlides, read_outline
from deck.pipeline.catalog_folder import catalogs, passed_over
from deck.pipeline.legible import hard_to_read
from deck.pipeline.places import assets, outlines_in
from deck.pipeline.template_theme import template_theme

_MOST_LISTS = 16
"""How many lists of a kind are kept while their files stay as they are."""
_MOST_NAMED = 3
"""How many of a folder's other outlines are named at the most."""
_judged = once_for_the_same(partial(hard_to_read, layouts=LAYOUTS))

Reading: TypeAlias = tuple[Presentation, Theme, tuple[Diagnostic, ...]]
"""An outline as its author wrote it, with its theme and the warnings."""


def schema(what: Literal["outline", "theme"] = "outline") -> dict[str, object]:
    """The JSON Schema of outlines or of theme files, which editors complete from."""
    from deck.outline import outline_schema
    from deck.themes import theme_schema

    return outline_schema(LAYOUTS, _checks()) if what == "outline" else theme_schema()


def read(
    outline: Path, themes: Path | None = None, edition: Edition | None = None, kept: KeptSlides | None = None
) -> Reading:
    """The outline, read once for all languages. DeckError with all that is wrong in it.

    `themes` is the folder of themes with names, the project's own where none is given; an `edition` has facts and lists
    of its own. Who reads again and again hands over the slides that were `kept`. Among the warnings are the catalogs
    beside it that are read as no language's.
    """
    with _mended(_guessed), _mended(partial(_begun, outline)):
        presentation, theme, found = _read(outline, themes, edition, kept)
    return presentation, theme, (*found, *passed_over(outline))


@contextmanager
def _mended(mend: Callable[[Diagnostic], Diagnostic]) -> Iterator[None]:
    """What is wrong in here says more of what to do."""
    try:
        yield
    except DeckError as error:
        raise DeckError(map(mend, error.diagnostics)) from None


def _begun(outline: Path, found: Diagnostic) -> Diagnostic:
    """Where the outline is not there, or empty, which others are, and how one is begun."""
    whole = found.span is not None and found.span.is_file and found.span.path == str(outline)
    if not whole or found.hint or found.code not in ("file-missing", "file-empty"):
        return found
    begin = "`new FOLDER` begins a webinar, with an outline that builds at once"
    others = [f"`{each}`" for each in outlines_in(outline.parent) if each != outline]
    more = f", another of the {len(others)} outlines there" if len(others) > _MOST_NAMED else ""
    named = f"name {' or '.join(others[:_MOST_NAMED])}{more}, or begin anew: {begin}"
    return replace(found, hint=named if others else begin)


def _guessed(found: Diagnostic) -> Diagnostic:
    """Where a slide names a country that is none, which may be meant, and its code."""
    if found.code != "unknown-country" or found.excerpt is None:
        return found
    from deck.lists import resolve, suggestion

    known = resolve(found.excerpt.words)
    name = found.excerpt.words
    hint = f"write `{{id: {written(known.sure.lower())}, text: {quoted(name)}}}`" if known.sure else found.hint
    if known.suggestions:
        hint = f"{suggestion(known.suggestions)} {found.hint}"
    return replace(found, hint=hint, excerpt=None)


def _read(outline: Path, themes: Path | None, edition: Edition | None, kept: KeptSlides | None) -> Reading:
    return read_outline(
        outline,
        layouts=LAYOUTS,
        themes=themes or assets() / "themes",
        read_table=_table,
        read_countries=_countries,
        read_facts=_facts,
        read_template=partial(template_theme, themes=themes or assets() / "themes"),
        checks=_checks,
        judge_theme=_judged,
        edition=edition,
        kept=kept,
    )


def reader(outline: Path) -> Callable[[], Reading]:
    """Reads the outline as often as it is called; slides that did not change are not read again."""
    return partial(read, outline, kept=KeptSlides())


def original(reading: Reading) -> Presentation:
    """What was read, in the outline's own language and not laid out."""
    return localise(reading[0])


def name_of(code: str, language: Language) -> str:
    """What a deck in this language calls a country that its list gives as a code, unless a scheme says otherwise."""
    from deck.lists import country_name as usual_name

    english = language.primary == "en"
    return (None if english else country_name(code, language)) or usual_name(code)


def shown_name(code: str, written: str, language: Language) -> str:
    """What a deck in this language calls a country that its list writes in this way, unless a scheme says otherwise.

    A name in the language stays as it is written, and so does one that is not known; codes, names in other languages,
    former ones and those in capitals give way to the country's name.
    """
    from deck.lists import LANGUAGES, exact, is_code, is_name_in

    if is_code(written):
        return name_of(code, language)
    tag = language.tag.lower().split("-")
    if tag[0] in LANGUAGES and is_name_in(written, code, tag[0]):
        return written
    if "hant" in tag or code not in exact(written) or written == country_name(code, language, CLDR):
        return written
    return name_of(code, language)


def _checks() -> Mapping[str, str]:
    """What an outline may judge, by its code."""
    from deck.checks.reference import adjustable

    return adjustable()


@while_unchanged(most=_MOST_LISTS)
def _table(path: Path) -> Table:
    # Not every outline has a list.
    from deck.lists import read_table

    return read_table(path)


@while_unchanged(most=_MOST_LISTS)
def _facts(path: Path) -> tuple[Table, tuple[Diagnostic, ...]]:
    from deck.lists import read_facts

    return read_facts(path)


@while_unchanged(most=_MOST_LISTS)
def _countries(path: Path, language: Language) -> tuple[Table, tuple[Diagnostic, ...]]:
    from deck.lists import read_countries
    from deck.lists.regions import with_regions

    table, found = read_countries(path, lambda code, written: shown_name(code, written, language))
    return with_regions(table), found


def languages(outline: Path, reading: Reading | None = None) -> list[str]:
    """The languages in which a deck can be built: the outline's own first. DeckError as `read`."""
    own = (reading or read(outline))[0].language.tag
    return [own, *(tag for tag in catalogs(outline) if tag.lower() != own.lower())]
