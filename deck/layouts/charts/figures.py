"""The figures of axes in words, beside a plot and under it. Lengths are points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.ground.late_pattern import late_pattern
from deck.layouts.charts.axis import as_decimal
from deck.layouts.charts.text import LIFTED, LINE, ROOM, ChartText, below, spacious
from deck.model.charts import Chart, ChartLabel, Stacking, ValueAxis, ticks
from deck.model.speech import Speech
from deck.model.text import Text
from deck.model.units import points

Plot = tuple[float, float, float, float]
"""A plot's left, top, width and height."""
BESIDE_FIGURES = 0.2
"""Between an axis's figures and the plot, in sizes."""
_STYLE = "chart-axis"
_SECTION = late_pattern(r"(\[[^]]*\])?(.*)", re.DOTALL)
"""A part of a number's format: from which number on it is for, and how it writes it."""
_MARKS = " \N{NO-BREAK SPACE}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
_SHORT, _SHORTEST = 4, 2
"""How many letters a unit's sign has at the most, and one that is all letters."""


def sign_of(unit: Text | None) -> str:
    """The unit, if it is a sign that may stand at every figure of an axis: `%`, `US$`, `kg`; none for a word."""
    words = unit.plain.strip(_MARKS) if unit else ""
    most = _SHORTEST if words.isalpha() else _SHORT
    return words if len(words) <= most and not any(each in words for each in '"0\n') else ""


def figures(
    axis: ValueAxis, speech: Speech, stacking: Stacking = "clustered", sign: str = "", *, years: bool = False
) -> list[Text]:
    """What stands at an axis's lines: shares of a hundred, years, or figures with this sign of their unit."""
    if stacking == "100%":
        return [Text.of(speech.percent(as_decimal(100 * figure))) for figure in ticks(axis)]
    written = speech.ungrouped if years else speech.digits
    words = [written(as_decimal(figure)) for figure in ticks(axis)]
    return [Text.of(speech.with_unit(each, sign) if sign else each) for each in words]


def tick_format(
    axis: ValueAxis, speech: Speech, stacking: Stacking = "clustered", sign: str = "", *, years: bool = False
) -> str:
    """How Office writes these figures: with the language's separators as signs of their own, on every machine."""
    if years:
        return "General"
    if not sign or stacking == "100%":
        return _number_format(axis, speech, stacking)
    around = [f'"{each}"' if each else "" for each in speech.with_unit("0", sign).split("0")]
    sections = (_SECTION.fullmatch(each) for each in _number_format(axis, speech, stacking).split(";"))
    return ";".join(f"{each[1] or ''}{around[0]}{each[2]}{around[1]}" for each in sections if each)


def _number_format(axis: ValueAxis, speech: Speech, stacking: Stacking) -> str:
    if stacking == "100%":
        before, _, after = speech.percent(as_decimal(0)).partition("0")
        between, sign, end = after.partition("%")
        parts = [before, "0", between, sign or "%", end]
        return "".join(each if each in ("0", "%") else f'"{each}"' for each in parts if each)
    words = [speech.digits(as_decimal(figure)) for figure in ticks(axis)]
    if any(sign.isdigit() and not sign.isascii() for each in words for sign in each):
        # Digits of its own are what each machine's settings say.
        return "General"
    places = max(len(format(as_decimal(figure), "f").partition(".")[2]) for figure in ticks(axis))
    if places:
        return f"0.{'0' * places}"
    if any(figure < 0 for figure in ticks(axis)):
        return _signed(axis, speech)
    grouped = [power for power in (1000, 10_000, 1_000_000) if not speech.digits(as_decimal(power)).isdigit()]
    sections = [f"[>={power}]{_pattern(speech, power)}" for power in (1_000_000, *grouped[:1]) if power in grouped]
    return ";".join([*sections, "0"])


def _signed(axis: ValueAxis, speech: Speech) -> str:
    """What is above nought, below and nought itself: readers lose a sign where sections are chosen by size.

    Figures of several lengths have the separators of the machine, as a section of its own for each there is not.
    """
    above = {_literal(speech.digits(as_decimal(figure))) for figure in ticks(axis) if figure > 0} or {"0"}
    below = {_literal(speech.digits(as_decimal(figure))) for figure in ticks(axis) if figure < 0}
    if len(above) > 1 or len(below) > 1:
        sign, _, after = _literal(speech.digits(as_decimal(-1))).partition("0")
        return f"#,##0;{sign}#,##0{after};0"
    return f"{above.pop()};{below.pop()};0"


def _literal(written: str) -> str:
    """A figure's format with its signs as they are: `"-"#","000`; one for all figures with these signs."""
    first = next(at for at, each in enumerate(written) if each.isdigit())
    last = max(at for at, each in enumerate(written) if each.isdigit())
    before, whole, after = written[:first], written[first : last + 1], written[last + 1 :]
    head = len(whole) - len(whole.lstrip("0123456789"))
    inside = "".join("0" if each.isdigit() else f'"{each}"' for each in whole[head:])
    quoted = [f'"{each}"' if each else "" for each in (before, after)]
    return f"{quoted[0]}{'#' if inside else '0'}{inside}{quoted[1]}"


def _pattern(speech: Speech, power: int) -> str:
    """A whole number's format: `#" "000`."""
    rest = speech.digits(as_decimal(power))[1:]
    return "#" + "".join(each if each.isdigit() else f'"{each}"' for each in rest)


def room_beside(text: ChartText, words: list[Text], size: float) -> float:
    """How much room the figures beside a plot take, with the space after them."""
    return spacious(text.widest(words, text.style(_STYLE, size))) + BESIDE_FIGURES * size


def figures_beside(
    text: ChartText, axis: ValueAxis, words: list[Text], plot: Plot, size: float
) -> Iterator[ChartLabel]:
    """The figures of an upright axis, before the plot."""
    left, top, _, height = plot
    style = text.style(_STYLE, size)
    wide = spacious(text.widest(words, style))
    for figure, word in zip(ticks(axis), words, strict=True):
        y = top + height * (1 - (figure - axis.low) / (axis.high - axis.low))
        at = (left - BESIDE_FIGURES * size - wide, y - LINE * size / 2 - LIFTED * size, wide, LINE * size)
        yield text.label(word, style, at, "", "end")


def figures_below(text: ChartText, axis: ValueAxis, words: list[Text], plot: Plot, size: float) -> Iterator[ChartLabel]:
    """The figures of a lying axis, under the plot."""
    left, top, width, height = plot
    style = text.style(_STYLE, size)
    for figure, word in zip(ticks(axis), words, strict=True):
        wide = spacious(text.width(word, style))
        x = left + width * (figure - axis.low) / (axis.high - axis.low) - wide / 2
        yield text.hanging(word, style, (x, top + height + below(size), wide, ROOM * size), "")


def plot_of(chart: Chart) -> Plot:
    """The place of a chart's plot."""
    plot = chart.plot
    return points(plot.left), points(plot.top), points(plot.width), points(plot.height)
