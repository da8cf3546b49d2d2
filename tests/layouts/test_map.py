"""A map shows the countries of a list where they are, in every language the same way round, and says which they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.layouts.maps.drawing import MapDrawing
from deck.layouts.maps.world import Window, lands
from deck.lists.country_names import is_code
from deck.model.content import Item
from deck.model.deck import Deck
from deck.model.shapes import AutoShape, Group, Shape, TextBox
from deck.model.style import Colour
from deck.model.text import Text
from deck.model.theme import Theme
from deck.pipeline.build import lay_out
from tests.layouts.test_mistakes import found
from tests.outlines import laid_out, write_outline

ROOT = Path(__file__).resolve().parents[2]
TWO = "layout: map\ntitle: T\nitems: [{id: br, text: Brazil}, {id: mt, text: Malta}]"
GROUPED = """
layout: map
title: T
items:
- {id: a, text: Pathfinders, items: [{id: cl, text: Chile}]}
- {id: b, text: Others, items: [{id: ng, text: Nigeria}, {id: fr, text: France}]}
"""


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    return laid_out(tmp_path_factory.mktemp("theme"), TWO).deck.theme


def drawn(deck: Deck, slide: int = 0) -> Group:
    (group,) = (shape for shape in deck.slides[slide].shapes if isinstance(shape, Group))
    return group


def country(deck: Deck, name: str) -> AutoShape:
    (shape,) = (shape for shape in drawn(deck).shapes if shape.name == name)
    assert isinstance(shape, AutoShape)
    return shape


def middle(shape: Shape, within: Group) -> tuple[float, float]:
    """Where a shape's middle is, as shares of the map."""
    a, b = shape.rect, within.rect
    return (a.left + a.width / 2 - b.left) / b.width, (a.top + a.height / 2 - b.top) / b.height


def test_the_listed_countries_are_in_colour_and_named(tmp_path: Path) -> None:
    built = laid_out(tmp_path, TWO)
    assert built.diagnostics == ()
    assert drawn(built.deck).description == "World map. Highlighted – Brazil; Malta."
    brazil, malta, chile = (country(built.deck, name) for name in ("Brazil", "Malta", "CL"))
    assert brazil.fill == malta.fill == Colour("accent1") != chile.fill
    assert (brazil.description, malta.description, chile.description) == ("Brazil", "Malta", None)
    assert malta.geometry == "ellipse"
    assert malta.rect.width == malta.rect.height


def test_groups_have_a_colour_and_a_legend(tmp_path: Path) -> None:
    deck = laid_out(tmp_path, GROUPED).deck
    assert drawn(deck).description == "World map. Pathfinders – Chile. Others – Nigeria; France."
    assert country(deck, "Chile").fill != country(deck, "France").fill == country(deck, "Nigeria").fill
    legend = [shape for shape in deck.slides[0].shapes if isinstance(shape, TextBox) and shape.name.startswith("Group")]
    assert [box.text.paragraphs[0].plain for box in legend] == ["Pathfinders", "Others"]
    squares = [each for each in deck.slides[0].slide_layout.decoration if each.name.startswith("Colour")]
    colours = [each.fill for each in squares if isinstance(each, AutoShape)]
    assert colours == [country(deck, "Chile").fill, country(deck, "France").fill]


def test_a_map_is_never_mirrored(tmp_path: Path) -> None:
    english, arabic = (laid_out(tmp_path, TWO, language=language).deck for language in ("en", "ar"))
    for name in ("Brazil", "Malta", "AU"):
        one, other = (middle(country(deck, name), drawn(deck)) for deck in (english, arabic))
        assert one == pytest.approx(other, abs=1e-3)
        assert not country(arabic, name).flipped
    assert (
        middle(country(english, "Brazil"), drawn(english))[0] < 0.5 < middle(country(english, "AU"), drawn(english))[0]
    )


@pytest.mark.parametrize(("language", "begins"), [("en", "The boundaries"), ("ar", "لا تعني"), ("zh", "本地图")])
def test_a_disclaimer_stands_under_it(language: str, begins: str, tmp_path: Path) -> None:
    def remark(slide: str) -> str:
        shapes = laid_out(tmp_path, slide, language=language).deck.slides[0].shapes
        boxes = (shape for shape in shapes if isinstance(shape, TextBox) and shape.name == "Remark")
        return "\n".join(paragraph.plain for box in boxes for paragraph in box.text.paragraphs)

    assert remark(TWO).startswith(begins)
    assert remark(f"{TWO}\ndisclaimer: false") == ""
    assert remark(f"{TWO}\nremark: Ours").endswith("\nOurs")
    assert remark(f"{TWO}\nremark: Ours\ndisclaimer: false") == "Ours"


def test_a_part_of_the_world_shows_all_that_are_listed(tmp_path: Path) -> None:
    slide = "layout: map\ntitle: T\nshows: listed\nitems: [{id: np, text: Nepal}, {id: sg, text: Singapore}]"
    deck = laid_out(tmp_path, slide).deck
    whole = drawn(deck).rect
    for name in ("Nepal", "Singapore"):
        at = country(deck, name).rect
        assert whole.left < at.left
        assert at.right < whole.right
        assert whole.top < at.top
        assert at.bottom < whole.bottom
    assert country(deck, "Nepal").rect.width > 2 * country(laid_out(tmp_path, TWO).deck, "NP").rect.width
    shown = [shape.rect for shape in drawn(deck).shapes]
    assert all(whole.left - 1 <= rect.left and rect.right <= whole.right + 1 for rect in shown)
    assert "BR" not in {shape.name for shape in drawn(deck).shapes}


