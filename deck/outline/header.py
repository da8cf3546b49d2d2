"""The parts of an outline above its slides: the presentation itself, its lists, facts and sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, Literal, NewType, TypeAlias

from deck.fields.fields_reader import Readers
from deck.fields.findings import Finding, MistakenError, NotTextError
from deck.ground.diagnostics import Diagnostic
from deck.model.content import Background, Notes, Source, Words
from deck.model.dates import date_hint, is_date
from deck.model.fields import Fields, Identifier
from deck.model.language import is_tag, suggested_tag
from deck.model.rules import Bare, Limits, Pattern, Size
from deck.model.shapes import Reveal, Transition
from deck.model.theme import Embedding

LanguageTag = NewType("LanguageTag", str)
"""A language, as a BCP 47 tag."""
Severity: TypeAlias = Literal["off", "warning", "error"]
"""How severe the findings of a check are; `off`: they are not told."""
CheckCode: TypeAlias = Annotated[
    str, Pattern(r"^[a-z0-9]+(-[a-z0-9]+)*$", "the code of a check, such as `image-cropped`")
]
"""A check, by the code of what it finds."""
Reason: TypeAlias = Annotated[str, Pattern(r"^[\s\S]*\S[\s\S]*$", "a reason")]
"""Why something may be as it is, in words."""
Date = NewType("Date", str)
"""A year, a month (`2026-05`) or a day (`2026-05-31`)."""


def _language(value: object) -> str:
    if not isinstance(value, str):
        raise NotTextError
    if not is_tag(value):
        tag = suggested_tag(value)
        hint = f"write `{tag}`" if tag else "a BCP 47 tag is wanted, such as `en`, `fr`, `zh-Hans` or `pt-BR`"
        raise MistakenError(Finding("invalid-value", f"`{value}` names no language", hint))
    return value


def _value(value: object) -> Decimal | str:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise NotTextError


CountryCode: TypeAlias = Annotated[str, Pattern(r"^[A-Z]{2}$", "an ISO code of a country: two capital letters")]
"""A country, by its code."""


def _date(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise NotTextError
    if not is_date(str(value)):
        raise MistakenError(Finding("invalid-value", f"“{value}” is no date", date_hint(str(value))))
    return str(value)


READERS: Readers = {LanguageTag: _language, Decimal | str: _value, Date: _date}
"""How the values of a header's own types are read."""


class ThemeChoice(Fields):
    """The look of the deck: a theme, or a PowerPoint template of your own."""

    name: str | None = None
    """A theme's name, or the path of a theme file (.yaml) from here."""
    template: str | None = None
    """The path of a PowerPoint template (.potx, .pptx) from here, whose masters the deck is filled into."""
    map: str | None = None
    """The path of a file from here that says which of the template’s slide layouts serves for what."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """Both, or neither."""
        if self.name is not None and self.template is not None:
            message = "a deck has one theme or one template, and this names both"
            hint = "leave one out: a template has colours, fonts and sizes of its own, which are changed in PowerPoint"
            yield Diagnostic("invalid-value", message, hint=hint)
        elif self.name is None and self.template is None:
            hint = "write `theme: alliance` or `theme: {template: file.potx}`"
            yield Diagnostic("invalid-value", "a deck has one theme or one template", hint=hint)


class FontsChoice(Fields):
    """The fonts of the deck."""

    embed: Embedding | None = None
    """Whether the deck carries its fonts for who has them not: `true`, whole, so that it can be edited; `subset`, no
    more than what it shows; `false`. Fonts of Windows and Office need not be carried. It takes the extra `fonts`."""


class PresentationFields(Fields):
    """The presentation as a whole."""

    title: Words
    """The title of the whole deck, for the file's properties."""
    event: Words | None = None
    """The occasion on which it is shown."""
    author: str
    """The person or body that presents it."""
    footer: Words | None = None
    """The line at the foot of the slides."""
    language: LanguageTag
    """The language in which the outline is written, as a BCP 47 tag such as `en`."""
    theme: Annotated[ThemeChoice, Bare("name")] = ThemeChoice(name="alliance")
    """A theme's name, the path of a theme file (.yaml) from here, or `{template: file.potx}`: your own template."""
    country_names: Literal["as-written", "un", "cldr"] = "as-written"
    """How countries are called: as the list writes them, and by the United Nations' names in translations; or by
    those (`un`) or Unicode's (`cldr`) in all languages."""
    country_overrides: Mapping[CountryCode, Words] = MappingProxyType({})
    """What single countries are called instead, by their ISO codes: `{CD: DR Congo}`. Translations have their own."""
    images: Literal["original", "hd", "print", "web", "email"] = "print"
    """How finely pictures are stored, in PowerPoint's terms: 330 pixels an inch of the slide (`hd`), 220 (`print`), 150
    (`web`), 96 (`email`); `original` leaves them as large as they are."""
    fonts: FontsChoice = FontsChoice()
    """Whether the deck carries its fonts, where that is not as its theme says."""
    transition: Transition | None = None
    """How each slide comes, by PowerPoint's names; left out, it is just there."""
    allow_outside: bool = False
    """Whether files that the outline names, and its catalogs, may lie outside its folder, also at the end of a link."""
    date: Date | None = None
    """The day on which it is shown: a year, a month (`2026-05`) or a day (`2026-05-31`)."""
    figures_valid_years: Annotated[Decimal, Limits(above=0, most=100)] | None = None
    """How many years old a figure may be before `check` tells."""


