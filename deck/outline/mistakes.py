"""Pydantic's errors → diagnostics in plain words, at their places in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from deck.diagnostics import Diagnostic, Span, did_you_mean
from deck.outline.descriptions import descriptions
from deck.outline.findings import FINDINGS, Finding
from deck.outline.nodes import Loc, Mapping, Node, Scalar, Sequence, follow, key_span
from deck.outline.slug import slug

_QUOTED = re.compile(r"'([^']*)'")
_TEXT_TYPES = ("string_type", "text_type")
_FIELDS_TYPES = ("model_type", "model_attributes_type", "dict_type", "mapping_type")
_LIST_TYPES = ("tuple_type", "list_type")
_NUMBER_TYPES = ("decimal_type", "decimal_parsing", "int_type", "int_parsing", "float_type", "float_parsing")
_NO_ID = "the {} `{}` is not made of lower-case letters, digits and hyphens"
_FILL_IN = "write something after it, or take it out"
_AS_LIST = "write each entry on a line that begins with `- `"
_NAMING = ("heading", "title", "label", "text", "name", "value")
_EXAMPLES = {"layout": "bullets", "file": "images/picture.png", "language": "en", "theme": "alliance"}


def diagnose(
    error: ValidationError, root: Node, model: type[BaseModel], text: str, also_known: Iterable[str] = ()
) -> Iterator[Diagnostic]:
    """What a validation of `root` as a `model` found. `text` is the file's; `also_known` are further fields."""
    for details in error.errors(include_url=False):
        loc = tuple(details["loc"])
        known = tuple(also_known) if len(loc) == 1 else ()
        place = _Place(root, loc, model_at(model, loc[:-1]), text, known)
        kind, context = details["type"], details.get("ctx", {})
        if kind == "too_short" and isinstance(place.node, Sequence) and len(place.node.items) >= context["min_length"]:
            continue  # Pydantic counts the entries that are right; what is wrong with the others it says itself.
        if kind == FINDINGS:
            yield from (place.finding(finding) for finding in context[FINDINGS])
        else:
            yield place.diagnostic(kind, context, details["msg"])


