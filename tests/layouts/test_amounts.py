"""Amounts to scale: areas as the figures, words at each, mirrored where reading goes from right to left."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError
from deck.model.shapes import Group, Shape
from deck.pipeline.build import Built, lay_out
from tests.outlines import laid_out, write_outline

PARTS = "amounts: [{id: a, value: 50_000_000, label: all}, {id: b, value: '{partners}', label: some}]"


def squares(built: Built) -> tuple[Group, list[Shape]]:
    (group,) = (shape for shape in built.deck.slides[0].shapes if isinstance(shape, Group))
    return group, list(group.shapes)


@pytest.mark.parametrize("form", ["nested", "beside"])
def test_areas_are_as_the_figures(form: str, tmp_path: Path) -> None:
    slide = f"layout: amounts\ntitle: T\nform: {form}\namounts: [{{value: 50, label: all}}, {{value: 18, label: some}}]"
    built = laid_out(tmp_path, slide)
    assert built.diagnostics == ()
    _, (one, other) = squares(built)
    assert other.rect.width * other.rect.height / (one.rect.width * one.rect.height) == pytest.approx(18 / 50, 0.001)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nested_ones_lie_inside_each_other_at_the_side_of_their_words(language: str, tmp_path: Path) -> None:
    slide = "layout: amounts\ntitle: T\namounts: [{value: 50, label: all}, {value: 18, label: some}]"
    _, (one, other) = squares(laid_out(tmp_path, slide, language=language))
    assert one.rect.left <= other.rect.left
    assert other.rect.right <= one.rect.right
    assert one.rect.bottom == other.rect.bottom
    assert (one.rect.right == other.rect.right) == (language == "en")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "all: 50\xa0million; some: 400"),
        ("ru", "all: 50\xa0миллионов; some: 400"),
        ("zh", "all：5000万；some：400"),
    ],
)
def test_its_alternative_text_is_made_of_the_data(language: str, said: str, tmp_path: Path) -> None:
    group, _ = squares(laid_out(tmp_path, f"layout: amounts\ntitle: T\n{PARTS}", language=language))
    assert group.description == said


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ("{value: 5, label: a}, {value: 6, label: b}", "more than the amount before"),
        ("{value: 5, label: a}, {value: -1, label: b}", "a number from nought on"),
        ("{value: 5, label: a}, {value: few, label: b}", "a number from nought on"),
    ],
)
def test_what_has_no_square_is_told(values: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match=message):
        laid_out(tmp_path, f"layout: amounts\ntitle: T\namounts: [{values}]")


def test_rows_of_a_list_are_amounts(tmp_path: Path) -> None:
    (tmp_path / "paid.csv").write_text("who,amount\nFund,9000000\nUnion,1000000\n", encoding="utf-8")
    slide = "layout: amounts\ntitle: T\nform: beside\namounts: {list: paid, value: amount, label: who}"
    path = write_outline(tmp_path, slide)
    text = path.read_text(encoding="utf-8").replace("sources:", "lists: {paid: {table: paid.csv}}\nsources:")
    path.write_text(text, encoding="utf-8")
    group, (one, other) = squares(lay_out(path))
    assert group.description == "Fund: 9\xa0million; Union: 1\xa0million"
    assert one.rect.width / other.rect.width == pytest.approx(3, 0.001)
