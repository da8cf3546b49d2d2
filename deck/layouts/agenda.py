"""What comes when: a row for each part of the session, with its time; without times they are counted.

Without `items`, they are the outline's sections, each with the minutes that its slides are planned to take.

Example:
    layout: agenda
    title: What we will do
    items:
      - {id: welcome, text: Welcome, time: "10:00", by: The Secretariat}
      - {id: survivors, text: What survivors ask for, time: "10:05"}
      - {id: questions, text: Questions, time: "10:40"}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import is_
from typing import Annotated, Self

from deck.ground.diagnostics import Diagnostic
from deck.layouts.frame.composition import top_of
from deck.layouts.frame.furniture import WHITE, footer_slots, hairline, marks, rectangle, title_slot
from deck.layouts.frame.slots import FIRST_IDX, fill, filled, paragraphs, slot
from deck.model.content import Content, PlannedSection, Words
from deck.model.fields import Identifier, Part
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import AutoShape, Placeholder, Shape, SlideLayout
from deck.model.style import Bullet, Colour
from deck.model.text import Paragraph, Text
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import Emu, Rect, units

_ROWS = 8
_TALLEST_ROW = 14.0
"""In grid units: more air than this parts the rows from each other."""
_RULE, _ROW_AIR, _LINE_AIR = 0.14, 0.6, 1.0
_TIME_COLUMNS, _BY_COLUMNS = 2.5, 3.5
_MANY = 6
"""Of so many rows, each is one line: who speaks stands at its end."""
# How wide the bar is beside the part that comes now, how far before the row, and its distance from the rules.
_NOW_BAR, _BEFORE, _BAR_AIR = 0.9, 3.0, 1.2


class AgendaItem(Part):
    """One part of the session."""

    text: Words
    """What it is."""
    time: Words | None = None
    """When it begins, or how long it takes."""
    by: Words | None = None
    """Who speaks, or what it is about."""
    link: Identifier | None = None
    """The id of the section or slide to which it leads; if left out, the section of its own id or title."""


class Agenda(Content):
    """The fields of an agenda."""

    items: Annotated[tuple[AgendaItem, ...], Size(2, _ROWS)] = ()
    """The parts of the session, in order; if left out, the sections of the outline."""
    now: Identifier | None = None
    """The id of the part that comes now: it is marked."""

    def planned(self, session: Callable[[], Sequence[PlannedSection]]) -> Self:
        """The outline's sections, where no parts are given; each part leads to its section."""
        if not self.items:
            parts = (AgendaItem(id=each.id, text=each.title, time=each.time, link=each.id) for each in session())
            return self.replaced(items=tuple(parts))
        return self

    def resolved(self, sections: Mapping[str, Text]) -> Self:
        """Each part leads to the section of its id, or else of its words; to none where several are called that."""
        called: dict[str, list[str]] = {}
        for identifier, title in sections.items():
            called.setdefault(_folded(title), []).append(identifier)

        def led(item: AgendaItem) -> AgendaItem:
            named = [item.id] if item.id in sections else called.get(_folded(item.text), [])
            return item if item.link or len(named) != 1 else item.replaced(link=named[0])

        items = tuple(map(led, self.items))
        return self if all(map(is_, items, self.items)) else self.replaced(items=items)

    def mistakes(self) -> Iterator[Diagnostic]:
        """A part that comes now, and is none of them."""
        if self.items and self.now and self.now not in {item.id for item in self.items}:
            hint = "known: " + ", ".join(f"`{item.id}`" for item in self.items)
            yield Diagnostic("unknown-name", f"no part has the id `{self.now}`", hint=hint, field="now")


