"""Findings about some words of a long text → the same at the line where these words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from deck.ground.diagnostics import DeckError, Diagnostic, Excerpt, Span
from deck.ground.late_pattern import late_pattern
from deck.model.presentation import Presentation
from deck.nodes.yaml_file import read_text

_PART_OF_ENTRY = late_pattern(r'\s*(?:msgstr(?:\[\d+\])?\s*)?"')
_BETWEEN = r'(?:\s|"\n\s*")+'
"""What parts words: the end of a line, in catalogs with its quotation marks."""


def placed(findings: Iterable[Diagnostic], presentation: Presentation) -> Iterator[Diagnostic]:
    """Each finding; one with an excerpt at that, where its text in the outline or a catalog has it."""
    files: dict[str, list[str]] = {}
    for one in findings:
        if one.excerpt is None:
            yield one
            continue
        span = one.span
        if span and (span.path == presentation.span.path or span.path.endswith(".po")):
            if span.path not in files:
                files[span.path] = _lines(span.path)
            lines = files[span.path]
            in_outline = span.path == presentation.span.path
            end = _next(span, presentation) if in_outline else (_entry_end(lines, span.line), 1)
            span = _within(lines, span, end, one.excerpt) or span
        yield replace(one, span=span, excerpt=None)


def _lines(path: str) -> list[str]:
    try:
        return read_text(Path(path), what="a text").split("\n")
    except DeckError:
        return []


def _next(span: Span, presentation: Presentation) -> tuple[int, int] | None:
    """Where the next field begins in the outline."""
    spans = chain(presentation.spans.values(), *(slide.spans.values() for slide in presentation.slides))
    starts = sorted({(each.line, each.column) for each in spans if each.path == span.path})
    after = bisect_right(starts, (span.line, span.column))
    return starts[after] if after < len(starts) else None


def _entry_end(lines: list[str], first: int) -> int:
    """The line after a translation that begins in this one."""
    more = range(first, len(lines))
    return next((at + 1 for at in more if not _PART_OF_ENTRY.match(lines[at])), len(lines) + 1)


def _within(lines: list[str], start: Span, end: tuple[int, int] | None, excerpt: Excerpt) -> Span | None:
    """Where an excerpt stands between two places of a file; words may be parted by the end of a line."""
    if not 1 <= start.line <= len(lines) or not excerpt.words.strip():
        return None
    last = end[0] if end else len(lines)
    text = "\n".join(lines[start.line - 1 : last])
    pattern = re.compile(_BETWEEN.join(map(re.escape, excerpt.words.split())))
    found = next(islice(pattern.finditer(text, start.column - 1), excerpt.nth, None), None)
    if found is None:
        return None
    line = start.line + text.count("\n", 0, found.start())
    column = found.start() - text.rfind("\n", 0, found.start())
    if end and (line, column) >= end:
        return None
    return Span(start.path, line, column, column + len(found[0].split("\n")[0]))
