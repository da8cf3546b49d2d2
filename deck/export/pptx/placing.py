"""What a designer sees first on a slide: words that run off it, words over words, words too small to read.

Each rule is a generator of findings; its name, with hyphens, is their code.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.inspection_rule import Found, InspectionRule
from deck.export.pptx.opened import FURNITURE, OpenedDeck, OpenedShape, OpenedSlide
from deck.export.pptx.text_boxes import TextInBox
from deck.ground.diagnostics import Severity
from deck.model.units import Emu, Rect

_BESIDE = 0.05
"""How much of a box may lie beside the slide: less is an edge that nobody aimed at."""
_APART = 0.01
"""How far apart, of their width and height, the edges of two boxes are that stand in one place."""
_SMALLEST = 9
"""The least size of text, in points, that is read from a screen."""


def off_slide(deck: OpenedDeck) -> Iterator[Found]:
    """A box with words runs off the slide: what is beside it is cut off, or its lines end where nobody reads them.

    A picture or a drawing may be cut on purpose, and is none; nor is what is turned.
    """
    width, height = deck.size
    whole = Rect(Emu(0), Emu(0), Emu(width), Emu(height))
    for slide in deck.slides:
        for shape, place in _boxes(slide):
            area, seen = place.width * place.height, place.shared(whole)
            # What stands wholly beside it is hidden there: another rule tells it.
            if 0 < seen < (1 - _BESIDE) * area:
                yield slide.number, shape.name, "runs off the slide"


def same_place(deck: OpenedDeck) -> Iterator[Found]:
    """Two boxes with words stand in the same place, so that one cannot be read for the other.

    Boxes that appear or go by an animation are left out: they take turns.
    """
    for slide in deck.slides:
        moved = {each.get("spid") for each in slide.root.iterfind(".//p:timing//p:spTgt", PREFIXES)}
        placed = [(shape, place) for shape, place in _boxes(slide) if shape.properties.get("id") not in moved]
        for (one, place), (other, there) in combinations(placed, 2):
            if _is_same(place, there):
                yield slide.number, other.name, f"stands exactly on “{one.name}”"


def small_text(deck: OpenedDeck) -> Iterator[Found]:
    """A text is smaller than 9 points: nobody reads it from a screen, and few on paper.

    Footers, numbers of slides, and raised or lowered signs are left out.
    """
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.text and not shape.is_hidden and shape.placeholder not in FURNITURE:
                size = TextInBox(deck, slide, shape).smallest
                if size and size < _SMALLEST:
                    yield slide.number, shape.name, f"has text of {size:g} points"


def _boxes(slide: OpenedSlide) -> Iterator[tuple[OpenedShape, Rect]]:
    """The shapes of a slide that hold words, upright and seen, each with its place."""
    for shape in slide.shapes:
        words = shape.text and not shape.is_hidden and shape.placeholder not in FURNITURE
        if words and _is_upright(shape) and (place := slide.place(shape)):
            yield shape, place


def _is_upright(shape: OpenedShape) -> bool:
    turned = shape.element.find("./p:spPr/a:xfrm[@rot]", PREFIXES)
    return turned is None or turned.get("rot") == "0"


def _is_same(one: Rect, other: Rect) -> bool:
    across, down = (_APART * max(side) for side in ((one.width, other.width), (one.height, other.height)))
    beside = max(abs(one.left - other.left), abs(one.right - other.right)) > across
    return not beside and max(abs(one.top - other.top), abs(one.bottom - other.bottom)) <= down


_WARNING = Severity.WARNING
RULES: tuple[InspectionRule, ...] = (
    InspectionRule(off_slide, _WARNING, "move it onto the slide, make it smaller, or delete it"),
    InspectionRule(same_place, _WARNING, "move or delete one of the two (Home, Arrange, Selection Pane)"),
    InspectionRule(small_text, _WARNING, "make it larger, or say less; 12 points are a good least size"),
)
