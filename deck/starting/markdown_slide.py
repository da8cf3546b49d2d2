"""One slide of a deck in Markdown, as Marp, Slidev, Pandoc and Quarto have it → its title, its pieces, its notes.

Notes are comments in the first two, and blocks `::: notes` in the others; columns are `::right::` in Slidev, and blocks
`::: columns` in Pandoc and Quarto.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Any

from deck.ground.dataclass import dataclass
from deck.markup.pieces import BREAK_SIGN, Entry, Piece, pieces
from deck.starting.flowchart import MERMAID, flowchart, is_drawn
from deck.starting.markdown_chunks import Chunks, results_in, without_results
from deck.starting.markdown_code import as_listing
from deck.starting.markdown_comments import Unseen
from deck.starting.markdown_equations import as_code, as_equation, steps_in
from deck.starting.markdown_inline import WRITTEN, as_words, not_as_it_was, picture_with_attributes
from deck.starting.markdown_latex import LATEX_BLOCK, LATEX_LINE, as_markdown
from deck.starting.markdown_lines import HEADING, numbered_lines

_ATTRIBUTES = re.compile(r"[ \t]*\{([^{}\n]*)\}[ \t]*$")
_DIV = re.compile(r"[ ]{0,3}:{3,}[ \t]*(.*?)[ \t]*:*$")
_SLOT = re.compile(r"[ ]{0,3}::[ \t]*([\w-]+)[ \t]*::[ \t]*$")
_FORMULA = re.compile(r"^[ \t]*\$\$.*?\$\$[ \t]*$", re.DOTALL | re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{[<%].*?[>%]\}\}", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\](?::.*)?")
_SNIPPET = re.compile(r"^[ \t]*<<<[ \t]+\S.*$", re.MULTILINE)
_CODE = re.compile(r"(`+)(?:.+?)\1(?!`)", re.DOTALL)
_TAG = re.compile(r"</?([A-Za-z][\w-]*(?::[A-Za-z][\w-]*)?)(?=[\s/>])([^<>]*)>")
_SOURCE = re.compile(r"""\b(?:src|href)\s*=\s*["']?([^"'\s>]+)""")
_ALT = re.compile(r"""\balt\s*=\s*["']([^"']*)""")
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}
_CLICKS = frozenset({"v-click", "v-clicks", "v-after"})
_DIRECTIVES = frozenset(
    {"theme", "class", "paginate", "header", "footer", "size", "style", "math", "marp", "color", "headingdivider"}
    | {"backgroundcolor", "backgroundimage", "backgroundposition", "backgroundrepeat", "backgroundsize", "author"}
    | {"title", "description", "url", "image", "lang", "fit"}
)


@dataclass(slots=True)
class ForeignSlide:
    """One slide: what it is told by `settings`, its heading's `level` and `title`, its pieces, perhaps in columns."""

    line: int
    settings: dict[str, str] = field(default_factory=dict)
    level: int = 0
    title: str = ""
    columns: list[list[Piece]] = field(default_factory=lambda: [[]])
    notes: list[str] = field(default_factory=list)
    reveals: bool = False

    @property
    def pieces(self) -> list[Piece]:
        """All its pieces, column after column."""
        return [piece for column in self.columns for piece in column]


