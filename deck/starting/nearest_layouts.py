"""Pieces of another program's slides → the fields of layouts that come nearest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from deck.markup.blocks import blocks
from deck.markup.pieces import Entry, Piece, pieces
from deck.markup.writing import code
from deck.starting.list_levels import LEVELS, within
from deck.starting.markdown_code import parts_of
from deck.starting.quotations import parted, unquoted
from deck.starting.settling import Slide

TEXTS = frozenset({"paragraph", "list", "quote", "heading"})
"""The kinds of pieces that are words."""
MOST_CELLS = 8
"""How many columns a table may have."""

_ATTRIBUTION = re.compile(r"\\?[-–—]+ *(.+)")
_BAR = re.compile(r"(?<!\\)\|")
_BEGINS = re.compile(r"^(\d{1,9})?((?(1)[.)](?=[ \t]|$)|[-+*>#:|~`]))", re.MULTILINE)
"""Signs at the beginning of a line by which it would be an entry, a heading or a block."""
_BARE = re.compile(r"\*\*|[*_`\\]|\[(.*?)\]\([^)]*\)")


def texts_as_slide(texts: Sequence[Piece], title: str) -> list[Slide]:
    """Texts as the layout that comes nearest, and as a list."""
    listed: Slide = {"layout": "bullets", "title": title, "items": list(items_of(texts))}
    kinds = [piece.kind for piece in texts]
    if kinds[:1] == ["quote"] and not texts[0].info and len(texts) <= 2 and kinds[1:] in ([], ["paragraph"]):
        # Marp's lines end as they stand.
        *words, last = re.split(r"\n\n|\n(?=[-–—])", texts[0].text)
        said, who = ("\n".join(words), last) if words and len(texts) == 1 else (texts[0].text, "")
        if by := _ATTRIBUTION.match(texts[1].text if len(texts) > 1 else who):
            who = by[1]
        else:
            said, who = parted(texts[0].text) if len(texts) == 1 else ("", "")
        if who or len(texts) == 1:
            quote: Slide = {"layout": "quote", "title": title, "quote": unquoted(said)}
            return [quote | ({"attribution": who} if who else {}), listed]
    if set(kinds) == {"list"} and not any(entry.number is not None or entry.code for entry in _all_of(texts)):
        return [listed]
    return [{"layout": "text", "title": title, "text": _markdown(texts)}, listed]


def items_of(texts: Sequence[Piece]) -> Iterator[Any]:
    """Texts as entries; those under a heading stand below it."""
    below: list[Any] | None = None
    for piece in texts:
        if piece.kind == "heading":
            below = []
            yield {"text": f"**{without_marks(piece.text)}**", "items": below}
            continue
        levels = LEVELS if below is None else LEVELS - 1
        own = [_entry(each) for each in within(piece.entries, levels)] if piece.kind == "list" else [piece.text]
        own = [each for text in own for each in (text.split("\n\n") if isinstance(text, str) else [text])]
        if below is None:
            yield from own
        else:
            below += own


def _all_of(texts: Sequence[Piece]) -> Iterator[Entry]:
    """All entries of lists, whatever the level."""
    waiting = [entry for piece in texts for entry in piece.entries]
    while waiting:
        yield (entry := waiting.pop())
        waiting += entry.entries


def _entry(entry: Entry) -> Any:
    number = "" if entry.number is None else f"{entry.number}. "
    said = [entry.text, *map(_in_line, entry.code)]
    text = number + (" ".join(filter(None, said)) or "…")
    return {"text": text, "items": list(map(_entry, entry.entries))} if entry.entries else text


def mixed_text(run: Sequence[Piece], title: str, picture: Callable[[Piece], str]) -> list[Slide]:
    """Texts, code, tables and pictures as one text; `picture` is how it has one."""
    return [{"layout": "text", "title": title, "text": _markdown(run, picture)}]


def _markdown(texts: Sequence[Piece], picture: Callable[[Piece], str] = str) -> str:
    """Pieces as the layout `text` has them."""
    parts = []
    for lists, run in groupby(texts, lambda piece: piece.kind == "list"):
        # Lists that follow each other are told apart by their signs.
        if lists:
            parts.append("\n".join(_lines([entry for piece in run for entry in piece.entries])))
        else:
            parts += [_as_markdown(piece, picture) for piece in run]
    return "\n\n".join(parts).rstrip("\n") + "\n"


def _as_markdown(piece: Piece, picture: Callable[[Piece], str]) -> str:
    match piece.kind:
        case "heading":
            return f"## {piece.text}"
        case "quote":
            rows = [f"[!{piece.info}]"] if piece.info else []
            return "\n".join(f"> {line}".rstrip() for line in [*rows, *_ended(piece.text).split("\n")])
        case "code":
            return _fenced(piece)
        case "table":
            return "\n".join([*_table_lines(piece), *(["", _as_paragraph(piece.caption)] if piece.caption else [])])
        case "picture":
            return picture(piece)
        case "equation":
            return f"$$\n{piece.text}\n$$"
    return _as_paragraph(_ended(piece.text))


def _as_paragraph(text: str) -> str:
    """A paragraph that is read as one: signs where a line begins that would make it something else show, and dollars
    that would begin an equation."""

    def is_one(said: str) -> bool:
        found, mistakes = blocks(said)
        return {each.kind for each in found} <= {"paragraph"} and not mistakes

    begun, shown = _BEGINS.sub(r"\1\\\2", text), text.replace("$$", "\\$$")
    return next((each for each in (text, shown, begun) if is_one(each)), _BEGINS.sub(r"\1\\\2", shown))


def _fenced(piece: Piece) -> str:
    listing = listing_of(piece)
    longest = max((len(run) for run in re.findall("`{3,}", piece.text)), default=2)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{piece.info}\n{listing['code']}{fence}"


def _table_lines(piece: Piece) -> Iterator[str]:
    head, *rows = (row[:MOST_CELLS] for row in piece.rows)
    yield _table_line(head)
    yield _table_line(["---:" if at_end else "---" for at_end in piece.at_end[: len(head)] or [False] * len(head)])
    yield from map(_table_line, rows)


def _table_line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_BAR.sub(r"\\|", " ".join(cell.split())) for cell in cells) + " |"


def _ended(text: str) -> str:
    """The text, whose lines end in Markdown's way where they are meant to end."""
    return re.sub(r"(?<!\n)\n(?!\n)", r"\\\n", text)


