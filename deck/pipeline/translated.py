"""An outline's presentation → the same in another language, by the catalog beside the outline.

What reads catalogs is imported only where one is read: most decks are built in their outline's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deck import markup
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import names_in
from deck.ground.kept import while_unchanged
from deck.languages.numbers import is_plural_of_many
from deck.languages.words import is_looked_over
from deck.model.language import PSEUDO_LOCALES, Language, is_language, suggested_tag, tag_of
from deck.model.presentation import Presentation
from deck.outline import keep_inside
from deck.pipeline.catalog_folder import LOCALES, catalogs, language_of

if TYPE_CHECKING:
    from deck.languages.catalog import Catalog
    from deck.languages.terms import Terms
    from deck.languages.translate import Translating

_MOST_CATALOGS = 64
"""How many catalogs are kept while they stay as they are."""


def in_language(
    presentation: Presentation, language: str | None, outline: Path, catalog: Catalog | None = None
) -> tuple[Presentation, tuple[Diagnostic, ...]]:
    """The presentation as the catalog of this language (none: its own) translates it, and what is missing there.

    A `catalog` stands for the language's file, where that is yet to be written.
    """
    return InLanguage(language, outline, catalog)(presentation)


class InLanguage:
    """As `in_language`, of one presentation after another; what stays as it was is not translated again."""

    def __init__(self, language: str | None, outline: Path, catalog: Catalog | None = None) -> None:
        self._language, self._outline, self._catalog = language, outline, catalog
        self._translating: Translating | None = None

    def __call__(self, presentation: Presentation) -> tuple[Presentation, tuple[Diagnostic, ...]]:
        own, outline = presentation.language, self._outline
        tag = (self._language and tag_of(self._language)) or self._language or own.tag
        found = self._catalog or self._file(tag)
        if tag.lower() == own.tag.lower():
            # The outline's own words serve, but for countries under other names, and one of what is mostly many.
            as_written = presentation.country_names == "as-written" and not presentation.country_overrides
            asked = not is_looked_over(own) or (found is not None and _counts_few(presentation))
            return (presentation, ()) if as_written and not asked else self._in_own_language(presentation, found)
        if found is None and (pseudo := pseudo_locale(tag)):
            return _pseudo_translated(presentation, pseudo), ()
        if found is None:
            message = f"there is no translation of {outline} into `{tag}`: it is in `{own}`"
            raise DeckError([Diagnostic("no-translation", message, None, hint_for(tag))])
        return self._translated(presentation, found)

    def _file(self, tag: str) -> Path | None:
        return next((path for each, path in catalogs(self._outline).items() if each.lower() == tag.lower()), None)

    def _in_own_language(
        self, presentation: Presentation, catalog: Catalog | Path | None
    ) -> tuple[Presentation, tuple[Diagnostic, ...]]:
        from deck.languages.translate import with_country_names, words_in_english

        presentation = with_country_names(presentation, markup)
        if catalog:
            return self._translated(presentation, catalog)
        return presentation, tuple(words_in_english(presentation))

    def _translated(
        self, presentation: Presentation, found: Catalog | Path
    ) -> tuple[Presentation, tuple[Diagnostic, ...]]:
        from deck.languages.translate import Translating

        translating = self._translating = self._translating or Translating()
        if isinstance(found, Path):
            catalog, wrong = _catalog(found, language_of(found))
            return read_over(presentation, catalog, self._outline, wrong, translating)
        return translating(presentation, found, markup)


def pseudo_locale(tag: str) -> str | None:
    """The pseudo-locale of this tag, if it is one's."""
    return next((each for each in PSEUDO_LOCALES if each.lower() == (tag_of(tag) or tag).lower()), None)


def hint_for(name: str) -> str:
    """What to do where there is no translation into this language, which may be none or called by its name."""
    from deck.languages.locales import locale_of

    tag = tag_of(name) or name
    if not is_language(tag.split("-")[0]) and (meant := suggested_tag(name)):
        return f"did you mean `{meant}`? Languages are named by their tags"
    if pseudo := pseudo_locale(tag):
        return f"`build --language {pseudo}` needs no catalog"
    if locale_of(Language(tag)) is None:
        return f"`{name}` is no language’s tag, such as `fr`, `pt-BR` or `zh-Hans`"
    return f"`translate start {tag}` begins one"


def _pseudo_translated(presentation: Presentation, tag: str) -> Presentation:
    from deck.languages.pseudo import pseudo_translated

    return pseudo_translated(presentation, tag, markup)


