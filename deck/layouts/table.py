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
      - {id: all, cells: {measure: Modern slavery, people: 50_000_000}}
    highlight: [people]
    remark: People on any given day of 2021
"""

from __future__ import annotations

from collections.abc import Iterable

from deck.layouts.frame.composition import height_of
from deck.layouts.frame.distribution import continued
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, title_slot
from deck.layouts.frame.slots import FIRST_IDX, fill, frame, slot
from deck.layouts.tables.fields import Table
from deck.layouts.tables.setting import HEADER, Density, TableSetting, composed, standing_out
from deck.model.layout import Layout, Page
from deck.model.shapes import Shape, SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Measurer
from deck.model.units import EMU_PER_UNIT, Rect

_TO_REMARK, _MOST_REMARK = 1.4, 14.0
"""Between a table and its remark, and how high a remark may be, in grid units."""


def slide_layout(theme: Theme, remark: tuple[float, float] | None = None) -> SlideLayout:
    """The native slide layout: a title over free space, and a `remark` of this top and height, in grid units."""
    grid = theme.grid
    slots = []
    if remark:
        box = (grid.x(0), remark[0], grid.w(grid.columns), remark[1])
        slots.append(slot(FIRST_IDX, "Remark", box, theme.style("text-remark"), prompt="Remark"))
    name = f"Table{' with a remark' if remark else ''}"
    return SlideLayout(name, WHITE, marks(theme), (title_slot(theme), *slots, *footer_slots(theme)))


def arrange(content: Table, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The table at the largest size at which it is whole on the fewest slides, and with air where it says little."""
    below = 0.0
    if content.remark:
        place = slide_layout(theme, (theme.grid.body_top, _MOST_REMARK)).placeholder(FIRST_IDX)
        below = min(height_of([measurer.measure(frame(place, (content.remark, 0)))]), _MOST_REMARK)

    grid = theme.grid
    room = grid.body_height - (_TO_REMARK + below if below else 0)
    space = Rect.of_units(grid.x(0), grid.body_top, grid.w(grid.columns), room)

    def setting_at(step: float) -> TableSetting:
        return TableSetting(content, theme, measurer, space, step)

    setting = setting_at(1)
    density, pages = setting.pages()
    if len(pages) == 1 and density == Density():
        setting = composed(setting, setting_at)
    for number, rows in enumerate(pages, start=1):
        title = continued(content.title, number, len(pages))
        table = setting.table(rows, density, title.plain)
        foot = table.rect.bottom / EMU_PER_UNIT + _TO_REMARK
        layout = slide_layout(theme, (foot, below) if below else None)
        shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (title, 0)), table]
        if content.remark:
            shapes.append(fill(measurer, layout.placeholder(FIRST_IDX), "remark", (content.remark, 0)))
        yield Page(layout, tuple(shapes), title.plain)


_SAMPLES = (
    """
    layout: table
    title: Headings in a table
    columns: [{id: measure, heading: Measure}, {id: women, heading: Women}, {id: men, heading: Men}]
    rows:
      - {id: work, span: 3, cells: {measure: At work in all countries of the whole wide world}}
      - {id: fields, cells: {measure: In fields, women: "2.1", men: "3.9"}}
      - {id: homes, cells: {measure: In homes, women: "4.7", men: "1.4"}}
      - {id: home, span: 3, cells: {measure: At home}}
      - {id: marriage, cells: {measure: Married by force, women: "14.9", men: "7.1"}}
    highlight: [women, work, home]
    """,
    """
    layout: table
    title: Cells of several rows
    columns: [{id: region, heading: Region}, {id: country, heading: Country}, {id: laws, heading: What it did}]
    rows:
      - {id: nigeria, cells: {region: Africa, country: Nigeria, laws: Ratified the Protocol}}
      - {id: malawi, cells: {region: ^, country: Malawi, laws: ^}}
      - {id: uganda, cells: {region: ^, country: Uganda, laws: A plan of action}}
      - {id: nepal, cells: {region: Asia, country: Nepal, laws: A law}}
      - {id: fiji, cells: {region: ^, country: Fiji, laws: A commission}}
    """,
)

LAYOUT = Layout(
    "table",
    Table,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme)],
    texts_on=lambda theme: [
        (theme.style("table-heading"), HEADER),
        *(
            (style, ground)
            for style in (theme.style("table-cell"), standing_out(theme))
            for ground in (WHITE, theme.grounds.card)
        ),
    ],
    also=("spreadsheet", "data"),
    samples=_SAMPLES,
)
