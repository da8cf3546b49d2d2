"""The pipeline's other end: outline file → laid-out deck → a picture of each slide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, TypeAlias

from deck.build import Progress, deck_name, judged, lay_out_each
from deck.diagnostics import DeckError, Diagnostic, has_errors
from deck.model.deck import Deck

Form: TypeAlias = Literal["svg", "png"]


def write_pictures(
    outline: Path,
    output: Path,
    languages: Sequence[str] = (),
    *,
    form: Form = "svg",
    all_languages: bool = False,
    release: bool = False,
    progress: Progress = lambda _: None,
) -> tuple[list[Path], list[Diagnostic]]:
    """Writes a picture of each slide in each language (none: the outline's own); gives the files and the warnings.

    They stand in a folder `<name>.<language>` below `output`, each named by its slide's number and id. DeckError
    where anything is wrong, before any file is touched; BrowserError where no PNG can be drawn; OSError where a
    file cannot be written. With `release`, a text that is not translated is an error.
    """
    from deck.export.save import save

    laid_out = list(lay_out_each(outline, languages, all_languages=all_languages, progress=progress))
    findings = [finding for built in laid_out for finding in judged(built.diagnostics, release=release)]
    if has_errors(findings):
        raise DeckError(findings)
    finished = [(built.deck, list(_drawn(built.deck, form, progress))) for built in laid_out]
    written = []
    for deck, pictures in finished:
        for name, data in zip(picture_names(deck, deck_name(outline), form), pictures, strict=True):
            path = output / name
            save(data, path)
            written.append(path)
    return written, findings


def picture_names(deck: Deck, name: str, form: Form = "svg") -> list[str]:
    """What the slides' pictures are called, in order: `alliance-8.7.en/04-figures.svg`."""
    digits = max(2, len(str(len(deck.slides))))
    return [
        f"{name}.{deck.language}/{number:0{digits}}-{slide.id}.{form}"
        for number, slide in enumerate(deck.slides, start=1)
    ]


def _drawn(deck: Deck, form: Form, progress: Progress) -> Iterable[bytes]:
    from deck.export.svg import slide_svg

    progress(f"drawing {deck.language}")
    drawings = [slide_svg(deck, slide) for slide in deck.slides]
    if form == "svg":
        return (drawing.encode() for drawing in drawings)
    from deck.export.png import rasterise

    return rasterise(drawings, ratio=deck.theme.width / deck.theme.height)
