"""What stands at the foot of slides in a template, also where this has no place for it, and on which ground."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deck.checks import check_thoroughly
from deck.cli import main
from deck.export.pptx import write_pptx
from deck.export.pptx.archive import Archive
from deck.ground.diagnostics import Severity
from deck.model.shapes import AutoShape, Placeholder, ShapeTree, TextBox
from deck.model.theme import Theme
from deck.model.units import EMU_PER_UNIT, Rect
from deck.pipeline.build import Built
from tests.export.templates import built_in, replacing, template
from tests.validator import validate

_MASTER = "ppt/slideMasters/slideMaster1.xml"
_SHEETS = r"ppt/slide(Masters|Layouts)/[^/]*\.xml"
_SLOT = r'<p:sp>(?:(?!</p:sp>).)*?<p:ph type="(?:{})"(?:(?!</p:sp>).)*?</p:sp>'
_LOGO = replacing(r'x="8229600" y="76200"', 'x="7924800" y="6477000"')
"""The logo stands in the foot."""
_MAP = "template: ours.potx, map: map.yaml"
_SLIDES = """\
      - {id: cover, layout: title, title: What we do, subtitle: For everyone}
      - {id: part, layout: section, title: The first part, text: Two years of work}
      - {id: speaks, layout: speaker, title: Overview, name: Jane Colombini, role: For the Secretariat}
      - {id: list, layout: bullets, title: What we found, items: [{id: a, text: The first thing}]}
      - {id: cards, layout: cards, title: Cards, cards: [{id: a, heading: A}, {id: b, heading: B}]}
      - {id: ask, layout: questions, title: Your questions, text: We have a quarter of an hour.}
      - {id: code, layout: questions, title: More questions, items: [{id: x, text: Ask}], qr: "https://example.org"}
      - {id: end, layout: closing, title: Thank you}
