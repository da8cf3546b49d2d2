"""The figures that slides show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from deck.model.declarations import may_hold
from deck.model.fields import Fields, Part
from deck.model.text import Amount, names_in_braces


class Shown(NamedTuple):
    """A figure: the `path` of its field, and the fields among which it stands (None: a cell of a table)."""

    path: str
    amount: Amount
    beside: Fields | None

    @property
    def facts(self) -> list[str]:
        """The names of the facts that it takes up."""
        return [match[1].strip() for match in names_in_braces(self.amount.text.markup)]


def figures(fields: Fields, prefix: str = "") -> Iterator[Shown]:
    """The figures among these fields and below, in order."""
    if not may_hold(type(fields), Amount):
        return
    for name, value in vars(fields).items():
        path = f"{prefix}{name}"
        match value:
            case Amount():
                yield Shown(path, value, fields)
            case Fields():
                yield from figures(value, f"{path}.")
            case tuple():
                for part in value:
                    if isinstance(part, Part):
                        yield from figures(part, f"{path}.{part.id}.")
            case Mapping():
                yield from (
                    Shown(f"{path}.{key}", each, None) for key, each in value.items() if isinstance(each, Amount)
                )
