"""A presentation with every text as its language shows it.

Figures become words (`50_000_000`: “50 million”), names in braces what they stand for, lists sorted by name
their language's order, and a source is introduced as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from deck.languages.collation import sort_key
from deck.languages.numbers import compact, decimal
from deck.model.language import Language
from deck.model.presentation import Presentation, Section, Slide
from deck.model.text import FIELD, Amount, Run, Text

_SOURCE_PREFIX = {
    "ar": "المصدر: ",
    "de": "Quelle: ",
    "en": "Source: ",
    "es": "Fuente: ",
    "fr": "Source\N{NO-BREAK SPACE}: ",
    "ru": "Источник: ",
    "zh": "资料来源：",
}
_OPEN, _CLOSE = "\ue000", "\ue001"


def localise(presentation: Presentation) -> Presentation:
    """The presentation in its own language, with nothing left to fill in."""
    language = presentation.language
    values = {name: _shown(fact.value, language) for name, fact in presentation.values.items()}
    numbers = {name: fact.value for name, fact in presentation.values.items() if isinstance(fact.value, Decimal)}

    def shown(text: Text) -> Text:
        return _filled(text, values)

    return replace(
        presentation,
        title=shown(presentation.title),
        event=shown(presentation.event) if presentation.event else None,
        footer=shown(presentation.footer) if presentation.footer else None,
        sections=tuple(_section(section, language, values, numbers) for section in presentation.sections),
    )


def _section(
    section: Section, language: Language, values: Mapping[str, str], numbers: Mapping[str, Decimal]
) -> Section:
    return replace(
        section,
        title=_filled(section.title, values),
        slides=tuple(_slide(slide, language, values, numbers) for slide in section.slides),
    )


def _slide(slide: Slide, language: Language, values: Mapping[str, str], numbers: Mapping[str, Decimal]) -> Slide:
    prefix = _SOURCE_PREFIX.get(language.tag.split("-")[0], "")

    def shown(path: str, text: Text) -> Text:
        return _introduced(_filled(text, values), prefix) if path.startswith("sources.") else _filled(text, values)

    def figured(amount: Amount) -> Amount:
        number = amount.number if amount.number is not None else _named(amount.text, numbers)
        return amount if number is None else Amount(Text.of(compact(number, language)), number)

    content = slide.content.with_amounts(figured).with_texts(shown)
    content = content.sorted_by(lambda text: sort_key(text.plain, language))
    return replace(slide, content=content, notes=_filled(slide.notes, values) if slide.notes else None)


def _named(text: Text, numbers: Mapping[str, Decimal]) -> Decimal | None:
    """The number for which a text stands that is but a name in braces."""
    whole = FIELD.fullmatch(text.plain.strip())
    return numbers.get(whole.group(1).strip()) if whole else None


def _introduced(text: Text, prefix: str) -> Text:
    first, *others = text.paragraphs
    return replace(text, paragraphs=(replace(first, runs=(Run(prefix), *first.runs)), *others)) if prefix else text


def _filled(text: Text, values: Mapping[str, str]) -> Text:
    return replace(
        text,
        paragraphs=tuple(
            replace(paragraph, runs=tuple(run.with_text(_fill(run.text, values)) for run in paragraph.runs))
            for paragraph in text.paragraphs
        ),
    )


def _fill(words: str, values: Mapping[str, str]) -> str:
    if "{" not in words and "}" not in words:
        return words
    protected = words.replace("{{", _OPEN).replace("}}", _CLOSE)
    filled = FIELD.sub(lambda match: values.get(match.group(1).strip(), match.group(0)), protected)
    return filled.replace(_OPEN, "{").replace(_CLOSE, "}")


def _shown(value: Decimal | str, language: Language) -> str:
    return value if isinstance(value, str) else decimal(value, language)
