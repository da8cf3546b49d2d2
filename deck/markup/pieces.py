"""Markdown that was written for another program → its pieces, with inline markup as texts here have it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from markdown_it import MarkdownIt

from deck.markup.escaping import strictly
from deck.markup.writing import Stretch, code, says, ways

if TYPE_CHECKING:
    from markdown_it.token import Token

PieceKind: TypeAlias = Literal["heading", "paragraph", "list", "quote", "code", "table", "picture", "equation"]

_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_OPENS = "_open"
_SPACES = re.compile(r"[^\S\u00a0\u202f]+|(?:\s*\u00a0){2,}\s*")
"""Spaces that are one, and rows of those that do not break, which hold a place open."""
BREAK = "\n"
"""Where a line is meant to end."""
BREAK_SIGN = "\N{LINE SEPARATOR}"
"""The sign by which a text that is read says so in the midst of a line."""
LINK = "where a link leads"
_ADDRESS = re.compile(r"(?:https?://[^/\s]|mailto:[^@\s]+@)", re.IGNORECASE)


class Entry(NamedTuple):
    """An entry of a list, with the code under it and the entries below it; a numbered one has its `number`.

    Paragraphs that follow on code are among this, in their order.
    """

    text: str
    entries: tuple[Entry, ...]
    number: int | None = None
    code: tuple[Piece, ...] = ()

    def moved(self, lines: int) -> Entry:
        """The entry with all under it so many lines further down."""
        code = tuple(each.moved(lines) for each in self.code)
        return self._replace(entries=tuple(each.moved(lines) for each in self.entries), code=code)


class Piece(NamedTuple):
    """One piece, on its `line` of the text, from 0.

    `text` is inline markup; of code what it says, of a picture its alternative text, of an equation its LaTeX. `level`
    is a heading's; `info` is what code is written in, or a picture's address, and `caption` a picture's title or a
    table's. `at_end` says which columns of a table stand at their end. `lost` is what texts here have not, such as
    addresses that lead nowhere on a slide. A picture is `amid` a list whose words go on after it.
    """

    kind: PieceKind
    line: int
    text: str = ""
    level: int = 0
    info: str = ""
    entries: tuple[Entry, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    lost: tuple[str, ...] = ()
    caption: str = ""
    at_end: tuple[bool, ...] = ()
    amid: bool = False

    def moved(self, lines: int) -> Piece:
        """The piece with all in it so many lines further down."""
        return self._replace(line=self.line + lines, entries=tuple(each.moved(lines) for each in self.entries))


def pieces(text: str, *, breaks: bool = False, links: str = "") -> list[Piece]:
    """The pieces of a text, in order; pictures within a text come after it. Lines end as they stand if it `breaks`.
    `links` has definitions of links (`[name]: address`) that stand elsewhere."""
    known: dict[str, Any] = {}
    if links:
        _parser().parse(links, known)
    return _Reader(_parser().parse(text, known), breaks).read()


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


class _Reader:
    def __init__(self, tokens: Sequence[Token], breaks: bool) -> None:
        self._tokens, self._at, self._breaks = tokens, 0, breaks
        self._line = 0
        self._pictures: list[Piece] = []
        self._lost: list[str] = []

    def read(self) -> list[Piece]:
        found: list[Piece] = []
        while self._at < len(self._tokens):
            token = self._next()
            self._line = token.map[0] if token.map else self._line
            self._pictures, self._lost = [], []
            piece = self._piece(token)
            if piece:
                found.append(piece._replace(lost=tuple(self._lost)))
            elif self._pictures:
                self._pictures[0] = self._pictures[0]._replace(lost=tuple(self._lost))
            found += self._pictures
        return found

    def _piece(self, token: Token) -> Piece | None:
        line = self._line
        match token.type:
            case "heading_open":
                text = self._inline(self._next())
                return Piece("heading", line, text, level=int(token.tag[1])) if text else None
            case "paragraph_open":
                text = self._inline(self._next())
                return Piece("paragraph", line, text) if text else None
            case "bullet_list_open" | "ordered_list_open":
                entries = self._entries(token)
                return Piece("list", line, entries=entries) if entries else None
            case "blockquote_open":
                text = "\n\n".join(self._texts("blockquote_close"))
                return Piece("quote", line, text) if text else None
            case "fence" | "code_block":
                return Piece("code", line, token.content.rstrip("\n"), info=token.info.strip())
            case "table_open":
                rows, at_end = self._rows()
                return Piece("table", line, rows=rows, at_end=at_end)
        return None

    def _entries(self, opening: Token) -> tuple[Entry, ...]:
        found: list[Entry] = []
        number = int(opening.attrs.get("start", 1)) if opening.type.startswith("ordered") else None
        texts: list[str] = []
        listings: list[Piece] = []
        below: tuple[Entry, ...] = ()
        while self._at < len(self._tokens):
            token = self._next()
            match token.type:
                case "list_item_open":
                    texts, listings, below = [], [], ()
                case "list_item_close":
                    found.append(Entry(BREAK.join(filter(None, texts)), below, number, tuple(listings)))
                    number = None if number is None else number + 1
                case "bullet_list_open" | "ordered_list_open":
                    below += self._entries(token)
                case "bullet_list_close" | "ordered_list_close":
                    break
                case "inline" if listings:
                    text, line = self._in_entry(token), token.map[0] if token.map else self._line
                    listings += [Piece("paragraph", line, text)] if text else []
                case "inline":
                    texts.append(self._in_entry(token))
                case "fence" | "code_block":
                    self._go_on()
                    line = token.map[0] if token.map else self._line
                    listings.append(Piece("code", line, token.content.rstrip("\n"), info=token.info.strip()))
        return tuple(entry for entry in found if entry.text or entry.entries or entry.code)

    def _in_entry(self, token: Token) -> str:
        before, self._pictures = self._pictures, []
        text = self._inline(token)
        own, self._pictures = self._pictures, before
        if text:
            self._go_on()
        self._pictures += own
        return text

    def _go_on(self) -> None:
        """More of a list comes after the pictures that it had so far."""
        self._pictures = [each._replace(amid=True) for each in self._pictures]

    def _texts(self, end: str) -> list[str]:
        found: list[str] = []
        depth = 1
        while self._at < len(self._tokens) and depth:
            token = self._next()
            depth += (token.type == end.replace("_close", _OPENS)) - (token.type == end)
            if token.type == "inline" and (text := self._inline(token)):
                found.append(text)
        return found

    def _rows(self) -> tuple[tuple[tuple[str, ...], ...], tuple[bool, ...]]:
        rows: list[list[str]] = []
        at_end: list[bool] = []
        style = ""
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "th_open":
                style = str(token.attrs.get("style", ""))
                at_end.append(style == "text-align:right")
            elif token.type == "inline":
                rows[-1].append(self._inline(token))
                if len(rows) == 1 and style == "text-align:center":
                    number, said = len(rows[0]), rows[0][-1]
                    self._lost.append(f"that a column of a table is centred: {said[:60] or f'the {number}. one'}")
        return tuple(map(tuple, rows)), tuple(at_end)

    def _next(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _inline(self, token: Token) -> str:
        """The text as markup here; its pictures are taken out."""
        stretches: list[Stretch] = []
        bold = italic = struck = 0
        link: str | None = None
        after_picture = False
        for each in token.children or ():
            text, verbatim = each.content, False
            match each.type:
                case "strong_open" | "strong_close":
                    bold += each.nesting
                    continue
                case "em_open" | "em_close":
                    italic += each.nesting
                    continue
                case "s_open" | "s_close":
                    struck += each.nesting
                    continue
                case "link_open":
                    link = self._target(str(each.attrs.get("href", "")))
                    if said := str(each.attrs.get("title", "")):
                        self._lost.append(f"what a link says where it is pointed at: {said[:60]}")
                    continue
                case "link_close":
                    link = None
                    continue
                case "image":
                    address = str(each.attrs.get("src", ""))
                    caption = str(each.attrs.get("title", ""))
                    self._pictures.append(Piece("picture", self._line, each.content, info=address, caption=caption))
                    after_picture = True
                    if link:
                        self._lost.append(f"{LINK}: {link}")
                    continue
                case "softbreak":
                    text = BREAK if self._breaks else " "
                case "hardbreak":
                    text = BREAK
                case "code_inline":
                    text, verbatim = code(each.content), True
                case "text":
                    if after_picture:
                        text = _ATTRIBUTES.sub("", text, count=1) if text.startswith("{") else text
                case _:
                    continue
            after_picture = False
            if struck and text.strip():
                self._lost.append(f"the line through words: {text.strip()[:60]}")
            # What HTML breaks stands there as this sign.
            for part in re.split(f"({BREAK_SIGN})", text) if not verbatim else [text]:
                if part:
                    part = BREAK if part == BREAK_SIGN else part
                    stretches.append(Stretch(part, bold > 0, italic > 0, link, verbatim))
        # Pandoc breaks the line at a backslash that ends a paragraph, too: nothing follows.
        if stretches and not stretches[-1].verbatim:
            stretches[-1] = stretches[-1].with_text(re.sub(r"(?<!\\)\\$", "", stretches[-1].text))
        parts = [list(each) for ends, each in groupby(stretches, lambda each: each.text == BREAK) if not ends]
        return "\n".join(filter(None, map(_markup, parts)))

    def _target(self, address: str) -> str | None:
        if _ADDRESS.match(address) and not re.search(r"\s", address):
            return re.sub("[()<>]", lambda sign: f"%{ord(sign[0]):02X}", address)
        if address:
            self._lost.append(f"{LINK}: {address}")
        return None


def _markup(stretches: Sequence[Stretch]) -> str:
    if not "".join(each.text for each in stretches).strip():
        return ""
    fitting = (each for each in ways(stretches) if says(each, stretches))
    plain = "".join(each.text if each.verbatim else strictly(each.text) for each in stretches)
    return _SPACES.sub(" ", next(fitting, plain)).strip()
