"""Things larger or smaller, as a presenter's template has them whose slides are of another height."""

from __future__ import annotations

from deck.model.links import Glue, Link
from deck.model.rescaling import rescaled
from deck.model.style import Colour, Stroke
from deck.model.units import Emu, Rect


def test_a_line_between_shapes_goes_with_them() -> None:
    points = tuple((Emu(x), Emu(y)) for x, y in ((10, 20), (30, 20), (30, 55)))
    link = Link("a", points, Stroke(Colour("dk1"), Emu(4)), Glue("b", "right"), Glue("c", "left"))
    larger = rescaled(link, 1.5)
    assert larger.points == ((15, 30), (45, 30), (45, 82))
    assert all(isinstance(each, int) for point in larger.points for each in point)
    assert larger.rect == Rect(Emu(15), Emu(30), Emu(30), Emu(52))
    assert larger.stroke.width == 6
    assert (larger.start, larger.end) == (link.start, link.end)
