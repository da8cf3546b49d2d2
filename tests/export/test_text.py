"""Texts: what is inherited, what is written, in both reading directions."""

from dataclasses import replace

import pytest

from deck.export.pptx import write_pptx
from deck.export.pptx.masters import master_slots
from deck.model.language import Language
from deck.model.shapes import Shape, TextBox
from deck.model.style import Bullet, TextBody, TextStyle
from deck.model.text import Paragraph, Run
from deck.model.units import Insets, Rect
from tests.export.decks import (
    BODY,
    CARD,
    FOOTER,
    LIST,
    NUMBER,
    PLAIN,
    THEME,
    deck,
    fills,
    fitted,
    numbered,
    says,
    slide,
)
from tests.export.packages import Part, parts

SLIDE = "ppt/slides/slide1.xml"
COVER_LAYOUT, LAYOUT = (f"ppt/slideLayouts/slideLayout{number}.xml" for number in (1, 2))
MASTER = "ppt/slideMasters/slideMaster1.xml"


def drawn(*shapes: Shape, language: str = "en") -> Part:
    return Part(write_pptx(deck(language, [slide("a", "A", *shapes)])), SLIDE)


def attributes(part: Part, path: str) -> list[dict[str, str]]:
    return [dict(each.attrib) for each in part.find(path)]


def test_a_filled_slot_inherits_everything() -> None:
    part = drawn(fills(BODY, "Words"))
    shape = part.shape("Body")
    assert len(shape[1]) == 0
    assert attributes(part, "//p:sp[.//p:ph[@idx=10]]//a:bodyPr") == [{}]
    assert attributes(part, "//p:sp[.//p:ph[@idx=10]]//a:rPr") == [{"lang": "en"}]
    assert not part.find("//p:sp[.//p:ph[@idx=10]]//a:pPr")


def test_only_a_changed_size_is_written() -> None:
    part = drawn(fills(BODY, (says("One"), says("two", level=1), Paragraph(())), (19.5, 20, 18)))
    assert attributes(part, "//p:sp[2]//a:rPr") == [{"lang": "en", "sz": "1950"}, {"lang": "en"}]
    assert attributes(part, "//p:sp[2]//a:endParaRPr") == [{"lang": "en", "sz": "1950"}]
    assert attributes(part, "//p:sp[2]//a:pPr") == [{"lvl": "1"}]


def test_only_a_changed_place_is_written() -> None:
    moved = replace(fills(BODY, "Words"), rect=Rect.of_units(10, 21, 90, 59))
    assert attributes(drawn(moved), "//p:sp[2]//a:off") == [{"x": str(moved.rect.left), "y": str(moved.rect.top)}]


def test_another_style_than_the_slot_has_is_written() -> None:
    style = replace(BODY.body.levels[0], italic=True, align="centre")
    box = replace(fills(BODY, "Words"), text=fitted("Words", TextBody((style,), anchor="bottom")))
    part = drawn(box)
    (properties,) = attributes(part, "//p:sp[2]//a:rPr")
    assert properties == {"lang": "en", "sz": "2200", "b": "0", "i": "1"}
    assert part.one("//p:sp[2]//a:pPr").get("algn") == "ctr"
    assert part.one("//p:sp[2]//a:bodyPr").get("anchor") == "b"


def test_bold_and_italic_are_written_where_the_style_lacks_them() -> None:
    runs = [Run("a", bold=True), Run("b", italic=True), Run("c")]
    part = drawn(fills(CARD, (says(*runs), says(*runs, level=1))))
    written = [{**each, "lang": ""} for each in attributes(part, "//p:sp[2]//a:rPr")]
    plain, bold, italic = {"lang": ""}, {"lang": "", "b": "1"}, {"lang": "", "i": "1"}
    assert written == [plain, italic, plain, bold, italic, plain]


def test_text_without_a_slot_says_all_that_it_is() -> None:
    style = TextStyle(18.5, bold=True, leading=0.9, space_before=2, space_after=3, indent=20, hanging=15)
    box = TextBox("Aside", BODY.rect, fitted("Words", TextBody((style,), Insets.of_units(1, 2, 3, 4))))
    part = drawn(box)
    paragraph = part.one("//p:sp[2]//a:pPr")
    assert dict(paragraph.attrib) == {
        "marL": "254000",
        "indent": "-190500",
        "algn": "l",
        "rtl": "0",
        "hangingPunct": "0",
    }
    assert [each.get("val") for each in paragraph.iter("{*}spcPct", "{*}spcPts")] == ["90000", "200", "300"]
    assert attributes(part, "//p:sp[2]//a:rPr") == [{"lang": "en", "sz": "1850", "b": "1", "i": "0"}]
    body = part.one("//p:sp[2]//a:bodyPr")
    assert [body.get(side) for side in ("lIns", "tIns", "rIns", "bIns")] == ["76200", "152400", "228600", "304800"]
    assert body[0].tag.endswith("noAutofit")


