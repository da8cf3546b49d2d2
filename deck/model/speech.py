"""What a layout asks of a language where it says something of figures itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, Protocol, TypeAlias

Period: TypeAlias = Literal[
    "day",
    "short-day",
    "day-in-figures",
    "day-of-year",
    "day-alone",
    "month",
    "month-alone",
    "month-in-figures",
    "quarter",
    "year",
]


class Speech(Protocol):
    """How a language says what no author wrote: numbers that were reckoned, and what a chart is of."""

    def number(self, number: Decimal) -> str:
        """A number as it is shown: `28 million`."""
        ...

    def digits(self, number: Decimal) -> str:
        """A number in all its digits: `28,000,000`."""
        ...

    def ungrouped(self, number: Decimal) -> str:
        """A number with no mark between its digits, as years have them: `2019`."""
        ...

    def increase(self, words: str) -> str:
        """A number as it is written, said to come on top: `+28 million`."""
        ...

    def percent(self, number: Decimal) -> str:
        """A share of a hundred."""
        ...

    def with_unit(self, number: str, unit: str) -> str:
        """A number as it is written, with what is counted: `28 %`, `28%`."""
        ...

    def money(self, number: Decimal, currency: str, *, in_digits: bool = False) -> str:
        """An amount of this currency as it is shown: `US$ 28 million`, or in all its digits."""
        ...

    def period(self, first: date, period: Period) -> str:
        """A day, or the month, quarter or year that begins with it: `August 1, 2026`, in short `Aug 1, 2026`,
        in figures `8/1/2026`, of its year `Aug 1`, alone `1`; `Aug 2026`, alone `Aug`, in figures `8/2026`;
        `Q3 2026`; `2026`."""
        ...

    def language_name(self, tag: str) -> str:
        """A language's name in itself: `Français`; the tag where that is not known."""
        ...

    def phrase(self, name: str, /, **words: str) -> str:
        """A phrase of the deck's own by its name, such as `chart.bar`, with these words in it."""
        ...

    def counted(self, phrases: Mapping[str, str], number: Decimal) -> str:
        """The one of these phrases that the language has for this `{number}`, by CLDR's names of plural forms."""
        ...

    def listed(self, words: Sequence[str]) -> str:
        """Words one after the other, parted as the language does."""
        ...


def in_sentences(said: Sequence[str], speech: Speech) -> str:
    """What is said as sentences of the language, each with one full stop at its end."""
    return "".join(speech.phrase("chart.sentence", words=each.rstrip(".。।۔")) for each in said).strip()
