"""A whole deck, laid out: what an exporter is handed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal

from deck.ground.dataclass import dataclass
from deck.model.language import Language
from deck.model.shapes import ShapeTree, SlideLayout
from deck.model.theme import EmbeddedFont, Theme


@dataclass(frozen=True, slots=True)
class DeckSection:
    """A section of the finished deck; its slides are those whose `section` is its `id`."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides at their places, in one language, with all that a file of them needs.

    `slide_layouts` are those on offer, of different names; every slide's own is among them. `prompts` are what empty
    slots say in the deck's language, by what they say in English. `known` are the figures that texts name, and
    `statuses` those of lists' countries, by list and code: what a later deck is compared with. `fonts` are those
    that it carries.
    """

    title: str
    subject: str
    author: str
    language: Language
    theme: Theme
    slide_layouts: tuple[SlideLayout, ...]
    sections: tuple[DeckSection, ...]
    slides: tuple[ShapeTree, ...]
    prompts: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, Decimal] = field(default_factory=dict)
    statuses: Mapping[tuple[str, str], str] = field(default_factory=dict)
    fonts: tuple[EmbeddedFont, ...] = ()

    def targets(self) -> dict[str, str]:
        """Where links within the deck lead: the id of the first slide that shows a slide of the outline, or a section.

        A slide's id comes before a section's.
        """
        found: dict[str, str] = {}
        for slide in reversed(self.slides):
            found[slide.section] = slide.id
        for slide in reversed(self.slides):
            found[slide.slide] = slide.id
        return found
