"""A .pptx file → its inspection."""

from __future__ import annotations

from pathlib import Path

from deck.export.pptx.inspected import inspect_pptx
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import read_bytes
from deck.inspecting.overflow import overflows
from deck.model.inspection import Inspection

_LARGEST = 200_000_000
"""The most bytes of a deck: films make many times what texts and pictures do."""


def inspected(path: Path) -> Inspection:
    """What is to be said of the deck in this file. DeckError where it is none that can be opened."""
    data = read_bytes(path, largest=_LARGEST)
    try:
        return inspect_pptx(data, overflows)
    except ValueError as error:
        hint = "name a .pptx file"
        raise DeckError([Diagnostic("file-unreadable", f"{path} is no deck: {error}", Span(str(path)), hint)]) from None
