"""Slots: the empty placeholders that a master or a slide layout offers."""

from __future__ import annotations

from collections.abc import Mapping

from deck.export.pptx.drawing import NO_FILL, geometry, line, place, properties
from deck.export.pptx.level_styles import LEVELS, Autofit, body_properties, list_style
from deck.export.pptx.sheet import Sheet
from deck.export.pptx.text import number_field
from deck.model.shapes import Placeholder, PlaceholderType

NO_GROUPING = '<a:spLocks noGrp="1"/>'

# What a presenter types may grow; a footer and a number stay as they are.
_GROWING = frozenset({"title", "body", "subTitle"})
_STYLED_BY_MASTER: Mapping[PlaceholderType, PlaceholderType] = {"subTitle": "body", "pic": "body"}


def slot_reference(slot: Placeholder, *, prompts: bool = False) -> str:
    """The `p:ph` by which a slide, its slide layout and the master mean the same slot."""
    if slot.native:
        kind, number = slot.native
        named = f' type="{kind}"' if kind != "obj" else ""
        counted = f' idx="{number}"' if number else ""
        return f"<p:ph{named}{counted}/>"
    index = f' idx="{slot.idx}"' if slot.idx else ""
    size = "" if slot.type == "title" else ' sz="quarter"'
    custom = ' hasCustomPrompt="1"' if prompts else ""
    return f'<p:ph type="{slot.type}"{size}{index}{custom}/>'


def master_slot(sheet: Sheet, slot: Placeholder, styles: str) -> str:
    """A slot of a master, with the list style of its own, if any."""
    where = place(slot.rect) + geometry("rect")
    return _slot(sheet, slot, slot_reference(slot), where, _body(sheet, slot), styles)


def layout_slot(
    sheet: Sheet, slot: Placeholder, master: Mapping[PlaceholderType, Placeholder], *, bare: bool = False
) -> str:
    """A slot of a slide layout: only what the master's slots, by type, do not say already.

    Its geometry, its insets and whether its text shrinks are said again, as is the place of a slot for text: not every
    program looks for these in the master. A `bare` one has none of the ground or the line that the master's may have.
    """
    model = master.get(slot.type)
    placed = model is None or model.rect != slot.rect or slot.type == "body"
    where = (place(slot.rect) if placed else "") + geometry("rect") + (NO_FILL + line(None) if bare else "")
    body = _body(sheet, slot, model)
    levels = slot.body.levels
    styled_by = master.get(_STYLED_BY_MASTER.get(slot.type, slot.type))
    inherited = styled_by.body.levels if styled_by else ()
    # A level that a presenter adds looks like the last one, or, on the master's own terms, like the master's.
    depth = LEVELS if slot.type in {"body", "subTitle"} else len(levels)
    own = "" if inherited and levels == inherited[: len(levels)] else list_style(sheet, levels, depth)
    prompts = slot.type in _GROWING or slot.type == "pic"
    return _slot(sheet, slot, slot_reference(slot, prompts=prompts), where, body, own)


def _slot(sheet: Sheet, slot: Placeholder, reference: str, where: str, body: str, styles: str) -> str:
    return (
        f"<p:sp><p:nvSpPr>{properties(sheet.next_id(), slot.name, None, decorative=False)}"
        f"<p:cNvSpPr>{NO_GROUPING}</p:cNvSpPr><p:nvPr>{reference}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{where}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle>{styles}</a:lstStyle>{_prompt(sheet, slot)}</p:txBody></p:sp>"
    )


def _body(sheet: Sheet, slot: Placeholder, model: Placeholder | None = None) -> str:
    autofit: Autofit | None = "normAutofit" if slot.type in _GROWING else None
    anchored = model is None or model.body.anchor != slot.body.anchor
    return body_properties(sheet, slot.body, autofit, anchored=anchored)


def _prompt(sheet: Sheet, slot: Placeholder) -> str:
    """What an empty slot says, a line a level. LibreOffice drops the style of a footer that says nothing."""
    if slot.type == "sldNum":
        return f"<a:p>{number_field('‹#›', f'<a:rPr{sheet.lang}/>')}</a:p>"
    last = len(slot.body.levels) - 1
    return "".join(
        f'<a:p><a:pPr lvl="{min(level, last)}"/><a:r>{sheet.prompt(line)}</a:r></a:p>'
        for level, line in enumerate((slot.prompt or slot.name).split("\n"))
    )
