"""Pictures have no more pixels than their places show, each once."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from deck.export.pptx import write_pptx
from deck.model.deck import Deck
from deck.model.shapes import Picture
from deck.pipeline.build import lay_out
from tests.outlines import laid_out, write_outline

PORTRAIT = "layout: speaker\ntitle: {}\nname: Jane\nportrait: {{file: a.{}, description: Jane}}"
STATEMENT = "layout: statement\ntitle: S\nstatement: Words\npicture: {file: a.jpg, description: Jane}"


def noise(folder: Path, name: str, width: int = 3000, height: int = 3000) -> None:
    Image.effect_noise((width // 10, height // 10), 90).convert("RGB").resize((width, height)).save(folder / name)


def sizes(deck: Deck) -> list[tuple[int, int]]:
    found = [shape.image for slide in deck.slides for shape in slide.shapes if isinstance(shape, Picture)]
    return [Image.open(io.BytesIO(image)).size for image in found]


@pytest.mark.parametrize(
    ("images", "pixels"), [("original", 3000), ("hd", 825), ("print", 550), ("web", 375), ("email", 240)]
)
@pytest.mark.parametrize("form", ["jpg", "png"])
def test_a_picture_is_as_fine_as_the_header_asks(images: str, pixels: int, form: str, tmp_path: Path) -> None:
    noise(tmp_path, f"a.{form}")
    outline = write_outline(tmp_path, PORTRAIT.format("T", form))
    text = outline.read_text("utf-8")
    outline.write_text(text.replace("  theme:", f"  images: {images}\n  theme:"), encoding="utf-8")
    built = lay_out(outline)
    assert sizes(built.deck) == [(pixels, pixels)]
    assert lay_out(outline).deck == built.deck


def test_one_picture_in_several_places_is_held_once_for_the_largest(tmp_path: Path) -> None:
    noise(tmp_path, "a.jpg")
    deck = laid_out(tmp_path, PORTRAIT.format("T", "jpg"), STATEMENT).deck
    assert len(set(sizes(deck))) == 1
    # The statement's panel is 82.6 units of 6 points high.
    assert sizes(deck)[0][1] == pytest.approx(82.6 / 12 * 220, abs=1)
    with zipfile.ZipFile(io.BytesIO(write_pptx(deck))) as package:
        assert len([name for name in package.namelist() if name.startswith("ppt/media/")]) == 1


def test_a_picture_is_never_blown_up_and_hardly_more_stays(tmp_path: Path) -> None:
    for pixels in (40, 600):
        noise(tmp_path, "a.jpg", pixels, pixels)
        before = (tmp_path / "a.jpg").read_bytes()
        (slide,) = laid_out(tmp_path, PORTRAIT.format("T", "jpg")).deck.slides
        (shown,) = (shape for shape in slide.shapes if isinstance(shape, Picture))
        assert shown.image == before


def test_what_is_seen_through_stays_so(tmp_path: Path) -> None:
    for mode in ("RGBA", "P", "LA"):
        image = Image.new("RGBA", (2000, 2000), (200, 0, 0, 255))
        image.paste((0, 0, 0, 0), (0, 0, 1000, 2000))
        image.convert(mode).save(tmp_path / "a.png")
        (slide,) = laid_out(tmp_path, PORTRAIT.format("T", "png")).deck.slides
        (shown,) = (shape for shape in slide.shapes if isinstance(shape, Picture))
        picture = Image.open(io.BytesIO(shown.image)).convert("RGBA")
        assert picture.getpixel((2, 2))[3] == 0  # type: ignore[index]
        assert picture.getpixel((picture.width - 2, 2))[3] == 255  # type: ignore[index]
