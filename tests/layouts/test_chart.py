"""Charts as slides: what is drawn of what, in which words, and what cannot be drawn."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from deck.export.pptx import write_pptx
from deck.export.pptx.reader import read_pptx
from deck.export.svg import slide_svg
from deck.ground.diagnostics import DeckError
from deck.layouts import LAYOUTS
from deck.layouts.charts.axis import round_axis
from deck.layouts.charts.colours import muted
from deck.layouts.frame.furniture import ACCENTS, WHITE
from deck.model.charts import Chart
from deck.model.contrast import contrast
from deck.model.shapes import Table, TextBox
from deck.pipeline.build import Built, lay_out
from tests.export.packages import Part, parts
from tests.export.test_record import as_record, remembered
from tests.outlines import laid_out, write_outline
from tests.validator import validate

HEAD = "layout: chart\ntitle: T\n"
REGIONS = "categories: [{label: Asia, value: 15_100_000}, {label: Africa, value: 3_800_000}, {label: Oceania}]\n"
SERIES = "series: [{id: a, name: Men}, {id: b, name: Women}]\n"
TWO = "categories: [{label: Asia, values: {a: 3, b: 1}}, {label: Africa, values: {a: 2, b: 2}}]\n"


def chart(built: Built) -> Chart:
    (found,) = (shape for tree in built.deck.slides for shape in tree.shapes if isinstance(shape, Chart))
    return found


def words(shown: Chart) -> list[str | None]:
    return [label and label.words for label in shown.series[0].labels]


@pytest.mark.parametrize(
    ("language", "figures", "description"),
    [
        (
            "en",
            ["15.1\xa0million", "3.8\xa0million", None],
            "Bar chart: T. Asia: 15.1\xa0million; Africa: 3.8\xa0million; Oceania: no data.",
        ),
        (
            "fr",
            ["15,1\xa0millions", "3,8\xa0millions", None],
            "Graphique à barres\xa0: T. Asia\xa0: 15,1\xa0millions\xa0; Africa\xa0: 3,8\xa0millions\xa0; "
            "Oceania\xa0: données non disponibles.",
        ),
        (
            "ar",
            ["15.1\xa0مليون", "3.8\xa0مليون", None],
            "مخطط شريطي: T. Asia: 15.1\xa0مليون؛ Africa: 3.8\xa0مليون؛ Oceania: لا تتوفر بيانات.",
        ),
        ("zh", ["1510万", "380万", None], "条形图：T。Asia：1510万；Africa：380万；Oceania：无数据。"),
    ],
)
def test_figures_and_alternative_text_are_in_the_language(
    language: str, figures: list[str | None], description: str, tmp_path: Path
) -> None:
    built = laid_out(tmp_path, HEAD + REGIONS, language=language)
    assert built.diagnostics == ()
    assert words(chart(built)) == figures
    assert chart(built).description == description


def test_a_long_series_is_told_by_its_course(tmp_path: Path) -> None:
    years = ", ".join(f'{{label: "{2000 + at}", value: {(at - 7) ** 2 + 3}}}' for at in range(20))
    built = laid_out(tmp_path, f"{HEAD}kind: line\ncategories: [{years}]")
    assert chart(built).description == (
        "Line chart: T. from 2000 (52) to 2019 (147); lowest 2007 (3), highest 2019 (147)."
    )


def test_facts_units_and_figures_in_words_are_drawn(tmp_path: Path) -> None:
    slide = f"{HEAD}categories: [{{label: A, value: '{{partners}}'}}, {{label: B, value: ≈ 49.6 million}}]"
    built = laid_out(tmp_path, slide)
    assert chart(built).series[0].values == (400, 49_600_000)
    assert words(chart(built)) == ["400", "≈ 49.6 million"]
    built = laid_out(tmp_path, f'{HEAD}unit: "%"\ncategories: [{{label: A, value: 12.5}}]', language="fr")
    assert words(chart(built)) == ["12,5\xa0%"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("categories: [{label: A}]", "missing-field"),
        ("categories: [{label: A, value: many}]", "invalid-value"),
        (f"{SERIES}categories: [{{label: A, value: 1}}]", "invalid-value"),
        (f"{SERIES}categories: [{{label: A, values: {{c: 1}}}}]", "unknown-field"),
        ("categories: [{label: A, values: {c: 1}}]", "invalid-value"),
        (f"{REGIONS}highlight: [asai]", "unknown-name"),
        (f"{REGIONS}stacking: stacked", "invalid-value"),
        (f"{REGIONS}kind: scatter", "invalid-value"),
        (f"{REGIONS}kind: combined", "invalid-value"),
        (f"{REGIONS}up: Income", "invalid-value"),
        (f"{SERIES}{TWO}kind: doughnut", "invalid-value"),
        (f"{SERIES}{TWO}kind: area", "invalid-value"),
        (f"{SERIES}{TWO}kind: line\nstacking: stacked", "invalid-value"),
        ("kind: doughnut\ncategories: [{label: A, value: -1}, {label: B, value: 2}]", "invalid-value"),
        (f"categories: [{', '.join(f'{{label: L{at}, value: 1}}' for at in range(25))}]", "too-many"),
        ("categories: [{label: A, value: 1, x: 2}]", "invalid-value"),
        ("categories: [{label: A, value: 1, low: 2, high: 3}]", "invalid-value"),
        ("categories: [{label: A, value: 4, low: 2, high: 3}]", "invalid-value"),
        ("categories: [{label: A, value: 1, low: about, high: 3}]", "invalid-value"),
        ("categories: [{label: A, value: 1, low: 0.5}]", "missing-field"),
        ("categories: [{label: A, value: 1}, {label: B, low: 1, high: 2}]", "missing-field"),
        ("categories: [{label: A, value: 1, lows: {c: 0}, highs: {c: 2}}]", "invalid-value"),
        (f"{SERIES}categories: [{{label: A, values: {{a: 1}}, lows: {{c: 0}}, highs: {{c: 1}}}}]", "unknown-field"),
        ("kind: waterfall\ncategories: [{label: A, value: 2, low: 1, high: 3}]", "invalid-value"),
        ("kind: doughnut\ncategories: [{label: A, value: 2, low: 1, high: 3}]", "invalid-value"),
        ("kind: area\ncategories: [{label: A, value: 2}, {label: B}, {label: C, value: 4}]", "missing-field"),
        ("kind: area\ncategories: [{label: A, value: 2}, {label: B, value: –}]", "missing-field"),
        (
            f"{SERIES}kind: area\nstacking: stacked\ncategories: "
            "[{label: A, values: {a: 2, b: 1}}, {label: B, values: {a: 2}}]",
            "missing-field",
        ),
        *(
            (f"{SERIES}kind: {kind}\nstacking: {stacking}\ncategories: [{{label: A, values: {{a: 2{b}}}}}]", code)
            for kind in ("bar", "column")
            for stacking in ("stacked", "100%")
            for b, code in (("", "missing-field"), (", b: –", "missing-field"))
        ),
        ("kind: doughnut\ncategories: [{label: A, value: 2}, {label: B}]", "missing-field"),
    ],
)
def test_what_cannot_be_drawn_is_told_at_its_place(fields: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, HEAD + fields)
    (found,) = {(each.code, each.span and each.span.path) for each in caught.value.diagnostics}
    assert found == (code, str(tmp_path / "outline.yaml"))


@pytest.mark.parametrize("stacking", ["stacked", "100%"])
def test_a_stack_of_which_nothing_is_known_says_nothing_false(stacking: str, tmp_path: Path) -> None:
    categories = "categories: [{label: A, values: {a: 2, b: 1}}, {label: B}]"
    built = laid_out(tmp_path, f"{HEAD}{SERIES}stacking: {stacking}\n{categories}")
    assert [each.values for each in chart(built).series] == [(2, None), (1, None)]


@pytest.mark.parametrize(
    ("kind", "count", "other"), [("doughnut", 14, "bar"), ("doughnut", 30, None), ("column", 30, "line")]
)
def test_too_many_categories_are_shown_the_chart_that_has_room_for_them(
    kind: str, count: int, other: str | None, tmp_path: Path
) -> None:
    categories = ", ".join(f"{{label: L{at}, value: 1}}" for at in range(count))
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, f"{HEAD}kind: {kind}\ncategories: [{categories}]")
    (found,) = caught.value.diagnostics
    assert re.findall(r"kind: (\w+)", found.hint or "") == ([other] if other else [])
    if other:
        assert chart(laid_out(tmp_path, f"{HEAD}kind: {other}\ncategories: [{categories}]"))


def test_limits_are_told_as_they_were_written(tmp_path: Path) -> None:
    categories = "categories: [{label: A, value: 3 million, low: 4 million, high: 5_000_000}]"
    with pytest.raises(DeckError, match="`low` is 4 million, and `value` 3 million"):
        laid_out(tmp_path, HEAD + categories)
    categories = "categories: [{label: A, value: 3 million, low: 2 million, high: 2_500_000}]"
    with pytest.raises(DeckError, match="`value` is 3 million, and `high` 2,500,000"):
        laid_out(tmp_path, HEAD + categories)


@pytest.mark.parametrize("figure", ["900 k", "2.5M", "2.5 M", "3 b"])
def test_a_scale_that_may_be_two_is_told(figure: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="and “"):
        laid_out(tmp_path, f"{HEAD}categories: [{{label: A, value: 3 million}}, {{label: B, value: {figure}}}]")


def test_the_largest_may_stand_first_and_the_unknown_last(tmp_path: Path) -> None:
    categories = "categories: [{label: A}, {label: B, value: 1}, {label: C, value: 3}]"
    assert chart(laid_out(tmp_path, f"{HEAD}order: largest-first\n{categories}")).categories == ("C", "B", "A")


def test_what_is_highlighted_stands_out_from_what_is_grey(tmp_path: Path) -> None:
    built = laid_out(tmp_path, f"{HEAD}{REGIONS}highlight: [africa]")
    theme, shown = built.deck.theme, chart(built).series[0]
    assert shown.colour == muted(theme)
    assert [shown.colour_of(at) for at in range(3)] == [muted(theme), ACCENTS[0], muted(theme)]
    bold = [label and label.text.body.levels[0].bold for label in shown.labels]
    assert bold == [False, True, None]


def test_every_colour_is_seen_on_the_ground(tmp_path: Path) -> None:
    theme = laid_out(tmp_path, HEAD + REGIONS).deck.theme
    assert all(contrast(theme.rgb(each), theme.rgb(WHITE)) >= 3 for each in (*ACCENTS, muted(theme)))


@pytest.mark.parametrize(("kind", "stacking"), [("bar", "stacked"), ("column", "100%"), ("area", "stacked")])
def test_neighbours_are_parted_by_the_ground(kind: str, stacking: str, tmp_path: Path) -> None:
    shown = chart(laid_out(tmp_path, f"{HEAD}kind: {kind}\nstacking: {stacking}\n{SERIES}{TWO}"))
    assert shown.edge
    assert shown.edge.colour == WHITE


def test_the_figures_stand_once_more_where_that_is_wanted(tmp_path: Path) -> None:
    built = laid_out(tmp_path, f"{HEAD}{SERIES}{TWO}table: beside")
    (table,) = (shape for shape in built.deck.slides[0].shapes if isinstance(shape, Table))
    assert [[" ".join(p.plain for p in cell.text.paragraphs) for cell in row] for row in table.rows] == [
        ["Category", "Men", "Women"],
        ["Asia", "3", "1"],
        ["Africa", "2", "2"],
    ]
    built = laid_out(tmp_path, f"{HEAD}{SERIES}{TWO}table: notes\nnotes: Say it.")
    assert [paragraph.plain for paragraph in built.deck.slides[0].notes] == [
        "Say it.",
        "T",
        "Asia: Men: 3; Women: 1",
        "Africa: Men: 2; Women: 2",
    ]


def test_a_bar_without_a_figure_says_so(tmp_path: Path) -> None:
    shapes = laid_out(tmp_path, HEAD + REGIONS, language="ru").deck.slides[0].shapes
    said = [shape.text.paragraphs[0].plain for shape in shapes if isinstance(shape, TextBox)]
    assert "нет данных" in said


@pytest.mark.parametrize(
    ("figures", "from_nought", "expected"),
    [
        ([3, 12], True, (0, 12.5, 2.5)),
        ([-4, 9], True, (-5, 10, 5)),
        ([950, 1000], False, (950, 1000, 10)),
        ([0.1, 0.25], True, (0, 0.25, 0.05)),
        ([], True, (0, 1, 0.2)),
        ([7], False, (0, 8, 2)),
    ],
)
def test_an_axis_is_round(figures: list[float], from_nought: bool, expected: tuple[float, float, float]) -> None:
    axis = round_axis(figures, from_nought=from_nought)
    assert (axis.low, axis.high, axis.step) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", '[>=1000000]#","000","000;[>=1000]#","000;0'),
        ("fr", '[>=1000000]#"\xa0"000"\xa0"000;[>=1000]#"\xa0"000;0'),
        ("es", '[>=1000000]#"."000"."000;[>=10000]#0"."000;0'),
    ],
)
def test_an_axis_s_figures_are_the_language_s_on_every_machine(language: str, expected: str, tmp_path: Path) -> None:
    lines = (
        f"kind: line\n{SERIES}categories: [{{label: X, values: {{a: 12_500, b: 800}}}}, {{label: Y, values: {{a: 1}}}}]"
    )
    shown = chart(laid_out(tmp_path, HEAD + lines, language=language))
    assert shown.axis.number_format == expected


@pytest.mark.parametrize(
    ("language", "figures", "expected"),
    [
        ("en", "-2_000, 1_500", '#","000;"-"#","000;0'),
        ("en", "-3, 4", '0;"-"0;0'),
        ("fr", "-2_000, 3_000", '#"\xa0"000;"-"#"\xa0"000;0'),
        ("en", "-400, 1_500", '#,##0;"-"#,##0;0'),
        ("en", "-2_000_000, -100", '#,##0;"-"#,##0;0'),
    ],
)
def test_an_axis_below_nought_has_its_sign(language: str, figures: str, expected: str, tmp_path: Path) -> None:
    low, high = figures.split(", ")
    first, last = f"{{label: X, values: {{a: {low}, b: 0}}}}", f"{{label: Y, values: {{a: {high}}}}}"
    lines = f"kind: line\n{SERIES}categories: [{first}, {last}]"
    shown = chart(laid_out(tmp_path, HEAD + lines, language=language))
    assert shown.axis.number_format == expected


def test_a_line_s_lowest_figure_stands_over_the_categories(tmp_path: Path) -> None:
    for figures in ([-2000, 500, 1500], [500, -20, 70], [950, 980, 1000]):
        listed = ", ".join(f"{{label: L{at}, value: {figure}}}" for at, figure in enumerate(figures))
        shown = chart(laid_out(tmp_path, f"{HEAD}kind: line\ncategories: [{listed}]"))
        top = min(label.rect.top for label in shown.category_labels)
        assert all(label.rect.bottom <= top for label in shown.series[0].labels if label)


@pytest.mark.parametrize("count", [1, 2, 5, 12, 24])
@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_few_and_many_are_laid_out_within_the_body(kind: str, count: int, tmp_path: Path) -> None:
    listed = ", ".join(f"{{label: L{at}, value: {at + 1}}}" for at in range(count))
    built = laid_out(tmp_path, f"{HEAD}kind: {kind}\ncategories: [{listed}]")
    assert built.diagnostics == ()
    grid = built.deck.theme.grid
    for label in chart(built).labels:
        rect = label.rect
        assert rect.left >= 0
        assert rect.right <= built.deck.theme.width
        assert rect.bottom <= round((grid.footer_rule) * 76_200)


def test_its_other_names_lead_to_it() -> None:
    assert "pie-chart" in LAYOUTS["chart"].also


@pytest.mark.parametrize(
    ("language", "unit", "wanted"),
    [
        ("en", "", ["1,200,000", "120,000"]),
        ("en", "hectares", ["1,200,000 hectares", "120,000 hectares"]),
        ("ru", "", ["1 200 000", "120 000"]),
        ("zh", "", ["1,200,000", "120,000"]),
    ],
)
def test_all_figures_are_in_one_notation(language: str, unit: str, wanted: list[str], tmp_path: Path) -> None:
    figures = "categories: [{label: A, value: 1_200_000}, {label: B, value: 120_000}]"
    slide = f"layout: chart\ntitle: T\n{f'unit: {unit}' if unit else ''}\n{figures}"
    (chart,) = (
        shape
        for shape in laid_out(tmp_path, slide, language=language).deck.slides[0].shapes
        if isinstance(shape, Chart)
    )
    assert [label.words.replace("\xa0", " ") for label in chart.series[0].labels if label] == wanted
    assert all(words in chart.description.replace("\xa0", " ") for words in wanted)


def test_figures_that_all_have_a_word_for_millions_keep_it(tmp_path: Path) -> None:
    slide = "layout: chart\ntitle: T\ncategories: [{label: A, value: 1_200_000}, {label: B, value: 50_000_000}]"
    (chart,) = (shape for shape in laid_out(tmp_path, slide).deck.slides[0].shapes if isinstance(shape, Chart))
    assert [label.words for label in chart.series[0].labels if label] == ["1.2\xa0million", "50\xa0million"]


STEEP = [
    ([10, 50.5, 99.2, 160.1, 260], " million"),
    ([260, 160.1, 99.2, 50.5, 10], " million"),
    ([10, 168, 152, 260, 20, 25, 150, 290], ""),
    ([9, 0, 8], " million"),
]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("numbers", "unit"), STEEP)
def test_no_figure_at_a_point_is_crossed_by_its_line(
    numbers: list[float], language: str, unit: str, tmp_path: Path
) -> None:
    """Nor lies it on a category, or on another figure."""
    categories = ", ".join(f"{{label: {2000 + at}, value: '{each}{unit}'}}" for at, each in enumerate(numbers))
    made = chart(laid_out(tmp_path, f"{HEAD}kind: line\ncategories: [{categories}]", language=language))
    labels = [each for each in made.series[0].labels if each]
    count, (low, high), plot = len(numbers), (made.axis.low, made.axis.high), made.plot
    middles = [plot.left + plot.width * (at + 0.5) / count for at in range(count)]
    middles = middles[::-1] if language == "ar" else middles
    places = [
        (x, plot.bottom - plot.height * (each - low) / (high - low)) for x, each in zip(middles, numbers, strict=True)
    ]
    for at, label in enumerate(labels):
        others = (*labels[:at], *labels[at + 1 :], *made.category_labels)
        assert not any(label.rect.meets(each.rect) for each in others)
        for one, other in pairwise(places):
            on_line = (
                (one[0] + (other[0] - one[0]) * part / 99, one[1] + (other[1] - one[1]) * part / 99)
                for part in range(100)
            )
            assert not any(
                label.rect.left < x < label.rect.right and label.rect.top < y < label.rect.bottom for x, y in on_line
            )


BY_DATE = HEAD + "kind: line\nspacing: by-date\n"
LINES = "kind: line\nspacing: by-date\n"
YEARS = "categories: [{label: '2000', value: 246}, {label: '2008', value: 215}, {label: '2012', value: 168}]"
MONTHS = "categories: [{label: 2024-01, value: 3}, {label: 2024-04, value: 9}, {label: 2025-01, value: 5}]"


@pytest.mark.parametrize("language", ["en", "ar", "zh", "ru"])
def test_years_stand_as_far_apart_as_they_are(language: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, BY_DATE + YEARS, language=language)
    assert built.diagnostics == ()
    shown = chart(built)
    assert len(shown.categories) == 13
    assert [at for at, value in enumerate(shown.series[0].values) if value is not None] == [0, 8, 12]
    middles = [label.rect.left + label.rect.width / 2 for label in shown.series[0].labels if label]
    far, near = abs(middles[1] - middles[0]), abs(middles[2] - middles[1])
    assert far == pytest.approx(2 * near, rel=0.01)
    # Every fourth year has a label, and so all that have a figure.
    assert shown.skip == 4
    assert "2004" not in shown.description
    assert "2008" in shown.description


def test_lines_go_on_over_what_is_between_dates(tmp_path: Path) -> None:
    built = laid_out(tmp_path, BY_DATE + YEARS)
    (path,) = re.findall(r'<path d="(M[^"]*)" fill="none"', slide_svg(built.deck, built.deck.slides[0]))
    assert (path.count("M"), path.count("L")) == (1, 2)
    data = write_pptx(built.deck)
    part = Part(data, "ppt/charts/chart1.xml")
    assert part.one("//c:dispBlanksAs").get("val") == "span"
    (frame,) = (shape for shape in Presentation(io.BytesIO(data)).slides[0].shapes if shape.has_chart)
    assert [str(each) for each in frame.chart.plots[0].categories][:9:4] == ["2000", "2004", "2008"]
    assert [value for value in frame.chart.plots[0].series[0].values if value is not None] == [246, 215, 168]


@pytest.mark.parametrize(
    ("language", "name", "shown_name"),
    # Ideographs would be broken where a category ends.
    [("en", "Apr 2024", "Apr 2024"), ("fr", "avr. 2024", "avr. 2024"), ("zh", "2024年4月", "4月")],
)
def test_months_are_named_as_the_language_names_them(language: str, name: str, shown_name: str, tmp_path: Path) -> None:
    shown = chart(laid_out(tmp_path, BY_DATE + MONTHS, language=language))
    assert len(shown.categories) == 13
    assert shown.categories[3].replace("\N{NO-BREAK SPACE}", " ") == shown_name
    assert name in shown.description.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("kind: column\nspacing: by-date\n" + YEARS, "invalid-value"),
        (LINES + "categories: [{label: Once, value: 1}]", "unknown-date"),
        (LINES + "categories: [{label: 2024-01-32, value: 1}]", "unknown-date"),
        (
            LINES + "categories: [{label: '2024', value: 1}, {label: '2020', value: 1}]",
            "invalid-value",
        ),
        (
            # Both begin on one day.
            LINES + "categories: [{label: '2024', value: 1}, {label: 2024-01, value: 1}, {label: 2024-02, value: 3}]",
            "invalid-value",
        ),
        (
            LINES + "categories: [{label: 1800-01, value: 1}, {label: 2020-01, value: 1}]",
            "too-many",
        ),
        (
            LINES
            + "categories: [{label: 1994-05-01, value: 1}, {label: 1994-05-02, value: 2}, {label: '2020', value: 1}]",
            "too-many",
        ),
    ],
)
def test_what_has_no_place_by_date_is_told(fields: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, HEAD + fields)
    assert [each.code for each in caught.value.diagnostics] == [code]


RANGES = """
categories:
  - {label: Asia, value: 15.1, low: 12.9, high: 17.8}
  - {label: Loss, value: -2, low: -3, high: -1}
  - {label: Arab States, value: 0.9}
