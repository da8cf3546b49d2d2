"""Files that a person wrote → their bytes, or what keeps them from being read."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.inputs import names_of, note
from deck.ground.late_pattern import late_pattern

CONTROL = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that no text should hold: nobody sees them, and no two programs do the same with them."""

YAML = (".yaml", ".yml")
"""How the names of outlines and theme files end."""
_LARGEST = 32_000_000
_TRIES = 5
# PNG, JPEG, GIF, PDF, the packages of offices, their files before that.
_NO_TEXT = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_bytes(path: Path, span: Span | None = None, largest: int | None = None) -> bytes:
    """The file's bytes, if they are no more than `largest` (or what a person writes at most).

    DeckError, at `span` or at the file's start, where it cannot be read.
    """
    note(path)
    place = span or Span(str(path))
    try:
        if path.is_dir():
            raise DeckError([Diagnostic("file-unreadable", f"{path} is a folder", place, "name a file in it")])
        for _ in range(_TRIES):
            if (data := _read_unchanged(path, place, largest or _LARGEST)) is not None:
                return data
        message, hint = f"{path} is being written by another program", "try again once that is done"
        raise DeckError([Diagnostic("file-changed", message, place, hint)])
    except FileNotFoundError:
        raise DeckError([Diagnostic("file-missing", f"there is no file {path}", place, _nearby(path))]) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DeckError([Diagnostic("file-unreadable", f"{path} cannot be read: {reason}", place)]) from None


def _read_unchanged(path: Path, place: Span, largest: int) -> bytes | None:
    """What the file holds; None where it was changed or replaced meanwhile."""
    # Whoever opens a pipe otherwise waits for somebody to write into it.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise DeckError([Diagnostic("file-unreadable", f"{path} is not a file", place)])
        data = b"" if before.st_size > largest else file.read(largest + 1)
        size = max(before.st_size, len(data))
        if size > largest:
            message = f"{path} has {size / 1e6:.0f} MB; {largest / 1e6:.0f} MB is the most that is read"
            raise DeckError([Diagnostic("file-too-large", message, place)])
        after = path.stat()
    same = (before.st_mtime_ns, before.st_size, before.st_ino) == (after.st_mtime_ns, after.st_size, after.st_ino)
    return data if same and len(data) == before.st_size else None


def resolved(path: Path) -> Path:
    """Where a path leads, all its links followed; one that leads round in a circle, to itself: who reads it says so.

    `Path.resolve` raises RuntimeError there before Python 3.13. ValueError of a name that no file can have.
    """
    return Path(os.path.realpath(path))


def names_in(folder: Path) -> list[str]:
    """The names in a folder, in order; none where there is no such folder. DeckError where it cannot be read."""
    note(folder)
    try:
        return names_of(folder)
    except FileNotFoundError:
        return []
    except OSError as error:
        message = f"{folder} cannot be read: {error.strerror or error}"
        raise DeckError([Diagnostic("file-unreadable", message, Span(str(folder)))]) from None


def holds_text(data: bytes) -> bool:
    """Whether a file's bytes are a text's, in whatever encoding, so far as they give it away."""
    return not data.startswith(_NO_TEXT) and (b"\0" not in data or data.startswith(_UTF_16))


def control_characters(text: str, path: str) -> Iterator[Diagnostic]:
    """Each control character in the text of this file, which has U+000A at its lines' ends."""
    if not CONTROL.search(text):
        return
    for line, words in enumerate(text.split("\n"), start=1):
        for match in CONTROL.finditer(words):
            span = Span(path, line, match.start() + 1, match.end() + 1)
            message = f"the character U+{ord(match[0]):04X} has no place in a text"
            hint = "take it out; it came along unseen, perhaps by pasting"
            yield Diagnostic("control-character", message, span, hint)


def _nearby(path: Path) -> str | None:
    """The name that may be meant of the file that is not there, or of the first folder on the way that is not."""
    import difflib

    missing = path
    while not missing.parent.is_dir() and missing.parent != missing:
        missing = missing.parent
    try:
        names = {_folded(other.name): other.name for other in sorted(missing.parent.iterdir())}
    except OSError:
        return None
    wanted = _folded(missing.name)
    close = [wanted] if wanted in names else difflib.get_close_matches(wanted, names, n=1, cutoff=0.6)
    meant = f"did you mean `{names[close[0]]}`?" if close else None
    if missing != path:
        return f"there is no folder {missing}" + (f": {meant}" if meant else " either")
    if wanted in names:
        alike = names[wanted].casefold() == missing.name.casefold()
        why = "capitals count" if alike else "its accents are stored in another form; copy it"
        return f"its name is `{names[wanted]}`: {why}"
    return meant


def _folded(name: str) -> str:
    """A name whatever its capitals, and however its accents are written, which differs between systems."""
    return unicodedata.normalize("NFC", name).casefold()
