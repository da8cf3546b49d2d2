"""A catalog → a bilingual workbook: a row for each text, and for each plural form of one that has several.

Every cell of words is a text, whatever it begins with, and stays one when it is edited. What a program needs to know of
a row stands in that row, so that people may sort and filter as they like.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime

import polib
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic
from deck.interchange.notes import length_of, notes_of
from deck.interchange.returned import fingerprint
from deck.interchange.review import fingerprints, lines_of, remarks_of, review
from deck.interchange.xliff_writing import rule_of
from deck.interchange.xlsx_reading import (
    COMMENTS,
    EXPORTED,
    KEY,
    NEEDS_REVIEW,
    NOTE,
    ROOM,
    SLIDE,
    SOURCE,
    STATE,
    STATES_OFFERED,
    TARGET,
    TRANSLATED,
    WHAT,
)
from deck.languages.plurals import PluralRule
from deck.languages.po_file import PoFile, forms_of, in_use
from deck.lists import sheets
from deck.model.language import Direction, Language

_WIDTHS = {KEY: 26, SLIDE: 6, WHAT: 20, SOURCE: 48, TARGET: 48, ROOM: 9, NOTE: 44, STATE: 13, COMMENTS: 30, EXPORTED: 9}
"""The columns, in their order, with their widths in characters."""
_PLACES = {name: column for column, name in enumerate(_WIDTHS)}
_SLIDE = re.compile(r"^Slide (\d+): (.*)$", re.MULTILINE)
_WHAT = re.compile(r"^What it is: (.*)\n?", re.MULTILINE)
_CHOSEN = re.compile(rb'(<row [^>]*) customHeight="1"')
_LINE, _HIGHEST = 15, 405
"""How high a line is, and the most that a row may be, in points."""
_LONGEST = 32_767
"""How many UTF-16 units a cell holds."""
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The date in the file: the same catalog makes the same bytes."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One form of a text, and what stands beside it; `most` is how many characters it has at the most."""

    key: str
    slide: int | None
    what: str
    source: str
    target: str
    most: int | None
    note: str
    state: str
    comments: str

    @property
    def exported(self) -> str:
        known = " ".join(sorted(fingerprints([self.comments])))
        return f"{fingerprint(self.target)} {self.state}".strip() + (f"; {known}" if known else "")


def to_xlsx(file: PoFile, source: Language, target: Language) -> bytes:
    """The catalog as a workbook. DeckError where there are more texts than are read back, or one is too long."""
    rows = [row for entry in in_use(file) for row in _rows(entry, rule_of(file, target))]
    if long := [row.key for row in rows for text in (row.source, row.target, row.comments) if _units(text) > _LONGEST]:
        what = f"`{long[0]}` is longer than a cell of a workbook, which holds {_LONGEST:,} characters"
        raise DeckError([Diagnostic("workbook-full", what, None, "exchange this translation as XLIFF")])
    if (len(rows) + 1) * len(_WIDTHS) > sheets.MOST_CELLS:
        what = f"a workbook of {len(rows):,} texts would have more cells than are read back: {sheets.MOST_CELLS:,}"
        raise DeckError([Diagnostic("workbook-full", what, None, "exchange this translation as XLIFF")])
    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"title": f"{target}", "created": _MADE})
    sheet = book.add_worksheet(f"{target}"[:31])
    writing = _Writing(book, sheet, source, target)
    writing.frame(len(rows))
    for line, row in enumerate(rows, start=1):
        writing.row(line, row)
    book.close()
    return _growing(stream.getvalue())


