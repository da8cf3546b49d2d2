"""What appears on a slide click by click: its parts, in the order of reading."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from deck.model.content import Content
from deck.model.declarations import declared
from deck.model.shapes import FOOT, Appearance, AutoShape, Group, Picture, Placeholder, Shape, TextBox
from deck.model.units import Rect

Click = tuple[Appearance, ...]
_FURNITURE = FOOT | {"title"}


def clicks(shapes: Sequence[Shape], content: Content) -> tuple[Click, ...]:
    """What appears with each click: a part with all that belongs to it, or an entry of a list with those below it.

    Where the slide has neither, the paragraphs of its texts.
    """
    lists = {name for name, field in declared(type(content)).items() if field.kind.part}
    found = _parts(shapes, lists)
    if not found:
        boxes = [index for index, shape in enumerate(shapes) if isinstance(shape, TextBox) and not _is_furniture(shape)]
        found = [
            click for index in boxes if len(list(_entries(shapes, index))) > 1 for click in _entries(shapes, index)
        ]
    return tuple(found)


def _parts(shapes: Sequence[Shape], lists: Collection[str]) -> list[Click]:
    """A click for each part, and for each entry of a list that stands in one box."""
    members: dict[str, list[int]] = {}
    found: list[str | int] = []
    for index, shape in enumerate(shapes):
        field, _, rest = (getattr(shape, "field", None) or "").partition(".")
        if field not in lists or _is_furniture(shape):
            continue
        if not rest:
            found.append(index)
            continue
        name = f"{field}.{rest.partition('.')[0]}"
        if name not in members:
            found.append(name)
        members.setdefault(name, []).append(index)
    for index, shape in enumerate(shapes):
        if isinstance(shape, AutoShape | Group | Picture) and getattr(shape, "field", None) is None:
            owner = next((name for name, own in members.items() if _holds([shapes[at] for at in own], shape)), None)
            if owner:
                members[owner].append(index)
    made: list[Click] = []
    for each in found:
        if isinstance(each, int):
            made += [(Appearance(each),)] if _is_code(shapes[each]) else _entries(shapes, each)
        else:
            made.append(tuple(Appearance(at) for at in sorted(members[each])))
    return made


def _holds(part: Sequence[Shape], shape: Shape) -> bool:
    """Whether the middle of a shape lies in what a part takes on the slide."""
    rects = [each.rect for each in part]
    x, y = _middle(shape.rect)
    across = min(rect.left for rect in rects) <= x <= max(rect.right for rect in rects)
    return across and min(rect.top for rect in rects) <= y <= max(rect.bottom for rect in rects)


def _middle(rect: Rect) -> tuple[int, int]:
    return rect.left + rect.width // 2, rect.top + rect.height // 2


def _entries(shapes: Sequence[Shape], index: int) -> Iterator[Click]:
    """A click for each paragraph of a box that is on its highest level, with those below it."""
    box = shapes[index]
    if not isinstance(box, TextBox):
        yield (Appearance(index),)
        return
    levels = [paragraph.level for paragraph in box.text.paragraphs]
    starts = [at for at, level in enumerate(levels) if level == min(levels)]
    for start, end in zip(starts, [*starts[1:], len(levels)], strict=True):
        yield (Appearance(index, tuple(range(0 if start == starts[0] else start, end))),)


def _is_code(shape: Shape) -> bool:
    return isinstance(shape, TextBox) and any(style.verbatim for style in shape.text.body.levels)


def _is_furniture(shape: Shape) -> bool:
    slot = getattr(shape, "placeholder", None)
    return isinstance(slot, Placeholder) and slot.type in _FURNITURE
