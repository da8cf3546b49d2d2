"""Slots of a template that nothing can be written in: outside the slide, on their side, too small for their type."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation

from deck.cli import main
from deck.export.pptx import write_pptx
from deck.ground.diagnostics import DeckError, has_errors
from deck.model.shapes import Placeholder, TextBox
from deck.model.template import Template
from deck.model.units import units
from deck.pipeline.build import Built
from tests.export.templates import built_in, replacing, template
from tests.export.test_template import entries
from tests.validator import validate

_MASTER = "ppt/slideMasters/slideMaster1.xml"
_LAYOUT = "ppt/slideLayouts/slideLayout{}.xml"
_LIST = "      - {id: list, layout: bullets, title: What we found, items: [{id: a, text: The first thing}]}\n"
_WIDTH, _HEIGHT = 9_144_000, 6_858_000


def understood(built: Built) -> Template:
    found = built.deck.theme.template
    assert found is not None
    return found


def moved(kind: str, at: tuple[int, int, int, int], turn: int = 0) -> Callable[[bytes], bytes]:
    """Has the slots of this kind stand at this place of their own, turned by so many degrees."""
    x, y, width, height = at
    said = f' rot="{turn * 60_000}"' if turn else ""
    place = f'<a:xfrm{said}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'

    def change(blob: bytes) -> bytes:
        parts = re.split(r"(?s)(<p:sp>.*?</p:sp>)", blob.decode())
        for at, part in enumerate(parts):
            if f"<p:ph {kind}" in part:
                plain = re.sub(r"(?s)<a:xfrm.*?</a:xfrm>", "", part).replace("<p:spPr/>", "<p:spPr></p:spPr>")
                parts[at] = plain.replace("<p:spPr>", f"<p:spPr>{place}")
        return "".join(parts).encode()

    return change


@pytest.mark.parametrize(
    ("layout", "use", "kind", "at"),
    [
        # Above the slide, as for titles that only screen readers are to find; under it; beside it; by half.
        (2, "text", 'type="title"', (457_200, -1_300_000, 8_229_600, 1_143_000)),
        (2, "text", 'idx="1"', (457_200, 7_000_000, 8_229_600, 4_525_963)),
        (2, "text", 'idx="1"', (9_200_000, 1_600_200, 8_229_600, 4_525_963)),
        (2, "text", 'idx="1"', (4_000_000, 1_600_200, 8_229_600, 4_525_963)),
        (1, "cover", 'type="subTitle"', (1_371_600, 6_400_000, 6_400_800, 1_752_600)),
        (4, "columns", 'sz="half" idx="2"', (7_000_000, 1_600_200, 4_038_600, 4_525_963)),
        (9, "picture", 'type="pic"', (7_000_000, 612_775, 5_486_400, 4_114_800)),
    ],
)
def test_a_slot_outside_the_slide_is_not_filled_and_told(
    layout: int,
    use: str,
    kind: str,
    at: tuple[int, int, int, int],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = template(parts={_LAYOUT.format(layout): moved(kind, at)})
    built = built_in(tmp_path, data)
    own = understood(built).own.get(use)  # type: ignore[call-overload]
    filled = [each.native for each in own.placeholders] if own and own.native == _LAYOUT.format(layout) else []
    (missed,) = understood(built).layouts[layout - 1].missed
    assert missed.native not in filled
    for slide in built.deck.slides:
        for shape in slide.shapes:
            if isinstance(shape, TextBox):
                assert shape.rect.left >= 0
                assert shape.rect.right <= units(built.deck.theme.grid.width)
                assert shape.rect.bottom <= units(built.deck.theme.grid.height)
    assert main(["template", str(tmp_path / "ours.potx")]) == 0
    assert re.search(rf"not filled, as these lie outside.*\n{layout}  .+", capsys.readouterr().out)


def test_what_only_touches_the_edge_is_filled(tmp_path: Path) -> None:
    """Its words stand on the slide; and a picture may end beyond the edges."""
    text = moved('idx="1"', (-80_000, 1_600_200, _WIDTH + 160_000, 4_525_963))
    picture = moved('type="pic"', (-40_000, -40_000, _WIDTH + 80_000, 4_700_000))
    parts = {_LAYOUT.format(2): text, _LAYOUT.format(9): picture}
    own = understood(built_in(tmp_path, template(parts=parts))).own
    assert own["text"].native == _LAYOUT.format(2)
    assert own["picture"].native == _LAYOUT.format(9)


def test_a_master_whose_own_slots_lie_outside_lends_its_places_to_none(tmp_path: Path) -> None:
    title = moved('type="title"', (457_200, -1_300_000, 8_229_600, 1_143_000))
    placed = moved('type="title"', (457_200, 300_000, 8_229_600, 1_143_000))
    parts = {_MASTER: title, _LAYOUT.format(6): placed}
    built = built_in(tmp_path, template(parts=parts))
    assert understood(built).base == _LAYOUT.format(6)
    assert not has_errors(built.diagnostics)
    (title_box,) = [each for each in built.deck.slides[3].shapes if isinstance(each, TextBox) and each.field == "title"]
    assert title_box.rect.top > 0


def test_where_all_titles_lie_outside_it_is_said(tmp_path: Path) -> None:
    away = moved('type="title"', (457_200, -1_300_000, 8_229_600, 1_143_000))
    centred = moved('type="ctrTitle"', (457_200, -1_300_000, 8_229_600, 1_143_000))

    def both(blob: bytes) -> bytes:
        return centred(away(blob))

    with pytest.raises(DeckError) as raised:
        built_in(tmp_path, template(parts={"ppt/slide(Layouts|Masters)/[^/]*xml": both}))
    (found,) = raised.value.diagnostics
    assert (found.code, found.hint) == ("template-title", "move one there in PowerPoint: View, Slide Master")
    assert "on the slide: all lie outside" in found.message


@pytest.mark.parametrize("turn", [90, 270, 180])
def test_a_slot_that_is_turned_is_taken_for_text_on_its_side(turn: int, tmp_path: Path) -> None:
    """Where it is seen: upright, this one would lie across the slide's edge."""
    body = moved('idx="1"', (-1_500_000, 3_000_000, 4_500_000, 900_000), turn)
    built = built_in(tmp_path, template(parts={_LAYOUT.format(2): body}))
    text = understood(built).own.get("text")
    assert text is None or text.native != _LAYOUT.format(2)
    missed, slots = understood(built).layouts[1].missed, understood(built).layouts[1].slots
    if turn != 180:
        assert not missed
        (seen,) = [each.rect for each in slots if each.type == "body"]
        assert (seen.width, seen.height) == (900_000, 4_500_000)


