"""Drawn shapes, and what is said of them to those who cannot see them."""

import pytest

from deck.export.pptx import write_pptx
from deck.model.outlines import Arc, Path
from deck.model.shapes import AutoShape, Group, Picture, Shape
from deck.model.style import Colour, Stroke
from deck.model.units import Emu, Rect
from tests.export.decks import FOOTER, NUMBER, WAVE, deck, drawings, fills, fitted, png, sample_table, slide
from tests.export.packages import Part

HERE = Rect.of_units(20, 30, 10, 10)
BLUE = Colour("accent1")


def drawn(*shapes: Shape, language: str = "en") -> Part:
    return Part(write_pptx(deck(language, [slide("a", "A", *shapes)])), "ppt/slides/slide1.xml")


@pytest.mark.parametrize(
    ("arc", "angles"),
    [
        (Arc(0, 270), [0, 16_200_000]),
        (Arc(300, 120), [18_000_000, 3_600_000]),
        (Arc(90, -60), [1_800_000, 5_400_000]),
        (Arc(-30, 30), [19_800_000, 0]),
    ],
)
def test_an_arc_turns_clockwise_from_start_to_end(arc: Arc, angles: list[int]) -> None:
    part = drawn(AutoShape("Arc", HERE, arc, stroke=Stroke(BLUE, Emu(12_700))))
    assert [each.get("fmla") for each in part.find("//a:gd")] == [f"val {angle}" for angle in angles]
    assert part.one("//a:ln").get("cap") == "flat"
    assert part.shape("Arc").find("{*}spPr/{*}noFill") is not None


def test_a_full_turn_is_an_ellipse() -> None:
    assert drawn(AutoShape("Arc", HERE, Arc(10, 360))).shape("Arc").find(".//{*}prstGeom").get("prst") == "ellipse"


def test_a_path_keeps_its_parts() -> None:
    part = drawn(AutoShape("Wave", HERE, WAVE, BLUE))
    path = part.one("//a:path")
    assert (path.get("w"), path.get("h")) == ("10000", "10000")
    steps = [each.tag.rpartition("}")[2] for each in path]
    assert steps == ["moveTo", "lnTo", "cubicBezTo", "close", "moveTo", "lnTo", "lnTo", "lnTo", "close"]
    assert [(each.get("x"), each.get("y")) for each in path[2]] == [
        ("10000", "4000"),
        ("6000", "10000"),
        ("0", "10000"),
    ]


def test_a_number_has_a_place_and_other_slots_have_the_slide_layout_s() -> None:
    part = drawn(fills(FOOTER, "A footer"), fills(NUMBER, "1"))
    assert [part.shape(slot.name).find("{*}spPr/{*}xfrm") is None for slot in (FOOTER, NUMBER)] == [True, False]


@pytest.mark.parametrize("command", [("Q", 1, 2, 3, 4), ("M", 1), ("L", 1, 2, 3, 4)])
def test_a_path_with_an_unknown_command(command: tuple[str | float, ...]) -> None:
    with pytest.raises(ValueError, match="no command of a path"):
        drawn(AutoShape("Wave", HERE, Path(1, 1, (command,)), BLUE))


def test_colours_are_the_theme_s_by_the_names_of_slides() -> None:
    colours = [Colour("dk1"), Colour("lt2"), Colour("accent2", 30, 70, 50, sat_mod=60)]
    part = drawn(*(AutoShape(f"Box {n}", HERE, "rect", colour) for n, colour in enumerate(colours)))
    found = part.find("//p:spPr//a:schemeClr")
    assert [each.get("val") for each in found] == ["tx1", "bg2", "accent2"]
    changes = [(each.tag.rpartition("}")[2], each.get("val")) for each in found[2]]
    assert changes == [("lumMod", "30000"), ("lumOff", "70000"), ("satMod", "60000"), ("alpha", "50000")]


def test_what_has_a_direction_is_flipped_and_what_has_none_is_not() -> None:
    part = drawn(*drawings(), language="ar")
    flipped = {each.getparent().getparent()[0][0].get("name") for each in part.find("//a:xfrm[@flipH='1']")}
    assert flipped == {"Ring", "Wave", "Drawing", "Line"}


def test_what_says_nothing_is_marked_as_decoration() -> None:
    part = drawn(*drawings())
    marked = {each.getparent().getparent().getparent().get("name") for each in part.find("//adec:decorative")}
    assert marked == {"Card", "Ring", "Disc", "Drawing", "Photograph", "Line"}
    assert {part.shape(name)[0][0].get("descr") for name in marked} == {""}
    described = {each.get("name"): each.get("descr") for each in part.find("//p:cNvPr[string(@descr)]")}
    assert described == {"Wave": "A wave", "Icon": "A migrant's way", "Sketch": "A disc on a ground"}


@pytest.mark.parametrize(
    ("member", "decorative"),
    [
        (AutoShape("Mute", HERE, "rect", BLUE), True),
        (Picture("Seen", HERE, png(), "Grey"), False),
        (
            Group(
                "Inner",
                HERE,
                (AutoShape("Said", HERE, "rect", text=fitted("Words", sample_table().rows[0][0].text.body)),),
            ),
            False,
        ),
    ],
)
def test_a_group_without_a_description_is_decoration_only_if_nothing_in_it_speaks(
    member: Shape, decorative: bool
) -> None:
    group = drawn(Group("Group", HERE, (member,))).shape("Group")
    assert bool(group[0][0].findall(".//{*}decorative")) is decorative


def test_a_slide_layout_s_drawings_lie_below_its_slots_and_are_decoration() -> None:
    layout = Part(write_pptx(deck()), "ppt/slideLayouts/slideLayout2.xml")
    names = [each.get("name") for each in layout.find("//p:cNvPr")]
    assert names == ["", "Marker", "Rule", "Title", "Body", "List", "Footer", "Slide number"]
    marked = [each.getparent().getparent().getparent().get("name") for each in layout.find("//adec:decorative")]
    assert marked == ["Marker", "Rule"]


def test_a_table_runs_in_the_reading_direction() -> None:
    assert drawn(sample_table()).one("//a:tblPr").get("rtl") is None
    part = drawn(sample_table(), language="ar")
    assert part.one("//a:tblPr").get("rtl") == "1"
    assert {each.get("rtl") for each in part.find("//a:tbl//a:pPr")} == {"1"}


def test_text_on_a_shape_stands_where_its_style_says() -> None:
    part = drawn(*drawings())
    bar = part.shape("Bar")
    assert bar.find(".//{*}pPr").get("algn") == "ctr"
    assert bar.find(".//{*}bodyPr").get("anchor") == "ctr"
    assert part.shape("Card").find("{*}txBody") is None
