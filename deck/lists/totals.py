"""A row of totals that a person typed at a list's end, without a formula: it is no entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from deck.ground.late_pattern import late_pattern

WORDS = (
    r"(?:grand[ -]|sub-?)?totals?|sum|total (?:g[eé]n[eé]ral|geral)|totaux|totales|totais|totale|ensemble|somme|suma|"
    r"soma|somma|insgesamt|gesamt|gesamtsumme|summe|totaal|totalt|summa|i alt|yhteensä|razem|ogółem|celkem|celkom|"
    r"spolu|összesen|kokku|kopā|iš viso|ukupno|skupaj|gjithsej|(?:genel )?toplam|jumlah|jumla|tổng(?: cộng| số)?|"
    r"итого|всего|сумма|усього|всього|разом|общо|укупно|σύνολο|(?:ال)?مجموع(?: الكلي)?|الإجمالي|إجمالي|"
    r"(?:جمع|مجموع) کل|סה[\"״”]?כ|סך הכ[ו]?ל|कुल|योग|মোট|รวม(?:ทั้งหมด)?|[合总總総小][计計]|总和|總和|합계|총계|총합|ጠቅላላ"
)
"""What a row of totals is called: a pattern, for any capitals."""
NOTHING_ELSE = late_pattern(rf"(?:{WORDS})\s*[:：=]?", re.IGNORECASE)
"""The name of a row that is called a total, and nothing more."""
_BEGINS_SO = late_pattern(rf"(?:{WORDS})(?!\w).*", re.IGNORECASE)
_PLAIN = late_pattern(r"\D*?(\d+(?:([.,])(\d+))?)\D*", re.ASCII)

Texts = Sequence[str]
"""A row's cells."""
_Meant = Callable[[Sequence[Decimal]], Decimal]
_Meaning = Callable[[Sequence[Texts], int], Decimal | None]


def is_total(row: Texts, above: Sequence[Texts], ids: int | None = None) -> bool:
    """Whether this last row is called a total, and has a number that the rows above it come to.

    One that is called more than that has no other numbers. What stands in the column `ids` is a name of a fact.
    """
    at = _first(row)
    if at is None or at == ids or not above or not _BEGINS_SO.fullmatch(row[at]):
        return False
    true = [_comes_to(row, above, column) for column in range(len(row)) if _number(row[column], _first_meaning)]
    return any(true) and (all(true) or bool(NOTHING_ELSE.fullmatch(row[at])))


def may_be_total(row: Texts, above: Sequence[Texts]) -> bool:
    """Whether this last row is called nothing but a total, and its numbers are as large as one's, but come to none."""
    at = _first(row)
    if at is None or not above or not NOTHING_ELSE.fullmatch(row[at]) or is_total(row, above):
        return False
    numbers = {column: _number(text, _first_meaning) for column, text in enumerate(row) if text and column != at}
    return bool(numbers) and all(
        number is not None and all(number > one for one in _numbers(above, column, _first_meaning) or ())
        for column, number in numbers.items()
    )


def carried(row: Texts, before: Sequence[Texts], after: Sequence[Texts]) -> dict[int, str]:
    """The cells of a row of totals that are others once the rows above it are: by their columns, from 0 on."""
    found = {}
    for column, text in enumerate(row):
        match = _PLAIN.fullmatch(text)
        if match is None or (meaning := _comes_to(row, before, column)) is None:
            continue
        if (new := meaning(after, column)) is not None:
            places = len(match[3] or "")
            digits = f"{new:.{places}f}".replace(".", match[2] or ".")
            found[column] = text[: match.start(1)] + digits + text[match.end(1) :]
    return {column: text for column, text in found.items() if text != row[column]}


def _comes_to(row: Texts, above: Sequence[Texts], column: int) -> _Meaning | None:
    """How the rows above come to the number in this column: as their sum, or as how many they are."""
    for of_two in (_first_meaning, _last_meaning):
        number = _number(row[column], of_two)
        if number is None:
            return None

        def total(rows: Sequence[Texts], at: int, of_two: _Meant = of_two) -> Decimal | None:
            numbers = _numbers(rows, at, of_two)
            return sum(numbers, Decimal(0)) if numbers else None

        for meaning in (total, _count):
            comes_to = meaning(above, column)
            if comes_to is not None and comes_to.quantize(number, ROUND_HALF_UP) == number:
                return meaning
    return None


def _count(rows: Sequence[Texts], column: int) -> Decimal:
    return Decimal(len(rows))


def _numbers(rows: Sequence[Texts], column: int, of_two: _Meant) -> list[Decimal] | None:
    """The column's numbers; None where there are none, or something else as well."""
    numbers = [_number(text, of_two) for row in rows if (text := _at(row, column))]
    sure = [number for number in numbers if number is not None]
    return sure if sure and len(sure) == len(numbers) else None


def _first_meaning(values: Sequence[Decimal]) -> Decimal:
    return values[0]


def _last_meaning(values: Sequence[Decimal]) -> Decimal:
    return values[-1]


def _number(text: str, of_two: _Meant) -> Decimal | None:
    """The only number in a cell; of two that `1,234` may be, the one that is meant."""
    from deck.model.numerals import numerals
    from deck.model.signs import Signed, signed

    parted = signed(text)
    if parted is None and text[:1].isalpha():
        # A number in brackets behind words, “Total (37)”, is not below nought.
        parted = Signed("", "", text)
    if parted is None or len(found := numerals(parted.words)) != 1:
        return None
    return parted.factor * of_two([reading.value for reading in found[0].readings])


def _first(row: Texts) -> int | None:
    return next((column for column, text in enumerate(row) if text), None)


def _at(row: Texts, column: int) -> str:
    return row[column] if column < len(row) else ""
