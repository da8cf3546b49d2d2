"""Which of a template's slide layouts serves for what, by the kinds and the places of its slots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from deck.export.pptx.template.template_slots import FOOTERS, TEXTS, TITLES, TemplateSlot
from deck.ground.dataclass import dataclass
from deck.model.template import Use
from deck.model.units import Rect

_ALIKE = 0.12
"""Two slots are of one size where their sides differ by no more than this share."""

_SMALL = 0.08
"""A slot that takes less of the slide than this may stay empty."""
_MOST_TEXTS, _PAIR = 2, 2
_HEADING_AT_MOST, _ALIGNED = 0.5, 0.05
"""How high a heading's slot may be beside the text's under it, and how far from its edge it may begin."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A slide layout of a template: `type` is what its author's program took it for.

    `missed` are its slots that nothing is written in: they lie outside the slide, or are feet on their sides.
    """

    part: str
    name: str
    type: str
    slots: tuple[TemplateSlot, ...]
    width: int
    height: int
    missed: tuple[TemplateSlot, ...] = ()

    @property
    def title(self) -> TemplateSlot | None:
        return next((each for each in self.slots if each.kind in TITLES), None)

    @property
    def texts(self) -> tuple[TemplateSlot, ...]:
        return tuple(each for each in self.slots if each.kind in TEXTS and not each.text.vertical)

    @property
    def others(self) -> tuple[TemplateSlot, ...]:
        """What is neither title, text nor foot: pictures, tables, media, and text that stands on its side."""
        return tuple(
            each
            for each in self.slots
            if each.kind not in TITLES | FOOTERS and (each.kind not in TEXTS or each.text.vertical)
        )

    def share(self, rect: Rect) -> float:
        """How much of the slide a place takes."""
        return rect.width * rect.height / (self.width * self.height)


def chosen(candidates: Iterable[Candidate]) -> Mapping[Use, Candidate]:
    """The best slide layout for each use; none where none serves."""
    found: dict[Use, Candidate] = {}
    listed = [each for each in candidates if each.title and not each.title.text.vertical]
    for use, score in _SCORES.items():
        free = [each for each in listed if each.part not in {other.part for other in found.values()}]
        best = max(free, key=score, default=None)
        if best and score(best) > 0:
            found[use] = best
    return found


def filled(layout: Candidate, use: Use) -> tuple[TemplateSlot, ...]:
    """Which of its slots, its title aside, are filled for this use, from left to right; others stay empty.

    Of a comparison, each heading comes before the text under it; there is none where no such pair is found. A picture
    comes after the text beside it.
    """
    if use == "cover":
        subtitles = [each for each in layout.texts if each.kind == "subTitle"]
        return tuple((subtitles or sorted(layout.texts, key=_area, reverse=True))[:1])
    if use == "comparison":
        return _headed(layout)
    count = 2 if use == "columns" else 1
    texts = sorted(layout.texts, key=_area, reverse=True)[:count]
    pictures = [each for each in layout.others if each.kind == "pic"][:1] if use == "picture" else []
    return (*sorted(texts, key=lambda each: each.rect.left), *pictures)


def _spare(layout: Candidate, use: Use) -> tuple[TemplateSlot, ...]:
    """The slots that this use leaves empty."""
    kept = filled(layout, use)
    return tuple(each for each in (*layout.texts, *layout.others) if each not in kept)


def _cover(layout: Candidate) -> float:
    title = layout.title
    if title is None:
        return 0
    spare = _spare(layout, "cover")
    subtitles = [each for each in layout.texts if each.kind == "subTitle"]
    points = 4.0 * (title.kind == "ctrTitle") + 3.0 * (layout.type == "title") + 2.0 * bool(subtitles)
    if points < 3 and not (subtitles and _is_low(layout)):
        return 0
    return max(0.5, points - len(spare)) if _stays_whole(layout, spare) else 0


def _divider(layout: Candidate) -> float:
    title = layout.title
    if title is None or layout.others or title.kind == "ctrTitle" or len(layout.texts) > _MOST_TEXTS:
        return 0
    if any(each.kind == "obj" for each in layout.texts):
        return 0
    if layout.type == "secHead":
        return 6
    small = all(layout.share(each.rect) < 0.3 for each in layout.texts)
    return 3.0 - abs(len(layout.texts) - 1) if small and _is_low(layout) else 0


def _text(layout: Candidate) -> float:
    title = layout.title
    if title is None or title.kind == "ctrTitle" or layout.type == "secHead" or not layout.texts:
        return 0
    (body,), spare = filled(layout, "text"), _spare(layout, "text")
    share = layout.share(body.rect)
    middle = title.rect.top + title.rect.height / 2
    apart = body.rect.top + body.rect.height / 3 >= middle or body.rect.bottom <= middle
    # A list is not counted because its template's agenda is.
    if share < 0.3 or not apart or body.text.counted or not _stays_whole(layout, spare):
        return 0
    return 1 + share + 2 * (layout.type in ("obj", "tx")) + 0.5 * (body.kind == "obj") - 0.3 * len(spare)


def _columns(layout: Candidate) -> float:
    if len(layout.texts) < _PAIR:
        return 0
    pair, spare = filled(layout, "columns"), _spare(layout, "columns")
    if not _are_a_pair(layout, pair) or not _stays_whole(layout, spare):
        return 0
    return 1 + layout.share(pair[0].rect) + 2 * (layout.type == "twoObj") - 0.3 * len(spare)


def _comparison(layout: Candidate) -> float:
    if not _headed(layout) or not _stays_whole(layout, spare := _spare(layout, "comparison")):
        return 0
    return 1 + 2 * (layout.type == "twoTxTwoObj") - 0.3 * len(spare)


def _headed(layout: Candidate) -> tuple[TemplateSlot, ...]:
    """Two texts side by side, each after the small slot over it; none where there are no such."""
    if len(layout.texts) < 2 * _PAIR:
        return ()
    pair = filled(layout, "columns")
    if not _are_a_pair(layout, pair):
        return ()
    found: list[TemplateSlot] = []
    for text in pair:
        above = [
            each
            for each in layout.texts
            if each not in pair
            and each.rect.height <= _HEADING_AT_MOST * text.rect.height
            and abs(each.rect.left - text.rect.left) <= _ALIGNED * layout.width
            and each.rect.top < text.rect.top
            and each.rect.bottom <= text.rect.top + _ALIGNED * layout.height
        ]
        if not above:
            return ()
        found += [max(above, key=lambda each: each.rect.bottom), text]
    return tuple(found)


def _are_a_pair(layout: Candidate, pair: tuple[TemplateSlot, ...]) -> bool:
    """Whether two slots are of one size and stand side by side, large enough for text."""
    one, other = (each.rect for each in pair)
    alike = abs(one.width - other.width) <= _ALIKE * one.width and abs(one.height - other.height) <= _ALIKE * one.height
    level = abs(one.top - other.top) <= layout.height * 0.05
    beside = other.left >= one.left + one.width * 0.9
    return alike and level and beside and layout.share(one) >= 0.12


def _picture(layout: Candidate) -> float:
    pictures = [each for each in layout.others if each.kind == "pic"]
    if len(pictures) != 1 or len(layout.others) != 1 or len(layout.texts) > 1:
        return 0
    if any(_overlap(each.rect, pictures[0].rect) for each in layout.texts):
        return 0
    return 1 + layout.share(pictures[0].rect) + 2 * (layout.type == "picTx")


def _stays_whole(layout: Candidate, spare: Iterable[TemplateSlot]) -> bool:
    """Whether a slide looks whole though these slots are empty: they are small ones for words."""
    return all(each.kind in TEXTS and layout.share(each.rect) < _SMALL for each in spare)


def _overlap(one: Rect, other: Rect) -> bool:
    """Whether more than their edges lie over each other."""
    return one.shared(other) > 0.05 * min(one.width * one.height, other.width * other.height)


def _area(slot: TemplateSlot) -> int:
    return slot.rect.width * slot.rect.height


def _is_low(layout: Candidate) -> bool:
    """Whether the title stands lower than that of a slide of content, or is as high as a third of the slide."""
    title = layout.title
    return title is not None and (
        title.rect.top + title.rect.height / 2 > 0.3 * layout.height or title.rect.height > 0.3 * layout.height
    )


_SCORES: Mapping[Use, Callable[[Candidate], float]] = {
    "text": _text,
    "cover": _cover,
    "divider": _divider,
    "comparison": _comparison,
    "columns": _columns,
    "picture": _picture,
}
