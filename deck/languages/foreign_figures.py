"""Figures that a translation copies from its source, and that its language writes otherwise: `9.6%` for `9,6 %`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Severity, Span
from deck.ground.late_pattern import late_pattern
from deck.languages.figure_words import number_in
from deck.languages.locales import locale_of
from deck.languages.number_forms import number_form
from deck.languages.numbers import between, decimal
from deck.model.language import Language
from deck.model.numerals import magnitude, numerals

_DIGITS = late_pattern(r"\d(?:[\d.,]*\d)?")
_RANGE = late_pattern(
    r"(?<![\w.,:/‐‑−–—-])(?P<low>\d(?:[\d.,]*\d)?)(?P<gap>[ \u00a0\u202f]?)[-‐‑–—](?P=gap)(?P<high>\d(?:[\d.,]*\d)?)"
    r"(?![A-Za-z\u00c0-\u052f\d]|[.,:/‐‑−–—-]\d)"
)
_DASH = late_pattern(r"\s?[-‐‑–—～]\s?(?=\d)")
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
    own = {digits for each in _written(source) for digits in each.digits}
    for each in _written(words):
        if own.issuperset(each.digits) and (wanted := each.wanted(*languages)):
            what = f"`{key}`: {each.words} is written as in the source"
            yield Diagnostic("foreign-figure", what, span, f"write {wanted}", Severity.WARNING)


@dataclass(frozen=True, slots=True)
class _Written:
    """A number, or a range's two, by their digits, with the words of its magnitude, or per cent."""

    words: str
    digits: tuple[str, ...]
    after: str
    percent: bool

    def wanted(self, source: Language, target: Language) -> str | None:
        """How the one language writes what is written as the other does; None where it is so, or is no figure."""
        numbers = [number for digits in self.digits if (number := number_in(digits, source)) is not None]
        if len(numbers) < len(self.digits) or numbers != sorted(set(numbers)):
            return None
        # A letter alone, as in 8.7 b, may be a part's; and digits in groups that are not the source's own, a name's.
        word = self.after.strip()
        is_amount = bool(word) and not (len(word) == 1 and word.isascii())
        is_parted = not all(map(str.isdigit, self.digits))
        if not (self.percent or (is_parted and (is_amount or self._is_grouped(numbers, source)))):
            return None
        own = between(target).join(decimal(number, target) for number in numbers)
        own = number_form(target).share(own) if word == "%" else own + self.after
        return _plain(own) if _compared(own) != _compared(self.words) else None

    def _is_grouped(self, numbers: Sequence[Decimal], source: Language) -> bool:
        """Whether the last is a thousand or more, and each is as the source's language groups it."""
        ways = (decimal(number, source) for number in numbers)
        return numbers[-1] >= _THOUSAND and all(way == digits for way, digits in zip(ways, self.digits, strict=True))


def _written(words: str) -> Iterator[_Written]:
    """What stands alone of numbers and of ranges in these words."""
    for numeral in numerals(words):
        if match := _DIGITS.match(numeral.written):
            yield _Written(numeral.written, (match[0],), numeral.written[match.end() :], numeral.percent)
    for match in _RANGE.finditer(words):
        _, percent, end = magnitude(words, match.end())
        yield _Written(words[match.start() : end], match.group("low", "high"), words[match.end() : end], percent)


def _plain(written: str) -> str:
    """What is written, whatever spaces it has, without signs that nobody sees."""
    return _UNSEEN.sub("", _SPACE.sub(" ", written))


def _compared(written: str) -> str:
    """As `_plain`, with the same dash for any between two numbers."""
    return _DASH.sub("–", _plain(written))
