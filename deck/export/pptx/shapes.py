"""Each kind of shape as PresentationML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from deck.export.pptx.drawing import fill, geometry, line, place, properties
from deck.export.pptx.sheet import Sheet
from deck.export.pptx.slots import NO_GROUPING, slot_reference
from deck.export.pptx.text import fitted_body, slide_number
from deck.model.charts import Chart
from deck.model.equations import Equation
from deck.model.links import Link
from deck.model.outlines import Arc, Path
from deck.model.shapes import AutoShape, Connector, Group, Picture, Placeholder, Shape, Table, TextBox

_TREE_START = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def shape_tree(shapes: Iterable[str]) -> str:
    """A `p:spTree` of finished shapes, in reading order."""
    return f"<p:spTree>{_TREE_START}{''.join(shapes)}</p:spTree>"


def shape_xml(sheet: Sheet, shape: Shape) -> str:
    """One shape."""
    match shape:
        case TextBox():
            return _filled_slot(sheet, shape, shape.placeholder) if shape.placeholder else _text_box(sheet, shape)
        case AutoShape():
            return _auto_shape(sheet, shape)
        case Picture():
            return _picture(sheet, shape)
        case Connector():
            return _connector(sheet, shape)
        case Link():
            from deck.export.pptx.links import link_xml

            return link_xml(sheet, shape)
        case Group():
            return _group(sheet, shape)
        case Table():
            # Few decks have tables or charts, and a chart's workbook is slow to import.
            from deck.export.pptx.tables import table_xml

            return table_xml(sheet, shape)
        case Chart():
            from deck.export.pptx.charts import chart_xml

            return chart_xml(sheet, shape)
        case Equation():
            from deck.export.pptx.equations import equation_xml

            return equation_xml(sheet, shape)
        case _:
            assert_never(shape)


def _text_box(sheet: Sheet, box: TextBox) -> str:
    return (
        f"<p:sp><p:nvSpPr>{properties(sheet.next_id(), box.name, None, decorative=False)}"
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{place(box.rect)}{geometry('rect')}{fill(box.fill)}</p:spPr>"
        f"{fitted_body(sheet, box.text)}</p:sp>"
    )


def _filled_slot(sheet: Sheet, box: TextBox, slot: Placeholder) -> str:
    # LibreOffice draws a number that has no place of its own with the master, under all that stands on the slide.
    where = "" if box.rect == slot.rect and slot.type != "sldNum" else place(box.rect)
    ground = fill(box.fill) if box.fill else ""
    written = slide_number if slot.type == "sldNum" else fitted_body
    return (
        f"<p:sp><p:nvSpPr>{properties(sheet.next_id(), box.name, None, decorative=False)}"
        f"<p:cNvSpPr>{NO_GROUPING}</p:cNvSpPr><p:nvPr>{slot_reference(slot)}</p:nvPr></p:nvSpPr>"
        f"<p:spPr>{where}{ground}</p:spPr>{written(sheet, box.text, slot.body)}</p:sp>"
    )


def _auto_shape(sheet: Sheet, shape: AutoShape) -> str:
    speaks = shape.text is not None and any(paragraph.runs for paragraph in shape.text.paragraphs)
    # The presets but the arc look the same from both sides.
    flipped = shape.flipped and isinstance(shape.geometry, Arc | Path)
    number = sheet.ids[shape.name] = sheet.next_id()
    link = sheet.link(shape.link) if shape.link else ""
    return (
        "<p:sp><p:nvSpPr>"
        f"{properties(number, shape.name, shape.description, decorative=not (shape.description or speaks), link=link)}"
        f"<p:cNvSpPr/>{sheet.drawn}</p:nvSpPr><p:spPr>{place(shape.rect, flipped=flipped)}"
        f"{geometry(shape.geometry)}{fill(shape.fill)}{line(shape.stroke)}</p:spPr>"
        f"{fitted_body(sheet, shape.text) if shape.text and speaks else ''}</p:sp>"
    )


def picture_background(sheet: Sheet, picture: Picture) -> str:
    """A slide's ground that is this picture."""
    shown = f"{_blip(sheet, picture)}{_crop(picture)}<a:stretch><a:fillRect/></a:stretch>"
    fill = f'<a:blipFill dpi="0" rotWithShape="1">{shown}</a:blipFill>'
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def _crop(picture: Picture) -> str:
    # A picture is never mirrored, nor are the sides that are cut off it.
    sides = zip("ltrb", picture.crop, strict=True)
    crop = "".join(f' {side}="{round(share * 100_000)}"' for side, share in sides if share)
    return f"<a:srcRect{crop}/>" if crop else ""


def _picture(sheet: Sheet, picture: Picture) -> str:
    slot = picture.placeholder
    reference = f"<p:nvPr>{slot_reference(slot)}</p:nvPr>" if slot else "<p:nvPr/>"
    locked = ' noGrp="1"' if slot else ""
    description = picture.description
    link = sheet.link(picture.link) if picture.link else ""
    if picture.film:
        from deck.export.pptx.films import CLICKED, film_reference

        reference, link = f"<p:nvPr>{film_reference(sheet, picture.film)}</p:nvPr>", CLICKED
    head = properties(sheet.next_id(), picture.name, description, decorative=not description, link=link)
    return (
        f"<p:pic><p:nvPicPr>{head}"
        f'<p:cNvPicPr><a:picLocks{locked} noChangeAspect="1"/></p:cNvPicPr>{reference}'
        f"</p:nvPicPr><p:blipFill>{_blip(sheet, picture)}"
        f"{_crop(picture)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{place(picture.rect)}{geometry('ellipse' if picture.round else 'rect')}"
        f"{line(picture.stroke) if picture.stroke else ''}</p:spPr></p:pic>"
    )


def _blip(sheet: Sheet, picture: Picture) -> str:
    """The picture, with the drawing that PowerPoint shows since 2016 and others pass over (MS-ODRAWXML, 2.3.12)."""
    image = sheet.image(picture.image)
    if picture.drawing is None:
        return f'<a:blip r:embed="{image}"/>'
    return (
        f'<a:blip r:embed="{image}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
        '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
        f' r:embed="{sheet.image(picture.drawing)}"/></a:ext></a:extLst></a:blip>'
    )


def _connector(sheet: Sheet, connector: Connector) -> str:
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{properties(sheet.next_id(), connector.name, None, decorative=True)}"
        f"<p:cNvCxnSpPr/>{sheet.drawn}</p:nvCxnSpPr><p:spPr>{place(connector.rect, flipped=connector.flipped)}"
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line(connector.stroke)}</p:spPr></p:cxnSp>'
    )


def _group(sheet: Sheet, group: Group) -> str:
    rect = group.rect
    inside = f'<a:chOff x="{rect.left}" y="{rect.top}"/><a:chExt cx="{rect.width}" cy="{rect.height}"/>'
    head = properties(
        sheet.next_id(), group.name, group.description, decorative=not (group.description or _speaks(group))
    )
    members = "".join(shape_xml(sheet, member) for member in group.shapes)
    return (
        f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{place(rect, inner=inside)}</p:grpSpPr>{members}</p:grpSp>"
    )


def _speaks(group: Group) -> bool:
    """Whether a shape in the group has words of its own, which a decorative group would hide."""
    for member in group.shapes:
        match member:
            case TextBox() | Table() | Chart() | Equation():
                return True
            case AutoShape(text=text, description=description) if text or description:
                return True
            case Picture(description=str(description)) if description:
                return True
            case Group(description=description) if description or _speaks(member):
                return True
            case _:
                continue
    return False