"""
_FOOTED = ("part", "speaks", "list", "cards", "ask", "code")


def _without(*kinds: str) -> bytes:
    """A template with a logo in its foot that has no slots of these kinds."""
    gone = replacing(f"(?s){_SLOT.format('|'.join(kinds))}", "")
    return template(parts={_SHEETS: lambda blob: _LOGO(gone(blob))})


def _footers(built: Built) -> dict[str, TextBox]:
    return {
        tree.id: shape
        for tree in built.deck.slides
        for shape in tree.shapes
        if isinstance(shape, TextBox) and shape.field == "presentation.footer"
    }


def _left_out(built: Built) -> list[str]:
    return [each.message for each in built.diagnostics if each.code == "footer-left-out"]


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kinds", [("ftr",), ("ftr", "dt", "sldNum")])
def test_a_footer_without_a_slot_stands_in_the_free_foot(kinds: tuple[str, ...], language: str, tmp_path: Path) -> None:
    """At one place on all slides, clear of a logo and of the number, whosever slide layout they have."""
    data = _without(*kinds)
    built = built_in(tmp_path, data, language=language, slides=_SLIDES)
    found = _footers(built)
    assert tuple(found) == _FOOTED
    assert len({each.rect for each in found.values()}) == 1
    theme = built.deck.theme
    assert theme.template is not None
    logo = Rect.of_units(104, 85, 10, 2)
    at = found["list"].rect if language == "en" else found["list"].rect.mirrored(theme.width)
    assert not at.meets(logo)
    # Where the date stands, this stays the date's.
    day = next((each.rect.right for each in theme.template.footers if each.type == "dt"), None)
    assert at.left == pytest.approx(day or theme.grid.margin * EMU_PER_UNIT, abs=1)
    assert at.top >= theme.grid.body_bottom * EMU_PER_UNIT
    for tree in built.deck.slides:
        others = [each.rect for each in tree.shapes if each is not found.get(tree.id)]
        assert not any(each.meets(found[tree.id].rect) for each in others if tree.id in found)
    assert found["cards"].placeholder is not None
    # A slide layout of theirs gets no slot: there it is a text box of the slide.
    assert found["list"].placeholder is None
    thorough = check_thoroughly(built.deck, built.presentation, tmp_path / "outline.yaml")
    assert not {each.code for each in (*built.diagnostics, *thorough)} & {"footer-left-out", "small-text"}
    written = write_pptx(built.deck)
    assert validate(written) == []
    if language == "en":
        own, made = Archive(data), Archive(written)
        for name in own.parts:
            if "slideLayouts/" in name and name.endswith(".xml"):
                assert made.blob(name) == own.blob(name)


def test_where_one_slide_layout_lacks_it_the_footer_stands_as_on_the_others(tmp_path: Path) -> None:
    gone = replacing(f"(?s){_SLOT.format('ftr')}", "")
    found = _footers(built_in(tmp_path, template(parts={"ppt/slideLayouts/slideLayout2.xml": gone}), slides=_SLIDES))
    assert found["list"].placeholder is None
    assert found["list"].rect == found["cards"].rect
    assert found["list"].text.sizes == found["cards"].text.sizes


@pytest.mark.parametrize(
    ("taken", "where"),
    [(True, "any slide"), (False, "the slide `list`")],
)
def test_a_footer_without_any_place_is_told(taken: bool, where: str, tmp_path: Path) -> None:
    gone = replacing(f"(?s){_SLOT.format('ftr')}", "")
    if taken:
        wide = replacing(
            r'x="8229600" y="76200"/><a:ext [^>]*/>', 'x="0" y="6350000"/><a:ext cx="9144000" cy="508000"/>'
        )
        parts = {_SHEETS: lambda blob: wide(gone(blob))}
    else:
        low = replacing(
            r'(?s)(<p:ph idx="1"/>(?:(?!</p:sp>).)*?)<p:spPr/>',
            r'\1<p:spPr><a:xfrm><a:off x="457200" y="1600200"/><a:ext cx="8229600" cy="5000000"/></a:xfrm></p:spPr>',
        )
        parts = {"ppt/slideLayouts/slideLayout2.xml": lambda blob: low(gone(blob))}
    slides = "".join(line for line in _SLIDES.splitlines(True) if re.search("id: (list|cards)", line))
    built = built_in(tmp_path, template(parts=parts), slides=slides)
    (told,) = [each for each in built.diagnostics if each.code == "footer-left-out"]
    assert told.message == f"the footer has no place on {where} in ours.potx"
    assert (told.severity, told.span.line if told.span else None) == (Severity.WARNING, 2)
    assert told.hint is not None
    assert "View, Slide Master" in told.hint
    assert not _left_out(built_in(tmp_path, template(parts=parts), slides=slides, footer="null"))


def _tree(built: Built, name: str) -> ShapeTree:
    return next(each for each in built.deck.slides if each.id == name)


def _body(theme: Theme) -> Rect:
    grid = theme.grid
    return Rect.of_units(grid.x(0), grid.body_top, grid.w(grid.columns), grid.body_height)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_dividers_speakers_and_questions_have_ground_drawings_and_foot_of_the_template(
    language: str, tmp_path: Path
) -> None:
    (tmp_path / "map.yaml").write_text("layouts: {divider: 0}\n", encoding="utf-8")
    built = built_in(tmp_path, template(), language=language, slides=_SLIDES, choice=_MAP, header=", date: 2026-05-31")
    theme = built.deck.theme
    own = theme.template
    assert own is not None
    feet = {each.type: each for each in own.footers}
    for name in ("part", "speaks", "ask", "code"):
        tree = _tree(built, name)
        assert tree.slide_layout.joins == own.base
        assert tree.slide_layout.backdrop is not None
        shown = [each for each in tree.shapes if isinstance(each, TextBox) and each.placeholder]
        slots: dict[str, Placeholder] = {each.placeholder.type: each.placeholder for each in shown if each.placeholder}
        for kind in ("ftr", "sldNum", "dt"):
            place = slots[kind].rect if language == "en" else slots[kind].rect.mirrored(theme.width)
            assert place == feet[kind].rect
            assert slots[kind].body == feet[kind].body
        content = [
            each.rect for each in tree.shapes if getattr(each, "field", None) not in (None, "presentation.footer")
        ]
        content += [each.rect for each in tree.slide_layout.decoration if isinstance(each, AutoShape)]
        assert all(each.bottom <= feet["ftr"].rect.top for each in content)
    panel = next(each for each in _tree(built, "speaks").slide_layout.decoration if each.name == "Panel")
    at = panel.rect if language == "en" else panel.rect.mirrored(theme.width)
    assert _body(theme).holds(at)
    assert not [each for each in built.diagnostics if each.code in ("text-overflow", "low-contrast")]


@pytest.mark.parametrize("lacks", [True, False])
def test_a_template_without_a_slot_for_numbers_is_told(
    lacks: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ours.potx").write_bytes(_without("sldNum") if lacks else template())
    assert main(["template", str(tmp_path / "ours.potx")]) == 0
    assert ("number    none: " in capsys.readouterr().out) is lacks


@pytest.mark.parametrize("kinds", [("ftr", "dt", "sldNum"), ("dt", "sldNum")])
def test_a_footer_keeps_some_air_from_a_logo_beside_it(kinds: tuple[str, ...], tmp_path: Path) -> None:
    gone = replacing(f"(?s){_SLOT.format('|'.join(kinds))}", "")
    start = replacing(r'(?s)(type="ftr".*?)algn="ctr"', r'\1algn="l"')
    built = built_in(tmp_path, template(parts={_SHEETS: lambda blob: start(_LOGO(gone(blob)))}), slides=_SLIDES)
    place = _footers(built)["cards"].rect
    logo = 7_924_800
    assert logo - 2 * EMU_PER_UNIT <= place.right <= logo - EMU_PER_UNIT


@pytest.mark.parametrize(
    ("sheets", "where"), [(_SHEETS, "any slide"), ("ppt/slideLayouts/slideLayout2.xml", "the slide `list`"), (None, "")]
)
def test_slides_without_a_number_are_told_to_who_checks(sheets: str | None, where: str, tmp_path: Path) -> None:
    gone = replacing(f"(?s){_SLOT.format('sldNum')}", "")
    slides = f"{_SLIDES}      - {{id: large, layout: headline, title: Nobody is for sale}}\n"
    built = built_in(tmp_path, template(parts={sheets: gone}) if sheets else template(), slides=slides)
    assert not [each for each in built.diagnostics if each.code == "number-left-out"]
    thorough = check_thoroughly(built.deck, built.presentation, tmp_path / "outline.yaml")
    told = [each for each in thorough if each.code == "number-left-out"]
    assert [each.message for each in told] == (
        [f"the slide number has no place on {where} in ours.potx"] if sheets else []
    )
    assert all(each.severity is Severity.WARNING and each.span for each in told)
