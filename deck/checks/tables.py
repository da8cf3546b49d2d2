"""Header rows of tables: who listens hears a column's heading before each of its cells."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.numerals import numerals
from deck.model.presentation import Presentation, Slide
from deck.model.shapes import Table, TableCell

_LEAST = 2


def missing_header_row(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """The first row of a table holds figures, as a row of the table does, and no headings.

    It is marked as the header: a screen reader says “28,000,000” before each cell below it. Years may head columns.

    Example:
        - id: figures
          layout: table
          title: Figures
          columns: [{id: what, heading: Forced labour}, {id: people, heading: "28,000,000"}]
          rows: [{id: marriage, cells: {what: Forced marriage, people: 22_000_000}}]

    To mend it: write what each column holds as its `heading`, and make a row of what stands there now
    """
    for slide, header in _headers(deck, presentation):
        for cell in header:
            words = cell.text.paragraphs[0].plain.strip() if cell.text.paragraphs else ""
            found = list(numerals(words))
            if len(found) == 1 and found[0].written == words and not found[0].is_year and len(words) > _LEAST:
                message = f"slide `{slide.id}`: “{words}” heads a column, and is a figure"
                hint = "write what the column holds"
                span = slide.spans.get(cell.field or "", slide.span)
                yield Diagnostic("missing-header-row", message, span, hint, Severity.WARNING)


def repeated_heading(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """Two columns of a table have the same heading.

    Who listens cannot tell in which of the two a cell is.

    Example:
        - id: figures
          layout: table
          title: Figures
          columns: [{id: year, heading: Year}, {id: women, heading: People}, {id: men, heading: People}]
          rows: [{id: first, cells: {year: "2016", women: 11, men: 14}}]

    To mend it: say in each heading what is special there
    """
    for slide, header in _headers(deck, presentation):
        seen: set[str] = set()
        for cell in header:
            words = " ".join(each.plain for each in cell.text.paragraphs).strip()
            if words and words.casefold() in seen:
                message = f"slide `{slide.id}`: two columns are called “{words}”"
                span = slide.spans.get(cell.field or "", slide.span)
                hint = "say in each heading what is special there"
                yield Diagnostic("repeated-heading", message, span, hint, Severity.WARNING)
            seen.add(words.casefold())


def _headers(deck: Deck, presentation: Presentation) -> Iterator[tuple[Slide, tuple[TableCell, ...]]]:
    """The header row of each slide's tables, once for a table that continues."""
    slides = {slide.id: slide for slide in presentation.slides}
    told = set()
    for tree in deck.slides:
        for shape in tree.shapes:
            if isinstance(shape, Table) and (tree.slide, shape.name) not in told:
                told.add((tree.slide, shape.name))
                yield slides[tree.slide], shape.rows[0]
