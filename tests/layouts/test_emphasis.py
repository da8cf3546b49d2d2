"""Bold words in a title that is bold: seen by a colour, in every theme, and only where others are not bold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pptx import Presentation

from deck.export.pptx import write_pptx
from deck.export.svg import slide_svg
from deck.layouts.frame.furniture import WHITE
from deck.model.shapes import TextBox
from deck.pipeline.build import lay_out
from deck.pipeline.places import assets
from tests.contrast import contrast
from tests.outlines import write_outline

BOLD_TITLES = ("alliance", "midnight", "plain")
MIXED, WHOLE = "Half of **those** in it", "**All of it**"
_FILL = re.compile(r'<a:schemeClr val="(\w+)"')


def slide(title: str, more: str = "") -> str:
    return f'layout: bullets\ntitle: "{title}"\nitems: [One, Two]\n{more}'


def test_these_are_the_themes_with_bold_titles() -> None:
    every = {path.stem for path in (assets() / "themes").glob("*.yaml")}
    assert every - {"editorial"} == set(BOLD_TITLES)


@pytest.mark.parametrize("theme", BOLD_TITLES)
def test_they_are_in_a_colour_that_is_read_and_told_apart(theme: str, tmp_path: Path) -> None:
    outline = write_outline(tmp_path, slide(MIXED), slide(WHOLE), slide("None of it"))
    outline.write_text(outline.read_text("utf-8").replace("theme: alliance", f"theme: {theme}"), "utf-8")
    deck = lay_out(outline).deck
    (title,) = (box for box in deck.slides[0].shapes if isinstance(box, TextBox) and box.name == "Title")
    style = title.text.body.levels[0]
    assert style.bold
    assert style.emphasis
    shown = deck.theme.rgb(style.emphasis)
    assert contrast(shown, deck.theme.rgb(WHITE)) >= 4.5
    assert shown != deck.theme.rgb(style.colour)
    (tmp_path / "deck.pptx").write_bytes(write_pptx(deck))
    mixed, *others = [each.shapes.title.text_frame for each in Presentation(str(tmp_path / "deck.pptx")).slides]
    coloured = [_FILL.findall(run._r.xml) for run in mixed.paragraphs[0].runs]
    assert coloured == [[], [style.emphasis.scheme], []]
    assert not any(_FILL.findall(run._r.xml) for each in others for run in each.paragraphs[0].runs)
    drawn = slide_svg(deck, deck.slides[0])
    assert re.search(rf'fill="#{"".join(f"{part:02x}" for part in shown)}"[^>]*>those<', drawn, re.IGNORECASE)


def test_over_a_picture_they_are_as_light_as_the_others(tmp_path: Path) -> None:
    deck = lay_out(write_outline(tmp_path, slide(MIXED, "background: well.jpg"))).deck
    (title,) = (box for box in deck.slides[0].shapes if isinstance(box, TextBox) and box.name == "Title")
    assert title.text.body.levels[0].emphasis is None
