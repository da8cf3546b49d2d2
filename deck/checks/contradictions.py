"""`contradicting-number`: a number in a text is nearly, but not, what a fact or a list's length says.

Somebody wrote “37” where the list has grown to 38, perhaps in the notes, or in a translation. A text that takes the
number from the list, as `{pathfinders.count}`, cannot fall behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from deck.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation, Slide
from deck.model.text import FIELD

CODE = "contradicting-number"

_NUMBER = re.compile(r"(?<![\w.,/-])\d+(?:[.,’\u00a0\u202f]\d{3})*(?![.,/:-]?\d|\s?%)")
_WORD = re.compile(r"[^\W\d_]+|\d")
_LEAST_STEM = 4
_WORDS_BETWEEN = 2
# How far off a number may be that is taken for an old one: more where a word after it says what it counts.
_NEAR_NAMED, _NEAR = Decimal("0.25"), Decimal("0.05")
_LEAST_NAMED, _LEAST = Decimal(3), Decimal(2)


def contradicting_number(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """Every number that is near a fact's or a list's length and counts the same: its name follows, or its slide says.

    It counts the same where the fact's name follows within a few words (“37 Pathfinder countries” for the list
    `pathfinders`), or where another text of its slide takes the fact up.
    """
    known = {name: fact.value for name, fact in presentation.values.items() if isinstance(fact.value, Decimal)}
    if not known:
        return
    for slide in presentation.slides:
        texts = [*slide.content.texts(), *([("notes", slide.notes)] if slide.notes else [])]
        used = {name.strip() for _, text in texts for name in FIELD.findall(text.markup)}
        here = {name: value for name, value in known.items() if name in used}
        for path, text in texts:
            for match in _NUMBER.finditer(text.plain):
                number = Decimal(re.sub(r"\D", "", match[0]))
                if number in known.values():
                    continue
                named = _named(text.plain[match.end() :], known)
                # A part that repeats, such as a list's entry, may well be numbered.
                alone = here if "." not in path else {}
                if name := _near(number, named, _NEAR_NAMED, _LEAST_NAMED) or _near(number, alone, _NEAR, _LEAST):
                    yield _contradiction(slide, path, match[0], name, known[name])


def _named(after: str, known: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """The values whose names stand among the next words; another number ends the search."""
    following = []
    for word in _WORD.findall(after.split(".")[0])[: _WORDS_BETWEEN + 1]:
        if word.isdigit():
            break
        following.append(word.casefold())
    return {name: value for name, value in known.items() if any(word.startswith(_stem(name)) for word in following)}


def _stem(name: str) -> str:
    """What a name begins with in the singular and the plural: `pathfinders.count`, “Pathfinder countries”."""
    last = name.removesuffix(".count").split("-")[-1]
    stem = last.removesuffix("ies").removesuffix("s")
    return stem if len(stem) >= _LEAST_STEM else last + " "


def _near(number: Decimal, known: Mapping[str, Decimal], share: Decimal, least: Decimal) -> str | None:
    return next((name for name, value in known.items() if abs(number - value) <= max(least, abs(value) * share)), None)


def _contradiction(slide: Slide, path: str, number: str, name: str, value: Decimal) -> Diagnostic:
    what = (
        f"the list `{name.removesuffix('.count')}` has {value:f}"
        if name.endswith(".count")
        else f"`{name}` is {value:f}"
    )
    message = f"slide `{slide.id}`, `{path}` says {number}, but {what}"
    span = slide.spans.get(path, slide.span)
    return Diagnostic(CODE, message, span, f"write {{{name}}}, which is always right", Severity.WARNING)
