"""Cells that hold what a spreadsheet shows where a formula fails: it would stand on a slide."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.ground.late_pattern import late_pattern
from deck.model.table import Row, Table

_FAILED = late_pattern(
    r"#[¡¿]?(?:DIV/0|NULL?|NUL|VALUE|VALEUR|VALOR|WERT|REF|BEZUG|NAME|NOM|NOMBRE|NUM|ZAHL|SPILL|CALC|FIELD)[!?]"
    r"|#N/[ADV]|#NV|#Н/Д|Err:5\d\d"
)
"""In English, French, German, Russian and Spanish, and LibreOffice's numbers."""


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