def test_a_line_break_stays_in_its_paragraph_and_has_a_language() -> None:
    part = drawn(fills(BODY, (says("one\vtwo\v"),)))
    assert [each.tag.rpartition("}")[2] for each in part.one("//p:sp[2]//a:p")] == ["r", "br", "r", "br"]
    assert attributes(part, "//p:sp[2]//a:br/a:rPr") == [{"lang": "en"}] * 2


@pytest.mark.parametrize(
    ("paragraphs", "starts"),
    [
        (numbered(1, "ab"), [None, None]),
        (numbered(11, "abc"), ["11", "11", "11"]),
        ((*numbered(4, "a"), says("note"), *numbered(5, "b")), ["4", "none", "5"]),
        ((*numbered(1, "a"), *numbered(3, "b")), [None, "3"]),
        ((*numbered(2, "a"), replace(says("under", level=1), number=7), *numbered(3, "b")), ["2", "7", "2"]),
    ],
)
def test_numbers_go_on_where_they_should(paragraphs: tuple[Paragraph, ...], starts: list[str | None]) -> None:
    part = drawn(fills(LIST, paragraphs))
    found = []
    for paragraph in part.find("//p:sp[2]//a:p"):
        number = paragraph.find(".//{*}buAutoNum")
        silent = paragraph.find(".//{*}buNone")
        found.append("none" if silent is not None else None if number is None else number.get("startAt"))
    assert found == starts


def test_bullets_name_theme_fonts_but_for_symbols() -> None:
    styles = tuple(TextStyle(18, bullet=Bullet(char)) for char in ("•", "❖"))
    box = TextBox("Aside", BODY.rect, fitted((says("a"), says("b", level=1)), TextBody(styles)))
    part = drawn(box)
    assert [each.get("typeface") for each in part.find("//a:buFont")] == ["+mj-lt", "Segoe UI Symbol"]
    assert [each.get("char") for each in part.find("//a:buChar")] == ["•", "❖"]


def test_a_link_keeps_its_text_s_colour() -> None:
    data = write_pptx(deck(slides=[slide("a", "A", fills(BODY, (says(Run("here", link='https://x.org/ä b"<&')),)))]))
    assert b'val="tx"' in parts(data)[SLIDE]
    relationships = Part(data, "ppt/slides/_rels/slide1.xml.rels").root
    (link,) = (each for each in relationships if each.get("Type", "").endswith("/hyperlink"))
    assert link.get("Target") == "https://x.org/ä%20b%22%3C&"
    assert link.get("TargetMode") == "External"


def test_the_slide_number_is_a_field_and_the_footer_is_not() -> None:
    part = drawn(fills(FOOTER, "A deck"), fills(NUMBER, "7"))
    field = part.one("//a:fld")
    assert (field.get("type"), "".join(field.itertext())) == ("slidenum", "7")
    assert part.one("//a:fld/a:rPr").get("lang") == "en"
    assert "".join(part.shape("Footer").itertext()) == "A deck"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_some_programs_seek_nowhere_else_is_in_each_slot_of_a_slide_layout(language: str) -> None:
    data = write_pptx(deck(language))
    for name in (LAYOUT, COVER_LAYOUT):
        for shape in Part(data, name).find("//p:sp[.//p:ph]"):
            slot, body = shape.find(".//{*}ph"), shape.find(".//{*}bodyPr")
            assert shape.find("{*}spPr/{*}prstGeom").get("prst") == "rect"
            assert slot.get("type") != "body" or shape.find("{*}spPr/{*}xfrm") is not None
            assert {"lIns", "tIns", "rIns", "bIns"} <= set(body.attrib)
            assert (body.find("{*}normAutofit") is not None) == (slot.get("type") in {"title", "body"})


