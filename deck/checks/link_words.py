"""Links whose words do not tell where they lead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from deck.ground.diagnostics import Diagnostic, Excerpt, Severity, Span
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.telling_words import is_address, is_vague
from deck.model.text import Text


class _Link(NamedTuple):
    where: str
    words: str
    target: str
    span: Span
    cited: bool


def unclear_link(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A link says only “here” or “more”, or is an address that is spelt out letter by letter.

    Who listens can have a slide's links read one after the other, without what stands around them. Sources may show
    addresses: they are there to be copied.

    Example:
        - id: report
          layout: statement
          title: The report
          statement: To read it, [click here](https://example.org/report).

    To mend it: let the link's words say where it leads: `[The report of 2025](https://…)`
    """
    for link in _links(presentation):
        if is_vague(link.words):
            message = f"{link.where}: a link says only “{link.words}”"
        elif is_address(link.words) and not link.cited:
            message = f"{link.where}: a link’s words are a bare address, {link.words[:60]}"
        else:
            continue
        hint = "let its words say where it leads"
        yield Diagnostic("unclear-link", message, link.span, hint, Severity.WARNING, excerpt=Excerpt(link.words))


def ambiguous_link(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """Two links have the same words and lead to different places.

    In a list of links nobody can tell the two apart; and often one of them was forgotten when an address changed.

    Example:
        - id: reports
          layout: bullets
          title: Two reports
          items:
            - The [report](https://example.org/2024) of last year
            - The [report](https://example.org/2025) of this year

    To mend it: correct the address, or let each link's words say which of the two it is
    """
    first: dict[str, _Link] = {}
    for link in _links(presentation):
        words = " ".join(link.words.split()).casefold()
        earlier = first.setdefault(words, link)
        if earlier.target.rstrip("/") != link.target.rstrip("/") and not is_vague(words):
            message = f"{link.where}: “{link.words}” leads to {link.target}, and elsewhere to {earlier.target}"
            hint = "correct the address, or let each link’s words say which of the two it is"
            yield Diagnostic("ambiguous-link", message, link.span, hint, Severity.WARNING, excerpt=Excerpt(link.words))


def _links(presentation: Presentation) -> Iterator[_Link]:
    """The links on the slides, in order."""
    for slide in presentation.slides:
        for path, text in slide.content.texts():
            cited = path.startswith("sources.") or path.endswith("credit")
            span = slide.spans.get(path, presentation.spans.get(path, slide.span))
            for words, target in _of(text):
                yield _Link(f"slide `{slide.id}`, field `{path}`", words, target, span, cited)


def _of(text: Text) -> Iterator[tuple[str, str]]:
    for paragraph in text.paragraphs:
        for target, runs in groupby(paragraph.runs, key=lambda run: run.link):
            words = "".join(run.text for run in runs).replace("\v", " ").strip()
            if target and words:
                yield words, target