def slide_layout(theme: Theme, count: int, *, timed: bool, beside: bool = False) -> SlideLayout:
    """The native slide layout with that many rows, with a column of times or counted, and perhaps with who speaks
    `beside` each part."""
    grid = theme.grid
    height = min(grid.body_height / count, _TALLEST_ROW)
    top = top_of(grid.body_top, grid.body_height, count * height)
    first = _TIME_COLUMNS if timed else 0
    item, by, time = (theme.style(f"agenda-{name}") for name in ("item", "by", "time"))
    if not timed:
        item = replace(item, bullet=Bullet(None, Colour("accent1")), indent=item.indent, hanging=item.indent)
        by = replace(by, indent=item.indent)
    else:
        item = replace(item, indent=0)
    rows, rules = [], []
    over = _LINE_AIR if beside else _ROW_AIR
    air = (0, over, 0, over)
    for row in range(count):
        y = top + row * height
        if timed:
            at = (grid.x(0), y, grid.w(first), height)
            rows.append(slot(_time_idx(row), f"Time {row + 1}", at, time, prompt="Time", insets=air, anchor="middle"))
        last = _BY_COLUMNS if beside else 0
        at = (grid.x(first), y, grid.w(grid.columns - first - last), height)
        levels = (item,) if beside else (item, by)
        rows.append(slot(_item_idx(row), f"Part {row + 1}", at, *levels, prompt="Text", insets=air, anchor="middle"))
        if beside:
            at = (grid.x(grid.columns - last), y, grid.w(last), height)
            who = replace(by, indent=0)
            idx = _by_idx(row, count)
            rows.append(slot(idx, f"By {row + 1}", at, who, prompt="By", insets=air, anchor="middle"))
        if row:
            line = rectangle(f"Rule {row}", grid.x(0), y, grid.w(grid.columns), _RULE, hairline(theme))
            rules.append(line)
    return SlideLayout(
        f"Agenda, {count}{' with times' if timed else ''}{' and speakers' if beside else ''}",
        WHITE,
        (*marks(theme), *rules),
        (title_slot(theme), *rows, *footer_slots(theme)),
    )


def _time_idx(row: int) -> int:
    return FIRST_IDX + 2 * row


def _item_idx(row: int) -> int:
    return FIRST_IDX + 2 * row + 1


def _by_idx(row: int, count: int) -> int:
    return FIRST_IDX + 2 * count + row


def arrange(content: Agenda, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The rows at one size, that which comes now in bold beside a bar."""
    timed = any(item.time for item in content.items)
    count = len(content.items)
    beside = count >= _MANY and any(item.by for item in content.items)
    layout = slide_layout(theme, count, timed=timed, beside=beside)
    set_alike: list[tuple[Placeholder, str, tuple[Paragraph, ...]]] = []
    for row, item in enumerate(content.items):
        said = paragraphs((_linked(item), 0), (None if beside else item.by, 1))
        if item.id == content.now:
            said = (_bold(said[0]), *said[1:])
        if not timed:
            said = (replace(said[0], number=row + 1), *said[1:])
        if item.time:
            place = layout.placeholder(_time_idx(row))
            set_alike.append((place, f"items.{item.id}.time", paragraphs((item.time, 0))))
        set_alike.append((layout.placeholder(_item_idx(row)), f"items.{item.id}.text", said))
        if beside and item.by:
            place = layout.placeholder(_by_idx(row, count))
            set_alike.append((place, f"items.{item.id}.by", paragraphs((item.by, 0))))
    texts = measurer.fit([Frame(said, place.body, place.rect) for place, _, said in set_alike])
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    shapes += [filled(place, text, field) for (place, field, _), text in zip(set_alike, texts, strict=True)]
    for row, item in enumerate(content.items):
        if item.id == content.now:
            at = layout.placeholder(_item_idx(row)).rect
            left = units(theme.grid.x(0) - _BEFORE)
            bar = Rect(left, Emu(at.top + units(_BAR_AIR)), units(_NOW_BAR), Emu(at.height - 2 * units(_BAR_AIR)))
            shapes.append(AutoShape("Now", bar, "rect", Colour("accent2")))
    yield Page(layout, tuple(shapes), content.title.plain)


def _folded(text: Text) -> str:
    return " ".join(text.plain.casefold().split())


def _linked(item: AgendaItem) -> Text:
    """What a part is, leading to its slides: by its words, as LibreOffice forgets where a placeholder's shape leads."""
    if item.link is None:
        return item.text
    link = f"#{item.link}"
    return replace(
        item.text,
        paragraphs=tuple(
            replace(paragraph, runs=tuple(replace(run, link=run.link or link) for run in paragraph.runs))
            for paragraph in item.text.paragraphs
        ),
    )


def _bold(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, runs=tuple(replace(run, bold=True) for run in paragraph.runs))


LAYOUT = Layout(
    "agenda",
    Agenda,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, 4, timed=timed) for timed in (True, False)],
    also=("contents", "table-of-contents", "toc", "programme", "program", "schedule", "overview"),
)