def test_what_a_slide_layout_draws_is_marked_as_drawn() -> None:
    data = write_pptx(deck())
    for name, marked in ((LAYOUT, "1"), (COVER_LAYOUT, "1"), (SLIDE, None)):
        drawings = Part(data, name).find("//p:nvPr[not(p:ph)]")[1:]
        assert len(drawings) >= (marked is not None)
        assert {each.get("userDrawn") for each in drawings} <= {marked}


@pytest.mark.parametrize(
    ("tag", "written"),
    [("zh", "zh-CN"), ("zh-Hant", "zh-TW"), ("ja", "ja-JP"), ("ko", "ko-KR"), ("zh-HK", "zh-HK"), ("ar", "ar")],
)
def test_a_language_of_ideographs_is_written_with_its_region(tag: str, written: str) -> None:
    data = write_pptx(deck(tag, [slide("a", "A", fills(BODY, "字"), fills(NUMBER, "1"))]))
    for name in (SLIDE, LAYOUT, MASTER):
        languages = Part(data, name).find("//@lang")
        assert languages
        assert {str(each) for each in languages} <= {written, "en"}, "a slot says what it is for in English"
        assert written in map(str, languages)


def test_a_slot_for_text_has_its_place_where_it_is_the_master_s_too() -> None:
    body = master_slots(THEME, mirrored=False)["body"]
    same = replace(
        PLAIN,
        placeholders=tuple(replace(slot, rect=body.rect) if slot is BODY else slot for slot in PLAIN.placeholders),
    )
    data = write_pptx(replace(deck(slides=[slide("a", "A", layout=same)]), slide_layouts=(same,)))
    layout = Part(data, "ppt/slideLayouts/slideLayout1.xml")
    assert layout.shape("Body").find("{*}spPr/{*}xfrm/{*}off").get("x") == str(body.rect.left)


def test_a_slide_layout_says_only_what_the_master_does_not() -> None:
    layout = Part(write_pptx(deck()), LAYOUT)
    for name in ("Title", "Footer", "Slide number"):
        shape = layout.shape(name)
        assert shape.find(".//{*}xfrm") is None
        assert len(shape.find(".//{*}lstStyle")) == 0
        assert shape.find(".//{*}bodyPr").get("anchor") is None
    body = layout.shape("Body")
    assert len(body.find("{*}spPr")) == 2
    assert len(body.find(".//{*}lstStyle")) == 0
    assert [each.get("hasCustomPrompt") for each in layout.find("//p:ph")] == ["1", "1", "1", None, None]
    assert ["".join(each.itertext()) for each in body.iter("{*}p")] == ["First level", "Second", "Third"]
    assert "".join(layout.shape("Footer").itertext()) == "Footer"


def test_a_slide_layout_s_own_styles_have_all_levels_and_may_shrink() -> None:
    layout = Part(write_pptx(deck()), COVER_LAYOUT)
    card = layout.shape("Card")
    assert [each.tag.rpartition("}")[2] for each in card.find(".//{*}lstStyle")] == [f"lvl{n}pPr" for n in range(1, 10)]
    assert [each.get("sz") for each in card.iter("{*}defRPr")] == ["2400", *["1800"] * 8]
    assert card.find(".//{*}normAutofit") is not None
    (title,) = layout.shape("Title").find(".//{*}lstStyle")
    assert title.find(".//{*}schemeClr").get("val") == "bg1"


def test_the_master_styles_all_levels() -> None:
    master = Part(write_pptx(deck()), MASTER)
    for style in ("titleStyle", "bodyStyle", "otherStyle"):
        assert len(master.one(f"//p:{style}")) == 9
    assert [each.get("type") for each in master.find("//p:ph")] == ["title", "body", "ftr", "sldNum"]
    growing = {each.getparent().getparent().getparent()[0][0].get("name") for each in master.find("//a:normAutofit")}
    assert growing == {"Title", "Body"}
    assert [len(master.shape(name).find(".//{*}lstStyle")) for name in ("Title", "Body", "Footer")] == [0, 0, 1]


def test_the_master_is_mirrored_with_its_slides() -> None:
    left, right = (Part(write_pptx(deck(language)), MASTER).shape("Slide number") for language in ("en", "ar"))
    ends = [int(each.find(".//{*}off").get("x")) for each in (left, right)]
    assert ends[0] + int(left.find(".//{*}ext").get("cx")) == 12_192_000 - ends[1]


