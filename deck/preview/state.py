"""What the page shows: the last deck that could be laid out, and what is wrong now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from deck.build import Built, lay_out
from deck.diagnostics import DeckError, Diagnostic
from deck.export.svg import slide_svg
from deck.model.language import Direction
from deck.model.presentation import Slide


class Preview:
    """One outline in some languages (none: its own). `revision` counts how often it was laid out."""

    def __init__(
        self, outline: Path, languages: Sequence[str] = (), *, lay_out: Callable[[Path, str | None], Built] = lay_out
    ) -> None:
        self.outline = outline
        self.revision = 0
        self._languages: Sequence[str | None] = languages or (None,)
        self._lay_out = lay_out
        self._built: tuple[Built, ...] = ()
        self._failed: tuple[Diagnostic, ...] = ()

    def update(self) -> None:
        """Lays the outline out anew; where that fails, the last good deck stays beside what went wrong."""
        try:
            self._built = tuple(self._lay_out(self.outline, language) for language in self._languages)
            self._failed = ()
        except DeckError as error:
            self._failed = error.diagnostics
        except Exception as error:
            # Whatever it is, the page stays, and the next save may mend it.
            self._failed = (Diagnostic("layout-failed", f"{type(error).__name__}: {error}"),)
        self.revision += 1

    def svg(self, language: str, number: int) -> str | None:
        """The picture of a slide, counted from 1; None where there is no such slide."""
        deck = next((built.deck for built in self._built if built.deck.language.tag == language), None)
        if deck is None or not 1 <= number <= len(deck.slides):
            return None
        return slide_svg(deck, deck.slides[number - 1])

    def snapshot(self) -> dict[str, Any]:
        """All that the page shows but the pictures, as JSON has it."""
        return {
            "revision": self.revision,
            "name": self.outline.name,
            "failed": [_finding(finding) for finding in self._failed],
            "languages": [_language(built) for built in self._built],
        }


def _language(built: Built) -> dict[str, Any]:
    deck, slides = built.deck, {slide.id: slide for slide in built.presentation.slides}
    findings = [_finding(finding, list(slides.values())) for finding in built.diagnostics]
    shown, seen = [], set[str]()
    for tree in deck.slides:
        slide = slides[tree.slide]
        minutes = None if tree.slide in seen or slide.minutes is None else float(slide.minutes)
        seen.add(tree.slide)
        notes = [paragraph.plain for paragraph in tree.notes]
        shown.append(
            {
                "id": tree.id,
                "slide": tree.slide,
                "section": tree.section,
                "title": tree.title,
                "notes": notes,
                "minutes": minutes,
            }
        )
    return {
        "tag": deck.language.tag,
        "direction": "rtl" if deck.language.direction is Direction.RIGHT_TO_LEFT else "ltr",
        "title": deck.title,
        "sections": [{"id": section.id, "title": section.title} for section in deck.sections],
        "slides": shown,
        "findings": findings,
    }


def _finding(finding: Diagnostic, slides: Sequence[Slide] = ()) -> dict[str, Any]:
    slide = _slide_of(finding, slides)
    line = finding.span.line if finding.span else None
    field = next((name for name, span in slide.spans.items() if span.line == line), None) if slide else None
    return {
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.hint,
        "place": f"{Path(finding.span.path).name}:{finding.span.line}" if finding.span else None,
        "slide": slide.id if slide else None,
        "field": field,
    }


def _slide_of(finding: Diagnostic, slides: Sequence[Slide]) -> Slide | None:
    """The slide in whose lines of the outline a finding lies."""
    span = finding.span
    before = [slide for slide in slides if span and slide.span.path == span.path and slide.span.line <= span.line]
    return max(before, key=lambda slide: slide.span.line, default=None)
