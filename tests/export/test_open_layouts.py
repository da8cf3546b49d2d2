"""A slide layout that was written for a deck in one language is right in a deck in any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.export.pptx.masters import master_slots
from deck.export.pptx.open_layouts import slide_layout_in_language
from deck.export.pptx.package import Package
from deck.export.pptx.python_pptx import CONTENT_TYPE
from deck.export.pptx.sheet import Media, Sheet
from deck.export.pptx.slides import slide_layout_xml
from deck.languages import prompts
from deck.layouts import LAYOUTS
from deck.model.language import Direction, Language
from deck.model.mirroring import mirrored_layout
from deck.model.shapes import Placeholder, SlideLayout
from deck.model.style import Bullet, Colour, TextBody, TextStyle
from deck.model.theme import Theme
from deck.model.units import Rect
from deck.themes import read_theme

THEMES = Path("assets/themes")
LANGUAGES = [Language(tag) for tag in ("en", "ar", "fr", "zh", "he", "ru", "tr", "zh-Hant", "en-GB", "fa")]
"""Of both directions, with numberings of their own, and some in which no slot has words."""
NUMBERS = TextBody(
    tuple(TextStyle(20, bullet=Bullet(None, numbering=each)) for each in ("number", "plain", "letter", "roman"))
)
STRANGE = SlideLayout(
    "<0> & {1}",
    Colour("lt1"),
    (),
    (Placeholder(10, "body", "<1>", Rect.of_units(8, 7, 144, 11.5), NUMBERS, "<2>\n<0>"),),
)
"""Its words look like what is left open in one."""


def sheet(language: Language, theme: Theme) -> Sheet:
    media = Media(Package())
    part = media.package.part("/ppt/slideLayouts/slideLayout1.xml", CONTENT_TYPE.PML_SLIDE_LAYOUT)
    return Sheet(part, language, media, prompts(language), theme.minor.mono, is_layout=True)


@pytest.mark.parametrize("name", ["alliance", "midnight"])
def test_a_slide_layout_is_the_same_whether_or_not_it_was_written_before(name: str) -> None:
    theme, _ = read_theme(THEMES / f"{name}.yaml")
    left_to_right = [STRANGE, *(layout for kind in LAYOUTS.values() for layout in kind.slide_layouts(theme))]
    turned = [mirrored_layout(layout, theme.width) for layout in left_to_right]
    for language in LANGUAGES * 2:
        mirrored = language.direction is Direction.RIGHT_TO_LEFT
        slots = master_slots(theme, mirrored=mirrored)
        for layout in turned if mirrored else left_to_right:
            written = slide_layout_in_language(sheet(language, theme), layout, slots)
            assert written == slide_layout_xml(sheet(language, theme), layout, slots), (layout.name, language)
