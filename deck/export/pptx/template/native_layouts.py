"""A template's own slide layouts and slots, as slide layouts and slots of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from deck.export.pptx.template.backdrops import Slots
from deck.export.pptx.template.choosing import Candidate, filled
from deck.export.pptx.template.template_slots import FOOTERS, TITLES, TemplateSlot
from deck.model.recolouring import Thing
from deck.model.shapes import FOOT, Backdrop, Placeholder, PlaceholderType, SlideKind, SlideLayout
from deck.model.style import Colour, TextBody
from deck.model.template import Use


class Named(Protocol):
    """Gives a thing of the template's its colours by the palette's names."""

    def __call__(self, thing: Thing, /) -> Thing: ...


_KINDS: Mapping[Use, SlideKind] = {"cover": "cover", "divider": "divider"}
_FIRST_IDX = 13
_FOOT_IDX: Mapping[str, int] = {"dt": 10, "ftr": 11, "sldNum": 12}
_TYPES: Mapping[str, PlaceholderType] = {
    "subTitle": "subTitle",
    "pic": "pic",
    "dt": "dt",
    "ftr": "ftr",
    "sldNum": "sldNum",
}
_PROMPTS: Mapping[PlaceholderType, str] = {
    "title": "Title",
    "subTitle": "Subtitle",
    "body": "Text",
    "pic": "Picture",
    "dt": "Date",
    "ftr": "Footer",
    "sldNum": "‹#›",
}


def native_layout(
    layout: Candidate,
    use: Use,
    named: Named,
    backdrop: Callable[[str, Slots | None], Backdrop],
    footer: TemplateSlot | None = None,
    *,
    sampled: bool = False,
) -> SlideLayout:
    """The slide layout as ours: its title, then its texts and pictures from left to right, then its foot.

    Where its slots only show by samples how they look, they would look otherwise once they are filled: then ours joins
    it, with the same slots in the looks of the samples.

    One without a slot for it has the `footer` beside its slots, if there is room. `named` gives a thing its colours by
    the palette's names, `backdrop` what a part draws, with the fills of slots.
    """
    kind = _KINDS.get(use, "content")
    slots = []
    if layout.title:
        slots.append(placeholder(layout.title, 0, named))
    slots += [placeholder(each, _FIRST_IDX + number, named) for number, each in enumerate(filled(layout, use))]
    spare = None
    # A title slide says neither where it is nor what it belongs to.
    if kind != "cover":
        slots += foot(layout.slots, named)
        lacks = not any(each.type == "ftr" for each in slots)
        spare = replace(placeholder(footer, _FOOT_IDX["ftr"], named), native=None) if footer and lacks else None
    behind = backdrop(layout.part, {each.native for each in slots if each.native and each.type not in FOOT})
    name = layout.name or layout.part
    if sampled:
        ours = tuple(replace(each, native=None, prompt=_PROMPTS[each.type]) for each in (*slots, spare) if each)
        return SlideLayout(f"{name}, styled", Colour("lt1"), (), ours, kind, joins=layout.part, backdrop=behind)
    return SlideLayout(name, Colour("lt1"), (), tuple(slots), kind, layout.part, footer=spare, backdrop=behind)


def foot(slots: Iterable[TemplateSlot], named: Named) -> list[Placeholder]:
    """Those of the slots that are for date, footer and slide number."""
    return [placeholder(each, _FOOT_IDX[each.kind], named) for each in slots if each.kind in FOOTERS]


def placeholder(slot: TemplateSlot, idx: int, named: Named) -> Placeholder:
    """The slot with this index of ours."""
    body = named(TextBody(slot.text.levels, slot.text.insets, slot.text.anchor))
    return Placeholder(idx, type_of(slot), slot.name, slot.rect, body, "", (slot.kind, slot.idx))


def type_of(slot: TemplateSlot) -> PlaceholderType:
    """What kind of slot of ours it is."""
    return "title" if slot.kind in TITLES else _TYPES.get(slot.kind, "body")
