"""Whom to write to, or where to go on: one to four people, offices or pages, and perhaps a QR code.

Example:
    layout: contact
    title: Stay in touch
    contacts:
      - id: secretariat
        name: The Secretariat
        role: Questions on membership
        text: "[info@example.org](mailto:info@example.org)"
    qr: {link: "https://www.example.org/newsletter", label: Our newsletter}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from deck.layouts.frame.composition import begun_together, grown, height_of, step_that_suits, top_of
from deck.layouts.frame.furniture import ACCENTS, WHITE, footer_slots, marks, rectangle, title_slot
from deck.layouts.frame.slots import FIRST_IDX, Entry, fill, fill_alike, frame, slot
from deck.layouts.marks.qr_code import QrCode, qr_label, qr_label_slot, qr_shapes
from deck.model.content import Content, Prose, Words
from deck.model.fields import Part
from deck.model.layout import Layout, Page
from deck.model.rules import Bare, Size
from deck.model.shapes import Shape, SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer

_PANEL_COLUMNS, _GAP = 4, 0.5
"""How many columns the panel of a code takes, and what lies between it and the contacts."""
# In grid units: the rule over a contact, and what lies under it and between rows; of a panel its padding, and the most
# that the words under its code take, with the gap before them.
_RULE, _UNDER_RULE, _BETWEEN = 0.5, 2.4, 4.0
_PADDING, _LABEL, _OVER_LABEL = 4.0, 9.0, 2.0


class ContactPart(Part):
    """Someone, or something, to turn to."""

    name: Words
    """Who or what it is."""
    role: Words | None = None
    """What for."""
    text: Prose | None = None
    """How: addresses, numbers, links; with a blank line between them, each on a line of its own."""


class Contact(Content):
    """The fields of contacts."""

    contacts: Annotated[tuple[ContactPart, ...], Size(1, 4)]
    """Whom, or what, to turn to."""
    qr: Annotated[QrCode, Bare("link")] | None = None
    """A QR code beside them: an address, or `{link: …, label: …}`."""


def slide_layout(
    theme: Theme, count: int, step: float = 1, *, qr: bool = False, height: float | None = None
) -> SlideLayout:
    """The native slide layout with a slot for each contact, beside a panel for a code or without.

    Texts are larger by a step; contacts of this `height`, in grid units, stand in the middle.
    """
    styles = [grown(theme.style(f"contact-{name}"), step) for name in ("name", "role", "text")]
    rules, slots = [], []
    for index, (left, top, width, high) in enumerate(_boxes(theme, count, qr=qr, height=height)):
        rules.append(rectangle(f"Rule {index + 1}", left, top, width, _RULE, ACCENTS[index]))
        at = (left, top + _UNDER_RULE, width, high - _UNDER_RULE)
        slots.append(slot(FIRST_IDX + index, f"Contact {index + 1}", at, *styles, prompt="Contact"))
    if qr:
        left, top, width, high = _panel(theme)
        rules.append(rectangle("Panel", left, top, width, high, theme.grounds.card))
        at = (left + _PADDING, top + width - _PADDING + _OVER_LABEL, width - 2 * _PADDING, _LABEL)
        slots.append(qr_label_slot(theme, "contact-text", at))
    return SlideLayout(
        f"Contact, {count}{' with QR code' if qr else ''}",
        WHITE,
        (*marks(theme), *rules),
        (title_slot(theme), *slots, *footer_slots(theme, 10)),
    )


def _boxes(theme: Theme, count: int, *, qr: bool, height: float | None) -> Iterator[tuple[float, float, float, float]]:
    """Each contact's left, top, width and height, in grid units: side by side, or under each other beside a code."""
    grid = theme.grid
    columns = grid.columns - (_PANEL_COLUMNS + _GAP if qr else 0)
    in_row = _in_row(count, qr=qr)
    rows = -(-count // in_row)
    room = (grid.body_height + _BETWEEN) / rows - _BETWEEN
    height = height or room
    top = top_of(grid.body_top, grid.body_height, rows * (height + _BETWEEN) - _BETWEEN)
    for index in range(count):
        row, column = divmod(index, in_row)
        across = columns / in_row
        yield grid.x(column * across), top + row * (height + _BETWEEN), grid.w(across), height


def _in_row(count: int, *, qr: bool) -> int:
    return 2 if count == 4 or (qr and count > 2) else 1 if qr else count


def _panel(theme: Theme) -> tuple[float, float, float, float]:
    """The panel of a code: left, top, width and height, in grid units."""
    grid = theme.grid
    width = grid.w(_PANEL_COLUMNS)
    height = min(width + _LABEL + _OVER_LABEL, grid.body_height)
    return grid.x(grid.columns - _PANEL_COLUMNS), top_of(grid.body_top, grid.body_height, height), width, height


def arrange(content: Contact, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The contacts at one size, as large as they may be, and the code on its panel."""
    count, qr = len(content.contacts), bool(content.qr)
    entries: list[list[Entry]] = [[(each.name, 0), (each.role, 1), (each.text, 2)] for each in content.contacts]

    def of(step: float, height: float | None = None) -> SlideLayout:
        layout = slide_layout(theme, count, step, qr=qr, height=height)
        said = {FIRST_IDX + at: each for at, each in enumerate(entries)}
        return begun_together(measurer, layout, said, _in_row(count, qr=qr))

    def frames(step: float) -> Sequence[Frame]:
        layout = of(step)
        return [frame(layout.placeholder(FIRST_IDX + at), *said) for at, said in enumerate(entries)]

    step = step_that_suits(frames, measurer, whole=(0, 2))
    texts = measurer.fit(frames(step))
    layout = of(step, height_of(texts) + _UNDER_RULE if all(text.fits for text in texts) else None)
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    shapes += fill_alike(
        measurer,
        [
            (layout.placeholder(FIRST_IDX + at), f"contacts.{each.id}", said)
            for at, (each, said) in enumerate(zip(content.contacts, entries, strict=True))
        ],
    )
    if content.qr:
        left, top, width, _ = _panel(theme)
        shapes += qr_shapes(theme, content.qr, left + _PADDING, top + _PADDING, width - 2 * _PADDING)
        layout, label = qr_label(measurer, layout, content.qr)
        shapes.append(label)
    yield Page(layout, tuple(shapes), content.title.plain)


LAYOUT = Layout(
    "contact",
    Contact,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, 1), slide_layout(theme, 2), slide_layout(theme, 1, qr=True)],
    also=("contacts", "links", "qr-code", "stay-in-touch", "resources", "where-to-go"),
)
