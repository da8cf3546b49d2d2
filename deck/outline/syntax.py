"""A YAML parser's error, in plain words and with a way out."""

from __future__ import annotations

import re
from typing import Any

from deck.diagnostics import Diagnostic, Span

_TAB = re.compile(r"^ *\t[ \t]*")
_NEEDS_QUOTES = re.compile(r"^(?:\s*-)*\s*(?:[^\s:#][^:#]*:\s+)?(?P<first>[*&!%@`{\[\"'>|])")
_COLON = re.compile(r"^(?:\s*-)*\s*[^\s:#{\[\"'][^:]*:\s+[^\"'{\[|>#].*:(\s|$)")


def explain(error: Any, text: str, path: str) -> list[Diagnostic]:
    """The diagnostics of one parser's error: several where tabs indent several lines."""
    lines = text.split("\n")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    if _TAB.match(lines[line]):
        return [_tab(path, number, words) for number, words in enumerate(lines, start=1) if _TAB.match(words)]
    ends = not "".join([lines[line][column:], *lines[line + 1 :]]).strip()
    if context is not None and ("end of stream" in problem or (ends and "expected ','" in problem)):
        return [_unclosed(path, lines, context)]
    span = Span(path, line + 1, min(column, len(lines[line])) + 1)
    message, hint = _in_words(problem, lines, line, column)
    return [Diagnostic("yaml-syntax", message, span, hint)]


def _tab(path: str, number: int, words: str) -> Diagnostic:
    blank = _TAB.match(words)
    span = Span(path, number, words.index("\t") + 1, (blank.end() if blank else 0) + 1)
    return Diagnostic("yaml-tab", "a tab indents this line", span, "indent with spaces, two a level")


def _unclosed(path: str, lines: list[str], mark: Any) -> Diagnostic:
    text = lines[mark.line] if mark.line < len(lines) else ""
    sign = text[mark.column : mark.column + 1]
    span = Span(path, mark.line + 1, mark.column + 1, len(text.rstrip()) + 1)
    closing = {"{": "}", "[": "]"}.get(sign, sign or '"')
    return Diagnostic("yaml-syntax", f"this begins with {sign} and does not end", span, f"close it with {closing}")


def _in_words(problem: str, lines: list[str], line: int, column: int) -> tuple[str, str]:
    """What is wrong, and a hint."""
    words = lines[line]
    if "mapping values are not allowed" in problem:
        if _COLON.match(words):
            return "a second colon in one line", 'put a text that holds a colon and a space in quotation marks: "…: …"'
        hint = "indent a field like its neighbours; put a text with a colon in quotation marks"
        return "a field has no place here", hint
    if "block sequence entries are not allowed" in problem:
        return "a list has no place here", "begin its first `- ` on the next line, indented by two spaces"
    if "unknown escape" in problem:
        return (
            "this backslash means nothing here",
            r"write \\ for a backslash, or put the text in single quotation marks",
        )
    if "',' or ']'" in problem or "',' or '}'" in problem:
        closing = problem.split("or ")[1].strip("'")
        return f"a comma or {closing} is missing before this", "a text that begins with { or [ needs quotation marks"
    before = words if words[:column].strip() else "\n".join(lines[max(line - 1, 0) : line])
    if sign := _NEEDS_QUOTES.match(words) or _NEEDS_QUOTES.match(before):
        if sign["first"] in "\"'":
            return "text goes on after its quotation mark closes", "put the whole text in quotation marks"
        return "this cannot be read", f"a text that begins with {sign['first']} needs quotation marks"
    if "could not find expected ':'" in problem:
        return "a field's name without its colon, nearby", "write `name: value`, and indent a text that goes on"
    if "did not find expected '-'" in problem:
        return "an entry of a list is wanted here", "begin it with `- `, or indent this line like what it belongs to"
    if "did not find expected key" in problem:
        return "this line does not fit the lines above", "indent it like its neighbours"
    return "this is not well-formed YAML", f"the parser says: {problem}"
