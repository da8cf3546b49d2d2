"""The webinar and every layout in every theme that comes with the program, on 4 : 3, and with a logo."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.export.pptx import write_pptx
from deck.inspecting.inspection import inspected
from tests.themes.looks import NAMES, every_layout, webinar
from tests.validator import validate

LOOKS = (*NAMES, "narrow", "logo")


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
@pytest.mark.parametrize("theme", LOOKS)
def test_nothing_is_to_be_said_of_a_deck_in_any_theme(theme: str, language: str, tmp_path: Path) -> None:
    for what, expected in ((webinar, set()), (every_layout, {"image-cropped"})):
        (folder := tmp_path / what.__name__).mkdir()
        built = what(folder, theme, language)
        assert {each.code for each in built.diagnostics} <= expected, [str(each) for each in built.diagnostics]
        (path := folder / "deck.pptx").write_bytes(write_pptx(built.deck))
        assert inspected(path).remarks == ()


@pytest.mark.external
@pytest.mark.parametrize("theme", [each for each in LOOKS if each != "alliance"])
def test_the_validator_has_nothing_to_say(theme: str, tmp_path: Path) -> None:
    assert validate(write_pptx(every_layout(tmp_path, theme, "ar").deck)) == []
