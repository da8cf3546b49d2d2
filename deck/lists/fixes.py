"""What of a list of countries mends itself, because it can only mean one thing."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.dataclass import dataclass
from deck.lists.country_list import COLUMNS, status_meant, suggested
from deck.lists.country_names import Resolution, country_name, resolve
from deck.lists.garbled import mended
from deck.model.table import Table


@dataclass(frozen=True, slots=True)
class Fix:
    """What a cell is to say instead of what it says. `row` counts from 0."""

    row: int
    column: str
    old: str
    new: str


def fixes(table: Table) -> Iterator[Fix]:
    """What mends itself: garbled text, a name misspelt in one way only, codes, the spelling of a status."""
    own = {name: table.column(name) or name for name in COLUMNS}
    for number, row in enumerate(table.renamed(COLUMNS).rows):
        better = {column: mended(text) for column, text in row.values.items()}
        if "country" in better:
            _mend_country(better)
        if status := better.get("status"):
            better["status"] = status_meant(status) or status
        for column, text in row.values.items():
            if better[column] != text:
                yield Fix(number, own.get(column, column), text, better[column])


def _mend_country(values: dict[str, str]) -> None:
    by_name, by_code = resolve(values["country"]), resolve(values.get("code", ""))
    meant = suggested(by_code.code, by_name.suggestions) if by_code.code else by_name.clear
    if not by_name.code and not by_name.shared and meant:
        values["country"], by_name = meant.name, Resolution(meant.code)
    if not values["country"] and by_code.code:
        values["country"] = country_name(by_code.code)
    # A code that is of another country than the name is for people to judge.
    code = by_code.code or by_name.sure
    if "code" in values and code and by_name.sure in (code, None):
        values["code"] = code
