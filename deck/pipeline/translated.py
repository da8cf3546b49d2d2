"""An outline's presentation → the same in another language, by the catalog beside the outline.

What reads catalogs is imported only where one is read: most decks are built in their outline's language.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from deck import markup
from deck.ground.diagnostics import DeckError, Diagnostic
from deck.ground.files import names_in
from deck.languages.numbers import is_plural_of_many
from deck.model.language import PSEUDO_LOCALES, Language, is_language, suggested_tag
from deck.model.presentation import Presentation

if TYPE_CHECKING:
    from deck.languages.catalog import Catalog

_TAG = re.compile(r"[a-z]{2,3}([-_][a-z0-9]{2,8})*", re.ASCII | re.IGNORECASE)


def catalogs(outline: Path) -> dict[str, Path]:
    """The files of translations beside an outline, by their languages' tags; other names are no languages'.

    DeckError where the folder is there, but cannot be read.
    """
    folder = outline.parent / "locales"
    files = [folder / name for name in names_in(folder) if name.endswith(".po")]
    return {path.stem.replace("_", "-"): path for path in files if _TAG.fullmatch(path.stem)}


def in_language(
    presentation: Presentation, language: str | None, outline: Path, catalog: Catalog | None = None
) -> tuple[Presentation, tuple[Diagnostic, ...]]:
    """The presentation as the catalog of this language (none: its own) translates it, and what is missing there.

    A `catalog` stands for the language's file, where that is yet to be written.
    """
    own = presentation.language
    tag = language or own.tag
    found = catalog or next((path for each, path in catalogs(outline).items() if each.lower() == tag.lower()), None)
    if tag.lower() == own.tag.lower():
        # The outline's own words serve, but for countries under other names, and one of what is mostly many.
        as_written = presentation.country_names == "as-written" and not presentation.country_overrides
        if as_written and (found is None or not _counts_few(presentation)):
            return presentation, ()
        return _in_own_language(presentation, found)
    if found is None and (pseudo := pseudo_locale(tag)):
        return _pseudo_translated(presentation, pseudo), ()
    if found is None:
        message = f"there is no translation of {outline} into `{tag}`: it is in `{own}`"
        raise DeckError([Diagnostic("no-translation", message, None, hint_for(tag))])
    return _translated(presentation, found)


def pseudo_locale(tag: str) -> str | None:
    """The pseudo-locale of this tag, if it is one's."""
    return next((each for each in PSEUDO_LOCALES if each.lower() == tag.replace("_", "-").lower()), None)


def hint_for(name: str) -> str:
    """What to do where there is no translation into this language, which may be none or called by its name."""
    from deck.languages.locales import locale_of

    tag = name.replace("_", "-")
    if not is_language(tag.split("-")[0]) and (meant := suggested_tag(name)):
        return f"did you mean `{meant}`? Languages are named by their tags"
    if pseudo := pseudo_locale(tag):
        return f"`build --language {pseudo}` needs no catalog"
    if locale_of(Language(tag)) is None:
        return f"`{name}` is no language’s tag, such as `fr`, `pt-BR` or `zh-Hans`"
    return f"`translate start {tag}` begins one"


def _in_own_language(
    presentation: Presentation, catalog: Catalog | Path | None
) -> tuple[Presentation, tuple[Diagnostic, ...]]:
    from deck.languages.translate import with_country_names

    presentation = with_country_names(presentation, markup)
    return _translated(presentation, catalog) if catalog else (presentation, ())


def _pseudo_translated(presentation: Presentation, tag: str) -> Presentation:
    from deck.languages.pseudo import pseudo_translated

    return pseudo_translated(presentation, tag, markup)


def _translated(presentation: Presentation, found: Catalog | Path) -> tuple[Presentation, tuple[Diagnostic, ...]]:
    from deck.languages.catalog import read_catalog
    from deck.languages.translate import translated

    wrong: list[Diagnostic] = []
    if isinstance(found, Path):
        found, wrong = read_catalog(found, Language(found.stem.replace("_", "-")))
    presentation, missing = translated(presentation, found, markup)
    return presentation, (*wrong, *missing)


def _counts_few(presentation: Presentation) -> bool:
    return any(
        not isinstance(fact.value, str) and not is_plural_of_many(fact.value, presentation.language)
        for fact in presentation.values.values()
    )
