"""What a deck says of figures by itself, in its language: numbers, and the phrases of `deck.languages.words`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from deck.ground.dataclass import dataclass
from deck.languages.date_formats import period_name
from deck.languages.directions import with_signs_in_place
from deck.languages.figure_words import written_money
from deck.languages.locales import locale_of
from deck.languages.number_forms import number_form
from deck.languages.numbers import compact, decimal, measured, plural_form, ungrouped
from deck.languages.words import in_outline, usual
from deck.model.language import Language
from deck.model.speech import Period

_NUMBER = "number"


@dataclass(frozen=True, slots=True)
class LanguageSpeech:
    """The `Speech` of one language, whose catalog says these phrases, by their names; else they are the usual ones."""

    language: Language
    said: tuple[tuple[str, str], ...] = ()

    def number(self, number: Decimal) -> str:
        return compact(number, self.language)

    def digits(self, number: Decimal) -> str:
        return decimal(number, self.language)

    def ungrouped(self, number: Decimal) -> str:
        return ungrouped(number, self.language)

    def increase(self, words: str) -> str:
        return number_form(self.language).increased(words)

    def percent(self, number: Decimal) -> str:
        return measured(_NUMBER, compact(number, self.language), f"{{{_NUMBER}}} %", self.language)

    def with_unit(self, number: str, unit: str) -> str:
        return measured(_NUMBER, number, f"{{{_NUMBER}}} {unit}", self.language)

    def money(self, number: Decimal, currency: str, *, in_digits: bool = False) -> str:
        written = written_money(number, currency, self.language, decimal if in_digits else compact)
        return with_signs_in_place(written, self.language)

    def period(self, first: date, period: Period) -> str:
        return period_name(first, period, self.language)

    def language_name(self, tag: str) -> str:
        locale = locale_of(Language(tag))
        name = locale.get_display_name() if locale else None
        return name[0].upper() + name[1:] if name else tag

    def phrase(self, name: str, /, **words: str) -> str:
        phrase = dict(self.said).get(name) or in_outline(name, self.language)
        assert phrase
        return phrase.format(**words)

    def counted(self, phrases: Mapping[str, str], number: Decimal) -> str:
        own = phrases.get(plural_form(number, self.language), "")
        is_known = own in dict(self.said) or usual(own, self.language)
        return self.phrase(own if is_known else phrases["other"], **{_NUMBER: self.digits(number)})

    def listed(self, words: Sequence[str]) -> str:
        return self.phrase("list.between").join(words)
