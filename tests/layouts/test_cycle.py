"""A cycle's arrows stand on what is seen of its ring."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.model.units import Rect
from deck.pipeline.build import lay_out
from tests.outlines import write_outline

WORDS = "abcdef"


@pytest.mark.parametrize("count", [3, 4, 5, 6])
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_arrow_stands_behind_a_box(count: int, size: str, language: str, tmp_path: Path) -> None:
    steps = ", ".join(f"{{id: {each}, heading: Step}}" for each in WORDS[:count])
    outline = write_outline(tmp_path, f"layout: steps\ntitle: T\nform: cycle\nsteps: [{steps}]", language=language)
    text = outline.read_text(encoding="utf-8")
    (tmp_path / "sized.yaml").write_text(f"extends: alliance\nsize: {size}\n", encoding="utf-8")
    outline.write_text(text.replace("theme: alliance", "theme: sized.yaml"), encoding="utf-8")
    (tree,) = lay_out(outline).deck.slides
    drawn = tree.slide_layout.decoration
    arrows = [each.rect for each in drawn if each.name.startswith("Arrow")]
    boxes = [each.rect for each in drawn if each.name.startswith(("Box", "Cap"))]
    assert len(arrows) == count
    assert [(arrow, box) for arrow in arrows for box in boxes if overlap(arrow, box)] == []


def overlap(one: Rect, other: Rect) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )
