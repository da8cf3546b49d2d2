"""Fonts that whoever gets a deck may lack, and which may stand for them: the check and the typesetter, joined."""

from __future__ import annotations

from collections.abc import Iterator

from deck.checks import StandIn, stand_ins
from deck.fonts import is_everywhere
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.pipeline.embedding import fonts_of, is_carried, is_wanted
from deck.typeset import STAND_INS, Typesetter

_USUAL = "Arial"
"""What is taken to stand for a font that is missing where PowerPoint is; Calibri and Times New Roman are narrower."""


def fonts_that_may_stand_in(deck: Deck) -> Iterator[StandIn]:
    """Each font that systems without Office have for letters, and the texts that would not fit in it."""
    yield from stand_ins(deck, STAND_INS, lambda theme: Typesetter(theme, deck.language))


def where_fonts_are(deck: Deck) -> dict[str, str]:
    """The fonts that a deck's texts are set in, and who has them, in words."""
    return {
        font: "in the deck"
        if is_carried(font, deck)
        else "with Windows or Office"
        if is_everywhere(font)
        else "not everywhere"
        for font in fonts_of(deck)
    }


def uncommon_fonts(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """The fonts that are neither in the deck nor wherever PowerPoint is, and whether the texts fit in another one."""
    span = presentation.spans.get("presentation.theme", presentation.span)
    hint = "take a font that comes with Office"
    if not is_wanted(deck, presentation):
        hint = f"have the deck carry it with `fonts: {{embed: true}}`, or {hint}"
    for font, where in where_fonts_are(deck).items():
        if where != "not everywhere":
            continue
        message = f"`{font}` is neither in the deck nor wherever PowerPoint is, and another font stands for it there"
        if font in (deck.theme.major.latin, deck.theme.minor.latin):
            (found,) = stand_ins(deck, (_USUAL,), lambda theme: Typesetter(theme, deck.language), font)
            message += f": in {found.font}, {found}"
        yield Diagnostic("uncommon-font", message, span, hint, Severity.WARNING)
