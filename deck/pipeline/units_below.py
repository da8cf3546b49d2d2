"""A figure's unit in words goes on a further line where the figure has no room with it on one.

A space that its unit is tied to it by keeps the two together in running text. On a card, a unit in words may stand
under its number, as it does where an author typed both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from deck.checks.texts import texts
from deck.ground.late_pattern import late_pattern
from deck.model.content import Content
from deck.model.declarations import may_hold
from deck.model.layout import Layout, Page
from deck.model.text import Amount, Run
from deck.model.theme import Theme
from deck.model.typesetting import Measurer

_BEFORE_WORDS = late_pattern(r"(?<=\d)\N{NO-BREAK SPACE}(?=[^\W\d_]{3})")


def arranged(layout: Layout[Any], content: Content, theme: Theme, measurer: Measurer) -> tuple[Page, ...]:
    """The content's pages; those on which units may go below their numbers where less is too large for its place."""
    pages = tuple(layout.arrange(content, theme, measurer))
    if not may_hold(type(content), Amount) or not (over := _over(pages)):
        return pages
    parted = content.with_amounts(_parted)
    if parted is content:
        return pages
    others = tuple(layout.arrange(parted, theme, measurer))
    return others if _over(others) < over else pages


def _over(pages: Iterable[Page]) -> float:
    """By how many points the pages' texts are too large for their places, in all."""
    shapes = (shape for page in pages for shape in page.shapes)
    return sum(text.overflow for shape in shapes for _, text in texts(shape))


def _parted(amount: Amount) -> Amount:
    """The figure, between whose number and the words after it a line may end."""
    if not _BEFORE_WORDS.search(amount.text.plain):
        return amount

    def parted(run: Run) -> Run:
        return run if run.code else run.with_text(_BEFORE_WORDS.sub(" ", run.text))

    paragraphs = (replace(each, runs=tuple(map(parted, each.runs))) for each in amount.text.paragraphs)
    return replace(amount, text=replace(amount.text, paragraphs=tuple(paragraphs)))
