"""Findings explained: what is found, why that matters, an example, how to mend it."""

from __future__ import annotations

import re
import textwrap
from typing import NamedTuple

_EXAMPLE, _MEND = "Example:\n", "To mend it: "


class Explanation(NamedTuple):
    """A finding in words. `found` says what, and in further paragraphs why; `example` is a piece of a file, or ""."""

    topic: str
    code: str
    severity: str
    found: str
    hint: str
    example: str = ""

    def __str__(self) -> str:
        parts = [f"{self.code} ({self.topic}, {self.severity})", self.found]
        parts += [f"Example:\n\n{textwrap.indent(self.example, '    ')}"] if self.example else []
        return "\n\n".join([*parts, f"To mend it: {self.hint}."])


def explained(topic: str, code: str, severity: str, text: str) -> Explanation:
    """What a text says in this order: what and why, perhaps under `Example:` one, indented, and last how to mend it."""
    rest, _, hint = text.rpartition(_MEND)
    found, _, example = rest.partition(_EXAMPLE)
    return Explanation(
        topic,
        code,
        severity,
        _folded(found),
        " ".join(hint.split()).rstrip("."),
        textwrap.dedent(example).strip(),
    )


def _folded(text: str) -> str:
    """Paragraphs, each on one line."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))
