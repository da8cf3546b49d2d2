"""Icon arrays: as many icons as there are, of figures in the outline or in the staff's spreadsheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from deck.cli import main
from deck.cli.terminal import DONE
from deck.ground.diagnostics import DeckError
from deck.layouts.frame.furniture import ACCENTS
from deck.model.shapes import AutoShape, Group, TextBox
from deck.pipeline.build import Built, lay_out
from tests.outlines import laid_out, texts

OUTLINE = """\
presentation: {title: A test, author: The testers, language: en}
lists: {figures: {facts: figures.xlsx}}
sources: {report: A report}
sections:
  - id: only
    title: Only
    slides:
      - {id: laws, layout: icon-array, title: Laws, value: "{laws}", of: "{countries}", label: countries have a law}
"""


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


CHANGED = {
    "en": ("7 of 37: countries have a law", "9 of 37", "7 of → 9 of"),
    "ar": ("7 من 37: countries have a law", "9 من 37", "7 من → 9 من"),
    "es": ("7 de 37: countries have a law", "9 de 37", "7 de → 9 de"),
    "fr": ("7 sur 37 : countries have a law", "9 sur 37", "7 sur → 9 sur"),
    "ru": ("7 из 37: countries have a law", "9 из 37", "7 из → 9 из"),
    "zh": ("37中的7：countries have a law", "37中的9", "7 → 9"),
}


@pytest.mark.parametrize("language", CHANGED)
def test_a_changed_row_of_the_staff_s_workbook_reaches_icons_words_and_description(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after, change = CHANGED[language]
    write_workbook(tmp_path / "figures.xlsx", laws=7)
    (outline := tmp_path / "outline.yaml").write_text(
        OUTLINE.replace("language: en", f"language: {language}"), encoding="utf-8"
    )
    assert plain(icons(lay_out(outline))) == (7, 37, before)
    output = ["--output", str(tmp_path / "dist")]
    assert main(["build", str(outline), *output]) == DONE
    write_workbook(tmp_path / "figures.xlsx", laws=9)
    capsys.readouterr()
    assert main(["changes", str(outline), *output]) == DONE
    assert f"slide 1: {change}" in capsys.readouterr().out.replace("\xa0", " ")
    built = lay_out(outline)
    assert plain(icons(built)) == (9, 37, before.replace("7", "9").replace("39", "37"))
    shown = {paragraph.plain.replace("\xa0", " ") for _, _, text in texts(built.deck) for paragraph in text.paragraphs}
    assert after in shown


def plain(found: tuple[int, int, str | None]) -> tuple[int, int, str]:
    """What was found, with spaces on which a line may end."""
    return (*found[:2], (found[2] or "").replace("\xa0", " "))


def write_workbook(path: Path, laws: int) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["id", "value", "source"], ["laws", laws, "report"], ["countries", 37, "report"]):
        sheet.append(row)
    book.save(path)


@pytest.mark.parametrize("language", ["en", "ar", "zh", "ru"])
def test_its_figure_stands_on_one_line(language: str, tmp_path: Path) -> None:
    fields = "layout: icon-array\ntitle: T\nvalue: 28\nof: 50\nlabel: people"
    (slide,) = laid_out(tmp_path, fields, language=language).deck.slides
    box = next(shape for shape in slide.shapes if isinstance(shape, TextBox) and shape.field == "label")
    assert [line.paragraph for line in box.text.lines] == [0, 1]
