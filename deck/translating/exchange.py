"""Catalogs to and from XLIFF 1.2, for the tools of translation agencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span
from deck.ground.files import read_bytes
from deck.ground.saving import editing, save
from deck.languages.catalog import read_po
from deck.languages.xliff import take_in, target_language, to_xliff
from deck.model.language import tag_of
from deck.pipeline.build import read
from deck.pipeline.translated import catalogs, in_language, language_of
from deck.translating.catalog_files import catalog_of, write

_NAMED = 5
"""How many units are named that are no messages."""


def export_xliff(outline: Path, tag: str) -> Path:
    """Writes the catalog of this language as XLIFF 1.2 beside it. DeckError where there is none, or it is broken."""
    presentation, _, _ = read(outline)
    path = catalog_of(outline, tag)
    target = path.with_suffix(".xlf")
    save(to_xliff(read_po(path), outline.name, presentation.language, language_of(path)), target)
    return target


@dataclass(frozen=True, slots=True)
class Imported:
    """What an XLIFF file changed: the catalog at `path`, in so many messages, some of which had been `replaced`.

    `diagnostics` say what it translates that is no message, and what is wrong with the messages that it changed.
    """

    path: Path
    changed: int
    replaced: int
    diagnostics: tuple[Diagnostic, ...]


def import_xliff(outline: Path, file: Path) -> Imported:
    """Takes an XLIFF file's translations into its language's catalog.

    DeckError, with nothing changed, where it is no XLIFF 1.2, its language has no catalog, or the outline cannot be
    read, or the file.
    """
    data = read_bytes(file)
    tag, span = target_language(data, str(file))
    known = {each.lower(): path for each, path in catalogs(outline).items()}
    # Agencies' tools may ask for a country: what is for `de-DE` is the catalog of `de`, where that is all there is.
    wanted = (tag_of(tag) or tag).lower()
    while wanted and wanted not in known:
        wanted = wanted.rpartition("-")[0]
    if not wanted:
        hint = f"write one of {', '.join(f'`{each}`' for each in known)}" if known else None
        raise DeckError([Diagnostic("no-translation", f"there is no catalog of `{tag}`", span, hint)])
    path = known[wanted]
    presentation, _, _ = read(outline)
    with editing(path.parent) as save_changed:
        catalog = read_po(path)
        taken = take_in(catalog, data, str(file))
        if taken.changed:
            write(catalog, path, save_changed)
    found = list(_unknown(taken.unknown, path, Span(str(file))))
    if taken.changed:
        _, wrong = in_language(presentation, wanted, outline)
        found += (one for one in wrong if one.field in taken.changed and one.code != "untranslated")
    return Imported(path, len(taken.changed), taken.replaced, tuple(found))


def _unknown(units: Sequence[str], path: Path, span: Span) -> Iterator[Diagnostic]:
    if units:
        named = ", ".join(f"`{each}`" for each in units[:_NAMED]) + (", …" if len(units) > _NAMED else "")
        what = f"{len(units)} of its units are no messages of {path}, and are left out: {named}"
        hint = "what was taken out of the outline, or is called otherwise now, is exported no longer"
        yield Diagnostic("xliff-unknown", what, span, hint, Severity.WARNING)
