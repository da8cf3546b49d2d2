"""Numbers in texts that are what a figure was when the deck was last built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import chain

from deck.checks.figures import figures
from deck.ground.diagnostics import Diagnostic, Excerpt, Severity
from deck.model.language import Language
from deck.model.measure import measure
from deck.model.number_words import number_words
from deck.model.numerals import Numeral, numerals
from deck.model.presentation import Presentation, Slide

_LEAST = 10
"""A smaller number counts all sorts of things."""


def outdated_number(presentation: Presentation, before: Mapping[str, Decimal]) -> Iterator[Diagnostic]:
    """A text says what a figure was when the deck was last built, and the figure is something else now.

    Told however far the new value is from the old one: 400 partners became 450, and a note still says “There are 400
    people”. The deck that was last built remembers its figures; numbers below ten are left alone, as they count all
    sorts of things. `before` are those figures by name.

    To mend it: write the fact's name in braces, or the new number; leave what counts something else
    """
    now = {name: fact.value for name, fact in presentation.values.items() if not isinstance(fact.value, str)}
    changed = {
        old: name
        for name, old in before.items()
        if name in now and now[name] != old and abs(old) >= _LEAST and old not in now.values()
    }
    for slide in presentation.slides if changed else ():
        shown = _shown(slide, presentation.language)
        texts = [*slide.content.texts(), *([("notes", slide.notes)] if slide.notes else [])]
        for path, text in texts:
            for value, numeral in _numbers(text.plain, presentation.language):
                if value in changed and value not in shown:
                    name, written = changed[value], numeral.written
                    message = (
                        f"slide `{slide.id}`, {f'field `{path}`' if path != 'notes' else 'notes'}: “{written}” is what "
                        f"{{{name}}} was when the deck was last built; now it is {now[name]:,f}"
                    )
                    hint = f"write {{{name}}}, or the new number; if it counts something else, leave it"
                    span = slide.spans.get(path, slide.span)
                    excerpt = Excerpt.of(text.plain, (numeral.start, numeral.end))
                    yield Diagnostic("outdated-number", message, span, hint, Severity.WARNING, excerpt=excerpt)


def _shown(slide: Slide, language: Language) -> set[Decimal]:
    """The figures that the slide itself shows."""
    found = (measure(figure.amount, language) for figure in figures(slide.content))
    return {each.number for each in found if each}


def _numbers(text: str, language: Language) -> Iterator[tuple[Decimal, Numeral]]:
    for numeral in chain(numerals(text), number_words(text, language)):
        yield from ((value, numeral) for value in numeral.values)
