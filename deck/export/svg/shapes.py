"""Each kind of shape as SVG."""

from __future__ import annotations

from base64 import b64encode
from typing import assert_never

from deck.export.svg.canvas import Canvas
from deck.export.svg.drawing import ellipse, fill, line, number, outline, place
from deck.export.svg.text import text_svg
from deck.export.xml import value
from deck.model.charts import Chart
from deck.model.equations import Equation
from deck.model.links import Link
from deck.model.shapes import AutoShape, Connector, Group, Picture, Shape, Table, TextBox
from deck.model.units import points

_JPEG = b"\xff\xd8\xff"
_HIDDEN = ' aria-hidden="true"'


def shape_svg(canvas: Canvas, shape: Shape) -> str:
    """One shape."""
    match shape:
        case TextBox():
            return _text_box(canvas, shape)
        case AutoShape():
            return _linked(canvas, shape.link, _auto_shape(canvas, shape))
        case Picture():
            return _linked(canvas, shape.link, _picture(canvas, shape))
        case Connector():
            return _connector(canvas, shape)
        case Link():
            from deck.export.svg.links import link_svg

            return link_svg(canvas, shape)
        case Group():
            members = "".join(shape_svg(canvas, member) for member in shape.shapes)
            return f"<g{_speaking(shape.description)}>{members}</g>"
        case Table():
            from deck.export.svg.tables import table_svg

            return table_svg(canvas, shape)
        case Chart():
            from deck.export.svg.charts import chart_svg

            return chart_svg(canvas, shape)
        case Equation():
            from deck.export.svg.equations import equation_svg

            return equation_svg(canvas, shape)
        case _:
            assert_never(shape)


def _linked(canvas: Canvas, address: str | None, drawn: str) -> str:
    return f"{canvas.link(address)}{drawn}</a>" if address else drawn


def _text_box(canvas: Canvas, box: TextBox) -> str:
    ground = outline("rect", box.rect, fill(canvas.theme, box.fill) + _HIDDEN) if box.fill else ""
    field = f" data-field={value(box.field)}" if box.field else ""
    return f"<g{field}>{ground}{text_svg(canvas, box.text, box.rect)}</g>"


def _auto_shape(canvas: Canvas, shape: AutoShape) -> str:
    look = fill(canvas.theme, shape.fill) + line(canvas.theme, shape.stroke)
    look += _speaking(shape.description) or _HIDDEN
    drawing = outline(shape.geometry, shape.rect, look, flipped=shape.flipped)
    field = f" data-field={value(shape.field)}" if shape.field else ""
    return f"<g{field}>{drawing}{text_svg(canvas, shape.text, shape.rect)}</g>" if shape.text else drawing


def _picture(canvas: Canvas, picture: Picture) -> str:
    """The picture, so large and so placed that what is cut off it lies outside its rectangle."""
    left, top, right, bottom = picture.crop
    width = points(picture.rect.width) / (1 - left - right)
    height = points(picture.rect.height) / (1 - top - bottom)
    x, y = points(picture.rect.left) - left * width, points(picture.rect.top) - top * height
    kind = "svg+xml" if picture.drawing else "jpeg" if picture.image.startswith(_JPEG) else "png"
    data = b64encode(picture.drawing or picture.image).decode("ascii")
    name = canvas.next_id()
    window = f"<ellipse{ellipse(picture.rect)}/>" if picture.round else f"<rect{place(picture.rect)}/>"
    frame = outline("rect", picture.rect, fill(canvas.theme, None) + line(canvas.theme, picture.stroke) + _HIDDEN)
    frame = frame if picture.stroke else ""
    return (
        f'<clipPath id="{name}">{window}</clipPath>'
        f'<image x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        f' preserveAspectRatio="none" clip-path="url(#{name})"{_speaking(picture.description) or _HIDDEN}'
        f' href="data:image/{kind};base64,{data}"/>{frame}'
    )


def _connector(canvas: Canvas, connector: Connector) -> str:
    rect = connector.rect
    left, right = (rect.right, rect.left) if connector.flipped else (rect.left, rect.right)
    x1, y1, x2, y2 = (number(points(at)) for at in (left, rect.top, right, rect.bottom))
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"{line(canvas.theme, connector.stroke)}{_HIDDEN}/>'


def _speaking(description: str | None) -> str:
    """Alternative text as attributes, where there is any."""
    return f' role="img" aria-label={value(description)}' if description else ""
