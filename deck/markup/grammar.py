"""What is markup: the marks of CommonMark's inline text, but for which stars make a pair.

CommonMark decides by spaces and punctuation, and so refuses `国際労働機関**（ILO）**は`, where letters touch the
marks. Here any pair of stars with no space inside is one. Left alone are a single star between digits (`2*3`), one
after a letter and before a sign that ends something, as a footnote's is (`Kenya*, Togo*`), and underlines in a word.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline.state_inline import Delimiter

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_RULES = ("emphasis", "link", "escape", "entity", "autolink", "backticks", "balance_pairs")
_LANGUAGE = re.compile(r"""\{lang=(["']?)([A-Za-z][A-Za-z0-9-]*)\1\}""")
_ENDING = frozenset(",.;:!?)]}»”’…،؛؟。、，．；：！？）］｝」』】》〉")


def parsed(markup: str, *, lines: bool = True) -> list[Token]:
    """The tokens of one paragraph; addresses as they are written. Without `lines`, their ends stand in the text."""
    parser = _parser(lines)
    tokens: list[Token] = []
    parser.inline.parse(markup, parser, {}, tokens)
    return tokens


@cache
def _parser(lines: bool) -> MarkdownIt:
    parser = MarkdownIt("zero").enable([*_RULES, *(["newline"] if lines else [])])
    parser.inline.ruler.at("emphasis", _pairs)
    parser.inline.ruler.before("link", "language", _in_language)
    # Every address is let through here, so that a bad one is reported and does not just stay text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def _pairs(state: StateInline, silent: bool) -> bool:
    """Stars and underlines, each with whether it can open or close emphasis: the library finds the pairs."""
    mark, start = state.src[state.pos], state.pos
    if silent or mark not in "*_":
        return False
    end = next((at for at in range(start, state.posMax) if state.src[at] != mark), state.posMax)
    before = state.src[start - 1] if start else " "
    after = state.src[end] if end < state.posMax else " "
    opens, closes = not after.isspace(), not before.isspace()
    if mark == "_":
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    elif end - start == 1 and before.isdigit() and after.isdigit():
        opens = closes = False
    elif end - start == 1 and before.isalnum() and after in _ENDING:
        opens = False
    for _ in range(end - start):
        token = state.push("text", "", 0)
        token.content = mark
        at = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(mark), end - start, at, -1, opens, closes))
    state.pos = end
    return True


def _in_language(state: StateInline, silent: bool) -> bool:
    """`[words]{lang=ja}`, as Pandoc writes words in another language; tokens `span`, as its elements are called."""
    if state.src[state.pos] != "[":
        return False
    end = parseLinkLabel(state, state.pos)
    found = _LANGUAGE.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if found is None:
        return False
    if not silent:
        limit = state.posMax
        state.pos, state.posMax = state.pos + 1, end
        state.push("span_open", "span", 1).attrs = {"lang": found[2]}
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = limit
    state.pos = found.end()
    return True
