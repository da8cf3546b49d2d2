"""Blocks of HTML that Markdown has a way to say → lines of Markdown: code in `<pre>`, tables, lists, columns, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from textwrap import dedent

from deck.starting.html_columns import with_columns
from deck.starting.html_lists import with_lists
from deck.starting.markdown_lines import Line, numbered_lines, row_finder
from deck.starting.telling import Told, shortly

_BLOCK = re.compile(
    r"<(?P<kind>pre|table|aside)\b(?P<said>[^<>]*)>(?P<inside>.*?)</(?P=kind)\s*>", re.DOTALL | re.IGNORECASE
)
_CODE = re.compile(
    r"\s*<code\b(?P<said>[^<>]*)>(?:\s*<script\b[^<>]*>)?(?P<code>.*?)(?:</script>\s*)?</code>\s*$",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_MARKED = re.compile(r"</?(?:span|mark)\b[^<>]*>", re.IGNORECASE)
_ANY = re.compile(r"</?[A-Za-z][^<>]*>")
_NOT_A_LANGUAGE = ("hljs", "fragment", "stretch", "r-stretch")
_STEPS = re.compile(r"[\d\s,|–-]+")
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)(?=</tr\s*>|<tr\b|$)", re.DOTALL | re.IGNORECASE)
_CELL = re.compile(
    r"<(t[hd])\b([^<>]*)>(.*?)(?=</t[hd]\s*>|<t[hd]\b|</?t(?:r|head|body|foot)\b|$)", re.DOTALL | re.IGNORECASE
)
_CAPTION = re.compile(r"<caption\b[^<>]*>(.*?)</caption\s*>", re.DOTALL | re.IGNORECASE)
_OVER_CELLS = re.compile(r"\b(?:col|row)span\s*=\s*[\"']?([2-9]|\d\d)", re.IGNORECASE)


def with_plain_blocks(lines: Sequence[str]) -> tuple[list[Line], list[Told]]:
    """The lines, in which such blocks are Markdown's, each with the number of the one that it stands for, from 1; and
    what is lost by that."""
    told: list[Told] = []
    text = "\n".join(lines)
    in_code = [coded for _, _, coded in numbered_lines(list(lines), 0)]
    row_at = row_finder(text)
    made: list[Line] = []
    end = 0

    def plain(upto: int) -> None:
        first = row_at(end) + 1
        made.extend((line, first + at) for at, line in enumerate(text[end:upto].split("\n")))

    for match in _BLOCK.finditer(text):
        number = row_at(match.start())
        row = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if in_code[number] or row.count("`") % 2 or match.start() < end:
            continue
        indent = row[: len(row) - len(row.lstrip())]
        block = _block(match, number + 1, indent, told)
        if not block:
            continue
        plain(match.start())
        before = made.pop() if made and not row.strip() else None
        made += [] if before is None or not before[0].strip() else [before]
        made += [(f"{indent}{line}" if line.strip() else "", at) for line, at in block]
        end = match.end()
        # What goes on behind it begins a line of its own.
        end += text[end : end + 1] == "\n"
    plain(len(text))
    return list(with_columns(list(with_lists(made)), told)), told


def _block(match: re.Match[str], number: int, indent: str, told: list[Told]) -> list[Line]:
    """A block as Markdown has it, which begins in this line; nothing where it stays as it is."""
    match match["kind"].lower():
        case "pre":
            return _listing(match, number, indent, told)
        case "table":
            return _table(match, number, told)
    return _notes(match, number)


def _attributes(said: str) -> dict[str, str]:
    return {
        match[1].lower(): next((each for each in match.groups()[1:] if each is not None), "")
        for match in _ATTRIBUTE.finditer(said)
    }


def _listing(match: re.Match[str], number: int, indent: str, told: list[Told]) -> list[Line]:
    """Code as Markdown has it, between fences."""
    code = _CODE.match(match["inside"])
    said = _attributes(f"{match['said']} {code['said'] if code else ''}")
    text = code["code"] if code else match["inside"]
    at = number + match["inside"].count("\n", 0, code.start("code") if code else 0)
    names = [each.removeprefix("language-").removeprefix("lang-") for each in said.get("class", "").split()]
    language = next((each for each in names if each and each not in _NOT_A_LANGUAGE), "")
    marks = _MARKED if code and "data-noescape" not in said else _ANY
    if marked := marks.search(text):
        told.append((at + text.count("\n", 0, marked.start()), f"how words of code look: {shortly(marked[0])}"))
        text = marks.sub("", text)
    rows = dedent(unescape(text).replace(f"\n{indent}", "\n")).split("\n")
    at += not rows[0].strip()
    rows = rows[not rows[0].strip() :]
    while rows and not rows[-1].strip():
        rows.pop()
    if not rows:
        return []
    steps = said.get("data-line-numbers", "").strip()
    info = " ".join(filter(None, [language, f"{{{steps}}}" if _STEPS.fullmatch(steps) else ""]))
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return [(f"{fence}{info}", number), *((row, at + below) for below, row in enumerate(rows)), (fence, at + len(rows))]


def _notes(match: re.Match[str], number: int) -> list[Line]:
    """What reveal.js shows to the speaker alone, as Pandoc has it."""
    if "notes" not in _attributes(match["said"]).get("class", "").split():
        return []
    rows = dedent(match["inside"]).split("\n")
    said = [(row, number + at) for at, row in enumerate(rows)]
    return [("::: notes", number), *said, (":::", number + len(rows) - 1)]


def _table(match: re.Match[str], number: int, told: list[Told]) -> list[Line]:
    """A table as Markdown has it; the first row is the headings where it has any, or no other."""
    inside = match["inside"]
    row_at = row_finder(inside)
    found = [(number + row_at(row.start()), list(_CELL.finditer(row[1]))) for row in _ROW.finditer(inside)]
    found = [(at, cells) for at, cells in found if cells]
    if not found:
        return []
    if over := next((at for at, cells in found for cell in cells if _OVER_CELLS.search(cell[2])), 0):
        told.append((over, f"that a cell of a table goes over several: {shortly(_words(match[0]))}"))
    wide = max(len(cells) for _, cells in found)
    rows = [(at, [_words(cell[3]) for cell in cells] + [""] * (wide - len(cells))) for at, cells in found]
    if found[0][1][0][1].lower() != "th" and not any(cell[1].lower() == "th" for cell in found[0][1]):
        rows.insert(0, (rows[0][0], [""] * wide))
    lines: list[Line] = [("", number)]
    for place, (at, cells) in enumerate(rows):
        lines.append((f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |", at))
        lines += [(f"|{' --- |' * wide}", at)] if place == 0 else []
    end = number + match[0].count("\n")
    if caption := _CAPTION.search(inside):
        lines += [("", end), (_words(caption[1]), end)]
    return [*lines, ("", end)]


def _words(inside: str) -> str:
    """What a cell says, on one line."""
    return " ".join(inside.split())
