"""Equations on slides: as large as their place allows, never mirrored, PowerPoint's own, and drawn alike."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pptx
import pytest
from PIL import Image

from deck.comparing.comparison import compare
from deck.export.pptx import write_pptx
from deck.export.pptx.inspected import inspect_pptx
from deck.export.pptx.lint import lint
from deck.export.pptx.reader import read_pptx
from deck.export.svg import slide_svg
from deck.languages.messages import messages
from deck.layouts.equations.setting import HIGHER, WIDER
from deck.model.equations import Equation
from deck.model.mathematics import Lines, Signs
from deck.model.shapes import TextBox
from deck.model.units import points
from deck.pipeline.build import Built
from deck.pipeline.edited import edited
from tests.export.packages import parts
from tests.outlines import EQUATIONS, laid_out
from tests.validator import validate

ENERGY = (
    "layout: equation\ntitle: Energy\ntex: E = mc^2\nwhere: [{symbol: E, meaning: energy}, {symbol: m, meaning: mass}]"
)


def equations(built: Built, slide: int = 0) -> list[Equation]:
    return [shape for shape in built.deck.slides[slide].shapes if isinstance(shape, Equation)]


def sized(built: Built, slide: int = 0) -> tuple[float, Equation]:
    first = equations(built, slide)[0]
    return first.size, first


def test_it_is_as_large_as_its_place_allows_and_never_larger(tmp_path: Path) -> None:
    built = laid_out(tmp_path, *EQUATIONS)
    assert built.diagnostics == ()
    for slide in range(len(EQUATIONS)):
        for each in equations(built, slide):
            drawn = each.drawing
            assert each.overflow == 0
            assert drawn.width * WIDER * each.size <= points(each.rect.width) + 1
            assert (drawn.line_ascent + drawn.line_descent) * HIGHER * each.size <= points(each.rect.height) + 1
    assert sized(built, 0)[0] > sized(built, 1)[0] > sized(built, 2)[0]


def test_what_is_long_is_broken_before_its_relations_and_sums(tmp_path: Path) -> None:
    terms = " + ".join(f"x_{{{number}}}^2" for number in range(30))
    formula = rf"S = {terms} = \sum_{{i=0}}^{{29}} x_i^2"
    built = laid_out(tmp_path, f"layout: equation\ntitle: Long\ntex: {formula}")
    size, equation = sized(built)
    (lines,) = equation.row
    assert isinstance(lines, Lines)
    assert len(lines.rows) > 2
    assert size > 20
    assert built.diagnostics == ()


def test_a_condition_has_a_line_of_its_own(tmp_path: Path) -> None:
    formula = r"P = \frac{\text{people in forced labour}}{\text{people of working age}} \times 1{,}000"
    formula += r" \text{ if more than a thousand people } > 0 \text{ are in work in the whole of the country}"
    built = laid_out(tmp_path, f"layout: equation\ntitle: Long\ntex: {formula}\ndescription: P")
    _, equation = sized(built)
    (lines,) = equation.row
    assert isinstance(lines, Lines)
    # No line begins with the relation of the condition, and each with its words.
    starts = [[piece.text.strip() for piece in cells[-1] if isinstance(piece, Signs)] for cells in lines.rows]
    assert [next(filter(None, each)).split()[0] for each in starts] == ["=", "if", "are"]
    assert built.diagnostics == ()


def test_cells_begin_where_their_words_do(tmp_path: Path) -> None:
    cases = r"f = \begin{cases} 1 & \text{ if } x > 0 \\ 0 & \text{otherwise} \end{cases}"
    built = laid_out(tmp_path, f"layout: equation\ntitle: Cases\ntex: {cases}\ndescription: f")
    xml = parts(write_pptx(built.deck))["ppt/slides/slide1.xml"].decode()
    assert re.findall(r"<m:t[^>]*>([^<]*(?:if|otherwise)[^<]*)</m:t>", xml) == ["if ", "otherwise"]


def test_what_is_too_long_is_told_with_its_room(tmp_path: Path) -> None:
    formula = "x" * 200
    built = laid_out(tmp_path, f"layout: equation\ntitle: Too long\ntex: {formula}")
    (found,) = built.diagnostics
    assert (found.code, found.span.line if found.span else 0) == ("text-overflow", 18)
    assert re.search(r"the formula is \d+ points larger than its place, which is \d+ points wide", found.message)


def test_a_matrix_that_is_too_wide_is_not_told_to_begin_a_new_line(tmp_path: Path) -> None:
    """That would be one more row of it."""
    cells = " & ".join(f"a_{{{number}}}" for number in range(30))
    formula = rf"x = \begin{{pmatrix}} {cells} \end{{pmatrix}}"
    (found,) = laid_out(tmp_path, f"layout: equation\ntitle: T\ntex: {formula}").diagnostics
    assert found.code == "text-overflow"
    assert found.hint is not None
    assert "new line" not in found.hint
    assert r"`\cdots`" in found.hint


def test_only_what_is_said_of_it_is_translated(tmp_path: Path) -> None:
    slide = f"{ENERGY}\ncaption: How much there is\ndescription: E is m c squared"
    built = laid_out(tmp_path, slide)
    found = [each.text for each in messages(built.presentation) if each.key.startswith("slide-1.")]
    assert found == ["Energy", "How much there is", "energy", "mass", "E is m c squared"]


def test_in_arabic_its_list_is_mirrored_and_it_is_not(tmp_path: Path) -> None:
    there, here = (laid_out(tmp_path, ENERGY, language=language) for language in ("en", "ar"))
    ours, theirs = equations(there), equations(here)
    assert [each.row for each in ours] == [each.row for each in theirs]
    assert [each.drawing for each in ours] == [each.drawing for each in theirs]
    assert [each.align for each in ours] == ["centre", "left", "left"]
    assert [each.align for each in theirs] == ["centre", "right", "right"]
    meaning = next(
        shape for shape in here.deck.slides[0].shapes if isinstance(shape, TextBox) and shape.name == "Meaning 1"
    )
    assert theirs[1].rect.left > meaning.rect.left
    assert 'rtl="0"' in _slide(write_pptx(here.deck))


def _slide(data: bytes, number: int = 1) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(f"ppt/slides/slide{number}.xml").decode()


def test_powerpoint_has_its_own_and_others_what_the_preview_shows(tmp_path: Path) -> None:
    built = laid_out(tmp_path, ENERGY)
    data = write_pptx(built.deck)
    source = _slide(data)
    native, drawn = re.findall(r"<mc:Choice[^>]*>(.*?)</mc:Choice><mc:Fallback>(.*?)</mc:Fallback>", source)[0]
    assert "<a14:m><m:oMathPara" in native
    assert "Cambria Math" in native
    assert 'descr="E = mc^2"' in native
    assert 'descr="E = mc^2"' in drawn
    equation = equations(built)[0]
    rect, own = equation.drawn_rect, equation.rect
    place = f'<a:off x="{own.left}" y="{own.top}"/><a:ext cx="{own.width}" cy="{own.height}"/>'
    assert place in native
    assert place in drawn
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        picture_of = Image.open(io.BytesIO(archive.read("ppt/media/image1.png")))
    assert picture_of.getpixel((0, 0))[3] == 0
    inked = [each / 2.5 for each in picture_of.getchannel("A").getbbox()]
    wanted = [points(each) for each in (rect.left - own.left, rect.top - own.top)]
    wanted += [points(each) for each in (rect.right - own.left, rect.bottom - own.top)]
    # An equation is as wide as its signs' room is, not only their ink.
    assert inked == pytest.approx(wanted, abs=6)
    picture = slide_svg(built.deck, built.deck.slides[0])
    (path,) = re.findall(r'<path d="([^"]*)"[^>]* aria-label="E = mc\^2" data-field="tex"/>', picture)
    across = [float(each) for each in re.findall(r"[ML](-?[\d.]+) ", path)]
    assert min(across) == pytest.approx(points(rect.left), abs=3)
    assert max(across) == pytest.approx(points(rect.right), abs=3)
    assert len(list(pptx.Presentation(io.BytesIO(data)).slides[0].shapes)) >= 3


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nobody_finds_anything_wrong(language: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, *EQUATIONS, language=language)
    data = write_pptx(built.deck)
    assert validate(data) == []
    assert lint(data) == []
    assert inspect_pptx(data).remarks == ()


def _with(data: bytes, before: str, after: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(file, "w") as copy:
        for name in archive.namelist():
            part = archive.read(name)
            copy.writestr(name, part.replace(before.encode(), after.encode()) if "slides/slide" in name else part)
    return file.getvalue()


def test_an_equation_that_was_edited_is_known(tmp_path: Path) -> None:
    built = laid_out(tmp_path, ENERGY)
    data = write_pptx(built.deck)
    path = tmp_path / "deck.pptx"
    path.write_bytes(_with(data, "<m:t>𝐸=𝑚</m:t>", "<m:t>𝐸=2𝑚</m:t>"))
    found = edited(path, path.read_bytes(), data)
    assert found
    assert "slide 1" in found.message


def test_a_changed_formula_is_told_as_a_changed_text(tmp_path: Path) -> None:
    before, after = (
        read_pptx(write_pptx(laid_out(tmp_path, ENERGY.replace("mc^2", tex)).deck)) for tex in ("mc^2", "mc_2")
    )
    assert dict(before[0].texts)["Equation"] == ("E=mc^2",)
    told = "\n".join(str(each) for slide in compare(before, after) for each in slide.changes)
    assert "E=mc^2" in told
    assert "E=mc_2" in told


def test_a_symbol_stands_on_the_line_of_its_meaning(tmp_path: Path) -> None:
    built = laid_out(tmp_path, ENERGY)
    symbol = equations(built)[1]
    meaning = next(
        shape for shape in built.deck.slides[0].shapes if isinstance(shape, TextBox) and shape.name == "Meaning 1"
    )
    (line,) = meaning.text.drawn
    middle = meaning.rect.top + meaning.rect.height / 2
    size = meaning.text.sizes[0]
    assert symbol.size == size
    baseline = points(symbol.drawn_rect.top) + symbol.drawing.ascent * size
    # Of a line that is 1.2 sizes high, a fifth of a size is under its baseline.
    assert baseline == pytest.approx(points(int(middle)) + line.height / 2 - 0.2 * size, abs=1)


def test_an_equation_of_nothing_seen_is_no_trouble(tmp_path: Path) -> None:
    built = laid_out(tmp_path, "layout: equation\ntitle: Room\ntex: '\\phantom{x}'")
    assert equations(built)[0].drawing.outlines == ()
    assert lint(write_pptx(replace(built.deck))) == []
