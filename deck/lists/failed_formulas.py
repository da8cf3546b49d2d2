"""Cells that hold what a spreadsheet shows where a formula fails: it would stand on a slide."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.ground.late_pattern import late_pattern
from deck.model.table import Row, Table

_WORDS = (
    "BLOCKED|CALC|CONNECT|DIV/0|FIELD|NAME|NULL|NUM|PYTHON|REF|SPILL|UNKNOWN|VALUE",
    "BEZUG|FELD|NOM|NOMBRE|NUL|VALEUR|WERT|ÜBERLAUF|ZAHL|DESBORDAMIENTO|NULO|VALOR|PROPAGATION",
    "NOME|NULLO|NÚM|RIF|VALORE|DEEL/0|GETAL|LEEG|NAAM|VERW|WAARDE|ADR|ARG|DZIEL/0|LICZBA|NAZWA|ZERO",
    "ДЕЛ/0|ЗНАЧ|ИМЯ|ПУСТО|ССЫЛКА|ЧИСЛО|AD|BAŞV|BOŞ|DEĞER|SAYI|SAYI/0",
)
_FAILED = late_pattern(rf"#[¡¿]?(?:{'|'.join(_WORDS)})[!?]|#N/[ABDV]|#NV|#YOK|#Н/Д|Err:5\d\d")
"""In Dutch, English, French, German, Italian, Polish, Portuguese, Russian, Spanish and Turkish, and LibreOffice's."""


def is_failed(cell: str) -> bool:
    """Whether the cell says that its formula failed, as `#REF!` does."""
    return _FAILED.fullmatch(cell) is not None


def failed_formula(row: Row, column: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    """What is said of such a cell."""
    message = f"“{row.values[column]}” in the column `{column}` says that its formula failed"
    hint = "mend the formula in a spreadsheet program and save the file there, or write what the cell is to say"
    return Diagnostic("formula-error", message, row.at(column), hint, severity)


def failed_formulas(table: Table) -> Iterator[Diagnostic]:
    """Every such cell; an error where it is to say what the row is of, in the first column."""
    for row in table.rows:
        for number, column in enumerate(table.columns):
            if is_failed(row.values[column]):
                yield failed_formula(row, column, Severity.WARNING if number else Severity.ERROR)
