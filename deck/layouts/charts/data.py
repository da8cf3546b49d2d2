"""A chart's figures as an outline has them → numbers to draw, with the words at each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deck.ground.dataclass import dataclass
from deck.model.measure import number_of
from deck.model.text import Amount, Text


@dataclass(frozen=True, slots=True)
class Limit:
    """How low or how high a figure may be, and how that is written."""

    number: float
    text: Text

    @classmethod
    def of(cls, amount: Amount | None) -> Limit | None:
        number = number_of(amount)
        return cls(number, amount.text) if amount and number is not None else None


@dataclass(frozen=True, slots=True)
class Point:
    """A figure: what it comes to, how it is written, and the path of its field. Without a number there is none.

    It may be as `low` or as `high` as these.
    """

    number: float | None
    text: Text | None = None
    field: str = ""
    across: float = 0.0
    across_text: Text | None = None
    low: Limit | None = None
    high: Limit | None = None

    @classmethod
    def of(
        cls,
        amount: Amount | None,
        field: str,
        across: Amount | None = None,
        between: tuple[Amount | None, Amount | None] = (None, None),
    ) -> Point:
        number = number_of(amount)
        text = amount.text if amount and number is not None else None
        low, high = map(Limit.of, between if text else (None, None))
        return cls(number, text, field, number_of(across) or 0.0, across.text if across else None, low, high)


@dataclass(frozen=True, slots=True)
class Series:
    """A series' points, one a category. `name` is None where there is only one, without a name of its own."""

    id: str
    name: Text | None
    points: tuple[Point, ...]
    as_line: bool = False

    @property
    def numbers(self) -> tuple[float, ...]:
        return tuple(point.number for point in self.points if point.number is not None)

    @property
    def lows(self) -> tuple[float | None, ...]:
        return tuple(point.low.number if point.low else None for point in self.points)

    @property
    def highs(self) -> tuple[float | None, ...]:
        return tuple(point.high.number if point.high else None for point in self.points)

    @property
    def ranged(self) -> bool:
        """Whether it is said of a figure how low or high it may be."""
        return any(point.low or point.high for point in self.points)


@dataclass(frozen=True, slots=True)
class Ticks:
    """The places of categories that have a label, from the first, and these labels."""

    places: tuple[int, ...]
    labels: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Data:
    """Categories, with their ids and labels, and series. `highlight` are the ids of those that stand out, `sums`
    those of a waterfall's totals.

    Where it is `spread`, each category is one of `days`, as ISO 8601 writes it; lines go on over those without a
    figure, which have no id, and labels stand at the first of `ticks` that have room.
    """

    ids: tuple[str, ...]
    labels: tuple[Text, ...]
    series: tuple[Series, ...]
    highlight: frozenset[str] = frozenset()
    sums: frozenset[str] = frozenset()
    days: tuple[str, ...] = ()
    ticks: tuple[Ticks, ...] = ()

    @property
    def spread(self) -> bool:
        """Whether its categories stand as far apart as their dates."""
        return bool(self.days)

    @property
    def numbers(self) -> Iterator[float]:
        """All to which something is drawn."""
        for each in self.series:
            yield from each.numbers
            yield from (limit for limit in (*each.lows, *each.highs) if limit is not None)

    @property
    def ranged(self) -> bool:
        """Whether one of its series is."""
        return any(each.ranged for each in self.series)

    def totals(self) -> Iterator[tuple[float, float]]:
        """What each category's figures come to, those below nought and those above."""
        for index, _ in enumerate(self.ids):
            figures = [each.points[index].number or 0.0 for each in self.series]
            yield sum(min(0.0, figure) for figure in figures), sum(max(0.0, figure) for figure in figures)

    def in_order(self, order: Sequence[int]) -> Data:
        """The categories in this order."""
        return Data(
            tuple(self.ids[index] for index in order),
            tuple(self.labels[index] for index in order),
            tuple(
                Series(each.id, each.name, tuple(each.points[index] for index in order), each.as_line)
                for each in self.series
            ),
            self.highlight,
            self.sums,
        )
