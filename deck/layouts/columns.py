"""A list of short entries in evenly filled columns, such as countries; a long one continues on a further slide.

An entry with entries below it is the heading of a group.

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

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Annotated, Any, Literal, Self

from deck.ground.dataclass import dataclass
from deck.layouts.frame.composition import ENOUGH, LOW, filled_share, grown, height_of, step_that_suits, top_of
from deck.layouts.frame.distribution import Block, balanced, continued, framed, heights, paginated
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, rectangle, title_slot
from deck.layouts.frame.groups import Entries
from deck.layouts.frame.lists import list_styles
from deck.layouts.frame.own import own_page, style_of
from deck.layouts.frame.slots import FIRST_IDX, fill, filled, slot
from deck.model.content import Content, Item
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import SlideLayout
from deck.model.style import Bullet, Colour
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, Measurer

_MOST_COLUMNS = 4
# Up to how many entries a list looks best in one column, in two, in three.
_COMFORTABLE = (5, 14, 24)
# What share of the type's size is given away so that no column breaks a group in two, or leaves a heading with but
# one of its entries.
_BY_GROUP, _KEPT = 0.1, 0.04


class Columns(Content):
    """The fields of a list in columns."""

    items: Annotated[tuple[Item, ...], Size(1)]
    """The entries, or `{list: name}` for the rows of one of the outline's lists; with `group: status`, in groups."""
    numbered: bool = False
    """Whether the entries are counted."""
    sort: Literal["as-listed", "name"] = "as-listed"
    """In the order given, or by name as the deck's language sorts."""

    def sorted_by(self, key: Callable[[Text], Any]) -> Self:
        """The entries by name, if that is wanted."""
        if self.sort == "as-listed":
            return self
        return self.replaced(items=_sorted(self.items, key))


def _sorted(items: tuple[Item, ...], key: Callable[[Text], Any]) -> tuple[Item, ...]:
    """The entries by name; groups stay in their order, and are sorted within."""
    if any(item.items for item in items):
        return tuple(item.replaced(items=_sorted(item.items, key)) if item.items else item for item in items)
    return tuple(sorted(items, key=lambda item: key(item.text)))


# A rule's thickness, how far it stands above the body, and how far the list under it begins, in grid units.
_RULE, _RULE_ABOVE, _UNDER_RULE = 0.3, 0.4, 1.5
# A bullet's room, as a share of a number's; what stands below an entry: by how much smaller and further in, in points.
_BULLET_INDENT, _SMALLER, _INDENT = 0.55, 2, 18


@dataclass(frozen=True, slots=True)
class _Setting:
    """The list set in one number of columns."""

    layout: SlideLayout
    pages: Sequence[Sequence[FittedText]]
    columns: int
    step: float = 1
    worth: float = 0

    @property
    def rank(self) -> tuple[float, ...]:
        """The lower, the better: nothing over, few slides, large type, and what else is `worth` its share."""
        texts = [text for page in self.pages for text in page]
        size = min(text.shrunk for text in texts) * self.step + self.worth
        return (max(text.overflow for text in texts), len(self.pages), -size)


def slide_layout(
    theme: Theme, columns: int, *, numbered: bool, grouped: bool = False, step: float = 1, height: float | None = None
) -> SlideLayout:
    """The native slide layout with a slot a column; `grouped` entries stand under headings.

    Entries are larger by a step. Columns of this height, in grid units, stand in the middle.
    """
    grid = theme.grid
    across = grid.columns / columns
    room = grid.body_height - _UNDER_RULE
    top = grid.body_top if height is None else top_of(grid.body_top, room, height)
    style = grown(theme.style("column"), step)
    bullet = Bullet(None if numbered else "•", style.bullet.colour if style.bullet else None)
    # A counted entry needs room for two digits; a bullet needs far less.
    indent = style.indent if numbered else style.indent * _BULLET_INDENT
    first = replace(style, bullet=bullet, indent=indent, hanging=indent)
    _, second, _ = list_styles(theme, theme.style("column"))
    below = replace(grown(second, step), size=style.size - _SMALLER, indent=indent + _INDENT, hanging=_INDENT)
    heading = replace(style, bold=True, colour=Colour("accent1"), bullet=None, indent=0, hanging=0)
    heading = replace(heading, space_before=style.space_after)
    levels = (heading, first, below) if grouped else (first, below)
    slots = tuple(
        slot(
            FIRST_IDX + column,
            f"Column {column + 1}",
            (grid.x(column * across), top + _UNDER_RULE, grid.w(across), room if height is None else height),
            *levels,
            prompt="Entries",
        )
        for column in range(columns)
    )
    rules = tuple(
        rectangle(
            f"Column rule {column + 1}",
            grid.x(column * across),
            top - _RULE_ABOVE,
            grid.w(across),
            _RULE,
            Colour("accent1"),
        )
        for column in range(columns)
    )
    return SlideLayout(
        f"{'Numbered columns' if numbered else 'Columns'}{' in groups' if grouped else ''}, {columns}",
        WHITE,
        (*marks(theme), *rules),
        (title_slot(theme), *slots, *footer_slots(theme)),
    )


