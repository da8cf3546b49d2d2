"""A line whose indentation fits no level round it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from deck.ground.diagnostics import Diagnostic, Span, shortened
from deck.nodes.tokens import awaits_value, last_text, open_levels

_DASH = re.compile(r"-(\s|$)")
_NAME = re.compile(r"[^\s:#{\[\"'][^:#]*:(\s|$)")
_LONGEST = 30


def misplaced(path: str, lines: Sequence[str], line: int, tokens: Sequence[Any]) -> Diagnostic | None:
    """What is wrong with the indentation of this line (from 0), if it is that; `tokens` are those before it."""
    words = lines[line].strip()
    column = len(lines[line]) - len(lines[line].lstrip())
    dash = bool(_DASH.match(words))
    if not dash and not _NAME.match(words):
        expected = _of_text(lines, line, column, tokens)
        return _diagnostic(path, lines, line, column, *expected) if expected else None
    levels = [level for level in open_levels(tokens) if level.dash is dash]
    if not levels or any(level.column == column for level in levels):
        return None
    if column > max(level.column for level in levels) and awaits_value(tokens):
        return None
    near = min(reversed(levels), key=lambda level: abs(level.column - column))
    return _diagnostic(path, lines, line, column, near.column, near.line)


def _of_text(lines: Sequence[str], line: int, column: int, tokens: Sequence[Any]) -> tuple[int, int] | None:
    """The indentation of the folded or literal text just before, and a line that has it or names the text."""
    text, levels = last_text(tokens), open_levels(tokens)
    if text is None or text.style not in ("|", ">") or not levels:
        return None
    first = next((n for n in range(text.start_mark.line + 1, line) if lines[n].strip()), None)
    wanted = levels[-1].column + 2 if first is None else len(lines[first]) - len(lines[first].lstrip())
    return (wanted, text.start_mark.line if first is None else first) if column < wanted else None


def _diagnostic(path: str, lines: Sequence[str], line: int, column: int, wanted: int, like: int) -> Diagnostic:
    words = lines[line].rstrip()
    message = f"this line is indented by {_spaces(column)}, which fits no line above"
    under = len(lines[like]) - len(lines[like].lstrip(" -")) < wanted
    model = (lines[like].lstrip(" -") if under else lines[like][wanted:]).strip()
    short = shortened(model, _LONGEST)
    relation = "under" if under else "like"
    hint = f"indent it by {wanted}, {relation} `{short}` in line {like + 1}"
    return Diagnostic("yaml-syntax", message, Span(path, line + 1, column + 1, len(words) + 1), hint)


def _spaces(number: int) -> str:
    return "one space" if number == 1 else f"{number} spaces" if number else "nothing"
