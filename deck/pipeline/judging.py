"""How severe findings are: as their rules say, as the outline says, as who runs a command wants it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from deck.checks import UNTIL_RELEASE
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.presentation import Presentation, Slide

_OVERFLOW = "text-overflow"

Allowed = tuple[str, str]
"""A slide's id, and the code of what may be found there."""


class Weighed(NamedTuple):
    """Findings as the outline wants them, and which of its exceptions kept one back."""

    findings: tuple[Diagnostic, ...]
    used: frozenset[Allowed]


def weighed(findings: Iterable[Diagnostic], presentation: Presentation) -> Weighed:
    """The findings without those that the outline turns off, or allows on their slides, each as severe as it says."""
    wanted = presentation.severities
    slides = list(presentation.slides)
    has_exceptions = any(slide.allowed for slide in slides)
    kept, used = [], set()
    for one in findings:
        if wanted.get(one.code) == "off":
            continue
        slide = slide_of(one, slides) if has_exceptions else None
        if slide and one.code in slide.allowed:
            used.add((slide.id, one.code))
            continue
        kept.append(replace(one, severity=Severity(wanted[one.code])) if one.code in wanted else one)
    return Weighed(tuple(kept), frozenset(used))


def judged(
    findings: Iterable[Diagnostic], *, allow_overflow: bool = False, release: bool = False
) -> tuple[Diagnostic, ...]:
    """The findings as severe as is wanted: what is too long only a warning, or what is not translated an error."""
    severities = {_OVERFLOW: Severity.WARNING} if allow_overflow else {}
    severities |= dict.fromkeys(UNTIL_RELEASE, Severity.ERROR) if release else {}
    return tuple(replace(one, severity=severities.get(one.code, one.severity)) for one in findings)


def slide_of(finding: Diagnostic, slides: Sequence[Slide]) -> Slide | None:
    """The slide that a finding is about, if it is about one of these."""
    return place_of(finding, slides)[0]


def place_of(finding: Diagnostic, slides: Sequence[Slide]) -> tuple[Slide | None, str | None]:
    """The slide and its field: by a message's key, by the very line, or the slide in whose lines it lies."""
    name, _, path = (finding.field or "").partition(".")
    for slide in slides:
        if slide.id == name:
            return slide, path
    span = finding.span
    if span is None:
        return None, None
    here = [
        (abs(place.column - span.column), -len(path), at, path)
        for at, slide in enumerate(slides)
        for path, place in slide.spans.items()
        if (place.path, place.line) == (span.path, span.line)
    ]
    if here:
        *_, at, path = min(here)
        return slides[at], path
    before = [slide for slide in slides if slide.span.path == span.path and slide.span.line <= span.line]
    within = max(before, key=lambda slide: slide.span.line, default=None)
    return within, None
