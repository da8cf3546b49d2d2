"""An outline file → the presentation that it describes.

Nodes with their places (`deck.nodes`) → validated fields (`header`, and the layouts' own) → `Presentation`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deck.model.layout import Layout
from deck.outline.boundary import keep_inside
from deck.outline.kept_slides import KeptSlides
from deck.outline.list_files import list_files, naming
from deck.outline.read import read_outline

__all__ = ["KeptSlides", "keep_inside", "list_files", "naming", "outline_schema", "read_outline", "with_ids"]


def outline_schema(layouts: Mapping[str, Layout[Any]], checks: Mapping[str, str]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an outline whose slides have these layouts.

    `checks` is what it may judge, by its code.
    """
    from deck.outline import schema

    return schema.outline_schema(layouts, checks)


def with_ids(text: str, path: str, layouts: Mapping[str, Layout[Any]]) -> tuple[str, list[tuple[str, str]]]:
    """The text of the outline at `path` with an id for everything that has none; and those ids, each with its words."""
    from deck.outline import ids

    return ids.with_ids(text, path, layouts)
