"""The JSON Schema of an outline file, from which an editor completes and checks it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from deck.model.content import Item
from deck.model.layout import Layout
from deck.outline.descriptions import descriptions
from deck.outline.header import OutlineFields, SectionFields, SlideFields
from deck.outline.mistakes import model_at

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ITEMS_OF_LIST = {
    "type": "object",
    "description": "The rows of one of the outline's lists.",
    "properties": {
        "list": {"type": "string", "description": "The list's name under `lists:`."},
        "column": {"type": "string", "description": "The column to show; `country`, or the first, if left out."},
    },
    "required": ["list"],
    "additionalProperties": False,
}


def outline_schema(layouts: Mapping[str, Layout[Any]]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an outline whose slides have these layouts.

    A slide is one of as many variants as there are layouts; its `layout` says which.
    """
    contents = [layout.content for layout in layouts.values()]
    models = _with_parts([OutlineFields, SectionFields, SlideFields, Item, *contents])
    refs, whole = models_json_schema([(model, "validation") for model in models], ref_template="#/$defs/{model}")
    definitions: dict[str, Any] = {name: _tidy(definition) for name, definition in whole["$defs"].items()}
    names = {model: ref["$ref"].removeprefix("#/$defs/") for (model, _), ref in refs.items()}
    for model in models:
        for field, about in descriptions(model).items():
            definitions[names[model]]["properties"][field]["description"] = about
    _allow_lists(definitions, f"#/$defs/{names[Item]}")
    frame = definitions.pop(names[SlideFields])
    variants = []
    for name, layout in layouts.items():
        content = definitions.pop(names[layout.content])
        variant = f"slide-{name}"
        definitions[variant] = _slide(name, layout.summary, frame, content)
        variants.append({"$ref": f"#/$defs/{variant}"})
    definitions["slide"] = {"description": "One slide.", "oneOf": variants}
    _entries(definitions[names[SectionFields]], "slides", "#/$defs/slide")
    outline = definitions.pop(names[OutlineFields])
    _entries(outline, "sections", f"#/$defs/{names[SectionFields]}")
    outline |= {"title": "Outline", "description": "A deck's outline."}
    used = _used(outline, definitions, {})
    return {"$schema": _DIALECT, **outline, "$defs": dict(sorted(used.items()))}


def _with_parts(models: Iterable[type[BaseModel]]) -> list[type[BaseModel]]:
    """These models and those of their fields."""
    found: list[type[BaseModel]] = []
    waiting = list(models)
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found.append(model)
            waiting += [part for name in model.model_fields if (part := model_at(model, (name,)))]
    return found


def _slide(name: str, summary: str, frame: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
    """The variant of a slide: what all have, with the layout's own fields between."""
    own = dict(frame["properties"])
    notes_and_minutes = {key: own.pop(key) for key in ("notes", "minutes")}
    own["layout"] = {"const": name, "description": summary}
    return {
        "type": "object",
        "title": name,
        "description": summary,
        "properties": own | content["properties"] | notes_and_minutes,
        "required": [*frame["required"], *content.get("required", ())],
        "additionalProperties": False,
    }


def _tidy(node: Any) -> Any:
    """Without what an editor would only repeat or wrongly offer: generated titles, and null beside a value."""
    if isinstance(node, list):
        return [_tidy(below) for below in node]
    if not isinstance(node, dict):
        return node
    tidy = {key: _tidy(below) for key, below in node.items()}
    if isinstance(tidy.get("title"), str):
        del tidy["title"]
    if tidy.get("default", ...) is None:
        del tidy["default"]
    if "patternProperties" in tidy:
        tidy["additionalProperties"] = False
    if {"type": "null"} in tidy.get("anyOf", ()):
        others = [below for below in tidy.pop("anyOf") if below != {"type": "null"}]
        tidy = others[0] | tidy if len(others) == 1 else {"anyOf": others, **tidy}
    return tidy


def _used(node: Any, definitions: dict[str, Any], used: dict[str, Any]) -> dict[str, Any]:
    """The definitions that a schema leads to."""
    for below in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        name = str(below).removeprefix("#/$defs/")
        if isinstance(below, str) and name != below and name not in used:
            used[name] = definitions[name]
            _used(definitions[name], definitions, used)
        _used(below, definitions, used)
    return used


def _entries(schema: dict[str, Any], field: str, ref: str) -> None:
    schema["properties"][field]["items"] = {"$ref": ref}


def _allow_lists(node: Any, item: str) -> None:
    """Let `{list: name}` stand wherever a list of items may."""
    if isinstance(node, list):
        for below in node:
            _allow_lists(below, item)
    elif isinstance(node, dict):
        for name, below in node.items():
            if isinstance(below, dict) and below.get("type") == "array" and below.get("items") == {"$ref": item}:
                array = {key: below.pop(key) for key in list(below) if key not in ("description", "title", "default")}
                node[name] = below | {"anyOf": [array, _ITEMS_OF_LIST]}
            else:
                _allow_lists(below, item)
