"""The fields of a table: columns, rows, and what their figures have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Literal, Self

from deck.ground.diagnostics import Diagnostic, did_you_mean
from deck.ground.late_pattern import late_pattern
from deck.layouts.marks.notation import are_years, is_not_known, mixed
from deck.model.content import Content, Figure, Words
from deck.model.fields import Fields, Identifier, Part
from deck.model.numerals import numerals
from deck.model.rules import Limits, NamedBy, Size
from deck.model.signs import MONEY
from deck.model.style import Align

_GOES_ON = "^"
_AMOUNTS = late_pattern(rf"[%‰٪]|{MONEY}|\b(?:USD|EUR|GBP|CHF)\b")
"""What a heading says of amounts, “Budget (€)”, and of no years."""


class Column(Part):
    """One column."""

    heading: Words
    """What stands over it."""
    align: Literal["start", "end"] | None = None
    """On which side its cells stand; left out, figures at the end, where they are compared, and words at the start."""


class Row(Part):
    """One row."""

    cells: Annotated[Mapping[Identifier, Figure | None], NamedBy("columns")]
    """What it says, by the columns' ids; a cell that is left out, or blank, is empty; `^` is one with that above it."""
    span: Annotated[int, Limits(least=1, most=8)] = 1
    """How many columns its first cell takes; best all, as a heading in the table does."""

    def goes_on(self, column: str) -> bool:
        """Whether its cell in this column is one with that above it."""
        cell = self.cells.get(column)
        return cell is not None and cell.text.markup.strip() == _GOES_ON


class TableFields(Fields):
    """What a table says: columns, and rows of cells in them."""

    columns: Annotated[tuple[Column, ...], Size(1, 8)]
    """The columns, eight at most: more are too small to read."""
    rows: Annotated[tuple[Row, ...], Size(1)]
    """The rows."""
    highlight: tuple[Identifier, ...] = ()
    """The ids of rows or columns that stand out, such as a total."""

    def compared(self, in_digits: Callable[[], Self], ungrouped: Callable[[], Self]) -> Self:
        """A column's figures in one notation: with all their digits where only some would have a word for millions.

        A column of years is written as years.
        """
        rows = list(zip(self.rows, in_digits().rows, strict=True))
        uneven = [
            column.id
            for column in self.columns
            if mixed((row.cells.get(column.id), digits.cells.get(column.id)) for row, digits in rows)
        ]
        years = [column.id for column in self.columns if self._is_of_years(column)]
        if not uneven and not years:
            return self
        of_years = ungrouped().rows if years else self.rows
        return self.replaced(
            rows=tuple(
                row.replaced(
                    cells={
                        name: (year if name in years else digits if name in uneven else row).cells[name]
                        for name in row.cells
                    }
                )
                for (row, digits), year in zip(rows, of_years, strict=True)
            )
        )

    def _is_of_years(self, column: Column) -> bool:
        """Whether all numbers in it may be years, and no sign or year over them says of what they are amounts."""
        heading = column.heading.plain
        amounts = _AMOUNTS.search(heading) or any(numeral.is_year for numeral in numerals(heading))
        return not amounts and are_years(row.cells.get(column.id) for row in self.rows)

    def aligned(self) -> list[Align]:
        """The side on which each column's cells stand; the first column says of what its rows are."""
        sides: list[Align] = []
        for column in self.columns:
            said = (row.cells.get(column.id) for row in self.rows if not row.goes_on(column.id))
            cells = [cell for cell in said if cell and cell.text and not is_not_known(cell.text.plain)]
            figures = sides and sum(map(_is_figure, cells)) > len(cells) / 2
            sides.append(column.align or ("end" if figures else "start"))
        return sides

    def mistakes(self) -> Iterator[Diagnostic]:
        """A cell in a column that is none."""
        known = [column.id for column in self.columns]
        for row in self.rows:
            for unknown in (column for column in row.cells if column not in known):
                message, near = f"there is no column `{unknown}`", did_you_mean(unknown, known)
                yield Diagnostic("unknown-field", message, hint=near, field=f"rows.{row.id}.cells.{unknown}")
            if row.span > len(known):
                message = f"the table has {len(known)} columns, and no cell takes {row.span}"
                yield Diagnostic("invalid-value", message, field=f"rows.{row.id}.span")
            for covered in (each for each in known[1 : row.span] if (cell := row.cells.get(each)) and cell.text):
                message = f"the row's first cell takes the column `{covered}`, too, and this cell has no place"
                yield Diagnostic("invalid-value", message, hint="take one of the two out", field=f"rows.{row.id}.span")
        yield from self._mistaken_merges(known)
        named = [*known, *(row.id for row in self.rows)]
        for number, unknown in enumerate(self.highlight):
            if unknown not in named:
                message, near = f"no row and no column is called `{unknown}`", did_you_mean(unknown, named)
                yield Diagnostic("unknown-name", message, hint=near, field=f"highlight.{number}")

    def _mistaken_merges(self, known: Sequence[str]) -> Iterator[Diagnostic]:
        """Cells that go on what is not there, or what takes several columns, and rows that say nothing."""
        above = None
        for row in self.rows:
            going_on = [column for column in known if row.goes_on(column)]
            if above is None and going_on:
                message, hint = "there is no row above whose cell this could be one with", "write what the cell says"
                yield Diagnostic("invalid-value", message, hint=hint, field=f"rows.{row.id}.cells.{going_on[0]}")
            elif len(going_on) == len(known):
                message, hint = "this row says nothing of its own", "take it out, or write what is new in it"
                yield Diagnostic("invalid-value", message, hint=hint, field=f"rows.{row.id}.cells")
            taken = known[: max(row.span, above.span if above else 1)]
            for column in going_on if len(taken) > 1 else ():
                if column in taken:
                    message = "a cell that takes several columns takes one row"
                    hint = "leave this cell out, or take `span:` out"
                    yield Diagnostic("invalid-value", message, hint=hint, field=f"rows.{row.id}.cells.{column}")
            above = row


class Table(Content, TableFields):
    """The fields of a slide that is a table."""

    remark: Words | None = None
    """A line under the table: what a sign in it means, or how it was counted."""

    def compared(self, in_digits: Callable[[], Self], ungrouped: Callable[[], Self]) -> Self:
        """A column's figures in one notation."""
        return TableFields.compared(self, in_digits, ungrouped)

    def mistakes(self) -> Iterator[Diagnostic]:
        """A cell in a column that is none."""
        return TableFields.mistakes(self)


def _is_figure(cell: Figure) -> bool:
    """Whether this is a number, or is written without a letter, as `56 %` and `3–4` are."""
    plain = cell.text.plain
    return cell.number is not None or (any(map(str.isdigit, plain)) and not any(map(str.isalpha, plain)))
