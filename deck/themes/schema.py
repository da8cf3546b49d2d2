"""The JSON Schema of a theme file, from which an editor completes and checks it."""

from __future__ import annotations

from typing import Any

from deck.fields.json_schema import DIALECT, Definitions
from deck.model.style import Colour
from deck.model.theme import STYLES
from deck.themes.theme_fields import ThemeFields
from deck.themes.theme_values import COLOUR_PATTERN, SIZE_PATTERN, Hex, SlideSize
from deck.themes.type_fields import StyleFields

_WHOLE = ("palette", "fonts", "grid", "marks", "grounds", "slides", "footer", "styles", "name", "size")
"""What a theme has that extends no other."""


def theme_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a theme file."""
    hexadecimal = {"type": ["string", "integer"], "pattern": "^#?[0-9A-Fa-f]{6}$"}
    colour = {"type": "string", "pattern": COLOUR_PATTERN}
    size = {"type": "string", "pattern": SIZE_PATTERN}
    definitions = Definitions({Hex: hexadecimal, Colour: colour, SlideSize: size}, nothing=True)
    theme = definitions.fields(ThemeFields)
    styles = {name: definitions.ref(StyleFields) for name in STYLES}
    theme["properties"]["styles"] = theme["properties"]["styles"] | {"type": "object", "properties": styles}
    theme["properties"]["styles"].pop("patternProperties")
    # Whatever is left out comes from the theme that this one extends.
    for definition in definitions.schemas.values():
        definition.pop("required", None)
    theme.pop("required")
    theme |= {"title": "Theme", "anyOf": [{"required": ["extends"]}, {"required": sorted(_WHOLE)}]}
    return {"$schema": DIALECT, **theme, "$defs": dict(sorted(definitions.schemas.items()))}
