"""Which fonts may stand for a deck's: the check and the typesetter, joined."""

from __future__ import annotations

from collections.abc import Iterator

from deck.checks import StandIn, stand_ins
from deck.model.deck import Deck
from deck.typeset import STAND_INS, Typesetter


def fonts_that_may_stand_in(deck: Deck) -> Iterator[StandIn]:
    """Each font that systems without Office have for letters, and the texts that would not fit in it."""
    yield from stand_ins(deck, STAND_INS, lambda theme: Typesetter(theme, deck.language))
