"""A deck drawn twice: its .pptx by LibreOffice, its SVGs by Chromium."""

from __future__ import annotations

import io
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from deck.export.png import find_browser, rasterise, run_browser
from deck.export.pptx import write_pptx
from deck.export.svg import slide_svg
from deck.model.deck import Deck
from deck.model.shapes import AutoShape, Shape, ShapeTree
from deck.model.style import Colour
from deck.model.units import Rect, points
from tests.drawn import Word, words
from tests.outlines import texts
from tests.render import to_pdfs, without_autofit
from tests.tools import missing, required

WIDTH = 1280
# Letters of the ligature of lam and alef, which PDFs may leave out or say twice.
_LIGATED = "لاأإآ"


@dataclass(frozen=True, slots=True)
class Drawn:
    """One slide as one engine drew it."""

    words: Sequence[Word]
    picture: Image.Image


def by_chromium(decks: Sequence[Deck], folder: Path) -> list[list[Drawn]]:
    """Each deck's slides, from their SVGs: the words from a PDF of them, the pictures as they are on a screen."""
    browser = find_browser() or missing("Chromium", "install Chromium")
    drawings = [[slide_svg(deck, slide) for slide in deck.slides] for deck in decks]
    theme = decks[0].theme
    width, height = points(theme.width), points(theme.height)
    page, pdf = folder / "slides.html", folder / "slides.pdf"
    rules = f"@page{{size:{width}pt {height}pt;margin:0}}body{{margin:0}}svg{{display:block;break-after:page}}"
    slides = [drawing for deck in drawings for drawing in deck]
    page.write_text(f'<!doctype html><meta charset="utf-8"><style>{rules}</style>{"".join(slides)}', "utf-8")
    run_browser(browser, folder, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page)
    pages = iter(words(pdf, width))
    pictures = rasterise(slides, ratio=theme.width / theme.height, width=WIDTH)
    return [[Drawn(next(pages), _opened(next(pictures))) for _ in deck] for deck in drawings]


def by_libreoffice(decks: Sequence[Deck], folder: Path) -> list[list[Drawn]]:
    """Each deck's slides, from its .pptx without autofit."""
    pdftoppm = required("pdftoppm", "install poppler-utils")
    pdfs = to_pdfs({f"deck-{n}": without_autofit(write_pptx(deck)) for n, deck in enumerate(decks)}, folder)
    drawn = []
    for deck, pdf in zip(decks, pdfs, strict=True):
        height = round(WIDTH * deck.theme.height / deck.theme.width)
        size = ["-scale-to-x", str(WIDTH), "-scale-to-y", str(height)]
        subprocess.run([pdftoppm, *size, str(pdf), str(pdf.with_suffix(""))], check=True, timeout=300)
        pictures = sorted(folder.glob(f"{pdf.stem}-*.ppm"))
        pages = words(pdf, points(deck.theme.width))
        opened = (Image.open(path).convert("RGB") for path in pictures)
        drawn.append([Drawn(page, picture) for page, picture in zip(pages, opened, strict=True)])
    return drawn


def lines(deck: Deck, tree: ShapeTree, drawn: Drawn) -> dict[str, list[str]]:
    """What stands on each line of each text box of a slide: its letters and digits, sorted, by the box's name.

    Engines write a PDF's letters in different orders where scripts meet, so the order says nothing.
    """
    boxes = {f"{shape.name} {n}": shape.rect for n, (at, shape, _) in enumerate(texts(deck)) if at == tree.id}
    within: dict[str, list[Word]] = {name: [] for name in boxes}
    for word in drawn.words:
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        holding = [name for name, rect in boxes.items() if _holds(rect, x, y)]
        if holding:
            within[min(holding, key=lambda name: boxes[name].width * boxes[name].height)].append(word)
    return {name: [line for line in map(_letters, _rows(found)) if line] for name, found in within.items()}


def edges(tree: ShapeTree, deck: Deck, picture: Image.Image) -> Iterator[tuple[str, tuple[int, int, int, int] | None]]:
    """Where each painted rectangle's or disc's colour reaches to around its place, in pixels."""
    for shape in _painted((*tree.slide_layout.decoration, *tree.shapes)):
        assert shape.fill
        yield shape.name, _reach(picture, shape.rect, deck, shape.fill)


def _painted(shapes: Iterable[Shape]) -> Iterator[AutoShape]:
    for shape in shapes:
        match shape:
            case AutoShape(fill=Colour(alpha=100)):
                yield shape
            case _:
                yield from _painted(getattr(shape, "shapes", ()))


def _reach(picture: Image.Image, rect: Rect, deck: Deck, colour: Colour) -> tuple[int, int, int, int] | None:
    import numpy as np

    scale, room = WIDTH / deck.theme.width, 6
    left, top = (max(0, round(edge * scale) - room) for edge in (rect.left, rect.top))
    right, bottom = (round(edge * scale) + room for edge in (rect.right, rect.bottom))
    pixels = np.asarray(picture, dtype=np.int16)[top:bottom, left:right]
    alike = (abs(pixels - np.array(deck.theme.rgb(colour), dtype=np.int16)) < 40).all(axis=2)
    if not alike.any():
        return None
    xs, ys = np.flatnonzero(alike.any(axis=0)), np.flatnonzero(alike.any(axis=1))
    return int(left + xs[0]), int(top + ys[0]), int(left + xs[-1]), int(top + ys[-1])


def _holds(rect: Rect, x: float, y: float) -> bool:
    return points(rect.left) - 2 <= x <= points(rect.right) + 2 and points(rect.top) - 2 <= y <= points(rect.bottom) + 2


def _rows(found: Iterable[Word]) -> Iterator[list[Word]]:
    """Words by their lines: those whose middles lie within a third of a line's height of each other."""
    row: list[Word] = []
    for word in sorted(found, key=lambda word: word.top + word.bottom):
        if row and (word.top + word.bottom - row[0].top - row[0].bottom) / 2 > (row[0].bottom - row[0].top) / 3:
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _letters(row: Iterable[Word]) -> str:
    said = unicodedata.normalize("NFKC", "".join(word.text for word in row))
    letters = sorted(char for char in said if char.isalnum() and char not in _LIGATED)
    # LibreOffice says that some Arabic ligatures are a Latin letter.
    arabic = any("\u0620" <= char <= "\u06ff" for char in letters)
    return "".join(char for char in letters if not (arabic and char.isascii() and char.isalpha()))


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")
