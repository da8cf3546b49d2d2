"""Findings about some words of a long text → the same at the line where these words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from deck.ground.diagnostics import DeckError, Diagnostic, Excerpt, Span
from deck.model.presentation import Presentation
from deck.nodes.yaml_file import read_text


def placed(findings: Iterable[Diagnostic], presentation: Presentation) -> Iterator[Diagnostic]:
    """Each finding; one with an excerpt at that, where it is found in the outline before the next field begins."""
    lines: list[str] | None = None
    for one in findings:
        if one.excerpt is None:
            yield one
            continue
        span = one.span
        if span and span.path == presentation.span.path:
            lines = _lines(span.path) if lines is None else lines
            span = _within(lines, span, _next(span, presentation), one.excerpt) or span
        yield replace(one, span=span, excerpt=None)


def _lines(path: str) -> list[str]:
    try:
        return read_text(Path(path), what="an outline").split("\n")
    except DeckError:
        return []


def _next(span: Span, presentation: Presentation) -> tuple[int, int] | None:
    """Where the next field begins in the outline."""
    spans = chain(presentation.spans.values(), *(slide.spans.values() for slide in presentation.slides))
    starts = sorted({(each.line, each.column) for each in spans if each.path == span.path})
    after = bisect_right(starts, (span.line, span.column))
    return starts[after] if after < len(starts) else None


def _within(lines: list[str], start: Span, end: tuple[int, int] | None, excerpt: Excerpt) -> Span | None:
    """Where an excerpt stands between two places of a file; words may be parted by the end of a line."""
    if not 1 <= start.line <= len(lines):
        return None
    last = end[0] if end else len(lines)
    text = "\n".join(lines[start.line - 1 : last])
    pattern = r"\s+".join(map(re.escape, excerpt.words.split()))
    first = start.column - 1
    found = next(islice(re.compile(pattern).finditer(text, first), excerpt.nth, None), None)
    if found is None or not pattern:
        return None
    line = start.line + text.count("\n", 0, found.start())
    column = found.start() - text.rfind("\n", 0, found.start())
    if end and (line, column) >= end:
        return None
    return Span(start.path, line, column, column + len(found[0].split("\n")[0]))