def _growing(data: bytes) -> bytes:
    """The workbook with rows that get higher with what is typed: their heights are not chosen, only worked out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as done:
        for entry in given.infolist():
            part = given.read(entry)
            if entry.filename.startswith("xl/worksheets/"):
                part = _CHOSEN.sub(rb"\1", part)
            done.writestr(entry, part)
    return stream.getvalue()


def _rows(entry: polib.POEntry, rule: PluralRule) -> Iterator[_Row]:
    notes = notes_of(entry)
    slide, what = _SLIDE.search(notes), _WHAT.search(notes)
    lines = _WHAT.sub("", _SLIDE.sub(lambda found: found[2], notes, count=1), count=1).strip("\n")
    for index, words in forms_of(entry).items():
        several = bool(entry.msgstr_plural)
        form = f"This form is for: {rule.examples(index)}\n" if several else ""
        done = review(entry) or TRANSLATED
        yield _Row(
            f"{entry.msgctxt}[{index}]" if several else entry.msgctxt,
            int(slide[1]) if slide else None,
            what[1] if what else "",
            entry.msgid,
            words,
            length_of(entry),
            f"{form}{lines}".strip("\n"),
            (NEEDS_REVIEW if entry.fuzzy else done) if words else "",
            "\n".join(lines_of(remarks_of(entry))),
        )


def _units(text: str) -> int:
    """How long a spreadsheet program counts a text."""
    return len(text.encode("utf-16-le")) // 2


class _Writing:
    """A sheet as it is written."""

    def __init__(self, book: Workbook, sheet: Worksheet, source: Language, target: Language) -> None:
        self._sheet, self._languages = sheet, {SOURCE: source, TARGET: target}
        self._book = book
        line = {"valign": "top", "bottom": 1, "bottom_color": "#D9D9D9"}
        plain = {**line, "text_wrap": True, "num_format": "@"}
        self._heading = book.add_format({**plain, "bold": True, "bg_color": "#DCE6F1", "bottom_color": "#1F3864"})
        self._small = book.add_format({**plain, "font_color": "#595959"})
        self._number = book.add_format({**line, "num_format": "0", "align": "center"})
        self._words = {
            name: book.add_format({**plain, **_direction(language)}) for name, language in self._languages.items()
        }
        self._plain = book.add_format(plain)

    def frame(self, count: int) -> None:
        """All but the rows: headings, widths, and what shows at a glance."""
        sheet = self._sheet
        if self._languages[TARGET].direction is Direction.RIGHT_TO_LEFT:
            sheet.right_to_left()
        for name, column in _PLACES.items():
            language = self._languages.get(name)
            sheet.write_string(0, column, f"{name} ({language.tag})" if language else name, self._heading)
            sheet.set_column(column, column, _WIDTHS[name], self._format(name), {"hidden": name == EXPORTED})
        last = len(_PLACES) - 1
        sheet.autofilter(0, 0, max(count, 1), last)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        states = {"validate": "list", "source": [*STATES_OFFERED], "error_type": "warning"}
        sheet.data_validation(1, _PLACES[STATE], max(count, 1), _PLACES[STATE], states)
        self._mark(count, TARGET, f'=AND($A2<>"",{self._cell(TARGET)}="")', {"bg_color": "#FFF2CC"})
        self._mark(count, STATE, f'={self._cell(STATE)}="{NEEDS_REVIEW}"', {"bg_color": "#FCE4D6"})
        over = f"=AND(ISNUMBER({self._cell(ROOM)}),{self._cell(ROOM)}<0)"
        self._mark(count, ROOM, over, {"bold": True, "font_color": "#C00000"})

    def row(self, line: int, row: _Row) -> None:
        sheet = self._sheet
        texts = {
            KEY: row.key,
            WHAT: row.what,
            SOURCE: row.source,
            TARGET: row.target,
            NOTE: row.note,
            STATE: row.state,
            COMMENTS: row.comments,
            EXPORTED: row.exported,
        }
        for name, text in texts.items():
            if text:
                sheet.write_string(line, _PLACES[name], text, self._format(name))
            else:
                sheet.write_blank(line, _PLACES[name], None, self._format(name))
        sheet.write_blank(line, _PLACES[SLIDE], None, self._number)
        sheet.write_blank(line, _PLACES[ROOM], None, self._number)
        lines = max(_lines(text, _WIDTHS[name]) for name, text in texts.items() if name != EXPORTED)
        sheet.set_row(line, min(lines * _LINE, _HIGHEST))
        if row.slide is not None:
            sheet.write_number(line, _PLACES[SLIDE], row.slide, self._number)
        if row.most is not None:
            formula = f"={row.most}-LEN({self._cell(TARGET, line + 1)})"
            sheet.write_formula(line, _PLACES[ROOM], formula, self._number, row.most - _units(row.target))

    def _format(self, name: str) -> Format:
        if name in (SLIDE, ROOM):
            return self._number
        return self._words.get(name) or (self._small if name in (KEY, WHAT, NOTE, EXPORTED) else self._plain)

    def _cell(self, name: str, line: int = 2) -> str:
        return f"${chr(ord('A') + _PLACES[name])}{line}"

    def _mark(self, count: int, name: str, condition: str, look: dict[str, object]) -> None:
        column = _PLACES[name]
        options = {"type": "formula", "criteria": condition, "format": self._book.add_format(look)}
        self._sheet.conditional_format(1, column, max(count, 1), column, options)


def _lines(text: str, width: int) -> int:
    """About how many lines a text takes in a column; an ideograph is as wide as two letters."""
    wide = (sum(1 + (unicodedata.east_asian_width(each) in "WF") for each in line) for line in text.split("\n"))
    return sum(max(1, -(-length // width)) for length in wide)


def _direction(language: Language) -> dict[str, object]:
    rtl = language.direction is Direction.RIGHT_TO_LEFT
    return {"reading_order": 2 if rtl else 1, "align": "right" if rtl else "left", "indent": 1}
