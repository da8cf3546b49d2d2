"""Tables as Pandoc and Quarto have them besides those of bars: in grids of plus signs, under dashes, between rules."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from deck.starting.markdown_lines import HEADING, numbered_lines

_EDGE = re.compile(r"[ ]{0,3}\+(?:[-=:]+\+)+[ \t]*$")
_DASHES = re.compile(r"[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*$")
_ENTRY = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)(?!\d[\d\s.,%]*$)")
"""The sign of an entry in a cell, where it is no minus."""
_RULE = re.compile(r"[ ]{0,3}-{3,}[ \t]*$")


class _Table(NamedTuple):
    """A table's first line and the one after its last, its rows, of which the first has the headings, and on which side
    each column stands, as a table of bars says it."""

    first: int
    end: int
    rows: list[list[str]]
    sides: Sequence[str]


def with_tables_of_bars(lines: list[str], start: int) -> list[str]:
    """The lines, in which these tables are tables of bars; there are as many lines as before."""
    made = list(lines)
    coded = {at for at, _, in_code in numbered_lines(lines, start) if in_code}
    at = start
    while at < len(lines):
        table = None if at in coded else _table(lines, at, start, coded)
        if table:
            said = [_bar(table.rows[0]), _bar(table.sides), *map(_bar, table.rows[1:])]
            # Each kind has at least as many lines: an edge over each row, or dashes under the first.
            made[table.first : table.end] = [*said, *[""] * (table.end - table.first - len(said))]
        at = table.end if table else at + 1
    return made


def _table(lines: list[str], at: int, start: int, coded: Collection[int]) -> _Table | None:
    """The table that is known by this line."""
    if _EDGE.match(lines[at]):
        return _grid(lines, at)
    fresh = at == start or not lines[at - 1].strip()
    if _DASHES.match(lines[at]):
        return _without_headings(lines, at, coded) if fresh else _under_dashes(lines, at) if at > start else None
    return _between_rules(lines, at, coded) if fresh and _RULE.match(lines[at]) else None


def _grid(lines: list[str], at: int) -> _Table | None:
    """A table in a grid; none where it is not whole."""
    edges = [match.start() for match in re.finditer(r"\+", lines[at])]
    rows, cells = list[list[str]](), list[list[str]]()
    end = at + 1
    while end < len(lines) and (line := lines[end]).lstrip().startswith(("|", "+")):
        if _EDGE.match(line):
            rows += [list(map(_in_lines, cells))] if cells else []
            cells = []
        else:
            own = [_between(line, left + 1, right) for left, right in pairwise(edges)]
            cells = cells or [[] for _ in own]
            for cell, words in zip(cells, own, strict=True):
                cell.append(words)
        end += 1
    if not rows or cells:
        return None
    bars = [line for line in lines[at:end] if _EDGE.match(line)]
    headed = any("=" in line for line in bars)
    return _Table(at, end, rows if headed else [[""] * len(rows[0]), *rows], _marked(bars))


def _in_lines(words: Sequence[str]) -> str:
    """What a cell of a grid says: its paragraphs and the entries of its lists, each on a line of its own."""
    found: list[str] = []
    fresh, listed = True, False
    for line in words:
        if entry := _ENTRY.match(line) if fresh or listed else None:
            found.append(f"• {line[entry.end() :]}" if entry[0][0] in "-*+" else line)
            listed = True
        elif line and fresh:
            found.append(line)
            listed = False
        elif line:
            found[-1] += f" {line}"
        fresh = not line
    return "<br>".join(found)


def _marked(lines: Sequence[str]) -> list[str]:
    """On which side each column of a grid with these edges stands, by the colons under its headings."""
    edges = [line.strip().strip("+").split("+") for line in lines]
    said = next((edge for edge in edges if "=" in edge[0]), edges[0])
    return [f"{':' if each[0] == ':' else ''}---{':' if each[-1] == ':' else ''}" for each in said]


def _under_dashes(lines: list[str], at: int) -> _Table:
    """A table whose headings stand in the line above these dashes."""
    end = at + 1
    while end < len(lines) and lines[end].strip():
        end += 1
    own = [line for line in (lines[at - 1], *lines[at + 1 : end]) if not _DASHES.match(line)]
    return _Table(at - 1, end, [_cells(line, lines[at]) for line in own], list(_sides(own[:1], lines[at])))


def _without_headings(lines: list[str], at: int, coded: Collection[int]) -> _Table | None:
    """A table between dashes; with blank lines in it, these part its rows."""
    dashes = lines[at].strip()
    end = _end(lines, at + 1, coded, lambda line: line.strip() == dashes)
    own = lines[at + 1 : end - 1]
    if not end or not any(line.strip() for line in own):
        return None
    rows = [_cells(line, lines[at]) for line in own] if all(map(str.strip, own)) else list(_parted(own, lines[at]))
    first = next(line for line in own if line.strip())
    return _Table(at, end, [[""] * len(rows[0]), *rows], list(_sides([first], lines[at])))


def _between_rules(lines: list[str], at: int, coded: Collection[int]) -> _Table | None:
    """A table between two rules, with dashes under its headings; blank lines part its rows."""
    under = at + 1
    while under < len(lines) and lines[under].strip() and not _DASHES.match(lines[under]) and under not in coded:
        under += 1
    if under == at + 1 or under == len(lines) or not _DASHES.match(lines[under]):
        return None
    last = max(match.start() for match in re.finditer("-+", lines[under]))
    end = _end(lines, under + 1, coded, lambda line: bool(_RULE.match(line)) and len(line.rstrip()) > last)
    if not end or len(lines[at].rstrip()) <= last:
        return None
    heads = lines[at + 1 : under]
    rows = [_joined(heads, lines[under]), *_parted(lines[under + 1 : end - 1], lines[under])]
    return _Table(at, end, rows, list(_sides(heads, lines[under])))


def _end(lines: list[str], at: int, coded: Collection[int], closes: Callable[[str], bool]) -> int:
    """The line after the one that closes a table; 0 where none does."""
    for each in range(at, len(lines)):
        if each in coded or HEADING.match(lines[each]):
            return 0
        if closes(lines[each]):
            return each + 1
    return 0


def _parted(lines: Sequence[str], dashes: str) -> Iterator[list[str]]:
    """The rows of a table, which blank lines part."""
    for says, own in groupby(lines, lambda line: bool(line.strip())):
        if says:
            yield _joined(list(own), dashes)


def _joined(lines: Sequence[str], dashes: str) -> list[str]:
    columns = zip(*(_cells(line, dashes) for line in lines), strict=True)
    return [" ".join(filter(None, cell)) for cell in columns]


def _sides(heads: Sequence[str], dashes: str) -> Iterator[str]:
    """On which side each column stands, by where its headings do over its dashes."""
    spans = [match.span() for match in re.finditer("-+", dashes)]
    for number, (left, right) in enumerate(spans):
        after = spans[number + 1][0] if number + 1 < len(spans) else None
        shown = [_columns("".join(_columns(line)[left:after]).rstrip()) for line in heads]
        said = [words for words in shown if words]
        if not said or any(words[0] != " " for words in said):
            yield "---"
        else:
            yield "---:" if max(map(len, said)) >= right - left else ":---:"


def _cells(line: str, dashes: str) -> list[str]:
    # What stands over dashes may begin a little before them.
    starts = [match.start() for match in re.finditer("-+", dashes)]
    ends = [*starts[1:], None]
    return [
        _between(line, 0 if number == 0 else left, right)
        for number, (left, right) in enumerate(zip(starts, ends, strict=True))
    ]


def _between(line: str, left: int, right: int | None) -> str:
    return "".join(_columns(line)[left:right]).strip()


def _columns(line: str) -> list[str]:
    """What stands in each column of a line: signs of Chinese take two, and marks upon letters none."""
    found: list[str] = []
    for sign in line.expandtabs(4):
        if unicodedata.category(sign) in ("Mn", "Me", "Cf") and found:
            found[-1] += sign
        else:
            found += [sign, ""] if unicodedata.east_asian_width(sign) in "WF" else [sign]
    return found


def _bar(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"
