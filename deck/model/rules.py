"""Rules that a declaration sets for a value, beside its type in `Annotated`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from decimal import Decimal
from functools import cache

from deck.ground.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """How many entries a list has, or characters a text."""

    least: int = 0
    most: int | None = None

    def holds(self, number: int) -> bool:
        """Whether so many are neither too few nor too many."""
        return self.least <= number and (self.most is None or number <= self.most)


@dataclass(frozen=True, slots=True)
class Limits:
    """Between what a number lies; `above` is the limit that it does not reach itself."""

    above: float | None = None
    least: float | None = None
    most: float | None = None

    def hold(self, number: int | Decimal) -> bool:
        """Whether the number lies between them."""
        return (
            (self.above is None or number > self.above)
            and (self.least is None or number >= self.least)
            and (self.most is None or number <= self.most)
        )


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a text is written: as a regular expression, in JSON Schema's own kind, and in `words`.

    `meant` says what to write in the place of a text that is written otherwise. With `numbers`, a whole number may be
    written without quotation marks: a year.
    """

    expression: str
    words: str
    meant: Callable[[str], str | None] | None = field(default=None, compare=False)
    numbers: bool = False

    def matches(self, text: str) -> bool:
        """Whether the text is written so."""
        return _compiled(self.expression).fullmatch(text) is not None


_compiled = cache(re.compile)


@dataclass(frozen=True, slots=True)
class NamedBy:
    """The names of a mapping are the ids of the parts of a list, `field`, that stands beside it or above."""

    field: str


@dataclass(frozen=True, slots=True)
class Markdown:
    """The parts of a list are written as one text in Markdown, and are its blocks."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A bare value stands for the fields with only this one."""

    field: str
