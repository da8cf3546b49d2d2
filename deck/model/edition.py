"""An edition of an outline: the same slides with some facts and lists of its own, as a Member State's."""

from __future__ import annotations

from collections.abc import Mapping

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
