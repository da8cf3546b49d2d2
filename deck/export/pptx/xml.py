"""XML as text: namespaces, whole documents, identifiers.

The parts are written as strings, because building trees first would take most of the time that a long deck has.
"""

from __future__ import annotations

from uuid import UUID

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
PRESENTATIONML = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'


def document(tag: str, attributes: str, body: str) -> bytes:
    """A whole document around `body`; `attributes` declare its namespaces."""
    return f"{DECLARATION}<{tag} {attributes}>{body}</{tag}>".encode()


def guid(identifier: UUID) -> str:
    """An identifier as Office writes it."""
    return f"{{{str(identifier).upper()}}}"
