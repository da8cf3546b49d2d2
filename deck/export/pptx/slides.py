"""Slide layouts, slides and notes pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deck.export.pptx.drawing import background, properties
from deck.export.pptx.masters import NOTES_STYLE, NOTES_STYLES
from deck.export.pptx.shapes import picture_background, shape_tree, shape_xml
from deck.export.pptx.sheet import Sheet
from deck.export.pptx.slots import NO_GROUPING, layout_slot
from deck.export.pptx.text import Look, paragraphs
from deck.export.pptx.timing import timing, transition
from deck.export.pptx.xml import PRESENTATIONML, document
from deck.export.xml import value
from deck.model.shapes import FOOT, Placeholder, PlaceholderType, ShapeTree, SlideLayout
from deck.model.text import Paragraph

_TEMPLATES_OWN = FOOT | {"title"}
"""What looks on a slide layout that has joined a template as it does on the template's own."""
_MASTER_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def slide_layout_xml(
    sheet: Sheet,
    layout: SlideLayout,
    master: Mapping[PlaceholderType, Placeholder],
    joined: tuple[str, str, str] | None = None,
    foreign: str = "",
) -> bytes:
    """A slide layout: its ground, its decoration and, above it, its slots, which have the master's as models.

    One that has `joined` a template has that ground, those drawings, and the attributes with them; one that is only in
    its package has the attributes `foreign`.
    """
    ground, drawn, attributes = joined or (background(layout.background), "", foreign)
    shapes = [drawn, *(shape_xml(sheet, shape) for shape in layout.decoration)]
    shapes += [
        layout_slot(sheet, slot, master, bare=bool(foreign) and not (layout.joins and slot.type in _TEMPLATES_OWN))
        for slot in layout.placeholders
    ]
    return document(
        "p:sldLayout",
        f'{PRESENTATIONML}{attributes} preserve="1" userDrawn="1"',
        f"<p:cSld name={value(layout.name)}>{ground}{shape_tree(shapes)}</p:cSld>{_MASTER_COLOURS}",
    )


def slide_xml(sheet: Sheet, slide: ShapeTree) -> bytes:
    """A slide; its name is its id, which survives reordering."""
    ground = picture_background(sheet, slide.background) if slide.background else ""
    ids, shapes = [], []
    for shape in slide.shapes:
        ids.append(sheet.last_id + 1)
        shapes.append(shape_xml(sheet, shape))
    moving = transition(slide.transition, right_to_left=sheet.right_to_left) + timing(slide, ids)
    hidden = ' show="0"' if slide.hidden else ""
    return document(
        "p:sld",
        f"{PRESENTATIONML}{hidden}",
        f"<p:cSld name={value(slide.id)}>{ground}{shape_tree(shapes)}</p:cSld>{_MASTER_COLOURS}{moving}",
    )


def notes_xml(sheet: Sheet, notes: Sequence[Paragraph]) -> bytes:
    """The speaker's notes under a picture of the slide."""
    # LibreOffice takes nothing from the notes' master, and code's font into the paragraphs after it: where a paragraph
    # says how it looks, all do.
    rich = any(paragraph.level or any(run.code for run in paragraph.runs) for paragraph in notes)
    looks = [Look(style, style.size, None if rich else NOTES_STYLE) for style in NOTES_STYLES]
    text = paragraphs(sheet, notes, looks)
    shapes = (
        f"<p:sp><p:nvSpPr>{properties(sheet.next_id(), 'Slide image', None, decorative=False)}"
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>',
        f"<p:sp><p:nvSpPr>{properties(sheet.next_id(), 'Notes', None, decorative=False)}"
        f'<p:cNvSpPr>{NO_GROUPING}</p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>",
    )
    return document("p:notes", PRESENTATIONML, f"<p:cSld>{shape_tree(shapes)}</p:cSld>{_MASTER_COLOURS}")
