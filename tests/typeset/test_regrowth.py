"""Levels that were not in the way keep their size."""

from __future__ import annotations

from deck.model.style import Bullet, TextStyle
from deck.model.text import Paragraph, Run
from tests.typeset.sample import box, typesetter

FIGURE, LABEL = TextStyle(72, minimum_size=30, bold=True), TextStyle(22, minimum_size=14)
WORDS = (Paragraph((Run("миллионов"),)), Paragraph((Run("человек"),), level=1))


def test_what_stands_under_a_wide_figure_keeps_its_size() -> None:
    (fitted,) = typesetter("ru").fit([box(*WORDS, style=(FIGURE, LABEL), width=300, height=200)])
    assert fitted.fits
    assert fitted.sizes[0] < 72
    assert fitted.sizes[1] == 22


def test_frames_that_are_alike_stay_alike() -> None:
    narrow = box(*WORDS, style=(FIGURE, LABEL), width=300, height=200)
    wide = box(*WORDS, style=(FIGURE, LABEL), width=600, height=200)
    one, other = typesetter("ru").fit([narrow, wide])
    assert one.sizes == other.sizes
    assert one.sizes[1] == 22


def test_no_level_outgrows_the_one_above_it() -> None:
    styles = (TextStyle(24, minimum_size=14), TextStyle(22, minimum_size=14))
    (fitted,) = typesetter("ru").fit([box(*WORDS, style=styles, width=100, height=200)])
    assert fitted.sizes[0] < 22
    assert fitted.sizes[1] == fitted.sizes[0]


def test_a_list_keeps_its_proportions() -> None:
    styles = tuple(TextStyle(size, minimum_size=10, bullet=Bullet(), indent=20, hanging=20) for size in (72, 22))
    (fitted,) = typesetter("ru").fit([box(*WORDS, style=styles, width=300, height=200)])
    assert fitted.sizes[1] < 22
