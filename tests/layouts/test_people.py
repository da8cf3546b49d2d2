"""People over several slides."""

from __future__ import annotations

from pathlib import Path

from deck.model.shapes import TextBox
from tests.outlines import laid_out

LONG = "Wojciechowska-Brzęczyszczykiewicz von und zu Guttenberg-Hohenlohe"


def test_one_list_has_one_size_on_all_its_slides(tmp_path: Path) -> None:
    names = [f'"{LONG} {at}"' if at > 12 else f"N{at}" for at in range(24)]
    slide = f"layout: people\ntitle: T\npeople: [{', '.join(names)}]"
    trees = laid_out(tmp_path, slide).deck.slides
    assert len(trees) > 1
    sizes = {
        shape.text.sizes[0]
        for tree in trees
        for shape in tree.shapes
        if isinstance(shape, TextBox) and shape.name.startswith("Person")
    }
    assert len(sizes) == 1
