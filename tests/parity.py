"""A deck drawn twice: its .pptx by LibreOffice, its SVGs by Chromium."""

from __future__ import annotations

import io
import os
import re
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from zipfile import ZipFile

from PIL import Image

from deck.export.png import find_browser, rasterise, run_browser
from deck.export.pptx import write_pptx
from deck.export.svg import slide_svg
from deck.export.svg.fonts import family
from deck.model.charts import Chart
from deck.model.deck import Deck
from deck.model.language import Direction
from deck.model.shapes import AutoShape, Group, Shape, ShapeTree, Table, TextBox
from deck.model.units import Emu, Rect, points
from tests.drawn import Word, words
from tests.render import to_pdfs, without_autofit
from tests.tools import missing, required

WIDTH = 1280
# Letters of the ligature of lam and alef, which PDFs may leave out or say twice.
_LIGATED = "لاأإآ"
_COUNTING = re.compile("[\u0621-\u064a]-|-[\u0621-\u064a]")
_ARABIC = re.compile("[\u0620-\u06ff]")
_TABLE = re.compile(rb'<a:tbl><a:tblPr rtl="1".*?</a:tbl>', re.DOTALL)
# A cell over several columns stands in a row of its own, which is the same from both sides.
_CELL = rb'<a:tc(?: rowSpan="\d+"| vMerge="1")?>.*?</a:tc>'
_COLUMN = re.compile(rb"<a:gridCol .*?/>|" + _CELL, re.DOTALL)
_COLUMNS = re.compile(rb"(?:<a:gridCol [^>]*/>)+|(?:" + _CELL + rb")+(?=</a:tr>)", re.DOTALL)
_FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">{others}</include>
  {aliases}
</fontconfig>
"""
_ALIAS = (
    '<match target="pattern"><test name="family"><string>{0}</string></test>'
    '<edit name="family" mode="assign" binding="same"><string>{1}</string></edit></match>'
)


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
    sources = {f"deck-{n}": _tables_turned(without_autofit(write_pptx(deck))) for n, deck in enumerate(decks)}
    pdfs = to_pdfs(sources, folder, {"FONTCONFIG_FILE": str(_same_fonts(decks, folder))})
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


def _tables_turned(data: bytes) -> bytes:
    """The deck with its right-to-left tables' columns as PowerPoint shows them: LibreOffice knows no such tables."""
    target = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(target, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            new.writestr(entry, _TABLE.sub(_turned, part) if entry.filename.startswith("ppt/slides/slide") else part)
    return target.getvalue()


def _turned(table: re.Match[bytes]) -> bytes:
    return _COLUMNS.sub(lambda columns: b"".join(reversed(_COLUMN.findall(columns[0]))), table[0])


def _same_fonts(decks: Sequence[Deck], folder: Path) -> Path:
    """Fontconfig's file by which a missing font of ideographs is replaced with the one that the SVGs name next."""
    aliases = set()
    for deck in decks:
        named = re.findall("'([^']+)'", family(deck.theme.minor, "east_asian", deck.language.script))
        aliases.add(_ALIAS.format(*named))
    path = folder / "fonts.conf"
    others = os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    path.write_text(_FONTS.format(others=others, aliases="\n  ".join(sorted(aliases))), "utf-8")
    return path


def lines(deck: Deck, tree: ShapeTree, drawn: Drawn) -> dict[str, list[str]]:
    """What stands on each line of each text box of a slide: its letters and digits, sorted, by the box's name; what
    stands in none is under no name.

    Engines write a PDF's letters in different orders where scripts meet, so the order says nothing.
    """
    boxes = {f"{name} {n}": rect for n, (name, rect) in enumerate(_boxes(deck, tree.shapes))}
    within: dict[str, list[Word]] = {"": [], **{name: [] for name in boxes}}
    for word in drawn.words:
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        holding = [name for name, rect in boxes.items() if _holds(rect, x, y)]
        within[min(holding, key=lambda name: boxes[name].width * boxes[name].height, default="")].append(word)
    return {name: [line for line in map(_letters, _rows(found)) if line] for name, found in within.items()}


def _boxes(deck: Deck, shapes: Iterable[Shape]) -> Iterator[tuple[str, Rect]]:
    """The rectangles that text was set in; a table's are its cells."""
    for shape in shapes:
        match shape:
            case TextBox() | AutoShape(text=object()):
                yield shape.name, shape.rect
            case Group():
                yield from _boxes(deck, shape.shapes)
            case Chart():
                yield from ((f"{shape.name}, {label.words}", label.rect) for label in shape.labels)
            case Table():
                for row, places in zip(shape.rows, cells(deck, shape), strict=True):
                    shown = (rect for cell, rect in zip(row, places, strict=True) if cell.shown)
                    yield from ((f"{shape.name}, cell", rect) for rect in shown)


def cells(deck: Deck, table: Table) -> Iterator[list[Rect]]:
    """The rectangles of a table's cells, in the reading direction."""
    tops = accumulate(table.row_heights, initial=int(table.rect.top))
    starts = list(accumulate(table.column_widths, initial=int(table.rect.left)))
    for number, top in zip(range(len(table.rows)), tops, strict=False):
        sizes = zip(table.cell_widths(number), table.cell_heights(number), strict=True)
        row = [Rect(Emu(at), Emu(top), Emu(w), Emu(h)) for at, (w, h) in zip(starts, sizes, strict=False)]
        if deck.language.direction is Direction.RIGHT_TO_LEFT:
            row = [rect.mirrored(table.rect.left + table.rect.right) for rect in row]
        yield row


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
    return "".join(sorted("".join(map(_said, row))))


def _said(word: Word) -> str:
    """A word's letters and digits. LibreOffice says of some Arabic ligatures that they are a letter of ASCII, and
    knows no Arabic letters that count."""
    if _COUNTING.fullmatch(unicodedata.normalize("NFKC", word.text)):
        return ""
    letters = [char for char in unicodedata.normalize("NFKC", word.text) if char.isalnum() and char not in _LIGATED]
    arabic = _ARABIC.search(word.text)
    return "".join(char for char in letters if not (arabic and char.isascii()))


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")
