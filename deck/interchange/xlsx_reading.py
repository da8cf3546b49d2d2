"""A bilingual workbook, as it comes back from a spreadsheet program → its texts.

People sort, filter and add to a sheet. So the columns are found by their headings and the texts by their keys, wherever
either stands now, on every sheet that has such headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span
from deck.ground.files import read_bytes
from deck.interchange.formats import other_format
from deck.interchange.returned import File, Returned, Trust, fingerprint
from deck.interchange.review import STATES
from deck.lists import sheets
from deck.lists.sheets import name_of

KEY, SLIDE, WHAT, SOURCE, TARGET = "Key", "Slide", "What it is", "Source", "Translation"
ROOM, NOTE, STATE, COMMENTS, EXPORTED = "Room left", "Note", "State", "Comments", "Exported"
TRANSLATED, NEEDS_REVIEW = "translated", "needs review"
STATES_OFFERED = (TRANSLATED, NEEDS_REVIEW, *STATES)
"""What stands in the column of states; nothing where there is no translation yet."""

NO_START = "exported-lost"
"""The code of what is told where nothing says from which translations a tool set out."""

_HEADING = re.compile(rf"({KEY}|{SOURCE}|{TARGET}|{STATE}|{COMMENTS}|{EXPORTED})(?: *\(([\w-]+)\))?", re.IGNORECASE)
_FORM = re.compile(r"(.+)\[(\d+)\]")
_DRAFT = re.compile(r"needs\b.*|draft|fuzzy|review|to review|rejected\b.*|machine.*|mt")
_NEW = frozenset(("new", "needs translation"))
_DONE = frozenset(("translated", "done", "reviewed", "approved", "signed off", "final"))


def files(path: Path) -> list[File]:
    """Each sheet with a source and a translation, of an XLSX or ODS file. DeckError where there is none."""
    data = read_bytes(path)
    other_format(data, str(path), "xlsx", "workbook", "file-encoding")
    if not data.startswith(b"PK") and path.suffix.lower() in (".csv", ".tsv", ".txt"):
        what = f"{path} is no workbook: it is a text"
        hint = "open it in a spreadsheet program and save it as XLSX or ODS, with its headings as they were exported"
        raise DeckError([Diagnostic("file-encoding", what, Span(str(path)), hint)])
    found = [read for sheet in sheets.read_sheets(path) if (read := _file(sheet))]
    if found:
        return found
    what = f"no sheet of {path} has the headings of a translation"
    hint = f"the columns are called “{KEY}”, “{SOURCE} (en)” and “{TARGET} (fr)”, with the languages’ tags in brackets"
    raise DeckError([Diagnostic("workbook-headings", what, Span(str(path)), hint)])


def _file(sheet: sheets.Sheet) -> File | None:
    for line, cells in sorted(sheet.rows.items()):
        named = {column: found for column, cell in cells.items() if (found := _HEADING.fullmatch(cell.text))}
        columns = {found[1].capitalize(): column for column, found in reversed(named.items())}
        if SOURCE in columns and TARGET in columns:
            reading = _Reading(sheet, line, columns)
            reading.headings({column: found[1].capitalize() for column, found in named.items()})
            units = tuple(reading.units())
            at = columns[TARGET]
            called = f"language in the heading “{TARGET} (…)”"
            span, source = Span(str(sheet.path), line, at), named[columns[SOURCE]][2] or ""
            return File(named[at][2] or "", called, span, units, tuple(reading.findings), source=source)
    return None


@dataclass(slots=True)
class _Reading:
    """A sheet whose headings stand in the row `head`, in these columns."""

    sheet: sheets.Sheet
    head: int
    columns: Mapping[str, int]
    findings: list[Diagnostic] = field(default_factory=list)

    def units(self) -> Iterator[Returned]:
        for line, cells in sorted(self.sheet.rows.items()):
            key, source, target = (self.text(cells, name) for name in (KEY, SOURCE, TARGET))
            if line == self.head or not (target or (key and source)):
                continue
            identifier = key.strip() or f"row {line}"
            span = Span(str(self.sheet.path), line, self.columns[TARGET])
            if not self.is_whole(TARGET, identifier, line, cells, Severity.ERROR):
                continue
            self.is_whole(COMMENTS, identifier, line, cells, Severity.WARNING)
            self.as_typed(identifier, line, cells)
            form = _FORM.fullmatch(identifier)
            exported, _, known = self.text(cells, EXPORTED).strip().partition("; ")
            base, _, before = exported.partition(" ")
            changed = bool(base) and fingerprint(target) != base
            trust, review = self.state(self.text(cells, STATE), before, changed=changed, at=(identifier, line))
            yield Returned(
                identifier,
                form[1] if form else identifier,
                int(form[2]) if form else 0,
                source,
                target,
                trust,
                span,
                review,
                tuple(self.remarks(line, cells)),
                base or None,
                frozenset(known.split()),
                untouched=bool(base) and not changed and _word(self.text(cells, STATE)) == before.replace("-", " "),
            )

    def headings(self, named: Mapping[int, str]) -> None:
        """Tells of columns that are headed alike, and that nobody can say what was changed without what was exported.

        Where a second column says something else, which of the two is meant is not for a program to say.
        """
        for column, name in sorted(named.items()):
            first = self.columns[name]
            if column != first:
                rows = (cells for line, cells in self.sheet.rows.items() if line != self.head and column in cells)
                other = [cells for cells in rows if cells[column].text not in ("", self.said(cells, first))]
                where = f"in {name_of(self.head, first)} and {name_of(self.head, column)}"
                what = f"two columns are headed “{name}”, {where}: only the first is read"
                what += f", and the second says something else in {len(other)} of its rows" if other else ""
                severity = Severity.ERROR if other else Severity.WARNING
                span = Span(str(self.sheet.path), self.head, column)
                hint = "keep one of them, or give the other another heading"
                self.findings.append(Diagnostic("workbook-headings", what, span, hint, severity))
        if EXPORTED not in self.columns:
            what = f"the column “{EXPORTED}” is gone: what was changed here cannot be told from what is only older"
            hint = "see what was replaced; `--base FILE` names the workbook as it was sent out"
            span = Span(str(self.sheet.path), self.head)
            self.findings.append(Diagnostic(NO_START, what, span, hint, Severity.WARNING))

    def said(self, cells: Mapping[int, sheets.SheetCell], column: int) -> str:
        """What stands in this column."""
        return cells[column].text if column in cells else ""

    def is_whole(
        self, name: str, identifier: str, line: int, cells: Mapping[int, sheets.SheetCell], severity: Severity
    ) -> bool:
        """Whether the cell of this column says what somebody wrote, and not what no formula came to; that is told."""
        cell = cells.get(self.columns.get(name, 0))
        if cell is None or not (cell.is_error or (cell.formula is not None and not cell.has_value)):
            return True
        if cell.is_error:
            now = f"is {cell.text} now" if cell.text else "comes to nothing"
            what, hint = f"what was typed is taken for a formula, and {now}", "type it with an apostrophe (') before it"
        else:
            what = "a formula stands here whose value was not saved"
            hint = "open it in a spreadsheet program and save it, or write what it says"
        span = Span(str(self.sheet.path), line, self.columns[name])
        what = f"`{identifier}`, {name}: {what}; it is left out"
        self.findings.append(Diagnostic("cell-error", what, span, hint, severity))
        return False

    def as_typed(self, identifier: str, line: int, cells: Mapping[int, sheets.SheetCell]) -> None:
        """Tells of a translation that the spreadsheet program took for a date: nobody knows how it was typed."""
        if (cell := cells.get(self.columns[TARGET])) and cell.is_date:
            what = f"`{identifier}`, {TARGET}: what was typed became a date, and is read as “{cell.text}”"
            span = Span(str(self.sheet.path), line, self.columns[TARGET])
            hint = "type it with an apostrophe (') before it, as the language writes it"
            self.findings.append(Diagnostic("cell-error", what, span, hint, Severity.WARNING))

    def text(self, cells: Mapping[int, sheets.SheetCell], name: str) -> str:
        """What a cell of this column says, on its lines."""
        cell = cells.get(self.columns.get(name, 0))
        return cell.written.replace("\r\n", "\n").replace("\r", "\n") if cell else ""

    def state(self, said: str, before: str, *, changed: bool, at: tuple[str, int]) -> tuple[Trust, str | None]:
        """What a state says of a translation, by whoever gave it to these words.

        A cell does not change when the one beside it does: a state that stands as it was exported was given to the
        words that were exported.
        """
        word = _word(said)
        left = changed and word == before.replace("-", " ")
        if not word:
            return Trust.UNSAID, None
        if word in _NEW:
            return Trust.NEW, None
        if _DRAFT.fullmatch(word):
            return Trust.LEFT if left else Trust.DRAFT, None
        if word not in _DONE:
            identifier, line = at
            what = f"`{identifier}` has the state “{said.strip()}”, which is none: it is taken for a draft"
            hint = f"write {', '.join(STATES_OFFERED)}, or nothing"
            span = Span(str(self.sheet.path), line, self.columns[STATE])
            self.findings.append(Diagnostic("unknown-state", what, span, hint, Severity.WARNING))
            return Trust.DRAFT, None
        review = word.replace(" ", "-")
        return Trust.DONE, review if review in STATES and not left else None

    def remarks(self, line: int, cells: Mapping[int, sheets.SheetCell]) -> Iterator[str]:
        """What people wrote in the column of comments, line by line, and what they wrote about the row's cells."""
        cell = cells.get(self.columns.get(COMMENTS, 0))
        if cell is not None and not cell.is_error:
            yield from filter(None, map(str.strip, self.text(cells, COMMENTS).split("\n")))
        for (row, _), words in sorted(self.sheet.remarks.items()):
            yield from words if row == line else ()


def _word(said: str) -> str:
    """A state as it is compared, however a person writes it."""
    return re.sub(r"[\s_-]+", " ", said).strip().casefold()
