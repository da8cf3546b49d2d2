"""Markdown's rule for equations: LaTeX between `$$` and `$$`, which begin and end a line; no line is blank between."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_MARK = "$$"


def with_equations(parser: MarkdownIt) -> MarkdownIt:
    """The parser, that makes a token `equation` of each; it may stand right under a line of words."""
    parser.block.ruler.before("fence", "equation", _equation, {"alt": ["paragraph", "blockquote", "list"]})
    return parser


def _equation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start):
        return False
    first = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].rstrip()
    if not first.startswith(_MARK):
        return False
    line = start
    last = first[len(_MARK) :]
    if _MARK in last.removesuffix(_MARK):
        return False
    while not last.endswith(_MARK):
        line += 1
        if line >= end or state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            return False
        last = state.src[state.bMarks[line] : state.eMarks[line]].rstrip()
    if silent:
        return True
    whole = state.getLines(start, line + 1, state.blkIndent, False).strip()
    token = state.push("equation", "", 0)
    token.content = whole[len(_MARK) : -len(_MARK)]
    token.map = [start, line + 1]
    state.line = line + 1
    return True
