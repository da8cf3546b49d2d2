"""Numbers as a language writes them: 50 million, 50 millions, 5000万.

CLDR's words for millions are Babel's, digits and signs are of a table (`number_forms.py`). Two ways are mended:
a number is never rounded to look short; and the noun agrees with the number that is shown, not with the whole. A number
stays on one line with its noun.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from deck.languages.locales import locale_of
from deck.languages.number_forms import is_negative, number_form
from deck.model.language import Language

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

_LEAST_COMPACT, _MOST_COMPACT = 1_000_000, 10**18
_MOST_FRACTION_DIGITS = 3
_LEAST_GROUPED = 2
"""How many digits stand before a separator in a number with a word: `1500 millones`, as CLDR has it."""
_PLAIN = "0"
_EXAMPLES = 4
"""How many numbers are named for a form."""


def decimal(number: Decimal, language: Language) -> str:
    """All digits as they were given, in the language's own and grouped as it groups them: `1,234.50`, `12,34,567`."""
    form = number_form(language)
    return _tied(form.signed(form.plain(number), number))


def ungrouped(number: Decimal, language: Language) -> str:
    """All digits in the language's own, with no mark between them, as years have them: `2019`."""
    form = number_form(language)
    return _tied(form.signed(replace(form, separator="").plain(number), number))


def compact(number: Decimal, language: Language) -> str:
    """From a million on with a word for its magnitude, where no digit is lost by it; else all digits."""
    if not _LEAST_COMPACT <= abs(number) < _MOST_COMPACT:
        return decimal(number, language)
    locale = _locale(language)
    for magnitude, pattern in sorted(_words(language, "other").items(), reverse=True):
        if magnitude > abs(number):
            continue
        # "00 million" under 10,000,000 leaves two digits before the word.
        shown = number / (Decimal(magnitude) / 10 ** (pattern.split(";")[0].count("0") - 1))
        if shown != round(shown, _MOST_FRACTION_DIGITS):
            break
        own = _words(language, locale.plural_form(shown.normalize())).get(magnitude, "")
        # Some languages have a word for just one of them; the figure is wanted all the same.
        is_form = "0" in own and _is_short(own) == _is_short(pattern)
        return _tied(_phrase(shown.normalize(), own if is_form else pattern, language))
    return decimal(number, language)


@lru_cache(maxsize=256)
def _words(language: Language, form: str) -> dict[int, str]:
    """A plural form's patterns from a million on by their magnitudes, without the short ones where there are others."""
    formats = _locale(language).compact_decimal_formats
    patterns: Mapping[str, NumberPattern] = (formats.get("long") or formats["short"]).get(form, {})
    found = {int(magnitude): each.pattern for magnitude, each in patterns.items() if int(magnitude) >= _LEAST_COMPACT}
    found = {magnitude: pattern for magnitude, pattern in found.items() if pattern != _PLAIN}
    return {magnitude: pattern for magnitude, pattern in found.items() if not _is_short(pattern)} or found


def _is_short(pattern: str) -> bool:
    """Whether this is `0M`: Babel has the short form where a language lacks a word, or a plural of it."""
    return re.fullmatch("0+[BGKMT]", pattern) is not None


def _phrase(number: Decimal, pattern: str, language: Language) -> str:
    """A number in its pattern, which may have a form for negative numbers: `milioni 00;milioni -00`."""
    form = number_form(language)
    digits = form.plain(number, _LEAST_GROUPED)
    positive, _, negative = pattern.replace("'", "").partition(";")
    if is_negative(number) and negative:
        return re.sub("-?0+", lambda _: form.signed(digits, number), negative, count=1)
    return form.signed(re.sub("0+", lambda _: digits, positive, count=1), number)


def measured(name: str, number: str, unit: str | None, language: Language) -> str:
    """A number as it is written, with its unit: a phrase around its name in braces. Per cent is CLDR's."""
    if unit is None:
        return number
    place = rf"\{{\s*{re.escape(name)}\s*\}}"
    if re.fullmatch(f"{place} %", unit):
        return _tied(number_form(language).share(number))

    def filled(found: re.Match[str]) -> str:
        # A number stays on one line with its unit.
        return _tied(found[1]) + number + _tied(found[2])

    # A translation's form for a single number can say it in a word: “one hectare”.
    return re.sub(f"( ?){place}( ?)", filled, unit)


def with_currency(number: str, symbol: str, language: Language) -> str:
    """A number as it is written, with a currency's symbol before or after it, as the language has them."""
    pattern: str = _locale(language).currency_formats["standard"].pattern.split(";")[0]
    # Words after digits part the symbol from them: `US$ 236 billion`.
    shown = re.sub(r"[#,.0]+", lambda _: number, pattern, count=1).replace("¤", symbol).strip("\u200e\u200f")
    if shown.startswith(symbol) and symbol[0].isalpha():
        shown = f"{symbol}\N{NO-BREAK SPACE}{shown.removeprefix(symbol).strip()}"
    return _tied(shown)


def signed_with_currency(number: Decimal, written: str, symbol: str, language: Language) -> str:
    """A number that is written without its sign, with it and a currency's symbol: `-US$ 1,500`, `-1 500 US$`."""
    form = number_form(language)
    _, _, negative = _locale(language).currency_formats["standard"].pattern.partition(";")
    if negative.lstrip("\u200e\u200f").startswith("¤"):
        return with_currency(_tied(form.signed(written, number)), symbol, language)
    return _tied(form.signed(with_currency(written, symbol, language), number))


def in_minutes(number: Decimal, language: Language) -> str:
    """A time in minutes, with the language's short word for them: `12 min`."""
    from babel.units import format_unit

    whole: str = format_unit(1, "duration-minute", "short", locale=_locale(language))
    form = format_unit(number, "duration-minute", "short", locale=_locale(language))
    # The digits are ours: Babel's are not always those of the language.
    phrase = form if re.search(r"\d", form) else whole
    return _tied(re.sub(r"\d.*\d|\d", lambda _: decimal(number, language), phrase, count=1))


def between(language: Language) -> str:
    """What stands between the ends of a range, which stays on one line."""
    return _tied(number_form(language).between)


def _tied(written: str) -> str:
    """On one line. A narrow space is a space: many fonts have no narrow one."""
    return re.sub("[ \u202f]", "\N{NO-BREAK SPACE}", written)


def plural_form(number: Decimal, language: Language) -> str:
    """CLDR's name of the form that nouns have beside this number as it is written: `one`, `few`, `other`."""
    # 1.0 is another number than 1 here.
    return _plural_form(str(number), language)


@lru_cache(maxsize=1024)
def _plural_form(written: str, language: Language) -> str:
    return str(_locale(language).plural_form(Decimal(written)))


@lru_cache(maxsize=256)
def plural_examples(language: Language) -> Mapping[str, Sequence[str]]:
    """By each form of nouns that the language tells apart beside numbers up to 200, the first that have it."""
    found: dict[str, list[str]] = {}
    for number in (*map(Decimal, range(1, 201)), *map(Decimal, ("0.5", "1.5", "2.5"))):
        found.setdefault(plural_form(number, language), []).append(decimal(number, language))
    return {form: numbers[:_EXAMPLES] for form, numbers in found.items()}


def is_plural_of_many(number: Decimal, language: Language) -> bool:
    """Whether nouns beside this number have the form that they have beside most numbers (CLDR's “other”)."""
    return plural_form(number, language) == "other"


def _locale(language: Language) -> Locale:
    if locale := locale_of(language):
        return locale
    from babel import Locale

    return Locale("en")
