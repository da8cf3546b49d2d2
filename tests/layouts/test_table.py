"""Tables: columns as wide as they need, rows over as many slides as hold them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from deck.export.pptx import write_pptx
from deck.export.pptx.inspected import inspect_pptx
from deck.export.svg import slide_svg
from deck.ground.diagnostics import DeckError
from deck.languages.messages import messages
from deck.layouts.tables.widths import column_widths
from deck.model.deck import Deck
from deck.model.shapes import Table
from deck.model.units import units
from deck.pipeline.reading import read
from tests.drawn import strayed
from tests.outlines import TABLES, laid_out
from tests.typeset.corpus import SENTENCES

HEAD = (
    "layout: table\ntitle: Figures\ncolumns: [{id: name, heading: Name}, {id: figure, heading: Figure, align: end}]\n"
)


def rows(count: int, name: str = "Row") -> str:
    lines = (f"  - {{id: r{n}, cells: {{name: '{name} {n}', figure: {n}_000_000}}}}\n" for n in range(1, count + 1))
    return f"{HEAD}rows:\n{''.join(lines)}"


def tables(deck: Deck) -> list[Table]:
    return [shape for tree in deck.slides for shape in tree.shapes if isinstance(shape, Table)]


@pytest.mark.parametrize("count", [1, 5, 12, 40])
def test_a_table_of_any_length_is_shown_whole_under_its_header(count: int, tmp_path: Path) -> None:
    built = laid_out(tmp_path, rows(count))
    assert built.diagnostics == ()
    shown = tables(built.deck)
    assert (shown[0].rows[0][0].text.sizes >= (20,)) == (count <= 12)
    for table in shown:
        assert [cell.text.paragraphs[0].plain for cell in table.rows[0]] == ["Name", "Figure"]
        assert sum(table.row_heights) == table.rect.height
        assert sum(table.column_widths) == table.rect.width
        assert table.rect.bottom <= built.deck.theme.height * 80.5 / 90
    names = [row[0].text.paragraphs[0].plain for table in shown for row in table.rows[1:]]
    assert names == [f"Row {number}" for number in range(1, count + 1)]
    assert len({tree.title for tree in built.deck.slides}) == len(shown)


@pytest.mark.parametrize("language", ["en", "ar", "zh", "ru"])
def test_ten_short_rows_stand_on_one_slide(language: str, tmp_path: Path) -> None:
    (table,) = tables(laid_out(tmp_path, rows(10), language=language).deck)
    assert min(size for row in table.rows for cell in row for size in cell.text.sizes) >= 16
    assert all(cell.text.fits for row in table.rows for cell in row)


def test_long_cells_wrap_and_make_their_rows_higher(tmp_path: Path) -> None:
    (short,) = tables(laid_out(tmp_path, rows(2)).deck)
    (long,) = tables(laid_out(tmp_path, rows(2, "many words in one cell " * 8)).deck)
    assert long.row_heights[1] > short.row_heights[1]
    assert all(cell.text.fits for row in long.rows for cell in row)


def test_a_cell_in_no_column_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeckError) as error:
        laid_out(tmp_path, f"{HEAD}rows: [{{id: a, cells: {{name: A, figures: 1}}}}]")
    assert {finding.code for finding in error.value.diagnostics} == {"unknown-field"}


@pytest.mark.external
@pytest.mark.parametrize("language", ["ar", "zh", "th", "hi"])
def test_rows_are_drawn_no_higher_than_measured(language: str, tmp_path: Path) -> None:
    words = " ".join(SENTENCES[language].split())[:160].replace("'", "’")
    built = laid_out(tmp_path, rows(4, words.replace(":", "")), language=language)
    assert not list(strayed(built.deck, write_pptx(built.deck), tmp_path))


@given(st.lists(st.tuples(st.floats(1, 5e7), st.floats(0, 1)), min_size=1, max_size=8), st.integers(10**6, 10**7))
def test_columns_fill_the_whole_and_each_has_its_longest_word(columns: list[tuple[float, float]], whole: int) -> None:
    wanted = [width for width, _ in columns]
    least = [width * share for width, share in columns]
    widths = column_widths(wanted, least, whole)
    assert sum(widths) == whole
    if sum(least) <= whole:
        assert all(width >= word - 2 for width, word in zip(widths, least, strict=True))
    if sum(wanted) <= whole:
        assert all(width >= want - 2 for width, want in zip(widths, wanted, strict=True))


def test_a_row_that_is_higher_than_a_slide_is_refused(tmp_path: Path) -> None:
    built = laid_out(tmp_path, rows(1, "many words " * 400))
    (finding,) = built.diagnostics
    assert finding.code == "text-overflow"
    assert "field `rows.r1.cells.name`" in finding.message
    assert finding.span
    assert finding.span.line > 17


def test_a_long_word_has_room_beside_other_columns(tmp_path: Path) -> None:
    names = ["a", "b", "c", "d", "e"]
    columns = ", ".join(f"{{id: {name}, heading: A heading of some words}}" for name in names)
    cells = ", ".join(f"{name}: {'Wirtschaftlichkeitsbetrachtung' if name == 'c' else 'some words'}" for name in names)
    slide = f"layout: table\ntitle: T\ncolumns: [{columns}]\nrows: [{{id: r, cells: {{{cells}}}}}]"
    assert laid_out(tmp_path, slide).diagnostics == ()


def test_a_word_too_long_for_any_type_is_the_only_one_that_is_cut(tmp_path: Path) -> None:
    """The others keep room for their words: as many errors as columns told of one cause."""
    cells = [f"w{at}: Mecklenburg-Vorpommern" for at in range(3)]
    columns = ["{id: long, heading: Law}", *(f"{{id: w{at}, heading: Administration}}" for at in range(3))]
    row = f"{{id: r, cells: {{long: {'Rindfleischetikettierung' * 5}, {', '.join(cells)}}}}}"
    built = laid_out(tmp_path, f"layout: table\ntitle: T\ncolumns: [{', '.join(columns)}]\nrows: [{row}]")
    (finding,) = built.diagnostics
    assert "field `rows.r.cells.long`" in finding.message
    (shown,) = tables(built.deck)
    assert [len(cell.text.lines) for cell in shown.rows[0]] == [1, 1, 1, 1]


@pytest.mark.parametrize("cell", ["", ", figure: ''", ", figure: ' '", ", figure: ~", ', figure: ""'])
def test_a_cell_may_be_empty(cell: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, f"{HEAD}rows: [{{cells: {{name: One{cell}}}}}, {{cells: {{name: Two, figure: 2}}}}]")
    assert built.diagnostics == ()
    (table,) = tables(built.deck)
    assert [[cell.text.paragraphs[0].plain for cell in row] for row in table.rows[1:]] == [["One", ""], ["Two", "2"]]
    assert write_pptx(built.deck)


@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        (["Name", "Sum"], "name: One, sum: 1"),
        (["Name", "Sum"], "Sum: 1, Name: One"),
        (["命令", "数"], "命令: One, 数: 1"),
    ],
)
def test_columns_may_be_just_words(columns: list[str], cells: str, tmp_path: Path) -> None:
    slide = f"layout: table\ntitle: T\ncolumns: [{', '.join(columns)}]\nrows: [{{cells: {{{cells}}}}}]"
    (table,) = tables(laid_out(tmp_path, slide).deck)
    assert [[cell.text.paragraphs[0].plain for cell in row] for row in table.rows] == [columns, ["One", "1"]]


def test_long_headings_make_a_wide_table_small_before_they_break(tmp_path: Path) -> None:
    words = ["Профилактика", "Защита", "Возмещение", "Данные", "Профсоюзы", "Пострадавшие", "Министерства"]
    columns = ", ".join(f"{{id: c{number}, heading: {word}}}" for number, word in enumerate(words))
    cells = ", ".join(f"c{number}: {10**number}" for number in range(len(words)))
    built = laid_out(tmp_path, f"layout: table\ntitle: T\ncolumns: [{columns}]\nrows: [{{id: r, cells: {{{cells}}}}}]")
    assert built.diagnostics == ()
    (table,) = tables(built.deck)
    assert table.rows[0][0].text.sizes[0] < 20


GROUPED = TABLES[0]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_cell_that_takes_several_columns_is_one_in_the_file(language: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, GROUPED, language=language)
    assert built.diagnostics == ()
    (table,) = tables(built.deck)
    assert [cell.span for cell in table.rows[1]] == [3, 0, 0]
    assert table.cell_widths(1) == (table.rect.width, 0, 0)
    assert len(table.rows[1][0].text.lines) == 1
    assert table.column_widths[0] < table.rect.width * 0.6, "its words make no column wide"
    opened = Presentation(io.BytesIO(write_pptx(built.deck)))
    (native,) = (shape.table for slide in opened.slides for shape in slide.shapes if shape.has_table)
    assert native.cell(1, 0).is_merge_origin
    assert native.cell(1, 0).span_width == 3
    assert native.cell(1, 1).is_spanned
    assert not native.cell(2, 0).is_merge_origin


JOINED = TABLES[1]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_cell_that_takes_several_rows_is_one_in_the_file(language: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, JOINED, language=language)
    assert built.diagnostics == ()
    (table,) = tables(built.deck)
    taken = [[cell.rows for cell in row] for row in table.rows[1:]]
    assert taken == [[3, 1, 2], [0, 1, 0], [0, 1, 1], [2, 1, 1], [0, 1, 1]]
    assert table.cell_heights(1)[0] == sum(table.row_heights[1:4])
    grounds = [row[1].fill for row in table.rows[1:]]
    assert grounds[0] == grounds[1] == grounds[2] != grounds[3] == grounds[4]
    data = write_pptx(built.deck)
    (page,) = Presentation(io.BytesIO(data)).slides
    (native,) = (shape.table for shape in page.shapes if shape.has_table)
    assert native.cell(1, 0).is_merge_origin
    assert native.cell(1, 0).span_height == 3
    assert native.cell(2, 0).is_spanned
    assert native.cell(4, 0).span_height == 2
    assert not native.cell(3, 2).is_spanned
    assert 'aria-rowspan="3"' in slide_svg(built.deck, built.deck.slides[0])
    assert inspect_pptx(data).remarks == ()


def test_a_cell_of_several_rows_stands_again_on_the_next_slide(tmp_path: Path) -> None:
    lines = [f"  - {{id: r{n}, cells: {{name: '^', figure: {n}_000_000}}}}\n" for n in range(2, 31)]
    first = "  - {id: r1, cells: {name: Africa, figure: 1_000_000}}\n"
    built = laid_out(tmp_path, f"{HEAD}rows:\n{first}{''.join(lines)}")
    assert built.diagnostics == ()
    shown = tables(built.deck)
    assert len(shown) > 1
    for table in shown:
        assert table.rows[1][0].text.paragraphs[0].plain == "Africa"
        assert table.rows[1][0].field == "rows.r1.cells.name"
        assert table.rows[1][0].rows == len(table.rows) - 1
        assert table.rect.bottom <= built.deck.theme.height * 80.5 / 90
    keys = [each.key for each in messages(read(tmp_path / "outline.yaml")[0])]
    assert [key for key in keys if ".rows." in key] == ["slide-1.rows.r1.cells.name"]


def test_a_cell_of_several_rows_that_says_much_makes_them_higher(tmp_path: Path) -> None:
    words = "In all of these countries, and for all of these years, nobody counted. " * 3
    slide = f"{HEAD}rows: [{{id: a, cells: {{name: '{words}', figure: 1}}}}, {{id: b, cells: {{name: ^, figure: 2}}}}]"
    (table,) = tables(laid_out(tmp_path, slide).deck)
    assert all(cell.text.fits for row in table.rows for cell in row)
    assert table.row_heights[1] < table.row_heights[2]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("{id: a, cells: {name: ^, figure: 1}}", "there is no row above"),
        ("{id: a, cells: {name: A, figure: 1}}, {id: b, cells: {name: ^, figure: ^}}", "says nothing of its own"),
        ("{id: a, span: 2, cells: {name: A}}, {id: b, cells: {name: ^, figure: 2}}", "takes one row"),
        ("{id: a, cells: {name: A, figure: 1}}, {id: b, span: 2, cells: {name: ^}}", "takes one row"),
    ],
)
def test_a_cell_that_goes_on_from_nothing_is_told(rows: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match=words):
        laid_out(tmp_path, f"{HEAD}rows: [{rows}]")


def test_rows_and_columns_stand_out(tmp_path: Path) -> None:
    (table,) = tables(laid_out(tmp_path, GROUPED).deck)
    strong = [[cell.text.body.levels[0].bold for cell in row] for row in table.rows[1:4]]
    assert strong == [[True, True, True], [False, True, False], [False, True, False]]


@pytest.mark.parametrize("count", [2, 40])
def test_a_remark_stands_right_under_its_table(count: int, tmp_path: Path) -> None:
    built = laid_out(tmp_path, f"{rows(count)}remark: Counted in 2021")
    assert built.diagnostics == ()
    for tree, table in zip(built.deck.slides, tables(built.deck), strict=True):
        (remark,) = (shape for shape in tree.shapes if shape.name == "Remark")
        assert 0 < remark.rect.top - table.rect.bottom < units(2)
        assert remark.rect.bottom <= units(80)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("rows: [{id: a, span: 3, cells: {name: A}}]", "invalid-value"),
        ("rows: [{id: a, span: 2, cells: {name: A, figure: 1}}]", "invalid-value"),
        ("rows: [{id: a, cells: {name: A}}]\nhighlight: [all]", "unknown-name"),
    ],
)
def test_what_has_no_place_in_the_table_is_told(fields: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as error:
        laid_out(tmp_path, f"{HEAD}{fields}")
    assert [finding.code for finding in error.value.diagnostics] == [code]


YEARS = """layout: table
title: Figures
columns:
  [{id: year, heading: Year}, {id: people, heading: People}, {id: then, heading: In 2019}, {id: euros, heading: €}]
