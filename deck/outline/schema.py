"""The JSON Schema of an outline file, from which an editor completes and checks it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from inspect import cleandoc
from typing import Any, Literal, get_args, get_origin

from deck.fields.descriptions import descriptions
from deck.model.content import Citation, CodeFile, Fields, FocalPoint, ImageFile, Item, LineNumbers, Part
from deck.model.declarations import Kind, declared, words_field
from deck.model.layout import Layout
from deck.model.rules import Bare, Limits, Pattern, Size
from deck.model.text import Amount, Text
from deck.outline.focal_points import PATTERN as FOCAL_POINT
from deck.outline.header import Date, OutlineFields, SectionFields, SlideFields
from deck.outline.line_numbers import PATTERN as LINE_NUMBERS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_COLUMN = {"type": "string", "description": "The column to show; `country`, or the first, if left out."}
_GROUP = {"type": "string", "description": "The column by which the rows stand in groups: `status`, `region`, any."}
_HEADINGS = {
    "type": "object",
    "description": "The groups' headings, by what stands in that column.",
    "additionalProperties": {"type": "string"},
}
_LIST = {"type": "string", "description": "The list's name under `lists:`."}
_TEXT = {"type": ["string", "number"]}
_TYPES: Mapping[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "number"},
    Decimal | str: _TEXT,
    Text: _TEXT,
    Amount: _TEXT,
    Citation: {"type": "string"},
    Date: {"type": ["string", "integer"]},
    ImageFile: {"type": "string"},
    CodeFile: {"type": "string"},
    LineNumbers: {"type": ["string", "integer"], "pattern": LINE_NUMBERS},
    FocalPoint: {"type": "string", "pattern": FOCAL_POINT},
}


def outline_schema(layouts: Mapping[str, Layout[Any]]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an outline whose slides have these layouts.

    A slide is one of as many variants as there are layouts; its `layout` says which.
    """
    definitions = _Definitions()
    outline = definitions.fields(OutlineFields)
    outline["properties"]["sections"]["items"] = definitions.ref(SectionFields)
    definitions.schemas["SectionFields"]["properties"]["slides"]["items"] = {"$ref": "#/$defs/slide"}
    variants = []
    for name, layout in layouts.items():
        definitions.schemas[f"slide-{name}"] = _slide(definitions, name, layout)
        variants.append({"$ref": f"#/$defs/slide-{name}"})
    definitions.schemas["slide"] = {"description": "One slide.", "oneOf": variants}
    outline |= {"title": "Outline", "description": "A deck's outline."}
    return {"$schema": _DIALECT, **outline, "$defs": dict(sorted(definitions.schemas.items()))}


def _slide(definitions: _Definitions, name: str, layout: Layout[Any]) -> dict[str, Any]:
    """The variant of a slide: what all have, with the layout's own fields between."""
    frame, content = definitions.fields(SlideFields), definitions.fields(layout.content)
    own = frame["properties"]
    notes_and_minutes = {key: own.pop(key) for key in ("notes", "minutes")}
    own["layout"] = {"const": name, "description": layout.summary}
    return {
        "type": "object",
        "title": name,
        "description": layout.summary,
        "properties": own | content["properties"] | notes_and_minutes,
        "required": [*frame["required"], *content.get("required", ())],
        "additionalProperties": False,
    }


