"""A list's cell → the text, the number or the name that a field takes.

What is but a date is shown as the deck's language writes dates, and a number in a field of figures as it writes
numbers. Where a cell may be read in two ways, “1.234” or “03/04/2026”, it is shown as it stands.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from deck import markup
from deck.fields.findings import Finding
from deck.ground.late_pattern import late_pattern
from deck.model.declarations import Kind
from deck.model.text import Amount, Paragraph, Run, Text
from deck.nodes.scalars import resolve

_NUMBER = late_pattern(r"(?!0\d)(?:\d{1,3}(?:[ \u00a0\u202f’']\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)", re.ASCII)
_ISO = late_pattern(r"(\d{4})-(\d{2})-(\d{2})(?:T00:00:00)?")
_DOTTED = late_pattern(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SLASHED = late_pattern(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTH = late_pattern(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_MOMENT = late_pattern(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(:(?!00)\d\d)?)(?::00)?", re.ASCII)
_TIME = late_pattern(r"(?<=^\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d)?$", re.ASCII)
_NO_FIGURE = "–"


def value(cell: str, kind: Kind, *, is_date: bool = False) -> tuple[object, list[Finding]]:
    """What a field of this kind takes for the cell, which a workbook may hold as a date, and what is wrong with it."""
    if kind.type is Amount and not is_date and (number := number_in(cell)) is not None:
        return number, []
    if is_text(kind):
        return text(cell or _NO_FIGURE, is_date=is_date)
    return (resolve(cell) if kind.type in (bool, int, Decimal) else _TIME.sub("", cell)), []


def is_text(kind: Kind) -> bool:
    """Whether a value of this kind is shown as words."""
    return kind.type in (Amount, Text) or getattr(kind.type, "__supertype__", None) is Text


def text(cell: str, *, is_date: bool = False) -> tuple[Text, list[Finding]]:
    """The cell as it stands, or the date that it is; and what is wrong with it."""
    day = date_in(cell)
    name = day.isoformat() if day else moment_in(cell) or month_in(cell, is_date=is_date)
    return (named(name), []) if name else markup.literally(cell)


def typed_date(words: str, *, months: bool = False) -> Text | None:
    """The day or the moment, or the month, that is all of these words, as ISO 8601 writes it; None for what is none."""
    day = date_in(words) if _ISO.fullmatch(words) else None
    name = day.isoformat() if day else moment_in(words) or (month_in(words) if months else None)
    return named(name) if name else None


def named(name: str) -> Text:
    """What the deck's language has for this name."""
    return Text((Paragraph((Run(f"{{{name}}}"),)),), f"{{{name}}}")


def number_in(cell: str) -> Decimal | None:
    """The number that the cell is, however grouped; None where it is none, or may be two."""
    from deck.model.numerals import readings
    from deck.model.signs import signed

    # A plus is shown, and stays in the words.
    parted = signed(cell) if not _NUMBER.fullmatch(cell) else None
    digits = parted.after if parted and parted.sign == "-" and not parted.before else cell
    match = _NUMBER.fullmatch(digits)
    meant = readings(match[0].replace("’", "'")) if match else ()
    if len(meant) != 1:
        return None
    return parted.factor * meant[0].value if parted else meant[0].value


def date_in(cell: str) -> date | None:
    """The day that the cell names; None where it names none, or may name two."""
    if match := _ISO.fullmatch(cell):
        return _date(match[1], match[2], match[3])
    if match := _DOTTED.fullmatch(cell):
        return _date(match[3], match[2], match[1])
    if match := _SLASHED.fullmatch(cell):
        days = {_date(match[3], match[2], match[1]), _date(match[3], match[1], match[2])} - {None}
        return days.pop() if len(days) == 1 else None
    return None


def moment_in(cell: str) -> str | None:
    """The day and the time that the cell names, as ISO 8601 has them."""
    if not (match := _MOMENT.fullmatch(cell)):
        return None
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2]}").isoformat(timespec="auto" if match[3] else "minutes")
    except ValueError:
        return None


def month_in(cell: str, *, is_date: bool = False) -> str | None:
    """The month that the cell names; None where it may be the span of two years, `2010-11`, and is surely no date."""
    from deck.model.numerals import is_year

    if not (match := _MONTH.fullmatch(cell)) or not (is_date or is_year(match[1])):
        return None
    return cell if is_date or (int(match[1]) + 1) % 100 != int(match[2]) else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
