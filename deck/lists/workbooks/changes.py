"""A row that comes or goes, and the cells that formulas and ranges name: where each of them is afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from deck.ground.dataclass import dataclass
from deck.lists.cells import letters

LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384
Edit = tuple[int, int, str]
"""A change of a text: from where, to where, and what stands there then."""

CELL = r"\$?[A-Z]{1,3}\$?[0-9]{1,7}"
"""A cell in a formula, as a regular expression."""
_SHEET = r"(?:'(?:[^']|'')*'!|(?:\[\d+\])?[^\W\d][\w.]*(?::[^\W\d][\w.]*)?!|\[\d+\]!)"
_FORMULA = re.compile(
    rf"""
    "(?:[^"]|"")*"
  | (?P<sheet>{_SHEET})?
    (?: (?P<first>{CELL}) (?: : (?P<last>{CELL}) )? | (?P<top>\$?[0-9]{{1,7}}) : (?P<bottom>\$?[0-9]{{1,7}})
      | (?P<columns>\$?[A-Z]{{1,3}}:\$?[A-Z]{{1,3}}) )
    (?![\w.(!\[])
  | \[(?:[^\[\]]|\[[^\[\]]*\])*\]
  | {_SHEET} | [\w.\\?]+
    """,
    re.VERBOSE,
)
_ODS_SHEET = r"\$?(?:'(?:[^']|'')*'|[^\W\d]\w*)?"
# SheetJS writes `'Sheet'![.A1]`, which no other program reads: that is nobody's cell.
_ODS_FORMULA = re.compile(
    rf"""
    "(?:[^"]|"")*"
  | (?:'(?:[^']|'')*'|[^\W\d]\w*)!\[[^]]*\]
  | \[(?P<sheet>{_ODS_SHEET})\.(?P<first>{CELL})(?: : {_ODS_SHEET}\.(?P<last>{CELL}) )?\]
    """,
    re.VERBOSE,
)
_ODS_RANGE = re.compile(
    rf"""(?P<sheet>{_ODS_SHEET})\.(?P<first>{CELL})(?: : {_ODS_SHEET}\.(?P<last>{CELL}) )?(?=\s|$)""", re.VERBOSE
)
_PLACE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)([0-9]+)")


class CellGoneError(Exception):
    """What is named here goes with its row."""


class UnmovableError(Exception):
    """Something would not mean the same any more, in words that say what."""


@dataclass(frozen=True, slots=True)
class Change:
    """A row comes (`by` is 1) or goes (-1) at `line`.

    The list's entries stand in the rows from `first` to `last`, in the columns from `left` to `right`.
    """

    line: int
    by: int
    first: int
    last: int
    left: int
    right: int

    def row(self, row: int) -> int:
        """Where this row is afterwards. CellGoneError for the one that goes."""
        if self.by < 0 and row == self.line:
            raise CellGoneError
        return row + self.by if row >= self.line else row

    def rows(self, start: int, end: int, *, widened: bool = False) -> tuple[int, int]:
        """Where a range from `start` to `end` is afterwards; one that ends with the list may take a new row in.

        What reaches to a sheet's end goes on reaching there. CellGoneError where nothing is left of it.
        """
        if self.by > 0:
            grown = widened and end == self.line - 1
            new_start = min(start + 1, LAST_ROW) if start >= self.line else start
            new_end = end + 1 if (end >= self.line or grown) and end < LAST_ROW else end
        else:
            new_start = start - 1 if start > self.line else start
            new_end = end - 1 if end >= self.line and end < LAST_ROW else end
        if new_start > new_end:
            raise CellGoneError
        return new_start, new_end

    def holds_list(self, start: int) -> bool:
        """Whether what begins in this row begins with the list, or above."""
        return start <= self.first

    def is_beside(self, first: str, last: str) -> bool:
        """Whether what reaches from one of these cells to the other has no column with the list in common."""
        columns = [_number(_column(place)) for place in (first, last)]
        return max(columns) < self.left or min(columns) > self.right


def cells(text: str, change: Change, *, widened: bool) -> list[Edit]:
    """The changes of a list of ranges, such as “B2:B4 D2”. CellGoneError where none of them is left."""
    edits: list[Edit] = []
    kept = gone = 0
    for match in re.finditer(r"\S+", text):
        first, _, last = match[0].partition(":")
        start, end = _row(first), _row(last or first)
        if not start or not end:
            continue
        # A range of one cell that is written as two ends could not be told from one that was widened.
        twice = last != "" and first.replace("$", "") == last.replace("$", "")
        grows = start < end or (change.holds_list(start) and not twice)
        wide = widened and grows and not change.is_beside(first, last or first)
        try:
            new_start, new_end = change.rows(start, end, widened=wide)
        except CellGoneError:
            gone += 1
            edits.append((match.start() - (1 if match.start() else 0), match.end(), ""))
            continue
        kept += 1
        new = _at(first, new_start)
        if (
            new_end != new_start
            or _column(first) != _column(last or first)
            or (last and new_end - new_start == end - start)
        ):
            new += f":{_at(last or first, new_end)}"
        if new != match[0]:
            edits.append((match.start(), match.end(), new))
    if gone and not kept:
        raise CellGoneError
    return edits


def formula(text: str, change: Change, is_its: Callable[[str], bool], *, widened: bool) -> list[Edit]:
    """The changes of a formula in XLSX. `is_its` says whether a sheet's name, "" for none, is that of the rows.

    CellGoneError where it names a cell of the row that goes, and that alone.
    """
    return _in_formula(_FORMULA, text, change, is_its, widened=widened)


def ods_formula(text: str, change: Change, is_its: Callable[[str], bool], *, widened: bool) -> list[Edit]:
    """As `formula`, in OpenDocument."""
    return _in_formula(_ODS_FORMULA, text, change, is_its, widened=widened)


def ods_ranges(text: str, change: Change, is_its: Callable[[str], bool], *, widened: bool) -> list[Edit]:
    """As `formula`, for OpenDocument's lists of ranges."""
    return _in_formula(_ODS_RANGE, text, change, is_its, widened=widened)


