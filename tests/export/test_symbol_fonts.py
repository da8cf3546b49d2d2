"""Bullets of fonts whose letters are signs: in Unicode, wherever we draw them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deck.export.pptx import write_pptx
from deck.export.pptx.template.symbol_fonts import shown
from deck.export.svg import slide_svg
from tests.export.packages import Part, parts
from tests.export.templates import built_in, replacing, template


@pytest.mark.parametrize(
    ("font", "char", "sign"),
    [
        ("Wingdings", "v", "❖"),
        ("wingdings", "\uf076", "❖"),
        ("Wingdings", "§", "▪"),
        ("Wingdings", "\uf0a7", "▪"),
        ("Wingdings", "n", "■"),
        ("Wingdings", "l", "●"),
        ("Wingdings", "q", "❑"),
        ("Wingdings", "u", "◆"),
        ("Wingdings", "Ø", "➢"),
        ("Wingdings", "ü", "✔"),
        ("Wingdings", "à", "→"),
        ("Wingdings", "Ÿ", "•"),
        ("Wingdings 2", "˜", "●"),
        ("Wingdings 3", "}", "▶"),
        ("Webdings", "a", "✔"),
        ("Symbol", "·", "•"),
        ("Symbol", "\uf0b7", "•"),
        ("Symbol", "-", "−"),
        ("Marlett", "b", "•"),
        ("Wingdings", "\x01", "•"),
        ("Wingdings", "vv", "•"),
        ("Wingdings", "中", "•"),
        ("Arial", "v", "v"),
        ("Arial", "–", "–"),
        ("Arial", "\uf076", "•"),
        (None, "»", "»"),
        (None, "", "•"),
    ],
)
def test_a_sign_is_unicode_s(font: str | None, char: str, sign: str) -> None:
    assert shown(char, font) == sign


def test_a_template_s_signs_are_kept_in_its_file_and_drawn_as_unicode_s(tmp_path: Path) -> None:
    sign = r'<a:buFont typeface="Wingdings"/><a:buChar char="v"/>'
    own = template(
        parts={
            "ppt/slideMasters/slideMaster1.xml": replacing(
                r"<a:buFont typeface=\"Arial\"/><a:buChar char=\"•\"/>", sign
            )
        }
    )
    deck = built_in(tmp_path, own).deck
    data = write_pptx(deck)
    assert sign in parts(data)["ppt/slideMasters/slideMaster1.xml"].decode()
    listed = next(slide for slide in deck.slides if slide.id == "list")
    assert listed.slide_layout.native
    assert not Part(data, "ppt/slides/slide3.xml").find("//a:buChar")
    drawn = slide_svg(deck, listed)
    assert "❖" in drawn
    assert not re.search(r">v<", drawn)
    ours = [name for name in parts(data) if re.fullmatch(r"ppt/slideLayouts/slideLayout(1[2-9])\.xml", name)]
    assert ours
    for name in ours:
        assert "Wingdings" not in parts(data)[name].decode()
