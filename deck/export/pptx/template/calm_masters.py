"""Of masters that serve alike, one whose text can be read: not that which is drawn all over, as a cover is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.choosing import Candidate, chosen, filled
from deck.export.pptx.template.free_area import free_area, obstacles
from deck.export.pptx.template.opened_template import OpenedTemplate
from deck.export.pptx.template.palette import ground_of
from deck.export.pptx.template.template_slots import TemplateMaster
from deck.ground.dataclass import dataclass
from deck.model.rescaling import rescaled
from deck.model.units import Rect

_RESTLESS = 0.4
"""The share of the text's place from which drawings on it are too many."""


@dataclass(frozen=True)
class ReadMaster:
    """A master with its slide layouts, on a slide 7.5 inches high; its own is `scale` times as high."""

    opened: OpenedTemplate
    master: TemplateMaster
    layouts: Sequence[Candidate]
    slide: Rect
    scale: float

    @property
    def worth(self) -> int:
        """For how many uses its slide layouts serve, and whether any has a title."""
        return len(chosen(self.layouts)) + any(each.title for each in self.layouts)

    @property
    def is_calm(self) -> bool:
        """Whether little is drawn behind its text, and its ground is no picture."""
        text, place = self._text()
        if text is None or place is None:
            return True
        own = (self.opened.archive.tree(part).find("p:cSld/p:bg", PREFIXES) for part in (text.part, self.master.part))
        background = next((each for each in own if each is not None), None)
        # What is behind all of it is its ground.
        drawn = sum(place.shared(each) for each in self._drawings(text) if not each.holds(place))
        return (
            ground_of(self.master.colours, background) is not None and drawn <= _RESTLESS * place.width * place.height
        )

    @property
    def room(self) -> int:
        """How much of its text's place no drawing is in."""
        text, place = self._text()
        free = free_area(place, self._drawings(text), self.slide) if text and place else self.slide
        return free.width * free.height

    def _text(self) -> tuple[Candidate | None, Rect | None]:
        text = chosen(self.layouts).get("text")
        body = filled(text, "text")[0] if text else self.master.slots.get("body")
        return text or next(iter(self.layouts), None), body.rect if body else None

    def _drawings(self, layout: Candidate) -> Iterator[Rect]:
        found = obstacles(self.opened, layout.part, self.master.part)
        return (rescaled(each, 1 / self.scale) for each in found)


def best_master(masters: Sequence[ReadMaster]) -> ReadMaster:
    """The first whose slide layouts serve for most uses; where that is restless, the roomiest calm one of those."""
    most = max(each.worth for each in masters)
    best = [each for each in masters if each.worth == most]
    calm = [each for each in best if each.is_calm] if len(best) > 1 else best
    return best[0] if best[0] in calm or not calm else max(calm, key=lambda each: each.room)
