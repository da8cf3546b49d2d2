"""Videos: a poster that leads to where they are shown, in PowerPoint's file and in pictures."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pptx
import pytest

from deck.export.pptx import write_pptx
from deck.export.svg import slide_svg
from deck.ground.diagnostics import DeckError
from deck.layouts import LAYOUTS
from deck.pipeline.reference import example
from tests.outlines import laid_out
from tests.validator import validate

VIDEO = LAYOUTS["video"]
ADDRESS = "https://www.example.org/film"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_picture_mark_and_caption_lead_to_the_video(language: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, example(VIDEO), *VIDEO.samples, language=language)
    assert built.diagnostics == ()
    for slide in pptx.Presentation(BytesIO(write_pptx(built.deck))).slides:
        clicked = [each.click_action.hyperlink.address for each in slide.shapes if each.name in ("Picture", "Play")]
        assert clicked == [ADDRESS, ADDRESS]
        (caption,) = (shape for shape in slide.placeholders if shape.name.startswith("Caption"))
        assert caption.text_frame.paragraphs[0].runs[0].hyperlink.address == ADDRESS
    assert slide_svg(built.deck, built.deck.slides[0]).count(f'href="{ADDRESS}"') == 4


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Play the video: T"), ("fr", "Lire la vidéo : T"), ("zh", "播放视频：T"), ("ar", "تشغيل الفيديو: T")],
)
def test_its_mark_says_what_it_does(language: str, said: str, tmp_path: Path) -> None:
    slide = f"layout: video\ntitle: T\nlink: {ADDRESS}\nposter: {{file: well.jpg, description: A well}}"
    (mark,) = (
        each for each in laid_out(tmp_path, slide, language=language).deck.slides[0].shapes if each.name == "Play"
    )
    assert getattr(mark, "description", "").replace("\N{NO-BREAK SPACE}", " ") == said


def test_the_triangle_points_to_the_right_in_arabic_too(tmp_path: Path) -> None:
    shapes = laid_out(tmp_path, example(VIDEO), language="ar").deck.slides[0].shapes
    (triangle,), (disc,) = ([each for each in shapes if each.name == name] for name in ("Triangle", "Play"))
    assert getattr(triangle, "flipped", None) is False
    assert abs(triangle.rect.left + triangle.rect.right - disc.rect.left - disc.rect.right) <= 2


@pytest.mark.parametrize("link", ["film.mp4", "javascript:alert(1)", "www.example.org"])
def test_what_is_no_address_is_told(link: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="an address such as"):
        laid_out(tmp_path, f"layout: video\ntitle: T\nlink: '{link}'\nposter: {{file: well.jpg, description: A well}}")


@pytest.mark.external
def test_the_validator_has_nothing_to_say(tmp_path: Path) -> None:
    assert validate(write_pptx(laid_out(tmp_path, example(VIDEO), *VIDEO.samples).deck)) == []
