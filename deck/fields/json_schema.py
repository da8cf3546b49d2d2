"""The JSON Schema of classes of fields, from what they declare."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from inspect import cleandoc
from typing import Any, Literal, get_args, get_origin

from deck.fields.descriptions import descriptions
from deck.model.declarations import Kind, declared
from deck.model.fields import Fields, Part
from deck.model.rules import Bare, Limits, Markdown, Pattern, Size

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES: Mapping[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "number"},
}
_PLAIN = (str, int, float, bool, Decimal)


class Definitions:
    """The `schemas` of the classes of fields that are referred to, by name."""

    def __init__(self, types: Mapping[Any, dict[str, Any]], *, nothing: bool = False) -> None:
        """`types` are the schemas of values of further types; `nothing` says that `null` may stand where it can."""
        self._nothing = nothing
        self.schemas: dict[str, dict[str, Any]] = {}
        self._types = {**_TYPES, **types}
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
            if self._nothing and field.kind.optional:
                properties[name] = {"anyOf": [properties[name], {"type": "null"}]}
            if isinstance(field.default, tuple) and all(isinstance(each, _PLAIN) for each in field.default):
                properties[name]["default"] = list(field.default)
            elif isinstance(field.default, _PLAIN):
                properties[name]["default"] = field.default
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
        if Markdown() in kind.rules:
            return {"type": "string"}
        if kind.type is tuple:
            return self.entries(kind)
        if kind.type is dict:
            names, values = map(self.value, kind.within)
            if kind.within[1].optional:
                values = {"anyOf": [values, {"type": "null"}]}
            pattern = names.get("pattern", ".")
            return {"type": "object", "patternProperties": {pattern: values}, "additionalProperties": False}
        if get_origin(kind.type) is Literal:
            choices = list(get_args(kind.type))
            words = {"type": "string"} if all(isinstance(each, str) for each in choices) else {}
            return words | ({"const": choices[0]} if len(choices) == 1 else {"enum": choices})
        if kind.fields is not None:
            bare = [self.value(declared(kind.fields)[rule.field].kind) for rule in kind.rules if isinstance(rule, Bare)]
            return {"anyOf": [self.ref(kind.fields), *bare]} if bare else self.ref(kind.fields)
        schema = dict(self._types.get(kind.type) or self._types[kind.type.__supertype__])
        for rule in kind.rules:
            if isinstance(rule, Pattern):
                schema["pattern"] = rule.expression
                if rule.numbers:
                    schema["type"] = ["string", "integer"]
            elif isinstance(rule, Size):
                schema |= _bounds(minLength=rule.least or None, maxLength=rule.most)
            elif isinstance(rule, Limits):
                schema |= _bounds(exclusiveMinimum=rule.above, minimum=rule.least, maximum=rule.most)
        return schema

    def entries(self, kind: Kind) -> dict[str, Any]:
        """The schema of a list."""
        schema: dict[str, Any] = {"type": "array"}
        if kind.within[0].type is not Any:
            schema["items"] = self.value(kind.within[0])
        for rule in kind.rules:
            if isinstance(rule, Size):
                schema |= _bounds(minItems=rule.least or None, maxItems=rule.most)
        return schema


def _bounds(**bounds: float | None) -> dict[str, float]:
    return {name: bound for name, bound in bounds.items() if bound is not None}
