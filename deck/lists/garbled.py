"""Text that went through the wrong encoding (“CÃ´te dâ€™Ivoire”), and what it was."""

from __future__ import annotations

from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic
from deck.ground.late_pattern import late_pattern
from deck.model.table import Row
from deck.model.text import is_letter_and_marks

# What programs take UTF-8 for: Windows' Western, Cyrillic and Arabic encodings, and the old Macintosh's.
_MISTAKEN = ("cp1252", "cp1251", "cp1256", "mac_roman")
_MOST_ROUNDS = 3
# One letter has become two or more, all of them beyond ASCII.
_SUSPECT = late_pattern("[^\x00-\x7f]{2,}")


def garbled(row: Row, *, fixed: bool = True) -> Iterator[tuple[str, Diagnostic]]:
    """The columns of a row's garbled cells, each with what to tell; `fixed` says that `list fix` knows its file."""
    for column, text in row.values.items():
        if (meant := mended(text)) != text:
            message = f"“{text}” is garbled: it was read in the wrong encoding"
            hint = f"write “{meant}”" + ("; the command `list fix` does" if fixed else "")
            yield column, Diagnostic("garbled-text", message, row.at(column), hint)


def mended(text: str) -> str:
    """The text as it was before; the same text where it is not garbled."""
    for _ in range(_MOST_ROUNDS):
        better = next((found for encoding in _MISTAKEN if (found := _undone(text, encoding)) != text), text)
        if better == text:
            break
        text = better
    return text


def _undone(text: str, encoding: str) -> str:
    """What is read if the text's bytes in this encoding are UTF-8, which they are not by chance."""
    if all(map(is_letter_and_marks, _SUSPECT.findall(text))):
        return text
    try:
        found = text.encode(encoding).decode("utf-8")
    except UnicodeError:
        return text
    return found if found.isprintable() else text
