"""A slide's figures → what its language shows for them: `50_000_000`, `≈ 3.5`, `(10 753.4)`, `71%`, `US$ 236000000`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from deck.ground.dataclass import dataclass
from deck.languages.figure_words import money_in, written_money
from deck.languages.number_forms import number_form
from deck.languages.numbers import compact, measured
from deck.model.language import Language
from deck.model.numerals import Numeral
from deck.model.presentation import Fact
from deck.model.signs import Signed, bracketed_number, marked_number
from deck.model.text import FIELD, Amount, Paragraph, Run, Text

_NUMBER = "number"
Write: TypeAlias = Callable[[Decimal, Language], str]
"""How a number is written in a language."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What fills a deck's figures: its language, and its facts by their names."""

    language: Language
    facts: Mapping[str, Fact]

    def as_shown(
        self, amount: Amount, write: Write = compact, unit: str | None = None, *, bare: bool = False
    ) -> Amount:
        """The figure as it is shown, if it is a number, or a `bare` text of digits; its text keeps what was written."""
        if amount.number is not None:
            fact = Fact(amount.number, unit=f"{{{_NUMBER}}} {unit}" if unit else None)
            return self._of_fact(amount, fact, write, _NUMBER)
        if whole := FIELD.fullmatch(amount.text.plain.strip()):
            name = whole.group(1).strip()
            if name in self.facts:
                return self._of_fact(amount, self.facts[name], write, name)
        if money_in(amount.text.plain):
            return self._money(amount, amount.text.plain, amount.language or self.language, write)
        looks = any(run.code or run.link for paragraph in amount.text.paragraphs for run in paragraph.runs)
        # Beside its unit, what is written as text is a number all the same: `"1.2"`.
        marked = None if looks else marked_number(amount.text.plain, bare=bare or unit is not None)
        if marked is None:
            return amount if looks else self._bracketed(amount, write, unit)
        return self._marked(amount, *marked, write, unit)

    def _marked(self, amount: Amount, parted: Signed, numeral: Numeral, write: Write, unit: str | None) -> Amount:
        """Digits as the language writes them, behind their sign and what says that they are not exact: `≈ +3.5%`."""

        def signed(number: Decimal, language: Language) -> str:
            written = write(number, language)
            return number_form(language).increased(written) if parted.sign == "+" else written

        fact = Fact(parted.factor * numeral.readings[0].value, unit=_unit(numeral, unit))
        shown = self._of_fact(amount, fact, signed, _NUMBER)
        return replace(shown, text=_between(re.sub(r"\s+", "\N{NO-BREAK SPACE}", parted.before), shown, amount))

    def _bracketed(self, amount: Amount, write: Write, unit: str | None) -> Amount:
        """A figure in brackets, as bookkeepers have what is below nought, in digits as the language writes them.

        The brackets stay: whether it is below nought, who wrote them knows. So it is no number to reckon with.
        """
        if (parts := bracketed_number(amount.text.plain)) is None:
            return amount
        before, numeral, after = parts
        shown = self._of_fact(amount, Fact(numeral.readings[0].value, unit=_unit(numeral, unit)), write, _NUMBER)
        return replace(amount, text=_between(before, shown, amount, after))

    def _money(self, amount: Amount, words: str, language: Language, write: Write) -> Amount:
        """The figure as the language writes money, if that is all its words are; else as it was."""
        if (money := money_in(words)) is None:
            return amount
        run = Run(written_money(*money, language, write), language=None if language == self.language else language)
        return replace(amount, text=Text((Paragraph((run,)),), amount.text.markup), number=money[0])

    def _of_fact(self, amount: Amount, fact: Fact, write: Write, name: str = "") -> Amount:
        """The figure as it is shown that comes to this fact."""
        if isinstance(fact.value, str):
            return self._money(amount, fact.value, fact.language or self.language, write)
        language = fact.language or self.language
        words = measured(name, write(fact.value, language), fact.unit, language)
        run = Run(words, language=fact.language)
        return replace(amount, text=Text((Paragraph((run,)),), amount.text.markup), number=fact.value)


def _between(before: str, shown: Amount, written: Amount, after: str = "") -> Text:
    """The words of a figure as it is shown, with what stands around it, in the look in which it was written."""
    (paragraph,), (first, *_) = shown.text.paragraphs, written.text.paragraphs[0].runs
    run = replace(first, text=f"{before}{paragraph.plain}{after}", language=None)
    return replace(shown.text, paragraphs=(replace(paragraph, runs=(run,)),))


def _unit(numeral: Numeral, unit: str | None) -> str | None:
    """What stands with a number: its per cent, or else the slide's unit."""
    own = "%" if numeral.percent else unit
    return f"{{{_NUMBER}}} {own}" if own else None