def referred(text: str) -> Iterator[tuple[int, int]]:
    """The rows from which to which each of a formula's ranges goes that has no sheet's name."""
    for pattern in (_FORMULA, _ODS_FORMULA):
        for match in pattern.finditer(text):
            if match["first"] and match["last"] and not (match["sheet"] or "").strip("$"):
                yield _row(match["first"]), _row(match["last"])


def cells_named(text: str) -> Iterator[tuple[str, int, int, int, int]]:
    """What a formula in XLSX names: the sheet, or "", the first and the last row, the first and the last column."""
    for match in _FORMULA.finditer(text):
        sheet = _sheet_name(match["sheet"] or "")
        if match["first"]:
            yield sheet, *_reach(match)
        elif match["top"]:
            rows = [_row(match["top"]), _row(match["bottom"])]
            yield sheet, min(rows), max(rows), 1, _LAST_COLUMN
        elif match["columns"]:
            columns = [_number(_column(end)) for end in match["columns"].split(":")]
            yield sheet, 1, LAST_ROW, min(columns), max(columns)


def ods_cells_named(text: str) -> Iterator[tuple[str, int, int, int, int]]:
    """As `cells_named`, in OpenDocument."""
    for match in _ODS_FORMULA.finditer(text):
        if match["first"]:
            yield _sheet_name(match["sheet"] or ""), *_reach(match)


def translated(text: str, down: int, right: int) -> str:
    """A formula as it is for a cell that stands further down and to the right, as filling does."""
    edits: list[Edit] = []
    for match in _FORMULA.finditer(text):
        edits += _shifted(match, down, right)
        if match["top"]:
            for name in ("top", "bottom"):
                if not match[name].startswith("$"):
                    edits.append((*match.span(name), str(int(match[name]) + down)))
        if match["columns"] and right:
            moved = [one if one[0] == "$" else letters(_number(one) + right) for one in match["columns"].split(":")]
            edits.append((*match.span("columns"), ":".join(moved)))
    return edited(text, edits)


def ods_translated(text: str, down: int) -> str:
    """As `translated`, in OpenDocument, down only."""
    return edited(text, [edit for match in _ODS_FORMULA.finditer(text) for edit in _shifted(match, down)])


def edited(text: str, edits: list[Edit]) -> str:
    """The text with these changes, which are in its order."""
    parts, at = [], 0
    for start, end, new in edits:
        parts += [text[at:start], new]
        at = end
    return "".join((*parts, text[at:]))


def split(place: str) -> tuple[int, int]:
    """The row and the column of a cell, such as B3. ValueError for what is none."""
    match = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", place)
    if match is None or not 0 < int(match[2]) <= LAST_ROW:
        raise ValueError(place)
    return int(match[2]), _number(match[1])


def name_of(row: int, column: int) -> str:
    """What a cell is called, such as B3."""
    return f"{letters(column)}{row}"


def _in_formula(
    pattern: re.Pattern[str], text: str, change: Change, is_its: Callable[[str], bool], *, widened: bool
) -> list[Edit]:
    edits: list[Edit] = []
    for match in pattern.finditer(text):
        groups = match.groupdict()
        names = ("first", "last") if groups["first"] else ("top", "bottom") if groups.get("top") else None
        if names is None or not is_its(_sheet_name(groups["sheet"] or "")):
            continue
        first, last = groups[names[0]], groups[names[1]]
        start, end = _row(first), _row(last or first)
        if not last:
            new_start = new_end = change.row(start)
        else:
            low, high = min(start, end), max(start, end)
            wide = widened and names[0] == "first" and change.holds_list(low) and not change.is_beside(first, last)
            low, high = change.rows(low, high, widened=wide)
            new_start, new_end = (low, high) if start <= end else (high, low)
        for name, old, new in ((names[0], start, new_start), (names[1], end, new_end)):
            if groups[name] and old != new:
                edits.append((*match.span(name), _at(groups[name], new)))
    return edits


def _reach(match: re.Match[str]) -> tuple[int, int, int, int]:
    """The first and the last row, the first and the last column of the cells that are named here."""
    ends = [_parts(end) for end in (match["first"], match["last"] or match["first"])]
    rows, columns = [row for _, _, _, row in ends], [_number(column) for _, column, _, _ in ends]
    return min(rows), max(rows), min(columns), max(columns)


def _shifted(match: re.Match[str], down: int, right: int = 0) -> Iterator[Edit]:
    """The changes of the cells that are named here, but for those that stay where they are: `$A$1`."""
    for name in ("first", "last"):
        if match[name]:
            dollar, column, fixed, row = _parts(match[name])
            column = column if dollar else letters(_number(column) + right)
            yield *match.span(name), f"{dollar}{column}{fixed}{row if fixed else row + down}"


def _sheet_name(prefix: str) -> str:
    name = prefix.removesuffix("!").removeprefix("$")
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


def _row(place: str) -> int:
    found = re.search(r"[0-9]+$", place)
    return int(found[0]) if found else 0


def _at(place: str, row: int) -> str:
    return re.sub(r"[0-9]+$", str(row), place)


def _column(place: str) -> str:
    return re.sub(r"[$0-9]", "", place)


def _parts(place: str) -> tuple[str, str, str, int]:
    match = _PLACE.fullmatch(place)
    assert match is not None
    return match[1], match[2], match[3], int(match[4])


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
