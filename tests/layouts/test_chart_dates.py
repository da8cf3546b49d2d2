"""Charts whose categories stand as far apart as their dates: which dates are named, and where the figures stand."""

from __future__ import annotations

import io
import subprocess
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pptx import Presentation

from deck.export.pptx import write_pptx
from deck.export.pptx.reader import read_pptx
from deck.ground.diagnostics import DeckError
from deck.languages.speech import LanguageSpeech
from deck.layouts.charts.data import Data
from deck.layouts.charts.dates import MOST, Units, are_dates
from deck.layouts.charts.spread import spread
from deck.model.charts import Chart
from deck.model.language import Language
from deck.model.shapes import Table
from deck.model.text import Text
from deck.model.units import points
from deck.pipeline.build import lay_out
from tests.export.packages import parts
from tests.export.test_record import as_record, remembered
from tests.outlines import laid_out, write_outline
from tests.render import to_pdfs
from tests.tools import required
from tests.validator import validate

NOUGHT = 100
"""So many EMU, a hundredth of a point, are none."""
LANGUAGES = ["en", "ar", "fr", "ja", "ru", "zh"]
SPANS = {
    "two years": ["2024-01", "2024-02", "2025-12"],
    "months from spring": ["2023-03", "2023-07", "2024-10"],
    "quarters": ["2021-11", "2023-02", "2023-05", "2025-08"],
    "thirty years of months": ["1994-02", "2001-11", "2024-03"],
    "months without a January": ["2024-02", "2024-03", "2024-06"],
    "ends of two months": ["2024-08-31", "2024-09-30"],
    "centuries": ["1807", "1926", "2024"],
    "some days": ["2019-05-01", "2019-06-17", "2019-09-02", "2019-12-20"],
    "ten days": ["2019-05-01", "2019-05-03", "2019-05-10"],
    "first days": ["2019-05-01", "2019-06-01", "2019-09-01", "2019-12-01"],
    "last days": ["2019-03-31", "2019-06-30", "2020-06-30"],
    "years of days": ["2019-05-01", "2019-05-07", "2020-05-29", "2021-06-08"],
    "decades of days": ["1994-05-06", "2012-07-13", "2024-06-10"],
    "years and a month": ["2008", "2010-05", "2012"],
}


def slide(dates: list[str], *, series: bool = False) -> str:
    head = "layout: chart\ntitle: T\nkind: line\nspacing: by-date\n"
    head += "series: [{id: a, name: Men}, {id: b, name: Women}]\n" if series else ""
    figures = [f"values: {{a: {3 + at}, b: {9 - at}}}" if series else f"value: {3 + at}" for at in range(len(dates))]
    entries = (f"  - {{label: '{day}', {figure}}}" for day, figure in zip(dates, figures, strict=True))
    return head + "categories:\n" + "\n".join(entries)


