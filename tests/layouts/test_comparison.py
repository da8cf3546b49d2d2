"""A comparison's sides are set alike and begin on one line, however much they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError
from deck.model.shapes import TextBox
from tests.outlines import laid_out

LONG = "What governments and employers and workers have promised"


def comparison(*sides: str) -> str:
    listed = "".join(f"- {{id: s{number}, {side}}}\n" for number, side in enumerate(sides))
    return f"layout: comparison\ntitle: Compared\nsides:\n{listed}"


@pytest.mark.parametrize(
    "sides",
    [
        ("heading: A, text: One", "heading: B, text: Two"),
        (f"heading: {LONG}, items: [One]", "heading: B, text: Two, items: [Three]", "heading: C, text: Four"),
        (f"heading: A, items: [{', '.join([LONG] * 5)}]", "heading: B, items: [{text: Two, items: [Three]}]"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_siblings_are_alike(sides: tuple[str, ...], language: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, comparison(*sides), language=language)
    assert built.diagnostics == ()
    boxes = [shape for shape in built.deck.slides[0].shapes if isinstance(shape, TextBox)]
    for name in ("Heading", "Text"):
        alike = [box for box in boxes if box.name.startswith(f"{name} ")]
        assert len(alike) == len(sides)
        assert len({(box.rect.top, box.rect.width, box.rect.height) for box in alike}) == 1
        assert len({box.text.shrunk for box in alike}) == 1


def test_little_is_set_larger_than_much(tmp_path: Path) -> None:
    def size(*items: str) -> float:
        side = f"heading: A, items: [{', '.join(items)}]"
        shapes = laid_out(tmp_path, comparison(side, side)).deck.slides[0].shapes
        return next(shape.text.sizes[0] for shape in shapes if isinstance(shape, TextBox) and shape.name == "Text 1")

    assert size("One", "Two") > size(*[LONG] * 3) > size(*[LONG] * 6)


def test_a_side_says_something(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="nothing is said of this side"):
        laid_out(tmp_path, comparison("heading: A", "heading: B, text: Two"))
