"""The pipeline's other end: outline file → laid-out deck → a picture of each slide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from deck.ground.diagnostics import DeckError, Diagnostic
from deck.model.deck import Deck
from deck.pipeline.build import Progress, lay_out_each
from deck.pipeline.each_language import Unbuilt, parted
from deck.pipeline.judging import judged
from deck.pipeline.places import deck_name

Form: TypeAlias = Literal["svg", "png"]

_NAME = re.compile(r"\d{2,}-(?P<slide>[a-z0-9-]+)\.(?P<form>svg|png)")
_HEAD = 1000


class Pictures(NamedTuple):
    """What an export wrote, which older pictures it removed, the warnings, and the languages that have errors."""

    written: list[Path]
    removed: list[Path]
    findings: list[Diagnostic]
    unbuilt: list[Unbuilt]


def write_pictures(
    outline: Path,
    output: Path,
    languages: Sequence[str] = (),
    *,
    form: Form = "svg",
    all_languages: bool = False,
    release: bool = False,
    progress: Progress = lambda _: None,
) -> Pictures:
    """Writes a picture of each slide in each language (none: the outline's own).

    They stand in a folder `<name>.<language>` below `output`, each named by its slide's number and id. Those of the
    same form that an earlier export wrote there, of slides that are gone or have moved, are removed; no other file
    is. A language that has errors keeps the pictures that it had. DeckError, before any file is touched, where all
    have, or the outline cannot be read; BrowserError where no PNG can be drawn; OSError where a file cannot be written.
    With `release`, a text that is not translated is an error.
    """
    from deck.ground.saving import save

    failed: dict[str, DeckError] = {}
    decks = lay_out_each(outline, languages, all_languages=all_languages, progress=progress, failed=failed)
    laid_out = parted(decks, failed, lambda built: judged(built.diagnostics, release=release))
    if not laid_out.right:
        raise DeckError(laid_out.findings)
    name = deck_name(outline)
    finished = [(built.deck, list(_drawn(built.deck, name, form, progress))) for built in laid_out.right]
    warnings = [finding for built in laid_out.right for finding in built.diagnostics]
    result = Pictures([], [], warnings, laid_out.wrong)
    for deck, pictures in finished:
        paths = [output / name for name in picture_names(deck, name, form)]
        for path, data in zip(paths, pictures, strict=True):
            save(data, path)
        result.written.extend(paths)
        for path in sorted(set(paths[0].parent.iterdir()).difference(paths)):
            if _is_picture_of(path, deck, form):
                path.unlink()
                result.removed.append(path)
    return result


def picture_names(deck: Deck, name: str, form: Form = "svg") -> list[str]:
    """What the slides' pictures are called, in order: `alliance-8.7.en/04-figures.svg`."""
    digits = max(2, len(str(len(deck.slides))))
    return [
        f"{name}.{deck.language}/{number:0{digits}}-{slide.id}.{form}"
        for number, slide in enumerate(deck.slides, start=1)
    ]


def _is_picture_of(path: Path, deck: Deck, form: Form) -> bool:
    """Whether an export of a deck in this language drew this, as its name says and what is in it."""
    from deck.export.png import SIGNATURE

    name = _NAME.fullmatch(path.name)
    if name is None or name["form"] != form or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return (SIGNATURE if form == "png" else f'aria-labelledby="{name["slide"]}.{deck.language}--'.encode()) in head


def drawings(deck: Deck, name: str) -> dict[str, str]:
    """The slides' SVGs by their names, in order; a link to another slide leads to its picture."""
    from deck.export.svg import slide_svg

    names = picture_names(deck, name)
    files = {slide.id: file.rpartition("/")[2] for slide, file in zip(deck.slides, names, strict=True)}
    return {
        file: slide_svg(deck, slide, lambda target: files.get(target, f"#{target}"))
        for file, slide in zip(names, deck.slides, strict=True)
    }


def _drawn(deck: Deck, name: str, form: Form, progress: Progress) -> Iterable[bytes]:
    progress(f"drawing {deck.language}")
    drawn = list(drawings(deck, name).values())
    if form == "svg":
        return (drawing.encode() for drawing in drawn)
    from deck.export.png import rasterise

    return rasterise(drawn, ratio=deck.theme.width / deck.theme.height)