def test_a_footer_on_its_side_is_left_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its words would be measured as if they were upright, and stop the deck."""

    def narrow(blob: bytes) -> bytes:
        placed = moved('type="ftr"', (8_700_000, 1_600_200, 300_000, 3_000_000))(blob)
        upright = r"(?s)(<p:ph type=\"ftr\"(?:(?!</p:sp>).)*?<a:bodyPr) vert=\"horz\""
        return replacing(upright, r'\g<1> vert="vert270"')(placed)

    built = built_in(tmp_path, template(parts={_MASTER: narrow}))
    assert not has_errors(built.diagnostics)
    assert not [slot for each in understood(built).own.values() for slot in each.placeholders if slot.type == "ftr"]
    assert main(["template", str(tmp_path / "ours.potx")]) == 0
    assert "on their side:\n1  Diapositive de titre: footer" in capsys.readouterr().out


_LONG = "Office of a partnership that takes action against forced labour and child labour, all over the world"


def _long_footer(kind: str, height: int) -> bytes:
    """A template's footer of this alignment in a slot of this height, with nothing beside it up to the number."""
    placed = moved('type="ftr"', (3_000_000, 6_356_350, 2_500_000, height))
    size = replacing(r'(?s)(<p:ph type="ftr".*?algn=")ctr(".*?sz=")1200', rf"\g<1>{kind}\g<2>1400")
    return template(parts={_MASTER: lambda blob: size(placed(blob))})


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", ["l", "ctr", "r"])
def test_a_long_footer_has_two_small_lines_that_take_all_of_its_slot(kind: str, language: str, tmp_path: Path) -> None:
    data = _long_footer(kind, 230_000)
    built = built_in(tmp_path, data, language=language, slides=_LIST, footer=_LONG[:72])
    assert [each.code for each in built.diagnostics if each.code == "text-overflow"] == []
    (footer,) = [
        each for each in built.deck.slides[0].shapes if isinstance(each, TextBox) and each.name.startswith("Foot")
    ]
    assert footer.text.sizes[0] >= 7
    assert len(footer.text.lines) == 2
    assert footer.text.height * 12_700 <= footer.rect.height
    written = write_pptx(built.deck)
    assert validate(written) == []
    assert b'tIns="0"' in entries(written)["ppt/slides/slide1.xml"]


