"""A table under a header row; a long one continues on a further slide, under the same header.

Example:
    layout: table
    title: The figures at a glance
    columns:
      - {id: measure, heading: Measure}
      - {id: people, heading: People, align: end}
    rows:
      - {id: labour, cells: {measure: Forced labour, people: 28_000_000}}
      - {id: marriage, cells: {measure: Forced marriage, people: 22_000_000}}
"""

from __future__ import annotations

from collections.abc import Iterable

from deck.layouts.distribution import continued
from deck.layouts.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.slots import fill
from deck.layouts.table_fields import Table
from deck.layouts.table_setting import HEADER, TableSetting, composed
from deck.model.layout import Layout, Page
from deck.model.shapes import SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Measurer


def slide_layout(theme: Theme) -> SlideLayout:
    """The native slide layout: a title over free space."""
    return SlideLayout("Table", WHITE, marks(theme), (title_slot(theme), *footer_slots(theme)))


def arrange(content: Table, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The table at the largest size at which it is whole on the fewest slides, and with air where it says little."""
    layout = slide_layout(theme)
    setting = TableSetting(content, theme, measurer)
    scale, pages = setting.pages()
    if len(pages) == 1 and scale == 1:
        setting = composed(setting, lambda step: TableSetting(content, theme, measurer, step))
    for number, rows in enumerate(pages, start=1):
        title = continued(content.title, number, len(pages))
        shapes = (fill(measurer, layout.placeholder(0), "title", (title, 0)), setting.table(rows, scale, title.plain))
        yield Page(layout, shapes, title.plain)


LAYOUT = Layout(
    "table",
    Table,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme)],
    texts_on=lambda theme: [
        (theme.style("table-heading"), HEADER),
        *((theme.style("table-cell"), ground) for ground in (WHITE, theme.grounds.card)),
    ],
    also=("spreadsheet", "data"),
)
