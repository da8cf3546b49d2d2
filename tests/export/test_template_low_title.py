"""A template whose titles stand under the text, or in the middle of its slides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

import pytest
from pptx import Presentation

from deck.export.pptx import write_pptx
from deck.model.shapes import TextBox
from deck.model.units import EMU_PER_UNIT
from deck.pipeline.template_report import report
from tests.export.templates import built_in, template
from tests.validator import validate

_TITLE_TOP = 5_000_000
_PHOTO = "picture: {file: well.png, description: A well}"
_SLIDES = f"""\
      - {{id: list, layout: bullets, title: What we found, items: [{{id: a, text: The first thing}}]}}
      - {{id: cards, layout: cards, title: Cards, cards: [{{id: a, heading: A, text: B}}, {{id: b, heading: C}}]}}
      - {{id: speaks, layout: speaker, title: Overview, name: Jane Colombini, role: For the Secretariat}}
      - {{id: photo, layout: picture, title: A well, {_PHOTO}, place: left, text: Two hours on foot}}
      - {{id: ask, layout: questions, title: Your questions, text: Write to us, qr: "https://example.org"}}
"""


def _titles_at(top: int, body: tuple[int, int]) -> bytes:
    def change(made: Presentation) -> None:  # type: ignore[valid-type]
        for slot in made.slide_master.placeholders:  # type: ignore[attr-defined]
            kind = slot.element.xpath(".//p:ph")[0].get("type")
            if kind == "title":
                slot.left, slot.top, slot.width, slot.height = 457_200, top, 8_229_600, 1_000_000
            elif kind == "body":
                slot.left, slot.top, slot.width, slot.height = 457_200, body[0], 8_229_600, body[1]

    return template(change)


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "ar"])
def test_content_stands_over_titles_at_the_foot(language: str, tmp_path: Path) -> None:
    built = built_in(tmp_path, _titles_at(_TITLE_TOP, (450_000, 4_400_000)), language=language, slides=_SLIDES)
    assert not [each for each in built.diagnostics if each.code == "text-overflow"]
    theme = built.deck.theme
    assert theme.grid.body_top * EMU_PER_UNIT < 600_000
    assert theme.grid.body_bottom * EMU_PER_UNIT <= _TITLE_TOP
    listed, *_, photo, asked = built.deck.slides
    assert listed.slide_layout.native
    for tree in built.deck.slides:
        title, *others = tree.shapes
        assert isinstance(title, TextBox)
        assert title.rect.bottom <= 6_858_000
        content = [each.rect for each in others if getattr(each, "field", None) not in (None, "presentation.footer")]
        assert content
        if tree is asked:
            assert all(each.bottom <= _TITLE_TOP for each in (title.rect, *content))
            assert tree.slide_layout.joins
        elif tree is photo:
            # On a ground of its own, in the other half.
            said = [each.rect for each in others if isinstance(each, TextBox) and each.field == "text"]
            assert said
            assert not any(each.meets(title.rect) for each in said)
        else:
            assert title.rect.top == _TITLE_TOP
            assert all(each.bottom <= _TITLE_TOP for each in content)
    assert validate(write_pptx(built.deck)) == []


def test_under_a_title_from_the_middle_text_looks_as_the_masters(tmp_path: Path) -> None:
    built = built_in(tmp_path, _titles_at(2_900_000, (450_000, 2_000_000)), slides=_SLIDES)
    theme = built.deck.theme
    assert theme.grid.title_top * EMU_PER_UNIT < 500_000
    sizes = [theme.styles[f"body-{level}"].size for level in (1, 2, 3)]
    assert sizes == [32, 28, 24]
    assert all(theme.styles[f"body-{level}"].bullet for level in (1, 2, 3))


def test_the_report_is_even_where_slide_layouts_have_names_in_chinese(tmp_path: Path) -> None:
    def named(made: Any) -> None:
        for layout, name in zip(made.slide_layouts, ["标题幻灯片", "标题和内容", "节标题"], strict=False):
            layout.name = name

    change: Callable[[Any], None] = named
    lines = report(built_in(tmp_path, template(change)).deck.theme)
    rows = [line for line in lines if line.startswith(("no.", "1 ", "2 ", "3 ", "6 "))]
    starts = []
    for row in rows:
        at = row.index("slots") if row.startswith("no.") else row.index("title")
        starts.append(at + sum(east_asian_width(each) in "WF" for each in row[:at]))
    assert len(rows) == 5
    assert len(set(starts)) == 1
