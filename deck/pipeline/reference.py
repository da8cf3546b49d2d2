"""The outline's reference, from what the layouts say of themselves."""

from __future__ import annotations

import inspect
import textwrap
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from deck.fields.descriptions import descriptions
from deck.layouts import LAYOUTS
from deck.model.content import (
    CaptionsFile,
    Code,
    CodeFile,
    CodeLanguage,
    Content,
    FilmFile,
    FocalPoint,
    IconName,
    ImageFile,
    Item,
    LineNumbers,
    Prose,
    Tex,
)
from deck.model.declarations import Kind, declared, words_field
from deck.model.fields import IDENTIFIER, Citation, Fields, Part
from deck.model.layout import Layout
from deck.model.rules import Markdown
from deck.model.text import Amount, Text

_NAMES: Mapping[Any, str] = {
    Text: "text",
    Prose: "text, perhaps in paragraphs",
    Amount: "a number or text",
    int: "a whole number",
    bool: "`true` or `false`",
    str: "a name",
    IconName: "a name, see Icons",
    ImageFile: "a file",
    Code: "code, line by line",
    Tex: "a formula in LaTeX",
    CodeFile: "a file",
    FilmFile: "a file",
    CaptionsFile: "a file",
    CodeLanguage: "a language of code",
    LineNumbers: "lines’ numbers",
    FocalPoint: "a place in it",
    Citation: "a source’s name",
    dict: "values by name",
}
_EXAMPLE = "Example:\n"
OF_ALL = frozenset(Content.field_names) - {"title"}
"""What slides of every layout have is told once."""


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
    about = descriptions(content)
    for name, field in declared(content).items():
        if name in OF_ALL and name not in inspect.get_annotations(content):
            continue
        made = name == "id" and issubclass(content, Part)
        optional = "" if field.required and not made else " (optional)"
        words = about.get(name, "").replace("\n", " ")
        yield f"| `{prefix}{name}` | {_type(field.kind)}{optional} | {words} |"
        part = None if Markdown() in field.kind.rules else field.kind.part
        if part and part is not content:
            yield from _rows(part, f"{prefix}{name}[].")
        elif field.kind.fields:
            yield from _rows(field.kind.fields, f"{prefix}{name}.")


def _type(kind: Kind) -> str:
    if Markdown() in kind.rules:
        return "text in Markdown"
    if kind.part:
        what = "entries" if kind.part is Item else "parts"
        return f"{what}{', or just words' if words_field(kind.part) else ''}, or `{{list: name}}`"
    if kind.type is tuple:
        return f"a list, each {_type(kind.within[0])}"
    if kind.fields:
        return str(kind.fields.__name__).lower()
    if IDENTIFIER in kind.rules:
        return "an id"
    if typing.get_origin(kind.type) is typing.Literal:
        return " or ".join(f"`{choice}`" for choice in typing.get_args(kind.type))
    return _NAMES[kind.type]
