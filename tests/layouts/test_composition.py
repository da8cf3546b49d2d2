"""Little is set larger than much and owns its slide, whatever the layout; nothing grows past what its style allows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.layouts.frame.composition import OPTICAL_MIDDLE, grown
from deck.layouts.frame.furniture import WHITE, gridline
from deck.model.contrast import contrast
from deck.model.shapes import Shape, Table, TextBox
from deck.model.style import TextStyle
from deck.model.units import points
from deck.themes import read_theme
from tests.outline.outlines import THEMES
from tests.outlines import laid_out

WORDS = ["Work together", "Share knowledge", "Go further", "Innovate", "Raise funds", "Listen", "Protect", "Train"]
SENTENCE = "Governments, employers and workers agree on one national plan of action with a budget of its own"


def items(count: int, text: str = "") -> str:
    return ", ".join(f"{{id: i{number}, text: '{text or WORDS[number]}'}}" for number in range(count))


def parts(name: str, count: int, text: str = "") -> str:
    said = f", text: '{text}'" if text else ""
    return f"{name}: [{', '.join(f'{{id: i{number}, heading: {WORDS[number]}{said}}}' for number in range(count))}]"


def figures(count: int) -> str:
    listed = (f"{{id: f{number}, value: {400 + number}, label: {WORDS[number]}}}" for number in range(count))
    return f"figures: [{', '.join(listed)}]"


LITTLE_AND_MUCH = {
    "bullets": (f"items: [{items(3)}]", f"items: [{items(6, SENTENCE)}]"),
    "columns": (f"items: [{items(3)}]", f"items: [{items(8, SENTENCE)}]"),
    "key-figure": (
        f"value: 400\nlabel: L\nitems: [{items(3)}]",
        f"value: 400\nlabel: L\nitems: [{items(6, SENTENCE)}]",
    ),
    "cards": (parts("cards", 2), parts("cards", 2, SENTENCE * 4)),
    "panels": (parts("panels", 2), parts("panels", 2, SENTENCE * 3)),
    "statistics": (figures(2), figures(8)),
    "statement": ("statement: Prevention", f"statement: {SENTENCE}. {SENTENCE}"),
    "quote": ("quote: Prevention", f"quote: {SENTENCE}. {SENTENCE}. {SENTENCE}"),
}
LANGUAGES = ("en", "ar", "zh", "ru")


def shapes_of(folder: Path, layout: str, fields: str, language: str = "en") -> tuple[Shape, ...]:
    built = laid_out(folder, f"layout: {layout}\ntitle: T\n{fields}", language=language)
    assert built.diagnostics == ()
    (slide,) = built.deck.slides
    return slide.shapes


def body(shapes: tuple[Shape, ...]) -> list[TextBox]:
    """The boxes under the title."""
    boxes = (shape for shape in shapes if isinstance(shape, TextBox) and shape.placeholder)
    return [box for box in boxes if box.placeholder and box.placeholder.type == "body"]


def size(shapes: tuple[Shape, ...]) -> float:
    return body(shapes)[-1].text.sizes[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", LITTLE_AND_MUCH)
def test_little_is_set_larger_than_much(layout: str, language: str, tmp_path: Path) -> None:
    little, much = LITTLE_AND_MUCH[layout]
    assert size(shapes_of(tmp_path, layout, little, language)) > size(shapes_of(tmp_path, layout, much, language))


@pytest.mark.parametrize("layout", ["bullets", "columns", "key-figure"])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_short_list_is_read_from_the_back_row(layout: str, count: int, tmp_path: Path) -> None:
    more = "value: 400\nlabel: L\n" if layout == "key-figure" else ""
    assert size(shapes_of(tmp_path, layout, f"{more}items: [{items(count)}]")) >= 30


@pytest.mark.parametrize("layout", ["bullets", "columns", "cards", "panels", "statistics", "quote"])
def test_what_is_low_stands_at_the_optical_middle(layout: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, f"layout: {layout}\ntitle: T\n{LITTLE_AND_MUCH[layout][0]}")
    grid = built.deck.theme.grid
    lines = [
        (points(box.rect.top) + line.top, points(box.rect.top) + line.top + line.height)
        for box in body(built.deck.slides[0].shapes)
        for line in box.text.lines
    ]
    middle = (min(top for top, _ in lines) + max(bottom for _, bottom in lines)) / 12
    share = (middle - grid.body_top) / grid.body_height
    assert share == pytest.approx(OPTICAL_MIDDLE, abs=0.05)


@pytest.mark.parametrize("layout", ["cards", "panels", "statistics"])
@pytest.mark.parametrize("count", [2, 3, 4])
def test_siblings_have_one_height_and_say_something_in_it(layout: str, count: int, tmp_path: Path) -> None:
    fields = figures(count) if layout == "statistics" else parts(layout, count, SENTENCE)
    boxes = body(shapes_of(tmp_path, layout, fields))
    assert len({(box.rect.width, box.rect.height) for box in boxes}) == 1
    assert max(box.text.height / points(box.rect.height) for box in boxes) > 0.5


@given(st.floats(10, 100), st.floats(10, 200), st.floats(1, 3))
def test_a_style_grows_no_further_than_it_may(size: float, most: float, step: float) -> None:
    style = TextStyle(size, largest_size=most, space_after=4, indent=10, hanging=10)
    larger = grown(style, step)
    assert size - 0.5 <= larger.size <= max(size, most) + 0.5
    assert grown(style, 1) == style
    assert grown(TextStyle(size), step) == TextStyle(size)


def table(folder: Path, values: list[str], column: str = "{id: n, heading: People}", language: str = "en") -> Table:
    rows = ", ".join(f"{{id: r{at}, cells: {{who: Somebody, n: {value}}}}}" for at, value in enumerate(values))
    fields = f"columns: [{{id: who, heading: Who}}, {column}]\nrows: [{rows}]"
    (found,) = (shape for shape in shapes_of(folder, "table", fields, language) if isinstance(shape, Table))
    return found


def written(shown: Table) -> list[str]:
    column = 0 if shown.rows[0][1].text.paragraphs[0].plain == "Who" else 1
    return [row[column].text.paragraphs[0].plain.replace("\N{NO-BREAK SPACE}", " ") for row in shown.rows[1:]]


@pytest.mark.parametrize(
    ("values", "side"),
    [
        (["28_000_000", "400"], "end"),
        (["56 %", "44 %", "–"], "end"),
        (["3", "unknown", "5"], "end"),
        (["many", "few"], "start"),
        (["2 unions", "3 unions"], "start"),
        (["''", "''"], "start"),
    ],
)
def test_figures_stand_at_the_end_of_their_column(values: list[str], side: str, tmp_path: Path) -> None:
    shown = table(tmp_path, values)
    assert {row[1].text.body.levels[0].align for row in shown.rows} == {side}
    assert {row[0].text.body.levels[0].align for row in shown.rows} == {"start"}


def test_an_author_may_have_figures_at_the_start(tmp_path: Path) -> None:
    shown = table(tmp_path, ["1", "2"], "{id: n, heading: People, align: start}")
    assert {row[1].text.body.levels[0].align for row in shown.rows} == {"start"}


@pytest.mark.parametrize(
    ("language", "values", "shown"),
    [
        ("en", ["28_000_000", "1_500_000"], ["28 million", "1.5 million"]),
        ("en", ["28_000_000", "160_000"], ["28,000,000", "160,000"]),
        ("en", ["28_000_000", "1_500_000_000"], ["28,000,000", "1,500,000,000"]),
        ("en", ["28_000_000", "0"], ["28 million", "0"]),
        ("ru", ["28_000_000", "160_000"], ["28 000 000", "160 000"]),
        ("zh", ["28_000_000", "160_000"], ["28,000,000", "160,000"]),
        ("en", ["28_000_000", "unknown"], ["28 million", "unknown"]),
    ],
)
def test_a_column_has_one_notation(language: str, values: list[str], shown: list[str], tmp_path: Path) -> None:
    assert written(table(tmp_path, values, language=language)) == shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", ["cards", "panels"])
@pytest.mark.parametrize("count", [2, 3, 4])
def test_texts_of_siblings_begin_on_one_line(layout: str, count: int, language: str, tmp_path: Path) -> None:
    headings = ["Work", "Share what each of us knows about it", "Go", "Innovate and raise funds together"][:count]
    listed = (f"{{id: i{at}, heading: {heading}, text: {WORDS[at]}}}" for at, heading in enumerate(headings))
    boxes = body(shapes_of(tmp_path, layout, f"{layout}: [{', '.join(listed)}]", language))
    tops: dict[int, set[float]] = {}
    for box in boxes:
        first = next(line for line in box.text.lines if box.text.paragraphs[line.paragraph].level)
        tops.setdefault(box.rect.top, set()).add(first.top)
    assert all(max(row) - min(row) < 0.5 for row in tops.values())
    assert len({line.paragraph for box in boxes for line in box.text.lines}) == 2


def test_figures_in_a_row_stand_on_one_line(tmp_path: Path) -> None:
    boxes = body(shapes_of(tmp_path, "statistics", figures(3).replace(WORDS[1], f"'{SENTENCE}'")))
    assert len({round(points(box.rect.top) + box.text.lines[0].top) for box in boxes}) == 1


@pytest.mark.parametrize("count", [2, 3, 4, 6])
@pytest.mark.parametrize("sourced", [0, 1])
def test_figures_with_and_without_a_source_stand_on_one_line(count: int, sourced: int, tmp_path: Path) -> None:
    """Those in a row; and so does a source keep clear of them."""
    fields = figures(count).replace(f"label: {WORDS[sourced]}", f"label: {WORDS[sourced]}, source: estimates")
    boxes = body(shapes_of(tmp_path, "statistics", fields))
    source = next(box for box in boxes if box.name.startswith("Source"))
    first_line: dict[int, float] = {}
    for box in (each for each in boxes if each is not source):
        first_line[box.rect.left] = points(box.rect.top) + box.text.lines[0].top
        if box.rect.left == source.rect.left and box.rect.top < source.rect.top:
            assert box.rect.bottom <= source.rect.top
    rows = {round(each) for each in first_line.values()}
    assert len(rows) == 1


def test_many_short_entries_stand_in_two_columns_and_are_larger(tmp_path: Path) -> None:
    one, other = body(shapes_of(tmp_path, "bullets", f"items: [{items(8)}]"))
    assert one.rect.right < other.rect.left
    assert one.text.sizes == other.text.sizes
    assert one.text.sizes[0] >= 30
    assert [paragraph.plain for box in (one, other) for paragraph in box.text.paragraphs] == WORDS


def test_many_long_entries_stand_in_one_column(tmp_path: Path) -> None:
    assert len(body(shapes_of(tmp_path, "bullets", f"items: [{items(6, SENTENCE)}]"))) == 1


@pytest.mark.parametrize("layout", ["title", "speaker", "closing", "section"])
def test_a_large_title_with_little_is_larger_than_with_much(layout: str, tmp_path: Path) -> None:
    field = {"title": "subtitle", "speaker": "name"}.get(layout, "text")
    little, much = (
        next(
            shape.text.sizes[0]
            for shape in shapes_of(tmp_path, layout, f"{field}: {words}")
            if isinstance(shape, TextBox) and shape.placeholder and shape.field == field
        )
        for words in ("Jane", SENTENCE)
    )
    assert little > much


@pytest.mark.parametrize("word", ["Предпринимательство", "Здравоохранение", "Правозащитники"])
def test_a_long_word_has_room_on_one_of_four_panels(word: str, tmp_path: Path) -> None:
    listed = ", ".join(f"{{id: i{at}, heading: {word}}}" for at in range(4))
    assert all(box.text.fits for box in body(shapes_of(tmp_path, "panels", f"panels: [{listed}]", "ru")))


LARGE_TITLES = {"section": "", "closing": "", "questions": "", "headline": "", "title": ""}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", LARGE_TITLES)
def test_a_short_large_title_grows(layout: str, language: str, tmp_path: Path) -> None:
    sizes = []
    for title in (WORDS[6], SENTENCE):
        (slide,) = laid_out(tmp_path, f"layout: {layout}\ntitle: {title}", language=language).deck.slides
        (box,) = (each for each in slide.shapes if isinstance(each, TextBox) and each.name == "Title")
        assert box.placeholder
        assert box.text.shrunk == 1 or title == SENTENCE
        sizes.append(box.text.sizes[0])
    assert sizes[0] > 1.3 * sizes[1]


@pytest.mark.parametrize("layout", ["section", "closing", "title"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_large_title_is_not_smaller_than_a_longer_one(language: str, layout: str, tmp_path: Path) -> None:
    """Dividers of one deck would hop in size: one line of a title that just fits at the size of the style."""
    words = {"ru": "Чему мы научились", "ar": "لدى كل أسرة مياه نظيفة"}.get(language, "What we have learnt")
    slides = [f"layout: {layout}\ntitle: {title}" for title in (words, f"{words} (2)", f"{words} {words}")]
    sizes = [
        next(each.text.sizes[0] for each in slide.shapes if isinstance(each, TextBox) and each.name == "Title")
        for slide in laid_out(tmp_path, *slides, language=language).deck.slides
    ]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("layout", LARGE_TITLES)
def test_bold_words_of_a_large_title_are_seen(layout: str, tmp_path: Path) -> None:
    (slide,) = laid_out(tmp_path, f"layout: {layout}\ntitle: 'Thank **you**'").deck.slides
    (title,) = (each for each in slide.shapes if isinstance(each, TextBox) and each.name == "Title")
    assert [run.bold for run in title.text.paragraphs[0].runs] == [False, True]
    assert title.placeholder
    assert not title.placeholder.body.levels[0].bold


def test_a_figure_beside_one_with_parts_stands_in_the_middle_of_its_card(tmp_path: Path) -> None:
    shares = "[{id: a, value: 28_000_000, label: A}, {id: b, value: 22_000_000, label: B}]"
    rich = f"{{id: rich, value: 50_000_000, label: Much, parts: {shares}}}"
    boxes = body(shapes_of(tmp_path, "statistics", f"figures: [{rich}, {{id: plain, value: 160, label: Little}}]"))
    whole, plain = (box for box in boxes if box.name in ("Figure 1", "Figure 2"))
    cards = laid_out(tmp_path, f"layout: statistics\ntitle: T\nfigures: [{rich}, {{id: p, value: 160, label: L}}]")
    (card,) = (each for each in cards.deck.slides[0].slide_layout.decoration if each.name == "Card 2")
    middle = (
        points(plain.rect.top) + (plain.text.lines[0].top + plain.text.lines[-1].top + plain.text.lines[-1].height) / 2
    )
    assert middle == pytest.approx(points(card.rect.top + card.rect.height / 2), abs=12)
    # 9 per cent in larger type than the 91 beside them would be a falsehood.
    assert plain.text.sizes == whole.text.sizes
    assert plain.text.body.levels == tuple(
        replace(each, colour=mine.colour)
        for each, mine in zip(whole.text.body.levels, plain.text.body.levels, strict=True)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_sides_with_little_are_no_higher_than_that_and_their_heading_is_larger(language: str, tmp_path: Path) -> None:
    sides = "sides: [{id: a, heading: A, items: [One]}, {id: b, heading: B, items: [Two]}]"
    shapes = shapes_of(tmp_path, "comparison", sides, language)
    boxes = {box.name: box for box in body(shapes)}
    assert boxes["Heading 1"].text.sizes[0] > boxes["Text 1"].text.sizes[0] > 30
    assert points(boxes["Text 1"].rect.height) < 1.5 * boxes["Text 1"].text.height


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_entries_beside_a_picture_are_close_and_not_small(language: str, tmp_path: Path) -> None:
    entries = ", ".join(f"Entry {number}" for number in range(12))
    picture = "picture: {file: well.jpg, description: A well}\n"
    (*_, said) = body(shapes_of(tmp_path, "picture", f"{picture}items: [{entries}]", language))
    assert len(said.text.paragraphs) == 12
    assert said.text.sizes[0] >= 17
    assert said.text.overflow == 0
    (*_, few) = body(shapes_of(tmp_path, "picture", f"{picture}items: [One, Two]", language))
    assert few.text.body.levels[0].space_after > said.text.body.levels[0].space_after


PARTS = "parts: [{id: a, value: 28_000_000, label: of one kind}, {id: b, value: 22_000_000, label: of another}]"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_that_is_alone_is_larger_with_its_parts(language: str, tmp_path: Path) -> None:
    one = f"{{id: one, value: 50_000_000, label: people, {PARTS}}}"
    other = "{id: two, value: 160_000_000, label: children}"
    alone = body(shapes_of(tmp_path, "statistics", f"figures: [{one}]", language))[1:]
    beside = body(shapes_of(tmp_path, "statistics", f"figures: [{one}, {other}]", language))[1:]
    for large, small in zip(alone, beside, strict=False):
        assert large.text.sizes[0] > small.text.sizes[0] or len(large.text.sizes) == 1
        assert large.text.shrunk == 1
    assert {shape.rect.bottom <= alone[-1].rect.bottom for shape in alone} == {True}


def test_fields_are_nearly_as_large_as_they_have_room(tmp_path: Path) -> None:
    entries = "items: [Survivors lead the work of the Alliance, Two laws are in force, Inspectors are trained well]"
    quadrants = ", ".join(f"{{id: {each}, {entries}}}" for each in "abcd")
    fields = body(shapes_of(tmp_path, "matrix", f"form: swot\nquadrants: [{quadrants}]"))[1:]
    assert {box.text.sizes[2] for box in fields} == {22}


def test_events_stand_apart(tmp_path: Path) -> None:
    events = ", ".join(
        f"{{id: e{at}, date: '20{at}0', heading: Governments and workers agree on a plan}}" for at in range(1, 5)
    )
    words = body(shapes_of(tmp_path, "timeline", f"events: [{events}]"))[1:]
    for one, other in pairwise(words):
        assert points(other.rect.left) - points(one.rect.right) > 24


@pytest.mark.parametrize("name", ["alliance", "editorial", "midnight", "plain"])
def test_lines_that_are_read_by_stand_back(name: str) -> None:
    theme, _ = read_theme(THEMES / f"{name}.yaml")
    assert contrast(theme.rgb(gridline(theme)), theme.rgb(WHITE)) < 3
