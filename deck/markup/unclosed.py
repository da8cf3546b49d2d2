"""What begins in a text and does not end: code without its second fence, an equation that a blank line cuts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from deck.fields.findings import Finding

if TYPE_CHECKING:
    from markdown_it.token import Token

_OPENS = re.compile(r"^[ \t]*\$\$(?!\$)(?:(?!\$\$).)*\Z", re.MULTILINE | re.DOTALL)
"""Words from a line on that begins with the marks of an equation, without those that would end it."""
_CLOSES = re.compile(r"\A(?:(?!\$\$).)*\$\$[ \t]*$", re.MULTILINE | re.DOTALL)
_ALONE = re.compile(r"^[ \t]*\$\$[ \t]*$", re.MULTILINE)
_SIGN = re.compile(r"[\\^_=]")
"""What tells an equation from words with dollars, where its marks do not stand on lines of their own."""


class Mistake(NamedTuple):
    """What is wrong with a text, and on which line of it, from 0."""

    line: int
    finding: Finding


def unclosed(tokens: Sequence[Token]) -> Iterator[Mistake]:
    """All that begins in these tokens of a text and does not end; the text's last line ends as any other."""
    for token in tokens:
        first, end = token.map or (0, 0)
        if token.type == "fence" and token.content.count("\n") == end - first - 1:
            hint = f"write {token.markup} on a line of its own, after the last line of the code"
            message = "code begins here and does not end: all that follows is shown as code"
            yield Mistake(first, Finding("open-markup", message, hint, f"{token.markup}{token.info}".strip()))
    yield from _equations([each for each in tokens if each.type == "inline" and "$$" in each.content])


def _equations(texts: Sequence[Token]) -> Iterator[Mistake]:
    waiting = list(texts)
    while waiting:
        token = waiting.pop(0)
        opening = _OPENS.search(token.content)
        if opening is None:
            continue
        line = (token.map or (0, 0))[0] + token.content.count("\n", 0, opening.start())
        closes = bool(waiting and _CLOSES.search(waiting[0].content))
        both = "\n".join([opening[0], *(each.content for each in waiting[:1] if closes)])
        excerpt = opening[0].split("\n")[0].strip()
        if closes and (_ALONE.search(both) or _SIGN.search(both)):
            waiting.pop(0)
            message, hint = "a blank line cuts this equation: it is shown as words", "take the blank line out"
            yield Mistake(line, Finding("open-markup", message, hint, excerpt))
        elif _ALONE.search(opening[0]):
            message = "an equation begins here and does not end: it is shown as words"
            hint = r"write `$$` on a line of its own after it, or `\$$` for dollars that show"
            yield Mistake(line, Finding("open-markup", message, hint, excerpt))
