"""The lists that an outline names, without reading the rest of it."""

from __future__ import annotations

from pathlib import Path

from deck.model.presentation import ListFile
from deck.outline.file import read_fields
from deck.outline.nodes import Mapping, text_at


def list_files(outline: Path) -> tuple[ListFile, ...]:
    """The lists with their files, in the outline's order. DeckError where the outline cannot be read."""
    root, _, _ = read_fields(outline)
    lists = root.entries.get("lists")
    if not isinstance(lists, Mapping):
        return ()
    return tuple(
        ListFile(name, str(outline.parent / file), kind == "countries", kind == "facts")
        for name, node in lists.entries.items()
        for kind in ("countries", "facts", "table")
        if (file := text_at(node, kind))
    )
