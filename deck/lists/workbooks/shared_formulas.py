"""The formulas in a sheet's cells where a row comes or goes: plain ones, those of several cells, and shared ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from deck.lists.workbooks.changes import (
    CellGoneError,
    Change,
    UnmovableError,
    cells,
    edited,
    formula,
    name_of,
    split,
    translated,
)
from deck.lists.workbooks.marked import Edits, Element, escaped
from deck.lists.workbooks.xlsx import cells_of


class _Shared(NamedTuple):
    row: int
    column: int
    found: Element


def follow_formulas(
    root: Element,
    edits: Edits,
    change: Change,
    is_its: Callable[[str], bool],
    where: Callable[[str], str],
    *,
    own: bool,
) -> None:
    """Adds the changes of all formulas in this sheet to `edits`.

    `own` says whether the rows are this sheet's. UnmovableError where one cannot follow.
    """
    shared: dict[str, list[_Shared]] = {}
    for row, column, cell in cells_of(root):
        found = cell.first("f")
        if found is None or (own and change.by < 0 and row == change.line and found.attributes.get("t") != "shared"):
            if found is not None and own:
                _whole(found, change, where(name_of(row, column)))
            continue
        kind = found.attributes.get("t")
        if kind == "shared":
            shared.setdefault(found.attributes.get("si", ""), []).append(_Shared(row, column, found))
            continue
        place = where(name_of(row, column))
        if kind in ("array", "dataTable") and own:
            _whole(found, change, place)
            for name in ("ref", "r1", "r2"):
                if name in found.attributes:
                    _attribute(edits, found, name, change, place)
        widened = not (own and change.first <= row <= change.last)
        try:
            edits.text(found, lambda text, widened=widened: formula(text, change, is_its, widened=widened))  # type: ignore[misc]
        except CellGoneError:
            raise UnmovableError(f"the formula in {place} names a cell of this row") from None
    for group in shared.values():
        _follow_group(group, edits, change, is_its, where, own=own)


def _follow_group(
    group: list[_Shared],
    edits: Edits,
    change: Change,
    is_its: Callable[[str], bool],
    where: Callable[[str], str],
    *,
    own: bool,
) -> None:
    """A formula that cells share goes on being shared if it still is the same for all of them."""
    master = next((one for one in group if one.found.text), group[0])
    text = master.found.text
    goes = own and change.by < 0
    left = [one for one in group if not (goes and one.row == change.line)]
    wanted: dict[int, str] = {}
    for one in left:
        widened = not (own and change.first <= one.row <= change.last)
        full = translated(text, one.row - master.row, one.column - master.column)
        try:
            wanted[id(one.found)] = edited(full, formula(full, change, is_its, widened=widened))
        except CellGoneError:
            place = where(name_of(one.row, one.column))
            raise UnmovableError(f"the formula in {place} names a cell of this row") from None
    if not left:
        return

    def at(one: _Shared) -> int:
        return change.row(one.row) if own else one.row

    if id(master.found) in wanted:
        new = wanted[id(master.found)]
        same = all(
            translated(new, at(one) - at(master), one.column - master.column) == wanted[id(one.found)] for one in left
        )
        if same:
            widened = not (own and change.first <= master.row <= change.last)
            edits.text(master.found, lambda text: formula(text, change, is_its, widened=widened))
            if own and "ref" in master.found.attributes:
                _attribute(edits, master.found, "ref", change, where(name_of(master.row, master.column)))
            return
    for one in left:
        name = one.found.tag("f")
        edits.replace(one.found.start, one.found.end, f"<{name}>{escaped(wanted[id(one.found)])}</{name}>")


def _attribute(edits: Edits, found: Element, name: str, change: Change, place: str) -> None:
    try:
        edits.attribute(found, name, lambda text: cells(text, change, widened=False))
    except CellGoneError:
        raise UnmovableError(f"the formula in {place} is bound to this row") from None


def _whole(found: Element, change: Change, place: str) -> None:
    """A formula of several cells stays whole."""
    place_named = found.attributes.get("ref", "")
    if found.attributes.get("t") not in ("array", "dataTable") or ":" not in place_named:
        return
    first, last = (split(end.replace("$", ""))[0] for end in place_named.split(":"))
    inside = first < change.line <= last if change.by > 0 else first <= change.line <= last and first < last
    if inside:
        raise UnmovableError(f"the formula in {place} fills the cells {place_named} together")
