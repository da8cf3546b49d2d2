"""The JSON Schema of an outline file, from which an editor completes and checks it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from deck.fields.json_schema import DIALECT, Definitions
from deck.model.content import CaptionsFile, CodeFile, FilmFile, FocalPoint, ImageFile, Item, LineNumbers
from deck.model.declarations import Kind, declared, words_field
from deck.model.fields import Citation, Part
from deck.model.layout import Layout
from deck.model.text import Amount, Text
from deck.outline.focal_points import PATTERN as FOCAL_POINT
from deck.outline.header import Date, OutlineFields, SectionFields, SlideFields
from deck.outline.includes import IncludedSections, IncludedSlides
from deck.outline.line_numbers import PATTERN as LINE_NUMBERS

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
    Decimal | str: _TEXT,
    Text: _TEXT,
    Amount: _TEXT,
    Citation: {"type": "string"},
    Date: {"type": ["string", "integer"]},
    ImageFile: {"type": "string"},
    CodeFile: {"type": "string"},
    FilmFile: {"type": "string"},
    CaptionsFile: {"type": "string"},
    LineNumbers: {"type": ["string", "integer"], "pattern": LINE_NUMBERS},
    FocalPoint: {"type": "string", "pattern": FOCAL_POINT},
}


def outline_schema(layouts: Mapping[str, Layout[Any]], checks: Mapping[str, str]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an outline whose slides have these layouts.

    A slide is one of as many variants as there are layouts; its `layout` says which. `checks` is what the outline may
    judge, by its code: an editor offers these.
    """
    definitions = _Definitions(_TYPES)
    outline = definitions.fields(OutlineFields)
    sections, slides = (definitions.ref(each) for each in (IncludedSections, IncludedSlides))
    outline["properties"]["sections"]["items"] = {"anyOf": [definitions.ref(SectionFields), sections]}
    own = definitions.schemas["SectionFields"]["properties"]["slides"]
    own["items"] = {"anyOf": [{"$ref": "#/$defs/slide"}, slides]}
    variants = []
    for name, layout in layouts.items():
        definitions.schemas[f"slide-{name}"] = _slide(definitions, name, layout)
        variants.append({"$ref": f"#/$defs/slide-{name}"})
    for name, owner in (("checks", outline), ("allow", definitions.fields(SlideFields))):
        definitions.schemas[name] = _by_code(owner["properties"][name], checks)
    outline["properties"]["checks"] = {"$ref": "#/$defs/checks"}
    definitions.schemas["slide"] = {"description": "One slide.", "oneOf": variants}
    outline |= {"title": "Outline", "description": "A deck's outline."}
    return {"$schema": DIALECT, **outline, "$defs": dict(sorted(definitions.schemas.items()))}


def _slide(definitions: _Definitions, name: str, layout: Layout[Any]) -> dict[str, Any]:
    """The variant of a slide: its id and layout, the layout's own fields, and what else all slides may have."""
    frame, content = definitions.fields(SlideFields), definitions.fields(layout.content)
    others = frame["properties"] | {"allow": {"$ref": "#/$defs/allow"}}
    own = {key: others.pop(key) for key in ("id", "layout")}
    own["layout"] = {"const": name, "description": layout.summary}
    return {
        "type": "object",
        "title": name,
        "description": layout.summary,
        "properties": own | content["properties"] | others,
        "required": [*frame["required"], *content.get("required", ())],
        "additionalProperties": False,
    }


def _by_code(written: dict[str, Any], checks: Mapping[str, str]) -> dict[str, Any]:
    """What is written by the codes of checks, with each of these by name."""
    (value,) = written["patternProperties"].values()
    named = {code: value | {"description": words} for code, words in checks.items()}
    return {
        "type": "object",
        "description": written["description"],
        "properties": named,
        "additionalProperties": False,
    }


class _Definitions(Definitions):
    """Those of an outline, in which any list of parts may be the rows of a list kept in a file."""

    def entries(self, kind: Kind) -> dict[str, Any]:
        """The schema of a list; one of parts may be `{list: name}`, too."""
        schema = super().entries(kind)
        if kind.part is None:
            return schema
        if words_field(kind.part):
            schema["items"] = {"anyOf": [schema["items"], _TEXT]}
        return {"anyOf": [schema, _rows_of_list(kind.part)]}


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
