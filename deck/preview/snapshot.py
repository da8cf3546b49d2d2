"""A laid-out deck and what is wrong with it, as the page's JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from deck.ground.diagnostics import Diagnostic
from deck.model.language import Direction
from deck.model.presentation import Slide
from deck.model.text import Paragraph
from deck.pipeline.build import Built
from deck.pipeline.judging import place_of


def deck_json(built: Built, versions: Sequence[int]) -> dict[str, Any]:
    """A deck but for its pictures, which have these versions. Minutes are those of the slide's first picture."""
    deck, slides = built.deck, {slide.id: slide for slide in built.presentation.slides}
    shown, seen = [], set[str]()
    for tree, version in zip(deck.slides, versions, strict=True):
        minutes = None if tree.slide in seen or tree.hidden else slides[tree.slide].minutes
        seen.add(tree.slide)
        shown.append(
            {
                "id": tree.id,
                "slide": tree.slide,
                "section": tree.section,
                "title": tree.title,
                "notes": [_note(paragraph) for paragraph in tree.notes],
                "minutes": None if minutes is None else float(minutes),
                "hidden": tree.hidden,
                "version": version,
            }
        )
    return {
        "direction": "rtl" if deck.language.direction is Direction.RIGHT_TO_LEFT else "ltr",
        "title": deck.title,
        "sections": [{"id": section.id, "title": section.title} for section in deck.sections],
        "slides": shown,
        "findings": findings_json(built.diagnostics, list(slides.values())),
    }


def _note(paragraph: Paragraph) -> str:
    """A paragraph of notes in its lines, an entry of a list with its sign."""
    words = "".join(run.text for run in paragraph.runs).replace("\v", "\n")
    if not paragraph.level:
        return words
    sign = "•" if paragraph.number is None else f"{paragraph.number}."
    return f"{'    ' * (paragraph.level - 1)}{sign} {words}"


def findings_json(findings: Iterable[Diagnostic], slides: Sequence[Slide] = ()) -> list[dict[str, Any]]:
    """Findings, each with the slide and the field that it is about, if it is about any of these slides."""
    return [_finding(finding, slides) for finding in findings]


def _finding(finding: Diagnostic, slides: Sequence[Slide]) -> dict[str, Any]:
    slide, field = place_of(finding, slides)
    return {
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.hint,
        "place": f"{Path(finding.span.path).name}:{finding.span.line}" if finding.span else None,
        "slide": slide and slide.id,
        "field": field,
    }
