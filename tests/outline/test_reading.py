"""What a good outline reads as."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from deck.fields.slug import slug
from deck.layouts import LAYOUTS as REAL_LAYOUTS
from deck.markup import literally
from deck.model.presentation import Fact, Slide
from deck.model.text import Run
from deck.nodes.compose import compose
from deck.nodes.node import plain
from tests.outline.outlines import FIRST_LINE, HEADER, THEMES, mistakes, outcome, read, slide, write

ALLIANCE = THEMES.parent / "alliance-8.7" / "outline.yaml"


def shown(slide: Slide) -> Any:
    """A slide's content, whose type is its layout's own."""
    return slide.content


def test_the_webinar() -> None:
    presentation, theme, warnings = outcome(ALLIANCE, REAL_LAYOUTS)
    slides = list(presentation.slides)
    assert (len(slides), len(presentation.sections), warnings) == (13, 6, ())
    assert presentation.values["pathfinders.count"] == Fact(Decimal(37))
    assert presentation.values["partners"] == Fact(Decimal(400), "secretariat")
    countries = shown(next(one for one in slides if one.id == "pathfinder-list")).items
    assert len({country.id for country in countries}) == 37
    assert set(theme.icons) == {"action", "knowledge", "innovation", "resources", "chain", "migration"}
    assert theme.palette["accent1"] == "005F9E"
    assert theme.styles["key-figure-label"].colour.lum_off == 70


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("NO", "NO"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("1:30", "1:30"),
        ("2024-05-01", "2024-05-01"),
        ("007", "007"),
        ("0", 0),
        ("-5", -5),
        ("50_000_000", 50_000_000),
        ("5__0", "5__0"),
        ("8.70", Decimal("8.70")),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        ("9" * 41, "9" * 41),
        ("true", True),
        ("~", None),
        ("'5'", "5"),
        ("!!str 5", "5"),
        ("! 5", "5"),
        ("", None),
        ("!!int 5", 5),
    ],
)
def test_scalars(text: str, value: object) -> None:
    root, diagnostics = compose(f"a: {text}", "x")
    assert root is not None
    assert (plain(root), diagnostics) == ({"a": value}, [])


def test_anchors_and_merges() -> None:
    root, diagnostics = compose("a: &a {x: 1, y: 2}\nb: {y: 3, <<: *a}\nc: *a\nd: {<<: [*a, {z: 4}]}", "x")
    assert root is not None
    assert plain(root) == {
        "a": {"x": 1, "y": 2},
        "b": {"y": 3, "x": 1},
        "c": {"x": 1, "y": 2},
        "d": {"x": 1, "y": 2, "z": 4},
    }
    assert not diagnostics


def test_aliases_do_not_multiply_without_end() -> None:
    levels = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12))
    _, diagnostics = compose(f"a0: &a0 [x]\n{levels}\n", "x")
    assert [one.code for one in diagnostics] == ["yaml-alias"]


def test_the_places_of_fields(tmp_path: Path) -> None:
    path = write(tmp_path, "  - id: a\n    layout: cards\n    title: T\n    cards:\n")
    path.write_text(path.read_text() + "    - {id: x, heading: X}\n    - {id: y, heading: Y}\n")
    spans = next(read(path).slides).spans
    at = {field: (span.line - FIRST_LINE + 1, span.column, span.end_column) for field, span in spans.items()}
    assert at["title"] == (3, 12, 13)
    assert at["cards.y.heading"] == (6, 24, 25)


def test_a_list_becomes_items_with_ids_that_stay(tmp_path: Path) -> None:
    content = shown(slide(tmp_path, "layout: list\ntitle: '{pets.count}'\nitems: {list: pets}"))
    assert [item.id for item in content.items] == ["c1", "c2", "c3"]
    assert content.items[2].text == literally("Émeu")[0]
    spans = slide(tmp_path, "layout: list\ntitle: x\nitems: {list: pets}").spans
    assert (Path(spans["items.c2.text"].path).name, spans["items.c2.text"].line) == ("pets.csv", 3)


def test_a_list_that_repeats_is_told_and_built(tmp_path: Path) -> None:
    path = write(tmp_path, "  - {id: a, layout: list, title: x, items: {list: pets, column: name}}\n")
    (tmp_path / "pets.csv").write_text("name\nCat\ncat\n中文\n")
    assert [one.code for one in mistakes(path)] == ["duplicate-entry"]
    items = shown(next(read(path).slides)).items
    assert [item.id for item in items] == ["cat", "cat-2", slug("中文")]


def test_figures_keep_their_numbers(tmp_path: Path) -> None:
    cards = "cards: [{id: a, heading: b, value: 50_000}, {id: b, heading: c, value: '≈ 5 million', source: book}]"
    first, second = shown(slide(tmp_path, f"layout: cards\ntitle: x\n{cards}")).cards
    assert (first.value.number, second.value.number) == (Decimal(50_000), None)
    assert second.source.text.paragraphs[0].runs == (Run("A book", italic=True),)


def test_notes_and_minutes(tmp_path: Path) -> None:
    one = slide(tmp_path, "layout: plain\ntitle: x\nminutes: 2.5\nnotes: |\n  a\n\n  b")
    assert one.notes is not None
    assert (one.notes.plain, one.minutes) == ("a\nb", Decimal("2.5"))


def test_pictures(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (30, 20), "red").save(tmp_path / "a.jpg")
    picture = shown(slide(tmp_path, "layout: plain\ntitle: x\npicture: {file: a.jpg}")).picture
    assert (picture.file.width, picture.file.height) == (30, 20)


def test_a_theme_of_ones_own(tmp_path: Path) -> None:
    source = (THEMES / "alliance.yaml").read_text(encoding="utf-8")
    (tmp_path / "own.yaml").write_text(source.replace('accent1: "005F9E"', "accent1: 112233"), encoding="utf-8")
    header = HEADER.replace("language: en", "language: en, theme: own.yaml")
    path = write(tmp_path, "  - {id: a, layout: plain, title: x}\n", header)
    _, theme, _ = outcome(path)
    assert theme.palette["accent1"] == "112233"