@pytest.mark.parametrize(("kind", "grows"), [("l", (0, 1)), ("ctr", (1, 1)), ("r", (1, 0))])
def test_a_footer_takes_the_room_on_its_side(kind: str, grows: tuple[int, int], tmp_path: Path) -> None:
    built = built_in(tmp_path, _long_footer(kind, 365_125))
    (joined,) = [each.rect for each in understood(built).footers if each.type == "ftr"]
    before, after = 3_000_000 - joined.left, joined.right - 5_500_000
    assert (before > 50_000, after > 50_000) == tuple(map(bool, grows))
    assert min(before, after) >= 0


def test_a_footer_that_does_not_fit_is_told_with_what_to_do(tmp_path: Path) -> None:
    built = built_in(tmp_path, _long_footer("ctr", 230_000), slides=_LIST, footer=f'"{_LONG} {_LONG}"')
    (found,) = [each for each in built.diagnostics if each.code == "text-overflow"]
    assert "the footer in `en` takes" in found.message
    assert "widen its slots in PowerPoint (View, Slide Master)" in (found.hint or "")


def _number(built: Built, slide: str) -> Placeholder:
    (tree,) = [each for each in built.deck.slides if each.id == slide]
    (slot,) = [each for each in tree.slide_layout.placeholders if each.type == "sldNum"]
    return slot


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_number_too_large_for_its_slot_stays_on_the_slide(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = template(parts={_MASTER: replacing(r'(?s)(<p:ph type="sldNum".*?sz=")1200', r"\g<1>9600")})
    built = built_in(tmp_path, data, language=language)
    slot = _number(built, "figure")
    assert slot.body.levels[0].size == pytest.approx(18, abs=0.1)
    written = write_pptx(built.deck)
    for slide in Presentation(io.BytesIO(written)).slides:
        for each in slide.slide_layout.placeholders:
            assert each.left >= 0
            assert each.left + each.width <= _WIDTH
            assert each.top + each.height <= _HEIGHT
    assert validate(written) == []
    assert main(["template", str(tmp_path / "ours.potx")]) == 0
    assert "number    18 pt, as its slot has no room for 96 pt" in capsys.readouterr().out


def test_a_large_number_in_a_slot_as_large_stays_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    large = replacing(r'(?s)(<p:ph type="sldNum".*?sz=")1200', r"\g<1>4000")
    placed = moved('type="sldNum"', (7_400_000, 5_900_000, 1_500_000, 800_000))
    data = template(parts={_MASTER: lambda blob: placed(large(blob))})
    assert _number(built_in(tmp_path, data), "figure").body.levels[0].size == 40
    assert main(["template", str(tmp_path / "ours.potx")]) == 0
    assert "number    " not in capsys.readouterr().out
