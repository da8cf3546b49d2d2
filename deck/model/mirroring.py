"""A slide turned round for reading from right to left: places and drawings, never what a picture shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from deck.model.charts import Chart
from deck.model.equations import Equation
from deck.model.links import Link
from deck.model.outlines import Path
from deck.model.shapes import (
    AnyShape,
    AutoShape,
    Connector,
    Group,
    Picture,
    Placeholder,
    ShapeTree,
    SlideLayout,
    TextBox,
)
from deck.model.units import Emu


def mirrored(slide: ShapeTree, width: int, layout: SlideLayout | None = None) -> ShapeTree:
    """The slide, which is `width` EMU wide; on this slide layout, where its own was turned round already."""
    kept = _kept(slide.slide_layout)
    return replace(
        slide,
        slide_layout=layout or mirrored_layout(slide.slide_layout, width),
        shapes=tuple(shape if _stays(shape, kept) else _mirrored(shape, width) for shape in slide.shapes),
    )


def mirrored_layout(layout: SlideLayout, width: int) -> SlideLayout:
    """The slide layout, on a slide `width` EMU wide."""
    behind, kept = layout.backdrop, _kept(layout)
    return replace(
        layout,
        decoration=tuple(_mirrored(shape, width) for shape in layout.decoration),
        placeholders=tuple(
            slot if slot.idx in kept else replace(slot, rect=slot.rect.mirrored(width)) for slot in layout.placeholders
        ),
        footer=layout.footer and replace(layout.footer, rect=layout.footer.rect.mirrored(width)),
        backdrop=replace(behind, shapes=behind.turned, turned=behind.shapes) if behind else None,
    )


def _kept(layout: SlideLayout) -> frozenset[int]:
    """The slots that stay where they are; another ground than the template's own has none."""
    return layout.kept if layout.native else frozenset()


def _stays(shape: AnyShape, kept: frozenset[int]) -> bool:
    slot = shape.placeholder if isinstance(shape, TextBox | Picture) else None
    return slot is not None and slot.idx in kept


def _moved(shape: AnyShape, across: int) -> AnyShape:
    changes: dict[str, Any] = {"rect": replace(shape.rect, left=Emu(shape.rect.left + across))}
    if isinstance(shape, Group):
        changes["shapes"] = tuple(_moved(member, across) for member in shape.shapes)
    return replace(shape, **changes)


def _mirrored(shape: AnyShape, width: int) -> AnyShape:
    if isinstance(shape, Link):
        return cast(AnyShape, shape.mirrored(width))
    changes: dict[str, Any] = {"rect": shape.rect.mirrored(width)}
    match shape:
        case AutoShape(geometry=Path(directional=False)):
            pass
        case AutoShape() | Connector():
            changes["flipped"] = not shape.flipped
        case Chart():
            changes |= shape.mirrored(width)
        case Equation():
            changes |= shape.mirrored()
        case Group(directional=False):
            across = changes["rect"].left - shape.rect.left
            changes["shapes"] = tuple(_moved(member, across) for member in shape.shapes)
        case Group():
            changes["shapes"] = tuple(_mirrored(member, width) for member in shape.shapes)
        case TextBox(placeholder=Placeholder() as slot) | Picture(placeholder=Placeholder() as slot):
            changes["placeholder"] = replace(slot, rect=slot.rect.mirrored(width))
        case _:
            pass
    return replace(shape, **changes)
