"""Text as XML: escaped, without the characters that XML cannot hold."""

from __future__ import annotations

from deck.ground.late_pattern import late_pattern

_SPECIAL = late_pattern('[&<>"\n\t\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
"""What cannot stand as it is in an element or in an attribute."""
_FORBIDDEN = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def content(text: str) -> str:
    """Text as an element's content."""
    if not _SPECIAL.search(text):
        return text
    return _FORBIDDEN.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def value(text: str) -> str:
    """Text as an attribute's value, with its quotation marks."""
    if not _SPECIAL.search(text):
        return f'"{text}"'
    escaped = content(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")
    return f'"{escaped}"'
