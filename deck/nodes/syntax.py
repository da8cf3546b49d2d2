"""A YAML parser's error, in plain words and with a way out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from deck.ground.diagnostics import Diagnostic, Span
from deck.nodes.backslashes import backslash
from deck.nodes.brackets import after_quotation, between_brackets, unclosed
from deck.nodes.indentation import misplaced
from deck.nodes.tokens import last_text, open_brackets, tokens_before

_TAB = re.compile(r"^ *\t[ \t]*")
_NEEDS_QUOTES = re.compile(r"^(?:\s*-)*\s*(?:[^\s:#][^:#]*:\s+)?(?P<first>[*&!%@`{\[\"'>|])")
_COLON = re.compile(r"^(?:\s*-)*\s*[^\s:#{\[\"'][^:]*:\s+[^\"'{\[|>#].*:(\s|$)")
_NO_SPACE = re.compile(r"^(?:\s*-\s)*\s*(?P<name>[A-Za-z][\w-]*):(?P<value>(?!//)\S.*)")
_NO_ENTRY = re.compile(r"^\s*(?P<entry>(?:-(?=[^\s-])|[–—•·▪‣*]\s*)(?P<value>(?P<name>[\w-]+:(\s|$))?.*\S))")
_SIGNS = "*&!%@`"
_ESCAPE = re.compile("unknown escape|hexa?decimal|Unicode character escape")


def explain(error: Any, text: str, path: str, before: Sequence[Diagnostic] = ()) -> list[Diagnostic]:
    """What was found `before`, and what one parser's error is: it takes the place of a warning at the same place."""
    wrong = _explained(error, text, path)
    places = [(each.span.line, each.span.column) for each in wrong if each.span]
    return [each for each in before if not each.span or (each.span.line, each.span.column) not in places] + wrong


def _explained(error: Any, text: str, path: str) -> list[Diagnostic]:
    """The diagnostics of the error: several where tabs indent several lines."""
    lines = text.split("\n")
    context = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or context
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    if _ESCAPE.search(problem) and (found := backslash(path, lines, line, column)):
        return [found]
    if _TAB.match(lines[line]):
        return [_tab(path, number, words) for number, words in enumerate(lines, start=1) if _TAB.match(words)]
    # What could not be scanned is no token: the ones before it count.
    start = context if context is not None and "scanning" in str(getattr(error, "context", "")) else None
    begin = (start.line, start.column) if start else (line, column)
    tokens = tokens_before(text, *begin)
    opened = open_brackets(tokens)
    if opened:
        found = between_brackets(path, lines, *begin, opened[-1], tokens)
    else:
        # A text that should be a field's name is noticed where the next line begins.
        at = context.line if context is not None and "could not find expected ':'" in problem else line
        found = _over_lines(path, lines, line, column, tokens) or _in_block(path, lines, at, problem, text)
    if found is not None:
        return [found]
    ends = not "".join([lines[line][column:], *lines[line + 1 :]]).strip()
    if context is not None and ("end of stream" in problem or (ends and "expected ','" in problem)):
        return [unclosed(path, lines, context)]
    before = lines[line][:column].rstrip()
    if before.endswith(('"', "'")):
        return [after_quotation(path, lines[line], line, len(before))]
    message, hint = _in_words(problem, lines, line, column, flow=bool(opened))
    return [Diagnostic("yaml-syntax", message, Span(path, line + 1, min(column, len(lines[line])) + 1), hint)]


def _tab(path: str, number: int, words: str) -> Diagnostic:
    blank = _TAB.match(words)
    span = Span(path, number, words.index("\t") + 1, (blank.end() if blank else 0) + 1)
    return Diagnostic("yaml-tab", "a tab indents this line", span, "indent with spaces, two a level")


def _over_lines(path: str, lines: Sequence[str], line: int, column: int, tokens: Sequence[Any]) -> Diagnostic | None:
    """A quotation mark that was left open, so that the next one further down closes it."""
    text = last_text(tokens)
    if text is None or text.style not in ('"', "'") or text.start_mark.line == text.end_mark.line:
        return None
    if text.end_mark.line != line or lines[line][text.end_mark.column : column].strip():
        return None
    begin = text.start_mark
    span = Span(path, begin.line + 1, begin.column + 1, len(lines[begin.line].rstrip()) + 1)
    message = f"the quotation mark that opens here is closed by the next one, in line {line + 1}"
    return Diagnostic("yaml-syntax", message, span, f"close it with {text.style} where the text ends")


def _in_block(path: str, lines: Sequence[str], line: int, problem: str, text: str) -> Diagnostic | None:
    """A line that does not fit those above, by its indentation or for want of a space."""
    if not any(words in problem for words in ("mapping values", "expected key", "expected '-'", "expected ':'")):
        return None
    tokens = tokens_before(text, line, 0)
    before = last_text(tokens)
    # A name that was taken for a text, with the next line as more of it.
    for at in (line, line - 1) if before is not None and before.plain else (line,):
        if joined := _NO_SPACE.match(lines[at]):
            name, value = joined["name"], joined["value"].strip()
            span = Span(path, at + 1, joined.start("name") + 1, len(lines[at].rstrip()) + 1)
            return Diagnostic("yaml-syntax", "a space is missing after the colon", span, f"write `{name}: {value}`")
    for at in (line, max(line - 1, 0)):
        # A name, too, that begins with a dash was meant as an entry's first.
        if (entry := _NO_ENTRY.match(lines[at])) and ("expected ':'" in problem or entry["name"]):
            span = Span(path, at + 1, entry.start("entry") + 1, entry.end("entry") + 1)
            message = "an entry of a list begins with a dash and a space, and this one does not"
            return Diagnostic("yaml-syntax", message, span, f"write `- {entry['value']}`")
    return misplaced(path, lines, line, tokens)


def _in_words(problem: str, lines: Sequence[str], line: int, column: int, *, flow: bool) -> tuple[str, str]:
    """What is wrong, and a hint."""
    words = lines[line]
    if "mapping values are not allowed" in problem:
        if _COLON.match(words):
            return "a second colon in one line", 'put a text that holds a colon and a space in quotation marks: "…: …"'
        hint = "indent a field like its neighbours; put a text with a colon in quotation marks"
        return "a field has no place here", hint
    if "block sequence entries are not allowed" in problem:
        return "a list has no place here", "begin its first `- ` on the next line, indented by two spaces"
    if flow and (first := next((each for each in words[max(column - 1, 0) : column + 1] if each in _SIGNS), None)):
        return "this cannot be read", f'a text that begins with {first} needs quotation marks: "{first}…"'
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
