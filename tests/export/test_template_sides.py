"""Words on a template's pictures: where one is dark on one side alone, they stay there in the other reading direction,
too; where none are read on it, a panel stands behind them."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.oxml import parse_xml

from deck.checks import check_thoroughly
from deck.export.pptx import write_pptx
from deck.export.pptx.archive import Archive
from deck.model.shapes import TextBox
from deck.pipeline.build import Built
from tests.export.templates import altered, built_in, replacing, template
from tests.validator import validate

_WIDTH, _HEIGHT = 9_144_000, 6_858_000
_COVER = "ppt/slideLayouts/slideLayout1.xml"
_NAMES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_PLACES = ((400_000, 1_500_000, 3_800_000, 1_800_000), (400_000, 3_700_000, 3_800_000, 1_200_000))
_SLIDES = "      - {id: cover, layout: title, title: What we do, subtitle: For everyone}\n"


def _picture(*dark: int) -> bytes:
    """White, and black in these of its four quarters, from the left."""
    made = Image.new("RGB", (160, 120), "white")
    for quarter in dark:
        made.paste((20, 20, 40), (40 * quarter, 0, 40 * quarter + 40, 120))
    written = io.BytesIO()
    made.save(written, "PNG")
    return written.getvalue()


def _with(picture: bytes, *, drawn: bool = False, logo: bool = False) -> bytes:
    """A template whose title slide has white words on the left, on this picture: its ground, or drawn as its left half.

    With a `logo`, the master's stands where it comes over them when it changes sides.
    """

    def change(made: Presentation) -> None:  # type: ignore[valid-type]
        layout: Any = made.slide_layouts[0]  # type: ignore[attr-defined]
        relation = layout.part.get_or_add_image_part(io.BytesIO(picture))[1]
        fill = f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        if drawn:
            layout.shapes._spTree.insert(
                2,
                parse_xml(
                    f'<p:pic {_NAMES}><p:nvPicPr><p:cNvPr id="98" name="Photograph"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
                    f'<p:blipFill>{fill}</p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{_WIDTH // 2}"'
                    f' cy="{_HEIGHT}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
                ),
            )
        else:
            ground = f"<p:bgPr><a:blipFill>{fill}</a:blipFill><a:effectLst/></p:bgPr>"
            layout._element.cSld.insert(0, parse_xml(f"<p:bg {_NAMES}>{ground}</p:bg>"))
        for slot, place in zip(list(layout.placeholders)[:2], _PLACES, strict=True):
            slot.left, slot.top, slot.width, slot.height = place
            styles = slot._element.find(".//{*}lstStyle")
            styles.clear()
            white = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
            styles.append(parse_xml(f'<a:lvl1pPr {_NAMES} algn="l"><a:defRPr sz="2800">{white}</a:defRPr></a:lvl1pPr>'))
        if logo:
            place = made.slide_master._element.find(".//{*}pic//{*}off")  # type: ignore[attr-defined]
            place.set("y", "2000000")

    return template(change)


def _words(built: Built) -> Sequence[int]:
    """Where the title and the subtitle begin, from the left."""
    return [shape.rect.left for shape in built.deck.slides[0].shapes if isinstance(shape, TextBox)][:2]


def _faint(built: Built, folder: Path) -> list[str]:
    found = check_thoroughly(built.deck, built.presentation, folder / "outline.yaml")
    return [each.message for each in found if each.code == "low-contrast"]


@pytest.mark.external
def test_words_stay_on_the_dark_side_of_a_picture(tmp_path: Path) -> None:
    data = _with(_picture(0, 1))
    built = built_in(tmp_path, data, language="ar", slides=_SLIDES)
    assert _words(built) == [400_000] * 2
    assert not _faint(built, tmp_path)
    written = write_pptx(built.deck)
    own, made = Archive(data), Archive(written)
    places = "//p:sp//a:off/@x | //p:sp//a:ext/@cx"
    assert made.values(_COVER, places) == own.values(_COVER, places)
    assert re.search(rb'<a:lvl1pPr[^>]*algn="r"[^>]*rtl="1"', made.blob(_COVER))
    # All else goes to the other side.
    master = "ppt/slideMasters/slideMaster1.xml"
    (logo,) = made.values(master, "//p:pic//a:off/@x")
    assert int(logo) == _WIDTH - 8_229_600 - 762_000
    assert validate(written) == []


@pytest.mark.parametrize(
    ("picture", "drawn"),
    [
        # It looks the same from both sides.
        (_picture(0, 1, 2, 3), False),
        # It changes sides itself.
        (_picture(0, 1, 2, 3), True),
    ],
)
def test_where_they_are_read_on_both_sides_they_change_sides(picture: bytes, drawn: bool, tmp_path: Path) -> None:
    built = built_in(tmp_path, _with(picture, drawn=drawn), language="ar", slides=_SLIDES)
    assert _words(built) == [_WIDTH - 400_000 - 3_800_000] * 2
    assert not _faint(built, tmp_path)


def test_where_a_logo_would_come_to_stand_in_them_they_change_sides_and_it_is_told(tmp_path: Path) -> None:
    built = built_in(tmp_path, _with(_picture(0, 1), logo=True), language="ar", slides=_SLIDES)
    assert _words(built) == [_WIDTH - 400_000 - 3_800_000] * 2
    assert len(_faint(built, tmp_path)) == 2


def test_the_usual_direction_leaves_the_slide_layout_as_it_is(tmp_path: Path) -> None:
    data = _with(_picture(0, 1))
    built = built_in(tmp_path, data, slides=_SLIDES)
    assert _words(built) == [400_000] * 2
    assert Archive(write_pptx(built.deck)).blob(_COVER) == Archive(data).blob(_COVER)


_CONTENT = """\
      - {id: cards, layout: cards, title: Cards, cards: [{id: a, heading: A, text: B}, {id: b, heading: C}]}
      - {id: said, layout: statement, title: What we are, statement: A partnership that takes action.}
      - {id: speaks, layout: speaker, title: Overview, name: Jane Colombini, role: For the Secretariat}
      - {id: ask, layout: questions, title: Your questions, text: Write to us}