def test_a_list_of_countries_is_shown_by_its_codes_and_in_its_groups(tmp_path: Path) -> None:
    (tmp_path / "partners.csv").write_text("country,status\nChile,pathfinder\nMalta,candidate\n", encoding="utf-8")
    outline = write_outline(tmp_path, "layout: map\ntitle: T\nitems: {list: partners, group: status}")
    text = outline.read_text(encoding="utf-8")
    outline.write_text(f"lists: {{partners: {{countries: partners.csv}}}}\n{text}", encoding="utf-8")
    deck = lay_out(outline).deck
    assert drawn(deck).description == "World map. Pathfinder countries – Chile. Candidate countries – Malta."
    french = laid_out(tmp_path, GROUPED, language="fr").deck
    assert str(drawn(french).description).startswith("Carte du monde. ")


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("{id: atlantis, text: Atlantis}", "ISO 3166"),
        ("{text: Albania}", "write `{id: al, text: Albania}`"),
        ("{text: Côte d’Ivoire}", "write `{id: ci, text: Côte d’Ivoire}`"),
        ("{id: bra, text: Бразилия}", "write `{id: br, text: Бразилия}`"),
        ("{text: Albanai}", "did you mean Albania (AL)?"),
    ],
)
def test_what_is_no_country_is_told_with_what_may_be_meant(item: str, words: str, tmp_path: Path) -> None:
    ((place, code, hint),) = found(tmp_path, f"layout: map\ntitle: T\nitems: [{item}]")
    assert (place, code) == ("3:9", "unknown-country")
    assert words in str(hint)


def test_every_code_of_iso_3166_is_on_the_map() -> None:
    names = (ROOT / "deck" / "lists" / "names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    wanted = {line.split("\t")[0] for line in names} - {"AQ"}
    assert set(lands()) >= wanted
    assert all(is_code(code) for code in lands())


@pytest.mark.parametrize("cut", [False, True])
def test_each_country_alone_is_drawn_wholly_within_the_map(cut: bool, theme: Theme) -> None:
    room = (10.0, 20.0, 150.0, 60.0)
    for code in lands():
        listed = [(None, (Item(id=code.lower(), text=Text.of("The country")),))]
        _assert_drawn(MapDrawing(listed, theme, room, cut).group(""), ["The country"])


@pytest.mark.parametrize("room", [(10.0, 20.0, 150.0, 60.0), (10.0, 20.0, 100.0, 60.0), (10.0, 20.0, 150.0, 40.0)])
@pytest.mark.parametrize("codes", ["tv to ws", "tv to ws tk nu ck ki", "ck pf", "is nz", "us ws", "all"])
@pytest.mark.parametrize("cut", [False, True])
def test_countries_together_are_drawn_wholly_within_the_map(
    cut: bool, codes: str, room: tuple[float, float, float, float], theme: Theme
) -> None:
    chosen = list(lands()) if codes == "all" else codes.split()
    listed = [(None, tuple(Item(id=code.lower(), text=Text.of(f"listed {code}")) for code in chosen))]
    _assert_drawn(MapDrawing(listed, theme, room, cut).group(""), [f"listed {c}" for c in chosen])


def _assert_drawn(whole: Group, names: list[str]) -> None:
    shapes = {shape.name: shape.rect for shape in whole.shapes}
    assert set(names) <= set(shapes)
    for name in names:
        at, box = shapes[name], whole.rect
        assert min(at.width, at.height) > 0, name
        inside = (at.left - box.left, at.top - box.top, box.right - at.right, box.bottom - at.bottom)
        assert min(inside) >= -2, name


def test_islands_of_the_pacific_lie_together() -> None:
    assert all(lands()[code].middle[0] > 9000 for code in ["FJ", "KI", "TV", "TO", "WS", "AS", "TK", "WF", "NU", "CK"])


def test_what_has_no_place_on_the_map_is_told(tmp_path: Path) -> None:
    ((place, code, _),) = found(tmp_path, "layout: map\ntitle: T\nitems: [{id: aq, text: Antarctica}]")
    assert (place, code) == ("3:9", "unknown-country")


def test_what_lies_within_another_is_drawn_upon_it() -> None:
    order = list(lands())
    assert order.index("LS") > order.index("ZA")


def test_disputed_places_are_as_in_the_united_nations_maps() -> None:
    crimea, dakhla, hargeisa = (5552, 805), (4322, 1498), (5911, 2042)
    held = {
        name: [code for code, land in lands().items() for each in land.outlines if _inside(each, point)]
        for name, point in (("crimea", crimea), ("sahara", dakhla), ("hargeisa", hargeisa))
    }
    assert held == {"crimea": ["UA"], "sahara": ["EH"], "hargeisa": ["SO"]}
    assert {code: land.drawn_with for code, land in lands().items() if land.drawn_with} == {
        "HK": "CN",
        "MO": "CN",
        "TW": "CN",
        "XK": "RS",
    }


def _inside(outline: tuple[tuple[float, float], ...], point: tuple[float, float]) -> bool:
    x, y = point
    edges = zip(outline, (*outline[1:], outline[0]), strict=True)
    crossed = [(y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in edges]
    return sum(crossed) % 2 == 1


def test_an_area_is_cut_at_the_window() -> None:
    window = Window(0, 0, 10, 10)
    assert set(window.clipped(((-5, 2), (5, 2), (5, 8), (-5, 8)))) == {(0, 2), (5, 2), (5, 8), (0, 8)}
    assert window.clipped(((20, 20), (30, 20), (30, 30))) == ()
