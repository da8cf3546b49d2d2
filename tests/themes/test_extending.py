"""A theme that says only what differs from another."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deck.ground.diagnostics import DeckError, Diagnostic
from deck.model.outlines import Arc
from deck.model.shapes import AutoShape, Picture
from deck.model.style import Colour
from deck.model.theme import Theme
from deck.themes import read_theme
from tests.outline.outlines import THEMES, places


def read(folder: Path, text: str, name: str = "brand.yaml") -> Theme:
    (path := folder / name).write_text(text, encoding="utf-8")
    return read_theme(path, themes=THEMES)[0]


def mistakes(folder: Path, text: str) -> list[Diagnostic]:
    with pytest.raises(DeckError) as caught:
        read(folder, text)
    return list(caught.value.diagnostics)


def test_what_is_not_said_is_the_other_theme_s(tmp_path: Path) -> None:
    alliance, _ = read_theme(THEMES / "alliance.yaml")
    theme = read(tmp_path, 'extends: alliance\npalette: {accent1: "123456"}\nstyles: {title: {size: 31}}\n')
    assert theme.palette == {**alliance.palette, "accent1": "123456"}
    assert theme.style("title").size == 31
    assert theme.style("title").bold
    assert {name: style for name, style in theme.styles.items() if name != "title"} == {
        name: style for name, style in alliance.styles.items() if name != "title"
    }
    assert theme.looks == alliance.looks
    assert theme.name == "brand"


def test_nothing_takes_away_and_a_list_takes_the_place_of_the_other(tmp_path: Path) -> None:
    theme = read(
        tmp_path,
        "extends: alliance\nname: Ours\nmarks: {title: null}\nstyles: {body-1: {bullet: null}}\n"
        "slides: {cover: {bar: null, decoration: []}}\n",
    )
    assert (theme.marks.title, theme.style("body-1").bullet, theme.name) == (None, None, "Ours")
    assert (theme.look("cover").bar, theme.look("cover").decoration) == (None, ())
    assert theme.look("cover").ground == Colour("dk2")
    assert len(theme.look("closing").decoration) == 4


def test_a_chain_of_themes(tmp_path: Path) -> None:
    read(tmp_path, 'extends: alliance\npalette: {accent1: "111111", accent2: "222222"}\n', "one.yaml")
    theme = read(tmp_path, 'extends: one.yaml\npalette: {accent2: "333333"}\n')
    assert (theme.palette["accent1"], theme.palette["accent2"]) == ("111111", "333333")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("extends: aliance\n", "1:10 unknown-theme"),
        ("extends: brand.yaml\n", "1:10 extends-itself"),
        ("extends: other.yaml\n", "1:10 file-missing"),
        ("extends: alliance\nsize: 5:3\n", "2:7 invalid-value"),
        ("extends: alliance\nsize: 10 x 30 cm\n", "2:7 invalid-value"),
        ("extends: alliance\nlogo: {light: none.svg, description: Us}\n", "2:15 file-missing"),
        ("extends: alliance\nlogo: {light: ../none.svg, description: Us}\n", "2:15 outside-folder"),
        ("extends: alliance\nslides: {covr: {}}\n", "2:10 unknown-field"),
        ("extends: alliance\nslides: {cover: {decoration: [{drawing: stars}]}}\n", "2:18 unknown-name"),
        ("extends: alliance\nslides: {cover: {decoration: [{shape: arc}]}}\n", "2:32 missing-field"),
        ("extends: alliance\nslides: {cover: {decoration: [{shape: rectangle, left: 1}]}}\n", "2:32 missing-field"),
        ("extends: alliance\nslides: {cover: {decoration: [{}]}}\n", "2:31 missing-field"),
        ("extends: alliance\nfooter: {text: end}\n", "2:9 invalid-value"),
    ],
)
def test_mistakes(tmp_path: Path, text: str, found: str) -> None:
    told = mistakes(tmp_path, text)
    assert found in places(told), [str(each) for each in told]
    assert all(one.hint for one in told if one.code not in ("file-missing",))


def test_five_colours_are_told_in_one_sentence(tmp_path: Path) -> None:
    source = (THEMES / "alliance.yaml").read_text(encoding="utf-8")
    there = ("dk1", "lt1", "dk2", "lt2", "accent1")
    lines = [
        line
        for line in source.splitlines()
        if not line.startswith(("  accent", "  hlink:", "  folHlink:")) or line.strip().split(":")[0] in there
    ]
    told = mistakes(tmp_path, "\n".join(lines))
    assert [one.code for one in told] == ["missing-field"]
    assert "here are 5: `accent2`, `accent3`" in told[0].message
    assert "extends: alliance" in (told[0].hint or "")


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [
        ("16:9", 12_192_000, 6_858_000),
        ("4:3", 9_144_000, 6_858_000),
        ("A4", 9_906_000, 6_858_000),
        ("16:10", 10_972_800, 6_858_000),
        ("29.7 x 21 cm", 10_692_000, 7_560_000),
    ],
)
def test_sizes(tmp_path: Path, size: str, width: int, height: int) -> None:
    theme = read(tmp_path, f"extends: alliance\nsize: {size}\n")
    assert (theme.width, theme.height) == (width, height)
    grid = theme.grid
    assert grid.x(0) + grid.w(12) == pytest.approx(grid.width - grid.margin)
    assert grid.height - grid.footer_top == pytest.approx(6)
    assert theme.style("title").size == 30
    for arc in theme.look("cover").decoration:
        assert arc.rect.width == pytest.approx(arc.rect.height, abs=1)
        assert (arc.rect.left + arc.rect.right) / 2 == pytest.approx(theme.width * 150 / 160, abs=1)


def test_decoration_keeps_what_is_round_round(tmp_path: Path) -> None:
    Image.new("RGB", (60, 20)).save(tmp_path / "wave.png")
    theme = read(
        tmp_path,
        """\
extends: alliance
size: 4:3
drawings:
  sun:
    - {shape: ellipse, left: -10, top: -10, width: 20, height: 20, fill: accent4}
    - {shape: arc, radius: 12, line: dk1}
slides:
  cover:
    decoration:
      - {drawing: sun, x: 80, y: 45, scale: 2}
      - {shape: rectangle, left: 0, top: 80, width: 160, height: 10, fill: accent1 darker 40, opacity: 50}
      - {picture: wave.png, left: 0, top: 0, width: 40, height: 40}
""",
    )
    disc, arc, band, wave = theme.look("cover").decoration
    assert isinstance(disc, AutoShape)
    assert isinstance(band, AutoShape)
    assert (disc.rect.width, disc.rect.left + disc.rect.width // 2) == (disc.rect.height, theme.width // 2)
    assert isinstance(arc, AutoShape)
    assert arc.geometry == Arc(0, 360)
    assert (band.rect.width, band.fill) == (theme.width, Colour("accent1", 60, 0, 50))
    assert isinstance(wave, Picture)
    left, top, right, bottom = wave.crop
    shown = (60 * (1 - left - right)) / (20 * (1 - top - bottom))
    assert shown == pytest.approx(wave.rect.width / wave.rect.height)
    assert len({shape.name for shape in theme.look("cover").decoration}) == 4
