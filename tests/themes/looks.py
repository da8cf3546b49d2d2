"""The webinar and every layout, in any theme and size."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

from fontTools.ttLib.tables._g_l_y_f import Glyph

from deck.pipeline.build import Built, lay_out
from deck.pipeline.places import default_outline
from tests import outlines

NAMES = sorted(path.stem for path in (default_outline().parents[1] / "themes").glob("*.yaml"))
"""The themes that come with the program."""
WITH_LOGO = """\
extends: alliance
size: 4:3
logo: {light: mark.svg, dark: mark-white.svg, description: Our logo}
footer: {text: centre, number: end}
"""
_MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">'
    '<path d="M0 0H20V20H0Z M26 4H60V8H26Z M26 12H50V16H26Z" fill="{}"/></svg>'
)


def font_file(advance: int, letters: str = "") -> bytes:
    """A font in which each letter of ASCII, or of these, is as wide as any other: so many thousandths of an em."""
    from fontTools.fontBuilder import FontBuilder

    codes = [ord(each) for each in letters] or list(range(0x20, 0x7F))
    glyphs = [".notdef", *(f"u{code:04X}" for code in codes)]
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(glyphs)
    font.setupCharacterMap({code: f"u{code:04X}" for code in codes})
    font.setupGlyf({name: Glyph() for name in glyphs})
    font.setupHorizontalMetrics(dict.fromkeys(glyphs, (advance, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Brand Sans", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def themed(folder: Path, theme: str) -> str:
    """What an outline in the folder calls this theme: a name, or `narrow`, on 4 : 3, or `logo`, with one."""
    if theme in NAMES:
        return theme
    for name, colour in (("mark", "#0A2A4A"), ("mark-white", "#FFFFFF")):
        (folder / f"{name}.svg").write_text(_MARK.format(colour), encoding="utf-8")
    for name in ("Regular", "Bold"):
        (folder / f"BrandSans-{name}.ttf").write_bytes(font_file(500))
    text = WITH_LOGO if theme == "logo" else "extends: alliance\nsize: 4:3\n"
    (folder / "brand.yaml").write_text(text, encoding="utf-8")
    return "brand.yaml"


def webinar(folder: Path, theme: str, language: str) -> Built:
    """The webinar in this theme."""
    here = folder / "webinar"
    if not here.exists():
        shutil.copytree(default_outline().parent, here)
    outline = here / "outline.yaml"
    text = default_outline().read_text(encoding="utf-8")
    text = re.sub(r"^  theme: .*\n", "", text, flags=re.MULTILINE)
    text = text.replace("presentation:\n", f"presentation:\n  theme: {themed(here, theme)}\n", 1)
    outline.write_text(text, encoding="utf-8")
    return lay_out(outline, language)


def every_layout(folder: Path, theme: str, language: str) -> Built:
    """Each layout's example, and slides of pictures, in this theme."""
    outline = outlines.write_outline(folder, *outlines.examples(), *outlines.PICTURES, language=language)
    text = outline.read_text(encoding="utf-8").replace("theme: alliance", f"theme: {themed(folder, theme)}")
    outline.write_text(text, encoding="utf-8")
    return lay_out(outline)
