"""The lists that an outline names, and how it names countries, without reading the rest of it."""

from __future__ import annotations

from pathlib import Path

from deck.ground.diagnostics import DeckError
from deck.model.language import Language
from deck.model.presentation import ListFile
from deck.nodes import Mapping, Scalar, child, span_of, text_at
from deck.nodes.yaml_file import read_fields
from deck.outline.boundary import allows_outside, outside
from deck.outline.fact_rows import KINDS


def list_files(outline: Path) -> tuple[ListFile, ...]:
    """The lists with their files, in the outline's order.

    DeckError where the outline cannot be read, or a file lies outside its folder and it does not say that it may.
    """
    root, _, _ = read_fields(outline)
    lists = root.entries.get("lists")
    if not isinstance(lists, Mapping):
        return ()
    named = [
        (name, kind, outline.parent / file, node)
        for name, node in lists.entries.items()
        for kind in KINDS
        if (file := text_at(node, kind))
    ]
    found = [outside(path, outline.parent, span_of(node, kind)) for _, kind, path, node in named]
    if any(found) and not allows_outside(root):
        raise DeckError([one for one in found if one])
    return tuple(ListFile(name, str(path), kind == "countries", kind == "facts") for name, kind, path, _ in named)


def naming(outline: Path) -> tuple[Language, str, dict[str, str]]:
    """The outline's language, the scheme by which it names countries, and its own names by code.

    DeckError where it cannot be read.
    """
    root, _, _ = read_fields(outline)
    header = child(root, "presentation") or Mapping(root.span)
    overrides = child(header, "country_overrides")
    entries = overrides.entries if isinstance(overrides, Mapping) else {}
    names = {code: node.value for code, node in entries.items() if isinstance(node, Scalar) and node.value}
    return Language(text_at(header, "language") or "en"), text_at(header, "country_names") or "as-written", names
