"""A text in Markdown → its blocks: paragraphs, headings, lists, callouts, code, pictures, tables, a remark.

CommonMark's blocks, but for indented code, underlined headings and HTML. A callout is a quotation that begins with
`[!NOTE]` or `[!WARNING]`; what follows the last rule (`---`) is the remark. Code stands between fences; after the first
one come its language, and the lines that are highlighted: `python {2,4-5}`. Pictures stand in a paragraph of their own:
`![What it shows](file.png "A caption")`. Tables are those of GitHub's Markdown. Equations in
LaTeX stand between two dollar signs, in lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from markdown_it import MarkdownIt

from deck.fields.findings import Finding
from deck.ground.diagnostics import Severity
from deck.markup.equation_rule import with_equations
from deck.markup.unclosed import Mistake, unclosed

if TYPE_CHECKING:
    from markdown_it.token import Token

BlockKind: TypeAlias = Literal[
    "paragraph", "heading", "entry", "note", "warning", "quote", "remark", "code", "picture", "table", "equation"
]

OBJECTS = frozenset(("code", "picture", "table", "equation"))
"""The kinds of blocks that are more than words."""
_RULES = ("table", "paragraph", "heading", "list", "blockquote", "hr", "fence")
_MOST_LEVELS = 3
_CALLOUT = re.compile(r"\[!(\w+)\][ \t]*(?:\n|$)", re.IGNORECASE)
_CALLOUTS: dict[str, BlockKind] = {
    **dict.fromkeys(("note", "tip", "info"), "note"),
    **dict.fromkeys(("warning", "important", "caution"), "warning"),
}
_LANGUAGE = re.compile(r"\{?[.]?([^\s{}.,]+)")
_HIGHLIGHT = re.compile(r"\{([\d\s,–-]+)\}")
_PICTURE = re.compile(
    r"!\[(?P<words>(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]\("
    r"(?:<(?P<spaced>[^<>\n]*)>|(?P<file>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*))(?:\s+\"(?P<caption>[^\"]*)\")?\s*\)\s*"
)
_CODE = re.compile(r"(`+).+?\1", re.DOTALL)
_INLINE_EQUATION = re.compile(r"(?<![\w$\\])\$\$(?=[^$])[^$]*[^$\\]\$\$(?![\w$])")
_IDENTIFIER = re.compile(r"[ \t]*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}[ \t]*\Z")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)\n[ \t]*")
_SOFT_BREAK = re.compile(r"[ \t]*\n[ \t]*")


class Block(NamedTuple):
    """One block: its `text` as inline markup, and the `id` that was written for it, if any.

    Of an equation the `text` is its LaTeX; of code what it says, `language` what it is written in, and `highlight`
    which lines are highlighted.
    Of a picture it is its caption, `file` where it is, and `description` what it shows. Of a table there are its
    `rows`, the first of them its columns' headings, and for each column whether its cells stand at the end, as written.

    Entries of lists have a `level` from 1, and so do further paragraphs in them; a numbered one its `number`. `line` is
    the line of the text on which its words begin, and `end` the one on which they end, from 0.
    """

    kind: BlockKind
    text: str
    line: int
    end: int
    level: int = 0
    number: int | None = None
    id: str | None = None
    language: str | None = None
    highlight: str | None = None
    file: str | None = None
    description: str | None = None
    rows: tuple[Row, ...] = ()
    ends: tuple[bool | None, ...] = ()


class Row(NamedTuple):
    """A row of a table: the line on which it stands, and its cells as inline markup."""

    line: int
    cells: tuple[str, ...]


def blocks(markup: str) -> tuple[list[Block], list[Mistake]]:
    """The blocks of a text, in order, and what in it is none."""
    # A last line that ends is as any other: so it is seen whether code is closed.
    reader = _Reader(_parser().parse(f"{markup}\n"))
    reader.read()
    found = reader.blocks
    rules = [at for at, each in enumerate(found) if each is None]
    last = rules[-1] if rules else len(found)
    # What is more than words is no remark, nor is what stands with it.
    if rules and (not any(found[last:]) or any(each and each.kind in OBJECTS for each in found[last:])):
        last = len(found)
    shown = [each._replace(kind="remark") if at > last else each for at, each in enumerate(found) if each]
    return shown, reader.mistakes


@cache
def _parser() -> MarkdownIt:
    return with_equations(MarkdownIt("zero").enable(list(_RULES)))


class _Reader:
    """Walks through the tokens. A rule is None among the `blocks`."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._lists: list[int | None] = []
        self._entry: int | None = None
        self._begins = False
        self._quoted: BlockKind | None = None
        self._heading = False
        self.blocks: list[Block | None] = []
        self.mistakes: list[Mistake] = list(unclosed(tokens))

    def read(self) -> None:
        table: list[Token] | None = None
        for token in self._tokens:
            if table is not None:
                table.append(token)
                if token.type == "table_close":
                    self._table(table[0], table[1:])
                    table = None
                continue
            match token.type:
                case "table_open":
                    table = [token]
                case "bullet_list_open":
                    self._lists.append(None)
                case "ordered_list_open":
                    self._lists.append(int(token.attrs.get("start", 1)))
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "list_item_open":
                    self._begins = True
                case "list_item_close":
                    if self._lists and self._lists[-1] is not None:
                        self._lists[-1] += 1
                case "blockquote_open":
                    self._quoted = "quote"
                case "blockquote_close":
                    self._quoted = None
                case "heading_open":
                    self._heading = True
                case "heading_close":
                    self._heading = False
                case "hr":
                    self.blocks.append(None)
                case "fence":
                    self._code(token)
                case "equation":
                    self._equation(token)
                case "inline":
                    self._inline(token)

    def _inline(self, token: Token) -> None:
        first, end = token.map or (0, 1)
        words, kind = token.content, self._kind()
        if self._quoted and (named := _CALLOUT.match(words)):
            self._quoted = kind = _CALLOUTS.get(named[1].lower(), "note")
            words, first = words[named.end() :], first + 1
        if len(self._lists) > _MOST_LEVELS:
            self._refuse("a list goes down three levels", "put what stands below on a slide of its own", token)
        if self._quoted and self._lists:
            self._refuse("a callout has no list in it", "write it before or after the callout", token)
        if equation := _INLINE_EQUATION.search(_CODE.sub("\0", words)):
            message, hint = (
                "an equation stands alone on its lines",
                "write it between blank lines, without words beside it",
            )
            excerpt = equation[0].split("\n")[0]
            self.mistakes.append(Mistake(first, Finding("unknown-markup", message, hint, excerpt, Severity.WARNING)))
        identifier = _IDENTIFIER.search(words)
        words = words[: identifier.start()] if identifier else words
        number = self._lists[-1] if self._lists and self._begins else None
        if self._lists and not self._begins:
            kind = "paragraph"
        self._begins = False
        level = len(self._lists)
        name = identifier[1] if identifier else None
        if pictures := _pictures(words):
            if self._quoted:
                self._refuse("a callout has no picture in it", "write it before or after the callout", token)
            block = Block("picture", "", first, end - 1, level)
            for at, (text, file, description) in enumerate(pictures):
                own = None if at else name
                self.blocks.append(block._replace(text=text, file=file, description=description, id=own))
        elif words.strip():
            self.blocks.append(Block(kind, _flowing(words.strip()), first, end - 1, level, number, name))

    def _table(self, opening: Token, inside: Sequence[Token]) -> None:
        if self._quoted:
            self._refuse("a callout has no table in it", "write it before or after the callout", opening)
        first, end = opening.map or (0, 1)
        rows: list[Row] = []
        ends: list[bool | None] = []
        for token in inside:
            if token.type == "tr_open":
                rows.append(Row((token.map or (first, end))[0], ()))
            elif token.type == "th_open":
                ends.append({"text-align:right": True, "text-align:left": False}.get(str(token.attrs.get("style"))))
            elif token.type == "inline":
                rows[-1] = rows[-1]._replace(cells=(*rows[-1].cells, token.content.strip()))
        block = Block("table", "", first, end - 1, len(self._lists), rows=tuple(rows), ends=tuple(ends))
        self.blocks.append(block)

    def _code(self, token: Token) -> None:
        if self._quoted:
            self._refuse("a callout has no code in it", "write it before or after the callout", token)
        first, end = token.map or (0, 1)
        language, highlight = _LANGUAGE.match(token.info.strip()), _HIGHLIGHT.search(token.info)
        if language and highlight and language.start() >= highlight.start():
            language = None
        if token.content.strip():
            block = Block("code", token.content, first, end - 1, len(self._lists))
            named = language[1].lower() if language else None
            lit = highlight[1].strip() if highlight else None
            self.blocks.append(block._replace(language=named, highlight=lit))

    def _equation(self, token: Token) -> None:
        if self._quoted:
            self._refuse("a callout has no equation in it", "write it before or after the callout", token)
        first, end = token.map or (0, 1)
        if token.content.strip():
            self.blocks.append(Block("equation", token.content.strip(), first, end - 1, len(self._lists)))

    def _kind(self) -> BlockKind:
        if self._quoted:
            return self._quoted
        if self._heading:
            return "heading"
        return "entry" if self._lists else "paragraph"

    def _refuse(self, message: str, hint: str, token: Token) -> None:
        excerpt = token.content.strip().split("\n")[0]
        line = (token.map or (0, 0))[0]
        self.mistakes.append(Mistake(line, Finding("unknown-markup", message, hint, excerpt, Severity.ERROR)))


def _pictures(words: str) -> list[tuple[str, str, str]]:
    """The caption, the file and the description of each picture of a paragraph that is only pictures; else nothing."""
    found, at = [], 0
    while match := _PICTURE.match(words, at):
        caption, described = (" ".join((match[name] or "").split()) for name in ("caption", "words"))
        found.append((caption, match["spaced"] or match["file"] or "", described))
        at = match.end()
    return found if at == len(words) else []


def _flowing(words: str) -> str:
    """The words on one line, but for breaks that are meant: two spaces, or a backslash, at a line's end."""
    from deck.nodes import folding

    parts = [folding.folded(_SOFT_BREAK.sub(" ", part), part) for part in _HARD_BREAK.split(words)]
    return "\n".join(parts)
