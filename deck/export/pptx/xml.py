"""XML as text: namespaces, escaping, whole documents.

The parts are written as strings, because building trees first would take most of the time that a long deck has.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
PRESENTATIONML = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def content(text: str) -> str:
    """Text as an element's content, without the characters that XML cannot hold."""
    return escape(_FORBIDDEN.sub("", text))


def value(text: str) -> str:
    """Text as an attribute's value, with its quotation marks."""
    return '"' + escape(_FORBIDDEN.sub("", text), {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}) + '"'


def document(tag: str, attributes: str, body: str) -> bytes:
    """A whole document around `body`; `attributes` declare its namespaces."""
    return f"{DECLARATION}<{tag} {attributes}>{body}</{tag}>".encode()
