"""A chart's points in words: by these two decks are compared, and an edited one is known."""

from __future__ import annotations

_FIGURE = ",.15g"


def point_words(series: str, place: str | float, value: float | None) -> str:
    """What a point says: its series, where along the chart it is, and its figure in all its digits."""
    where = " ".join(place.split()) if isinstance(place, str) else format(place, _FIGURE)
    return f"{series}, {where}: {'–' if value is None else format(value, _FIGURE)}"
