"""Names of sections, by which a presenter finds slides in PowerPoint."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.telling_words import is_default_section


def default_section_name(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A section is called what programs call it until somebody names it, such as “Untitled Section” or “Section 2”.

    In PowerPoint's list of slides, and for a screen reader, a section is its name.

    Example:
        sections:
          - id: first
            title: Section 1
            slides: [{id: a, layout: title, title: Hello}]

    To mend it: say what its slides are about
    """
    for section in presentation.sections:
        name = section.title.plain
        if is_default_section(name):
            span = presentation.spans.get(f"sections.{section.id}.title", presentation.span)
            message, hint = f"the section `{section.id}` is called “{name}”", "say what its slides are about"
            yield Diagnostic("default-section-name", message, span, hint, Severity.WARNING)


def repeated_section_name(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """Two sections have the same name.

    Nobody can tell them apart in PowerPoint's list of slides, nor on an agenda that shows the session.

    Example:
        sections:
          - {id: first, title: Practice, slides: [{id: a, layout: title, title: In Ghana}]}
          - {id: second, title: Practice, slides: [{id: b, layout: title, title: In Peru}]}

    To mend it: give each section a name of its own
    """
    first: dict[str, str] = {}
    for section in presentation.sections:
        name = " ".join(section.title.plain.split())
        earlier = first.setdefault(name.casefold(), section.id)
        if earlier != section.id:
            span = presentation.spans.get(f"sections.{section.id}.title", presentation.span)
            message = f"the sections `{earlier}` and `{section.id}` are both called “{name}”"
            yield Diagnostic("repeated-section-name", message, span, "give each a name of its own", Severity.WARNING)
