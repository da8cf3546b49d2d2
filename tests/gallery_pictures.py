"""The gallery's pictures and its page: `python -m tests.gallery_pictures`."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

from deck.export.png import rasterise
from deck.export.svg import slide_svg
from deck.layouts import LAYOUTS
from deck.model.deck import Deck
from deck.model.shapes import ShapeTree
from deck.pipeline.build import lay_out
from deck.starting.gallery import write_gallery

DOCS = Path(__file__).resolve().parents[1] / "docs"
_PAGE = DOCS / "gallery.md"
_WIDTH, _HEIGHT, _GAP = 300, 169, 8
_GROUND = (222, 226, 230)
_COLOURS = 224
_ROWS = 6
_HEAD = """\
# Gallery

Every layout, from the left with few, some and the most parts. `generate_deck.py gallery` builds this deck, in any theme
(`--theme`) and any language (`--language ar`); with `--outline DIR` it leaves the outline there, to copy from.
[The outline](outline.md) tells what each layout takes.
"""


def rows(deck: Deck) -> Iterator[tuple[str, list[ShapeTree]]]:
    """Three slides at a time, with their layout's name; a slide that goes on, but once."""
    for name in LAYOUTS:
        first = {tree.slide: tree for tree in reversed(deck.slides) if tree.section == name}
        trees = sorted(first.values(), key=deck.slides.index)
        for number in range(0, len(trees), 3):
            yield name, trees[number : number + 3]


def sheet(pictures: Sequence[Sequence[bytes]]) -> Image.Image:
    """Rows of pictures."""
    size = (3 * (_WIDTH + _GAP) + _GAP, len(pictures) * (_HEIGHT + _GAP) + _GAP)
    made = Image.new("RGB", size, _GROUND)
    for row, line in enumerate(pictures):
        for column, data in enumerate(line):
            small = Image.open(io.BytesIO(data)).convert("RGB").resize((_WIDTH, _HEIGHT), Image.Resampling.LANCZOS)
            made.paste(small, (_GAP + column * (_WIDTH + _GAP), _GAP + row * (_HEIGHT + _GAP)))
    return made


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        deck = lay_out(write_gallery(Path(folder))).deck
    lines = list(rows(deck))
    drawn = iter(rasterise([slide_svg(deck, tree) for _, trees in lines for tree in trees], ratio=16 / 9))
    text = _HEAD
    for number, start in enumerate(range(0, len(lines), _ROWS), start=1):
        group = lines[start : start + _ROWS]
        pictures = [[next(drawn) for _ in trees] for _, trees in group]
        sheet(pictures).quantize(_COLOURS).save(DOCS / f"gallery-{number}.png", optimize=True)
        names = ", ".join(dict.fromkeys(f"`{name}`" for name, _ in group))
        text += f"\nFrom the top: {names}.\n\n![Slides of the layouts {names.replace('`', '')}](gallery-{number}.png)\n"
    _PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
