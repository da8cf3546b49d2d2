"""What spreadsheet programs also save, and a list cannot be: told apart, each with what to do."""

from __future__ import annotations

import re
from pathlib import Path

from deck.ground.diagnostics import DeckError, Diagnostic, Span

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ANEW = "open it in the spreadsheet program and choose File, Save As: “Excel Workbook (.xlsx)”, ODS or CSV UTF-8"
_HEAD = 4000


def refused(data: bytes, path: Path) -> DeckError | None:
    """Why this file is no list, if it is one of those that spreadsheet programs save besides."""
    if data.startswith(_COMPOUND[:4]):
        # An encrypted workbook is wrapped as the old ones were.
        if "EncryptedPackage".encode("utf-16-le") in data:
            from deck.lists.workbooks.package import locked

            return locked(path)
        return _of_kind(path, "is a workbook of the old kind, .xls")
    head = data.lstrip(b"\xef\xbb\xbf \r\n\t")[:_HEAD]
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return _of_kind(path, "is a workbook in XML of 2003")
    if b"<office:document" in head or b"opendocument" in head[:200]:
        return _of_kind(path, "is an OpenDocument in one plain file, .fods")
    if re.match(
        rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|table|head|body|meta)\b",
        head,
        re.IGNORECASE | re.DOTALL,
    ):
        return _of_kind(path, "is a web page")
    return None


def binary(path: Path) -> DeckError:
    """That this workbook is one of Excel's binary ones."""
    return _of_kind(path, "is a binary workbook, .xlsb")


def _of_kind(path: Path, kind: str) -> DeckError:
    return DeckError([Diagnostic("file-encoding", f"{path} {kind}, which is not read", Span(str(path)), _ANEW)])
