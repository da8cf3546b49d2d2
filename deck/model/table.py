"""A table that staff edit: named columns, rows of text, and where each row stands in its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Span

_CALLED = {
    "country": "countries|country name|name of country|country or area|country territory|member state|"
    "pays|nom du pays|país|países|nombre del país|بلد|البلد|دولة|الدولة|اسم البلد|国家|國家|国家名称|"
    "страна|название страны",
    "code": "iso|iso2|iso3|iso 2|iso 3|iso code|iso2 code|iso3 code|alpha2|alpha3|alpha 2|alpha 3|alpha 2 code|"
    "alpha 3 code|iso alpha 2|iso alpha 3|iso 3166|iso 3166 1|iso 3166 1 alpha 2|iso 3166 1 alpha 3|country code|"
    "iso country code|cca2|cca3|m49|m49 code|code iso|code pays|code du pays|código|código iso|código de país|"
    "código del país|الرمز|رمز|رمز البلد|رمز الدولة|代码|代碼|国家代码|код|код страны",
    "status": "statut|estado|situación|الحالة|حالة|状态|статус",
    "since": "depuis|desde|منذ|自|加入时间|с",
    "note": "notes|remarque|nota|observaciones|ملاحظة|ملاحظات|备注|примечание",
}
"""The columns of a list of countries, and what they are called in the languages of the United Nations."""
_BETWEEN_WORDS = str.maketrans(dict.fromkeys("-_/–.()", " "))

STATUSES = ("pathfinder", "candidate")
"""What a country may be; an empty cell says nothing of it."""
REGIONS = ("002", "019", "142", "150", "009")
"""The regions of the United Nations by their M49 codes: Africa, Americas, Asia, Europe, Oceania."""
NO_STATUS = "none"
"""What stands for an empty cell of the column `status`, where its countries are a group."""
GROUPS = {"status": (*STATUSES, NO_STATUS), "region": REGIONS}
"""What may stand in columns by which countries are shown in groups, in the groups' order."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its text by column, on one line, without the space round it; empty cells are empty strings.

    `lines` are the texts of those cells that have several lines, as these stand there, `dates` the columns whose cell
    a workbook holds as a date.
    """

    values: Mapping[str, str]
    span: Span
    places: Mapping[str, Span] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    dates: frozenset[str] = frozenset()

    def at(self, column: str) -> Span:
        """Where the cell of this column stands; where the row does, if that is not known."""
        return self.places.get(column, self.span)

    def renamed(self, new: Mapping[str, str]) -> Row:
        """The row with new names for the columns that have one."""
        values, lines = (
            {new.get(old, old): text for old, text in texts.items()} for texts in (self.values, self.lines)
        )
        places = {new.get(old, old): place for old, place in self.places.items()}
        dates = frozenset(new.get(old, old) for old in self.dates)
        return replace(self, values=values, places=places, lines=lines, dates=dates)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one file, in its order; `warnings` are what was noticed in reading it."""

    path: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    warnings: tuple[Diagnostic, ...] = ()

    def column(self, name: str) -> str | None:
        """The column of this name, as the file writes it: in capitals or not, in one of six languages.

        This alone says which column is the country, its code, its status. Where codes stand first and there is no
        column of countries, they say which country it is.
        """
        if name in self.columns:
            return name
        folded = {_heading(column): column for column in reversed(self.columns)}
        known = filter(None, (_heading(name), *_CALLED.get(name, "").split("|")))
        found = next((folded[word] for word in known if word in folded), None)
        if found is None and name == "country" and self.columns and self.column("code") == self.columns[0]:
            return self.columns[0]
        return found

    def renamed(self, names: Iterable[str]) -> Table:
        """The table with the columns that `column` finds under these names called by just these."""
        new: dict[str, str] = {}
        for name in names:
            if old := self.column(name):
                new.setdefault(old, name)
        columns = tuple(new.get(old, old) for old in self.columns)
        return replace(self, columns=columns, rows=tuple(row.renamed(new) for row in self.rows))


def _heading(column: str) -> str:
    """“ISO-Code” and “iso_code” are one heading."""
    return " ".join(column.casefold().translate(_BETWEEN_WORDS).split())
