"""Files that a person wrote → their text or bytes, or what keeps them from being read."""

from __future__ import annotations

import stat
from pathlib import Path

from deck.diagnostics import DeckError, Diagnostic, Span
from deck.inputs import note
from deck.outline.compose import compose
from deck.outline.nodes import Mapping

_LARGEST = 32_000_000
# PNG, JPEG, GIF, PDF, the packages of offices, their files before that.
_NO_TEXT = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: Path, span: Span | None = None) -> bytes:
    """The file's bytes. DeckError, at `span` or at the file's start, where it cannot be read."""
    note(path)
    place = span or Span(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise DeckError([Diagnostic("file-unreadable", f"{path} is a folder", place, "name a file in it")])
        if not stat.S_ISREG(status.st_mode):
            raise DeckError([Diagnostic("file-unreadable", f"{path} is not a file", place)])
        if status.st_size > _LARGEST:
            message = f"{path} has {status.st_size / 1e6:.0f} MB; {_LARGEST / 1e6:.0f} MB is the most that is read"
            raise DeckError([Diagnostic("file-too-large", message, place)])
        return path.read_bytes()
    except FileNotFoundError:
        raise DeckError([Diagnostic("file-missing", f"there is no file {path}", place, _nearby(path))]) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DeckError([Diagnostic("file-unreadable", f"{path} cannot be read: {reason}", place)]) from None


def read_text(path: Path, span: Span | None = None, what: str = "a text") -> str:
    """The file's text, of UTF-8 with or without a mark of byte order. DeckError where it is none, and so not `what`."""
    data = read_bytes(path, span)
    if not data.strip():
        raise DeckError([Diagnostic("file-empty", f"{path} is empty", Span(str(path)))])
    if data.startswith(_NO_TEXT) or (b"\0" in data and not data.startswith(_UTF_16)):
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
    path: Path, span: Span | None = None, what: str = "an outline"
) -> tuple[Mapping, str, list[Diagnostic]]:
    """A YAML file's fields, its text, and what is wrong with how it is written; the file should be `what`.

    DeckError where nothing of it can be used.
    """
    text = read_text(path, span, what)
    root, diagnostics = compose(text, str(path))
    if not isinstance(root, Mapping):
        if not diagnostics:
            place = root.span if root else Span(str(path))
            message = "fields (`name: value`) are wanted here" if root else f"{path} says nothing"
            diagnostics = [Diagnostic("wrong-type" if root else "file-empty", message, place)]
        raise DeckError(diagnostics)
    return root, text, diagnostics


def _nearby(path: Path) -> str | None:
    import difflib

    try:
        names = sorted(other.name for other in path.parent.iterdir())
    except OSError:
        return f"there is no folder {path.parent} either"
    close = difflib.get_close_matches(path.name, names, n=1, cutoff=0.6)
    return f"did you mean `{close[0]}`?" if close else None
