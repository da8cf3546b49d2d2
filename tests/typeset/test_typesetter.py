"""Exact numbers: Carlito's advances are a font's, the rest is adding up."""

import sys
from dataclasses import replace

import pytest

from deck.model.language import Language
from deck.model.style import Bullet, TextStyle
from deck.model.text import Paragraph, Run
from deck.model.units import Insets
from deck.typeset import Typesetter
from deck.typeset.fonts import is_known_mono
from tests.typeset.frames import THEME
from tests.typeset.sample import box, lines, typesetter

LINE = 1.22


def test_a_line_is_as_wide_as_its_letters() -> None:
    (line,) = typesetter().measure(box("Hi", style=TextStyle(100, 14))).lines
    assert line.width == pytest.approx(62.3 + 22.9, abs=0.1)


def test_full_size_is_exactly_the_styles() -> None:
    frame = box("short", style=(TextStyle(22.3), TextStyle(17.7)))
    (fitted,) = typesetter().fit([frame])
    assert fitted.sizes == (22.3, 17.7)
    assert fitted.fits
    assert fitted.shrunk == 1


def test_sizes_are_half_points_and_none_below_its_least() -> None:
    levels = (TextStyle(22, 20), TextStyle(19.7, 10), TextStyle(12, 14))
    fitted = typesetter().measure(box("a", style=levels), 0.83)
    assert fitted.sizes == (20, 16, 12)


def test_the_height_is_its_lines_spaces_and_insets() -> None:
    style = TextStyle(20, leading=0.9, space_before=5, space_after=7)
    frame = box("a", "b", "c\vd", style=style, insets=Insets.of_units(0, 1, 0, 2))
    fitted = typesetter().measure(frame)
    assert fitted.height == pytest.approx(4 * 20 * LINE * 0.9 + 2 * (5 + 7) + 18)
    assert [round(line.top, 2) for line in fitted.lines] == [6, 39.96, 73.92, 95.88]
    assert [line.first for line in fitted.lines] == [True, True, True, False]


def test_lines_are_drawn_as_engines_draw_them() -> None:
    fitted = typesetter().measure(box("a\vb", style=TextStyle(20, leading=0.9), insets=Insets.of_units(0, 1, 0, 0)))
    assert [round(line.top, 2) for line in fitted.drawn] == [6, 27.6]
    words = "one two three four"
    (line,) = typesetter().measure(box(words, width=900)).drawn
    # Wide enough for the words as they are kerned, but not as they are proved to fit.
    fitted = typesetter().measure(box(words, width=line.width))
    assert (len(fitted.lines), len(fitted.drawn)) == (2, 1)


def test_overflow_is_in_points() -> None:
    fitted = typesetter().measure(box("a\vb\vc", height=60))
    assert fitted.overflow == pytest.approx(3 * 20 * LINE - 60)
    assert not fitted.fits


def test_the_fit_is_the_largest() -> None:
    frame = box(
        "All of this should go into a box that is rather small for it. " * 3, height=100, style=TextStyle(30, 8)
    )
    setter = typesetter()
    (fitted,) = setter.fit([frame])
    assert fitted.fits
    assert 8 < fitted.sizes[0] < 30
    assert not setter.measure(frame, (fitted.sizes[0] + 0.5) / 30).fits


def test_frames_together_share_one_scale() -> None:
    style = TextStyle(30, 8)
    full, small = box("much to say " * 20, height=150, style=style), box("little", height=150, style=style)
    both = typesetter().fit([full, small])
    assert both[0].sizes == both[1].sizes == typesetter().fit([full])[0].sizes


def test_what_never_fits_is_set_at_the_least_and_says_by_how_much() -> None:
    fitted, other = typesetter().fit([box("word " * 500, height=100), box("fits", height=100)])
    assert fitted.sizes == other.sizes == (14,)
    assert fitted.overflow == pytest.approx(fitted.height - 100)
    assert other.fits


def test_a_size_at_which_a_word_is_wider_than_its_line_is_refused() -> None:
    fitted, *_ = typesetter().fit([box("Arbeitsschutzgesetzgebung", width=180, style=TextStyle(30, 10))])
    assert fitted.fits
    assert fitted.lines[0].width <= 180
    fitted, *_ = typesetter().fit([box("x" * 60, width=100)])
    assert fitted.overflow == pytest.approx(fitted.lines[0].width * 1.01 - 100)


def test_a_bullet_hangs() -> None:
    style = TextStyle(20, indent=21, hanging=21, bullet=Bullet("•"))
    fitted = typesetter().measure(box("one two three four five six seven eight", style=style, width=150))
    assert {line.start for line in fitted.lines} == {21}


def test_a_number_wider_than_its_hanging_indent_pushes_the_first_line() -> None:
    style = TextStyle(20, indent=15, hanging=15)
    fitted = typesetter().measure(box(Paragraph((Run("one two three four"),), number=12), style=style, width=100))
    assert [round(line.start, 1) for line in fitted.lines] == [round((0.507 * 2 + 0.252) * 20, 1), 15]


def test_a_bullet_without_a_hanging_indent_stands_before_the_first_word() -> None:
    style = TextStyle(20, indent=10, bullet=Bullet("•"))
    assert typesetter().measure(box("one", style=style)).lines[0].start == pytest.approx(10 + 0.498 * 20, abs=0.01)


def test_without_a_bullet_the_first_line_hangs_out() -> None:
    style = TextStyle(20, indent=30, hanging=10)
    fitted = typesetter().measure(box("one two three four five six seven", style=style, width=150))
    assert [line.start for line in fitted.lines][:2] == [20, 30]


