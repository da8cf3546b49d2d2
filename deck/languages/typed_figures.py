"""Figures that are typed where no word stands → as another language writes them: `37,000`, `1,200–1,500`, `≈ $1,500`.

Only what surely is a figure is written anew: in groups as its own language groups digits, per cent, or with a currency;
and a fraction, `0.05`, or `3,5` where its language has a comma in it. `8.7` may be a target's name: translators say.
`2024`, `0042` may be names, `600 123 456` and `600.123.456` telephones', and stay, with all that is beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from deck.ground.dataclass import dataclass
from deck.ground.late_pattern import late_pattern
from deck.languages.figure_words import number_in
from deck.languages.number_forms import NumberForm, number_form
from deck.languages.numbers import between, decimal, signed_with_currency
from deck.model.language import Language
from deck.model.numerals import is_year
from deck.model.signs import MONEY

_SPACE = " \u00a0\u202f\u2009"
_DIGITS = rf"\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?:[.,٫]\d+)?(?!\d)|\d(?:[\d.,٫٬'’]*\d)?"
_FIGURE = late_pattern(
    rf"(?:(?<![^\s(\[*])(?P<sign>[-−–+＋]))?(?:(?P<before>{MONEY})[{_SPACE}]?)?"
    rf"(?P<low>{_DIGITS})(?:(?P<dash>[{_SPACE}]?)[-‐‑–—](?P=dash)(?P<high>{_DIGITS}))?"
    rf"(?:[{_SPACE}]?(?:(?P<percent>[%٪])|(?P<after>{MONEY})))?"
)
_BESIDE = late_pattern(r"[\s≈~∼≃<>≤≥=±+−–—()\[\]*\\†‡¹²³⁴-⁹/|·•-]*")
"""What may stand beside figures: it says nothing of what they are."""
_RATIO = late_pattern(r"(?<=\d):(?=\d)")
"""In `1:1,000` it is one of figures; a time's, `12:30`, stands between none that is sure."""
_TELEPHONE = late_pattern(rf"\d{{3}}(?:[.{_SPACE}]\d{{3}}){{2}}")
_BROKEN = Decimal("1.5")
_PLAIN, _THOUSAND = 3, 1000


def figures_in(words: str, source: Language, target: Language) -> str | None:
    """The figures that are all of these words, in another language; None where one of them may be none."""
    if not _BESIDE.fullmatch(_FIGURE.sub("", _RATIO.sub("|", words))):
        return None
    found = [_Figure(match, source) for match in _FIGURE.finditer(words)]
    if not any(each.is_sure for each in found) or not all(each.is_sure or each.is_plain for each in found):
        return None
    written = iter([each.written(target) for each in found])
    return _FIGURE.sub(lambda _: next(written), words)


def may_be_figures(words: str, source: Language) -> bool:
    """Whether these words without a letter may be a fraction, or a name, which every language writes alike: `8.7`."""
    if not _BESIDE.fullmatch(_FIGURE.sub("", _RATIO.sub("|", words))) or figures_in(words, source, source) is not None:
        return False
    found = [_Figure(match, source) for match in _FIGURE.finditer(words)]
    broken = [any(map(each.has_point, each.ends)) for each in found]
    return any(broken) and all(own or each.is_sure or each.is_plain for own, each in zip(broken, found, strict=True))