class SlideReader:
    """Reads the slides of one deck, and keeps what of them cannot be taken over, each with its line."""

    def __init__(self, by_headings: bool, chunks: Chunks) -> None:
        self._by_headings, self._chunks = by_headings, chunks
        self._tags: dict[str, tuple[int, int]] = {}
        self.left_out: list[tuple[int, str]] = []

    def tags(self) -> Iterator[tuple[int, str]]:
        """What sets the look of words that stay, in HTML and LaTeX: where each is first, and how often."""
        for name, (line, times) in self._tags.items():
            yield line, f"{name}{f', {times} times' if times > 1 else ''}"

    def _count(self, name: str, line: int) -> None:
        first, times = self._tags.get(name, (line, 0))
        self._tags[name] = (first, times + 1)

    def slide(
        self, first: int, settings: dict[str, str], lines: list[str], unseen: Sequence[Unseen] = ()
    ) -> ForeignSlide:
        """The slide of these lines, with what is not seen in it."""
        slide = ForeignSlide(first + 1, settings)
        for each in unseen:
            self._heed(each, slide)
        parts = self._in_columns(lines, slide)
        for number, (start, part) in enumerate(parts):
            clean = self._outside_code(part, lambda each, line: self._without_tags(each, line, slide), start)
            own = [piece.moved(start + 1) for piece in pieces(clean)]
            own = [piece for each in own for piece in self._as_shown(each)]
            if number == 0:
                slide.columns = [own]
            else:
                slide.columns.append(own)
        self._take_title(slide)
        slide.columns = [column for column in slide.columns if column] or [[]]
        for piece in slide.pieces:
            self.left_out += ((piece.line, f"where a link leads: {each}") for each in piece.links)
        return slide

    def _outside_code(self, text: str, change: Any, first: int) -> str:
        """The text, in which what is no code block is changed; it has as many lines as before."""
        changed: list[str] = []
        run: list[str] = []
        begin = 0
        rows = text.split("\n")

        def flush(at: int) -> None:
            if run:
                changed.extend(change("\n".join(run), first + begin).split("\n"))
                run.clear()

        for at, line, in_code in numbered_lines(rows, 0):
            if in_code:
                flush(at)
                changed.append(line)
            else:
                begin = at if not run else begin
                run.append(line)
        flush(len(rows))
        return "\n".join(changed)

    def _as_shown(self, piece: Piece) -> Iterator[Piece]:
        """A piece as its slide shows it; what it does not show is told."""
        was, piece = piece, as_equation(piece)
        if was.kind != piece.kind == "code":
            self.left_out.append((piece.line, f"{WRITTEN}: {_short(piece.text)}"))
        if piece.kind == "list":
            yield piece._replace(entries=tuple(map(self._entry, piece.entries)))
        elif piece.kind != "code":
            yield piece
        elif not is_drawn(piece):
            shown, told = self._chunks.seen(piece)
            for each in [told] * bool(told) + list(as_listing(shown) if shown else ()):
                if isinstance(each, str):
                    self.left_out.append((piece.line, each))
                else:
                    yield each
        elif flowchart(piece.text):
            yield piece._replace(info=MERMAID)
        else:
            self.left_out.append((piece.line, f"a diagram that is no plain flowchart: {_short(piece.text)}"))

    def _entry(self, entry: Entry) -> Entry:
        """An entry of a list, with the code under it as it is shown."""
        code = (shown for each in entry.code for shown in self._as_shown(each))
        return entry._replace(entries=tuple(map(self._entry, entry.entries)), code=tuple(code))

    def _heed(self, unseen: Unseen, slide: ForeignSlide) -> None:
        """What is not seen, as settings of its slide or notes for its speaker; all else is told."""
        said, line = unseen.text, unseen.line + 1
        if not unseen.is_comment:
            self.left_out.append((line, f"the look of a page: {_short(said)}"))
            return
        if not unseen.ends:
            self.left_out.append((line, f"all from here on, a comment that does not end: {_short(said)}"))
        named = [each.partition(":") for each in said.split("\n") if each.strip()]
        names = {name.strip(" _$").lower() for name, colon, _ in named if colon}
        if named and all(colon for _, colon, _ in named) and names & _DIRECTIVES:
            slide.settings |= {name.strip(" _$").lower(): value.strip() for name, _, value in named}
        elif said.strip() and self._by_headings:
            self.left_out.append((line, f"a comment: {_short(said)}"))
        elif said.strip():
            slide.notes.append(said)

    def _emptied(self, pattern: re.Pattern[str], what: str, text: str, first: int) -> str:
        """The text without what matches, which is told."""

        def told(match: re.Match[str]) -> str:
            line = first + text.count("\n", 0, match.start()) + 1
            self.left_out.append((line, f"{what}: {_short(match[0])}"))
            return "\n" * match[0].count("\n")

        return pattern.sub(told, text)

    def _in_columns(self, rows: list[str], slide: ForeignSlide) -> list[tuple[int, str]]:
        """The lines in their columns, each with the number of its first; blocks of notes are taken out."""
        parts: list[tuple[int, list[str]]] = [(slide.line - 1, [])]
        open_divs: list[str] = []
        notes: list[str] | None = None
        for at, line, in_code in numbered_lines(rows, 0):
            number = slide.line - 1 + at
            div, slot = (None, None) if in_code else (_DIV.match(line), _SLOT.match(line))
            if slot and slot[1] in ("left", "right", "default"):
                parts.append((number + 1, []))
            elif div and div[1]:
                named = div[1].strip("{} ").replace(".", " ").split(" ")
                open_divs.append("notes" if "notes" in named else "column" if "column" in named else "")
                slide.reveals = slide.reveals or "incremental" in named
                if open_divs[-1] == "notes":
                    notes = []
                elif open_divs[-1] == "column":
                    parts.append((number + 1, []))
                continue
            elif div:
                if open_divs and open_divs.pop() == "notes" and notes is not None:
                    slide.notes.append("\n".join(notes).strip())
                    notes = None
                elif not any(open_divs) and len(parts) > 1:
                    parts.append((number + 1, []))
                continue
            elif notes is not None:
                notes.append(line)
                continue
            elif not in_code and line.replace(" ", "") == "...":
                slide.reveals = True
                line = ""
            if slot:
                continue
            start, own = parts[-1]
            own += [""] * (number - start - len(own)) + [line]
        return [(start, "\n".join(own)) for start, own in parts]

    def _without_tags(self, text: str, first: int, slide: ForeignSlide) -> str:
        """HTML as Markdown where there is a way to say it, and without it elsewhere."""
        for at, steps in steps_in(text):
            self.left_out.append((first + text.count("\n", 0, at) + 1, f"the steps of a formula: {steps}"))
        text = as_code(text)
        text = self._emptied(_FORMULA, "a formula", text, first)
        if self._by_headings:
            text = self._without_latex(text, first, slide)
        text = self._emptied(_SHORTCODE, "what another program puts in", text, first)
        text = self._emptied(_FOOTNOTE, "a footnote", text, first)
        text = self._emptied(_SNIPPET, "code of another file", text, first)

        def tag(match: re.Match[str]) -> str:
            name, rest = match[1].lower(), match[2]
            if name in _CLICKS:
                slide.reveals = True
                return ""
            if name in _MARKS:
                return _MARKS[name]
            if name == "img" and (source := _SOURCE.search(rest)):
                alt = _ALT.search(rest)
                return f"![{alt[1] if alt else ''}]({source[1]})"
            if name == "br":
                return BREAK_SIGN
            self._count(f"HTML: <{name}>", first + text.count("\n", 0, match.start()) + 1)
            return ""

        def plainly(part: str, begin: int) -> str:
            for at, told in not_as_it_was(part):
                self.left_out.append((first + text.count("\n", 0, begin + at) + 1, told))
            return _TAG.sub(tag, picture_with_attributes(as_words(part)))

        if self._by_headings:
            self.left_out += (
                (first + at + 1, f"what code in a text gives: {_short(code)}") for at, code in results_in(text)
            )
            text = without_results(text)
        made, end = "", 0
        for code in _CODE.finditer(text):
            made += plainly(text[end : code.start()], end) + code[0]
            end = code.end()
        made += plainly(text[end:], end)
        rows = []
        for row in made.split("\n"):
            heading = HEADING.match(row)
            attributes = _ATTRIBUTES.search(row) if heading else None
            if attributes:
                slide.settings |= {name.lower(): value for name, value in _attributes(attributes[1])}
                row = row[: attributes.start()]
            rows.append(row)
        return "\n".join(rows)

    def _without_latex(self, text: str, first: int, slide: ForeignSlide) -> str:
        """The text without what only LaTeX sets; what it makes bold, for example, is so in Markdown."""
        text = self._emptied(LATEX_BLOCK, "what only LaTeX shows", text, first)

        def command(match: re.Match[str]) -> str:
            line = first + text.count("\n", 0, match.start()) + 1
            slide.reveals = slide.reveals or "\\pause" in match[0]
            for name in re.findall(r"\\([A-Za-z]+)", match[0])[:1]:
                self._count(f"LaTeX: \\{name}", line)
            return ""

        return as_markdown(LATEX_LINE.sub(command, text))

    def _take_title(self, slide: ForeignSlide) -> None:
        for column in slide.columns:
            for at, piece in enumerate(column):
                if piece.kind == "heading":
                    slide.title, slide.level = piece.text, piece.level
                    del column[at]
                    return
                if piece.kind != "picture":
                    break


def _short(text: str) -> str:
    words = " ".join(text.split())
    return f"{words[:50]}…" if len(words) > 50 else words


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for match in re.finditer(r"""([#.]?[\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?""", text):
        name = match[1]
        value = next((each for each in match.groups()[1:] if each is not None), "")
        yield ("id", name[1:]) if name.startswith("#") else (name.lstrip("."), value)
