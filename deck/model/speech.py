"""What a layout asks of a language where it says something of figures itself."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol


class Speech(Protocol):
    """How a language says what no author wrote: numbers that were reckoned, and what a chart is of."""

    def number(self, number: Decimal) -> str:
        """A number as it is shown: `28 million`."""
        ...

    def digits(self, number: Decimal) -> str:
        """A number in all its digits: `28,000,000`."""
        ...

    def percent(self, number: Decimal) -> str:
        """A share of a hundred."""
        ...

    def phrase(self, name: str, /, **words: str) -> str:
        """A phrase of the deck's own by its name, such as `chart.bar`, with these words in it."""
        ...

    def listed(self, words: Sequence[str]) -> str:
        """Words one after the other, parted as the language does."""
        ...
