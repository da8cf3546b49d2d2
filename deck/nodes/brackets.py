"""A mistake between braces or square brackets, where commas, colons and brackets mean something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from deck.ground.diagnostics import Diagnostic, Span
from deck.nodes.tokens import last_text

_COMMENT = re.compile(r"\s(#[^\s,}\]]*)")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
_FIELD = re.compile(r"([\w-]+)\s*:\s+[^:]*$")
_BEFORE_A_TEXT = re.compile(r"(?:\s*-)*\s*(?:[^\s:#{\[\"'][^:{\[]*:)?")
_UNTIL_A_MARK = re.compile(r"([\"']).*?(?<=\w)\1(?=\s*[,}\]])")
_MEANINGS = {":": "a colon", "[": "a square bracket", "]": "a square bracket", "{": "a brace", "}": "a brace"}


def between_brackets(
    path: str, lines: Sequence[str], line: int, column: int, opened: Any, tokens: Sequence[Any]
) -> Diagnostic | None:
    """What is wrong at this place (from 0) after the bracket `opened`, if it is one of the usual things."""
    words = lines[line]
    text = last_text(tokens)
    sign, before = words[column : column + 1], words[:column].rstrip()
    if comment := _comment(lines[opened.line]) if line > opened.line else None:
        hint = f'put a text that holds a # in quotation marks: "{torn_text(lines[opened.line], comment)}"'
        message = "a # after a space begins a comment, which hides the rest of this line"
        return _found(path, opened.line, comment.start(1), len(lines[opened.line].rstrip()), message, hint)
    if line > opened.line and len(words) - len(words.lstrip()) <= opened.column:
        return unclosed(path, lines, opened)
    if sign == ":" and text and text.start_mark.line < line:
        at = text.start_mark.line
        end = len(lines[at].rstrip())
        return _found(path, at, end, end, "a comma is missing at the end of this line", "end it with a comma")
    if before[-1:] in ('"', "'"):
        return after_quotation(path, words, line, len(before))
    name = field[1] if (field := _FIELD.search(before)) else "text"
    if before[-1:] == "}" and text is None:
        message, hint = "text goes on after a brace", f"a text that begins with a brace needs quotation marks: `{name}"
        return _found(path, line, column, None, message, f'{hint}: "{{…}} …"`')
    if sign in _MEANINGS:
        what = _MEANINGS[sign]
        example = "…: …" if sign == ":" else f"… {sign} …"
        hint = f'a text that holds {what} needs quotation marks inside braces: `{name}: "{example}"`'
        return _found(path, line, column, None, f"{what} has no place here", hint)
    return None


def after_quotation(path: str, words: str, line: int, column: int) -> Diagnostic:
    """That a text goes on after its quotation mark, which stands just before this place (from 0)."""
    if words[column - 1 : column] == "'" and words[column : column + 1].isalnum():
        begin = words.rfind("'", 0, column - 1)
        end = words.rfind("'")
        whole = words[begin + 1 : end] if 0 <= begin < column - 1 < end else "…"
        hint = f'take double ones: "{whole}"'
        message = "this apostrophe ends the text, as it stands in single quotation marks"
        return _found(path, line, column - 1, column, message, hint)
    whole = _whole_text(words, column - 1) or ""
    hint = "put the whole text in quotation marks"
    if whole.startswith("'"):
        hint = f"put single ones round the whole text: {whole}"
    elif '\\"' in whole:
        hint = f'write \\" for those inside: {whole}'
    elif whole:
        hint = f"{hint}: {whole}"
    return _found(path, line, column, None, "text goes on after its quotation mark closes", hint)


def _whole_text(words: str, closing: int) -> str | None:
    """The text whose quotation mark closes too early, in marks that hold all of it.

    It goes on to the line's end, or between brackets to a mark that ends it. None where its end is not known.
    """
    mark = words[closing]
    begin = words.rfind(mark, 0, closing)
    before, text = words[:begin].rstrip(), words[max(begin, 0) :].rstrip()
    if not _BEFORE_A_TEXT.fullmatch(before):
        ends = _UNTIL_A_MARK.match(text)
        text = ends[0] if ends else ""
    if begin < 0 or not text or "\\" in text or " #" in text:
        return None
    inner = text[1:-1] if text.endswith(mark) and len(text) > closing - begin + 1 else text
    if '"' not in inner:
        return f'"{inner}"'
    return f"'{inner}'" if "'" not in inner else '"' + inner.replace('"', '\\"') + '"'


def unclosed(path: str, lines: Sequence[str], mark: Any) -> Diagnostic:
    """That a bracket or quotation mark does not end."""
    text = lines[mark.line] if mark.line < len(lines) else ""
    sign = text[mark.column : mark.column + 1]
    closing = {"{": "}", "[": "]"}.get(sign, sign or '"')
    message, hint = f"this begins with {sign} and does not end", f"close it with {closing}"
    return _found(path, mark.line, mark.column, len(text.rstrip()), message, hint)


def _comment(words: str) -> re.Match[str] | None:
    """The comment at a line's end."""
    return _COMMENT.search(_QUOTED.sub(lambda match: "_" * len(match[0]), words))


def torn_text(words: str, comment: re.Match[str]) -> str:
    """The text between brackets that a comment ends, with what belongs to it."""
    before = re.split(r"[{\[]|,\s|:(?:\s|$)", words[: comment.start()])[-1].strip()
    after = re.split(r"[,}\]]", words[comment.start(1) :])[0].strip()
    return f"{before} {after}" if before else f"{comment[1]} …"


def _found(path: str, line: int, start: int, end: int | None, message: str, hint: str) -> Diagnostic:
    span = Span(path, line + 1, start + 1, end + 1 if end is not None else None)
    return Diagnostic("yaml-syntax", message, span, hint)
