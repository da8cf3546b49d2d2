"""Equations in SVG: their outlines."""

from __future__ import annotations

from deck.export.svg.canvas import Canvas
from deck.export.svg.drawing import fill, number
from deck.export.xml import value
from deck.model.equations import Equation
from deck.model.units import points


def equation_svg(canvas: Canvas, equation: Equation) -> str:
    """The equation as one picture, which says what it is."""
    left, top = points(equation.drawn_rect.left), points(equation.drawn_rect.top)
    size, ascent = equation.size, equation.drawing.ascent
    steps = []
    for outline in equation.drawing.outlines:
        for letter, *at in outline:
            numbers = [float(each) for each in at]
            placed = (
                f"{number(left + x * size)} {number(top + (y + ascent) * size)}"
                for x, y in zip(numbers[::2], numbers[1::2], strict=True)
            )
            steps.append(f"{letter}{' '.join(placed)}")
    field = f" data-field={value(equation.field)}" if equation.field else ""
    return (
        f'<path d="{"".join(steps)}"{fill(canvas.theme, equation.colour)} role="img"'
        f" aria-label={value(equation.description)}{field}/>"
    )
