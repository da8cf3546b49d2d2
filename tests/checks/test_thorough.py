"""What `check` asks besides what every build does: found where it is so, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from deck.checks import check_thoroughly
from deck.checks.contrast import low_contrast
from deck.checks.order import reading_order
from deck.checks.pictures import image_heavy
from deck.checks.sizes import small_text
from deck.model.charts import Chart, ChartLabel, ChartSeries
from deck.model.reading_order import Spoken, misplaced
from deck.model.shapes import AutoShape, Picture, TextBox
from deck.model.style import Colour
from deck.model.units import Emu, Rect
from deck.pipeline.build import Built, lay_out_each
from deck.pipeline.places import default_outline
from deck.pipeline.placing import placed
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import PICTURES, examples, laid_out, write_outline

SIX = ("en", "ar", "es", "fr", "ru", "zh")


def told(folder: Path, *slides: str, language: str = "en") -> list[str]:
    outline = write_outline(folder, *slides, language=language)
    (built,) = lay_out_each(outline)
    return [one.code for one in check_thoroughly(built.deck, built.presentation, outline)]


def statement(text: str, more: str = "") -> str:
    return f"layout: statement\ntitle: A title\nstatement: {text!r}\n{more}"


def test_the_webinar_is_clean_in_every_language() -> None:
    outline = default_outline()
    for built in lay_out_each(outline, all_languages=True):
        assert list(check_thoroughly(built.deck, built.presentation, outline)) == [], built.deck.language


@pytest.mark.parametrize("language", SIX)
def test_every_layout_is_clean(tmp_path: Path, language: str) -> None:
    # As large as a photograph that may stand over a whole slide.
    Image.linear_gradient("L").resize((1600, 1200)).convert("RGB").save(tmp_path / "well.jpg")
    assert told(tmp_path, *examples(), *PICTURES, language=language) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See [here](https://example.org).", ["unclear-link"]),
        ("See [Where it is](https://example.org).", []),
        ("See [https://example.org/a](https://example.org/a).", ["unclear-link"]),
        ("See [example.org](https://example.org) and [the report](https://example.org/r).", []),
        ("[One](https://example.org/1), [one](https://example.org/2)", ["ambiguous-link"]),
        ("[One](https://example.org/1), [one](https://example.org/1/)", []),
        ("The countries marked in red are behind.", ["colour-alone"]),
        ("The green bars are women.", ["colour-alone"]),
        ("The Red Cross, green jobs, a red line and the blue economy are in the red.", []),
    ],
)
def test_what_texts_say(tmp_path: Path, text: str, found: list[str]) -> None:
    assert told(tmp_path, statement(text)) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les pays indiqués en rouge sont en retard."),
        ("es", "Los países marcados en rojo van atrasados."),
        ("ru", "Страны, выделенные красным, отстают."),
        ("ru", "Страны выделены красным: они отстают."),
        ("ar", "البلدان المبينة باللون الأحمر متأخرة."),
        ("zh", "用红色标出的国家落后。"),
    ],
)
def test_colours_in_other_languages(tmp_path: Path, language: str, text: str) -> None:
    found = told(tmp_path, statement(text), language=language)
    assert found == ["colour-alone"]


def test_the_line_at_which_it_stands(tmp_path: Path) -> None:
    notes = "notes: |\n  First line.\n  The rows marked in red,\n  and those marked in red.\nminutes: 3"
    outline = write_outline(tmp_path, statement("Text", notes), statement("390 partners").replace("A t", "Another t"))
    outline.write_text(outline.read_text(encoding="utf-8").replace("390", "{partners} and 390"), encoding="utf-8")
    (built,) = lay_out_each(outline)
    found = [*built.diagnostics, *placed(check_thoroughly(built.deck, built.presentation, outline), built.presentation)]
    lines = outline.read_text(encoding="utf-8").splitlines()
    marked = [
        lines[one.span.line - 1][one.span.column - 1 : (one.span.end_column or 0) - 1] for one in found if one.span
    ]
    assert marked == ["390", "marked in red", "marked in red"]
    assert len({one.span for one in found}) == 3


def test_the_line_of_a_catalog(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, statement("400 partners"))
    catalog = write_catalog(tmp_path, *complete(), entry("slide-1.title", "A title", "Un titre"))
    told = (
        'msgctxt "slide-1.statement"\nmsgid "400 partners"\nmsgstr ""\n"Les 400 pays sont "\n"marqués en "\n"rouge."\n'
    )
    catalog.write_text(f"{catalog.read_text(encoding='utf-8')}\n{told}", encoding="utf-8")
    (built,) = lay_out_each(outline, ["fr"])
    (finding,) = placed(check_thoroughly(built.deck, built.presentation, outline), built.presentation)
    assert (finding.code, finding.span and finding.span.path) == ("colour-alone", str(catalog))
    lines = catalog.read_text(encoding="utf-8").splitlines()
    assert finding.span
    assert lines[finding.span.line - 1][finding.span.column - 1 :] == 'marqués en "'


@pytest.mark.parametrize(
    ("description", "found"),
    [
        ("IMG_2041.jpg", ["unhelpful-alternative-text"]),
        ("Picture 3", ["unhelpful-alternative-text"]),
        ("صورة", ["unhelpful-alternative-text"]),
        ("A picture of women at a well", []),
    ],
)
def test_descriptions(tmp_path: Path, description: str, found: list[str]) -> None:
    Image.new("RGB", (1600, 1600)).save(tmp_path / "a.jpg")
    assert told(tmp_path, statement("Text", f"picture: {{file: a.jpg, description: {description}}}")) == found


def test_pictures_too_coarse_and_too_heavy(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "small.png")
    slide = "layout: picture\ntitle: T\nplace: full-bleed\npicture: {file: small.png, description: A field}"
    assert told(tmp_path, slide) == ["image-coarse"]
    built = laid_out(tmp_path, slide)
    (tree,) = built.deck.slides
    shapes = tuple(replace(one, image=bytes(5_000_001)) if isinstance(one, Picture) else one for one in tree.shapes)
    (finding,) = image_heavy(replace(built.deck, slides=(replace(tree, shapes=shapes),)), built.presentation)
    assert finding.message == "small.png takes 5 MB of the deck"


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (("Year", "People"), []),
        (("2016", "2021"), []),
        (("What", "28,000,000"), ["missing-header-row"]),
        (("People", "people"), ["repeated-heading"]),
    ],
)
def test_header_rows(tmp_path: Path, headings: tuple[str, str], found: list[str]) -> None:
    columns = ", ".join(f"{{id: c{at}, heading: '{words}'}}" for at, words in enumerate(headings))
    table = f"layout: table\ntitle: T\ncolumns: [{columns}]\nrows: [{{id: r, cells: {{c0: 1, c1: 2}}}}]"
    assert told(tmp_path, table) == found


@pytest.mark.parametrize(
    ("minutes", "words", "found"), [(1, 228, []), (1, 229, ["too-many-words"]), (2, 300, []), (None, 999, [])]
)
def test_words_for_the_minutes(tmp_path: Path, minutes: int | None, words: int, found: list[str]) -> None:
    planned = f"minutes: {minutes}\n" if minutes else ""
    assert told(tmp_path, statement("Text", f"{planned}notes: {'word ' * words}")) == found


def test_characters_for_the_minutes(tmp_path: Path) -> None:
    assert told(tmp_path, statement("正文", f"minutes: 1\nnotes: {'说' * 256}"), language="zh") == ["too-many-words"]
    assert told(tmp_path, statement("正文", f"minutes: 1\nnotes: {'说' * 255}"), language="zh") == []
    assert told(tmp_path, statement("Wort", f"minutes: 1\nnotes: {'szó ' * 999}"), language="hu") == []


@pytest.mark.parametrize(
    ("language", "value", "found"),
    [
        ("en", "two hundred thousand", ["unread-figure"]),
        ("en", "fifty-two million", []),
        ("en", "Free", []),
        ("fr", "deux millions", ["unread-figure"]),
        ("fr", "une voix", []),
        ("de", "zwei Millionen", ["unread-figure"]),
        ("zh", "五千万", ["unread-figure"]),
        ("ru", "пятьдесят два миллиона", []),
        ("en", "1 in 4", []),
    ],
)
def test_figures_in_words(tmp_path: Path, language: str, value: str, found: list[str]) -> None:
    slide = f"layout: statistics\ntitle: T\nfigures: [{{id: a, value: {value}, label: people}}]"
    assert told(tmp_path, slide, language=language) == found


def test_a_figure_in_words_is_compared_with_its_parts(tmp_path: Path) -> None:
    parts = "[{id: some, value: sixty million, label: some}]"
    slide = (
        f"layout: statistics\ntitle: T\nfigures: [{{id: a, value: fifty-two million, label: people, parts: {parts}}}]"
    )
    assert [one.code for one in laid_out(tmp_path, slide).diagnostics] == ["part-exceeds-whole"]


def sections(*titles: str) -> str:
    entry = "  - {{id: s{0}, title: {1}, slides: [{{id: a{0}, layout: title, title: Slide {0}}}]}}"
    return "\n".join(["sections:", *(entry.format(at, title) for at, title in enumerate(titles))])


@pytest.mark.parametrize(
    ("titles", "found"),
    [
        (("Welcome", "Practice"), []),
        (("Untitled Section", "Section 2"), ["default-section-name"] * 2),
        (("Practice", "practice"), ["repeated-section-name"]),
    ],
)
def test_names_of_sections(tmp_path: Path, titles: tuple[str, ...], found: list[str]) -> None:
    outline = write_outline(tmp_path, statement("Text"))
    header = outline.read_text(encoding="utf-8").partition("sections:")[0]
    outline.write_text(header + sections(*titles), encoding="utf-8")
    (built,) = lay_out_each(outline)
    assert [one.code for one in check_thoroughly(built.deck, built.presentation, outline)] == found


def test_files_that_nothing_names(tmp_path: Path) -> None:
    slide = statement("Text", "picture: {file: images/used.jpg, description: A field}")
    for name in ("images/used.jpg", "images/old.png", "images/.hidden.png", "other/apart.png", "logo.svg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        Image.linear_gradient("L").resize((800, 800)).convert("RGB").save(tmp_path / name, format="PNG")
    (tmp_path / "old.csv").write_text("country\n", encoding="utf-8")
    (tmp_path / "theme.yaml").write_text("logo: logo.svg\n", encoding="utf-8")
    outline = write_outline(tmp_path, slide)
    (built,) = lay_out_each(outline)
    found = [one.message for one in check_thoroughly(built.deck, built.presentation, outline)]
    assert found == [
        f"nothing names these lists in {tmp_path}: old.csv",
        f"nothing names these pictures in {tmp_path / 'images'}: old.png",
    ]
    # A folder with another outline may be anybody's.
    (moved := tmp_path / "mine.yaml").write_bytes(outline.read_bytes())
    (built,) = lay_out_each(moved)
    assert len(list(check_thoroughly(built.deck, built.presentation, moved))) == 1


@pytest.fixture(scope="module")
def phrase(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("phrase")
    Image.new("RGB", (1600, 900), "white").save(folder / "white.png")
    slide = "layout: headline\ntitle: A phrase\npicture: {file: white.png, description: A wall, fit: whole}"
    return laid_out(folder, slide)


@pytest.mark.parametrize(("veil", "faint"), [(65, False), (40, True), (0, True)])
def test_contrast_over_a_picture(phrase: Built, veil: int, faint: bool) -> None:
    (tree,) = phrase.deck.slides
    shapes = tuple(
        replace(one, fill=Colour("dk2", alpha=veil)) if isinstance(one, AutoShape) and one.name == "Scrim" else one
        for one in tree.shapes
    )
    deck = replace(phrase.deck, slides=(replace(tree, shapes=shapes),))
    found = [one.message for one in low_contrast(deck, phrase.presentation)]
    # The phrase, and the slide's number.
    assert [each.split(":")[0] for each in found] == [
        "slide `slide-1`, field `title`",
        "slide `slide-1`, the slide number",
    ] * faint


def test_faint_words_that_are_in_no_field_are_told_by_themselves(tmp_path: Path) -> None:
    cards = "{id: one, heading: One}, {id: two, heading: Two}"
    built = laid_out(tmp_path, f"layout: cards\ntitle: Two\nnumbered: true\ncards: [{cards}]")
    (tree,) = built.deck.slides
    shapes = tuple(
        replace(one, fill=Colour("lt1")) if isinstance(one, AutoShape) and one.text else one for one in tree.shapes
    )
    found = low_contrast(replace(built.deck, slides=(replace(tree, shapes=shapes),)), built.presentation)
    assert [each.message.split(":")[0] for each in found] == ["slide `slide-1`, “1”", "slide `slide-1`, “2”"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("kind", "stacking"), [("bar", "stacked"), ("column", "stacked"), ("bar", "100%")])
def test_words_in_bars_stand_on_their_colour(tmp_path: Path, kind: str, stacking: str, language: str) -> None:
    series = "series: [{id: a, name: Men}, {id: b, name: Women}]"
    places = "categories: [{label: Asia, values: {a: 7, b: 3}}, {label: Africa, values: {a: 1, b: 5}}]"
    slide = f"layout: chart\ntitle: A chart\nkind: {kind}\nstacking: {stacking}\n{series}\n{places}"
    built = laid_out(tmp_path, slide, language=language)
    assert list(low_contrast(built.deck, built.presentation)) == []

    def as_its_bar(label: ChartLabel | None, series: ChartSeries) -> ChartLabel | None:
        if label is None:
            return None
        (level,) = label.text.body.levels
        body = replace(label.text.body, levels=(replace(level, colour=series.colour),))
        return replace(label, text=replace(label.text, body=body))

    (tree,) = built.deck.slides
    shapes = tuple(
        replace(
            shape,
            series=tuple(
                replace(each, labels=tuple(as_its_bar(label, each) for label in each.labels)) for each in shape.series
            ),
        )
        if isinstance(shape, Chart)
        else shape
        for shape in tree.shapes
    )
    deck = replace(built.deck, slides=(replace(tree, shapes=shapes),))
    found = [one.message for one in low_contrast(deck, built.presentation)]
    assert len(found) >= 3
    assert all("its contrast is 1.0 : 1" in one for one in found)


def test_contrast_follows_the_theme(tmp_path: Path) -> None:
    built = laid_out(tmp_path, *examples())
    pale = replace(built.deck.theme, palette={**built.deck.theme.palette, "dk1": "AAAAAA"})
    found = list(low_contrast(replace(built.deck, theme=pale), built.presentation))
    assert len(found) > 5
    assert "its contrast is 2.3 : 1" in found[0].message


def test_small_text_and_reading_order(phrase: Built) -> None:
    (tree,) = phrase.deck.slides
    picture, *others, title, number = tree.shapes
    assert isinstance(picture, Picture)
    assert isinstance(title, TextBox)
    small = replace(title, text=replace(title.text, sizes=(8.0,)))
    slide = replace(tree, shapes=(picture, *others, small, number))
    (finding,) = small_text(replace(phrase.deck, slides=(slide,)), phrase.presentation)
    assert finding.message == "slide `slide-1`, field `title` is set in 8 points"
    assert list(reading_order(phrase.deck, phrase.presentation)) == []
    away = replace(picture, rect=replace(picture.rect, top=title.rect.bottom))
    slide = replace(tree, shapes=(away, *others, title, number))
    (finding,) = reading_order(replace(phrase.deck, slides=(slide,)), phrase.presentation)
    assert finding.message == "slide `slide-1`: “Picture” is read before the title"


def test_what_stands_beside_is_read_after_and_an_equation_is_read(tmp_path: Path) -> None:
    left, above = (
        Spoken("Left", Rect(Emu(0), Emu(50), Emu(40), Emu(10))),
        Spoken("Above", Rect(Emu(0), Emu(5), Emu(90), Emu(5))),
    )
    below, right = (
        Spoken("Below", Rect(Emu(0), Emu(70), Emu(40), Emu(10))),
        Spoken("Right", Rect(Emu(50), Emu(5), Emu(40), Emu(9))),
    )
    assert list(misplaced([left, below, right])) == []
    assert list(misplaced([left, below, above])) == [("Above", "stands above what is read before it")]
    equations = "".join(f"  $$ a_{{{at}}} = b^{{{at}}} $$\n\n  Line {at}.\n\n" for at in range(7))
    built = laid_out(tmp_path, f"layout: text\ntitle: Much\ntext: |\n{equations}")
    assert built.diagnostics == ()
