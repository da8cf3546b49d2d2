"""Columns side by side in HTML, as Marp's, Slidev's and reveal.js's authors have them → Pandoc's, which are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent
from typing import NamedTuple

from deck.starting.markdown_lines import Line, numbered_lines, row_finder
from deck.starting.telling import Otherwise, Told, shortly

_DIV = re.compile(r"<div\b([^<>]*)>|</div\s*>", re.IGNORECASE)
_BESIDE = re.compile(
    r"""\bclass\s*=\s*["'][^"']*(?<![\w-])(?:(?:two-|three-|multi-?)?(?:columns?|cols)(?:-(?:\d|container|wrapper|layout))?|"""
    r"""grid(?:-cols-\S+)?|flex|row|r-hstack|hstack|split)(?![\w-])"""
    r"""|\bstyle\s*=\s*["'][^"']*(?:display\s*:\s*(?:inline-)?(?:flex|grid)|column-count\s*:\s*[2-9]|columns\s*:\s*[2-9])"""
    r"""|\b(?:grid|flex)\s*=\s*["'~]""",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"columns?-[2-9]|column-count\s*:\s*[2-9]|columns\s*:\s*[2-9]", re.IGNORECASE)
_UPRIGHT = re.compile(r"(?<![\w-])flex-col(?![\w-])|flex-direction\s*:\s*column|grid-rows-|grid-cols-1(?!\d)")
_LEAST = 2


class _Block(NamedTuple):
    """A block: where its tags begin and end, whether it has columns, and the blocks in it."""

    opens: tuple[int, int]
    closes: tuple[int, int]
    said: str
    blocks: list[_Block]


def with_columns(lines: Sequence[Line], told: list[Told]) -> Iterator[Line]:
    """The lines, in which columns are Pandoc's; those that are only there by the look of a page are told."""
    rows = [line for line, _ in lines]
    coded = {at for at, _, in_code in numbered_lines(rows, 0) if in_code}
    text = "\n".join(rows)
    at = row_finder(text)
    marks = dict[tuple[int, int], str]()
    within = 0
    for block in _blocks([each for each in _DIV.finditer(text) if at(each.start()) not in coded]):
        if not _BESIDE.search(block.said) or _UPRIGHT.search(block.said):
            continue
        own = [each for each in block.blocks if text[each.opens[1] : each.closes[0]].strip()]
        if len(own) < _LEAST:
            if _COUNTED.search(block.said):
                number = lines[at(block.opens[0])][1]
                told.append((number, Otherwise(f"columns of HTML, which are one: {shortly(block.said)}")))
            continue
        # A block's own come after it.
        if block.opens[0] < within:
            continue
        within = block.closes[1]
        marks |= {block.opens: "::::: columns", block.closes: ":::::"}
        for each in block.blocks:
            marks |= {each.opens: "::: column", each.closes: ":::"}
    if not marks:
        yield from lines
        return
    end = 0
    for (begin, after), mark in sorted(marks.items()):
        yield from _between(text[end:begin], at(end), lines, inside=end > 0)
        yield mark, lines[at(begin)][1]
        end = after
    end += text.startswith("\n", end)
    yield from _between(text[end:], at(end), lines, inside=False)


def _between(text: str, first: int, lines: Sequence[Line], *, inside: bool) -> Iterator[Line]:
    """The lines of what stands between two tags; `inside` columns without the indent that HTML has."""
    rows = (dedent(text) if inside else text).split("\n")
    for at, row in enumerate(rows):
        if row.strip() or 0 < at < len(rows) - 1:
            yield row, lines[min(first + at, len(lines) - 1)][1]


def _blocks(tags: Sequence[re.Match[str]]) -> Iterator[_Block]:
    """All blocks that end, each before those in it."""
    opened: list[tuple[re.Match[str], list[_Block]]] = []
    found: list[_Block] = []
    for tag in tags:
        if not tag[0].startswith("</"):
            opened.append((tag, []))
        elif opened:
            begins, inside = opened.pop()
            block = _Block(begins.span(), tag.span(), begins[1], inside)
            found.append(block)
            if opened:
                opened[-1][1].append(block)
    yield from sorted(found, key=lambda block: block.opens)