rows:
  - {id: a, cells: {year: 2019, people: 1_850, then: 1_850, euros: 1_900}}
  - {id: b, cells: {year: ≈ 1863, people: 12_000, then: 1_900, euros: 2_000}}
  - {id: c, cells: {year: 2020-05, people: –, then: ^, euros: 2_100}}
"""


@pytest.mark.parametrize(
    ("language", "years", "amount"),
    [
        ("en", ["2019", "≈ 1863"], "1,850"),
        ("fr", ["2019", "≈ 1863"], "1\xa0850"),
        ("de", ["2019", "≈ 1863"], "1.850"),
        ("ar", ["2019", "≈ 1863"], "1,850"),
        ("ru", ["2019", "≈ 1863"], "1\xa0850"),
        ("zh", ["2019", "≈ 1863"], "1,850"),
        ("hi", ["2019", "≈ 1863"], "1,850"),
        ("fa", ["۲۰۱۹", "≈ ۱۸۶۳"], "۱٬۸۵۰"),
    ],
)
def test_a_column_of_years_is_written_as_years(language: str, years: list[str], amount: str, tmp_path: Path) -> None:
    """Amounts in one that has others, or whose heading has a year or a sign, stay amounts."""
    (table,) = tables(laid_out(tmp_path, YEARS, language=language).deck)
    shown = [[cell.text.paragraphs[0].plain.replace("≈\xa0", "≈ ") for cell in row] for row in table.rows[1:3]]
    assert [row[0] for row in shown] == years
    assert shown[0][1:3] == [amount, amount]
    assert shown[0][3] != "1900"


@pytest.mark.parametrize("others", ["'12,000'", "2_200", "1_499", "-1_850", "1850.5", "50%"])
def test_one_number_that_is_no_year_makes_amounts_of_a_column(others: str, tmp_path: Path) -> None:
    slide = f"{HEAD}rows:\n  - {{id: a, cells: {{name: A, figure: 1_850}}}}\n"
    (table,) = tables(laid_out(tmp_path, f"{slide}  - {{id: b, cells: {{name: B, figure: {others}}}}}\n").deck)
    assert table.rows[1][1].text.paragraphs[0].plain == "1,850"


@pytest.mark.parametrize(
    ("figures", "shown"),
    [
        (("1_850", "1_900"), ["1,850", "1,900"]),
        (("1_850", "1900"), ["1,850", "1,900"]),
        (("1850", "1900"), ["1850", "1900"]),
    ],
)
def test_whoever_parts_the_digits_of_one_says_that_these_are_amounts(
    figures: tuple[str, str], shown: list[str], tmp_path: Path
) -> None:
    rows = "".join(f"  - {{cells: {{name: A{at}, figure: {each}}}}}\n" for at, each in enumerate(figures))
    (table,) = tables(laid_out(tmp_path, f"{HEAD}rows:\n{rows}").deck)
    assert [row[1].text.paragraphs[0].plain for row in table.rows[1:]] == shown


@pytest.mark.parametrize(("cells", "side"), [("1, n/a, N/A, –", "end"), ("n/a, –, x", "start"), ("x, 1, –", "start")])
def test_cells_that_say_that_a_figure_is_not_known_leave_a_column_one_of_figures(
    tmp_path: Path, cells: str, side: str
) -> None:
    rows = ", ".join(f"{{cells: {{a: r{number}, b: {cell}}}}}" for number, cell in enumerate(cells.split(", ")))
    built = laid_out(tmp_path, f"layout: table\ntitle: T\ncolumns: [A, B]\nrows: [{rows}]")
    (table,) = (shape for shape in built.deck.slides[0].shapes if isinstance(shape, Table))
    assert {cells[1].text.body.levels[0].align for cells in table.rows} == {side}
