"""Text as XML: escaped, without the characters that XML cannot hold."""

from __future__ import annotations

from xml.sax.saxutils import escape

from deck.ground.late_pattern import late_pattern

_FORBIDDEN = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def content(text: str) -> str:
    """Text as an element's content."""
    return escape(_FORBIDDEN.sub("", text))


def value(text: str) -> str:
    """Text as an attribute's value, with its quotation marks."""
    return '"' + escape(_FORBIDDEN.sub("", text), {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}) + '"'
