"""The parts of an outline above its slides: the presentation itself, its lists, facts and sources."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from deck.model.content import Fields, Identifier, Prose, Source, Words
from deck.outline.findings import Finding, mistaken

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*\Z", re.I)


def _language(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("text_type", "text is wanted here")
    if not _LANGUAGE.match(value):
        hint = "a BCP 47 tag is wanted, such as `en`, `fr`, `zh-Hans` or `pt-BR`"
        raise mistaken([Finding("invalid-value", f"`{value}` names no language", hint)])
    return value


def _value(value: object) -> Decimal | str:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise PydanticCustomError("text_type", "text is wanted here")


def _as_fact(value: Any) -> Any:
    return value if isinstance(value, dict | FactFields) else {"value": value}


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
    language: Annotated[str, PlainValidator(_language), WithJsonSchema({"type": "string"})]
    """The language in which the outline is written, as a BCP 47 tag such as `en`."""
    theme: str = "alliance"
    """A theme's name, or the path of a theme file (.yaml) from here."""
    country_names: Literal["as-written"] = "as-written"
    """How countries are called: as the list writes them."""


class ListFields(Fields):
    """A list kept in a file of its own: a row an entry."""

    countries: str | None = None
    """A CSV file of countries, with the columns `country` and `code` (ISO 3166, two letters)."""
    table: str | None = None
    """A CSV file of anything else."""

    @model_validator(mode="after")
    def _one_file(self) -> ListFields:
        if (self.countries is None) == (self.table is None):
            message = "a list is kept in one file"
            raise mistaken([Finding("invalid-value", message, "write `countries: file.csv` or `table: file.csv`")])
        return self


class FactFields(Fields):
    """A figure or a name that texts take up as `{name}`."""

    value: Annotated[Decimal | str, PlainValidator(_value), WithJsonSchema({"type": ["string", "number"]})]
    """A number (`50_000_000`), written as the language writes it, or words."""
    source: Source | None = None
    """The name of one of the outline's sources."""


def _or_bare(schema: dict[str, Any]) -> None:
    """In an editor's schema, let the bare value stand for the fields with only a value."""
    fields = dict(schema)
    schema.clear()
    schema["anyOf"] = [fields, {"type": ["string", "number"]}]


FactValue = Annotated[FactFields, BeforeValidator(_as_fact), Field(json_schema_extra=_or_bare)]


class OutlineFields(Fields):
    """An outline, but for its slides."""

    presentation: PresentationFields
    """The presentation as a whole."""
    lists: dict[Identifier, ListFields] = Field(default_factory=dict)
    """Lists kept in files of their own, by name; texts take up their length as `{name.count}`."""
    facts: dict[Identifier, FactValue] = Field(default_factory=dict)
    """Figures and names that texts take up as `{name}`."""
    sources: dict[Identifier, Words] = Field(default_factory=dict)
    """Where figures come from, by name."""
    sections: list[Any] = Field(min_length=1)
    """The sections of the deck, in order."""


class SectionFields(Fields):
    """A section of the deck, but for its slides."""

    id: Identifier
    """Lower-case letters, digits and hyphens; unique in the outline."""
    title: Words
    """The section's heading."""
    slides: list[Any] = Field(min_length=1)
    """The section's slides, in order."""


class SlideFields(Fields):
    """What every slide has besides its layout's own fields."""

    id: Identifier
    """Lower-case letters, digits and hyphens; unique in the outline. It keeps the slide's translations."""
    layout: str
    """The kind of slide."""
    notes: Prose | None = None
    """The speaker's notes."""
    minutes: (
        Annotated[Decimal, Field(gt=0, le=600), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})] | None
    ) = None
    """The planned time, in minutes."""
