"""Numbers as a language writes them: 50 million, 50 millions, 5000万.

CLDR's patterns through Babel. Three of its ways are mended: a number is never rounded to look short; the noun
agrees with the number that is shown, not with the whole; and a number stays on one line with its noun.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal, localcontext
from functools import cache
from pathlib import Path

from babel import Locale
from babel.numbers import format_decimal

from deck.languages.locales import locale_of
from deck.model.language import Language

_LEAST_COMPACT, _MOST_COMPACT = 1_000_000, 10**18
_MOST_FRACTION_DIGITS = 3
_PLAIN = "0"
# What a numbering system of CLDR counts from.
_ZEROS = {
    "adlm": 0x1E950,
    "arab": 0x660,
    "arabext": 0x6F0,
    "beng": 0x9E6,
    "cakm": 0x11136,
    "deva": 0x966,
    "mymr": 0x1040,
    "nkoo": 0x7C0,
    "olck": 0x1C50,
    "tibt": 0xF20,
}
_FOUR_DIGITS = (1_000, 10_000)


def decimal(number: Decimal, language: Language) -> str:
    """All digits as they were given, in the language's own and grouped as it groups them: `1,234.50`, `12,34,567`."""
    exponent = number.as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    locale = _locale(language)
    whole = "0" if _stands_ungrouped(number, language) else locale.decimal_formats[None].pattern.split(".")[0]
    written = _digits(number, f"{whole}.{'0' * places}" if places else whole, locale)
    return written.replace("\u202f", "\N{NO-BREAK SPACE}")


def compact(number: Decimal, language: Language) -> str:
    """From a million on with a word for its magnitude, where no digit is lost by it; else all digits."""
    locale = _locale(language)
    if not _LEAST_COMPACT <= abs(number) < _MOST_COMPACT:
        return decimal(number, language)
    formats = locale.compact_decimal_formats.get("long") or locale.compact_decimal_formats["short"]
    for magnitude in sorted((int(key) for key in formats["other"]), reverse=True):
        if magnitude > abs(number):
            continue
        pattern = _positive(formats["other"][str(magnitude)].pattern)
        if pattern == _PLAIN:
            continue
        # "00 million" under 10,000,000 leaves two digits before the word.
        shown = number / (Decimal(magnitude) / 10 ** (pattern.count("0") - 1))
        if shown != round(shown, _MOST_FRACTION_DIGITS):
            break
        plural = formats.get(locale.plural_form(shown.normalize()), formats["other"])
        pattern = _positive(plural.get(str(magnitude), formats["other"][str(magnitude)]).pattern)
        if "0" not in pattern:
            # Some languages have a word for just one of them; the figure is wanted all the same.
            pattern = _positive(formats["other"][str(magnitude)].pattern)
        whole = "0" if abs(shown) < _FOUR_DIGITS[1] else locale.decimal_formats[None].pattern.split(".")[0]
        phrase: str = re.sub("0+", _digits(shown, f"{whole}.###", locale), pattern, count=1)
        return phrase.replace("'", "").replace(" ", "\N{NO-BREAK SPACE}")
    return decimal(number, language)


def _digits(number: Decimal, pattern: str, locale: Locale) -> str:
    """The number by this pattern, in the digits that the language has by default."""
    with localcontext() as context:
        # Babel rounds within the current context, whose 28 digits may be too few.
        context.prec = max(context.prec, len(number.as_tuple().digits) + abs(number.adjusted()) + 2)
        written: str = format_decimal(abs(number), pattern, locale=locale, numbering_system="default")
    if zero := _ZEROS.get(locale.default_numbering_system):
        # Babel has the signs of a numbering system, but writes Western digits.
        written = written.translate({ord("0") + digit: zero + digit for digit in range(10)})
    return f"{_minus(locale)}{written}" if number.is_signed() and number else written


def _minus(locale: Locale) -> str:
    """What stands before a negative number; where reading goes from right to left, with a mark that keeps it there."""
    return str(_symbols(locale).get("minusSign", "-"))


def _symbols(locale: Locale) -> Mapping[str, str]:
    symbols: Mapping[str, str] = locale.number_symbols.get(locale.default_numbering_system) or {}
    return symbols or locale.number_symbols["latn"]


def _positive(pattern: str) -> str:
    """A pattern without its form for negative numbers: `milioni 00;milioni -00`."""
    return pattern.split(";")[0]


def _stands_ungrouped(number: Decimal, language: Language) -> bool:
    """Whether these are four digits before the point, in a language that does not part so few: `1500`."""
    if not _FOUR_DIGITS[0] <= abs(number) < _FOUR_DIGITS[1]:
        return False
    forms = _forms()
    tag = language.tag.lower()
    while tag:
        if tag in forms["grouped"]:
            return False
        if tag in forms["ungrouped"]:
            return True
        tag = tag.rpartition("-")[0]
    return False


@cache
def _forms() -> dict[str, frozenset[str]]:
    table = json.loads((Path(__file__).parent / "tables" / "number-forms.json").read_text(encoding="utf-8"))
    return {name: frozenset(tag.lower() for tag in table[name]) for name in ("grouped", "ungrouped")}


def measured(name: str, number: str, unit: str | None, language: Language) -> str:
    """A number as it is written, with its unit: a phrase around its name in braces. Per cent is CLDR's."""
    if unit is None:
        return number
    place = rf"\{{\s*{re.escape(name)}\s*\}}"
    if re.fullmatch(f"{place} %", unit):
        locale = _locale(language)
        minus = _minus(locale) if number.startswith(_minus(locale)) else ""
        pattern = _positive(locale.percent_formats[None].pattern)
        percent = re.sub("[#,0]+", lambda _: number.removeprefix(minus), pattern, count=1)
        sign = _symbols(locale).get("percentSign", "%")
        return f"{minus}{percent}".replace("%", sign).replace("\u202f", "\N{NO-BREAK SPACE}")

    def filled(found: re.Match[str]) -> str:
        # A number stays on one line with its unit.
        return found[1].replace(" ", "\N{NO-BREAK SPACE}") + number + found[2].replace(" ", "\N{NO-BREAK SPACE}")

    # A translation's form for a single number can say it in a word: “one hectare”.
    return re.sub(f"( ?){place}( ?)", filled, unit)


def with_currency(number: str, symbol: str, language: Language) -> str:
    """A number as it is written, with a currency's symbol before or after it, as the language has them."""
    pattern: str = _positive(_locale(language).currency_formats["standard"].pattern)
    # Words after digits part the symbol from them: `US$ 236 billion`.
    shown = re.sub(r"[#,.0]+", lambda _: number, pattern, count=1).replace("¤", symbol).strip("\u200e\u200f")
    if shown.startswith(symbol) and symbol[0].isalpha():
        shown = f"{symbol}\N{NO-BREAK SPACE}{shown.removeprefix(symbol).strip()}"
    return shown.replace("\u202f", "\N{NO-BREAK SPACE}").replace(" ", "\N{NO-BREAK SPACE}")


def is_plural_of_many(number: Decimal, language: Language) -> bool:
    """Whether nouns beside this number have the form that they have beside most numbers (CLDR's “other”)."""
    return str(_locale(language).plural_form(number)) == "other"


def _locale(language: Language) -> Locale:
    return locale_of(language) or Locale("en")