"""


def _on_ground(picture: bytes) -> bytes:
    """A template whose master has this picture as its ground."""

    def change(made: Presentation) -> None:  # type: ignore[valid-type]
        master: Any = made.slide_master  # type: ignore[attr-defined]
        relation = master.part.get_or_add_image_part(io.BytesIO(picture))[1]
        fill = f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        sheet = master._element.cSld
        for each in sheet.findall("{*}bg"):
            sheet.remove(each)
        ground = f"<p:bgPr><a:blipFill>{fill}</a:blipFill><a:effectLst/></p:bgPr>"
        sheet.insert(0, parse_xml(f"<p:bg {_NAMES}>{ground}</p:bg>"))

    return template(change)


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "ar"])
def test_where_no_words_are_read_on_a_picture_a_panel_stands_behind_them(language: str, tmp_path: Path) -> None:
    built = built_in(tmp_path, _on_ground(_picture(0, 2)), language=language, slides=_CONTENT)
    theme = built.deck.theme
    assert theme.template is not None
    panel = theme.template.panel
    assert panel is not None
    behind = panel.rect if language == "en" else panel.rect.mirrored(theme.width)
    for tree in built.deck.slides:
        assert tree.slide_layout.decoration[0].rect == behind
        said = [
            each for each in tree.shapes if isinstance(each, TextBox) and each.field in ("title", "statement", "text")
        ]
        assert said
        for shape in said:
            middle = shape.rect.top + shape.rect.height // 2
            assert behind.top <= middle <= behind.bottom
    # What is told is the foot alone, which stays where the template has it.
    assert all("number" in each or "footer" in each for each in _faint(built, tmp_path))
    assert validate(write_pptx(built.deck)) == []


def test_where_they_are_read_on_it_there_is_none(tmp_path: Path) -> None:
    for name, picture in (("white", _picture()), ("dark", _picture(0, 1, 2, 3))):
        folder = tmp_path / name
        folder.mkdir()
        data = _on_ground(picture)
        if name == "dark":
            light = replacing(r'bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"')
            data = altered(data, {r"ppt/slideMasters/slideMaster1.xml": light}, {})
        theme = built_in(folder, data, slides=_CONTENT).deck.theme
        assert theme.template is not None
        assert theme.template.panel is None
