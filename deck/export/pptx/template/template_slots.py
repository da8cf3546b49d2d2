"""The slots of a template's masters and slide layouts, with all that they inherit: places, text, kinds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.opened_template import OpenedTemplate
from deck.export.pptx.template.palette import Colours
from deck.export.pptx.template.places import place_of, quarter_turns, turned
from deck.export.pptx.template.samples import sample_styles
from deck.export.pptx.template.text_styles import SlotText, slot_text
from deck.ground.dataclass import dataclass
from deck.model.rescaling import rescaled
from deck.model.units import Rect

TITLES = frozenset({"title", "ctrTitle"})
TEXTS = frozenset({"body", "obj", "subTitle"})
FOOTERS = frozenset({"dt", "ftr", "sldNum"})
MODELS = {"ctrTitle": "title", "title": "title", **{kind: kind for kind in FOOTERS}}
"""The master's slot from which one of this kind inherits; all others do from its text."""
_LEAST_FOOTER = 7.0
_MOST_OF_IT, _BEYOND = 0.6, 0.01
"""How much of a picture's slot is on the slide at least, and how far words may stand beyond it, of its width."""


@dataclass(frozen=True, slots=True)
class TemplateSlot:
    """A slot: its kind and index as the package has them, its place with what it inherits, its text."""

    kind: str
    idx: int
    name: str
    rect: Rect
    text: SlotText


@dataclass(frozen=True)
class TemplateMaster:
    """A master's slots by kind, and what slots of its slide layouts inherit from them.

    Where it has no styles of text at all, `sampled`, its slots look as their sample text does; `inherited` are the
    slots as PowerPoint takes them over.
    """

    part: str
    colours: Colours
    slots: dict[str, TemplateSlot]
    elements: dict[str, etree._Element]
    styles: dict[str, etree._Element]
    sampled: bool = False
    inherited: dict[str, TemplateSlot] = field(default_factory=dict)


def read_master(opened: OpenedTemplate, part: str) -> TemplateMaster:
    """What slide layouts inherit of this master."""
    root = opened.archive.tree(part)
    colours = Colours(opened, part)
    styles = {
        name: found
        for name in ("titleStyle", "bodyStyle", "otherStyle")
        if (found := root.find(f"p:txStyles/p:{name}", PREFIXES)) is not None
    }
    elements = {kind: each for each, kind, _ in placeholders(root)}
    sampled = root.find("p:txStyles", PREFIXES) is None
    master = TemplateMaster(part, colours, {}, elements, styles, sampled)
    for element, kind, idx in placeholders(root):
        slot = _slot(element, kind, idx, master, None)
        if slot:
            master.slots.setdefault(kind, slot)
            plain = _slot(element, kind, idx, replace(master, sampled=False), None)
            master.inherited.setdefault(kind, plain or slot)
    return master


def rescaled_master(master: TemplateMaster, factor: float) -> TemplateMaster:
    """The master with its slots that many times as large."""
    slots, inherited = (
        {kind: rescaled(slot, factor) for kind, slot in each.items()} for each in (master.slots, master.inherited)
    )
    return replace(master, slots=slots, inherited=inherited)


def layout_slots(opened: OpenedTemplate, part: str, master: TemplateMaster) -> list[TemplateSlot]:
    """A slide layout's slots, in its order; those without any place are left out."""
    found = (
        _slot(element, kind, idx, master, master.elements.get(MODELS.get(kind, "body")))
        for element, kind, idx in placeholders(opened.archive.tree(part))
    )
    return [each for each in found if each]


def is_seen(slot: TemplateSlot, slide: Rect) -> bool:
    """Whether a slot's words lie on the slide; of a picture, which may end beyond its edges, most does."""
    rect = slot.rect
    if slot.kind == "pic":
        return rect.shared(slide) >= _MOST_OF_IT * rect.width * rect.height
    insets, beyond = slot.text.insets, round(_BEYOND * slide.width)
    wide = rect.left + insets.start >= -beyond and rect.right - insets.end <= slide.right + beyond
    return wide and rect.top + insets.top >= -beyond and rect.bottom - insets.bottom <= slide.bottom + beyond


def is_foot_on_its_side(slot: TemplateSlot) -> bool:
    """Whether a date's or a footer's words stand on their side: they would be measured as if upright."""
    return slot.kind in FOOTERS and slot.kind != "sldNum" and slot.text.vertical


def placeholders(root: etree._Element) -> Iterator[tuple[etree._Element, str, int]]:
    """The slots of a sheet, each with its kind and index."""
    tree = root.find("p:cSld/p:spTree", PREFIXES)
    for element in tree if tree is not None else ():
        reference = element.find("./*/p:nvPr/p:ph", PREFIXES)
        if reference is not None:
            yield element, reference.get("type", "obj"), int(reference.get("idx", "0"))


def _slot(
    element: etree._Element, kind: str, idx: int, master: TemplateMaster, model: etree._Element | None
) -> TemplateSlot | None:
    placed = next((each for each in (element, model) if each is not None and place_of(each)), None)
    rect = place_of(placed) if placed is not None else None
    if placed is None or rect is None or rect.width <= 0 or rect.height <= 0:
        return None
    turns = quarter_turns(placed) or 0
    style = "titleStyle" if kind in TITLES else "otherStyle" if kind in FOOTERS else "bodyStyle"
    chain = [each for each in (model, element) if each is not None]
    text = slot_text(
        [master.styles.get(style), *(found for each in chain for found in _list_styles(each, master))],
        [each.find("p:txBody/a:bodyPr", PREFIXES) for each in chain],
        master.colours,
        title=kind in TITLES or kind in FOOTERS,
        least=_LEAST_FOOTER if kind in FOOTERS else None,
    )
    name = element.find("./*/p:cNvPr", PREFIXES)
    text = replace(text, vertical=text.vertical or turns != 0)
    return TemplateSlot(kind, idx, name.get("name", "") if name is not None else "", turned(rect, turns), text)


def _list_styles(element: etree._Element, master: TemplateMaster) -> Iterator[etree._Element | None]:
    if master.sampled:
        yield sample_styles(element)
    yield element.find("p:txBody/a:lstStyle", PREFIXES)
