"""Icon arrays: as many icons as there are, of figures in the outline or in the staff's spreadsheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.terminal import DONE
from deck.ground.diagnostics import DeckError
from deck.layouts.furniture import ACCENTS
from deck.model.shapes import AutoShape, Group
from deck.pipeline.build import Built, lay_out
from tests.outlines import laid_out, texts

OUTLINE = """\
presentation: {title: A test, author: The testers, language: en}
lists: {figures: {facts: figures.csv}}
sources: {report: A report}
sections:
  - id: only
    title: Only
    slides:
      - {id: laws, layout: icon-array, title: Laws, value: "{laws}", of: "{countries}", label: countries have a law}
"""
ROWS = "id,value,source\nlaws,7,report\ncountries,37,report\n"


def icons(built: Built) -> tuple[int, int, str | None]:
    """How many are coloured, how many there are, and what is said of them."""
    (group,) = (shape for shape in built.deck.slides[0].shapes if isinstance(shape, Group))
    drawn = [shape for shape in group.shapes if isinstance(shape, AutoShape)]
    return sum(shape.fill == ACCENTS[0] for shape in drawn), len(drawn), group.description


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "28 of 50: women"),
        ("ar", "28 من 50: women"),
        ("fr", "28 sur 50\xa0: women"),
        ("ru", "28 из 50: women"),
        ("zh", "50中的28：women"),
    ],
)
def test_an_icon_stands_for_each(language: str, said: str, tmp_path: Path) -> None:
    slide = "layout: icon-array\ntitle: T\nvalue: 28\nof: 50\nlabel: women"
    assert icons(laid_out(tmp_path, slide, language=language)) == (28, 50, said)


def test_the_first_stand_where_the_reader_begins(tmp_path: Path) -> None:
    slide = "layout: icon-array\ntitle: T\nvalue: 1\nof: 10\nlabel: women"
    for language, begins in (("en", min), ("ar", max)):
        built = laid_out(tmp_path, slide, language=language)
        (group,) = (shape for shape in built.deck.slides[0].shapes if isinstance(shape, Group))
        lefts = [shape.rect.left for shape in group.shapes]
        assert lefts[0] == begins(lefts)


@pytest.mark.parametrize("fields", ["value: 3\nof: 101", "value: 2.5\nof: 5", "value: many\nof: 5", "value: 0\nof: 0"])
def test_what_cannot_be_counted_is_told(fields: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="so many icons cannot be drawn"):
        laid_out(tmp_path, f"layout: icon-array\ntitle: T\n{fields}\nlabel: women")


def test_more_than_all_are_told(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="more than there are in all"):
        laid_out(tmp_path, "layout: icon-array\ntitle: T\nvalue: 6\nof: 5\nlabel: women")


def test_a_changed_row_reaches_icons_words_and_description(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "figures.csv").write_text(ROWS, encoding="utf-8")
    (outline := tmp_path / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    assert icons(lay_out(outline)) == (7, 37, "7 of 37: countries have a law")
    output = ["--output", str(tmp_path / "dist")]
    assert main(["build", str(outline), *output]) == DONE
    (tmp_path / "figures.csv").write_text(ROWS.replace("laws,7", "laws,9"), encoding="utf-8")
    capsys.readouterr()
    assert main(["changes", str(outline), *output]) == DONE
    assert "slide 1: 7 of → 9 of" in capsys.readouterr().out.replace("\xa0", " ")
    built = lay_out(outline)
    assert icons(built) == (9, 37, "9 of 37: countries have a law")
    assert "9\xa0of\xa037" in {paragraph.plain for _, _, text in texts(built.deck) for paragraph in text.paragraphs}
