"""The lines that pictures show: as wide as LibreOffice sets them, and broken where it breaks them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from deck.model.style import TextStyle
from deck.model.text import Paragraph, Run
from deck.model.typesetting import FittedText
from deck.typeset.drawn import dots
from deck.typeset.drawn_breaks import break_before, firm_breaks
from tests.typeset.sample import box, typesetter


def drawn(fitted: FittedText) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in fitted.drawn]


@pytest.mark.parametrize(("size", "expected"), [(11, 92), (14, 117), (18, 150), (21.5, 179), (22, 183), (44, 367)])
def test_sizes_are_whole_dots(size: float, expected: int) -> None:
    assert dots(size) == expected


# What LibreOffice 7.4 drew of 40 or so letters, in points, of which each is a whole number of dots wide.
@pytest.mark.parametrize(
    ("text", "size", "width"),
    [
        ("i" * 43, 14, 139.32),
        ("c" * 40 + " cc", 22, 393.0),
        ("n" * 40 + " nn", 30, 667.08),
        ("r" * 40 + " rr", 22, 327.48),
        ("Pathfinder Countries commit to go further and faster to achieve SDG Target 8.7 by accelerating", 22, 840.6),
    ],
)
def test_a_line_is_as_wide_as_it_is_drawn(text: str, size: float, width: float) -> None:
    (line,) = typesetter().measure(box(text, width=2000, style=TextStyle(size, 8))).drawn
    assert line.width == pytest.approx(width, abs=0.15)


@pytest.mark.parametrize(("room", "expected"), [(840.4, 2), (840.7, 1)])
def test_a_word_is_taken_as_long_as_it_fits_to_the_dot(room: float, expected: int) -> None:
    text = "Pathfinder Countries commit to go further and faster to achieve SDG Target 8.7 by accelerating"
    assert len(typesetter().measure(box(text, width=room, style=TextStyle(22, 8))).drawn) == expected


# Each was drawn by LibreOffice, with the last character that fits before the first bar.
@pytest.mark.parametrize(
    ("text", "fits", "expected"),
    [
        ("国家有2760万人", "国家有27", "国家有|2760万人"),
        ("国家。2021年", "国家。", "国家。|2021年"),
        ("国家。2021年", "国家。20", "国|家。2021年"),
        ("国家（今天）", "国家（", "国家|（今天）"),
        ("国家ABC（今天）", "国家ABC", "国家|ABC（今天）"),
        ("国家ABC（今天）", "国家ABC（", "国家ABC|（今天）"),
        ("我们改变”——年度", "我们改变”", "我们改变”|——年度"),
        ("我们改变”——年度", "我们改变", "我们改|变”——年度"),
        ("我们改变、", "我们改变", "我们改|变、"),
        ("目标8.7、ILO", "目标8.7", "目标|8.7、ILO"),
        ("report, 2023–2024", "report, 2023–20", "report, 2023–|2024"),
        ("a well-known 2023-2024", "a well-kn", "a well-|known 2023-2024"),
        ("and/or else", "and/o", "and/|or else"),
        ("why?not", "why?no", "why?|not"),
        ("然后查看dist/deck.pptx文件", "然后查看dist/de", "然后查看dist/|deck.pptx文件"),
        ("输出 dist，查看dist/deck.pptx", "输出 dist，查看dist/de", "输出 |dist，查看dist/deck.pptx"),
        ("国家/地区和领土", "国家/", "国|家/地区和领土"),
        ("two words", "two wo", "two |words"),
        ("two words", "two", "two| words"),
    ],
)
def test_a_full_line_ends_where_it_is_drawn_to_end(text: str, fits: str, expected: str) -> None:
    end = len(fits) if text[len(fits)] == " " else break_before(text, 0, len(fits), firm_breaks(text, 0, len(text)))
    assert f"{text[:end]}|{text[end:]}" == expected


def test_a_path_that_began_its_line_is_broken_where_the_line_is_full() -> None:
    text = "x and/or else"
    assert break_before(text, 0, len("x and/o"), firm_breaks(text, 0, len(text))) == len("x ")
    assert break_before(text, len("x "), len("x and/o"), firm_breaks(text, 0, len(text))) == len("x and/o")


def test_a_number_may_be_parted_from_an_ideograph_in_a_picture_but_not_in_the_proof() -> None:
    fitted = typesetter("zh").measure(box("其中有2760万人从事", width=75, style=TextStyle(20, 8)))
    assert drawn(fitted)[:2] == ["其中有", "2760万"]
    assert "".join(run.text for run in fitted.lines[1].runs).startswith("有2760")


@pytest.mark.parametrize("room", range(220, 640, 20))
def test_no_more_lines_are_drawn_than_are_proved_to_fit_where_paths_stand_among_ideographs(room: int) -> None:
    text = "运行 build --output dist 命令，然后在发送之前查看dist/deck.zh.pptx文件，确认各个国家/地区的内容都正确"
    fitted = typesetter("zh").measure(box(text, width=room, style=TextStyle(24, 8)))
    assert len(fitted.drawn) <= len(fitted.lines)


def test_a_path_wider_than_its_line_is_still_broken_between_its_ideographs() -> None:
    fitted = typesetter("zh").measure(box("看 在发送之前查看a/b", width=110, style=TextStyle(20, 8)))
    assert fitted.fits
    assert ["".join(run.text for run in line.runs) for line in fitted.lines][:2] == ["看", "在发送之前"]


def test_a_word_wider_than_its_line_is_drawn_broken() -> None:
    fitted = typesetter().measure(box("unbreakable", width=40, style=TextStyle(20, 8)))
    assert not fitted.fits
    assert len(fitted.lines) == 1
    assert len(fitted.drawn) > 1
    assert "".join(drawn(fitted)) == "unbreakable"


def test_kerning_does_not_reach_over_a_change_of_weight() -> None:
    style = TextStyle(44, 8)
    (one,) = typesetter().measure(box("To To", width=900, style=style)).drawn
    parted = Paragraph((Run("T"), Run("o", bold=True), Run(" T"), Run("o", bold=True)))
    (other,) = typesetter().measure(box(parted, width=900, style=style)).drawn
    (plain,) = typesetter().measure(box("To To", width=900, style=style)).lines
    assert one.width < plain.width - 2
    assert other.width > one.width + 2


def test_a_deck_is_written_without_them() -> None:
    script = (
        "import sys; from deck import default_outline, lay_out; from deck.export.pptx import write_pptx; "
        "write_pptx(lay_out(default_outline()).deck); sys.exit('deck.typeset.drawn' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