def written_alike(one: Language, other: Language) -> bool:
    """Whether both part a whole from its fraction by the same sign, and have the same digits."""
    return decimal(_BROKEN, one) == decimal(_BROKEN, other)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number or a range, as a text in the language `source` has it."""

    match: re.Match[str]
    source: Language

    @property
    def is_sure(self) -> bool:
        """Whether this is a figure, and one of that much."""
        digits = list(self.ends)
        if any(_may_be_a_name(each) or self.number(each) is None for each in digits):
            return False
        low, *high = (number for each in digits if (number := self.number(each)) is not None)
        if any(low >= each for each in high):
            return False
        if self.match["percent"] or self.money:
            return not (self.match["before"] and self.match["after"])
        grouped = [self.is_grouped(each) for each in digits]
        if grouped[-1] and all(own or _is_short(each) for own, each in zip(grouped, digits, strict=True)):
            return True
        broken = [self.is_broken(each) for each in digits]
        sure = (own and self.is_no_name(each) for own, each in zip(broken, digits, strict=True))
        return any(sure) and all(own or _is_short(each) for own, each in zip(broken, digits, strict=True))

    @property
    def is_plain(self) -> bool:
        """Whether every language parts its digits alike: small numbers, or years."""
        says_more = self.match["percent"] or self.money
        return not says_more and all(_is_short(digits) or is_year(digits) for digits in self.ends)

    @property
    def money(self) -> str | None:
        """Its currency."""
        return self.match["before"] or self.match["after"]

    @property
    def ends(self) -> Iterator[str]:
        """The digits of its number, or of both."""
        yield self.match["low"]
        if self.match["high"]:
            yield self.match["high"]

    def number(self, digits: str) -> Decimal | None:
        """What they mean; groups of other lengths than three are the language's own, or none: `1,23,456`."""
        if (found := number_in(digits, self.source)) is not None:
            return found
        joined = Decimal(re.sub(r"\D", "", digits))
        return joined if number_form(self.source).plain(joined) == digits else None

    def is_grouped(self, digits: str) -> bool:
        """Whether these are a thousand or more, as the language groups them: all, or from ten thousand on."""
        number = self.number(digits)
        if number is None or number < _THOUSAND or digits.isdecimal() or _TELEPHONE.fullmatch(digits):
            return False
        # A space alone parts the digits of much that is no figure, and every language reads them so.
        if re.fullmatch(rf"[\d{_SPACE}]+", digits):
            return False
        form = number_form(self.source)
        return _in_one_way(digits) in (_in_one_way(each.plain(number)) for each in (form, replace(form, least=1)))

    def is_broken(self, digits: str) -> bool:
        """Whether these are a whole and a fraction, as the language parts them; three places may be thousands."""
        whole, _, places = digits.partition(number_form(self.source).point)
        return self.has_point(digits) and (len(places) != _PLAIN or int(whole) == 0)

    def has_point(self, digits: str) -> bool:
        """Whether the language's sign of a fraction stands between these, once."""
        whole, _, places = digits.partition(number_form(self.source).point)
        return whole.isdecimal() and places.isdecimal()

    def is_no_name(self, digits: str) -> bool:
        """Whether no clause, target or version is written so: `0.05`, and not `8.7`; with a comma, `8,7` as well."""
        point = number_form(self.source).point
        return point != "." or int(digits.partition(point)[0]) == 0

    def written(self, target: Language) -> str:
        """The same in this language."""
        form = number_form(target)
        if not self.is_sure:
            return re.sub(r"\d", lambda digit: decimal(Decimal(int(digit[0])), target), self.match[0])
        numbers = [number for digits in self.ends if (number := self.number(digits)) is not None]
        low, *high = (decimal(number, target) for number in numbers)
        figure = between(target).join([low, *high])
        sign = self.match["sign"]
        below = Decimal(-1 if sign and sign not in "+＋" else 1)
        if self.money:
            amount = signed_with_currency(below, figure, self.money, target)
            return f"+{amount}" if sign and below > 0 else amount
        return self._share(_signed(figure, below, form, sign), form)

    def _share(self, figure: str, form: NumberForm) -> str:
        return re.sub("[ \u202f]", "\N{NO-BREAK SPACE}", form.share(figure)) if self.match["percent"] else figure


def _signed(figure: str, below: Decimal, form: NumberForm, sign: str | None) -> str:
    return form.increased(figure) if sign and below > 0 else form.signed(figure, below)


def _may_be_a_name(digits: str) -> bool:
    """Whether they begin with a nought that a number would not have: `0042`."""
    return digits[:2].isdecimal() and len(digits) > 1 and int(digits[0]) == 0


def _is_short(digits: str) -> bool:
    return digits.isdecimal() and len(digits) <= _PLAIN and not _may_be_a_name(digits)


def _in_one_way(digits: str) -> str:
    """With the same sign for each of those that people type in the place of another."""
    return re.sub(rf"[{_SPACE}]", " ", digits).replace("’", "'")
