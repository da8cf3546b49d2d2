"""What a figure comes to, also where words name it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from deck.model.language import Language
from deck.model.number_words import number_words
from deck.model.numerals import numerals, step_of
from deck.model.text import Amount


class Measure(NamedTuple):
    """A figure's number, the worth of one in its last place, and whether it is a share of a hundred."""

    number: Decimal
    step: Decimal
    percent: bool

    def __str__(self) -> str:
        """All its digits, whatever the language, so that what is found in several is said once."""
        return f"{self.number:,f}{'%' if self.percent else ''}"


def measure(amount: Amount, language: Language | None = None) -> Measure | None:
    """What a figure comes to: its number, or the only one that its words name, in digits or in the language's words."""
    words = amount.text.plain
    named = [*numerals(words), *(number_words(words, language) if language else ())]
    percent = any(numeral.percent for numeral in named)
    if amount.number is not None:
        return Measure(amount.number, step_of(amount.number), percent)
    if len(named) != 1 or len(named[0].readings) != 1:
        return None
    (reading,) = named[0].readings
    return Measure(reading.value, reading.step, percent)


def number_of(amount: Amount | None) -> float | None:
    """The number of a figure, also where its words name it: “≈ 49.6 million”."""
    found = measure(amount) if amount else None
    return float(found.number) if found else None
