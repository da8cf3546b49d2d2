"""Slides that show the session as it is planned: they call sections by their titles, which other languages change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deck.ground.diagnostics import Diagnostic
from deck.model.content import PlannedSection
from deck.model.presentation import Section, Slide


def resolved(sections: Sequence[Section]) -> list[Section]:
    """The sections, with slides that call by its id what they call by words: after translation, these are others."""
    titles = {section.id: section.title for section in sections}

    def on_slide(slide: Slide) -> Slide:
        content = slide.content.resolved(titles)
        return slide if content is slide.content else replace(slide, content=content)

    return [replace(section, slides=tuple(map(on_slide, section.slides))) for section in sections]


def mistaken_plans(sections: Sequence[Section]) -> Iterator[Diagnostic]:
    """What is wrong on slides that show the session as it is planned."""
    session = [PlannedSection(section.id, section.title, None) for section in sections]
    for section in sections:
        for slide in section.slides:
            content = slide.content.planned(lambda: session)
            if content is not slide.content:
                for found in content.mistakes():
                    yield replace(found, span=slide.spans.get(found.field or "", slide.span), field=None)