def arrange(content: Columns, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The list in the number of columns that sets it largest, on as few slides as hold it.

    Two columns stand in the template's own slide layout for them, if it has one.
    """
    entries = Entries.of(content.items, numbered=content.numbered)
    count = sum(1 for block in entries.blocks for paragraph in block if paragraph.level == entries.grouped)
    comfortable = 1 + sum(count > most for most in _COMFORTABLE)
    if comfortable == 2 and not content.numbered and (own := _in_own(content.title, entries, theme, measurer)):
        yield own
        return
    most = min(_MOST_COLUMNS, len(entries.blocks))
    tried = sorted(range(1, most + 1), key=lambda columns: abs(columns - comfortable))
    settings = [each for columns in tried for each in _set(entries, content, theme, measurer, columns)]
    if entries.grouped:
        kept = Entries.of(content.items, numbered=content.numbered, kept=2)
        settings += [
            replace(each, worth=each.worth + _KEPT)
            for columns in tried
            if columns <= len(kept.blocks)
            for each in _set(kept, content, theme, measurer, columns)
        ]
    best = min(settings, key=lambda setting: setting.rank)
    for number, texts in enumerate(best.pages, start=1):
        title = continued(content.title, number, len(best.pages))
        shapes = [fill(measurer, best.layout.placeholder(0), "title", (title, 0))]
        shapes += [
            filled(best.layout.placeholder(FIRST_IDX + column), text, "items") for column, text in enumerate(texts)
        ]
        yield Page(best.layout, tuple(shapes), title.plain)


def _in_own(title: Text, entries: Entries, theme: Theme, measurer: Measurer) -> Page | None:
    """The list in the template's own slide layout with two texts; a list without bullets, or in groups, is none."""
    layout = theme.own_layout("columns")
    if layout is None or entries.grouped or style_of(layout, 0).bullet is None:
        return None
    place = layout.placeholder(FIRST_IDX)
    weights = heights(measurer.tried(framed(place, entries.blocks)), place.body, entries.blocks)
    divided = balanced(entries.blocks, weights, 2)
    said = {at: ("items", [line for block in column for line in block]) for at, column in enumerate(divided)}
    return own_page(theme, "columns", measurer, title, said)


def _set(entries: Entries, content: Columns, theme: Theme, measurer: Measurer, columns: int) -> Iterator[_Setting]:
    """The list in that many columns: each of one group, if that fits one slide; and evenly filled."""
    of = partial(slide_layout, theme, columns, numbered=content.numbered, grouped=entries.grouped)
    layout = of()
    place = layout.placeholder(FIRST_IDX)

    def frames(divided: Sequence[Sequence[Block]], step: float = 1) -> Sequence[Frame]:
        large = of(step=step).placeholder(FIRST_IDX)
        return [framed(large, column) for column in divided]

    def set_together(divided: list[list[Block]]) -> Sequence[FittedText]:
        return measurer.fit([framed(place, column) for column in entries.headed(divided, columns)])

    def composed(divided: Sequence[Sequence[Block]], texts: Sequence[FittedText], worth: float = 0) -> _Setting:
        """One slide's columns: larger, or lower, where there is little in them."""
        set_frames = frames(divided)
        if max(filled_share(text, frame) for text, frame in zip(texts, set_frames, strict=True)) > ENOUGH:
            return _Setting(layout, [texts], columns, 1, worth)
        step = step_that_suits(partial(frames, divided), measurer, whole=(0, 1))
        set_frames = frames(divided, step)
        texts = measurer.fit(set_frames)
        fill = max(filled_share(text, frame) for text, frame in zip(texts, set_frames, strict=True))
        if fill >= LOW:
            return _Setting(of(step=step), [texts], columns, step, worth)
        low = of(step=step, height=height_of(texts))
        texts = measurer.fit([framed(low.placeholder(FIRST_IDX), column) for column in divided])
        return _Setting(low, [texts], columns, step, worth)

    weights = heights(measurer.tried(framed(place, entries.blocks)), place.body, entries.blocks)
    if divided := entries.by_group(weights, columns):
        texts = set_together(divided)
        if all(text.fits for text in texts):
            yield composed(divided, texts, _BY_GROUP)
    parts, pages = paginated(entries.blocks, weights, columns, set_together)
    yield composed(parts[0], pages[0]) if len(pages) == 1 else _Setting(layout, pages, columns)


LAYOUT = Layout(
    "columns",
    Columns,
    __doc__ or "",
    arrange,
    lambda theme: [
        slide_layout(theme, columns, numbered=numbered) for numbered in (False, True) for columns in (2, 3, 4)
    ],
    also=("multi-column", "countries"),
)
