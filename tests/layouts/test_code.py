"""Code keeps its lines and indents, is read from left to right, and is read well, whatever the deck's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from deck.export.pptx import write_pptx
from deck.export.svg import slide_svg
from deck.ground.diagnostics import DeckError
from deck.languages.messages import messages
from deck.layouts.listings.colours import lit_ground, readable
from deck.layouts.listings.pages import divided
from deck.model.contrast import LEAST, contrast
from deck.model.deck import Deck
from deck.model.shapes import AutoShape, TextBox
from deck.model.style import Colour
from deck.model.units import points
from deck.pipeline.build import lay_out
from deck.pipeline.places import default_outline
from tests.export.packages import parts
from tests.outlines import LISTINGS, laid_out

FILE = """\
#include <stdio.h>
// tag::main[]
int main(void) {
\treturn 0; /* ANCHOR: not-here
}
// end::main[]
#region other
    int x;

        int y;
#endregion
"""


def boxes(deck: Deck, name: str) -> list[TextBox]:
    return [shape for tree in deck.slides for shape in tree.shapes if isinstance(shape, TextBox) and shape.name == name]


def shown(folder: Path, fields: str, language: str = "en") -> tuple[list[str], list[int | None]]:
    (folder / "main.c").write_text(FILE, encoding="utf-8")
    (box,) = boxes(laid_out(folder, f"layout: code\ntitle: T\n{fields}", language=language).deck, "Code")
    return [each.plain for each in box.text.paragraphs], [each.number for each in box.text.paragraphs]


def test_lines_and_indents_are_kept(tmp_path: Path) -> None:
    code = "if a:\n\n        b  =  1\n    c = '{x}'"
    fields = "language: python\ncode: |\n" + "".join(f"  {line}\n" for line in code.split("\n"))
    assert shown(tmp_path, fields)[0] == code.split("\n")


@pytest.mark.parametrize(
    ("fields", "lines", "first"),
    [
        ("lines: 3-5", ["int main(void) {", "    return 0; /* ANCHOR: not-here", "}"], 3),
        ("lines: 4", ["return 0; /* ANCHOR: not-here"], 4),
        ("marker: main", ["int main(void) {", "}"], 3),
        ("marker: other", ["int x;", " ", "    int y;"], 8),
    ],
)
def test_a_part_of_a_file_keeps_its_numbers(tmp_path: Path, fields: str, lines: list[str], first: int) -> None:
    found, numbers = shown(tmp_path, f"file: main.c\nnumbers: true\n{fields}")
    assert found == lines
    assert numbers[0] == first


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("caption: x", "there is no code here"),
        ("code: x\nfile: main.c", "code stands here, and a file"),
        ("file: main.c\nlines: 3-40", "main.c has 11 lines"),
        ("file: main.c\nmarker: mian", "did you mean `main`"),
        ("code: x\nlines: 1", "name the file"),
        ("code: x\nhighlight: 2", "the code has the lines 1 to 1"),
        ("code: x\nlanguage: pyhton", "did you mean `python`"),
        ("code: x\nhighlight: last", "names no lines"),
        ("file: ../main.c", "outside the outline’s folder"),
        ("file: mian.c", "there is no file"),
        ("code: |\n" + "  x\n" * 201, "200 is the most"),
        ("code: x\nsides: [{code: a}, {code: b}]", "two listings stand here already"),
        ('code: "x\\u202ey"', "right-to-left override"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, fields: str, message: str) -> None:
    with pytest.raises(DeckError) as caught:
        shown(tmp_path, fields)
    assert message in str(caught.value)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_is_read_from_left_to_right(language: str, tmp_path: Path) -> None:
    deck = laid_out(tmp_path, LISTINGS[1], language=language).deck
    slide = parts(write_pptx(deck))["ppt/slides/slide1.xml"].decode()
    lines = re.findall(r"<a:p>(?:(?!</a:p>).)*noProof(?:(?!</a:p>).)*</a:p>", slide)
    assert len(lines) == 17
    if language == "ar":
        assert all('algn="l" rtl="0"' in line for line in lines)
    assert slide.count('<a:buAutoNum type="arabicPlain"') in (0, 17)
    layout = "".join(
        each.decode() for name, each in parts(write_pptx(deck)).items() if "slideLayouts/slideLayout" in name
    )
    assert 'algn="l" rtl="0"' in layout
    assert "<a:spcPts" in layout
    drawn = slide_svg(deck, deck.slides[0])
    assert drawn.count('<g direction="ltr">') == (17 if language == "ar" else 0)
    # Numbers stand at the left, before the code.
    (left,) = {float(x) for x in re.findall(r'<text x="([\d.]+)"[^>]*><tspan[^>]*>17</tspan>', drawn)}
    assert left == pytest.approx(points(boxes(deck, "Code")[0].rect.left), abs=0.1)


def colours(deck: Deck) -> Iterator[Colour]:
    for box in boxes(deck, "Code"):
        for paragraph in box.text.paragraphs:
            yield from (run.colour or box.text.body.levels[0].colour for run in paragraph.runs)


def test_colours_are_the_themes_and_read_on_their_grounds(tmp_path: Path) -> None:
    deck = laid_out(tmp_path, LISTINGS[1]).deck
    used, grounds = set(colours(deck)), (deck.theme.grounds.card, lit_ground(deck.theme))
    assert len(used) > 4
    for colour in used:
        assert all(contrast(deck.theme.rgb(colour), deck.theme.rgb(ground)) >= LEAST for ground in grounds)
    written = parts(write_pptx(deck))["ppt/slides/slide1.xml"].decode()
    assert {f'<a:schemeClr val="{colour.scheme}"' in written for colour in used - {Colour("dk1")}} == {True}


def test_a_colour_that_is_not_read_gives_way_to_one_that_is() -> None:
    theme = lay_out(default_outline()).deck.theme
    pale = Colour("accent1").lighter(70)
    for ground in (Colour("lt2"), Colour("dk2")):
        found = readable(theme, pale, ground)
        assert contrast(theme.rgb(found), theme.rgb(ground)) >= LEAST
    assert readable(theme, pale, Colour("dk2")) == pale


def test_highlighted_lines_stand_on_their_bands(tmp_path: Path) -> None:
    deck = laid_out(tmp_path, LISTINGS[1]).deck
    (code,) = boxes(deck, "Code")
    bands = [shape for shape in deck.slides[0].shapes if isinstance(shape, AutoShape) and shape.name == "Highlight"]
    assert len(bands) == 2
    lit = [
        line
        for line in code.text.lines
        for band in bands
        if band.rect.top - code.rect.top <= (line.top + line.height / 2) * 12_700 <= band.rect.bottom - code.rect.top
    ]
    assert [code.text.paragraphs[line.paragraph].number for line in lit] == [5, 9, 10, 11]
    assert all(run.bold for line in lit for run in line.runs)


def test_little_is_set_larger_than_much(tmp_path: Path) -> None:
    sizes = [boxes(laid_out(tmp_path, slide).deck, "Code")[0].text.sizes[0] for slide in LISTINGS[:2]]
    assert sizes[0] >= 30
    assert 14 <= sizes[1] < 20


def test_two_listings_begin_on_one_line_at_one_size(tmp_path: Path) -> None:
    deck = laid_out(tmp_path, LISTINGS[2]).deck
    for name in ("Caption", "Code", "Output"):
        one, other = boxes(deck, f"{name} 1"), boxes(deck, f"{name} 2")
        assert (one[0].rect.top, one[0].rect.height) == (other[0].rect.top, other[0].rect.height)
        assert one[0].text.sizes == other[0].text.sizes


def test_no_line_is_broken_and_a_long_one_is_named(tmp_path: Path) -> None:
    long = " + ".join(f"value_{number}" for number in range(14))
    built = laid_out(tmp_path, f"layout: code\ntitle: T\ncode: |\n  a = 1\n      x = {long}\n")
    (found,) = built.diagnostics
    assert (found.code, "line 2, `x = value_0 + " in found.message) == ("text-overflow", True)
    (box,) = boxes(built.deck, "Code")
    assert len(box.text.lines) == 2
    assert box.text.sizes == (14,)


def test_long_code_goes_on_where_a_thought_ends(tmp_path: Path) -> None:
    code = "\n".join(f"def f{n}():\n    a = {n}\n    return a\n" for n in range(10))
    built = laid_out(tmp_path, "layout: code\ntitle: T\ncode: |\n" + "".join(f"  {x}\n" for x in code.split("\n")))
    assert built.diagnostics == ()
    pages = [[each.plain for each in box.text.paragraphs] for box in boxes(built.deck, "Code")]
    assert len(pages) > 1
    assert all(page[0].startswith("def ") and page[-1] == "    return a" for page in pages)
    assert [line for page in pages for line in page if line] == [line for line in code.split("\n") if line]
    assert len({(box.rect.top, box.text.sizes) for box in boxes(built.deck, "Code")}) == 1


def test_every_line_is_on_one_slide() -> None:
    for count in range(1, 60):
        lines = [f"x{n}" if n % 7 else "" for n in range(1, count + 1)]
        ranges = list(divided(lines, 9))
        assert all(0 < end - start <= 9 for start, end in ranges)
        assert "".join("".join(lines[start:end]) for start, end in ranges) == "".join(lines)


def test_code_is_not_for_translators_but_its_caption_is(tmp_path: Path) -> None:
    built = laid_out(tmp_path, LISTINGS[2])
    keys = {message.key for message in messages(built.presentation)}
    assert {key for key in keys if key.startswith("slide-1.")} == {
        "slide-1.title",
        "slide-1.sides.before.caption",
        "slide-1.sides.after.caption",
    }


@pytest.mark.parametrize("code", ["a = 1\n  b = 2", ">\n  a = 1\n  b = 2", "a = 1\n\n  b = 2"])
def test_lines_that_yaml_would_join_are_told(code: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match=r"would be joined to one.*write `code: \|`"):
        laid_out(tmp_path, f"layout: code\ntitle: T\ncode: {code}")


@pytest.mark.parametrize("code", ["'a = 1\n\n  b = 2'", '"a = 1\\nb = 2"', "|\n  a = 1\n  b = 2"])
def test_lines_that_yaml_keeps_apart_are_kept_however_they_are_written(code: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, f"layout: code\ntitle: T\ncode: {code}")
    (listing,) = (shape for shape in built.deck.slides[0].shapes if isinstance(shape, TextBox) and shape.name == "Code")
    assert [line.plain for line in listing.text.paragraphs] == ["a = 1", "b = 2"]
