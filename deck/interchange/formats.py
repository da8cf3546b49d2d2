"""A file of another format than its command reads: told in one sentence, with the command that takes it in."""

from __future__ import annotations

from deck.ground.diagnostics import DeckError, Diagnostic, Span

_HEAD = 2000
"""Within how many bytes a file says what it is."""
_FORMATS = {
    "xliff": ("XLIFF", b"<xliff"),
    "tmx": ("a translation memory", b"<tmx"),
    "po": ("a PO file", b'\nmsgstr "'),
}
"""What the formats of exchange are called, by their commands, and what each begins with."""
_ZIPPED = b"PK\x03\x04"


def other_format(data: bytes, path: str, own: str, called: str, code: str) -> None:
    """DeckError where this is no file of the command `own`, which is `called` so, but one of another's."""
    head = data[:_HEAD].replace(b"\0", b"")
    found = next((name for name, (_, mark) in _FORMATS.items() if mark in head), None)
    if data.startswith(_ZIPPED):
        found = "xlsx"
    if found and found != own:
        is_what = _FORMATS[found][0] if found in _FORMATS else "a workbook, or another packed file"
        what, hint = f"this is no {called}: it is {is_what}", f"`translate {found} import` takes it in"
        hint += "" if found in _FORMATS else ", if it is a workbook; unpack what is none"
        raise DeckError([Diagnostic(code, what, Span(path), hint)])
