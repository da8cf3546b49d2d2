"""What a laid-out deck shows. A rule is a generator, named by its code, explained by its docstring."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from deck.checks.contradictions import contradicting_number
from deck.checks.cropping import image_cropped
from deck.checks.footer import footer_left_out
from deck.checks.glyphs import missing_glyph
from deck.checks.links import unknown_slide
from deck.checks.names import name_left_out
from deck.checks.outdated import outdated_number
from deck.checks.overflow import text_overflow
from deck.checks.parts import part_exceeds_whole, parts_sum
from deck.checks.quotations import quoted_twice
from deck.checks.reckoned import unsuitable_fact
from deck.checks.revealed import nothing_to_reveal
from deck.checks.stand_ins import StandIn, stand_ins
from deck.checks.titles import duplicate_title
from deck.ground.diagnostics import Diagnostic
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.typesetting import Measurer

__all__ = [
    "UNTIL_RELEASE",
    "StandIn",
    "check",
    "check_age",
    "check_strictly",
    "check_thoroughly",
    "outdated_number",
    "reference",
    "rules",
    "stand_ins",
    "texts",
]

UNTIL_RELEASE = frozenset(
    {"untranslated", "figure-changed", "catalog-language", "other-language", "source-words", "mojibake", "plural-rule"}
)
"""The codes of what is only told of until a release, which it stops."""

_RULES = (
    text_overflow,
    duplicate_title,
    part_exceeds_whole,
    parts_sum,
    unsuitable_fact,
    contradicting_number,
    name_left_out,
    image_cropped,
    nothing_to_reveal,
    quoted_twice,
    unknown_slide,
    footer_left_out,
)


def check(deck: Deck, presentation: Presentation, measurer: Measurer) -> Iterator[Diagnostic]:
    """What every build tells, rule by rule; `measurer` is what set the deck's texts."""
    for rule in _RULES:
        yield from rule(deck, presentation)
    yield from missing_glyph(deck, presentation, measurer)


def check_thoroughly(deck: Deck, presentation: Presentation, outline: Path) -> Iterator[Diagnostic]:
    """What keeps people from a deck, and what was forgotten: told to who asks, as most of it takes no build to see."""
    from deck.checks.files import unused_file
    from deck.checks.rules import THOROUGH

    for rule in THOROUGH:
        yield from rule(deck, presentation)
    yield from unused_file(outline, presentation)


def check_age(presentation: Presentation, today: datetime.date, years: Decimal | None = None) -> Iterator[Diagnostic]:
    """Figures older than `years`, or else than the presentation's own limit; without either, none."""
    if limit := years or presentation.figures_valid_years:
        from deck.checks.age import outdated_figure, undated_figure

        yield from outdated_figure(presentation, limit, today)
        yield from undated_figure(presentation, limit, today)


def check_strictly(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """What good practice asks for besides."""
    from deck.checks.sources import unsourced_figure

    yield from unsourced_figure(deck, presentation)
