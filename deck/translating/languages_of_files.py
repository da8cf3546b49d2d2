"""Files that came back from translators → the catalogs that they are for, by what they say, or else by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from deck.ground.diagnostics import DeckError, Diagnostic, Severity
from deck.interchange.returned import File
from deck.model.language import Language

_WORDS = re.compile(r"[^A-Za-z0-9-]+")


def by_language(
    path: Path, files: Sequence[File], known: Mapping[str, Path]
) -> tuple[dict[str, list[File]], list[Diagnostic]]:
    """The parts of a file by the tags of the catalogs that they are for, and what is to be said of that.

    `known` are the catalogs by their tags. DeckError where a part is for none of them.
    """
    parts: dict[str, list[File]] = {}
    found: list[Diagnostic] = []
    missing: list[Diagnostic] = []
    named = ", ".join(f"`{each}`" for each in known)
    for file in files:
        tag = _tag(file.language, known)
        if not file.language:
            named_so = {each for word in _WORDS.split(path.stem) for each in _tags_in(word, known)}
            tag = named_so.pop() if len(named_so) == 1 else None
            what = f"{path} does not say which language it is in: its {file.named_by} is missing"
            hint = f"it is taken for `{tag}`, by the file’s name" if tag else f"write one of {named}" if known else None
            severity = Severity.WARNING if tag else Severity.ERROR
            (found if tag else missing).append(Diagnostic("no-target-language", what, file.span, hint, severity))
        elif tag is None and not (file.is_memory and any(_tag(each.language, known) for each in files)):
            what = f"there is no catalog of `{file.language}`"
            hint = f"write one of {named}" if known else None
            missing.append(Diagnostic("no-translation", what, file.span, hint))
        if tag:
            parts.setdefault(tag, []).append(file)
    if missing:
        raise DeckError(missing)
    return parts, list(dict.fromkeys(found))


def of_another_source(files: Iterable[File], source: Language) -> Iterator[Diagnostic]:
    """That a file is translated from another language than the outline's: then its words are not what is compared."""
    for file in files:
        if file.source and Language(file.source).primary != source.primary:
            what = f"it says that it is translated from `{file.source}`, and the outline is in `{source}`"
            hint = "see whether it is this deck’s file; texts are known by their keys"
            yield Diagnostic("source-language", what, file.span, hint, Severity.WARNING)


def _tag(language: str, known: Iterable[str]) -> str | None:
    """The tag of the catalog for this language.

    Agencies' tools may ask for a country: what is for `de-DE` is the catalog of `de`, where that is all there is.
    """
    by_name = {each.lower(): each for each in known}
    wanted = language.replace("_", "-").lower()
    while wanted and wanted not in by_name:
        wanted = wanted.rpartition("-")[0]
    return by_name.get(wanted)


def _tags_in(word: str, known: Iterable[str]) -> set[str]:
    """The tags of catalogs that a word of a file's name may name: of `back-fr` one, of `en-fr` two where both are."""
    parts = word.split("-")
    found = (_tag("-".join(parts[first:]), known) for first in range(len(parts)))
    return {each for each in found if each}
