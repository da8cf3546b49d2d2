"""A list of short entries in evenly filled columns, such as countries; a long one continues on a further slide.

Example:
    layout: columns
    title: Who has joined
    numbered: true
    items:
      - {id: albania, text: Albania}
      - {id: chile, text: Chile}
      - {id: samoa, text: Samoa}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, Self

from deck.layouts.balance import Block, blocks, continued, framed, heights, paginated
from deck.layouts.furniture import WHITE, footer_rule, footer_slots, marker, rectangle, title_slot
from deck.layouts.slots import FIRST_IDX, fill, filled, slot
from deck.model.content import Content, Item
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import SlideLayout
from deck.model.style import Bullet, Colour
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Measurer

_MOST_COLUMNS = 4
# Up to how many entries a list looks best in one column, in two, in three.
_COMFORTABLE = (5, 14, 24)


class Columns(Content):
    """The fields of a list in columns."""

    items: Annotated[tuple[Item, ...], Size(1)]
    """The entries, or `{list: name}` for the rows of one of the outline's lists."""
    numbered: bool = False
    """Whether the entries are counted."""
    sort: Literal["as-listed", "name"] = "as-listed"
    """In the order given, or by name as the deck's language sorts."""

    def sorted_by(self, key: Callable[[Text], Any]) -> Self:
        """The entries by name, if that is wanted."""
        if self.sort == "as-listed":
            return self
        return self.replaced(items=tuple(sorted(self.items, key=lambda item: key(item.text))))


@dataclass(frozen=True, slots=True)
class _Setting:
    """The list set in one number of columns."""

    layout: SlideLayout
    pages: Sequence[Sequence[FittedText]]
    columns: int

    @property
    def rank(self) -> tuple[float, ...]:
        """The lower, the better: nothing over, few slides, large type."""
        texts = [text for page in self.pages for text in page]
        return (max(text.overflow for text in texts), len(self.pages), -min(text.shrunk for text in texts))


def slide_layout(theme: Theme, columns: int, *, numbered: bool) -> SlideLayout:
    """The native slide layout with a slot a column."""
    grid = theme.grid
    across = grid.columns / columns
    style = theme.style("column")
    bullet = Bullet(None if numbered else "•", style.bullet.colour if style.bullet else None)
    # A counted entry needs room for two digits; a bullet needs far less.
    indent = style.indent if numbered else style.indent * 0.55
    first = replace(style, bullet=bullet, indent=indent, hanging=indent)
    below = replace(theme.style("body-2"), size=style.size - 2, indent=indent + 18, hanging=18)
    slots = tuple(
        slot(
            FIRST_IDX + column,
            f"Column {column + 1}",
            (grid.x(column * across), grid.body_top + 1.5, grid.w(across), grid.body_height - 1.5),
            first,
            below,
            prompt="Entries",
        )
        for column in range(columns)
    )
    rules = tuple(
        rectangle(
            f"Column rule {column + 1}",
            grid.x(column * across),
            grid.body_top - 0.4,
            grid.w(across),
            0.3,
            Colour("accent1"),
        )
        for column in range(columns)
    )
    return SlideLayout(
        f"{'Numbered columns' if numbered else 'Columns'}, {columns}",
        WHITE,
        (marker(theme), footer_rule(theme), *rules),
        (title_slot(theme), *slots, *footer_slots(theme)),
    )


def arrange(content: Columns, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The list in the number of columns that sets it largest, on as few slides as hold it."""
    items = blocks(content.items, numbered=content.numbered)
    comfortable = 1 + sum(len(items) > most for most in _COMFORTABLE)
    tried = sorted(range(1, min(_MOST_COLUMNS, len(items)) + 1), key=lambda columns: abs(columns - comfortable))
    best = min((_set(items, content, theme, measurer, columns) for columns in tried), key=lambda setting: setting.rank)
    for number, texts in enumerate(best.pages, start=1):
        title = continued(content.title, number, len(best.pages))
        shapes = [fill(measurer, best.layout.placeholder(0), "title", (title, 0))]
        shapes += [
            filled(best.layout.placeholder(FIRST_IDX + column), text, "items") for column, text in enumerate(texts)
        ]
        yield Page(best.layout, tuple(shapes), title.plain)


def _set(items: list[Block], content: Columns, theme: Theme, measurer: Measurer, columns: int) -> _Setting:
    layout = slide_layout(theme, columns, numbered=content.numbered)
    place = layout.placeholder(FIRST_IDX)

    weights = heights(measurer.measure(framed(place, items)), items)
    _, pages = paginated(
        items, weights, columns, lambda divided: measurer.fit([framed(place, column) for column in divided])
    )
    return _Setting(layout, pages, columns)


LAYOUT = Layout(
    "columns",
    Columns,
    __doc__ or "",
    arrange,
    lambda theme: [
        slide_layout(theme, columns, numbered=numbered) for numbered in (False, True) for columns in (2, 3, 4)
    ],
)