def _lines(entries: Sequence[Entry], indent: str = "") -> Iterator[str]:
    """Entries in Markdown; where their numbers do not go on, another sign after them begins another list."""
    last: int | None = None
    sign = "."
    for entry in entries:
        if last is not None and entry.number not in (None, last + 1):
            sign = ")" if sign == "." else "."
        last = entry.number
        mark = "- " if entry.number is None else f"{entry.number}{sign} "
        below = f"{indent}{' ' * len(mark)}"
        yield f"{indent}{mark}{_ended(entry.text or '…')}".replace("\n", f"\n{below}")
        for piece in entry.code:
            shown = _fenced(piece) if piece.kind == "code" else _ended(piece.text)
            yield from (f"{below}{line}".rstrip() for line in ["", *shown.split("\n"), ""])
        if entry.entries and entry.entries[0].number not in (None, 1):
            # Only a first number begins a list right under words.
            yield ""
        yield from _lines(entry.entries, below)


def _in_line(piece: Piece) -> str:
    """Code, or a paragraph after it, within a line."""
    return code(" ".join(piece.text.split())) if piece.kind == "code" else piece.text


def _in_words(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with the code under them in their lines, as notes have it."""
    return [
        entry._replace(
            text=" ".join([entry.text, *map(_in_line, entry.code)]).strip(),
            entries=tuple(_in_words(entry.entries)),
            code=(),
        )
        for entry in entries
    ]


def side_of(column: Sequence[Piece]) -> Slide:
    """A column as a side of a comparison: its heading, and what stands under it."""
    side: Slide = {"heading": column[0].text}
    if text := "\n\n".join(piece.text for piece in column[1:] if piece.kind == "paragraph"):
        side["text"] = text
    if items := [_entry(each) for piece in column[1:] for each in piece.entries]:
        side["items"] = items
    return side if len(side) > 1 else side | {"text": column[0].text}


def listing_of(piece: Piece) -> Slide:
    """Code as the layout `code` has it."""
    language, lines = parts_of(piece.info)
    listing: Slide = {"language": language} if language else {}
    listing |= {"highlight": lines} if lines else {}
    return listing | {"code": piece.text.expandtabs(4).strip("\n") + "\n"}


def code_as_slide(piece: Piece, title: str, words: Piece | None = None) -> list[Slide]:
    """Code as the layout that comes nearest, with the words over it if there are any; and as a list of its lines."""
    told: Slide = {"layout": "code", "title": title, **listing_of(piece), **({"caption": words.text} if words else {})}
    lines = [line for line in piece.text.split("\n") if line.strip()]
    listed = [*([words.text] if words else []), *map(literally, lines)]
    beside = mixed_text([words, piece], title, str) if words else []
    return [told, *beside, {"layout": "bullets", "title": title, "items": listed}]


def table_of(piece: Piece, title: str) -> Slide:
    """A table, with as many columns as one may have."""
    head, *rows = (row[:MOST_CELLS] for row in piece.rows)
    names = [f"c{number}" for number in range(1, len(head) + 1)]
    at_end = [*piece.at_end, *[False] * len(head)]
    columns = [
        {"id": name, "heading": cell or "–"} | ({"align": "end"} if ends else {})
        for name, cell, ends in zip(names, head, at_end, strict=False)
    ]
    # A circumflex alone would make a cell one with that above it.
    said = [["\\^" if cell == "^" else cell for cell in row] for row in rows]
    cells = [{"cells": {name: cell for name, cell in zip(names, row, strict=False) if cell}} for row in said]
    made: Slide = {"layout": "table", "title": title, "columns": columns, "rows": cells}
    return made | ({"remark": piece.caption} if piece.caption else {})


def chart_as_slide(chart: Slide, title: str) -> list[Slide]:
    """A flowchart as the layout `diagram` has it, and as a list: of its arrows, the boxes without any, its frames."""
    names = {node["id"]: node["name"] for node in chart["nodes"]}
    signs = {"->": "→", "--": "–"}
    items: list[Any] = []
    joined = set[str]()
    for edge in chart.get("edges", []):
        one, sign, other = edge["joins"].split(" ")
        joined |= {one, other}
        label = f": {edge['label']}" if "label" in edge else ""
        items.append(f"{names[one]} {signs[sign]} {names[other]}{label}")
    items += [said for name, said in names.items() if name not in joined]
    items += [
        {"text": group["heading"], "items": [names[name] for name in group["nodes"]]}
        for group in chart.get("groups", [])
        if group["heading"]
    ]
    return [{"layout": "diagram", "title": title, **chart}, {"layout": "bullets", "title": title, "items": items}]


def lost_in_notes(text: str) -> Iterator[str]:
    """What a speaker's notes have not, such as addresses that lead nowhere from there."""
    return (each for piece in pieces(text) for each in piece.lost)


def notes_of(text: str) -> str:
    """A speaker's notes."""
    parts = []
    for piece in pieces(text):
        if piece.kind == "list":
            parts.append("\n".join(_lines(_in_words(piece.entries))).replace("\\\n", "\n"))
        elif piece.kind == "code":
            parts.append("\n".join(map(literally, piece.text.split("\n"))))
        elif piece.kind == "table":
            parts.append("\n".join(" | ".join(row) for row in piece.rows))
        elif piece.kind == "picture":
            parts.append(literally(piece.text or piece.info))
        elif piece.text:
            parts.append(piece.text)
    return "\n\n".join(parts)


def inline(text: str) -> str:
    """Words as inline markup here."""
    said = " ".join(piece.text for piece in pieces(" ".join(text.split())) if piece.kind in TEXTS)
    return " ".join(said.split()) or literally(text)


def literally(text: str) -> str:
    """Words of which no sign is markup."""
    return re.sub(r"([\\*_\[\]<&`~])", r"\\\1", text.strip()).replace("{", "{{").replace("}", "}}")


def without_marks(markup: str) -> str:
    """Markup as plain words."""
    return _BARE.sub(lambda match: match[1] or "", markup).replace("{{", "{").replace("}}", "}")
