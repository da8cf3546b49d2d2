"""In Chinese, Japanese and Korean no figure of a slide of figures is parted from its scale by the end of a line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deck.layouts import LAYOUTS
from deck.model.shapes import TextBox
from deck.pipeline.build import lay_out
from deck.pipeline.reference import example
from tests.outlines import write_outline

_NAMES = ("statistics", "change", "key-figure", "scorecard", "amounts")
_FIGURE = re.compile(r"[^\w\s]*\d[\d.,]*(?:[万亿億만억]\w?|%)?")


@pytest.mark.parametrize("language", ["zh", "ja", "ko"])
@pytest.mark.parametrize("theme", ["alliance", "editorial", "midnight", "plain"])
def test_a_figure_is_on_one_line(theme: str, language: str, tmp_path: Path) -> None:
    slides = [slide for name in _NAMES for slide in (example(LAYOUTS[name]), *LAYOUTS[name].samples)]
    outline = write_outline(tmp_path, *slides, language=language)
    outline.write_text(outline.read_text("utf-8").replace("theme: alliance", f"theme: {theme}"), "utf-8")
    found = set()
    for slide in lay_out(outline).deck.slides:
        for shape in slide.shapes:
            if isinstance(shape, TextBox):
                for at, paragraph in enumerate(shape.text.paragraphs):
                    if _FIGURE.fullmatch(paragraph.plain):
                        found.add(paragraph.plain)
                        lines = [line for line in shape.text.drawn if line.paragraph == at]
                        assert len(lines) == 1, f"{slide.id}: {paragraph.plain}"
    assert {"5000万", "2490万"} <= {each.replace(",", "").replace("만", "万") for each in found}