class ListFields(Fields):
    """A list kept in a file of its own: a row an entry."""

    written = "{{table: {}}}"

    countries: str | None = None
    """A CSV file or a workbook of countries, with the columns `country` and `code` (ISO 3166, two letters)."""
    facts: str | None = None
    """A CSV file or a workbook of facts, with the columns `id`, `value`, `unit`, `source` and `date`."""
    table: str | None = None
    """A CSV file or a workbook of anything else."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """More than one file, or none."""
        if sum(file is not None for file in (self.countries, self.facts, self.table)) != 1:
            hint = "write `countries: file.csv`, `facts: file.csv` or `table: file.csv`"
            yield Diagnostic("invalid-value", "a list is kept in one file", hint=hint)


class FactFields(Fields):
    """A figure or a name that texts take up as `{name}`."""

    value: Decimal | str
    """A number (`50_000_000`), written as the language writes it, or words."""
    unit: Annotated[str, Pattern(r"^[^{}\n]+$", "words without braces")] | None = None
    """What stands after the number wherever it is shown: `%`, or words such as `hectares`."""
    source: Source | None = None
    """The name of one of the outline's sources."""
    date: Date | None = None
    """When it was so, if its source does not end with the year: a year, a month or a day."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """A unit of what is no number."""
        if self.unit and isinstance(self.value, str):
            message = "a unit stands after a number, and this value is none"
            hint = "write the value in digits, or the unit among its words"
            yield Diagnostic("invalid-value", message, hint=hint, field="unit")


class OutlineFields(Fields):
    """An outline, but for its slides."""

    presentation: PresentationFields
    """The presentation as a whole."""
    lists: Mapping[Identifier, ListFields] = MappingProxyType({})
    """Lists kept in files of their own, by name; texts take up their length as `{name.count}`."""
    facts: Mapping[Identifier, Annotated[FactFields, Bare("value")]] = MappingProxyType({})
    """Figures and names that texts take up as `{name}`."""
    sources: Mapping[Identifier, Words] = MappingProxyType({})
    """Where figures come from, by name."""
    checks: Mapping[CheckCode, Severity] = MappingProxyType({})
    """How severe what a check finds is in this deck: `{image-cropped: off, missing-description: error}`."""
    sections: Annotated[tuple[Any, ...], Size(1)]
    """The sections of the deck, in order."""


class SectionFields(Fields):
    """A section of the deck, but for its slides."""

    id: Identifier
    """Lower-case letters, digits and hyphens; unique in the outline."""
    title: Words
    """The section's heading."""
    slides: Annotated[tuple[Any, ...], Size(1)]
    """The section's slides, in order."""


class SlideFields(Fields):
    """What every slide has besides its layout's own fields."""

    id: Identifier
    """Lower-case letters, digits and hyphens; unique in the outline. It keeps the slide's translations."""
    layout: str
    """The kind of slide."""
    notes: Notes | None = None
    """The speaker's notes."""
    minutes: Annotated[Decimal, Limits(above=0, most=600)] | None = None
    """The planned time, in minutes."""
    allow: Mapping[CheckCode, Reason] = MappingProxyType({})
    """What a check may find on this slide and not tell, with the reason: `{image-cropped: only sky is cut away}`."""
    hidden: bool = False
    """Whether it is in the deck, and left out of the show."""
    reveal: Reveal | None = None
    """Whether its parts (entries, cards, boxes) appear one with each click; `sub-items`: entries below them, too."""
    transition: Literal[Transition, "none"] | None = None
    """How it comes, where that is not as in the header."""
    background: Annotated[Background, Bare("file")] | None = None
    """A picture behind all that is on it, under a veil on which words can be read."""