"""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_figures_stand_beyond_their_error_bars(language: str, tmp_path: Path) -> None:
    plain = chart(laid_out(tmp_path, f"{HEAD}categories: [{{label: A, value: 15.1}}]", language=language))
    assert plain.series[0].error_bars is None
    shown = chart(laid_out(tmp_path, HEAD + RANGES, language=language))
    (series,) = shown.series
    assert series.error_bars
    assert series.error_bars.lows == (12.9, -3, None)
    assert series.error_bars.above(series.values) == (2.7, 1, None)
    assert series.error_bars.below(series.values) == (2.2, 1, None)
    assert shown.axis.low < -3 < 17.8 <= shown.axis.high

    def at(figure: float) -> float:
        share = (figure - shown.axis.low) / (shown.axis.high - shown.axis.low)
        plot = shown.plot
        return plot.right - share * plot.width if language == "ar" else plot.left + share * plot.width

    beyond, below, usual = series.labels
    assert beyond
    assert below
    assert usual
    assert usual.moved == (0, 0)
    if language == "ar":
        assert beyond.rect.right < at(17.8)
        assert below.rect.left > at(-3)
        assert beyond.moved[0] < 0 < below.moved[0]
    else:
        assert beyond.rect.left > at(17.8)
        assert below.rect.right < at(-3)
        assert below.moved[0] < 0 < beyond.moved[0]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "15.1 (12.9 to 17.8)"),
        ("ar", "15.1 (من 12.9 إلى 17.8)"),
        ("zh", "15.1（12.9至17.8）"),
        ("ru", "15,1 (от 12,9 до 17,8)"),
    ],
)
def test_a_range_is_told_in_words(language: str, said: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, f"{HEAD}{RANGES}table: notes", language=language)
    assert said in chart(built).description
    assert any(said in paragraph.plain for paragraph in built.deck.slides[0].notes)


@pytest.mark.parametrize("kind", ["bar", "column", "line", "scatter"])
def test_error_bars_are_native_and_reckoned_in_the_workbook(kind: str, tmp_path: Path) -> None:
    x = "x: 2, " if kind == "scatter" else ""
    source = (
        f"{HEAD}kind: {kind}\ncategories: [{{{x}label: A, value: 3, low: 2.5, high: 4}}, {{{x}label: B, value: 1}}]"
    )
    data = write_pptx(laid_out(tmp_path, source).deck)
    part = Part(data, "ppt/charts/chart1.xml")
    assert part.one("//c:errBars/c:errValType").get("val") == "cust"
    assert [each.text for each in part.find("//c:errBars/c:plus//c:v | //c:errBars/c:minus//c:v")] == ["1.0", "0.5"]
    sheet = load_workbook(io.BytesIO(parts(data)["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"])).active
    assert sheet is not None
    cells = {str(cell.value): cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
    (plus,), (minus,) = (part.find(f"//c:errBars/c:{name}//c:f") for name in ("plus", "minus"))
    values = part.one("//c:ser/c:yVal//c:f | //c:ser/c:val//c:f")
    column = (values.text or "")[len("Sheet1!$") :][0]
    low, high = cells["2.5"].column_letter, cells["4"].column_letter
    assert sheet[f"{(plus.text or '')[8]}2"].value == f"={high}2-{column}2"
    assert sheet[f"{(minus.text or '')[8]}2"].value == f"={column}2-{low}2"
    assert sheet[f"{(plus.text or '')[8]}3"].value is None
    assert validate(data) == []


def test_a_list_s_columns_are_drawn_as_error_bars(tmp_path: Path) -> None:
    (tmp_path / "figures.csv").write_text("label,value,low,high\nAsia,15.1,12.9,17.8\nAfrica,3.8,,\n", encoding="utf-8")
    path = write_outline(tmp_path, f"{HEAD}categories: {{list: figures}}")
    path.write_text(
        path.read_text("utf-8").replace("sections:", "lists: {figures: {table: figures.csv}}\nsections:"), "utf-8"
    )
    built = lay_out(path)
    assert built.diagnostics == ()
    bars = chart(built).series[0].error_bars
    assert bars
    assert (bars.lows, bars.highs) == ((12.9, None), (17.8, None))


def test_series_take_their_limits_from_the_columns_that_are_named(tmp_path: Path) -> None:
    (tmp_path / "figures.csv").write_text("label,men,women,least,most\nAsia,3,2,2,5\n", encoding="utf-8")
    reference = "{list: figures, values: {a: men, b: women}, lows: {a: least}, highs: {a: most}}"
    path = write_outline(tmp_path, f"{HEAD}{SERIES}categories: {reference}")
    lists = "lists: {figures: {table: figures.csv}}\nsections:"
    path.write_text(path.read_text("utf-8").replace("sections:", lists), "utf-8")
    built = lay_out(path)
    assert built.diagnostics == ()
    men, women = chart(built).series
    assert men.error_bars
    assert (men.error_bars.lows, men.error_bars.highs, women.error_bars) == ((2,), (5,), None)


def test_a_list_that_could_not_be_read_is_told_once(tmp_path: Path) -> None:
    path = write_outline(tmp_path, f"{HEAD}categories: {{list: figures}}")
    path.write_text(path.read_text("utf-8").replace("sections:", "lists: {figures: 7}\nsections:"), "utf-8")
    with pytest.raises(DeckError) as caught:
        lay_out(path)
    assert {each.span and each.span.line for each in caught.value.diagnostics} == {11}


def test_the_word_that_there_is_no_figure_may_take_two_lines_over_a_narrow_place(tmp_path: Path) -> None:
    columns = "".join(f"{{label: {name}, value: 9}}, " for name in "ABC")
    built = laid_out(tmp_path, f"{HEAD}kind: column\ncategories: [{columns}{{label: D}}]\n", language="fr")
    (word,) = (shape for shape in built.deck.slides[0].shapes if shape.name == "No figure")
    assert isinstance(word, TextBox)
    assert len(word.text.lines) == 2
    assert word.text.fits
    plot = chart(built).plot
    assert word.rect.bottom <= plot.bottom


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("categories: [{label: A, values: [10]}]", "write `value: 10`"),
        ("series: [{name: Men}]\ncategories: [{label: A, values: [10, 2]}]", "as `values: {men: …}`"),
        ("categories: {Asia: 10, Africa: 5}", "write `- {label: Asia, value: 10}`"),
        ("categories: [Asia: 10%]", "write `- {label: Asia, value: 10%}`"),
        ("categories: [[Asia, 10]]", "write `- {label: Asia, value: 10}`"),
        ("categories: |\n  Region,Share\n  Asia,10 kg\n  Africa,5", "write `- {label: Asia, value: 10 kg}`"),
        ("categories: [Asia: the largest]", 'quotation marks: "Asia: the largest"'),
        ("categories: Asia", "begins with `- `"),
    ],
)
def test_who_writes_figures_in_short_is_told_how_they_are_written(fields: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, HEAD + fields)
    assert hint in str(caught.value.diagnostics[0].hint)


@pytest.mark.parametrize(
    ("language", "unit", "highest", "written"),
    [
        ("en", "%", "60%", '0"%"'),
        ("ar", "%", "60\u200e%\u200e", '0"\u200e%\u200e"'),
        ("zh", "%", "60%", '0"%"'),
        ("ru", "%", "60\xa0%", '0"\xa0%"'),
        ("tr", "%", "%60", '"%"0'),
        ("fr", "€", "60\xa0€", '0"\xa0€"'),
    ],
)
@pytest.mark.parametrize("kind", ["line", "area\nstacking: stacked"])
def test_a_unit_s_sign_stands_after_each_figure_of_an_axis(
    kind: str, language: str, unit: str, highest: str, written: str, tmp_path: Path
) -> None:
    figures = f"{SERIES}categories: [{{label: X, values: {{a: 12, b: 8}}}}, {{label: Y, values: {{a: 55, b: 3}}}}]"
    built = laid_out(tmp_path, f'{HEAD}kind: {kind}\nunit: "{unit}"\n{figures}', language=language)
    shown = chart(built)
    *thousands, below_a_thousand = shown.axis.number_format.split(";")
    assert (shown.axis.labels[-1].words, below_a_thousand) == (highest, written)
    assert all(unit in each and each.startswith("[>=") for each in thousands)
    data = write_pptx(built.deck)
    assert remembered(data) == tuple(map(as_record, read_pptx(data)))
    assert validate(data) == []


@pytest.mark.parametrize(
    ("language", "unit", "measure", "line"),
    [
        ("en", "million euros", "Costs", "Costs (million euros)"),
        ("en", "million euros", "", "million euros"),
        ("en", "million euros", "Million euros, 2024", "Million euros, 2024"),
        ("ar", "مليون يورو", "التكلفة", "التكلفة (مليون يورو)"),
        ("zh", "百万欧元", "成本", "成本（百万欧元）"),
        ("ru", "миллионы евро", "Расходы", "Расходы (миллионы евро)"),
    ],
)
def test_a_unit_that_is_a_word_is_said_once_over_an_axis(
    language: str, unit: str, measure: str, line: str, tmp_path: Path
) -> None:
    figures = f"{SERIES}categories: [{{label: X, values: {{a: 12, b: 8}}}}, {{label: Y, values: {{a: 55, b: 3}}}}]"
    fields = f"unit: {unit}\n" + (f"measure: {measure}\n" if measure else "")
    built = laid_out(tmp_path, f"{HEAD}kind: area\nstacking: stacked\n{fields}{figures}", language=language)
    (said,) = (
        each for tree in built.deck.slides for each in tree.shapes if getattr(each, "field", "") in ("measure", "unit")
    )
    assert isinstance(said, TextBox)
    assert "".join(run.text for each in said.text.paragraphs for run in each.runs).replace("\xa0", " ") == line
    assert said.rect.bottom <= chart(built).rect.top
    assert chart(built).axis.labels[-1].words == "60"
    data = write_pptx(built.deck)
    assert remembered(data) == tuple(map(as_record, read_pptx(data)))


@pytest.mark.parametrize(("language", "year"), [("en", "2011"), ("de", "2011"), ("fa", "۲۰۱۱")])
def test_a_scatter_chart_over_years_names_them_as_years(language: str, year: str, tmp_path: Path) -> None:
    """So does its alternative text; what lies up the other axis is an amount."""
    points = "{label: A, x: 2011, value: 1_700}, {label: B, x: 2015, value: 2_100}"
    slide = f"layout: chart\nkind: scatter\ntitle: T\ncategories: [{points}]\n"
    drawn = chart(laid_out(tmp_path, slide, language=language))
    assert drawn.x_axis
    assert drawn.x_axis.labels[0].text.paragraphs[0].plain == year
    assert drawn.x_axis.number_format == "General"
    assert year in drawn.description
    assert not {"1700", "۱۷۰۰"} & {label.text.paragraphs[0].plain for label in drawn.axis.labels}


@pytest.mark.parametrize(
    ("fields", "said", "field"),
    [
        ("up: Children\nunit: per cent", "Children (per cent)", "up"),
        ("up: 儿童\nunit: 百分比", "儿童（百分比）", "up"),
        ("unit: '%'", "%", "unit"),
        ("up: Children in per cent\nunit: per cent", "Children in per cent", "up"),
        ("up: Children\nmeasure: Per cent of all\nunit: per cent", "Children", "up"),
    ],
)
def test_a_scatter_chart_says_its_unit_once(fields: str, said: str, field: str, tmp_path: Path) -> None:
    points = "categories: [{label: Nepal, x: 3, value: 21.7}, {label: Peru, x: 12, value: 14.5}]"
    built = laid_out(tmp_path, f"layout: chart\ntitle: T\nkind: scatter\n{fields}\n{points}")
    (upright,) = (each for each in built.deck.slides[0].shapes if each.name == "Upright axis")
    assert isinstance(upright, TextBox)
    assert "".join(run.text for each in upright.text.paragraphs for run in each.runs) == said
    assert upright.field == field


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ("ylabel: Children\ncategories: [{label: a, value: 1}]", "up"),
        ("categories: [{label: a, y: 1}]", "value"),
        ("categories: [{label: a, value: 1, min: 0, high: 2}]", "low"),
        ("data: [{label: a, value: 1}]", "categories"),
    ],
)
def test_a_field_by_another_name_is_told_with_the_right_one(fields: str, meant: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, f"layout: chart\ntitle: T\n{fields}")
    assert f"did you mean `{meant}`?" in [each.hint for each in caught.value.diagnostics]


def scattered(tmp_path: Path, *points: str, fields: str = "", language: str = "en") -> Built:
    listed = ", ".join(f"{{{each}}}" for each in points)
    slide = f"layout: chart\nkind: scatter\ntitle: T\n{fields}categories: [{listed}]\n"
    return laid_out(tmp_path, slide, language=language)


@pytest.mark.parametrize(
    ("points", "sides"),
    [
        (("label: Bosnia and Herzegovina, x: 99, value: 21", "label: Poland, x: 13, value: 9"), ["before", None]),
        (("label: Austria, x: 98, value: 21", "label: Italy, x: 97, value: 20.4"), ["over", "before"]),
        # A whisker is in the way of what would stand over its point.
        (
            ("label: A, x: 50, value: 20", "label: B, x: 50, value: 20, low: 9, high: 24", "label: C, x: 90, value: 2"),
            [None, "before", None],
        ),
    ],
)
def test_a_point_s_name_stands_on_a_side_that_is_free(
    points: tuple[str, ...], sides: list[str | None], tmp_path: Path
) -> None:
    built = scattered(tmp_path, *points, "label: Peru, x: 3, value: 1")
    named = [label for label in chart(built).series[0].labels if label]
    assert [each.side for each in named[:-1]] == sides
    for one in named:
        assert one.rect.right <= chart(built).rect.right
        assert not any(one is not other and one.rect.meets(other.rect) for other in named)
    assert not any(each.code == "name-left-out" for each in built.diagnostics)


@pytest.mark.parametrize(("language", "place"), [("en", "l"), ("ar", "r")])
def test_a_name_before_its_point_is_there_in_reading_direction(language: str, place: str, tmp_path: Path) -> None:
    points = "label: Bosnia and Herzegovina, x: 99, value: 21", "label: Poland, x: 13, value: 9"
    data = write_pptx(scattered(tmp_path, *points, language=language).deck)
    labels = Part(data, "ppt/charts/chart1.xml").find("//c:dLbl/c:dLblPos")
    assert [each.get("val") for each in labels] == [place, {"l": "r", "r": "l"}[place]]
    assert validate(data) == []


def test_a_name_without_room_is_told_and_one_that_stands_out_comes_first(tmp_path: Path) -> None:
    points = [f"label: Point {each}, x: 50, value: 20" for each in "ABCDE"]
    built = scattered(tmp_path, *points, "label: P, x: 90, value: 30", fields="highlight: [point-e]\n")
    left_out = [label is None for label in chart(built).series[0].labels]
    assert left_out == [False, False, True, True, False, False]
    told = [each for each in built.diagnostics if each.code == "name-left-out"]
    assert [re.findall(r"field `(.+?)`", each.message) for each in told] == [
        ["categories.point-c.label"],
        ["categories.point-d.label"],
    ]
    assert all(each.span and each.span.path.endswith("outline.yaml") for each in told)


@pytest.mark.parametrize(
    ("language", "shown"), [("en", ["1.2%", "2.5%", "3%"]), ("fr", ["1,2\xa0%", "2,5\xa0%", "3\xa0%"])]
)
def test_a_number_written_as_text_has_the_chart_s_unit(language: str, shown: list[str], tmp_path: Path) -> None:
    figures = 'unit: "%"\ncategories: [{label: A, value: "1.2"}, {label: B, value: 2.5}, {label: C, value: "3"}]\n'
    assert words(chart(laid_out(tmp_path, HEAD + figures, language=language))) == shown
