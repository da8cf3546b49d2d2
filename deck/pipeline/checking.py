"""Outline file → all that is to be said of its decks, in each language, and of what the outline allows."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from deck.checks import check_age, check_strictly, check_thoroughly
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Severity
from deck.model.presentation import Presentation
from deck.pipeline.build import Built, LayingOut, Progress, lay_out_each
from deck.pipeline.edited import last_built, left_behind_since
from deck.pipeline.judging import Allowed, judged, weighed
from deck.pipeline.places import deck_path
from deck.pipeline.placing import placed
from deck.pipeline.reading import Reading, original, read
from deck.pipeline.reading import languages as languages_of
from deck.pipeline.stand_ins import uncommon_fonts

_SOMETIMES = frozenset({"outdated-number", "outdated-figure", "undated-figure", "unsourced-figure"})
"""What is not looked for in every check."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, and the decks that were laid out for it."""

    findings: tuple[Diagnostic, ...]
    decks: tuple[Built, ...]


def checked(
    outline: Path,
    output: Path,
    languages: Sequence[str] = (),
    *,
    today: datetime.date,
    all_languages: bool = False,
    release: bool = False,
    strict: bool = False,
    max_age: Decimal | None = None,
    progress: Progress = lambda _: None,
    read_again: Callable[[], Reading] | None = None,
    kept: dict[str | None, LayingOut] | None = None,
) -> Checked:
    """Lays out in each language, and asks every rule. DeckError where the outline, or every catalog, cannot be read.

    The decks that were last built are looked for in the folder `output`. `strict` asks for sources, too; figures may
    not be older than `max_age`, or else the outline's own limit in years, on the day of the presentation or `today`.
    Who checks again and again hands over how it is `read_again`, and what it `kept`.
    """
    progress(f"reading {outline}")
    reading = read_again() if read_again else read(outline)
    found: list[Diagnostic] = []
    used: set[Allowed] = set()
    decks = []
    failed: dict[str, DeckError] = {}
    for built in lay_out_each(
        outline, languages, all_languages=all_languages, reading=reading, progress=progress, kept=kept, failed=failed
    ):
        decks.append(built)
        presentation = built.presentation
        more = [
            *placed(check_thoroughly(built.deck, presentation, outline), presentation),
            *left_behind_since(presentation, last_built(deck_path(outline, output, built.deck.language))),
            *(check_strictly(built.deck, presentation) if strict else ()),
            *uncommon_fonts(built.deck, presentation),
        ]
        further = weighed(more, presentation)
        found += judged((*built.diagnostics, *further.findings), release=release)
        used |= built.used | further.used
    found += (one for error in failed.values() for one in error.diagnostics)
    if not decks:
        raise DeckError(found)
    # A figure is as old in every language.
    aged = weighed(check_age(original(reading), today, max_age), reading[0])
    found += aged.findings
    if {built.deck.language.tag for built in decks} >= set(languages_of(outline, reading)):
        found += weighed(_unused(reading[0], used | aged.used), reading[0]).findings
    return Checked(tuple(found), tuple(decks))


def called_errors(built: Built, outline: Path) -> tuple[Diagnostic, ...]:
    """What the outline calls an error among what only a check looks for else: a build, too, stops at it."""
    wanted = {code for code, severity in built.presentation.severities.items() if severity == "error"}
    if not wanted:
        return ()
    found = placed(check_thoroughly(built.deck, built.presentation, outline), built.presentation)
    return tuple(one for one in weighed(found, built.presentation).findings if one.code in wanted)


def _unused(presentation: Presentation, used: Iterable[Allowed]) -> Iterator[Diagnostic]:
    """Exceptions that no longer apply: nothing was found there in any language."""
    for slide in presentation.slides:
        for code in slide.allowed:
            if (slide.id, code) not in used and code not in _SOMETIMES:
                message = f"slide `{slide.id}` allows `{code}`, and nothing of that is found there"
                span = slide.spans.get(f"allow.{code}", slide.span)
                yield Diagnostic("unused-exception", message, span, "take it out", Severity.WARNING)