class _Definitions:
    """The `schemas` of the classes of fields that are referred to, by name."""

    def __init__(self) -> None:
        self.schemas: dict[str, dict[str, Any]] = {}
        self._names: dict[type[Fields], str] = {}

    def ref(self, model: type[Fields]) -> dict[str, Any]:
        """A reference to the schema of a class, which is defined now if it was not."""
        if model not in self._names:
            namesakes = sum(other.__name__ == model.__name__ for other in self._names)
            name = self._names[model] = model.__name__ + (str(namesakes + 1) if namesakes else "")
            self.schemas[name] = self.fields(model)
        return {"$ref": f"#/$defs/{self._names[model]}"}

    def fields(self, model: type[Fields]) -> dict[str, Any]:
        """The schema of a class itself."""
        fields = declared(model)
        about = descriptions(model)
        properties = {}
        for name, field in fields.items():
            properties[name] = self.value(field.kind)
            if field.default is not None and field.kind.type is not dict:
                properties[name]["default"] = list(field.default) if field.kind.type is tuple else field.default
            if name in about:
                properties[name]["description"] = about[name]
        schema: dict[str, Any] = {"type": "object"}
        if model.__doc__:
            schema["description"] = cleandoc(model.__doc__)
        schema["properties"] = properties
        made = ("id",) if issubclass(model, Part) else ()
        if required := [name for name, field in fields.items() if field.required and name not in made]:
            schema["required"] = required
        return schema | {"additionalProperties": False}

    def value(self, kind: Kind) -> dict[str, Any]:
        """The schema of a value."""
        if kind.type is tuple:
            return self.entries(kind)
        if kind.type is dict:
            names, values = map(self.value, kind.within)
            if kind.within[1].optional:
                values = {"anyOf": [values, {"type": "null"}]}
            return {"type": "object", "patternProperties": {names["pattern"]: values}, "additionalProperties": False}
        if get_origin(kind.type) is Literal:
            choices = list(get_args(kind.type))
            return {"type": "string"} | ({"const": choices[0]} if len(choices) == 1 else {"enum": choices})
        if kind.fields is not None:
            bare = [self.value(declared(kind.fields)[rule.field].kind) for rule in kind.rules if isinstance(rule, Bare)]
            return {"anyOf": [self.ref(kind.fields), *bare]} if bare else self.ref(kind.fields)
        schema = dict(_TYPES.get(kind.type) or _TYPES[kind.type.__supertype__])
        for rule in kind.rules:
            if isinstance(rule, Pattern):
                schema["pattern"] = rule.expression
            elif isinstance(rule, Size):
                schema |= _bounds(minLength=rule.least or None, maxLength=rule.most)
            elif isinstance(rule, Limits):
                schema |= _bounds(exclusiveMinimum=rule.above, minimum=rule.least, maximum=rule.most)
        return schema

    def entries(self, kind: Kind) -> dict[str, Any]:
        """The schema of a list; one of parts may be `{list: name}`, too."""
        schema: dict[str, Any] = {"type": "array"}
        if kind.within[0].type is not Any:
            schema["items"] = self.value(kind.within[0])
            if kind.part and words_field(kind.part):
                schema["items"] = {"anyOf": [schema["items"], _TEXT]}
        for rule in kind.rules:
            if isinstance(rule, Size):
                schema |= _bounds(minItems=rule.least or None, maxItems=rule.most)
        return {"anyOf": [schema, _rows_of_list(kind.part)]} if kind.part else schema


def _rows_of_list(part: type[Part]) -> dict[str, Any]:
    """The schema of a reference to a list, whose rows are these parts."""
    if part is Item:
        columns: dict[str, Any] = {"column": _COLUMN, "group": _GROUP, "headings": _HEADINGS}
    else:
        columns = {name: _column(name, field.kind) for name, field in declared(part).items() if name != "id"}
        columns = {name: column for name, column in columns.items() if column}
    return {
        "type": "object",
        "description": "The rows of one of the outline's lists.",
        "properties": {"list": _LIST, **columns},
        "required": ["list"],
        "additionalProperties": False,
    }


def _column(name: str, kind: Kind) -> dict[str, Any] | None:
    """Which column of a list a field takes; None for what no cell can hold."""
    if kind.part or kind.fields:
        return None
    about = f"The column for `{name}`; the one of this name, if left out."
    if kind.type is dict:
        return {"type": "object", "description": about, "additionalProperties": {"type": "string"}}
    return {"type": "string", "description": about}


def _bounds(**bounds: float | None) -> dict[str, float]:
    return {name: bound for name, bound in bounds.items() if bound is not None}