@while_unchanged(most=_MOST_CATALOGS)
def _catalog(path: Path, language: Language) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    from deck.languages.catalog import read_catalog

    catalog, found = read_catalog(path, language)
    return catalog, tuple(found)


@while_unchanged(most=_MOST_CATALOGS)
def _texts_of(path: Path) -> frozenset[str]:
    """What a catalog says: each other language's is compared with it."""
    from deck.languages.catalog import translations

    return frozenset(translations(path))


def read_over(
    presentation: Presentation,
    catalog: Catalog,
    outline: Path,
    wrong: Iterable[Diagnostic] = (),
    translating: Translating | None = None,
) -> tuple[Presentation, tuple[Diagnostic, ...]]:
    """The presentation as a catalog translates it, and all that is wrong there, after what is known to be `wrong`.

    Who translates again and again hands over what goes on `translating`.
    """
    from deck.languages.translate import translated

    found = [*wrong, *_mistaken(presentation, catalog, outline)]
    catalog = _with_included(catalog, presentation)
    found += _called_otherwise(presentation, catalog, outline)
    presentation, missing = (translating or translated)(presentation, catalog, markup)
    return presentation, (*found, *missing)


def _with_included(catalog: Catalog, presentation: Presentation) -> Catalog:
    """The catalog with what those of included outlines have, where it says nothing itself."""
    entries = dict(catalog.entries)
    for other in map(Path, presentation.includes):
        files = {tag.lower(): path for tag, path in catalogs(other).items()}
        if path := files.get(catalog.language.tag.lower()):
            theirs, _ = _catalog(path, catalog.language)
            if theirs.rule == catalog.rule:
                said = {key for key, entry in entries.items() if any(form.strip() for form in entry.forms)}
                entries |= {key: entry for key, entry in theirs.entries.items() if key not in said}
    return replace(catalog, entries=entries)


def _mistaken(presentation: Presentation, catalog: Catalog, outline: Path) -> Iterator[Diagnostic]:
    """What tells that another language's texts are in this catalog, or that some are the source's still."""
    from deck.languages.left_in_source import left_in_source
    from deck.languages.messages import messages
    from deck.languages.other_language import mistaken
    from deck.languages.other_script import in_other_script
    from deck.languages.sister_words import left_in_sister

    own = presentation.language
    sisters = {
        language_of(path): _texts_of(path)
        for path in catalogs(outline).values()
        if str(path) != catalog.path and language_of(path) != own
    }
    texts = messages(presentation)
    if as_a_whole := [*mistaken(catalog, texts, own, sisters)]:
        yield from as_a_whole
    elif catalog.language != own:
        yield from left_in_source(catalog, texts, own, terms_for(outline, presentation, catalog.language), markup)
        yield from left_in_sister(catalog, texts, sisters, markup)
        yield from in_other_script(catalog, texts, markup)


def _called_otherwise(presentation: Presentation, catalog: Catalog, outline: Path) -> Iterator[Diagnostic]:
    """What is called otherwise than in the glossary beside the catalogs."""
    if catalog.language != presentation.language and (terms := terms_for(outline, presentation, catalog.language)):
        from deck.languages.messages import messages
        from deck.languages.terms import called_otherwise

        yield from called_otherwise(catalog, messages(presentation), terms, markup)


def terms_for(outline: Path, presentation: Presentation, language: Language) -> Terms | None:
    """What was agreed for the outline's language and this one, in the glossaries beside the catalogs.

    DeckError where one cannot be read, or lies elsewhere and the outline does not allow it.
    """
    folder = outline.parent / LOCALES
    paths = [folder / name for name in names_in(folder) if name.lower().startswith("glossary.")]
    if not paths:
        return None
    from deck.interchange.glossary_reading import NAMES, read_glossary
    from deck.languages.terms import Terms

    concepts = []
    for path in paths:
        if path.name in NAMES:
            keep_inside(path, outline)
            concepts += read_glossary(path)
    terms = Terms(concepts, presentation.language, language)
    if not terms.knows_source:
        what = f"{paths[0]} has no terms in `{presentation.language}`, the outline’s language"
        hint = f"name the column `{presentation.language}` that has them"
        raise DeckError([Diagnostic("glossary-languages", what, Span(str(paths[0])), hint)])
    return terms


def _counts_few(presentation: Presentation) -> bool:
    return any(
        not isinstance(fact.value, str) and not is_plural_of_many(fact.value, presentation.language)
        for fact in presentation.values.values()
    )
