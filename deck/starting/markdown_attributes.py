"""Attributes in braces, as Pandoc has them: `{#id .class name="value"}`."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ATTRIBUTE = re.compile(r"""([#.]?[\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?""")


def attributes(text: str) -> Iterator[tuple[str, str]]:
    """The names, each with its value; that of a class is empty, and an id is named so."""
    for match in _ATTRIBUTE.finditer(text):
        name = match[1]
        value = next((each for each in match.groups()[1:] if each is not None), "")
        yield ("id", name[1:]) if name.startswith("#") else (name.lstrip("."), value)
