"""Theme files and icons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError
from deck.model.style import Bullet, Colour
from deck.model.theme import STYLES
from deck.themes.icon_files import parse_icon, read_icons
from deck.themes.theme_file import read_theme
from tests.outline.outlines import THEMES, places

ICONS = THEMES.parent / "icons"
DECK = Path(__file__).resolve().parent.parent.parent / "deck"
SOURCE = (THEMES / "alliance.yaml").read_text(encoding="utf-8")


def test_the_alliance_theme() -> None:
    theme, warnings = read_theme(THEMES / "alliance.yaml")
    assert warnings == ()
    assert len(theme.palette) == 12
    assert theme.styles["body-1"].bullet == Bullet("•", Colour("accent1"))
    assert theme.major.for_script("Arab") == "Arial"
    assert (theme.width, theme.height) == (12_192_000, 6_858_000)
    assert all(style.minimum_size <= style.size for style in theme.styles.values())


CHANGES = [
    ('dk1: "16222E"', 'dk1: "16222"', "invalid-value"),
    ('dk1: "16222E"', "dk1: red", "invalid-value"),
    ('dk1: "16222E"', "dk9: 16222E", "missing-field"),
    ("colour: accent1 70", "colour: accent7", "invalid-value"),
    ("colour: accent1 70", "colour: accent1 700", "invalid-value"),
    ("size: 44", "size: large", "wrong-type"),
    ("size: 44", "size: 0", "invalid-value"),
    ("align: end", "align: right", "invalid-value"),
    ("margin: 8", "margins: 8", "unknown-field"),
    ("latin: Calibri", "latin: [Calibri]", "wrong-type"),
    ("name: Alliance 8.7", "nmae: Alliance 8.7", "unknown-field"),
    ("major: &calibri", "major: &calibr", "yaml-alias"),
]


@pytest.mark.parametrize(("old", "new", "code"), CHANGES)
def test_mistakes(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert old in SOURCE
    (path := tmp_path / "theme.yaml").write_text(SOURCE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DeckError) as caught:
        read_theme(path)
    assert code in {one.code for one in caught.value.diagnostics}
    assert all(one.span and one.span.line > 1 for one in caught.value.diagnostics if one.code == "invalid-value")


def test_styles_that_are_missing_are_told_all_at_once(tmp_path: Path) -> None:
    lines = [line for line in SOURCE.splitlines() if not line.startswith(("  badge:", "  hero:"))]
    (path := tmp_path / "theme.yaml").write_text(
        "\n".join(lines).replace("  quote: {size", "  qoute: {size"), encoding="utf-8"
    )
    with pytest.raises(DeckError) as caught:
        read_theme(path)
    styles = lines.index("styles:") + 1
    wrong = next(number for number, line in enumerate(lines, start=1) if line.startswith("  quote: {size"))
    assert [f"{one.span} {one.message}" for one in caught.value.diagnostics] == [
        f"{path}:{styles}:1 the style `quote` is missing",
        f"{path}:{styles}:1 the style `hero` is missing",
        f"{path}:{styles}:1 the style `badge` is missing",
        f"{path}:{wrong}:3 nothing is set in a style `qoute`",
    ]
    assert caught.value.diagnostics[-1].hint == "did you mean `quote`?"


def test_every_style_that_is_asked_for_is_one_that_themes_have() -> None:
    theme, _ = read_theme(THEMES / "alliance.yaml")
    assert set(theme.styles) == set(STYLES)
    asked = [re.findall(r'style\(f?"([^"]+)"', path.read_text(encoding="utf-8")) for path in DECK.rglob("*.py")]
    patterns = [re.sub(r"\\{.*?\\}", ".*", re.escape(name)) for names in asked for name in names]
    assert all(any(re.fullmatch(pattern, name) for name in STYLES) for pattern in patterns)


def test_every_icon_is_drawn_inside_its_canvas() -> None:
    names = sorted(path.stem for path in ICONS.glob("*.svg"))
    icons, mistakes = read_icons(ICONS, names)
    assert (mistakes, len(icons)) == ([], 15)
    for icon in icons.values():
        assert (icon.width, icon.height) == (48, 48)
        assert icon.commands[-1] == ("Z",)
        assert {command[0] for command in icon.commands} <= {"M", "L", "C", "Z"}
        assert all(0 <= float(number) <= 48 for command in icon.commands for number in command[1:])


def icon(body: str) -> list[tuple[str | float, ...]]:
    return list(parse_icon(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{body}</svg>').commands)


def test_paths() -> None:
    assert icon('<path d="M1 1h2v2l-2,0z m5 5 1 1"/>') == [
        ("M", 1, 1),
        ("L", 3, 1),
        ("L", 3, 3),
        ("L", 1, 3),
        ("Z",),
        ("M", 6, 6),
        ("L", 7, 7),
    ]
    assert icon('<path d="M0 0C1 1 2 2 3 3s2 2 3 3"/>')[-1] == ("C", 4, 4, 5, 5, 6, 6)
    assert icon('<path d="M0 0Q3 3 6 0"/>')[-1] == ("C", 2, 2, 4, 2, 6, 0)
    assert icon('<path d="M0 0A0 5 0 0 1 3 3"/>')[-1] == ("L", 3, 3)


def test_an_arc_is_a_circle_s() -> None:
    half = icon('<path d="M14 24A10 10 0 0 1 34 24"/>')
    assert half[-1][-2:] == (34, 24)
    assert half[1][-2:] == (24, 14)
    circle = icon('<circle cx="24" cy="24" r="10"/>')
    assert [command[-2:] for command in circle[:-1]] == [(34, 24), (24, 34), (14, 24), (24, 14), (34, 24)]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<text>x</text>",
        '<path d="L1 1"/>',
        '<path d="M1"/>',
        '<path d="M1 1 X"/>',
        '<path transform="scale(2)" d="M1 1L2 2Z"/>',
        '<circle r="x"/>',
    ],
)
def test_what_cannot_be_drawn(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">{body}</svg>')
    _, mistakes = read_icons(tmp_path, ["a"])
    assert places(mistakes) == ["1:1 icon-drawing"]
