"""A presentation as it was read: sections of slides, before any of it has a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from decimal import Decimal

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Span
from deck.model.content import Background, Content
from deck.model.language import Language
from deck.model.shapes import Reveal, Transition
from deck.model.text import Text
from deck.model.theme import Embedding


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide of an outline. `id` is unique in the outline; `layout` names the type of its `content`.

    `minutes` is the planned time. `spans` says where each field stands, by its path
    (`title`, `cards.newsletter.heading`). A `hidden` slide is in the deck and left out of the show. `reveal` says what
    of it appears click by click. `turn` counts the slides that have its title, where nothing else tells them apart.
    `allowed` has the codes of checks that do not count here, with the reasons.
    """

    id: str
    layout: str
    content: Content
    notes: Text | None
    minutes: Decimal | None
    span: Span
    spans: Mapping[str, Span]
    hidden: bool = False
    reveal: Reveal | None = None
    transition: Transition | None = None
    background: Background | None = None
    turn: int = 1
    allowed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """A run of slides under one heading, PowerPoint's section."""

    id: str
    title: Text
    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure that texts name in braces, and the source it comes from.

    `unit` is a phrase around its name in braces, such as `{area} hectares`. `date` is when the figure was right, as
    ISO 8601 writes a year, a month or a day. `language` is what its words are written in, None for the language of its
    deck; `original` is what it is in the outline, for texts that stay in the outline's language.
    """

    value: Decimal | str
    source: str | None = None
    unit: str | None = None
    date: str | None = None
    language: Language | None = None
    original: Fact | None = None


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list that is kept in the file at `path`: of countries, where its entries' ids are ISO codes, or of facts.

    `statuses` has each country that has a code, with its status.
    """

    name: str
    path: str
    countries: bool = False
    facts: bool = False
    statuses: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Presentation:
    """A whole outline. `values` are what `{name}`s in its texts stand for; `sources` are citations by name.

    `words` are the deck's own words by name, where others than the language's usual ones are wanted;
    `country_overrides` the names of countries, by their codes in capitals, that no naming scheme has. `date` is the
    day on which it is shown, and `figures_valid_years` how old its figures may be then. `images` is how
    finely pictures are stored, and `embed` whether the deck carries its fonts, None for what its theme says.
    `spans` says where each field
    above the slides stands, by its path (`facts.partners`). `includes` are the other
    outlines from which slides come. `severities` say how severe what some checks find is, by
    their codes: `off`, `warning` or `error`.
    """

    title: Text
    event: Text | None
    author: str
    footer: Text | None
    language: Language
    theme: str
    values: Mapping[str, Fact]
    sources: Mapping[str, Text]
    sections: tuple[Section, ...]
    span: Span
    lists: tuple[ListFile, ...] = ()
    country_names: str = "as-written"
    country_overrides: Mapping[str, Text] = field(default_factory=dict)
    words: Mapping[str, Text] = field(default_factory=dict)
    date: str | None = None
    figures_valid_years: Decimal | None = None
    images: str = "print"
    embed: Embedding | None = None
    spans: Mapping[str, Span] = field(default_factory=dict)
    severities: Mapping[str, str] = field(default_factory=dict)
    includes: tuple[str, ...] = ()

    @property
    def slides(self) -> Iterator[Slide]:
        """All slides, in order."""
        for section in self.sections:
            yield from section.slides
