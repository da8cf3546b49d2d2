"""How rectangles lie to each other."""

from __future__ import annotations

import pytest

from deck.model.units import Rect

MIDDLE = Rect.of_units(10, 10, 20, 20)


@pytest.mark.parametrize(
    ("other", "meets", "holds"),
    [
        ((12, 12, 4, 4), True, True),
        ((10, 10, 20, 20), True, True),
        ((25, 25, 20, 20), True, False),
        ((0, 0, 60, 60), True, False),
        ((15, 0, 5, 60), True, False),
        ((30, 10, 5, 20), False, False),
        ((10, 30, 20, 5), False, False),
        ((0, 40, 5, 5), False, False),
    ],
)
def test_rectangles_meet_by_more_than_edges_and_hold_what_is_wholly_in_them(
    other: tuple[float, float, float, float], meets: bool, holds: bool
) -> None:
    rect = Rect.of_units(*other)
    assert (MIDDLE.meets(rect), rect.meets(MIDDLE), MIDDLE.holds(rect)) == (meets, meets, holds)


def test_the_least_rectangle_around_others_reaches_to_the_edges_of_all() -> None:
    high, wide = Rect.of_units(30, 5, 4, 60), Rect.of_units(12, 20, 40, 2)
    assert Rect.around([high, wide]) == Rect.of_units(12, 5, 40, 60)
    assert Rect.around([MIDDLE]) == MIDDLE
