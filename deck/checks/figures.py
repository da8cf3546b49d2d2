"""The figures that slides show, and what each comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from deck.model.content import Fields, Part
from deck.model.language import Language
from deck.model.number_words import number_words
from deck.model.numerals import numerals, step_of
from deck.model.text import Amount, names_in_braces


class Shown(NamedTuple):
    """A figure: the `path` of its field, and the fields among which it stands (None: a cell of a table)."""

    path: str
    amount: Amount
    beside: Fields | None

    @property
    def facts(self) -> list[str]:
        """The names of the facts that it takes up."""
        return [match[1].strip() for match in names_in_braces(self.amount.text.markup)]


class Measure(NamedTuple):
    """A figure's number, the worth of one in its last place, and whether it is a share of a hundred."""

    number: Decimal
    step: Decimal
    percent: bool

    def __str__(self) -> str:
        """All its digits, whatever the language, so that what is found in several is said once."""
        return f"{self.number:,f}{'%' if self.percent else ''}"


def figures(fields: Fields, prefix: str = "") -> Iterator[Shown]:
    """The figures among these fields and below, in order."""
    for name, value in vars(fields).items():
        path = f"{prefix}{name}"
        match value:
            case Amount():
                yield Shown(path, value, fields)
            case Fields():
                yield from figures(value, f"{path}.")
            case tuple():
                for part in value:
                    if isinstance(part, Part):
                        yield from figures(part, f"{path}.{part.id}.")
            case Mapping():
                yield from (
                    Shown(f"{path}.{key}", each, None) for key, each in value.items() if isinstance(each, Amount)
                )


def measure(amount: Amount, language: Language) -> Measure | None:
    """What a figure comes to: its number, or the only one that its words name, in digits or in the language's words."""
    words = amount.text.plain
    named = [*numerals(words), *number_words(words, language)]
    percent = any(numeral.percent for numeral in named)
    if amount.number is not None:
        return Measure(amount.number, step_of(amount.number), percent)
    if len(named) != 1 or len(named[0].readings) != 1:
        return None
    (reading,) = named[0].readings
    return Measure(reading.value, reading.step, percent)
