"""What a figure comes to, also where words name it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from deck.ground.late_pattern import late_pattern
from deck.model.dates import is_date
from deck.model.language import Language
from deck.model.number_words import number_words
from deck.model.numerals import numerals, step_of, undoubted
from deck.model.signs import CURRENCY, UNSEEN, in_doubt, signed
from deck.model.text import FIELD, Amount

_NAMED_WITH_DIGITS = late_pattern(r"(?<!\w)(?:[ckm]?m[23]|CO2e?|CH4|N2O)(?!\w)")
"""Units whose names hold a digit."""

_PERCENT_BEFORE = late_pattern(r"[%٪][ \u00a0]?\d")
"""A share as Turkish and Basque write it."""


_SHARE = late_pattern(r"\s?[%٪]$")

_CURRENCY_BEFORE = late_pattern(rf"(?<!\w)({CURRENCY})\s?\Z")
_CURRENCY_AFTER = late_pattern(rf"\s?(?:[^\W\d]+\.?\s)?({CURRENCY})(?!\w)")
"""Behind a number a word for millions may stand that is none of those read here."""


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
    if amount.original:
        return measure(amount.original, language and (amount.original.language or language))
    parted = signed(amount.text.plain)
    words = parted.words if parted else amount.text.plain
    named = [*numerals(words), *(number_words(words, language) if language else ())]
    percent = any(numeral.percent for numeral in named) or bool(_PERCENT_BEFORE.search(words))
    if amount.number is not None:
        return Measure(amount.number, step_of(amount.number), percent)
    if parted is None or len(named) != 1 or len(named[0].readings) != 1:
        return None
    (reading,) = named[0].readings
    return Measure(parted.factor * reading.value, reading.step, percent)


def number_of(amount: Amount | None) -> float | None:
    """The number of a figure, also where its words name it: “≈ 49.6 million”.

    None where a digit stands beside that number: of “2 89O”, with a letter at its end, the 2 alone would be false.
    """
    amount = amount.original or amount if amount else None
    found = measure(amount) if amount else None
    if not amount or not found or (amount.number is None and re.search(r"\d", beside_number(amount))):
        return None
    return float(found.number)


def is_named(amount: Amount) -> bool:
    """Whether this is a name in braces, whose figure is known once it is filled: a list's, or a fact's, and no date."""
    named = FIELD.fullmatch(amount.text.plain.strip())
    return named is not None and not ("-" in named[1] and is_date(named[1]))


def currency_of(amount: Amount) -> str | None:
    """The currency of a figure as it is shown, which stands at its only number; None where it has none."""
    words = amount.text.plain.translate(dict.fromkeys(map(ord, UNSEEN)))
    parted = signed(words)
    words = parted.words if parted else words
    named = numerals(words)
    if len(named) != 1:
        return None
    before, after = words[: named[0].start], words[named[0].end :]
    found = _CURRENCY_BEFORE.search(before) or _CURRENCY_AFTER.match(after)
    return found[1] if found else None


def beside_number(amount: Amount) -> str:
    """The words of a figure without the one number that they name; all of them where they name none, or several."""
    amount = amount.original or amount
    parted = signed(amount.text.plain)
    words = _NAMED_WITH_DIGITS.sub("", parted.words if parted else amount.text.plain)
    named = numerals(words)
    if len(named) != 1:
        return words
    return f"{words[: named[0].start]} {words[named[0].end :]}"


def without_doubt(amount: Amount, *, shown: bool = False) -> str | None:
    """How a figure is written without doubt that may be two: `2890 or 2.8900` of `2,890`, `-5 or 5` of `(5)`.

    One that is `shown` as it is written keeps the words at its number: `€2890 or €2.8900`.
    """
    amount = amount.original or amount
    if amount.number is not None:
        return None
    if either := in_doubt(amount.text.plain):
        return either
    parted = signed(amount.text.plain)
    named = numerals(parted.words) if parted else ()
    if parted is None or len(named) != 1 or len(named[0].readings) == 1:
        return None
    (number,) = named
    values = [parted.factor * one.value for one in number.readings]
    head, tail = parted.words[: number.start], parted.words[number.end :]
    if not shown or re.search(r"\d", head + tail):
        return undoubted(values)
    share = _SHARE.search(number.written)
    words = (undoubted([abs(one)]) for one in values)
    head = head[: len(parted.before)] + parted.sign + head[len(parted.before) :]
    return " or ".join(f"{head}{digits}{share[0] if share else ''}{tail}".strip() for digits in words)
