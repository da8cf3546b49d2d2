"""The figures of an axis: round ones, few, and no farther than the chart's own need."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import ceil, floor, log10

from deck.model.charts import ValueAxis

_STEPS = (1, 2, 2.5, 5, 10)
_MOST = 5
_NEAR = 0.4
"""An axis need not begin at nought where the figures span less than this share of the highest."""


def round_axis(figures: Iterable[float], *, from_nought: bool = True, most: int = _MOST) -> ValueAxis:
    """An axis over these figures whose ends are round; from nought, where lengths and areas are compared."""
    known = list(figures) or [0.0]
    low, high = min(known), max(known)
    if from_nought or (high > 0 and low >= 0 and high - low > _NEAR * high) or low == high:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        high = low + 1.0
    power = 10.0 ** floor(log10((high - low) / most))
    step = next(each * power for each in (*_STEPS, 20, 25) if _steps(low, high, each * power) <= most)
    return ValueAxis(_exact(floor(_exact(low / step)) * step), _exact(ceil(_exact(high / step)) * step), _exact(step))


def _steps(low: float, high: float, step: float) -> int:
    return ceil(_exact(high / step)) - floor(_exact(low / step))


def _exact(number: float) -> float:
    """Without what binary fractions add: 0.30000000000000004."""
    return float(f"{number:.12g}") + 0.0


def as_decimal(number: float) -> Decimal:
    """The number in as few digits as it is written with."""
    return Decimal(f"{number:.12g}")
