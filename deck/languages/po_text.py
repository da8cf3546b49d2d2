"""A PO file's text, in whichever encoding it says."""

from __future__ import annotations

import re
from pathlib import Path

from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import read_bytes

MERGED = "#-#-#-#-#"
"""Between two translations that `msgcat` put together."""
_LARGEST = 32_000_000
_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def text_of(path: Path) -> str:
    """Its text, with the line ends of a text. DeckError where it cannot be read."""
    return decoded(path)[0]


def decoded(path: Path) -> tuple[str, str]:
    """The text and its encoding: UTF-8 if it is that, whatever its header says, or else what it says.

    DeckError where the file is missing, too large, empty or in neither.
    """
    place = Span(str(path))
    data = read_bytes(path)
    if len(data) > _LARGEST:
        raise DeckError([Diagnostic("file-too-large", f"{path} is too large for a catalog", place)])
    declared = _CHARSET.search(data)
    encoding = "utf-16" if data[:2] in _UTF_16 else "utf-8"
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        encoding = declared[1].decode() if declared else ""
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            message = f"{path} is not a text in UTF-8"
            if encoding and encoding.lower() not in ("utf-8", "utf8", "charset"):
                message += f", nor in {encoding}, as its header says"
            hint = "in the translator's editor, save it with the encoding UTF-8"
            raise DeckError([Diagnostic("file-encoding", message, Span(str(path), line), hint)]) from None
    if not text.strip():
        hint = f"delete it, and `translate start {path.stem}` begins it anew"
        raise DeckError([Diagnostic("file-empty", f"{path} is empty", place, hint)])
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding
