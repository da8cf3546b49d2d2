"""Whiskers at figures: from how low to how high each may be, and where its words stand then. Lengths are points."""

from __future__ import annotations

from dataclasses import replace
from math import copysign

from deck.layouts.charts.data import Series
from deck.model.charts import ChartLabel, ErrorBars
from deck.model.speech import Speech
from deck.model.style import Colour, Stroke
from deck.model.units import EMU_PER_POINT, Emu

AIR = 3.0
"""Between the end of a whisker and its figure's words."""
_STROKE = Emu(round(1.5 * EMU_PER_POINT))


def error_bars(series: Series, colour: Colour, speech: Speech) -> ErrorBars | None:
    """The whiskers of a series in this colour; None where it has none."""
    if not series.ranged:
        return None
    name = series.name.plain if series.name else speech.phrase("chart.change")
    low, high, below, above = (
        speech.phrase(f"chart.{each}", name=name) for each in ("low", "high", "from-low", "to-high")
    )
    return ErrorBars(series.lows, series.highs, Stroke(colour, _STROKE), (low, high, below, above))


def moved(label: ChartLabel, size: tuple[float, float], across: float, down: float) -> ChartLabel:
    """A label so far from where it would stand without a whisker, and a little more, in a chart of this size."""
    rect = label.rect
    across, down = (far + copysign(AIR, far) if far else 0.0 for far in (across, down))
    left, top = Emu(rect.left + round(across * EMU_PER_POINT)), Emu(rect.top + round(down * EMU_PER_POINT))
    return replace(label, rect=replace(rect, left=left, top=top), moved=(across / size[0], down / size[1]))
