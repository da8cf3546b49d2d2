"""Words that HTML makes bold, italic, struck out or code → as Markdown has them; elements without words → nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "s": "~~", "del": "~~", "strike": "~~"}
_NAMES = "|".join(_MARKS)
_ELEMENT = re.compile(
    r"(?P<code>(?P<ticks>`+)(?:.+?)(?P=ticks)(?!`))"
    rf"|<(?P<name>{_NAMES})(?=[\s/>])(?P<rest>[^<>]*?)(?:/>"
    rf"|>(?P<before>\s*)(?P<words>(?:(?!</?(?:{_NAMES})[\s/>]).)*?)(?P<after>\s*)</(?P=name)\s*>)",
    re.DOTALL | re.IGNORECASE,
)
"""An element that holds no other of its kind, or code, in which there is none."""
_CLASS = re.compile(r"""\bclass\s*=\s*["']?([^"'>]*)""")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_DEEPEST = 8


def with_marks(text: str, tell: Callable[[int, str], None]) -> str:
    """The text, which has as many lines as before, with Markdown's signs right at the words.

    An element without words shows nothing but an icon, of which `tell` hears, with its line in the text, from 0. Tags
    without a partner stay.
    """
    for _ in range(_DEEPEST):
        within = text

        def marked(match: re.Match[str], within: str = within) -> str:
            if match["code"]:
                return match[0]
            before, words, after = (match[part] or "" for part in ("before", "words", "after"))
            after += "\n" * match["rest"].count("\n")
            if not words:
                if drawn := _CLASS.search(match["rest"]):
                    tell(within.count("\n", 0, match.start()), f"an icon: {' '.join(drawn[1].split())}")
                return before + after
            sign = "" if _BLANK_LINE.search(words) else _MARKS[match["name"].lower()]
            return f"{before}{sign}{words}{sign}{after}"

        text = _ELEMENT.sub(marked, within)
        if text == within:
            break
    return text
