"""Which of a template's slide layouts serves for what, by the kinds and the places of its slots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from deck.export.pptx.template.template_slots import FOOTERS, TEXTS, TITLES, TemplateSlot
from deck.model.template import Use
from deck.model.units import Rect

_ALIKE = 0.12
"""Two slots are of one size where their sides differ by no more than this share."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A slide layout of a template: `type` is what its author's program took it for."""

    part: str
    name: str
    type: str
    slots: tuple[TemplateSlot, ...]
    width: int
    height: int

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


def _cover(layout: Candidate) -> float:
    title = layout.title
    if title is None or layout.others or len(layout.texts) > 1:
        return 0
    subtitles = [each for each in layout.texts if each.kind == "subTitle"]
    points = 4.0 * (title.kind == "ctrTitle") + 3.0 * (layout.type == "title") + 2.0 * len(subtitles)
    return points if points >= 3 or (subtitles and _is_low(layout)) else 0


def _divider(layout: Candidate) -> float:
    title = layout.title
    if title is None or layout.others or len(layout.texts) > 1 or title.kind == "ctrTitle":
        return 0
    if any(each.kind == "obj" for each in layout.texts):
        return 0
    if layout.type == "secHead":
        return 6
    small = all(layout.share(each.rect) < 0.3 for each in layout.texts)
    return 2.0 + len(layout.texts) if small and _is_low(layout) else 0


def _text(layout: Candidate) -> float:
    title = layout.title
    if title is None or layout.others or len(layout.texts) != 1 or title.kind == "ctrTitle":
        return 0
    (body,) = layout.texts
    share = layout.share(body.rect)
    below = body.rect.top + body.rect.height / 3 >= title.rect.top + title.rect.height / 2
    if share < 0.3 or not below or layout.type == "secHead":
        return 0
    return 1 + share + 2 * (layout.type in ("obj", "tx")) + 0.5 * (body.kind == "obj")


def _two_texts(layout: Candidate) -> float:
    if layout.others or len(layout.texts) != 2:
        return 0
    one, other = (each.rect for each in sorted(layout.texts, key=lambda each: each.rect.left))
    alike = abs(one.width - other.width) <= _ALIKE * one.width and abs(one.height - other.height) <= _ALIKE * one.height
    level = abs(one.top - other.top) <= layout.height * 0.05
    beside = other.left >= one.left + one.width * 0.9
    if not (alike and level and beside) or layout.share(one) < 0.12:
        return 0
    return 1 + layout.share(one) + 2 * (layout.type == "twoObj")


def _picture(layout: Candidate) -> float:
    pictures = [each for each in layout.others if each.kind == "pic"]
    if len(pictures) != 1 or len(layout.others) != 1 or len(layout.texts) > 1:
        return 0
    return 1 + layout.share(pictures[0].rect) + 2 * (layout.type == "picTx")


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
    "two-texts": _two_texts,
    "picture": _picture,
}
