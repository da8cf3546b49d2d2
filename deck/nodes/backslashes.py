"""A backslash in a text in double quotation marks, where it begins an escape: of a path on Windows, mostly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deck.ground.diagnostics import Diagnostic, Severity, Span

_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"?")
_PATH = re.compile(
    r"(?<![^\s\"(])(?:(?:[A-Za-z]:|\\\\\w+)\\\w{2}[^\s\"]*|[\w.-]+(?:\\[\w.-]+)+\.(?:png|jpe?g|csv|xlsx|ods|yaml|yml|potx?|pptx)\b)"
)
_WORDS = "write \\\\ for a backslash, or put the text in single quotation marks"


def backslash(path: str, lines: Sequence[str], line: int, column: int) -> Diagnostic | None:
    """That the backslash at or before this place (from 0), which the parser cannot read, means nothing."""
    at = lines[line].rfind("\\", 0, column + 1)
    if at < 0:
        return None
    span = Span(path, line + 1, at + 1, at + 3)
    quoted = next((each for each in _QUOTED.finditer(lines[line]) if each.start() < at < each.end()), None)
    whole = f": '{quoted[1]}'" if quoted and "'" not in quoted[1] else ""
    return Diagnostic("yaml-syntax", "this backslash means nothing here", span, f"{_WORDS}{whole}")


def paths(path: str, source: str, line: int, column: int) -> Iterator[Diagnostic]:
    """Paths in a text in double quotation marks, which stands here (from 0), whose backslashes are read as escapes."""
    for found in _PATH.finditer(source):
        at = found.start() + found[0].index("\\", 1 if found[0][0] != "\\" else 2)
        before = source[:at]
        lines = before.count("\n")
        start = at - before.rfind("\n") if lines else column + at + 1
        message = f"in `{found[0]}`, `{source[at : at + 2]}` is no backslash with a letter, but one sign"
        span = Span(path, line + lines + 1, start, start + 2)
        yield Diagnostic("backslash", message, span, f"{_WORDS}: '{found[0]}'", Severity.WARNING)