class _Place:
    """One value of a file that is at fault."""

    def __init__(
        self, root: Node, loc: Loc, model: type[BaseModel] | None, text: str, also_known: tuple[str, ...]
    ) -> None:
        self.root, self.loc, self.model, self.text, self.also_known = root, loc, model, text, also_known
        self.node = follow(root, loc)[-1]
        self.name: str = next((step for step in reversed(loc) if isinstance(step, str)), "")

    def finding(self, finding: Finding) -> Diagnostic:
        return Diagnostic(finding.code, finding.message, self.span(finding.excerpt), finding.hint, finding.severity)

    def span(self, excerpt: str | None = None) -> Span:
        """Where the value stands, or this part of its text."""
        whole = self.node.span
        if excerpt and isinstance(self.node, Scalar):
            at = self.text.find(excerpt, self.node.start, self.node.end)
            if at >= 0:
                line = self.text.count("\n", 0, at) + 1
                column = at - self.text.rfind("\n", 0, at)
                return Span(whole.path, line, column, column + len(excerpt))
        return whole

    def diagnostic(self, kind: str, context: dict[str, Any], said: str) -> Diagnostic:
        if kind == "missing":
            return self.missing()
        if kind == "extra_forbidden":
            return self.extra()
        if isinstance(self.node, Scalar) and (self.node.value is None or self.node.value == ""):
            what = f"`{self.name}`" if self.loc and isinstance(self.loc[-1], str) else "this entry"
            return Diagnostic("empty-field", f"{what} is empty", key_span(self.root, self.loc), _FILL_IN)
        if self.name == "[key]":
            key = str(self.loc[-2])
            message = _NO_ID.format("name", key)
            return Diagnostic("invalid-id", message, key_span(self.root, self.loc[:-1]), f"write `{slug(key)}: …`")
        code, message, hint = self.explain(kind, context, said)
        return Diagnostic(code, message, self.node.span, hint)

    def missing(self) -> Diagnostic:
        name = str(self.loc[-1])
        if name == "id":
            hint = f"add `id: {suggested_id(self.node)}`"
        else:
            hint = f"add `{name}: {_EXAMPLES.get(name, '…')}`"
            if about := descriptions(self.model).get(name) if self.model else None:
                hint += f": {about[0].lower()}{about[1:].rstrip('.')}"
        return Diagnostic("missing-field", f"`{name}` is missing", self.start_of_fields(), hint)

    def start_of_fields(self) -> Span:
        """The name above a group of fields; for an entry of a list, its first field's."""
        if len(self.loc) > 1 and isinstance(self.loc[-2], str):
            return key_span(self.root, self.loc[:-1])
        keys = self.node.keys if isinstance(self.node, Mapping) else {}
        return min(keys.values(), key=lambda span: (span.line, span.column), default=self.node.span)

    def extra(self) -> Diagnostic:
        name = str(self.loc[-1])
        known = {*self.also_known, *(self.model.model_fields if self.model else ())}
        hint = did_you_mean(name, known)
        return Diagnostic("unknown-field", f"there is no field `{name}` here", key_span(self.root, self.loc), hint)

    def explain(self, kind: str, context: dict[str, Any], said: str) -> tuple[str, str, str | None]:
        """A code, a message and a hint for a value of the wrong kind or size."""
        given = _kind_of(self.node)
        if kind in _TEXT_TYPES:
            return "wrong-type", f"text is wanted here, not {given}", self.text_hint()
        if kind in _FIELDS_TYPES:
            return "wrong-type", f"fields (`name: value`) are wanted here, not {given}", self.fields_hint()
        if kind in _LIST_TYPES:
            return "wrong-type", f"a list is wanted here, not {given}", _AS_LIST
        if kind.startswith("bool"):
            return "wrong-type", f"`true` or `false` is wanted here, not {given}", None
        if kind in _NUMBER_TYPES:
            return "wrong-type", f"a number is wanted here, not {given}", "write it in digits, such as 5 or 2.5"
        if kind == "literal_error":
            known = _QUOTED.findall(str(context.get("expected", "")))
            value = self.node.value if isinstance(self.node, Scalar) else ""
            return "invalid-value", f"`{self.name}` cannot be {given}", did_you_mean(str(value), known)
        size = len(self.node.items) if isinstance(self.node, Sequence) else 0
        if kind == "too_short":
            least = context["min_length"]
            return "too-few", f"`{self.name}` has {_count(size)}; at least {least} must be there", None
        if kind == "too_long":
            message = f"`{self.name}` has {_count(size)}; at most {context['max_length']} are shown"
            return "too-many", message, "put the others on another slide"
        if kind == "string_pattern_mismatch" and self.name == "id":
            value = str(self.node.value) if isinstance(self.node, Scalar) else ""
            return "invalid-id", _NO_ID.format("id", value), f"write `id: {slug(value)}`"
        if kind == "greater_than":
            return "invalid-value", f"more than {context['gt']} is wanted here", None
        hint = context.get("hint")
        return "invalid-value", said.removeprefix("Value error, "), str(hint) if hint else None

    def text_hint(self) -> str | None:
        match self.node:
            case Mapping(flow=True, entries=entries) if len(entries) == 1:
                return f'a text that begins with a brace needs quotation marks: "{{{next(iter(entries))}}} …"'
            case Mapping(entries=entries) if len(entries) == 1:
                return "a text that holds a colon and a space needs quotation marks"
            case Scalar(value=bool() as value):
                return f'if the word is meant, write "{str(value).lower()}" with quotation marks'
            case Scalar():
                return "put it in quotation marks"
        return None

    def fields_hint(self) -> str | None:
        """For an entry that is only a text, what it looks like as a part with an id."""
        in_list = bool(self.loc) and isinstance(self.loc[-1], int)
        if not (in_list and isinstance(self.node, Scalar) and isinstance(self.node.value, str)):
            return None
        words = self.node.value
        shown = words if len(words) <= 40 else words[:39].rstrip() + "…"
        return f"write `- {{id: {slug(words)}, text: {shown}}}`"


def suggested_id(node: Node) -> str:
    """An id from what the part says."""
    for name in _NAMING:
        found = follow(node, (name,))
        if len(found) == 2 and isinstance(found[1], Scalar) and found[1].value is not None:
            return slug(str(getattr(found[1].value, "plain", found[1].value)))
    return "name"


def model_at(model: type[BaseModel] | None, loc: Iterable[int | str]) -> type[BaseModel] | None:
    """The model of the fields at this place below a model."""
    for step in loc:
        if isinstance(step, int) or model is None:
            continue
        field = model.model_fields.get(step)
        model = _model_in(field.annotation) if field else None
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (tuple, list, dict, Union, UnionType) or get_args(annotation):
        return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)
    return None


def _kind_of(node: Node) -> str:
    match node:
        case Sequence():
            return "a list"
        case Mapping():
            return "fields"
        case Scalar(value=str() as text):
            return f"“{text if len(text) <= 40 else text[:39] + '…'}”"
        case Scalar(value=bool() as value):
            return f"`{str(value).lower()}`"
        case Scalar(value=None):
            return "nothing"
    return f"`{node.value}`"


def _count(number: int) -> str:
    return "one entry" if number == 1 else f"{number} entries" if number else "no entries"
