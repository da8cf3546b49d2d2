"""An outline's presentation → the same in another language, by the catalog beside the outline.

What reads catalogs is imported only where one is read: most decks are built in their outline's language.
"""

from __future__ import annotations

import re
from pathlib import Path

from deck.diagnostics import DeckError, Diagnostic, Span
from deck.inputs import note
from deck.languages.numbers import is_plural_of_many
from deck.model.language import Language, is_language, suggested_tag
from deck.model.presentation import Presentation
from deck.outline import markup

_TAG = re.compile(r"[a-z]{2,3}([-_][a-z0-9]{2,8})*", re.ASCII | re.IGNORECASE)
_PSEUDO = ("en-XA", "ar-XB")


def catalogs(outline: Path) -> dict[str, Path]:
    """The files of translations beside an outline, by their languages' tags; other names are no languages'."""
    note(folder := outline.parent / "locales")
    files = sorted(folder.glob("*.po"))
    return {path.stem.replace("_", "-"): path for path in files if _TAG.fullmatch(path.stem)}


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
    if found is None and (pseudo := next((each for each in _PSEUDO if each.lower() == tag.lower()), None)):
        return _pseudo_translated(presentation, pseudo), ()
    if found is None:
        message = f"there is no translation into `{tag}`: the outline is in `{own}`"
        hint = hint_for(tag) or f"`translate start {tag}` begins one"
        raise DeckError([Diagnostic("no-translation", message, Span(str(outline)), hint)])
    return _translated(presentation, Language(found[0]), found[1])


def hint_for(name: str) -> str | None:
    """What may be meant by a language that was called by its name (`english`) where its tag (`en`) is wanted."""
    if is_language(name.replace("_", "-").split("-")[0]):
        return None
    tag = suggested_tag(name)
    return f"did you mean `{tag}`? Languages are named by their tags" if tag else None


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
