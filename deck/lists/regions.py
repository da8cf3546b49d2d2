"""Which region of the United Nations a country is in, by their standard M49."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from deck.model.table import Table

_REGIONS = Path(__file__).with_name("regions.tsv")


def with_regions(table: Table) -> Table:
    """The list with each country's region in the column `region`, unless it has one of its own.

    Its codes are those of M49; a country that the standard has in no region has none.
    """
    code = table.column("code")
    if code is None or table.column("region"):
        return table
    rows = (replace(row, values={**row.values, "region": _regions().get(row.values[code], "")}) for row in table.rows)
    return replace(table, columns=(*table.columns, "region"), rows=tuple(rows))


@cache
def _regions() -> dict[str, str]:
    lines = (line.split("\t") for line in _REGIONS.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    return {country: region for region, countries in lines for country in countries.split(" ")}
