"""Findings explained: what is found, why that matters, an example, how to mend it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from typing import NamedTuple

_WIDTH = 100
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
        parts = [f"{self.code} ({self.topic}, {self.severity})", *map(_wrapped, self.found.split("\n\n"))]
        parts += [f"Example:\n\n{textwrap.indent(self.example, '    ')}"] if self.example else []
        return "\n\n".join([*parts, _wrapped(f"To mend it: {self.hint}.")])


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


def _wrapped(words: str) -> str:
    return textwrap.fill(" ".join(words.split()), _WIDTH, break_long_words=False, break_on_hyphens=False)


def _folded(text: str) -> str:
    """Paragraphs, each on one line."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


def page(title: str, about: str, explanations: Iterable[Explanation]) -> str:
    """A page of documentation, in Markdown, with a heading a topic and one a code."""
    lines = [f"# {title}", "", *about.splitlines()]
    topic = ""
    for each in explanations:
        if each.topic != topic:
            topic = each.topic
            lines += ["", f"## {topic.capitalize()}"]
        lines += ["", f"### {each.code}", "", each.found, ""]
        if each.example:
            lines += ["```", each.example, "```", ""]
        lines.append(f"*{each.severity.capitalize()}.* To mend it: {each.hint}.")
    return "\n".join(lines) + "\n"
