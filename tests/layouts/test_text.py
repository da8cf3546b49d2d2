"""A text in Markdown becomes native paragraphs, lists and callouts, each block a message of its own."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image

from deck.export.pptx import write_pptx
from deck.export.svg import slide_svg
from deck.ground.diagnostics import DeckError
from deck.languages.messages import messages
from deck.model.deck import Deck
from deck.model.equations import Equation
from deck.model.language import Language
from deck.model.numbering import Numbering, label, scheme
from deck.model.shapes import Picture, Table, TextBox
from tests.export.packages import parts
from tests.outlines import TEXTS, laid_out

LIST = "1. One\n2. Two\n   1. under\n   2. below\n      1. deepest\n3. Three"


def slide(text: str, title: str = "T") -> str:
    return f"layout: text\ntitle: {title}\ntext: |\n" + "".join(f"  {line}\n" for line in text.split("\n"))


def boxes(deck: Deck) -> list[TextBox]:
    """The texts under the titles."""
    shapes = (shape for tree in deck.slides for shape in tree.shapes if isinstance(shape, TextBox))
    return [box for box in shapes if box.placeholder and box.placeholder.type == "body"]


def written(folder: Path, text: str, language: str = "en") -> str:
    return parts(write_pptx(laid_out(folder, slide(text), language=language).deck))["ppt/slides/slide1.xml"].decode()


@pytest.mark.parametrize(
    ("language", "schemes"),
    [
        ("en", ["arabicPeriod", "alphaLcPeriod", "romanLcPeriod"]),
        ("ar", ["arabicPeriod", "arabic2Minus", "arabicParenR"]),
        ("ru", ["arabicPeriod", "arabicParenR", "arabicParenBoth"]),
        ("zh", ["arabicPeriod", "arabicParenBoth", "alphaLcPeriod"]),
    ],
)
def test_numbers_are_native_and_the_languages(language: str, schemes: list[str], tmp_path: Path) -> None:
    numbered = r'<a:pPr lvl="(\d)"(?:(?!</a:pPr>).)*<a:buAutoNum type="(\w+)"/>'
    found = re.findall(numbered, written(tmp_path, LIST, language))
    first, second, third = schemes
    assert found == [("1", first)] * 2 + [("2", second)] * 2 + [("3", third)] + [("1", first)]


def test_a_list_may_begin_later(tmp_path: Path) -> None:
    assert 'type="arabicPeriod" startAt="4"' in written(tmp_path, "4. Four\n5. Five")


NUMBERINGS: list[tuple[Numbering, str, int, str]] = [
    ("letter", "en", 27, "aa."),
    ("roman", "en", 14, "xiv."),
    ("letter", "ar", 4, "د-"),
    ("letter", "zh", 3, "(3)"),
    ("roman", "ru", 3, "(3)"),
    ("plain", "ar", 12, "12"),
]


@pytest.mark.parametrize(("numbering", "language", "number", "shown"), NUMBERINGS)
def test_pictures_show_what_powerpoint_counts(numbering: Numbering, language: str, number: int, shown: str) -> None:
    assert label(number, numbering, Language(language)) == shown
    assert scheme(numbering, Language(language))


def test_a_second_list_counts_from_one_in_every_program(tmp_path: Path) -> None:
    deck = laid_out(tmp_path, slide("1. a\n2. b\n\nThen:\n\n1. c\n2. d")).deck
    # LibreOffice counts on within one text.
    assert [[each.number for each in box.text.paragraphs] for box in boxes(deck)] == [[1, 2], [None, 1, 2]]
    drawn = slide_svg(deck, deck.slides[0])
    assert (drawn.count(">1.<"), drawn.count(">2.<"), drawn.count(">3.<")) == (2, 2, 0)


def keys(folder: Path, text: str) -> dict[str, str]:
    """The messages of the text, by what they say."""
    found = messages(laid_out(folder, slide(text)).presentation)
    return {message.text: message.key for message in found if message.key.startswith("slide-1.text.")}


def test_each_block_is_a_message_that_stays_with_its_words(tmp_path: Path) -> None:
    before = keys(
        tmp_path, "First **words**\n\n## Why {#why}\n\n- an entry\n- another\n\n> [!NOTE]\n> Noted\n\n---\n\nFoot"
    )
    assert list(before) == ["First **words**", "Why", "an entry", "another", "Noted", "Foot"]
    assert before["Why"] == "slide-1.text.why.text"
    moved = keys(tmp_path, "- another\n- an entry\n\n## Why not {#why}\n\nNew\n\nFirst **words**")
    assert {text: moved[text] for text in ("another", "an entry", "First **words**")}.items() <= before.items()
    assert moved["Why not"] == before["Why"]


def test_a_message_stands_on_its_line(tmp_path: Path) -> None:
    built = laid_out(tmp_path, slide("One\n\n- two\n- three"))
    lines = (tmp_path / "outline.yaml").read_text(encoding="utf-8").split("\n")
    for message in messages(built.presentation):
        if message.key.startswith("slide-1.text."):
            assert message.text in lines[message.span.line - 1]


def test_what_has_no_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="language `pyton`"):
        laid_out(tmp_path, slide("```pyton\ncode\n```"))
    with pytest.raises(DeckError, match="the lines 1 to 1"):
        laid_out(tmp_path, slide("```python {2}\ncode\n```"))
    with pytest.raises(DeckError, match="has the id `same` already"):
        laid_out(tmp_path, slide("a {#same}\n\nb {#same}"))


@pytest.mark.parametrize(
    ("text", "line"),
    [("one\n\n```python\ncode\n\nwords", "```python"), ("one\n\n$$\na\n\nb\n$$", "$$"), ("one\n\n> - two", "> - two")],
)
def test_what_does_not_end_is_told_on_its_line(text: str, line: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as raised:
        laid_out(tmp_path, slide(text))
    (found,) = raised.value.diagnostics
    lines = (tmp_path / "outline.yaml").read_text(encoding="utf-8").split("\n")
    assert found.span
    assert lines[found.span.line - 1].strip() == line
    assert line != "$$" or found.span.line - 1 == lines.index(lines[found.span.line - 1])


def test_what_is_told_of_a_text_keeps_it_from_nothing(tmp_path: Path) -> None:
    built = laid_out(tmp_path, slide("One\n\nThe area is $$x^2$$ here."))
    (found,) = built.diagnostics
    assert "alone on its lines" in found.message
    (shown,) = built.presentation.slides
    said = [text.plain for _, text in shown.content.texts()]
    assert said[1:] == ["One", "The area is $$x^2$$ here."]


def size(folder: Path, text: str) -> float:
    built = laid_out(folder, slide(text))
    assert built.diagnostics == ()
    return boxes(built.deck)[0].text.sizes[0]


def test_little_is_set_larger_than_much(tmp_path: Path) -> None:
    some = "Governments, employers and workers agree on one plan, and publish what came of it.\n\n"
    sizes = [size(tmp_path, some * count) for count in (1, 3, 8)]
    assert sizes == sorted(set(sizes), reverse=True)
    assert sizes[0] >= 36
    assert sizes[-1] >= 18


def test_much_flows_in_columns_and_on_further_slides_and_all_of_it_is_there(tmp_path: Path) -> None:
    section = (
        "## Part {n}\n\nGovernments and workers agree on one national plan of action with a budget of its own.\n\n"
    )
    text = "".join(
        section.replace("{n}", str(n)) + "1. Ratify it\n2. Train inspectors\n3. Report\n\n" for n in range(7)
    )
    built = laid_out(tmp_path, slide(text))
    assert built.diagnostics == ()
    assert len(built.deck.slides) > 1
    shown = [each.plain.replace("\xa0", " ") for box in boxes(built.deck) for each in box.text.paragraphs]
    (content,) = (slide.content for slide in built.presentation.slides)
    assert shown == [text.plain for path, text in content.texts() if path.startswith("text.")]
    for tree in built.deck.slides:
        texts = [shape for shape in tree.shapes if isinstance(shape, TextBox) and shape.name.startswith("Text")]
        assert len({box.rect.left for box in texts}) == 2
    # A column ends where a thought does: a heading is never the last.
    assert all(not box.text.paragraphs[-1].plain.startswith("Part") for box in boxes(built.deck))


def test_a_remark_stands_at_the_foot(tmp_path: Path) -> None:
    deck = laid_out(tmp_path, TEXTS[1]).deck
    *texts, remark = boxes(deck)
    assert remark.name == "Remark"
    assert all(box.rect.bottom < remark.rect.top for box in texts)


CODE = "Read it:\n\n```python {2}\nfor row in rows:\n    yield row  # a row\n```\n\n- one\n- two"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_code_stands_in_a_text_as_it_is_written(language: str, tmp_path: Path) -> None:
    deck = laid_out(tmp_path, slide(CODE), language=language).deck
    before, code, after = boxes(deck)
    assert [each.plain for each in code.text.paragraphs] == ["for row in rows:", "    yield row  # a row"]
    assert len({run.colour for each in code.text.paragraphs for run in each.runs}) > 1
    assert before.rect.bottom < code.rect.top < code.rect.bottom < after.rect.top
    (band,) = [shape for shape in deck.slides[0].shapes if shape.name == "Highlight"]
    assert code.rect.top < band.rect.top < band.rect.bottom <= code.rect.bottom
    xml = parts(write_pptx(deck))["ppt/slides/slide1.xml"].decode()
    properties = re.findall(r"<a:pPr([^>]*)>(?:(?!</a:p>).)*(?:for|yield)", xml)
    assert all('rtl="1"' not in each for each in properties)


def test_code_in_a_text_is_for_no_translator(tmp_path: Path) -> None:
    assert list(keys(tmp_path, CODE)) == ["Read it:", "one", "two"]


def test_a_long_line_of_code_takes_the_whole_width_and_long_code_stands_beside_its_text(tmp_path: Path) -> None:
    line = "generate_deck.py build mine.yaml --all-languages --output dist --overwrite"
    wide = boxes(laid_out(tmp_path, slide(f"Build it:\n\n```bash\n{line}\n```\n\nLook at it.")).deck)
    assert wide[1].rect.width > wide[0].rect.width
    lines = "\n".join(f"    total += amount({number})  # what is known" for number in range(12))
    text = f"All is added.\n\n- one by one\n- in order\n\n```python\ndef all_of_it():\n{lines}\n    return total\n```"
    built = laid_out(tmp_path, slide(text))
    words, code = boxes(built.deck)
    assert built.diagnostics == ()
    assert words.rect.right < code.rect.left
    assert code.rect.width > words.rect.width


def test_code_appears_at_once(tmp_path: Path) -> None:
    (tree,) = laid_out(tmp_path, f"{slide(CODE)}reveal: items\n").deck.slides
    assert len(tree.clicks) == 3


def save_picture(path: Path, size: tuple[int, int]) -> None:
    Image.new("RGB", (size[0] * 40, size[1] * 40), "teal").save(path)


def with_picture(folder: Path, text: str, size: tuple[int, int] = (60, 40)) -> Deck:
    save_picture(folder / "well.png", size)
    built = laid_out(folder, slide(text))
    assert built.diagnostics == ()
    return built.deck


def test_a_picture_stands_beside_or_under_a_text(tmp_path: Path) -> None:
    well = '![A well](well.png "The new well")'
    deck = with_picture(tmp_path, f"- Clean water within reach\n- Children are in school\n\n{well}")
    words, caption = boxes(deck)
    (picture,) = [shape for shape in deck.slides[0].shapes if isinstance(shape, Picture)]
    assert (picture.description, caption.text.paragraphs[0].plain) == ("A well", "The new well")
    assert words.rect.right <= picture.rect.left
    assert picture.rect.bottom <= caption.rect.top
    wide = with_picture(tmp_path, f"What was built.\n\n{well}", (600, 60))
    words, _ = boxes(wide)
    (picture,) = [shape for shape in wide.slides[0].shapes if isinstance(shape, Picture)]
    assert words.rect.bottom <= picture.rect.top


def test_pictures_of_one_paragraph_stand_beside_each_other(tmp_path: Path) -> None:
    deck = with_picture(tmp_path, "Before and after.\n\n![A field](well.png)\n![A well](well.png)")
    first, second = [shape for shape in deck.slides[0].shapes if isinstance(shape, Picture)]
    assert (first.rect.top, first.rect.height) == (second.rect.top, second.rect.height)
    assert first.rect.right < second.rect.left


def test_what_a_picture_says_is_for_translators(tmp_path: Path) -> None:
    save_picture(tmp_path / "well.png", (60, 40))
    assert list(keys(tmp_path, 'Words\n\n![A well](well.png "New")')) == ["Words", "New", "A well"]


def test_a_picture_that_is_not_described_or_not_there_is_told(tmp_path: Path) -> None:
    save_picture(tmp_path / "well.png", (60, 40))
    (found,) = laid_out(tmp_path, slide("Words\n\n![](well.png)")).diagnostics
    assert found.code == "missing-description"
    assert "between the brackets" in (found.hint or "")
    with pytest.raises(DeckError, match=r"gone\.png"):
        laid_out(tmp_path, slide("![A well](gone.png)"))


TABLE = "| | Cancer | None |\n| :-- | --: | --: |\n| Predicted | **3** | 4998 |\n| Not predicted | 2 | |"


def tables(deck: Deck) -> list[Table]:
    return [shape for tree in deck.slides for shape in tree.shapes if isinstance(shape, Table)]


def test_a_table_in_a_text_is_native(tmp_path: Path) -> None:
    deck = laid_out(tmp_path, slide(f"What was found:\n\n{TABLE}\n\nAs of May.")).deck
    (table,) = tables(deck)
    said = [["".join(each.plain for each in cell.text.paragraphs) for cell in row] for row in table.rows]
    assert said == [["", "Cancer", "None"], ["Predicted", "3", "4998"], ["Not predicted", "2", ""]]
    assert [cell.text.body.levels[0].align for cell in table.rows[1]] == ["start", "end", "end"]
    before, after = boxes(deck)
    assert before.rect.bottom <= table.rect.top < table.rect.bottom <= after.rect.top
    assert parts(write_pptx(deck))["ppt/slides/slide1.xml"].count(b"<a:tr ") == 3


def test_cells_are_messages_by_the_words_of_their_rows(tmp_path: Path) -> None:
    found = keys(tmp_path, TABLE)
    assert found["Cancer"] == "slide-1.text.cancer-none.table.columns.cancer.heading"
    assert found["Predicted"].startswith("slide-1.text.cancer-none.table.rows.predicted.cells.")
    assert "" not in found


def test_two_tables_with_headings_stand_beside_each_other(tmp_path: Path) -> None:
    half = f"**{{}}**\n\n{TABLE}\n\nHow often that is right"
    deck = laid_out(tmp_path, slide(f"{half.format('Random')}\n\n{half.format('Never')}")).deck
    first, second = tables(deck)
    assert (len(deck.slides), first.rect.top) == (1, second.rect.top)
    assert first.rect.right < second.rect.left


def test_a_table_that_is_too_high_says_so(tmp_path: Path) -> None:
    rows = "\n".join(f"| {number} | words |" for number in range(30))
    found = laid_out(tmp_path, slide(f"Words\n\n| A | B |\n|---|---|\n{rows}")).diagnostics
    (told,) = found
    assert told.code == "text-overflow"
    assert "the table of 30 rows is" in told.message
    assert "layout: table" in (told.hint or "")


FORMULA = r"So it is:\n\n$$\nP = \frac{N}{W}\n$$\n\n- so many\n\n$$ x < y $$".replace(r"\n", "\n")


@pytest.mark.skipif(find_spec("ziamath") is None, reason="draws equations")
def test_equations_stand_in_a_text_and_are_for_no_translator(tmp_path: Path) -> None:
    deck = laid_out(tmp_path, slide(FORMULA)).deck
    first, second = [shape for shape in deck.slides[0].shapes if isinstance(shape, Equation)]
    words, entry = boxes(deck)
    assert words.rect.bottom <= first.rect.top < first.rect.bottom <= entry.rect.top
    assert entry.rect.bottom <= second.rect.top
    assert first.overflow == 0
    assert b"<m:f>" in parts(write_pptx(deck))["ppt/slides/slide1.xml"]
    assert list(keys(tmp_path, FORMULA)) == ["So it is:", "so many"]
    with pytest.raises(DeckError, match="frac"):
        laid_out(tmp_path, slide(r"$$ \frac{1} $$"))


@pytest.mark.skipif(find_spec("ziamath") is None, reason="draws equations")
def test_a_long_equation_is_broken_or_says_that_it_is_too_wide(tmp_path: Path) -> None:
    long = " + ".join(f"a_{{{number}}}" for number in range(30))
    built = laid_out(tmp_path, slide(f"Words\n\n$$ s = {long} $$"))
    (equation,) = [shape for shape in built.deck.slides[0].shapes if isinstance(shape, Equation)]
    told = [each for each in built.diagnostics if each.code == "text-overflow"]
    assert bool(told) == (equation.overflow > 0)


SUM = " + ".join(map(str, range(1, 21)))
LINES = r" \\ ".join(rf"x_{{{number}}} &= \frac{{{number}}}{{2}}" for number in range(16))
MATRIX = rf"\begin{{pmatrix}} {' & '.join(f'a_{{{number}}}' for number in range(60))} \end{{pmatrix}}"


@pytest.mark.skipif(find_spec("ziamath") is None, reason="draws equations")
@pytest.mark.parametrize("around", ["{}", "One\n\n{}\n\nTwo", "- One\n\n  {}\n\n- Two", "One\n\n{}\n\n---\n\nA remark"])
@pytest.mark.parametrize(
    ("tex", "fits"),
    [(SUM, True), (LINES, False), (MATRIX, False), (" = ".join(f"x_{{{number}}}" for number in range(120)), False)],
)
def test_an_equation_is_never_less_than_its_least_size(tex: str, fits: bool, around: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, slide(around.format(f"$$ {tex} $$")))
    (equation,) = [shape for tree in built.deck.slides for shape in tree.shapes if isinstance(shape, Equation)]
    assert equation.size >= built.deck.theme.style("text").minimum_size
    assert [each.code for each in built.diagnostics] == ["text-overflow"] * (not fits)
    assert all("the formula is" in each.message for each in built.diagnostics)


def test_callouts_are_mirrored_with_their_signs(tmp_path: Path) -> None:
    decks = [laid_out(tmp_path, TEXTS[1], language=language).deck for language in ("en", "ar")]
    for deck in decks:
        bars = [shape for shape in deck.slides[0].slide_layout.decoration if shape.name.startswith("Callout bar")]
        grounds = [shape for shape in deck.slides[0].slide_layout.decoration if re.match(r"Callout \d", shape.name)]
        assert len(bars) == len(grounds) == 2
        for bar, ground in zip(bars, grounds, strict=True):
            met = (
                (bar.rect.right, ground.rect.left) if deck.language.tag == "en" else (bar.rect.left, ground.rect.right)
            )
            assert abs(met[0] - met[1]) <= 1
