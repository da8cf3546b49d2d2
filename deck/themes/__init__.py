"""A theme's files → the theme: palette, fonts, type scale, grid, decoration and icons."""

from __future__ import annotations

from typing import Any

from deck.themes.brand import MOST as MOST_BRAND_COLOURS
from deck.themes.brand import brand_palette
from deck.themes.extending import TEMPLATES, find_theme
from deck.themes.icon_files import read_icons
from deck.themes.template_map import TemplateMap, read_template_map
from deck.themes.theme_file import read_theme

__all__ = [
    "MOST_BRAND_COLOURS",
    "TEMPLATES",
    "TemplateMap",
    "brand_palette",
    "find_theme",
    "read_icons",
    "read_template_map",
    "read_theme",
    "theme_schema",
]


def theme_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a theme file."""
    from deck.themes import schema

    return schema.theme_schema()
