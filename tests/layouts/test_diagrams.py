"""Timelines, steps and people: every number of parts stands whole on its slide, and reads in the deck's direction."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.model.deck import Deck
from deck.model.shapes import AutoShape, ShapeTree, TextBox
from tests.layouts.test_mistakes import found
from tests.outlines import laid_out

WORDS = ["Ask", "Listen", "Plan", "Act", "Report", "Learn", "Repeat", "Celebrate"]
LANGUAGES = ("en", "ar", "zh", "ru")


def steps(count: int, form: str) -> str:
    listed = (f"{{id: s{at}, heading: {WORDS[at]}, text: Workers and employers agree}}" for at in range(count))
    return f"layout: steps\ntitle: T\nform: {form}\nsteps: [{', '.join(listed)}]"


def timeline(count: int, now: str = "") -> str:
    listed = (f"{{id: e{at}, date: '{2016 + at}', heading: {WORDS[at]}}}" for at in range(count))
    return f"layout: timeline\ntitle: T\nevents: [{', '.join(listed)}]\n{f'now: {now}' if now else ''}"


def people(count: int, role: str = "For the workers") -> str:
    listed = (f"{{id: p{at}, name: Anna {WORDS[at % 8]}, role: {role}}}" for at in range(count))
    return f"layout: people\ntitle: T\npeople: [{', '.join(listed)}]"


def words(tree: ShapeTree) -> list[TextBox]:
    """The boxes under the title, in reading order."""
    boxes = (shape for shape in tree.shapes if isinstance(shape, TextBox) and shape.placeholder)
    return [box for box in boxes if box.placeholder and box.placeholder.type == "body"]


def decoration(deck: Deck, name: str) -> list[AutoShape]:
    shapes = deck.slides[0].slide_layout.decoration
    return [shape for shape in shapes if isinstance(shape, AutoShape) and shape.name.startswith(name)]


@pytest.mark.parametrize("form", ["arrows", "cycle", "funnel", "pyramid"])
def test_steps_of_every_number_fit_in_each_form(form: str, tmp_path: Path) -> None:
    most = 8 if form == "arrows" else 6
    slides = [steps(count, form).replace("title: T", f"title: T{count}") for count in range(3, most + 1)]
    for language in LANGUAGES:
        built = laid_out(tmp_path, *slides, language=language)
        assert built.diagnostics == ()
        for count, tree in enumerate(built.deck.slides, start=3):
            shown = "\n".join(paragraph.plain for box in words(tree) for paragraph in box.text.paragraphs)
            assert [shown.index(word) for word in WORDS[:count]] == sorted(shown.index(word) for word in WORDS[:count])


def test_arrows_point_the_way_of_reading(tmp_path: Path) -> None:
    for language, flipped in (("en", False), ("ar", True)):
        deck = laid_out(tmp_path, steps(4, "arrows"), language=language).deck
        arrows = decoration(deck, "Arrow")
        assert [arrow.flipped for arrow in arrows] == [flipped] * 4
        places = [arrow.rect.left for arrow in arrows]
        assert places == sorted(places, reverse=flipped)


def test_a_cycle_comes_back_to_its_beginning(tmp_path: Path) -> None:
    for count in range(3, 7):
        deck = laid_out(tmp_path, steps(count, "cycle")).deck
        assert len(decoration(deck, "Arrow")) == count
        boxes, (ring,) = decoration(deck, "Box"), decoration(deck, "Ring")
        middle = ring.rect.left + ring.rect.width // 2
        first = boxes[0].rect
        assert abs(first.left + first.width // 2 - middle) <= 1
        assert boxes[1].rect.left > middle > boxes[-1].rect.left + boxes[-1].rect.width // 2


def test_a_pyramid_is_broadest_below_and_a_funnel_above(tmp_path: Path) -> None:
    for form, broadest in (("pyramid", -1), ("funnel", 0)):
        widths = [band.rect.width for band in decoration(laid_out(tmp_path, steps(5, form)).deck, "Band")]
        assert widths == sorted(widths, reverse=form == "funnel")
        assert widths[broadest] > 2 * widths[-1 - broadest]


def test_more_steps_than_a_form_shows_are_told(tmp_path: Path) -> None:
    ((place, code, hint),) = found(tmp_path, steps(8, "cycle"))
    assert (place, code, hint) == ("3:1", "invalid-value", "`form: arrows` shows 2 to 8")
    assert [code for _, code, _ in found(tmp_path, steps(2, "cycle"))] == ["invalid-value"]


@pytest.mark.parametrize("count", range(2, 9))
def test_events_stand_along_the_line_in_order(count: int, tmp_path: Path) -> None:
    for language in ("en", "ar"):
        built = laid_out(tmp_path, timeline(count), language=language)
        assert built.diagnostics == ()
        (tree,) = built.deck.slides
        places = [dot.rect.left for dot in decoration(built.deck, "Dot")]
        assert len(places) == count
        assert places == sorted(places, reverse=language == "ar")
        assert [box.text.paragraphs[0].plain for box in words(tree)] == [str(2016 + at) for at in range(count)]


@pytest.mark.parametrize(("language", "word"), [("en", "Now"), ("fr", "Maintenant"), ("zh", "现在")])
def test_now_is_marked_for_the_eye_and_in_words(language: str, word: str, tmp_path: Path) -> None:
    deck = laid_out(tmp_path, timeline(5, now="e2"), language=language).deck
    names = [shape.name for shape in deck.slides[0].shapes]
    mark = next(shape for shape in deck.slides[0].shapes if shape.name == "Now")
    assert isinstance(mark, AutoShape)
    assert mark.description == word
    assert names[names.index("Now") + 1] == "Event 3"
    (so_far,), (to_come,) = decoration(deck, "Line so far"), decoration(deck, "Line to come")
    assert so_far.rect.right == to_come.rect.left == mark.rect.left + mark.rect.width // 2
    dots = {dot.name: dot.fill == so_far.fill for dot in decoration(deck, "Dot")}
    assert dots == {"Dot 1": True, "Dot 2": True, "Dot 4": False, "Dot 5": False}


def test_now_must_be_one_of_the_events(tmp_path: Path) -> None:
    ((place, code, hint),) = found(tmp_path, timeline(3, now="e9"))
    assert (place, code) == ("4:1", "unknown-name")
    assert hint


@pytest.mark.parametrize("count", [1, 2, 4, 5, 9, 16, 24])
def test_all_people_are_on_one_slide_beside_their_portraits(count: int, tmp_path: Path) -> None:
    built = laid_out(tmp_path, people(count))
    assert built.diagnostics == ()
    (tree,) = built.deck.slides
    discs = [shape for shape in tree.shapes if shape.name == "Initials"]
    boxes = words(tree)
    assert len(discs) == len(boxes) == count
    for one, box in zip(discs, boxes, strict=True):
        a, b = one.rect, box.rect
        assert a.right <= b.left or a.bottom <= b.top


def test_a_name_stands_as_far_from_a_large_portrait_as_from_a_small_one(tmp_path: Path) -> None:
    gaps = []
    for tree in laid_out(tmp_path, people(1), people(6)).deck.slides:
        disc = next(shape for shape in tree.shapes if shape.name == "Initials").rect
        gaps.append((words(tree)[0].rect.left - disc.right) / disc.width)
    assert gaps[0] == pytest.approx(gaps[1], abs=0.02)


def test_people_who_do_not_fit_on_one_slide_continue(tmp_path: Path) -> None:
    built = laid_out(tmp_path, people(24, "Deputy head of the department for cooperation with employers and workers"))
    assert built.diagnostics == ()
    assert len(built.deck.slides) > 1
    assert sum(len(words(tree)) for tree in built.deck.slides) == 24
    counts = [len(words(tree)) for tree in built.deck.slides]
    assert max(counts) - min(counts) <= 1
