"""Files that a person wrote → their text, or what keeps them from being read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import holds_text, read_bytes
from deck.nodes.compose import compose
from deck.nodes.node import Mapping, Node

Compose: TypeAlias = Callable[[str, str], tuple[Node | None, list[Diagnostic]]]
"""A file's text and path → its one value, and what is wrong with how it is written."""
_BEGINNINGS = {"an outline": "`presentation:`"}


def read_text(path: Path, span: Span | None = None, what: str = "a text") -> str:
    """The file's text, of UTF-8 with or without a mark of byte order. DeckError where it is none, and so not `what`."""
    data = read_bytes(path, span)
    if not data.strip():
        raise DeckError([Diagnostic("file-empty", f"{path} is empty", Span(str(path)))])
    if not holds_text(data):
        message, hint = f"{path} is not {what}: it holds no text", "name a text file in UTF-8"
        raise DeckError([Diagnostic("file-encoding", message, span or Span(str(path)), hint)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        place = Span(str(path), before.count("\n") + 1, len(before) - before.rfind("\n"))
        message = f"{path} is not a text in UTF-8"
        hint = "in an editor, save it with the encoding UTF-8"
        raise DeckError([Diagnostic("file-encoding", message, place, hint)]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_fields(
    path: Path, span: Span | None = None, what: str = "an outline", compose: Compose = compose
) -> tuple[Mapping, str, list[Diagnostic]]:
    """A YAML file's fields, its text, and what is wrong with how it is written; the file should be `what`.

    Who reads again and again says how to `compose`. DeckError where nothing of it can be used.
    """
    text = read_text(path, span, what)
    root, diagnostics = compose(text, str(path))
    if not isinstance(root, Mapping):
        if not diagnostics:
            place = root.span if root else Span(str(path))
            message = "fields (`name: value`) are wanted here" if root else f"{path} says nothing"
            hint = f"{what} begins with {_BEGINNINGS[what]}" if root and what in _BEGINNINGS else None
            diagnostics = [Diagnostic("wrong-type" if root else "file-empty", message, place, hint)]
        raise DeckError(diagnostics)
    return root, text, diagnostics
