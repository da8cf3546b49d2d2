"""An OpenDocument's cells, as they are written and called."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal

from deck.lists.workbooks.changes import name_of
from deck.lists.workbooks.marked import Element, escaped
from deck.lists.workbooks.number_formats import NUMBER, first_day
from deck.lists.workbooks.ods import cells_of, rows_of, shown_as
from deck.lists.workbooks.sheet import SheetCell
from deck.lists.workbooks.typed_numbers import digits_of


def blank_cells(looks: Mapping[str, str], count: int) -> str:
    """So many empty cells that look like this, in XML."""
    if count < 1:
        return ""
    said = {**looks, "table:number-columns-repeated": str(count)} if count > 1 else looks
    return "<table:table-cell" + "".join(f' {key}="{escaped(value)}"' for key, value in said.items()) + "/>"


def spaced(text: str) -> str:
    """A text in which each blank beyond one is an element, as OpenDocument has it."""
    return re.sub(" ( +)", lambda match: f' <text:s text:c="{len(match[1])}"/>', escaped(text))


def value_attributes(text: str, alike: SheetCell | None) -> dict[str, str]:
    """The attributes of a cell that says this, beside one like `alike`: of a number or a day, if it is read just so."""
    held = alike.number if alike else None
    if alike and held and alike.currency and (amount := _amount(text, alike.currency)):
        return {"office:value-type": "currency", "office:currency": alike.currency, "office:value": amount}
    if alike and held and NUMBER.fullmatch(held):
        kind = "percentage" if alike.is_share else "float"
        digits = digits_of(text, may_be_name=not alike.places)
        number = _share(digits, alike.places) if alike.is_share else digits
        if NUMBER.fullmatch(number) and shown_as(kind, number, text) in (text, digits):
            return {"office:value-type": kind, "office:value": number}
    if alike and alike.is_date and len(text) in (len(alike.text), min(len(alike.text), len("2026-05-31"))):
        moment = first_day(text)
        try:
            datetime.datetime.fromisoformat(moment)
        except ValueError:
            pass
        else:
            return {"office:value-type": "date", "office:date-value": moment}
    return {"office:value-type": "string"}


def _share(text: str, places: int) -> str:
    """The number of `60%`, or "" for what is no share, or has more decimals than are shown."""
    digits = text.removesuffix("%")
    decimals = len(digits.partition(".")[2])
    return f"{Decimal(digits) / 100:f}" if digits != text and NUMBER.fullmatch(digits) and decimals <= places else ""


def _amount(text: str, currency: str) -> str | None:
    """The number of `US$ 2000`, if it is read as just this text in this currency."""
    return next((one for one in NUMBER.findall(text) if shown_as("currency", one, text, currency) == text), None)


def place_of(cell: Element) -> str:
    """What a person calls this cell."""
    table = table_of(cell)
    if table is None or cell.parent is None:
        return "a cell"
    line = next((row.line for row in rows_of(table) if row.found is cell.parent), 0)
    column = next((first for first, _, one in cells_of(cell.parent) if one is cell), 0)
    return f"{table.attributes.get('table:name', '')}!{name_of(line, column)}"


def table_of(one: Element) -> Element | None:
    """The sheet in which this stands."""
    above: Element | None = one
    while above is not None and above.name != "table":
        above = above.parent
    return above


def repeats(row: Element) -> int:
    """How many rows that are alike this one stands for."""
    return int(row.attributes.get("table:number-rows-repeated", "1"))
