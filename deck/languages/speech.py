"""What a deck says of figures by itself, in its language: numbers, and the phrases of `tables/phrases.tsv`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from deck.ground.dataclass import dataclass
from deck.languages.date_formats import period_name
from deck.languages.locales import locale_of
from deck.languages.number_forms import number_form
from deck.languages.numbers import compact, decimal, measured
from deck.model.language import Language
from deck.model.speech import Period

_TABLE = Path(__file__).parent / "tables" / "phrases.tsv"
_NUMBER = "number"


@dataclass(frozen=True, slots=True)
class LanguageSpeech:
    """The `Speech` of one language; English where the table has no phrases in it."""

    language: Language

    def number(self, number: Decimal) -> str:
        return compact(number, self.language)

    def digits(self, number: Decimal) -> str:
        return decimal(number, self.language)

    def increase(self, words: str) -> str:
        return number_form(self.language).increased(words)

    def percent(self, number: Decimal) -> str:
        return measured(_NUMBER, compact(number, self.language), f"{{{_NUMBER}}} %", self.language)

    def period(self, first: date, period: Period) -> str:
        return period_name(first, period, self.language)

    def language_name(self, tag: str) -> str:
        locale = locale_of(Language(tag))
        name = locale.get_display_name() if locale else None
        return name[0].upper() + name[1:] if name else tag

    def phrase(self, name: str, /, **words: str) -> str:
        table = _phrases()
        tag = self.language.tag.lower().split("-")[0]
        return table.get(tag, table["en"])[name].format(**words)

    def listed(self, words: Sequence[str]) -> str:
        return self.phrase("list.between").join(words)


@cache
def _phrases() -> Mapping[str, Mapping[str, str]]:
    """The phrases by their names, by language."""
    head, *rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines())
    return {tag: {row[0]: row[number] for row in rows} for number, tag in enumerate(head[1:], start=1)}
