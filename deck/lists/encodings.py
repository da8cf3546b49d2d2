"""A file's bytes, and the text in them: in UTF-8, UTF-16 or Windows' Western encoding."""

from __future__ import annotations

import codecs
from bisect import bisect_left
from functools import cached_property
from pathlib import Path

from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import read_bytes
from deck.lists.workbooks.other_kinds import refused

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
WORKBOOK = b"PK\x03\x04"
"""What a file of a spreadsheet program begins with; its parts are zipped."""
GUESSED = "cp1252"
"""The encoding of a text that says nothing of its own and is not UTF-8: a guess."""
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".fods")


class EncodedText:
    """A file's text as it stands there, `raw`, and how it is encoded: `mark` is the bytes before it."""

    def __init__(self, raw: str, encoding: str, mark: bytes = b"") -> None:
        self.raw, self.encoding, self.mark = raw, encoding, mark

    @cached_property
    def text(self) -> str:
        """The text with U+000A for every kind of line end."""
        return self.raw.replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def _pairs(self) -> list[int]:
        """Where in `text` the line ends are that are two characters in the file."""
        ends = [len(line) for line in self.raw.split("\r\n")[:-1]]
        places, at = [], 0
        for length in ends:
            places.append(at + length)
            at += length + 1
        return places

    def replaced(self, start: int, end: int, new: str) -> EncodedText:
        """With `new`, written as it is to stand in the file, in place of `text[start:end]`."""
        first, last = self._place(start), self._place(end)
        return EncodedText(self.raw[:first] + new + self.raw[last:], self.encoding, self.mark)

    def written(self, start: int, end: int) -> str:
        """`text[start:end]`, as it stands in the file."""
        return self.raw[self._place(start) : self._place(end)]

    def line_end_at(self, at: int) -> str:
        """The line end that stands at this place of `text`, as the file writes it; "" where none does."""
        return self.written(at, at + 1) if self.text[at : at + 1] == "\n" else ""

    def _place(self, at: int) -> int:
        """Where in `raw` the character at this place of `text` stands."""
        return at + bisect_left(self._pairs, at)

    def data(self) -> bytes:
        """The file's bytes. UnicodeEncodeError where the encoding has no such character."""
        return self.mark + self.raw.encode(self.encoding)


def read_list(path: Path) -> bytes:
    """The bytes of a list's file. DeckError where it cannot be read, is empty, or of a kind that is not read."""
    data = read_bytes(path)
    if not data.strip():
        hint = "its first line names the columns, such as `country,code`"
        raise DeckError([Diagnostic("file-empty", f"{path} is empty", Span(str(path)), hint)])
    if not data.startswith(WORKBOOK):
        if (other := refused(data, path)) is not None:
            raise other
        if path.suffix.lower() in _WORKBOOKS:
            message = f"{path} is not a workbook, though it is called one"
            raise DeckError(
                [Diagnostic("file-encoding", message, Span(str(path)), "save it as XLSX, ODS or CSV (UTF-8)")]
            )
    return data


def decoded(data: bytes, path: Path) -> EncodedText:
    """The text: by its mark of byte order, or as strict UTF-8, or as cp1252, which spreadsheets on Windows write."""
    mark, encoding = next((known for known in _MARKS if data.startswith(known[0])), (b"", "utf-8"))
    data = data.removeprefix(mark)
    try:
        return EncodedText(data.decode(encoding), encoding, mark)
    except UnicodeDecodeError as error:
        if encoding != "utf-8" or mark:
            raise _not_text(data[: error.start].decode(encoding, "replace"), path) from None
    try:
        return EncodedText(data.decode(GUESSED), GUESSED)
    except UnicodeDecodeError as error:
        raise _not_text(data[: error.start].decode(GUESSED, "replace"), path) from None


def _not_text(before: str, path: Path) -> DeckError:
    place = Span(str(path), before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = f"{path} is no text in an encoding that is known"
    return DeckError([Diagnostic("file-encoding", message, place, "save it as CSV (UTF-8)")])