@pytest.mark.parametrize("name", [SLIDE, COVER_LAYOUT, MASTER, "ppt/notesMasters/notesMaster1.xml"])
def test_right_to_left_is_written_everywhere(name: str) -> None:
    box = TextBox("Aside", BODY.rect, fitted("Words", TextBody((TextStyle(18),), Insets.of_units(1, 2, 3, 4))))
    data = write_pptx(deck("ar", [slide("a", "A", fills(BODY, "Words"), box, fills(NUMBER, "1"))]))
    part = Part(data, name)
    levels = part.find("//a:lstStyle/* | //p:txStyles/*/* | //p:notesStyle/*" if name != SLIDE else "//a:pPr")
    assert levels
    assert {each.get("rtl") for each in levels} == {"1"}
    assert {each.get("algn") for each in levels} <= {"r", "l"}
    explicit = [each for each in part.find("//a:bodyPr") if each.attrib]
    assert {each.get("rtlCol") for each in explicit} == {"1"}
    if name == SLIDE:
        assert (explicit[0].get("lIns"), explicit[0].get("rIns")) == ("228600", "76200")
        # The number stands at the end of the line, which is on the left.
        assert part.shape("Slide number").find(".//{*}pPr").get("algn") == "l"
    assert Part(data, "ppt/presentation.xml").root.get("rtl") == "1"


@pytest.mark.parametrize(
    ("language", "fonts"),
    [
        ("en", ("Calibri", "Microsoft YaHei", "Tahoma")),
        ("ar", ("Calibri", "Microsoft YaHei", "Arial")),
        ("ja", ("Calibri", "Yu Gothic", "Tahoma")),
    ],
)
def test_the_theme_has_the_font_that_the_language_was_measured_in(language: str, fonts: tuple[str, str, str]) -> None:
    theme = Part(write_pptx(deck(language)), "ppt/theme/theme1.xml")
    for role in ("major", "minor"):
        font = theme.one(f"//a:{role}Font")
        assert tuple(each.get("typeface") for each in font[:3]) == fonts
        assert [each.get("script") for each in font[3:]] == ["Arab", "Hans", "Jpan"]


@pytest.mark.parametrize(("own", "other", "side"), [("ar", "en", ("r", "1")), ("en", "ar", (None, None))])
@pytest.mark.parametrize("explicit", [False, True])
def test_words_in_a_language_of_the_other_direction_begin_on_the_deck_s_side(
    own: str, other: str, side: tuple[str | None, str | None], *, explicit: bool
) -> None:
    words = says(Run("Words", language=Language(other)))
    box = TextBox("Aside", BODY.rect, fitted((words,), TextBody((TextStyle(18),), Insets.of_units(1, 2, 3, 4))))
    part = Part(write_pptx(deck(own, [slide("a", "A", box if explicit else fills(BODY, (words,)))])), SLIDE)
    written = part.shape("Aside" if explicit else "Body").find(".//{*}pPr")
    found = (None, None) if written is None else (written.get("algn"), written.get("rtl"))
    assert found == (("l", "0") if explicit and own == "en" else side)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_code_is_in_its_font_and_not_proofread(language: str) -> None:
    runs = Run("say "), Run("git --push", code=True), Run("كود", code=True)
    part = drawn(fills(BODY, (says(*runs),)), language=language)
    written = attributes(part, "//p:sp[2]//a:rPr")
    assert [each.get("noProof") for each in written] == [None, "1", "1"]
    fonts = [[each.get("typeface") for each in run] for run in part.find("//p:sp[2]//a:rPr")]
    assert fonts == [[], ["Consolas", "+mn-ea", "Consolas"], ["Consolas", "+mn-ea", "+mn-cs"]]


def test_notes_have_their_lists() -> None:
    notes = (says("Words"), says("one", level=1), replace(says("two", level=1), number=2), says("below", level=2))
    name = "ppt/notesSlides/notesSlide1.xml"
    part = Part(write_pptx(deck(slides=[replace(slide("a", "A"), notes=notes)])), name)
    bullets = [
        (one.find(".//{*}buChar") is not None, one.find(".//{*}buAutoNum") is not None) for one in part.find("//a:p")
    ]
    assert bullets == [(False, False), (True, False), (False, True), (True, False)]
    assert [one.get("marL") for one in part.find("//a:pPr")] == ["0", "177800", "177800", "355600"]
    assert {one.get("sz") for one in part.find("//a:rPr")} == {"1200"}
    plain = Part(write_pptx(deck(slides=[replace(slide("a", "A"), notes=(says("Words"),))])), name)
    assert not plain.find("//a:pPr")
