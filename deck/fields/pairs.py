"""A name with its figure, as people write them in short: `Asia: 10`, `[Asia, 10]`, `Asia,10`."""

from __future__ import annotations

import re
from collections.abc import Collection

from deck.ground.diagnostics import shortened
from deck.ground.late_pattern import late_pattern
from deck.nodes import Mapping, Node, Scalar, Sequence

SHOWN = 40
"""How many characters of a value are shown."""
_SAID = (("date", "heading"), ("time", "text"), ("name", "role"), ("heading", "text"), ("id", "name"))
"""The fields, besides those of a figure, that what stands before a colon and behind it may be: `2019: Founded`."""
_LINE = late_pattern(r"(?P<label>\S.*?)[ \t]*[,;:=\t|][ \t]*(?P<figure>[-−≈$€£]?\d[^,;|\t]*)")


def pair_hint(node: Node, known: Collection[str]) -> str | None:
    """How to write it as an entry with the fields `known`, of which one is a name and one its value.

    None where these have none such, or it is neither such a pair nor, line by line, several.
    """
    named = next((each for each in ("label", "name") if each in known), None)
    if named is None or "value" not in known:
        return _said(node, known)
    match node:
        case Mapping(entries=entries) if entries and not entries.keys() & {*known}:
            label, value = next(iter(entries.items()))
            figure = value.value if isinstance(value, Scalar) else None
        case Sequence(items=[Scalar(value=label), Scalar(value=figure)]):
            pass
        case Scalar(value=str() as text):
            # The first line of a table may be its heading.
            pair = next(filter(None, map(_LINE.fullmatch, map(str.strip, text.splitlines()))), None)
            if pair is None:
                return None
            label, figure = pair["label"], pair["figure"]
        case _:
            return None
    if isinstance(figure, bool) or not re.match(r"\D?\d", str(figure)):
        return _said(node, known)
    return f"write `- {{{named}: {quoted(str(label))}, value: {quoted(str(figure))}}}`, and so each"


def _said(node: Node, known: Collection[str]) -> str | None:
    """How to write a name with what is said of it as an entry with two of the fields `known`."""
    pair = next((each for each in _SAID if {*each} <= {*known}), None)
    if pair is None or not isinstance(node, Mapping) or not node.entries or node.entries.keys() & {*known}:
        return None
    name, said = next(iter(node.entries.items()))
    if isinstance(said, Sequence) and {"heading", "items"} <= {*known}:
        return f"write `- {{heading: {quoted(str(name))}, items: […]}}`, and so each"
    if not isinstance(said, Scalar) or said.value is None or (pair[0] == "time" and not name[:1].isdigit()):
        return None
    return f"write `- {{{pair[0]}: {quoted(str(name))}, {pair[1]}: {quoted(str(said.value))}}}`, and so each"


def quoted(text: str) -> str:
    """A short text as it is written inside braces."""
    words = shortened(text, SHOWN)
    if not re.search(r"[,\[\]{}#\"']|: |^[*&!%@`|>-]", words):
        return words
    return "'" + words.replace("'", "''") + "'" if '"' in words else f'"{words}"'
