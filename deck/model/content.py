"""What layouts build their fields from: texts, figures, pictures, parts that repeat.

A layout's content is a pydantic model, so that the keys an outline accepts, the JSON Schema that an editor
completes from and the documentation are one declaration. Reading needs things that a model cannot know (the
markup's parser, the files beside the outline, the theme's icons): pydantic's validation context brings them,
as a `Reading`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Protocol, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from deck.model.text import Amount, Text

IDENTIFIER = r"^[a-z0-9]+(-[a-z0-9]+)*$"


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A picture file that was read: its bytes and its size in pixels."""

    path: str
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a figure comes from: a source's name in the outline, and what it says."""

    name: str
    text: Text


class Reading(Protocol):
    """What reading a field may need. Each raises ValueError with a message for the author."""

    def words(self, markup: str) -> Text:
        """One paragraph of inline markup."""
        ...

    def prose(self, markup: str) -> Text:
        """Paragraphs of inline markup, with a blank line between them."""
        ...

    def image(self, path: str) -> ImageFile:
        """The picture at this path, relative to the outline."""
        ...

    def icon(self, name: str) -> str:
        """The name, if the theme has an icon of it."""
        ...

    def source(self, name: str) -> Citation:
        """The source of this name among the outline's `sources`."""
        ...


def _reading(info: ValidationInfo) -> Reading:
    if info.context is None:
        raise TypeError("content is validated with a Reading as its context")
    return info.context  # type: ignore[no-any-return]


def _written(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return str(value)
    raise PydanticCustomError("text_type", "text is wanted here")


def _words(value: object, info: ValidationInfo) -> Text:
    return value if isinstance(value, Text) else _reading(info).words(_written(value))


def _prose(value: object, info: ValidationInfo) -> Text:
    return value if isinstance(value, Text) else _reading(info).prose(_written(value))


def _amount(value: object, info: ValidationInfo) -> Amount:
    if isinstance(value, Amount):
        return value
    text = _reading(info).words(_written(value))
    return Amount(text, None if isinstance(value, str) else Decimal(str(value)))


def _image(value: object, info: ValidationInfo) -> ImageFile:
    return value if isinstance(value, ImageFile) else _reading(info).image(_written(value))


def _source(value: object, info: ValidationInfo) -> Citation:
    return value if isinstance(value, Citation) else _reading(info).source(_written(value))


_TEXT_SCHEMA = {"type": ["string", "number"]}
Words = Annotated[Text, PlainValidator(_words), WithJsonSchema(_TEXT_SCHEMA)]
"""One paragraph, with **bold**, *italic* and [links](https://…)."""
Prose = Annotated[Text, PlainValidator(_prose), WithJsonSchema(_TEXT_SCHEMA)]
"""Paragraphs, with a blank line between them."""
Figure = Annotated[Amount, PlainValidator(_amount), WithJsonSchema(_TEXT_SCHEMA)]
"""A number (`50_000_000`), written as the language writes it, or words."""
IconName = Annotated[str, AfterValidator(lambda name, info: _reading(info).icon(name))]
Source = Annotated[Citation, PlainValidator(_source), WithJsonSchema({"type": "string"})]
"""The name of one of the outline's sources."""
Identifier = Annotated[str, Field(pattern=IDENTIFIER)]


class Fields(BaseModel):
    """A group of fields in an outline. Frozen; a key that is not declared is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def texts(self, prefix: str = "") -> Iterator[tuple[str, Text]]:
        """Every text below, in order, with its path: field names, and ids for parts that repeat.

        A source's path is `sources.<name>`, as the same text serves every figure that names it.
        """
        for name in type(self).model_fields:
            yield from _texts_of(getattr(self, name), f"{prefix}{name}")

    def with_texts(self, change: Callable[[str, Text], Text], prefix: str = "") -> Self:
        """A copy in which each text is what `change(path, text)` makes of it."""
        return self.model_copy(
            update={name: _changed(getattr(self, name), f"{prefix}{name}", change) for name in type(self).model_fields}
        )

    def with_amounts(self, change: Callable[[Amount], Amount]) -> Self:
        """A copy in which each figure is what `change` makes of it."""
        return self.model_copy(
            update={name: _amounts_changed(getattr(self, name), change) for name in type(self).model_fields}
        )


class Part(Fields):
    """A part that repeats. Its `id` keeps its translations through every reordering."""

    id: Identifier
    """Lower-case letters, digits and hyphens; unique among its neighbours."""


class Item(Part):
    """One entry of a list."""

    text: Words
    """What it says."""
    items: tuple[Item, ...] = ()
    """Entries below this one."""


class Picture(Fields):
    """A picture, and what it says to those who cannot see it."""

    file: Annotated[ImageFile, PlainValidator(_image), WithJsonSchema({"type": "string"})]
    """A PNG or JPEG file, relative to the outline."""
    description: Words | None = None
    """Alternative text; leave it out only if the picture is decoration."""


class Content(Fields):
    """The fields of one kind of slide."""

    title: Words
    """The slide's title, unique in the deck."""

    def sorted_by(self, key: Callable[[Text], Any]) -> Self:
        """A copy with what the author wants sorted in the order of this key; as it is where nothing is."""
        return self


def _texts_of(value: Any, path: str) -> Iterator[tuple[str, Text]]:
    match value:
        case Text():
            yield path, value
        case Amount():
            yield path, value.text
        case Citation():
            yield f"sources.{value.name}", value.text
        case Fields():
            yield from value.texts(f"{path}.")
        case tuple():
            for part in value:
                if isinstance(part, Part):
                    yield from part.texts(f"{path}.{part.id}.")


def _changed(value: Any, path: str, change: Callable[[str, Text], Text]) -> Any:
    match value:
        case Text():
            return change(path, value)
        case Amount():
            return Amount(change(path, value.text), value.number)
        case Citation():
            return Citation(value.name, change(f"sources.{value.name}", value.text))
        case Fields():
            return value.with_texts(change, f"{path}.")
        case tuple():
            return tuple(
                part.with_texts(change, f"{path}.{part.id}.") if isinstance(part, Part) else part for part in value
            )
    return value


def _amounts_changed(value: Any, change: Callable[[Amount], Amount]) -> Any:
    match value:
        case Amount():
            return change(value)
        case Fields():
            return value.with_amounts(change)
        case tuple():
            return tuple(_amounts_changed(part, change) for part in value)
    return value
