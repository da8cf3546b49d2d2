"""A figure in words → the same figure as another language writes it: `≈ 50 million`, `1.5–2 million`, `> 400`."""

from __future__ import annotations

import re
from decimal import Decimal

from deck.languages.numbers import between, compact, decimal, with_currency
from deck.model.language import Language
from deck.model.numerals import magnitude, readings

_SIGNS = {"~": "≈", "≈": "≈", ">": ">", "<": "<", "≥": "≥", "≤": "≤", ">=": "≥", "<=": "≤", "±": "±"}
_CURRENCIES = ("US$", "C$", "A$", "$", "€", "£", "¥")
_DIGITS = r"\d[\d.,٫٬'’\u00a0\u202f\u2009 ]*(?<![.,'’\u00a0\u202f\u2009 ])"
_FIGURE = re.compile(
    rf"(?P<sign>{'|'.join(map(re.escape, sorted(_SIGNS, key=len, reverse=True)))})?\s*"
    rf"(?P<currency>{'|'.join(map(re.escape, _CURRENCIES))})?\s*"
    rf"(?P<low>{_DIGITS})(?:\s*(?:–|-|to)\s*(?P<high>{_DIGITS}))?(?P<words>.*)",
    re.DOTALL,
)
_IN_ONE = re.compile(rf"(?:{'|'.join(map(re.escape, _CURRENCIES))}) ?[0-9]{{5,}}(?:\.[0-9]+)?")
"""As a workbook's cell in a currency's format is read."""
_SHORT_SCALE = ("en",)


def figure_in(words: str, source: Language, target: Language) -> str | None:
    """The figure that is all that these words say, in another language; None where they say more, or may say two.

    A year is no figure: it is written alike everywhere.
    """
    match = _FIGURE.fullmatch(words.strip())
    if match is None:
        return None
    powers, percent, end = magnitude(words.strip(), match.start("words"))
    if percent or end != len(words.strip()):
        return None
    power = powers[0] if source.tag.lower().split("-")[0] in _SHORT_SCALE or len(powers) == 1 else powers[-1]
    if powers[0] == 0 and len(powers) > 1:
        return None
    ends = [_number(match[name], source) for name in ("low", "high") if match[name]]
    bare = not match["sign"] and not match["currency"] and power == 0
    if None in ends or (bare and _is_year(match["low"])):
        return None
    written = [number for number in ends if number is not None]
    figure = _written([number.scaleb(power) for number in written], written, target)
    if match["currency"]:
        figure = with_currency(figure, match["currency"], target)
    sign = _SIGNS.get(match["sign"] or "")
    return f"{sign}\N{NO-BREAK SPACE}{figure}" if sign else figure


def parted(words: str, language: Language) -> str:
    """The words, with the digits of an amount of money parted that a program wrote in one: `US$ 236000000`."""
    return (figure_in(words, language, language) or words) if _IN_ONE.fullmatch(words) else words


def _number(digits: str, source: Language) -> Decimal | None:
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


def _is_year(digits: str) -> bool:
    return digits.isdigit() and len(digits) == 4 and 1900 <= int(digits) <= 2100
