"""What other programs make of a written deck."""

from pathlib import Path

import pytest
from PIL import Image

from deck.export.pptx import write_pptx
from tests.export.decks import deck, sample_slides
from tests.export.packages import replaced
from tests.render import render, without_autofit
from tests.validator import validate

pytestmark = pytest.mark.external


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_open_xml_sdk_finds_no_error(language: str) -> None:
    assert validate(write_pptx(deck(language))) == []


def test_the_validator_sees_an_error() -> None:
    broken = replaced(write_pptx(deck()), "ppt/slides/slide1.xml", 'type="title"', 'type="titel"')
    assert any("slide1.xml" in finding for finding in validate(broken))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_libreoffice_draws_every_slide_at_its_place(language: str, tmp_path: Path) -> None:
    pictures = render(without_autofit(write_pptx(deck(language))), tmp_path, dpi=96)
    assert len(pictures) == len(sample_slides())

    def colour(slide: int, x: float, y: float) -> str:
        with Image.open(pictures[slide]) as picture:
            across = x if language == "en" else 160 - x
            red, green, blue = picture.convert("RGB").getpixel((round(across * 8), round(y * 8)))
        return f"{red:02X}{green:02X}{blue:02X}"

    assert colour(0, 80, 85) == "0A2A4A"  # the cover's ground
    assert colour(0, 108, 48) == "9B1B4A"  # the card's fill, from its slot
    assert colour(0, 20, 45) not in {"0A2A4A", "FFFFFF"}  # the portrait
    assert colour(1, 0.8, 9) == "9B1B4A"  # the marker
    assert colour(1, 80, 70) == "FFFFFF"
    assert colour(2, 10, 24) == "005F9E"  # the bar
    assert colour(2, 110, 41) == "9B1B4A"  # the ring's lower end
    assert colour(2, 113.5, 25) == "FFFFFF"  # the quarter that it leaves open
    assert colour(2, 133, 29) == "FFFFFF"  # the wave's hole
    assert colour(3, 10, 26) == "005F9E"  # the table's head
    assert colour(4, 45, 31) == "005F9E"  # the first bar, at the top
