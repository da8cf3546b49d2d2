"""An edition of an outline: the same slides with some facts and lists of its own, as a Member State's."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Span
from deck.model.table import Table


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition has of its own. Its `name` is in its decks' names.

    `values` has a row for each cell that is filled: its column as `id`, and as `value` what it says, with the `unit`
    where it says that; `found` is what is wrong with them, at a row's place and in a `field`. Which of them are facts,
    and which are lists' files, the outline knows. `place` is its row's, and `headings` are those of the columns.
    """

    name: str
    values: Table
    place: Span
    headings: Mapping[str, Span]
    found: tuple[Diagnostic, ...] = ()

    def called(self, names: Collection[str]) -> Edition:
        """The edition with its columns called as the outline calls its facts and lists: “Children” is `children`."""
        columns = Table(self.place.path, tuple(self.headings), ())
        new: dict[str, str] = {}
        for name in names:
            if (column := columns.column(name)) and column not in names:
                new.setdefault(column, name)
        rows = (
            replace(row, values={**row.values, "id": new.get(row.values["id"], row.values["id"])})
            for row in self.values.rows
        )
        headings = {new.get(column, column): place for column, place in self.headings.items()}
        return replace(self, values=replace(self.values, rows=tuple(rows)), headings=headings)
