"""The outline's reference, from what the layouts say of themselves."""

from __future__ import annotations

import inspect
import textwrap
import types
import typing
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic.fields import FieldInfo

from deck.layouts import LAYOUTS
from deck.model.content import IDENTIFIER, Fields, ImageFile, Item, Part
from deck.model.layout import Layout
from deck.model.text import Amount, Text

_EXAMPLE = "Example:\n"


def overview() -> str:
    """A line a layout: its name and what it is for."""
    width = max(map(len, LAYOUTS))
    return "\n".join(f"{name:<{width}}  {layout.summary}" for name, layout in LAYOUTS.items())


def layout_reference(layout: Layout[Any]) -> str:
    """A layout in Markdown: what it is, its fields, an example."""
    about, _, sample = inspect.cleandoc(layout.documentation).partition(_EXAMPLE)
    fields = "\n".join(_rows(layout.content))
    parts = [f"## `{layout.name}`", about.strip(), f"| field | what it takes | |\n|---|---|---|\n{fields}"]
    return "\n\n".join([*parts, f"```yaml\n{textwrap.dedent(sample).strip()}\n```"])


def reference(names: Iterable[str] = tuple(LAYOUTS)) -> str:
    """These layouts in Markdown."""
    return "\n\n".join(layout_reference(LAYOUTS[name]) for name in names)


def example(layout: Layout[Any]) -> str:
    """The YAML of a layout's example: a slide without its id."""
    return textwrap.dedent(inspect.cleandoc(layout.documentation).partition(_EXAMPLE)[2])


def _rows(content: type[Fields], prefix: str = "") -> Iterator[str]:
    for name, field in content.model_fields.items():
        about = (field.description or "").replace("\n", " ")
        optional = "" if field.is_required() else " (optional)"
        yield f"| `{prefix}{name}` | {_type(field)}{optional} | {about} |"
        part = _part(field.annotation)
        if part and part is not content:
            yield from _rows(part, f"{prefix}{name}[].")


def _part(annotation: Any) -> type[Fields] | None:
    for argument in typing.get_args(annotation):
        if inspect.isclass(argument) and issubclass(argument, Part):
            return argument
    return None


def _type(field: FieldInfo) -> str:
    annotation = field.annotation
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        annotation = next(each for each in typing.get_args(annotation) if each is not type(None))
    if part := _part(annotation):
        return "entries, or `{list: name}`" if part is Item else "parts, each with an `id`"
    if typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    if typing.get_origin(annotation) is typing.Literal:
        return " or ".join(f"`{choice}`" for choice in typing.get_args(annotation))
    if any(getattr(rule, "pattern", None) == IDENTIFIER for rule in field.metadata):
        return "an id"
    names = {Text: "text", Amount: "a number or text", bool: "`true` or `false`", str: "a name", ImageFile: "a file"}
    if annotation in names:
        return names[annotation]
    return "a source’s name" if "Citation" in str(annotation) else annotation.__name__.lower()
