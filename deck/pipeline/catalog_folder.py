"""The catalogs beside an outline, by their languages; and what lies there and is read as none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from deck.ground.diagnostics import Diagnostic, Severity, Span
from deck.ground.files import names_in
from deck.ground.kept import while_unchanged
from deck.model.language import Language, suggested_tag, tag_of
from deck.outline import keep_inside

LOCALES = "locales"
"""The folder beside an outline in which they stand."""
_BY_TAG = "name it by the language’s tag, such as `fr.po`, `pt-BR.po` or `zh-Hans.po`"
_MOST_FOLDERS = 16
"""How many folders of catalogs are kept while they stay as they are."""


def catalogs(outline: Path) -> dict[str, Path]:
    """The files of translations beside an outline, by their languages' tags; other names are no languages'.

    DeckError where the folder is there, but cannot be read, or one lies elsewhere and the outline does not allow it.
    """
    found = _by_tag(outline.parent / LOCALES)
    keep_inside(outline.parent / LOCALES, outline)
    for path in found.values():
        # What is no link lies where its folder does.
        if path.is_symlink():
            keep_inside(path, outline)
    return found


@while_unchanged(most=_MOST_FOLDERS)
def _by_tag(folder: Path) -> dict[str, Path]:
    """The files of translations in a folder, by their languages' tags."""
    found: dict[str, Path] = {}
    for path in _files(folder):
        tag = tag_of(path.stem)
        if tag and tag.lower() not in map(str.lower, found):
            found[tag] = path
    return found


def language_of(catalog: Path) -> Language:
    """The language that a catalog's name says it is in."""
    return Language(tag_of(catalog.stem) or catalog.stem)


def passed_over(outline: Path) -> Iterator[Diagnostic]:
    """Files beside the catalogs that look like some and are read as no language's, or as one that is none."""
    folder, read = outline.parent / LOCALES, catalogs(outline)
    known = {tag.lower(): path for tag, path in read.items()}
    for path in _files(folder):
        tag = tag_of(path.stem)
        if path in read.values():
            yield from _of_no_language(path, read)
            continue
        if tag:
            what = f"{path} is not read: the catalog of `{tag}` is {known[tag.lower()].name}"
            hint = "keep one of the two there"
        else:
            what = f"{path} is not read: its name is no language’s"
            meant = suggested_tag(path.stem)
            hint = f"name it `{meant}.po`" if meant and meant not in read else _BY_TAG
        yield Diagnostic("catalog-name", what, Span(str(path)), hint, Severity.WARNING)
    for name in names_in(folder):
        if tag_of(name) and (folder / name / "LC_MESSAGES").is_dir():
            what = f"{folder / name} is not read: catalogs stand beside each other in {folder}"
            hint = f"move its catalog to {folder / name}.po"
            yield Diagnostic("catalog-name", what, Span(str(folder / name)), hint, Severity.WARNING)


def _of_no_language(path: Path, read: Mapping[str, Path]) -> Iterator[Diagnostic]:
    """That a catalog is read as a language's own, though a part of its name is none of a language's tag."""
    language = language_of(path)
    if "-" not in language.tag:
        return
    from deck.languages.locales import unknown_subtag

    if part := unknown_subtag(language):
        what = f"{path} is read as a language of its own, `{language}`: `{part}` is no script, region or variant"
        base = read.get(language.tag[: language.tag.lower().index(f"-{part.lower()}")])
        hint = f"if it is a copy of {base.name}, move it out of the folder" if base else _BY_TAG
        yield Diagnostic("catalog-name", what, Span(str(path)), hint, Severity.WARNING)


def _files(folder: Path) -> list[Path]:
    """The PO files in a folder, in order; those by whose name other programs find them, first."""
    names = [name for name in names_in(folder) if name.lower().endswith(".po")]
    return [folder / name for name in sorted(names, key=lambda name: (not name.endswith(".po"), name))]