def charts(folder: Path, language: str, *slides: str) -> list[Chart]:
    built = laid_out(folder, *slides, language=language)
    # No language beside the six has the words for its alternative text.
    assert {each.code for each in built.diagnostics} <= {"untranslated"}
    return [shape for tree in built.deck.slides for shape in tree.shapes if isinstance(shape, Chart)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("series", [False, True])
def test_dates_are_named_on_one_line_that_has_room(language: str, series: bool, tmp_path: Path) -> None:
    names = list(SPANS)
    for name, shown in zip(
        names, charts(tmp_path, language, *(slide(SPANS[each], series=series) for each in names)), strict=True
    ):
        labels = sorted(shown.category_labels, key=lambda each: each.rect.left)
        assert len(labels) >= 2, name
        assert all(len(each.text.lines) == 1 and each.text.fits for each in labels), name
        size = labels[0].text.body.levels[0].size
        assert 14 <= size <= 20
        gaps = [points(other.rect.left - one.rect.right) for one, other in pairwise(labels)]
        assert min(gaps) >= size / 2, name
        assert labels[0].rect.left >= shown.rect.left - NOUGHT
        assert labels[-1].rect.right <= shown.rect.right + NOUGHT


@pytest.mark.parametrize("name", SPANS)
def test_points_stand_as_far_apart_as_their_dates(name: str, tmp_path: Path) -> None:
    (shown,) = charts(tmp_path, "en", slide(SPANS[name]))
    known = [at for at, value in enumerate(shown.series[0].values) if value is not None]
    assert len(known) == len(SPANS[name])
    days = [date.fromisoformat(f"{each}-01-01"[:10]) for each in SPANS[name]]
    for at, day in zip(known, days, strict=True):
        share = (day - days[0]) / (days[-1] - days[0])
        # Months are of one length, as they are on every axis.
        assert (at - known[0]) / (known[-1] - known[0]) == pytest.approx(share, abs=0.02)


def test_a_label_is_of_a_field_of_the_outline_or_of_none(tmp_path: Path) -> None:
    built = laid_out(tmp_path, slide(SPANS["two years"]))
    (shown,) = (shape for shape in built.deck.slides[0].shapes if isinstance(shape, Chart))
    fields = [each.field for each in shown.category_labels]
    assert fields.count(None) == len(fields) - 1
    assert fields[0] in next(iter(built.presentation.slides)).spans


def test_a_year_of_days_is_named_by_months_and_decades_by_years(tmp_path: Path) -> None:
    some, decades = charts(
        tmp_path, "en", slide(SPANS["years of days"], series=True), slide(SPANS["decades of days"], series=True)
    )
    assert [each.words for each in some.category_labels][:2] == ["Jul\xa02019", "Oct\xa02019"]
    assert [each.words for each in decades.category_labels][:2] == ["1996", "1998"]
    (centuries,) = charts(tmp_path, "en", slide(SPANS["centuries"]))
    assert [each.words for each in centuries.category_labels][:2] == ["1820", "1840"]


def test_the_workbook_has_each_day_beside_what_is_shown_of_it(tmp_path: Path) -> None:
    built = laid_out(tmp_path, slide(SPANS["some days"]), slide(SPANS["two years"]))
    data = write_pptx(built.deck)
    assert validate(data) == []
    books = sorted(name for name in parts(data) if name.endswith(".xlsx"))
    days, months = (load_workbook(io.BytesIO(parts(data)[name])).active for name in books)
    assert days
    assert months
    rows = {str(row[1]): row for row in days.iter_rows(min_row=2, values_only=True)}
    assert len(rows) == 234
    assert rows["2019-06-17"][:3] == ("Jun\xa017,\xa02019", "2019-06-17", 4)
    assert rows["2019-06-18"][:3] == (None, "2019-06-18", None)
    assert [str(row[0]) for row in months.iter_rows(min_row=2, max_row=4, values_only=True)] == [
        "Jan\xa02024",
        "Feb\xa02024",
        "Mar\xa02024",
    ]
    for tree in Presentation(io.BytesIO(data)).slides:
        (frame,) = (each for each in tree.shapes if each.has_chart)
        (plot,) = frame.chart.plots
        values = [value for value in plot.series[0].values if value is not None]
        assert values == [float(3 + at) for at in range(len(values))]
        assert len(values) >= 3


def test_a_deck_that_nobody_edited_is_read_as_it_remembers_itself(tmp_path: Path) -> None:
    data = write_pptx(laid_out(tmp_path, *(slide(each) for each in SPANS.values())).deck)
    assert tuple(map(as_record, read_pptx(data))) == remembered(data)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["May 2019", "2020"], "write `2019-05`"),
        (["soon", "2020"], "write a year, a month or a day: 2026, 2026-05 or 2026-05-31"),
        (["1800-01", "2020-01"], "write years only"),
        (["1994-05-01", "1994-05-02", "2020-06-30"], "1994-05-01 and 1994-05-02 are too near"),
        (["2020", "2020-01", "2020-05"], "2020-01 does not come after 2020"),
    ],
)
def test_who_writes_no_such_dates_is_told_what_to_write(dates: list[str], words: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, slide(dates))
    (found,) = caught.value.diagnostics
    assert words in f"{found.message} {found.hint}"


