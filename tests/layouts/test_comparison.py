"""A comparison's sides are set alike and begin on one line, however much they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError
from deck.model.shapes import Shape, TextBox
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


def shapes(folder: Path, *sides: str) -> dict[str, Shape]:
    built = laid_out(folder, comparison(*sides))
    assert built.diagnostics == ()
    return {shape.name: shape for shape in built.deck.slides[0].shapes}


PARTS = {
    "a figure": "value: 400, label: Partners",
    "a picture": "picture: {file: well.jpg, description: A well}",
    "a whole picture": "picture: {file: well.jpg, description: A well, fit: whole}",
    "code": "code: 'print(1)', language: python",
}


@pytest.mark.parametrize("said", ["", ", text: Two words", f", items: [{LONG}]"])
@pytest.mark.parametrize("part", PARTS)
def test_a_side_may_show_something(part: str, said: str, tmp_path: Path) -> None:
    found = shapes(tmp_path, f"heading: A, {PARTS[part]}{said}", f"heading: B, {PARTS[part]}, text: Three")
    ground = {number: found[f"Heading {number}"].rect for number in (1, 2)}
    name = {"a figure": "Figure", "code": "Code"}.get(part, "Picture")
    first, second = (found[f"{name} {number}"].rect for number in (1, 2))
    assert (first.top, first.height) == (second.top, second.height)
    assert ground[1].bottom <= first.top
    assert ground[1].left <= first.left <= first.right <= ground[1].right
    if said:
        assert first.bottom <= found["Text 1"].rect.top == found["Text 2"].rect.top


def test_what_goes_together_is_read_together(tmp_path: Path) -> None:
    full = f"{PARTS['a figure']}, {PARTS['a picture']}, text: Words"
    found = list(shapes(tmp_path, f"heading: A, {full}", f"heading: B, {full}"))
    assert found[1:9] == [f"{name} {number}" for number in (1, 2) for name in ("Heading", "Figure", "Picture", "Text")]


def test_pros_and_cons_have_signs_and_colours(tmp_path: Path) -> None:
    found = shapes(
        tmp_path,
        "heading: For, glyph: ✓, colour: accent3, items: [One, Two]",
        "heading: Against, glyph: ✗, colour: accent2, items: [Three]",
    )
    levels = [box.text.body.levels[0] for box in (found["Text 1"], found["Text 2"]) if isinstance(box, TextBox)]
    assert [level.bullet and level.bullet.char for level in levels] == ["✓", "✗"]
    headings = [box.text.body.levels[0] for box in (found["Heading 1"], found["Heading 2"]) if isinstance(box, TextBox)]
    assert [style.colour.scheme for style in headings] == ["accent3", "accent2"]


@pytest.mark.parametrize(
    ("side", "message"),
    [
        ("label: Partners, text: Two", "a label says what a figure counts"),
        (f"{PARTS['a picture']}, {PARTS['code']}", "a side has room for a picture or for code"),
    ],
)
def test_parts_that_do_not_go_together_are_told(side: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match=message):
        laid_out(tmp_path, comparison(f"heading: A, {side}", "heading: B, text: Two"))
