"""A theme from a brand's colours can be read, whatever they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.layouts import LAYOUTS
from deck.pipeline.legible import hard_to_read
from deck.themes import brand_palette, read_theme
from deck.themes.oklch import oklch, srgb
from tests.outline.outlines import THEMES

COLOURS = st.lists(st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}"), min_size=1, max_size=5)
BASES = {name: read_theme(THEMES / f"{name}.yaml")[0] for name in ("alliance", "editorial", "midnight", "plain")}


@settings(max_examples=60)
@given(colours=COLOURS, base=st.sampled_from(sorted(BASES)))
def test_any_colours_make_a_theme_that_can_be_read(colours: list[str], base: str) -> None:
    theme = BASES[base]
    made = brand_palette(colours, dark=theme.is_dark)
    changed = replace(theme, palette=made.colours)
    assert changed.is_dark == theme.is_dark
    assert [str(each) for each in hard_to_read(changed, LAYOUTS)] == []
    for number, colour in enumerate(colours, start=1):
        kept = made.colours[f"accent{number}"] == colour  # type: ignore[index]
        assert kept != (f"accent{number}" in made.changed)


@pytest.mark.parametrize("colours", [["005F9E"], ["7A1F3D", "00706B"], ["111111"], ["FFFFFF"], ["00FF00", "FFFF00"]])
@pytest.mark.parametrize("dark", [False, True])
def test_accents_differ(colours: list[str], dark: bool) -> None:
    made = brand_palette(colours, dark=dark).colours
    accents = [made[f"accent{number}"] for number in range(1, 7)]  # type: ignore[index]
    assert len(set(accents)) == 6


def test_a_brand_s_colour_that_can_be_read_stays() -> None:
    made = brand_palette(["005F9E", "9B1B4A"], dark=False)
    assert (made.colours["accent1"], made.colours["accent2"], made.changed) == ("005F9E", "9B1B4A", {})


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_oklch_and_back(rgb: tuple[int, int, int]) -> None:
    assert all(abs(one - other) <= 1 for one, other in zip(srgb(*oklch(rgb)), rgb, strict=True))


def test_oklch_of_known_colours() -> None:
    # CSS Color 4's own examples: white, and sRGB's red.
    assert oklch((255, 255, 255))[:2] == pytest.approx((1, 0), abs=1e-4)
    assert oklch((255, 0, 0)) == pytest.approx((0.628, 0.2577, 29.23), abs=1e-2)


def test_the_command_writes_a_theme_that_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["theme", "new", "our-brand", "--from", "#7a1f3d", "fb0"]) == DONE
    assert "#FFBB00 is darker here" in capsys.readouterr().out
    theme, _ = read_theme(tmp_path / "our-brand.yaml", themes=THEMES)
    assert (theme.name, theme.palette["accent1"]) == ("Our brand", "7A1F3D")
    before = (tmp_path / "our-brand.yaml").read_bytes()
    assert main(["theme", "new", "our-brand", "--from", "000000"]) == FINDINGS
    assert "is there already" in capsys.readouterr().err
    assert (tmp_path / "our-brand.yaml").read_bytes() == before
    assert main(["theme", "new", "night", "--from", "0B6E4F", "--extends", "midnight"]) == DONE
    assert main(["themes", "our-brand.yaml", "night.yaml", "plain", "--page", "page.html"]) == DONE
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.count("<section>") == 3
    assert page.count("<img ") == 27
    assert "http" not in page.replace("http-equiv", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a", "--from", "red"], "`red` is no colour"),
        (["a", "--from", *["123456"] * 6], "at most 5 colours, and here are 6"),
        (["a/b", "--from", "123456"], "`a/b` is no name"),
        (["a", "--from", "123456", "--extends", "nobody"], "there is no theme `nobody`"),
    ],
)
def test_mistakes(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["theme", "new", *arguments]) == FINDINGS
    assert message in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_list_of_themes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["themes"]) == DONE
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == sorted(BASES)
    (path := tmp_path / "faint.yaml").write_text("extends: alliance\nstyles: {title: {colour: lt2}}\n", "utf-8")
    assert main(["themes", str(path), "nobody"]) == FINDINGS
    told = capsys.readouterr().err
    assert "low-contrast" in told
    assert "there is no theme `nobody`" in told
