"""What a theme sets can be read, or is told with a colour that would pass."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError, Diagnostic
from deck.layouts import LAYOUTS
from deck.pipeline.build import lay_out
from deck.pipeline.legible import hard_to_read
from deck.themes import read_theme
from tests.outline.outlines import THEMES
from tests.outlines import write_outline


def found(folder: Path, text: str) -> list[Diagnostic]:
    (path := folder / "brand.yaml").write_text(f"extends: alliance\n{text}\n", encoding="utf-8")
    return hard_to_read(read_theme(path, themes=THEMES)[0], LAYOUTS)


@pytest.mark.parametrize("name", sorted(path.stem for path in THEMES.glob("*.yaml")))
def test_themes_that_come_with_the_program(name: str) -> None:
    theme, warnings = read_theme(THEMES / f"{name}.yaml")
    assert warnings == ()
    assert [str(each) for each in hard_to_read(theme, LAYOUTS)] == []


@pytest.mark.parametrize("value", ["8FC3E8", "C8C8C8", "FFFFFF"])
def test_the_colour_that_is_suggested_passes(tmp_path: Path, value: str) -> None:
    (told,) = found(tmp_path, f'palette: {{accent1: "{value}"}}')
    assert (told.code, told.span and (told.span.line, told.span.column)) == ("low-contrast", (2, 20))
    suggested = re.search('`accent1: "([0-9A-F]{6})"`', told.hint or "")
    assert suggested
    assert found(tmp_path, f'palette: {{accent1: "{suggested[1]}"}}') == []


def test_a_style_s_own_colour_is_told_where_it_stands(tmp_path: Path) -> None:
    (told,) = found(tmp_path, "styles: {title: {colour: lt2}}")
    assert told.span
    assert (told.span.line, told.span.column) == (2, 26)
    assert told.hint == "these would pass there: `dk1`, `dk2`, `accent5`, `accent2`"


def test_a_ground_that_makes_others_texts_hard_to_read(tmp_path: Path) -> None:
    told = found(tmp_path, 'palette: {lt2: "9A9A9A"}')
    assert {each.span and each.span.line for each in told} == {2}
    assert any("on `lt2`" in each.message for each in told)


@pytest.mark.parametrize(
    "text",
    [
        "slides: {cover: {ground: lt2}}",
        "slides: {divider: {number: dk1}}",
        "grounds: {panel: lt2}",
        "grounds: {card: dk2}",
        "grounds: {veil: lt1}",
        "styles: {badge: {colour: accent2}}",
        "styles: {initials: {colour: lt2}}",
        "styles: {table-heading: {colour: accent3}}",
        "styles: {panel-text: {colour: accent1}}",
    ],
)
def test_no_ground_is_forgotten(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text)


def test_it_is_told_with_what_is_wrong_in_the_outline(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text('extends: alliance\npalette: {accent1: "CCCCCC"}\n', encoding="utf-8")
    outline = write_outline(tmp_path, "layout: bullets\ntitel: x\ntitle: A\nitems: [B]")
    outline.write_text(outline.read_text(encoding="utf-8").replace("theme: alliance", "theme: brand.yaml"), "utf-8")
    with pytest.raises(DeckError) as caught:
        lay_out(outline)
    assert [one.code for one in caught.value.diagnostics] == ["unknown-field", "low-contrast"]
