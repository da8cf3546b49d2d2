r"""An equation, written in LaTeX, and what its symbols mean: PowerPoint shows and edits it as one of its own.

It is read from left to right in every language. What is longer than its line is broken before a relation. It needs the
extra `equations`.

Example:
    layout: equation
    title: How many are in forced labour
    tex: P = \frac{N}{W} \times 1{,}000
    caption: Prevalence, per thousand people of working age
    where:
      - {symbol: P, meaning: prevalence}
      - {symbol: N, meaning: people in forced labour}
      - {symbol: W, meaning: people of working age}
    description: P equals N over W, times one thousand
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from deck.layouts.frame.slots import fill
from deck.model.content import Content, Tex, Words
from deck.model.fields import Part
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.theme import Theme
from deck.model.typesetting import Measurer


class Symbol(Part):
    """A symbol, and what it means."""

    symbol: Tex
    """The symbol, in LaTeX."""
    meaning: Words
    """What it means."""


class EquationContent(Content):
    """The fields of an equation."""

    tex: Tex
    r"""The equation in LaTeX, below a `|` if it is long. Its lines end with `\\`, and are aligned at `&`."""
    caption: Words | None = None
    """What stands under it."""
    where: Annotated[tuple[Symbol, ...], Size(most=12)] = ()
    """What its symbols mean."""
    description: Words | None = None
    """How it is read out, for those who cannot see it; left out, its signs are."""


def arrange(content: EquationContent, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The equation on its ground, its caption, and its symbols in one to three columns."""
    # A deck without equations is not to wait for what sets them.
    from deck.layouts.equations.setting import Setting, set_out

    setting = Setting(theme, content.tex, content.caption, [(each.symbol, each.meaning) for each in content.where])
    said = content.description.plain if content.description else None
    layout, shapes = set_out(setting, said, [f"where.{each.id}" for each in content.where], measurer)
    title = fill(measurer, layout.placeholder(0), "title", (content.title, 0))
    yield Page(layout, (title, *shapes), content.title.plain)


_SAMPLES = (
    r"""
    layout: equation
    title: The whole of it
    tex: E = mc^2
    """,
    r"""
    layout: equation
    title: From one line to the next
    tex: |
      (a + b)^2 &= (a + b)(a + b) \\
                &= a^2 + 2ab + b^2
    caption: Both sides of each line are equal
    """,
    r"""
    layout: equation
    title: As much as a slide holds
    tex: |
      \hat{\beta} = \left( \sum_{i=1}^{n} x_i x_i^{\mathsf{T}} \right)^{-1} \sum_{i=1}^{n} x_i y_i
      \quad\text{and}\quad
      s^2 = \frac{1}{n-k} \sum_{i=1}^{n} \left( y_i - x_i^{\mathsf{T}} \hat{\beta} \right)^2
    caption: How a survey’s answers are weighed
    where:
      - {symbol: '\hat{\beta}', meaning: the estimated effects}
      - {symbol: x_i, meaning: "what is known of person i: age, work, country"}
      - {symbol: y_i, meaning: what person i answered}
      - {symbol: n, meaning: the number of people asked}
      - {symbol: k, meaning: the number of effects}
      - {symbol: s^2, meaning: the variance that is left}
    description: Beta hat is the inverse of the sum of x x transposed, times the sum of x y
    """,
    r"""
    layout: equation
    title: Cases, a matrix, a root
    tex: |
      f(x) = \begin{cases} \sqrt[3]{x} & \text{if } x \ge 0 \\ \overline{x} & \text{else} \end{cases}
      \qquad
      A = \begin{pmatrix} a_{11} & a_{12} \\ a_{21} & a_{22} \end{pmatrix}
    where:
      - {symbol: f, meaning: a function that is defined by cases}
      - {symbol: A, meaning: a matrix}
    """,
)

LAYOUT = Layout(
    "equation",
    EquationContent,
    __doc__ or "",
    arrange,
    lambda theme: (),
    also=("formula", "math", "maths", "mathematics", "latex", "tex", "equations"),
    samples=_SAMPLES,
    texts_on=lambda theme: [(theme.style("statement"), theme.grounds.card)],
)
