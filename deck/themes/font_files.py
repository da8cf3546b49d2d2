"""The font files that a theme names: each lies beside the file that names it, or below."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deck import nodes
from deck.ground.diagnostics import DeckError, Diagnostic
from deck.ground.files import read_bytes, resolved
from deck.model.theme import FontFile

_STARTS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
"""How TrueType and OpenType files and collections of them begin."""


def read_font_files(root: nodes.Mapping) -> tuple[Mapping[str, FontFile], list[Diagnostic]]:
    """The files by the fonts' names, and what is wrong with them."""
    files: dict[str, FontFile] = {}
    found: list[Diagnostic] = []
    named = nodes.child(nodes.child(root, "fonts") or root, "files")
    for name, node in named.entries.items() if isinstance(named, nodes.Mapping) else ():
        read = {}
        for weight, place in node.entries.items() if isinstance(node, nodes.Mapping) else ():
            if isinstance(place, nodes.Scalar) and isinstance(place.value, str):
                try:
                    read[weight] = _read(place)
                except DeckError as error:
                    found += error.diagnostics
        if "regular" in read:
            files[name] = FontFile(**{weight: data for weight, data in read.items() if weight in FontFile.WEIGHTS})
    return files, found


def _read(place: nodes.Scalar) -> bytes:
    folder = Path(place.span.path).parent
    path = folder / place.value
    if not resolved(path).is_relative_to(resolved(folder)):
        message = f"{path} lies outside the theme’s folder"
        raise DeckError([Diagnostic("outside-folder", message, place.span, "copy it there")])
    data = read_bytes(path, place.span)
    if not data.startswith(_STARTS):
        message = f"{path} is not a font"
        raise DeckError([Diagnostic("font-format", message, place.span, "name a TrueType or OpenType file")])
    return data
