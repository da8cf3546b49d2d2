"""A template's own slide layouts and slots, as slide layouts and slots of ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deck.export.pptx.template.choosing import Candidate, filled
from deck.export.pptx.template.template_slots import FOOTERS, TITLES, TemplateSlot
from deck.model.shapes import Placeholder, PlaceholderType, SlideKind, SlideLayout
from deck.model.style import Colour, TextBody
from deck.model.template import Use

_KINDS: Mapping[Use, SlideKind] = {"cover": "cover", "divider": "divider"}
_FIRST_IDX = 13
_FOOT: Mapping[str, int] = {"dt": 10, "ftr": 11, "sldNum": 12}
_TYPES: Mapping[str, PlaceholderType] = {
    "subTitle": "subTitle",
    "pic": "pic",
    "dt": "dt",
    "ftr": "ftr",
    "sldNum": "sldNum",
}


def native_layout(layout: Candidate, use: Use, named: Callable[[TextBody], TextBody]) -> SlideLayout:
    """The slide layout as ours: its title, then its texts and pictures from left to right, then its foot.

    `named` gives a text its colours by the palette's names.
    """
    kind = _KINDS.get(use, "content")
    slots = []
    if layout.title:
        slots.append(placeholder(layout.title, 0, named))
    slots += [placeholder(each, _FIRST_IDX + number, named) for number, each in enumerate(filled(layout, use))]
    # A title slide says neither where it is nor what it belongs to.
    if kind != "cover":
        slots += foot(layout, named)
    return SlideLayout(layout.name or layout.part, Colour("lt1"), (), tuple(slots), kind, native=layout.part)


def foot(layout: Candidate, named: Callable[[TextBody], TextBody]) -> list[Placeholder]:
    """Its slots for date, footer and slide number."""
    return [placeholder(each, _FOOT[each.kind], named) for each in layout.slots if each.kind in FOOTERS]


def placeholder(slot: TemplateSlot, idx: int, named: Callable[[TextBody], TextBody]) -> Placeholder:
    """The slot with this index of ours."""
    body = named(TextBody(slot.text.levels, slot.text.insets, slot.text.anchor))
    return Placeholder(idx, type_of(slot), slot.name, slot.rect, body, "", (slot.kind, slot.idx))


def type_of(slot: TemplateSlot) -> PlaceholderType:
    """What kind of slot of ours it is."""
    return "title" if slot.kind in TITLES else _TYPES.get(slot.kind, "body")
