"""What the formats of an OpenDocument's dates show: the year, the month, the day, the time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from deck.ground.dataclass import dataclass
from deck.lists.workbooks.marked import Element
from deck.lists.workbooks.package import Package
from deck.lists.workbooks.relations import parsed

_STYLES = "styles.xml"
_LETTERS = {
    "y": {"year", "era"},
    "m": {"month", "quarter"},
    "d": {"day", "day-of-week", "week-of-year"},
    "t": {"hours", "minutes", "seconds", "am-pm"},
    "s": {"seconds"},
}
_DAY = "ymd"
"""What a date shows of which nobody knows better."""
_DEFAULT = "table:default-cell-style-name"


@dataclass(frozen=True, slots=True)
class Moments:
    """The letters of what each style of cells shows of a moment, and the styles of columns, from the first on."""

    styles: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[tuple[int, str], ...] = ()
    """The last of each run of columns that are alike, and the style of their cells."""

    @classmethod
    def of(cls, package: Package, table: Element) -> Moments:
        """Those of this sheet, which stands in the part of the content. DeckError where a part is damaged."""
        root = table
        while root.parent is not None:
            root = root.parent
        roots = [parsed(package, _STYLES)[1]] if _STYLES in package else []
        return cls(_styles([*roots, root]), tuple(_columns(table)))

    def letters(self, cell: Element, row: Element, column: int) -> str:
        """What this cell shows of its moment: its own style says it, or that of its row or its column."""
        own = cell.attributes.get("table:style-name") or row.attributes.get(_DEFAULT)
        return self.styles.get(own or next((style for last, style in self.columns if column <= last), ""), _DAY)


def _styles(roots: list[Element]) -> dict[str, str]:
    formats: dict[str, str] = {}
    cells: dict[str, Element] = {}
    for root in roots:
        for each in root.each("date-style", "style"):
            name = each.attributes.get("style:name", "")
            if each.name == "date-style":
                shown = {one.name for one in each.inside}
                formats[name] = "".join(letter for letter, words in _LETTERS.items() if shown & words)
            elif each.attributes.get("style:family") == "table-cell":
                cells[name] = each
    return {name: formats[code] for name in cells if (code := _format(name, cells)) in formats}


def _format(name: str, cells: Mapping[str, Element]) -> str:
    """The format of this style, or of the nearest above it that has one."""
    seen: set[str] = set()
    while name in cells and name not in seen:
        seen.add(name)
        said = cells[name].attributes
        if code := said.get("style:data-style-name"):
            return code
        name = said.get("style:parent-style-name", "")
    return ""


def _columns(table: Element) -> Iterator[tuple[int, str]]:
    last = 0
    for each in table.each("table-column"):
        last += max(1, int(each.attributes.get("table:number-columns-repeated", "1")))
        yield last, each.attributes.get(_DEFAULT, "")
