"""A font that no table knows is measured by the files that a theme names, or told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError, Diagnostic
from deck.model.language import Language
from deck.model.style import TextBody, TextStyle
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Frame
from deck.model.units import Rect
from deck.themes import read_theme
from deck.typeset import Typesetter
from tests.outline.outlines import THEMES
from tests.themes.looks import font_file

pytest.importorskip("uharfbuzz")
THEME = """\
extends: alliance
fonts:
  major: {latin: Brand Sans}
  minor: {latin: Brand Sans}
  files:
    Brand Sans: {regular: regular.ttf}
"""


def theme(folder: Path, text: str = THEME) -> Theme:
    (path := folder / "brand.yaml").write_text(text, encoding="utf-8")
    return read_theme(path, themes=THEMES)[0]


def width(theme: Theme, words: str, *, bold: bool = False) -> float:
    """How wide a line is, in points at 10 points, without the typesetter's margin."""
    frame = Frame(Text.of(words).paragraphs, TextBody((TextStyle(10, 10, bold=bold),)), Rect.of_units(0, 0, 150, 20))
    (line,) = Typesetter(theme, Language("en")).measure(frame).lines
    return line.width / 1.01


def warnings(theme: Theme) -> list[Diagnostic]:
    return [one for one in Typesetter(theme, Language("en")).diagnostics() if one.code == "unknown-font"]


def test_text_is_as_wide_as_the_file_says(tmp_path: Path) -> None:
    (tmp_path / "regular.ttf").write_bytes(font_file(700))
    (tmp_path / "bold.ttf").write_bytes(font_file(800))
    both = theme(tmp_path, THEME.replace("regular.ttf", "regular.ttf, bold: bold.ttf"))
    assert width(both, "willow") == pytest.approx(6 * 7, rel=0.01)
    assert width(both, "willow", bold=True) == pytest.approx(6 * 8, rel=0.01)
    assert warnings(both) == []


def test_bold_letters_without_a_file_have_room_to_spare(tmp_path: Path) -> None:
    (tmp_path / "regular.ttf").write_bytes(font_file(700))
    assert 6 * 7.5 < width(theme(tmp_path), "willow", bold=True) < 6 * 8.5


def test_a_letter_that_the_file_lacks_is_told(tmp_path: Path) -> None:
    (tmp_path / "regular.ttf").write_bytes(font_file(700))
    frame = Frame(Text.of("naïve").paragraphs, TextBody((TextStyle(10),)), Rect.of_units(0, 0, 150, 20))
    setter = Typesetter(theme(tmp_path), Language("en"))
    (missing,) = setter.missing_glyphs(setter.measure(frame))
    assert (missing.character, missing.font) == ("ï", "Brand Sans")


@pytest.mark.parametrize("data", [font_file(700, "xyz"), b"\0\1\0\0" + bytes(100)])
def test_a_file_that_says_nothing_of_letters_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "regular.ttf").write_bytes(data)
    (told,) = warnings(theme(tmp_path))
    assert "`Brand Sans` are not known" in told.message


def test_without_the_extra_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "regular.ttf").write_bytes(font_file(701))
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    (told,) = warnings(theme(tmp_path))
    assert "install the extra `shaping`" in (told.hint or "")


def test_a_font_without_a_file_is_told(tmp_path: Path) -> None:
    (told,) = warnings(theme(tmp_path, "extends: alliance\nfonts: {major: {latin: Brand Sans}}\n"))
    assert "fonts: {files" in (told.hint or "")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [("none.ttf", None, "file-missing"), ("regular.ttf", b"PK", "font-format"), ("../a.ttf", None, "outside-folder")],
)
def test_mistakes(tmp_path: Path, name: str, data: bytes | None, code: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(DeckError) as caught:
        theme(tmp_path, THEME.replace("regular.ttf", name))
    assert [(one.code, one.span and one.span.line) for one in caught.value.diagnostics] == [(code, 6)]


def test_a_known_font_s_table_goes_before_its_file(tmp_path: Path) -> None:
    (tmp_path / "regular.ttf").write_bytes(font_file(700))
    known = theme(tmp_path, "extends: alliance\nfonts: {files: {Calibri: {regular: regular.ttf}}}\n")
    plain, _ = read_theme(THEMES / "alliance.yaml")
    assert width(known, "willow") == width(plain, "willow")