@example([date(2000, 1, 2), date(9997, 1, 1)])
@given(st.lists(st.dates(date(1000, 1, 1)), min_size=2, max_size=9, unique=True).map(sorted))
def test_days_have_their_places_in_order_or_are_told(days: list[date]) -> None:
    dates = [each.isoformat() for each in days]
    if not are_dates(dates):
        assert len(Units.of(dates).days) > MOST or len(set(Units.of(dates).at)) < len(days)
        return
    units = Units.of(dates)
    assert [units.days[at] for at in units.at] == days
    assert list(units.days) == sorted(set(units.days))
    # Months are of one length on such an axis.
    most = max(31, (days[-1] - days[0]) / timedelta(days=MOST))
    for at, day in zip(units.at, days, strict=True):
        share = (day - days[0]) / (days[-1] - days[0])
        assert abs(share - at / units.at[-1]) * ((days[-1] - days[0]).days) <= most


def test_a_date_alone_is_named(tmp_path: Path) -> None:
    for chart, words in zip(
        charts(tmp_path, "en", slide(["2024-05"]), slide(["2024"])), ["May\xa02024", "2024"], strict=True
    ):
        assert [each.words for each in chart.category_labels] == [words]


@given(st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), min_size=1, max_size=6, unique=True).map(sorted))
def test_any_dates_may_be_named_in_several_ways_each_in_order(days: list[date]) -> None:
    speech = LanguageSpeech(Language("en"), ())
    for dates in ([f"{day:%Y-%m}" for day in days], [f"{day}" for day in days], [f"{day:%Y}" for day in days]):
        if len(set(dates)) == len(dates) and are_dates(dates):
            data = Data(tuple(dates), tuple(map(Text.of, dates)), ())
            found = spread(data, dates, speech)
            assert len(found.labels) == len(found.days)
            for ticks in found.ticks:
                assert len(ticks.places) == len(ticks.labels) > 0
                assert list(ticks.places) == sorted(set(ticks.places))


