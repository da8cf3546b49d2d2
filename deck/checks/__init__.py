"""What can only be judged once a deck is laid out. Each rule is a generator in a file of its own."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from deck.checks.contradictions import contradicting_number
from deck.checks.cropping import cropped_picture
from deck.checks.glyphs import missing_glyph
from deck.checks.left_behind import left_behind
from deck.checks.links import unknown_slide
from deck.checks.overflow import text_overflow
from deck.checks.parts import unfitting_parts
from deck.checks.revealed import nothing_to_reveal
from deck.checks.sources import unsourced_figure
from deck.checks.stand_ins import StandIn, stand_ins
from deck.checks.titles import duplicate_title
from deck.ground.diagnostics import Diagnostic
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.typesetting import Measurer

__all__ = [
    "RULES",
    "STRICT_RULES",
    "StandIn",
    "check",
    "check_age",
    "check_strictly",
    "left_behind",
    "stand_ins",
    "texts",
]

RULES = (
    text_overflow,
    duplicate_title,
    unfitting_parts,
    contradicting_number,
    cropped_picture,
    nothing_to_reveal,
    unknown_slide,
)
"""Every rule: from a deck and the presentation that it shows to what is wrong."""
STRICT_RULES = (unsourced_figure,)
"""Rules of good practice, for those who ask for them."""


def check(deck: Deck, presentation: Presentation, measurer: Measurer) -> Iterator[Diagnostic]:
    """All that the rules find, rule by rule; `measurer` is what set the deck's texts."""
    for rule in RULES:
        yield from rule(deck, presentation)
    yield from missing_glyph(deck, presentation, measurer)


def check_age(presentation: Presentation, today: datetime.date, years: Decimal | None = None) -> Iterator[Diagnostic]:
    """Figures older than `years`, or else than the presentation's own limit; without either, none."""
    if limit := years or presentation.figures_valid_years:
        from deck.checks.age import outdated_figure

        yield from outdated_figure(presentation, limit, today)


def check_strictly(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """What good practice asks for besides."""
    for rule in STRICT_RULES:
        yield from rule(deck, presentation)
