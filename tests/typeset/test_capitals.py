"""Text in capitals is as wide as it is shown, and stays as it is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deck.export.pptx import write_pptx
from deck.export.svg import slide_svg
from deck.model.language import Language
from deck.model.style import Caps, TextBody, TextStyle
from deck.model.text import Text
from deck.model.typesetting import FittedText, Frame
from deck.model.units import Rect
from deck.pipeline.build import lay_out
from deck.typeset import Typesetter
from tests.export.packages import Part
from tests.export.templates import built_in, replacing, template
from tests.outlines import write_outline
from tests.typeset.frames import THEME

STYLE = TextStyle(20, 20)


def fitted(words: str, caps: Caps = "none", width: float = 150) -> FittedText:
    body = TextBody((replace(STYLE, caps=caps),))
    frame = Frame(Text.of(words).paragraphs, body, Rect.of_units(0, 0, width, 60))
    return Typesetter(THEME, Language("en")).measure(frame)


@pytest.mark.parametrize("caps", ["all", "small"])
@pytest.mark.parametrize("words", ["What we found", "Die Straße", "**Bold** and *slanted*", "ﬁne Ǆ ŉ", "‏שלום وسلام"])
def test_words_are_as_wide_as_their_capitals(words: str, caps: Caps) -> None:
    shown, written = fitted(words.upper()), fitted(words, caps)
    assert [line.width for line in written.lines] == [line.width for line in shown.lines]
    assert [line.width for line in written.drawn] == pytest.approx([line.width for line in shown.drawn], abs=0.2)
    assert written.paragraphs == Text.of(words).paragraphs
    assert "".join(run.text for line in written.drawn for run in line.runs) == written.paragraphs[0].plain


def test_a_text_that_fits_in_small_letters_only_is_told() -> None:
    words = "A heading that just about fits"
    width = fitted(words).lines[0].width / 6 * 1.02
    assert len(fitted(words, width=width).lines) == 1
    assert len(fitted(words, "all", width).lines) == 2


def test_a_theme_sets_a_style_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text("extends: alliance\nstyles: {title: {caps: all}}\n", encoding="utf-8")
    outline = write_outline(tmp_path, "layout: text\ntitle: Straße & co\ntext: Words\n")
    outline.write_text(outline.read_text("utf-8").replace("theme: alliance", "theme: brand.yaml"), encoding="utf-8")
    deck = lay_out(outline).deck
    drawn = slide_svg(deck, deck.slides[0])
    assert "STRASSE &amp; CO" in drawn
    assert "Words" in drawn
    data = write_pptx(deck)
    master = Part(data, "ppt/slideMasters/slideMaster1.xml")
    assert master.find("//p:titleStyle/a:lvl1pPr/a:defRPr/@cap") == ["all"]
    assert master.find("//p:bodyStyle//a:defRPr/@cap") == []
    assert "Straße & co" in Part(data, "ppt/slides/slide1.xml").find("//a:t/text()")


@pytest.mark.parametrize("caps", ["all", "small"])
def test_a_template_s_capitals_are_measured_and_drawn(tmp_path: Path, caps: Caps) -> None:
    own = template(
        parts={"ppt/slideMasters/slideMaster1.xml": replacing(r"(<p:titleStyle>.*?<a:defRPr )", rf'\1cap="{caps}" ')}
    )
    deck = built_in(tmp_path, own).deck
    plain = built_in(tmp_path, template()).deck
    assert (deck.theme.style("title").caps, plain.theme.style("title").caps) == (caps, "none")

    def title(each: object) -> FittedText:
        return next(box.text for box in each.slides[3].shapes if box.placeholder.type == "title")  # type: ignore[attr-defined]

    assert title(deck).lines[0].width > 1.1 * title(plain).lines[0].width
    drawn = slide_svg(deck, deck.slides[3])
    assert "THE NETWORK" in drawn if caps == "all" else '<tspan font-size="0.8em">HE</tspan>' in drawn
    # A slide layout that joins its master says of all but the title that it is in no capitals.
    joined = Part(write_pptx(deck), "ppt/slideLayouts/slideLayout12.xml")
    assert set(joined.find("//a:defRPr/@cap")) == {"none"}
    assert joined.find("//a:defRPr[not(@cap)]") == []
