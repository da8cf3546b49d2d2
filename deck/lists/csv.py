"""The text of a CSV file → its rows of cells: with a comma, a semicolon or a tab."""

from __future__ import annotations

import re
from pathlib import Path

from deck.ground.diagnostics import Diagnostic, Span
from deck.ground.files import control_characters
from deck.ground.late_pattern import late_pattern
from deck.lists.cells import COMMENT, Cell, Grid, clean, grid, in_lines

_DELIMITERS = ",;\t"
_SEPARATOR_LINE = late_pattern(r"sep=(.)\n?", re.IGNORECASE)
# What a spreadsheet takes for a formula; a number with its sign is none.
_FORMULA = late_pattern(r"[=@\t]|[-+](?![\d.,]+$)")


def read_csv(text: str, path: Path) -> Grid:
    """The table in this text, which has U+000A at its lines' ends, with what is wrong with it."""
    diagnostics = list(control_characters(text, str(path)))
    separator = _SEPARATOR_LINE.match(text)
    rows = _cells(text, separator.end() if separator else 0, delimiter(text), path, diagnostics)
    return grid(path, rows, diagnostics)


def delimiter(text: str) -> str:
    """What parts the cells: as the first line says, or the sign that parts the most of the header."""
    if separator := _SEPARATOR_LINE.match(text):
        return separator[1]
    header = next((line for line in text.split("\n") if line.strip() and not COMMENT.match(line)), "")
    bare = re.sub('"[^"]*"', "", header)
    return max(_DELIMITERS, key=bare.count)


def shielded(words: str) -> str:
    """A cell's text as no spreadsheet runs it: with an apostrophe before what would begin a formula there."""
    return f"'{words}" if _FORMULA.match(words) else words


def unshielded(words: str) -> str:
    """A cell's text without the apostrophe that keeps it from being a formula."""
    return words[1:] if words.startswith("'") and _FORMULA.match(words[1:]) else words


def _cells(text: str, at: int, sign: str, path: Path, diagnostics: list[Diagnostic]) -> list[list[Cell]]:
    """The rows' cells. A quoted one may hold the delimiter, line feeds, and quotation marks written twice."""
    sign = re.escape(sign)
    quoted = re.compile(rf'(?:(?!{sign})[^\S\n])*"((?:[^"]|"")*)"([^\n{sign}]*)')
    bare = re.compile(rf"[^\n{sign}]*")
    comment = re.compile(rf"{COMMENT.pattern}[^\n]*\n?")
    rows: list[list[Cell]] = [[]]
    line, line_start = text.count("\n", 0, at) + 1, at
    while at <= len(text):
        if not rows[-1] and (remark := comment.match(text, at)):
            line, line_start = line + 1, remark.end()
            if at == remark.end() or not remark[0].endswith("\n"):
                break
            at = remark.end()
            continue
        match = quoted.match(text, at)
        words = match[1].replace('""', '"') if match else ""
        if match and match[2].strip():
            after = match.end() - len(match[2].lstrip())
            starts = max(line_start, text.rfind("\n", at, after) + 1)
            span = Span(str(path), line + text.count("\n", at, after), after - starts + 1)
            hint = 'write a quotation mark inside a quoted cell twice: ""'
            diagnostics.append(Diagnostic("table-syntax", "a cell goes on after its quotation mark closes", span, hint))
        if is_bare := match is None:
            match = bare.match(text, at)
            assert match is not None
            words = match[0]
            if words.lstrip().startswith('"'):
                span = Span(str(path), line, at - line_start + 1)
                diagnostics.append(Diagnostic("table-syntax", "a quotation mark opens here and never closes", span))
        blank = len(match[0]) - len(match[0].lstrip(" "))
        first = match[0].split("\n", 1)[0].rstrip()
        column = at - line_start + 1 + min(blank, len(first))
        end_column = max(at - line_start + 1 + len(first), column)
        place = (line, column, end_column, at, match.end())
        rows[-1].append(Cell(unshielded(clean(words)), *place, quoted=not is_bare, lines=in_lines(words)))
        if breaks := match[0].count("\n"):
            line += breaks
            line_start = at + match[0].rfind("\n") + 1
        at = match.end() + 1
        if match.end() < len(text) and text[match.end()] == "\n":
            line, line_start = line + 1, at
            rows.append([])
    return [row for row in rows if row]
