"""Figures that a translation copies from its source, and that its language writes otherwise: `9.6%` for `9,6 %`."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic, Severity, Span
from deck.ground.late_pattern import late_pattern
from deck.languages.figure_words import number_in
from deck.languages.locales import locale_of
from deck.languages.number_forms import number_form
from deck.languages.numbers import decimal
from deck.model.language import Language
from deck.model.numerals import numerals

_DIGITS = late_pattern(r"\d(?:[\d.,]*\d)?")
_SPACE = late_pattern(r"[\s\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")
_UNSEEN = late_pattern("[\u200e\u200f\u061c]")
_THOUSAND = 1000


def foreign_figures(
    key: str, words: str, source: str, languages: tuple[Language, Language], span: Span
) -> Iterator[Diagnostic]:
    """The shares, the millions and the thousands that the words of a translation write as its source does.

    `languages` are the source's and the translation's. A number alone, such as that of target 8.7, may be a name, which
    is written alike everywhere.
    """
    if any(locale_of(language) is None for language in languages):
        return
    copied = {match[0] for each in numerals(source) if (match := _DIGITS.match(each.written))}
    for numeral in numerals(words):
        match = _DIGITS.match(numeral.written)
        if match is None or match[0] not in copied:
            continue
        after = numeral.written[match.end() :]
        number = number_in(match[0], languages[0])
        is_parted = not match[0].isdigit()
        # A letter alone, as in 8.7 b, may be a part's; and digits in groups that are not the source's own, a name's.
        word = after.strip()
        is_amount = bool(word) and not (len(word) == 1 and word.isascii())
        is_grouped = number is not None and number >= _THOUSAND and decimal(number, languages[0]) == match[0]
        if number is None or not (numeral.percent or (is_parted and (is_amount or is_grouped))):
            continue
        own = decimal(number, languages[1])
        own = number_form(languages[1]).share(own) if word == "%" else own + after
        if _plain(own) != _plain(numeral.written):
            what = f"`{key}`: {numeral.written} is written as in the source"
            yield Diagnostic("foreign-figure", what, span, f"write {_plain(own)}", Severity.WARNING)


def _plain(written: str) -> str:
    """What is written, whatever spaces it has, without signs that nobody sees."""
    return _UNSEEN.sub("", _SPACE.sub(" ", written))
