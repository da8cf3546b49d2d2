"""Languages that nobody speaks, in which everything that is translated can be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.model.language import Direction
from deck.pipeline.build import Built, lay_out
from deck.pipeline.places import default_outline
from deck.pipeline.reading import languages
from tests.outlines import texts, write_outline


def shown(built: Built) -> list[str]:
    notes = [paragraph.plain for tree in built.deck.slides for paragraph in tree.notes]
    return [p.plain for _, _, text in texts(built.deck) for p in text.paragraphs] + notes + [built.deck.title]


def test_accents_brackets_and_two_fifths_more(tmp_path: Path) -> None:
    built = lay_out(write_outline(tmp_path, "layout: title\ntitle: '{partners} **friendly** partners'"), "en-XA")
    (title,) = (tree.title for tree in built.deck.slides)
    assert title == "[400 ƒŕîéñđļý þåŕţñéŕš one two]"
    runs = [run for _, _, text in texts(built.deck) for p in text.paragraphs for run in p.runs]
    assert [run.text for run in runs if run.bold] == ["ƒŕîéñđļý"]


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_nothing_of_the_webinar_is_left_out(tag: str) -> None:
    built = lay_out(default_outline(), tag)
    # Initials are the layout's own.
    words = [text for text in shown(built) if len(text) > 2]
    assert not [text for text in words if any(character in "abd" for character in _without_padding(text))]
    assert len(built.deck.slides) == 13


def _without_padding(text: str) -> str:
    return text.split(" one", maxsplit=1)[0] if "million" not in text else ""


def test_the_other_is_read_from_right_to_left(tmp_path: Path) -> None:
    built = lay_out(write_outline(tmp_path, "layout: title\ntitle: Café"), "ar-xb")
    assert built.deck.language.direction is Direction.RIGHT_TO_LEFT
    assert built.deck.slides[0].title == "صافع"


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_lists_are_in_the_order_of_the_outline_s_language(tag: str) -> None:
    def entries(language: str | None) -> list[str]:
        slides = lay_out(default_outline(), language).presentation.slides
        return [item.id for slide in slides for item in getattr(slide.content, "items", ())]

    assert len(entries(None)) > 37
    assert entries(tag) == entries(None)


def test_initials_are_letters(tmp_path: Path) -> None:
    built = lay_out(write_outline(tmp_path, "layout: speaker\ntitle: Hello\nname: Ana Bo\nrole: Host"), "en-XA")
    assert "ÅƁ" in shown(built)


def test_they_are_built_only_when_asked_for(tmp_path: Path) -> None:
    assert languages(write_outline(tmp_path, "layout: title\ntitle: Hello")) == ["en"]
