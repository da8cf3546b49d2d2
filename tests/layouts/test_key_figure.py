"""A key figure's list: in as many columns as its words have room in."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.model.shapes import TextBox
from tests.outlines import laid_out

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsversammlung"


@pytest.mark.parametrize(("word", "columns"), [("drei", 2), (LONG, 1), (4 * LONG, 2)])
def test_a_word_that_is_too_wide_for_half_has_the_whole_width(word: str, columns: int, tmp_path: Path) -> None:
    slide = f"layout: key-figure\ntitle: K\nvalue: 5\nlabel: P\nitems: [eins, zwei, {word}, vier, fünf]"
    built = laid_out(tmp_path, slide)
    lists = [each for each in built.deck.slides[0].shapes if isinstance(each, TextBox) and each.name.startswith("List")]
    assert len(lists) == columns
    assert all(each.text.fits for each in lists) == (word != 4 * LONG)
