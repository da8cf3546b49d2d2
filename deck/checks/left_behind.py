"""`outdated-number`: a text says what a figure was when the deck was last built, and is something else now.

However far the new value is from the old one: 400 partners became 450, and a note still says “There are 400 people”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import chain

from deck.checks.figures import figures
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.language import Language
from deck.model.measure import measure
from deck.model.number_words import number_words
from deck.model.numerals import numerals
from deck.model.presentation import Presentation, Slide

CODE = "outdated-number"
_LEAST = 10
"""A smaller number counts all sorts of things."""


def left_behind(presentation: Presentation, before: Mapping[str, Decimal]) -> Iterator[Diagnostic]:
    """Every number in a text, in digits or in words, that is what a figure was `before`, and nothing else now."""
    now = {name: fact.value for name, fact in presentation.values.items() if not isinstance(fact.value, str)}
    changed = {
        old: name
        for name, old in before.items()
        if name in now and now[name] != old and abs(old) >= _LEAST and old not in now.values()
    }
    for slide in presentation.slides if changed else ():
        shown = _shown(slide)
        texts = [*slide.content.texts(), *([("notes", slide.notes)] if slide.notes else [])]
        for path, text in texts:
            for value, written in _numbers(text.plain, presentation.language):
                if value in changed and value not in shown:
                    name = changed[value]
                    message = (
                        f"slide `{slide.id}`, {f'field `{path}`' if path != 'notes' else 'notes'}: “{written}” is what "
                        f"{{{name}}} was when the deck was last built; now it is {now[name]:,f}"
                    )
                    hint = f"write {{{name}}}, or the new number; if it counts something else, leave it"
                    yield Diagnostic(CODE, message, slide.spans.get(path, slide.span), hint, Severity.WARNING)


def _shown(slide: Slide) -> set[Decimal]:
    """The figures that the slide itself shows."""
    found = (measure(figure.amount) for figure in figures(slide.content))
    return {each.number for each in found if each}


def _numbers(text: str, language: Language) -> Iterator[tuple[Decimal, str]]:
    for numeral in chain(numerals(text), number_words(text, language)):
        yield from ((value, numeral.written) for value in numeral.values)
