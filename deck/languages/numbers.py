"""Numbers as a language writes them: 50 million, 50 millions, 5000万.

CLDR's patterns through Babel. Three of its ways are mended: a number is never rounded to look short; the noun
agrees with the number that is shown, not with the whole; and a number stays on one line with its noun.
"""

from __future__ import annotations

import re
from decimal import Decimal, localcontext

from babel import Locale
from babel.numbers import format_decimal

from deck.languages.locales import locale_of
from deck.model.language import Language

_LEAST_COMPACT, _MOST_COMPACT = 1_000_000, 10**18
_MOST_FRACTION_DIGITS = 3
_PLAIN = "0"


def decimal(number: Decimal, language: Language) -> str:
    """All digits as they were given, grouped: `1,234.50`."""
    exponent = number.as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    pattern = f"#,##0.{'0' * places}" if places else "#,##0"
    with localcontext() as context:
        # Babel rounds within the current context, whose 28 digits may be too few.
        context.prec = max(context.prec, len(number.as_tuple().digits) + abs(number.adjusted()) + 2)
        written: str = format_decimal(number, pattern, locale=_locale(language))
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
        pattern = formats["other"][str(magnitude)].pattern
        if pattern == _PLAIN:
            continue
        # "00 million" under 10,000,000 leaves two digits before the word.
        shown = number / (Decimal(magnitude) / 10 ** (pattern.count("0") - 1))
        if shown != round(shown, _MOST_FRACTION_DIGITS):
            break
        plural = formats.get(locale.plural_form(shown.normalize()), formats["other"])
        pattern = plural.get(str(magnitude), formats["other"][str(magnitude)]).pattern
        digits = format_decimal(shown, "0.###", locale=locale)
        phrase: str = pattern.replace("0" * pattern.count("0"), digits)
        return phrase.replace("'", "").replace(" ", "\N{NO-BREAK SPACE}")
    return decimal(number, language)


def measured(name: str, number: str, unit: str | None, language: Language) -> str:
    """A number as it is written, with its unit: a phrase around its name in braces. Per cent is CLDR's."""
    if unit is None:
        return number
    place = rf"\{{\s*{re.escape(name)}\s*\}}"
    if re.fullmatch(f"{place} %", unit):
        percent: str = _locale(language).percent_formats[None].pattern
        return percent.replace("#,##0", number).replace("\u202f", "\N{NO-BREAK SPACE}")

    def filled(found: re.Match[str]) -> str:
        # A number stays on one line with its unit.
        return found[1].replace(" ", "\N{NO-BREAK SPACE}") + number + found[2].replace(" ", "\N{NO-BREAK SPACE}")

    # A translation's form for a single number can say it in a word: “one hectare”.
    return re.sub(f"( ?){place}( ?)", filled, unit)


def is_plural_of_many(number: Decimal, language: Language) -> bool:
    """Whether nouns beside this number have the form that they have beside most numbers (CLDR's “other”)."""
    return str(_locale(language).plural_form(number)) == "other"


def _locale(language: Language) -> Locale:
    return locale_of(language) or Locale("en")