@pytest.mark.external
def test_libreoffice_breaks_no_date(tmp_path: Path) -> None:
    # Only of very few days the dates in ideographs are broken: a day is wide then, and not wide enough.
    names = [each for each in SPANS if each != "ten days"]
    decks, wanted = {}, {}
    for language in ("en", "ru", "zh"):
        (folder := tmp_path / language).mkdir()
        built = laid_out(folder, *(slide(SPANS[each]) for each in names), language=language)
        decks[language] = write_pptx(built.deck)
        wanted[language] = [
            [label.words for shape in tree.shapes if isinstance(shape, Chart) for label in shape.category_labels]
            for tree in built.deck.slides
        ]
    pdftotext = required("pdftotext", "install poppler-utils")
    for language, pdf in zip(decks, to_pdfs(decks, tmp_path), strict=True):
        pages = subprocess.run(
            [pdftotext, "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60
        ).stdout.decode()
        for name, page, labels in zip(names, pages.split("\f"), wanted[language], strict=False):
            said = "\n".join("".join(line.split()) for line in page.splitlines())
            missing = [each for each in labels if "".join(each.split()) not in said]
            assert missing == [], f"{language}, {name}"


@pytest.mark.parametrize(
    ("language", "month", "day", "in_full"),
    [
        ("en", "Jan 2024", "May\xa01, 2019", "September 2, 2019"),
        ("ar", "يناير 2024", "\u200f1\xa0مايو 2019", "2 سبتمبر 2019"),
        ("zh", "2024/1", "2019/5/1", "2019年9月2日"),
        ("ru", "янв. 2024\xa0г.", "1\xa0мая 2019\xa0г.", "2 сентября 2019 г."),
    ],
)
def test_dates_are_named_as_the_language_writes_them_in_every_chart(
    language: str, month: str, day: str, in_full: str, tmp_path: Path
) -> None:
    months = [f"2024-{number:02}" for number in range(1, 13)]
    days = ["2019-05-01", "2019-09-02", "2020-01-31"]
    kinds = ("bar", "column", "line", "area", "waterfall")
    even = [
        slide(dates).replace("kind: line\nspacing: by-date", f"kind: {kind}")
        for kind in kinds
        for dates in (months, days)
    ]
    beside = even[1] + "\ntable: beside\norder: largest-first"
    noted = even[1] + "\ntable: notes"
    built = laid_out(tmp_path, *even, beside, noted, language=language)
    assert built.diagnostics == ()
    shown = [shape for tree in built.deck.slides for shape in tree.shapes if isinstance(shape, Chart)]
    assert {each.categories[0] for each in shown[: len(even) : 2]} == {month}
    assert {each.categories[0] for each in shown[1 : len(even) : 2]} == {day}
    # Said, and in tables, a day stands in full; its figure stays with it in any order.
    assert f"{in_full}" in shown[1].description.replace("\xa0", " ")
    (table,) = (shape for shape in built.deck.slides[-2].shapes if isinstance(shape, Table))
    cells = ["".join(run.text for each in row[0].text.paragraphs for run in each.runs) for row in table.rows]
    assert cells[2].replace("\xa0", " ") == in_full
    notes = "".join(run.text for each in built.deck.slides[-1].notes for run in each.runs).replace("\xa0", " ")
    assert in_full in notes


def test_years_and_other_words_stay_as_they_are_written(tmp_path: Path) -> None:
    for dates in (["2008", "2012"], ["2008-01", "Later"], ["2024-13", "2024-14"]):
        even = slide(dates).replace("spacing: by-date\n", "")
        (shown,) = (each for each in laid_out(tmp_path, even).deck.slides[0].shapes if isinstance(each, Chart))
        assert list(shown.categories) == dates
    mixed = slide(["2008", "2010-05"]).replace("spacing: by-date\n", "")
    (shown,) = (each for each in laid_out(tmp_path, mixed).deck.slides[0].shapes if isinstance(each, Chart))
    assert list(shown.categories) == ["2008", "May 2010"]


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (["2024-01", "2024-02", "2024-01"], [(18, "2024-01 stands twice")]),
        (
            ["2024-5", "Once", "2024-03", "2024-02", "2024-04"],
            [(16, "write `2024-05`"), (17, "a year, a month or a day"), (19, "2024-02 does not come after 2024-03")],
        ),
        (["5/2024"], [(16, "write `2024-05`")]),
        (["2020", "2020-01"], [(17, "both begin on one day")]),
        # Two days of one month, or of one year, cannot be told apart by months, or by years.
        (["1994-05-01", "1994-05-02", "2020-06-30"], [(15, "show a part of the time")]),
        (["1994-05-31", "1994-06-01", "2020-06-30"], [(15, "write months only")]),
        (["1800-05-31", "1801-06-01", "2020-06-30", "2020-07-01"], [(15, "show a part of the time")]),
        (["1800-01", "1950-02", "2020-01"], [(15, "write years only")]),
        (["1800-01", "1800-02", "2020-01"], [(15, "show a part of the time")]),
    ],
)
def test_each_date_that_has_no_place_is_told_where_it_stands(
    dates: list[str], told: list[tuple[int, str]], tmp_path: Path
) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, slide(dates))
    found = caught.value.diagnostics
    assert len(found) == len(told)
    for each, (_, words) in zip(found, told, strict=True):
        assert each.span
        assert words in f"{each.message} {each.hint}"
    lines = [each.span.line for each in found if each.span]
    assert [line - lines[0] for line in lines] == [line - told[0][0] for line, _ in told]