@pytest.mark.parametrize(("align", "start"), [("start", 6), ("centre", 128.61), ("end", 251.22)])
def test_alignment(align: str, start: float) -> None:
    style = TextStyle(100, align=align)  # type: ignore[arg-type]
    frame = box("l", style=style, width=280, insets=Insets.of_units(1, 0, 0.96, 0))
    assert typesetter().measure(frame).lines[0].start == pytest.approx(start, abs=1.5)


def test_a_middle_anchor_centres_the_lines() -> None:
    fitted = typesetter().measure(box("a", height=100, anchor="middle"))
    assert fitted.lines[0].top == pytest.approx((100 - 20 * LINE) / 2)


def test_bold_and_italic_have_their_own_widths() -> None:
    def width(**look: bool) -> float:
        return typesetter("ru").measure(box(Paragraph((Run("тоже", **look),)))).lines[0].width

    assert len({width(), width(bold=True), width(italic=True), width(bold=True, italic=True)}) == 4


def test_runs_keep_their_looks_on_each_line() -> None:
    paragraph = Paragraph((Run("one two "), Run("three", bold=True, link="https://example.org"), Run(" four")))
    fitted = typesetter().measure(box(paragraph, width=90))
    assert lines(fitted) == ["one two", "three four"]
    assert fitted.lines[1].runs == (paragraph.runs[1], Run(" four"))


def test_levels_beyond_the_last_take_the_last() -> None:
    fitted = typesetter().measure(box(Paragraph((Run("a"),), level=5), style=(TextStyle(20), TextStyle(10))))
    assert fitted.height == pytest.approx(10 * LINE)


def test_no_paragraphs_are_no_lines() -> None:
    (fitted,) = typesetter().fit([box(insets=Insets.of_units(0, 1, 0, 1))])
    assert (fitted.lines, fitted.height, fitted.overflow) == ((), 12, 0)


def test_an_empty_paragraph_is_one_line_high() -> None:
    assert typesetter().measure(box("")).height == pytest.approx(20 * LINE)


def test_arabic_letters_are_joined() -> None:
    setter = typesetter("ar")
    (joined,) = setter.measure(box("عمل", style=TextStyle(100))).lines
    (apart,) = setter.measure(box("ع\u200cم\u200cل", style=TextStyle(100))).lines
    assert joined.width < apart.width


def test_chinese_is_an_em_a_character_and_breaks_between_them() -> None:
    fitted = typesetter("zh").measure(box("我们共同努力，消除童工劳动", width=105))
    assert lines(fitted) == ["我们共同努", "力，消除童", "工劳动"]
    assert fitted.lines[0].width == pytest.approx(100)
    assert lines(typesetter("zh").measure(box("我们共同努力，消除", width=125)))[0] == "我们共同努"


def test_an_unknown_font_is_given_room_and_reported() -> None:
    def setter(font: str) -> Typesetter:
        return Typesetter(replace(THEME, minor=replace(THEME.minor, latin=font)), Language("en"))

    unknown, arial = setter("Fancy Sans"), setter("Arial")
    frame = box("width")
    assert unknown.measure(frame).lines[0].width == pytest.approx(arial.measure(frame).lines[0].width * 1.17)
    assert unknown.unknown_fonts == ("Fancy Sans",)
    assert [each.code for each in unknown.diagnostics()] == ["unknown-font"]
    assert arial.diagnostics() == ()


def test_without_harfbuzz_devanagari_is_estimated_and_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = box("श्रमिकों और नियोक्ताओं", style=TextStyle(20), width=600)
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    setter = typesetter("hi")
    assert setter.measure(frame).lines[0].width > 100
    assert [each.code for each in setter.diagnostics()] == ["unshaped-script"]
    monkeypatch.undo()
    shaped = typesetter("hi")
    if not shaped.measure(frame).lines[0].width or shaped.diagnostics():
        pytest.skip("no font for Devanagari here")
    assert shaped.measure(frame).lines[0].width <= setter.measure(frame).lines[0].width


def test_code_is_as_wide_as_its_letters_and_spaces() -> None:
    words = Paragraph((Run("a b", code=True),))
    (line,) = typesetter().measure(replace(box("x", style=TextStyle(100, 14)), paragraphs=(words,))).lines
    (seen,) = typesetter().measure(replace(box("x", style=TextStyle(100, 14)), paragraphs=(words,))).drawn
    assert line.width == pytest.approx(3 * 100 * 1233 / 2048)
    assert seen.width == pytest.approx(3 * 100 * 1233 / 2048, rel=0.01)


def test_marks_of_direction_round_code_take_no_room() -> None:
    for code in ("ab", "\u200eab\u200e"):
        words = Paragraph((Run(code, code=True),))
        (line,) = typesetter("ar").measure(replace(box("x", style=TextStyle(100, 14)), paragraphs=(words,))).lines
        assert line.width == pytest.approx(2 * 100 * 1233 / 2048)


def test_a_font_for_code_that_is_not_known_is_told_where_there_is_code() -> None:
    fonts = replace(THEME.minor, mono="Odd Mono")
    setter = Typesetter(replace(THEME, major=fonts, minor=fonts), Language("en"))
    setter.measure(box("words"))
    assert "Odd Mono" not in setter.unknown_fonts
    setter.measure(replace(box("x"), paragraphs=(Paragraph((Run("a", code=True),)),)))
    assert "Odd Mono" in setter.unknown_fonts


@pytest.mark.parametrize("font", ["Consolas", "Courier New", "IBM Plex Mono", "Source Code Pro"])
def test_fonts_for_code_are_known(font: str) -> None:
    assert is_known_mono(font)
