"""What appears on a slide click by click: its parts, in the order of reading."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple

from deck.model.content import Content
from deck.model.declarations import declared
from deck.model.shapes import FOOT, Appearance, AutoShape, Group, Picture, Placeholder, Reveal, Shape, TextBox
from deck.model.style import TextBody, TextStyle
from deck.model.text import Paragraph
from deck.model.units import Rect

Click = tuple[Appearance, ...]
_FURNITURE = FOOT | {"title"}
_LEADING = (":", "：")


class _Step(NamedTuple):
    """What appears at a time: a heading comes with what follows, a line with entries that follow."""

    shown: Click
    kind: Literal["heading", "line", "entry", "other"] = "other"


def clicks(shapes: Sequence[Shape], content: Content, reveal: Reveal = "items") -> tuple[Click, ...]:
    """What appears with each click: a part with all that belongs to it, or an entry of a list with those below it.

    With `sub-items`, those below it follow one by one. What heads a list, or leads to what follows, comes with that.
    Where the slide has neither parts nor entries, the paragraphs of its texts.
    """
    lists = {name for name, field in declared(type(content)).items() if field.kind.part}
    deeper = reveal == "sub-items"
    found = _parts(shapes, lists, deeper)
    if not found:
        boxes = [index for index, shape in enumerate(shapes) if isinstance(shape, TextBox) and not _is_furniture(shape)]
        divided = (list(_steps(index, shapes, deeper)) for index in boxes)
        found = [step for steps in divided if len(steps) > 1 for step in steps]
    return tuple(_joined(found))


def _joined(steps: Sequence[_Step]) -> Iterator[Click]:
    """The steps, each with those that come with it."""
    waiting: Click = ()
    for step, after in zip_longest(steps, steps[1:]):
        waiting += step.shown
        if after and (step.kind == "heading" or (step.kind == "line" and after.kind == "entry")):
            continue
        yield waiting
        waiting = ()


def _parts(shapes: Sequence[Shape], lists: Collection[str], deeper: bool) -> list[_Step]:
    """A step for each part, and for each entry of a list that stands in one box."""
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
    made: list[_Step] = []
    for each in found:
        if isinstance(each, int):
            made += _steps(each, shapes, deeper)
        else:
            made.append(_Step(tuple(Appearance(at) for at in sorted(members[each]))))
    return made


def _holds(part: Sequence[Shape], shape: Shape) -> bool:
    """Whether the middle of a shape lies in what a part takes on the slide."""
    around = Rect.around([each.rect for each in part])
    x, y = _middle(shape.rect)
    return around.left <= x <= around.right and around.top <= y <= around.bottom


def _middle(rect: Rect) -> tuple[int, int]:
    return rect.left + rect.width // 2, rect.top + rect.height // 2


def _steps(index: int, shapes: Sequence[Shape], deeper: bool) -> Iterator[_Step]:
    """A step for each entry or paragraph of a box with what is below it; one for all of code, or of any other shape."""
    shape = shapes[index]
    if not isinstance(shape, TextBox) or _is_code(shape):
        lit = (at for at, each in enumerate(shapes) if isinstance(each, AutoShape) and _holds([shape], each))
        yield _Step(tuple(Appearance(at) for at in sorted([*lit, index])))
        return
    paragraphs, body = shape.text.paragraphs, shape.text.body
    # What stands before the first of them comes with it.
    starts = _starts(paragraphs, body, deeper) or [0]
    for start, end in zip([0, *starts[1:]], [*starts[1:], len(paragraphs)], strict=True):
        first = paragraphs[starts[0] if start == 0 else start]
        yield _Step((Appearance(index, tuple(range(start, end))),), _kind(first, body))


def _kind(paragraph: Paragraph, body: TextBody) -> Literal["heading", "line", "entry"]:
    if _is_entry(paragraph, body):
        return "entry"
    leads = _is_heading(paragraph, body) or paragraph.plain.rstrip().endswith(_LEADING)
    return "heading" if leads else "line"


def _starts(paragraphs: Sequence[Paragraph], body: TextBody, deeper: bool) -> list[int]:
    """Where something begins that appears for itself: in a list its highest entries, or all; and what is outside it."""
    listed = [paragraph.level for paragraph in paragraphs if _is_entry(paragraph, body)]
    if not listed and not any(_is_heading(paragraph, body) for paragraph in paragraphs):
        listed = [paragraph.level for paragraph in paragraphs]
        return [at for at, level in enumerate(listed) if deeper or level == min(listed)]
    return [
        at
        for at, paragraph in enumerate(paragraphs)
        if (
            deeper or paragraph.level == min(listed)
            if _is_entry(paragraph, body)
            else not _look(paragraph, body).indent
        )
    ]


def _look(paragraph: Paragraph, body: TextBody) -> TextStyle:
    return body.levels[min(paragraph.level, len(body.levels) - 1)]


def _is_entry(paragraph: Paragraph, body: TextBody) -> bool:
    return _look(paragraph, body).bullet is not None


def _is_heading(paragraph: Paragraph, body: TextBody) -> bool:
    """Whether it stands over what follows: outside the list, on a level of its own after those of entries."""
    before = body.levels[: paragraph.level]
    return any(style.bullet for style in before) and not (_is_entry(paragraph, body) or _look(paragraph, body).indent)


def _is_code(shape: Shape) -> bool:
    return isinstance(shape, TextBox) and any(style.verbatim for style in shape.text.body.levels)


def _is_furniture(shape: Shape) -> bool:
    slot = getattr(shape, "placeholder", None)
    return isinstance(slot, Placeholder) and slot.type in _FURNITURE
