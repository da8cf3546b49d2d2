"""Slide layouts, slides and notes pages."""

from __future__ import annotations

from collections.abc import Sequence

from deck.export.pptx.drawing import background, fill, geometry, place, properties
from deck.export.pptx.masters import NOTES_STYLE
from deck.export.pptx.shapes import shape_tree, shape_xml, slot_reference
from deck.export.pptx.sheet import Sheet
from deck.export.pptx.text import Look, body_properties, list_style, number_field, paragraphs
from deck.export.pptx.xml import PRESENTATIONML, content, document, value
from deck.model.shapes import Placeholder, ShapeTree, SlideLayout
from deck.model.text import Paragraph

_MASTER_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
# What a presenter types into by hand may grow; a footer and a number stay as they are.
_GROWING = frozenset({"title", "body", "subTitle"})


def slide_layout_xml(sheet: Sheet, layout: SlideLayout) -> bytes:
    """A slide layout: its ground, its decoration and, above it, its slots."""
    shapes = [shape_xml(sheet, shape) for shape in layout.decoration]
    shapes += [_placeholder(sheet, slot) for slot in layout.placeholders]
    return document(
        "p:sldLayout",
        f'{PRESENTATIONML} preserve="1" userDrawn="1"',
        f"<p:cSld name={value(layout.name)}>{background(layout.background)}{shape_tree(shapes)}</p:cSld>"
        f"{_MASTER_COLOURS}",
    )


def slide_xml(sheet: Sheet, slide: ShapeTree) -> bytes:
    """A slide; its name is its id, which survives reordering."""
    tree = shape_tree([shape_xml(sheet, shape) for shape in slide.shapes])
    return document("p:sld", PRESENTATIONML, f"<p:cSld name={value(slide.id)}>{tree}</p:cSld>{_MASTER_COLOURS}")


def notes_xml(sheet: Sheet, notes: Sequence[Paragraph]) -> bytes:
    """The speaker's notes under a picture of the slide."""
    text = paragraphs(sheet, notes, [Look(NOTES_STYLE, NOTES_STYLE.size, NOTES_STYLE)])
    shapes = (
        f"<p:sp><p:nvSpPr>{properties(sheet.next_id(), 'Slide image', None, decorative=False)}"
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>',
        f"<p:sp><p:nvSpPr>{properties(sheet.next_id(), 'Notes', None, decorative=False)}"
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>",
    )
    return document("p:notes", PRESENTATIONML, f"<p:cSld>{shape_tree(shapes)}</p:cSld>{_MASTER_COLOURS}")


def _placeholder(sheet: Sheet, slot: Placeholder) -> str:
    growing = slot.type in _GROWING
    return (
        f"<p:sp><p:nvSpPr>{properties(sheet.next_id(), slot.name, None, decorative=False)}"
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{slot_reference(slot, prompts=growing or slot.type == 'pic')}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{place(slot.rect)}{geometry('rect')}{fill(slot.fill)}</p:spPr>"
        f"<p:txBody>{body_properties(sheet, slot.body, 'normAutofit' if growing else None)}"
        f"{list_style(sheet, slot.body.levels)}{_prompt(sheet, slot)}</p:txBody></p:sp>"
    )


def _prompt(sheet: Sheet, slot: Placeholder) -> str:
    """What an empty slot says, a line a level. LibreOffice drops the style of a footer that says nothing."""
    run = f"<a:rPr lang={value(sheet.lang)}/>"
    if slot.type == "sldNum":
        return f"<a:p>{number_field('‹#›', run)}</a:p>"
    last = len(slot.body.levels) - 1
    return "".join(
        f'<a:p><a:pPr lvl="{min(level, last)}"/><a:r>{run}<a:t>{content(line)}</a:t></a:r></a:p>'
        for level, line in enumerate((slot.prompt or slot.name).split("\n"))
    )
