"""A presentation with every text as its language shows it.

Figures become words (`50_000_000`: “50 million”), names in braces what they stand for, lists sorted by name
their language's order, and a source is introduced as one. What stayed in another language is written as that has it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from deck.languages.collation import sort_key
from deck.languages.countries import region_name
from deck.languages.dates import long_date
from deck.languages.numbers import compact, decimal, measured
from deck.languages.typography import unbroken
from deck.languages.words import usual
from deck.model.language import Language
from deck.model.presentation import Fact, Presentation, Section, Slide
from deck.model.text import FIELD, Amount, Paragraph, Run, Text

_OPEN, _CLOSE = "\ue000", "\ue001"


def localise(presentation: Presentation) -> Presentation:
    """The presentation in its own language, with nothing left to fill in."""
    return _Localisation.of(presentation).presentation(presentation)


@dataclass(frozen=True, slots=True)
class _Localisation:
    """What fills a presentation's texts: its facts, and the words that introduce a source."""

    language: Language
    facts: Mapping[str, Fact]
    introduction: Text

    @classmethod
    def of(cls, presentation: Presentation) -> _Localisation:
        language = presentation.language
        introduction = presentation.words.get("source") or Text.of(usual("source", language) or "{source}")
        return cls(language, presentation.values, introduction)

    def presentation(self, old: Presentation) -> Presentation:
        return replace(
            old,
            title=self.text(old.title),
            event=self.text(old.event) if old.event else None,
            footer=self.text(old.footer) if old.footer else None,
            sections=tuple(self.section(section) for section in old.sections),
        )

    def section(self, old: Section) -> Section:
        return replace(old, title=self.text(old.title), slides=tuple(self.slide(slide) for slide in old.slides))

    def slide(self, old: Slide) -> Slide:
        content = old.content.with_amounts(self.amount).with_texts(self.field)
        content = content.sorted_by(lambda text: sort_key(text.plain, self.language))
        return replace(old, content=content, notes=self.text(old.notes) if old.notes else None)

    def amount(self, amount: Amount) -> Amount:
        """The figure as it is shown, if it is a number; its text keeps what was written."""
        number, shown = amount.number, ""
        if number is not None:
            shown = compact(number, self.language)
        elif whole := FIELD.fullmatch(amount.text.plain.strip()):
            name = whole.group(1).strip()
            fact = self.facts.get(name)
            if fact and isinstance(fact.value, Decimal):
                number = fact.value
                shown = measured(name, compact(number, self.language), fact.unit, self.language)
        return amount if number is None else Amount(replace(Text.of(shown), markup=amount.text.markup), number)

    def field(self, path: str, text: Text) -> Text:
        return self.text(_introduced(text, self.introduction) if path.startswith("sources.") else text)

    def text(self, text: Text) -> Text:
        return replace(text, paragraphs=tuple(self.paragraph(paragraph) for paragraph in text.paragraphs))

    def paragraph(self, old: Paragraph) -> Paragraph:
        return replace(old, runs=tuple(run.with_text(self.words(run)) for run in old.runs))

    def words(self, run: Run) -> str:
        language = run.language or self.language
        return unbroken(_fill(run.text, self.facts, language), language)


def _introduced(text: Text, introduction: Text) -> Text:
    """The text in the place of `{source}` in the words that introduce it."""
    first, *others = text.paragraphs
    runs: list[Run] = []
    for run in introduction.paragraphs[0].runs:
        before, name, after = run.text.partition("{source}")
        runs += [run.with_text(before), *(first.runs if name else ()), run.with_text(after)]
    return replace(text, paragraphs=(replace(first, runs=tuple(run for run in runs if run.text)), *others))


def _fill(words: str, facts: Mapping[str, Fact], language: Language) -> str:
    if "{" not in words and "}" not in words:
        return words

    def shown(match: re.Match[str]) -> str:
        name = match.group(1).strip()
        return _shown(name, facts[name], language) if name in facts else _known(name, language) or match.group(0)

    protected = words.replace("{{", _OPEN).replace("}}", _CLOSE)
    filled = FIELD.sub(shown, protected)
    return filled.replace(_OPEN, "{").replace(_CLOSE, "}")


def _known(name: str, language: Language) -> str | None:
    """What a language has for a date (`2026-05-31`) or a region (`region.002`) by itself."""
    if name.startswith("region."):
        return region_name(name.removeprefix("region."), language)
    return long_date(name, language)


def _shown(name: str, fact: Fact, language: Language) -> str:
    if isinstance(fact.value, str):
        return fact.value
    return measured(name, decimal(fact.value, language), fact.unit, language)
