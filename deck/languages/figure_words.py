"""A figure in words → the same figure as another language writes it: `≈ 50 million`, `1.5–2 million`, `> 400`."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from deck.languages.numbers import between, compact, decimal, signed_with_currency, with_currency
from deck.model.language import Language
from deck.model.numerals import is_year, magnitude, readings
from deck.model.signs import CURRENCY

_SIGNS = {"~": "≈", "≈": "≈", ">": ">", "<": "<", "≥": "≥", "≤": "≤", ">=": "≥", "<=": "≤", "±": "±"}
_CURRENCIES = ("US$", "C$", "A$", "$", "€", "£", "¥")
_DIGITS = r"\d[\d.,٫٬'’\u00a0\u202f\u2009 ]*(?<![.,'’\u00a0\u202f\u2009 ])"
_FIGURE = re.compile(
    rf"(?P<sign>{'|'.join(map(re.escape, sorted(_SIGNS, key=len, reverse=True)))})?\s*"
    rf"(?P<currency>{'|'.join(map(re.escape, _CURRENCIES))})?\s*"
    rf"(?P<low>{_DIGITS})(?:\s*(?:–|-|to)\s*(?P<high>{_DIGITS}))?(?P<words>.*)",
    re.DOTALL,
)
_PLAIN = r"[0-9]{1,3}(?:\u00a0[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_IN_ONE = re.compile(
    rf"(?P<first>{CURRENCY})[ \u00a0]?(?P<amount>-?(?:{_PLAIN}))"
    rf"|(?P<other>-?(?:{_PLAIN}))[ \u00a0]?(?P<last>{CURRENCY})"
)
"""As a workbook's cell in a currency's format is read."""
_GROUPED = re.compile(
    r"(?P<before>\D*?)(?P<digits>[0-9]{1,3}(?:\u00a0[0-9]{3})+(?:\.[0-9]+)?)(?P<after>(?!\u00a0\d)\D*)"
)
"""As a workbook's cell is read that shows a number with its thousands parted, and words: `1 500 people`."""
_CENTS = Decimal("0.01")
_SHORT_SCALE = ("en",)


def figure_in(words: str, source: Language, target: Language) -> str | None:
    """The figure that is all that these words say, in another language; None where they say more, or may say two.

    A year is no figure: it is written alike everywhere.
    """
    if money_in(words):
        # Its slide says whether a word stands for its millions.
        return words
    match = _FIGURE.fullmatch(words.strip())
    if match is None:
        return None
    powers, percent, end = magnitude(words.strip(), match.start("words"))
    if percent or end != len(words.strip()):
        return None
    power = powers[0] if source.primary in _SHORT_SCALE or len(powers) == 1 else powers[-1]
    if powers[0] == 0 and len(powers) > 1:
        return None
    ends = [number_in(match[name], source) for name in ("low", "high") if match[name]]
    bare = not match["sign"] and not match["currency"] and power == 0
    if None in ends or (bare and is_year(match["low"])):
        return None
    written = [number for number in ends if number is not None]
    figure = _written([number.scaleb(power) for number in written], written, target)
    if match["currency"]:
        figure = with_currency(figure, match["currency"], target)
    sign = _SIGNS.get(match["sign"] or "")
    return f"{sign}\N{NO-BREAK SPACE}{figure}" if sign else figure


def parted(words: str, language: Language) -> str:
    """The words, with the digits of a number written as the language does that a program wrote: `US$ 236000000`."""
    if money := money_in(words):
        return written_money(*money, language)
    if grouped := _GROUPED.fullmatch(words):
        number = decimal(Decimal(grouped["digits"].replace("\N{NO-BREAK SPACE}", "")), language)
        return f"{grouped['before']}{number}{grouped['after']}"
    return words


def money_in(words: str) -> tuple[Decimal, str] | None:
    """The amount and the currency that are all that these words say, in plain digits: `US$ -1500`, `1500 CHF`.

    None of `1.500 €`, too: whoever typed that may mean thousands.
    """
    match = _IN_ONE.fullmatch(words.strip())
    if match is None:
        return None
    digits = match["amount"] or match["other"]
    if len(readings(digits.removeprefix("-"))) > 1:
        return None
    return Decimal(digits.replace("\N{NO-BREAK SPACE}", "")), match["first"] or match["last"]


def written_money(
    number: Decimal, currency: str, language: Language, write: Callable[[Decimal, Language], str] = compact
) -> str:
    """An amount of money as the language has it: its sign, its digits, both places of its cents or none."""
    exponent = number.as_tuple().exponent
    if exponent == -1 and write(number, language) == decimal(number, language):
        number = number.quantize(_CENTS)
    return signed_with_currency(number, write(abs(number), language), currency, language)


def number_in(digits: str, source: Language) -> Decimal | None:
    """What the digits mean in this language; None where that cannot be told."""
    found = readings(digits)
    if len(found) == 2:
        # `1,234`: thousands or a fraction, as the language writes them.
        grouped = decimal(Decimal(1234567), source)[1:2]
        return found[0].value if re.sub(r"\d", "", digits)[:1] == grouped else found[1].value
    return found[0].value if found else None


def _written(numbers: list[Decimal], shown: list[Decimal], target: Language) -> str:
    last = compact(numbers[-1], target)
    if len(numbers) == 2:
        # The word for millions stands once, after both.
        first = decimal(shown[0], target)
        high = decimal(shown[-1], target)
        joined = between(target)
        if high in last:
            last = last.replace(high, f"{first}{joined}{high}", 1)
        else:
            last = f"{compact(numbers[0], target)}{joined}{last}"
    return last
