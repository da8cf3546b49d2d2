"""The JSON Schema says what the reader takes."""

from __future__ import annotations

import json

from deck.outline import outline_schema
from tests.outline.outlines import LAYOUTS

CHECKS = {"image-cropped": "More than a quarter of a picture is cut away."}


def test_checks_are_offered_by_their_codes() -> None:
    schema = outline_schema(LAYOUTS, CHECKS)
    definitions = schema["$defs"]
    assert schema["properties"]["checks"] == {"$ref": "#/$defs/checks"}
    assert definitions["slide-list"]["properties"]["allow"] == {"$ref": "#/$defs/allow"}
    severity = definitions["checks"]["properties"]["image-cropped"]
    assert severity == {"type": "string", "enum": ["off", "warning", "error"], "description": CHECKS["image-cropped"]}
    assert definitions["allow"]["properties"]["image-cropped"]["type"] == "string"


def test_slides_differ_by_their_layout() -> None:
    definitions = outline_schema(LAYOUTS, CHECKS)["$defs"]
    variants = [one["$ref"].rpartition("/")[2] for one in definitions["slide"]["oneOf"]]
    assert [definitions[name]["properties"]["layout"]["const"] for name in variants] == list(LAYOUTS)
    assert definitions["slide-list"]["required"] == ["id", "layout", "title", "items"]
    assert definitions["slide-list"]["description"] == "A list slide."


def test_a_list_s_name_stands_for_its_items() -> None:
    items = outline_schema(LAYOUTS, CHECKS)["$defs"]["slide-list"]["properties"]["items"]
    assert items["description"] == "The entries."
    assert [kind.get("required", kind["type"]) for kind in items["anyOf"]] == ["array", ["list"]]


def test_it_is_whole() -> None:
    schema = outline_schema(LAYOUTS, CHECKS)
    text = json.dumps(schema)
    for name in schema["$defs"]:
        assert f'"#/$defs/{name}"' in text
    assert text.count("#/$defs/") >= len(schema["$defs"])
    assert all("description" in field for field in schema["$defs"]["PresentationFields"]["properties"].values())