@pytest.mark.parametrize("column", ["day", "month"])
def test_dates_of_a_list_stand_as_those_of_an_outline(column: str, tmp_path: Path) -> None:
    typed = {"day": ["2024-01-31", "2024-03-31", "2025-12-31"], "month": ["2024-01", "2024-03", "2025-12"]}[column]
    (tmp_path / "dates.csv").write_text("".join([f"{column},v\n", *(f"{each},{3 + at}\n" for at, each in
                                        enumerate(typed))]), "utf-8")  # fmt: skip
    head = "layout: chart\ntitle: T\nkind: line\nspacing: by-date\n"
    listed = f"{head}categories: {{list: dates, label: {column}, value: v}}"
    outline = write_outline(tmp_path, slide(typed), listed, language="fr")
    words = outline.read_text("utf-8").replace("\nsections:", "\nlists:\n  dates: {table: dates.csv}\nsections:")
    outline.write_text(words, encoding="utf-8")
    one, other = [shape for tree in lay_out(outline).deck.slides for shape in tree.shapes if isinstance(shape, Chart)]
    assert one.categories == other.categories
    assert one.description.partition(". ")[2] == other.description.partition(". ")[2] != ""


@pytest.mark.parametrize("kind", ["column", "waterfall"])
@pytest.mark.parametrize(
    ("language", "months", "days"),
    [
        ("en", ["Jan\n2024", "Feb\n2024"], ["Mar\n30\n2024", "31", "Apr 1", "2"]),
        ("ar", ["1\n2024", "2"], ["\u200f30\nمارس\n2024", "31", "\u200f1\nأبريل", "2"]),
        ("zh", ["1月\n2024", "2月"], ["3月\n30日\n2024", "31日", "4月\n1日", "2日"]),
        ("ru", ["янв.\n2024\xa0г.", "февр.\n2024\xa0г."], ["30\nмар.\n2024", "31", "1 апр.", "2"]),
    ],
)
def test_columns_on_a_narrow_slide_name_their_dates_in_fewer_words(
    language: str, months: list[str], days: list[str], kind: str, tmp_path: Path
) -> None:
    """All have room; the year is told with the first, and where another begins."""
    (tmp_path / "narrow.yaml").write_text("extends: alliance\nsize: 4:3\n", encoding="utf-8")
    year = [f"2024-{number:02}" for number in range(1, 13)]
    fortnight = [(date(2024, 3, 30) + timedelta(number)).isoformat() for number in range(14)]
    slides = [slide(dates).replace("kind: line\nspacing: by-date", f"kind: {kind}") for dates in (year, fortnight)]
    path = write_outline(tmp_path, *slides, language=language)
    path.write_text(path.read_text(encoding="utf-8").replace("theme: alliance", "theme: narrow.yaml"), encoding="utf-8")
    built = lay_out(path)
    assert built.diagnostics == ()
    of_year, of_days = (shape for tree in built.deck.slides for shape in tree.shapes if isinstance(shape, Chart))
    assert [each.words for each in of_year.labels][: len(months)] == months
    assert [each.words for each in of_days.labels][: len(days)] == days


def test_dates_in_another_order_keep_their_years(tmp_path: Path) -> None:
    (tmp_path / "narrow.yaml").write_text("extends: alliance\nsize: 4:3\n", encoding="utf-8")
    year = [f"2024-{number:02}" for number in range(1, 13)]
    shown = slide(year).replace("kind: line\nspacing: by-date", "kind: column\norder: largest-first")
    path = write_outline(tmp_path, shown, language="zh")
    path.write_text(path.read_text(encoding="utf-8").replace("theme: alliance", "theme: narrow.yaml"), encoding="utf-8")
    (drawn,) = (shape for tree in lay_out(path).deck.slides for shape in tree.shapes if isinstance(shape, Chart))
    assert all(each.startswith("2024/") for each in drawn.categories)
