"""One picture of a deck's slides, as the README shows it: `python -m tests.contact_sheet docs/deck.png`."""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from deck.export.png import rasterise
from deck.export.svg import slide_svg
from deck.pipeline.build import lay_out
from deck.pipeline.places import default_outline

_WIDTH, _GAP, _COLUMNS = 480, 12, 3
_GROUND = (222, 226, 230)


def contact_sheet(pictures: Iterable[bytes]) -> Image.Image:
    """The pictures in rows of three."""
    opened = [Image.open(io.BytesIO(picture)).convert("RGB") for picture in pictures]
    height = round(_WIDTH * 9 / 16)
    rows = -(-len(opened) // _COLUMNS)
    size = (_COLUMNS * (_WIDTH + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
    sheet = Image.new("RGB", size, _GROUND)
    for index, picture in enumerate(opened):
        row, column = divmod(index, _COLUMNS)
        small = picture.resize((_WIDTH, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (_GAP + column * (_WIDTH + _GAP), _GAP + row * (height + _GAP)))
    return sheet


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--outline", type=Path, default=default_outline())
    options = parser.parse_args()
    deck = lay_out(options.outline).deck
    pictures = rasterise([slide_svg(deck, slide) for slide in deck.slides], ratio=16 / 9)
    contact_sheet(pictures).quantize(192).save(options.target, optimize=True)


if __name__ == "__main__":
    main()
