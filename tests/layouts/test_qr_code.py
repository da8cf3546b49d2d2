"""A QR code is its modules and nothing else, with its quiet zone, dark on light, and says where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest
import segno

from deck.ground.diagnostics import DeckError
from deck.layouts import closing, questions
from deck.layouts.frame.large_title import square
from deck.model.deck import Deck
from deck.model.outlines import Path as Drawing
from deck.model.shapes import AutoShape, SlideLayout, TextBox
from deck.model.units import Rect, units
from deck.pipeline.build import lay_out
from deck.pipeline.places import assets
from deck.themes import read_theme
from tests.contrast import contrast
from tests.outlines import laid_out, write_outline
from tests.themes.looks import NAMES

LINK = "https://www.example.org/newsletter"
SLIDES = {
    "closing": "layout: closing\ntitle: Thank you\n",
    "questions": "layout: questions\ntitle: Questions\n",
    "contact": "layout: contact\ntitle: Contact\ncontacts: [{id: a, name: We}]\n",
}


def code_of(deck: Deck) -> tuple[AutoShape, AutoShape]:
    """The ground and the code on it."""
    shapes = {shape.name: shape for shape in deck.slides[0].shapes if isinstance(shape, AutoShape)}
    return shapes["QR code ground"], shapes["QR code"]


def dark(drawing: Drawing) -> set[tuple[int, int]]:
    """The modules that a drawing's rectangles cover."""
    found, corners = set(), []
    for command in drawing.commands:
        if command[0] == "Z":
            xs, ys = sorted({int(x) for x, _ in corners}), sorted({int(y) for _, y in corners})
            covered = {(x, y) for x in range(xs[0], xs[-1]) for y in range(ys[0], ys[-1])}
            assert not covered & found, "a module that is drawn twice is a hole in PowerPoint"
            found |= covered
            corners = []
        else:
            corners.append((float(command[1]), float(command[2])))
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("layout", SLIDES)
@pytest.mark.parametrize("link", [LINK, "mailto:info@example.org", "https://example.org/" + "long/" * 40])
def test_a_code_is_its_modules(layout: str, link: str, language: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, f'{SLIDES[layout]}qr: "{link}"', language=language)
    assert built.diagnostics == ()
    ground, code = code_of(built.deck)
    assert isinstance(code.geometry, Drawing)
    wanted = segno.make_qr(link, error="m")
    assert not wanted.is_micro
    matrix = [list(row) for row in wanted.matrix]
    assert dark(code.geometry) == {(x, y) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert (code.geometry.width, code.geometry.height) == (len(matrix), len(matrix))
    module = code.rect.width / len(matrix)
    for quiet in (code.rect.left - ground.rect.left, ground.rect.bottom - code.rect.bottom):
        assert quiet >= 4 * module * 0.999
    assert not code.flipped
    assert code.description == link


def test_a_code_is_dark_on_light(tmp_path: Path) -> None:
    deck = laid_out(tmp_path, f"{SLIDES['contact']}qr: {LINK}").deck
    ground, code = code_of(deck)
    assert ground.fill
    assert code.fill
    assert contrast(deck.theme.rgb(code.fill), deck.theme.rgb(ground.fill)) > 7


@pytest.mark.parametrize(
    ("qr", "shown", "said"),
    [
        (LINK, "www.example.org", LINK),
        (f"{{link: '{LINK}', label: Our newsletter}}", "Our newsletter", f"Our newsletter: {LINK}"),
        ("'mailto:info@example.org'", "info@example.org", "mailto:info@example.org"),
    ],
)
def test_its_words_lead_where_it_does(qr: str, shown: str, said: str, tmp_path: Path) -> None:
    deck = laid_out(tmp_path, f"{SLIDES['questions']}qr: {qr}").deck
    (label,) = (shape for shape in deck.slides[0].shapes if shape.name == "QR code label")
    assert isinstance(label, TextBox)
    (paragraph,) = label.text.paragraphs
    assert paragraph.plain == shown
    assert {run.link for run in paragraph.runs} == {said.rpartition(": ")[2]}
    assert code_of(deck)[1].description == said


@pytest.mark.parametrize("link", ["www.example.org", "javascript:alert", "https://", "https://a b"])
def test_what_is_no_address_is_told(link: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as error:
        laid_out(tmp_path, f"{SLIDES['closing']}qr: '{link}'")
    assert [finding.code for finding in error.value.diagnostics] == ["invalid-value"]


def test_a_picture_and_a_code_have_one_place(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="one place"):
        laid_out(tmp_path, f"{SLIDES['closing']}qr: {LINK}\npicture: {{file: a.jpg, decorative: true}}")


@pytest.mark.parametrize("theme", NAMES)
def test_nothing_lies_under_a_code_by_half(theme: str) -> None:
    """A title ends before it, also where a theme's titles are as wide as the slide, and no dot looks out behind it."""
    look = read_theme(assets() / "themes" / f"{theme}.yaml")[0]
    left, top, side = square(look)
    ground = Rect.of_units(left, top, side, side + look.grid.down(9))
    layouts: list[SlideLayout] = [
        closing.slide_layout(look, qr=True),
        closing.slide_layout(look, picture=True),
        questions.slide_layout(look, qr=True),
    ]
    for layout in layouts:
        texts = [each.rect for each in layout.placeholders if each.idx == 0 or each.name == "Text"]
        texts += [each.rect for each in layout.decoration if each.name == "Accent bar"]
        assert all(rect.right < ground.left for rect in texts)
        small = [each.rect for each in layout.decoration if max(each.rect.width, each.rect.height) < ground.width / 4]
        for rect in small:
            beside = rect.right <= ground.left or rect.left >= ground.right
            assert beside or rect.bottom <= ground.top or rect.top >= ground.bottom


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("layout", ["closing", "questions"])
@pytest.mark.parametrize("theme", NAMES)
def test_the_ground_of_a_code_ends_at_the_margin(theme: str, layout: str, language: str, tmp_path: Path) -> None:
    """And does not reach over a line that the theme draws beyond it."""
    outline = write_outline(tmp_path, f"{SLIDES[layout]}qr: {LINK}", language=language)
    outline.write_text(outline.read_text("utf-8").replace("theme: alliance", f"theme: {theme}"), encoding="utf-8")
    deck = lay_out(outline).deck
    ground, _ = code_of(deck)
    grid = deck.theme.grid
    edge = units(grid.width) - ground.rect.right if language == "en" else ground.rect.left
    assert edge == pytest.approx(units(grid.margin), abs=2)
    drawn = [each.rect for each in deck.slides[0].slide_layout.decoration]
    assert not [each for each in drawn if each.width < units(1) and each.meets(ground.rect)]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_long_label_says_where_its_lines_end(language: str, tmp_path: Path) -> None:
    """LibreOffice would end a line of a link within a word."""
    words = (
        "للمزيد من المعلومات عن التحالف وعن أهدافه"
        if language == "ar"
        else "More about the Alliance and what it is for"
    )
    slide = f"{SLIDES['questions']}qr: {{link: '{LINK}', label: {words}}}"
    deck = laid_out(tmp_path, slide, language=language).deck
    (label,) = (shape for shape in deck.slides[0].shapes if shape.name == "QR code label")
    assert isinstance(label, TextBox)
    (paragraph,) = label.text.paragraphs
    assert paragraph.plain.replace("\N{NO-BREAK SPACE}", " ") == words
    assert {run.link for run in paragraph.runs} == {LINK}
    said = "".join(run.text for run in paragraph.runs)
    assert len(said.split("\v")) == len(label.text.lines) == 2
