"""Each layout's documentation is true: its example builds, shows all of its text, and stands on the grid."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deck.fields.descriptions import descriptions
from deck.layouts import LAYOUTS
from deck.model.deck import Deck
from deck.model.declarations import declared
from deck.model.layout import Layout
from deck.model.shapes import Picture, Placeholder, TextBox
from deck.pipeline.build import Built
from deck.pipeline.reference import OF_ALL, example, layout_reference
from tests.outlines import examples, laid_out, texts

LANGUAGES = ("en", "ar", "zh", "ru")


@pytest.fixture(scope="module", params=LANGUAGES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return laid_out(tmp_path_factory.mktemp("examples"), *examples(), language=request.param)


def boxes(deck: Deck) -> Iterator[tuple[str, Placeholder, TextBox]]:
    for tree in deck.slides:
        for shape in tree.shapes:
            if isinstance(shape, TextBox) and shape.placeholder:
                yield tree.id, shape.placeholder, shape


def test_all_examples_build_without_a_finding(built: Built) -> None:
    assert len(built.deck.slides) == len(LAYOUTS)
    assert built.diagnostics == ()


def test_every_text_of_the_content_is_on_its_slide(built: Built) -> None:
    shown = {tree.id: "" for tree in built.deck.slides}
    for slide_id, _, text in texts(built.deck):
        shown[slide_id] += "\n".join(paragraph.plain for paragraph in text.paragraphs) + "\n"
    for slide in built.presentation.slides:
        tree = next(tree for tree in built.deck.slides if tree.id == slide.id)
        shown[slide.id] += "".join(f"{getattr(shape, 'description', '')}\n" for shape in tree.shapes)
        for path, text in slide.content.texts():
            kept = shown[slide.id].replace("\N{NO-BREAK SPACE}", " ")
            assert text.plain.replace("\N{NO-BREAK SPACE}", " ") in kept, f"{slide.id}: {path} is not shown"


def test_texts_fill_the_slots_of_their_slide_layout(built: Built) -> None:
    for tree in built.deck.slides:
        slots = {slot.idx: slot for slot in tree.slide_layout.placeholders}
        shapes = [shape for shape in tree.shapes if isinstance(shape, TextBox | Picture)]
        filled = [shape.placeholder for shape in shapes if shape.placeholder]
        assert sorted(slot.idx for slot in filled) == sorted(slots), f"{tree.id} leaves a slot empty or fills it twice"
        for slot in filled:
            assert slot == slots[slot.idx]


def test_texts_are_set_as_designed(built: Built) -> None:
    for slide_id, slot, box in boxes(built.deck):
        if built.deck.language.tag == "ru" and box.name.startswith(("Figure", "Part")):
            continue  # “160 миллионов” is wider than a card, “22 миллиона” than its part.
        assert box.rect == slot.rect
        assert box.text.sizes == tuple(style.size for style in slot.body.levels), f"{slide_id}: {box.name} shrank"


def test_everything_with_text_is_on_the_slide(built: Built) -> None:
    theme = built.deck.theme
    for slide_id, shape, _ in texts(built.deck):
        rect = shape.rect
        inside = rect.left >= 0 and rect.top >= 0 and rect.right <= theme.width and rect.bottom <= theme.height
        assert inside, f"{slide_id}: {shape.name}"


def test_slots_of_one_slide_do_not_overlap(built: Built) -> None:
    whole = (built.deck.theme.width, built.deck.theme.height)
    for layout in built.deck.slide_layouts:
        # Everything else stands on a picture over the whole slide.
        slots = [slot for slot in layout.placeholders if (slot.rect.width, slot.rect.height) != whole]
        for index, one in enumerate(slots):
            for other in slots[index + 1 :]:
                a, b = one.rect, other.rect
                apart = a.right <= b.left or b.right <= a.left or a.bottom <= b.top or b.bottom <= a.top
                assert apart, f"{layout.name}: {one.name} and {other.name}"


def test_slide_layouts_have_names_of_their_own(built: Built) -> None:
    names = [layout.name for layout in built.deck.slide_layouts]
    assert len(names) == len(set(names))
    assert {tree.slide_layout for tree in built.deck.slides} <= set(built.deck.slide_layouts)


def test_nothing_but_a_footer_is_smaller_than_14_points(built: Built) -> None:
    for _, slot, box in boxes(built.deck):
        if slot.type not in ("ftr", "sldNum"):
            assert min(style.minimum_size for style in slot.body.levels) >= 14, box.name


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout_documents_itself(layout: Layout[object]) -> None:  # type: ignore[type-var]
    assert layout.summary.endswith((".", "…"))
    assert example(layout).startswith(f"layout: {layout.name}\n")
    page = layout_reference(layout)
    described = descriptions(layout.content)
    assert set(described) == set(declared(layout.content))
    for name in described.keys() - OF_ALL:
        assert f"`{name}`" in page
        about = described[name]
        assert about.replace("\n", " ") in page


def test_the_reference_is_in_the_documentation() -> None:
    from deck.pipeline.reference import reference

    page = (Path(__file__).resolve().parents[2] / "docs" / "outline.md").read_text(encoding="utf-8")
    assert page.endswith(f"\n{reference()}\n"), "see CONTRIBUTING.md"
