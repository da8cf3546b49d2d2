"""One slide of a deck in Markdown, as Marp, Slidev, Pandoc and Quarto have it → its title, its pieces, its notes.

Notes are comments in the first two, and blocks `::: notes` in the others; columns are `::right::` in Slidev, and blocks
`::: columns` in Pandoc and Quarto.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from deck.ground.dataclass import dataclass
from deck.markup.pieces import Entry, Piece, pieces
from deck.starting.flowchart import MERMAID, flowchart, is_drawn
from deck.starting.markdown_attributes import attributes
from deck.starting.markdown_chunks import Chunks, results_in, without_results
from deck.starting.markdown_code import as_listing
from deck.starting.markdown_comments import Unseen
from deck.starting.markdown_divs import divided
from deck.starting.markdown_equations import as_code, as_equation, steps_in
from deck.starting.markdown_footnotes import with_numbers
from deck.starting.markdown_html import CLICKS, TAG, html_as_markdown, instead_of, tidied, told_of, without_tag
from deck.starting.markdown_inline import WRITTEN, as_words, not_as_it_was, picture_with_attributes
from deck.starting.markdown_latex import LATEX_BLOCK, LATEX_LINE, as_markdown
from deck.starting.markdown_lines import HEADING, SETTING, numbered_lines
from deck.starting.markdown_settings import RUNNING, told_of_slide
from deck.starting.markdown_spans import plain_spans
from deck.starting.telling import Otherwise, Told, shortly

_ATTRIBUTES = re.compile(r"[ \t]*\{([^{}\n]*)\}[ \t]*$")
_FORMULA = re.compile(r"^[ \t]*\$\$.*?\$\$[ \t]*$", re.DOTALL | re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{[<%].*?[>%]\}\}", re.DOTALL)
_ALERT = re.compile(r"\\?\[!(\w+)\\?\]\s*")
_ALERTS = {
    **dict.fromkeys(("note", "tip", "info"), "NOTE"),
    **dict.fromkeys(("warning", "important", "caution"), "WARNING"),
}
_APPEARING = re.compile(r"[ \t]*(?:\*|\d{1,9}\))[ \t]+\S")
"""An entry of a list that Marp shows with a click."""
_AFTER_CODE = re.compile(r"\{(?:[.#=]|[\w-]+=)[^{}\n]*\}")
_SNIPPET = re.compile(r"^[ \t]*<<<[ \t]+\S.*$", re.MULTILINE)
_CODE = re.compile(r"(`+)(?:.+?)\1(?!`)", re.DOTALL)
_DIRECTIVES = frozenset(
    {"theme", "class", "paginate", "header", "footer", "size", "style", "math", "marp", "color", "headingdivider"}
    | {"backgroundcolor", "backgroundimage", "backgroundposition", "backgroundrepeat", "backgroundsize", "author"}
    | {"title", "description", "url", "image", "lang", "fit"}
)


@dataclass(slots=True)
class ForeignSlide:
    """One slide: what it is told by `settings`, its heading's `level` and `title`, its pieces, perhaps in columns.

    Its `footnotes` are markup, each with its number; a footer of its own has none.
    """

    line: int
    settings: dict[str, str] = field(default_factory=dict)
    level: int = 0
    title: str = ""
    columns: list[list[Piece]] = field(default_factory=lambda: [[]])
    notes: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    reveals: bool = False

    @property
    def pieces(self) -> list[Piece]:
        """All its pieces, column after column."""
        return [piece for column in self.columns for piece in column]


class SlideReader:
    """Reads the slides of one deck, and keeps what of them cannot be taken over, each with its line."""

    def __init__(
        self, by_headings: bool, chunks: Chunks, footnotes: Mapping[str, str], *, of_marp: bool = False
    ) -> None:
        self._by_headings, self._chunks, self._footnotes, self._of_marp = by_headings, chunks, footnotes, of_marp
        self._tags: dict[str, tuple[int, int]] = {}
        self._commands: dict[str, tuple[int, int]] = {}
        self.left_out: list[Told] = []
        self.running: dict[str, Told] = {}

    def tags(self) -> Iterator[Told]:
        """What sets the look of words that stay, in HTML and LaTeX: where each is first, and how often."""
        return told_of(self._tags, self._commands)

    def _tell(self, line: int, what: str) -> None:
        self.left_out.append((line, what))

    def slide(
        self, first: int, settings: dict[str, str], lines: list[str], unseen: Sequence[Unseen] = ()
    ) -> ForeignSlide:
        """The slide of these lines, with what is not seen in it."""
        slide = ForeignSlide(first + 1, settings)
        for each in unseen:
            self._heed(each, slide)
        found = divided(lines, slide.line, self._tell)
        if self._of_marp and any(
            _APPEARING.match(line) for _, line, in_code in numbered_lines(lines, 0) if not in_code
        ):
            slide.reveals = True
        slide.notes += found.notes
        slide.reveals = slide.reveals or found.reveals
        for number, (start, part) in enumerate(found.texts()):
            clean = self._outside_code(part, lambda each, line: self._without_tags(each, line, slide), start)
            own = [piece.moved(start + 1) for piece in pieces(clean, breaks=self._of_marp)]
            if self._by_headings:
                own = list(_with_captions(own))
            own = [piece for each in own for piece in self._as_shown(each)]
            if number == 0:
                slide.columns = [own]
            else:
                slide.columns.append(own)
        self._take_title(slide)
        slide.columns = [column for column in slide.columns if column] or [[]]
        slide.footnotes = [inline_markup(each, slide.line, self._tell) for each in (*slide.footnotes, *found.footers)]
        for piece in slide.pieces:
            self.left_out += ((piece.line, each) for each in piece.lost)
        self.left_out += told_of_slide(slide.settings, slide.line)
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
            self.left_out.append((piece.line, Otherwise(f"{WRITTEN}: {shortly(piece.text)}")))
        if piece.kind == "quote" and (alert := _ALERT.match(piece.text)):
            yield piece._replace(text=piece.text[alert.end() :], info=_ALERTS.get(alert[1].lower(), "NOTE"))
        elif piece.kind == "list":
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
            self.left_out.append((piece.line, f"a diagram that is no plain flowchart: {shortly(piece.text)}"))

    def _entry(self, entry: Entry) -> Entry:
        """An entry of a list, with the code under it as it is shown."""
        code = (shown for each in entry.code for shown in self._as_shown(each))
        return entry._replace(entries=tuple(map(self._entry, entry.entries)), code=tuple(code))

    def _heed(self, unseen: Unseen, slide: ForeignSlide) -> None:
        """What is not seen, as settings of its slide or notes for its speaker; all else is told."""
        said, line = unseen.text, unseen.line + 1
        if not unseen.is_comment:
            self.left_out.append((line, f"the look of a page: {shortly(said)}"))
            return
        if not unseen.ends:
            self.left_out.append((line, f"all from here on, a comment that does not end: {shortly(said)}"))
        if directives := _directives(said):
            self._obey(directives, line, slide)
        elif said.strip() and self._by_headings:
            self.left_out.append((line, f"a comment: {shortly(said)}"))
        elif said.strip():
            slide.notes.append(said)

    def _obey(self, directives: Mapping[str, str], line: int, slide: ForeignSlide) -> None:
        """Marp's directives, as settings of the slide; what stands at the edges of all slides is one for all."""
        for given, value in directives.items():
            name = given.strip("_$").lower()
            if name in RUNNING and given[0] != "_" and self.running.setdefault(name, (line, value))[1] == value:
                continue
            if name in RUNNING and value:
                self._tell(line, f"a {name} of single slides: {shortly(value)}")
            elif name in ("class", "backgroundimage", "transition"):
                slide.settings[name] = value
            elif name not in RUNNING:
                self.left_out += (
                    (line, what.replace(name, given, 1)) for _, what in told_of_slide({name: value}, line)
                )

    def _emptied(self, pattern: re.Pattern[str], what: str, text: str, first: int) -> str:
        """The text without what matches, which is told."""

        def told(match: re.Match[str]) -> str:
            line = first + text.count("\n", 0, match.start()) + 1
            self.left_out.append((line, f"{what}: {shortly(match[0])}"))
            return "\n" * match[0].count("\n")

        return pattern.sub(told, text)

    def _at_line(self, text: str, first: int) -> Callable[[int, str], None]:
        """Tells of a place of this text, whose first line is `first`, from 0."""
        return lambda at, what: self._tell(first + text.count("\n", 0, at) + 1, what)

    def _without_tags(self, text: str, first: int, slide: ForeignSlide) -> str:
        """HTML as Markdown where there is a way to say it, and without it elsewhere."""
        for at, steps in steps_in(text):
            self.left_out.append((first + text.count("\n", 0, at) + 1, f"the steps of a formula: {steps}"))
        text = as_code(text)
        text = self._emptied(_FORMULA, "a formula", text, first)
        at_line = self._at_line(text, first)
        text = with_numbers(text, self._footnotes, slide.footnotes, at_line)
        if self._by_headings:
            text = self._without_latex(text, first, slide)
        text = self._emptied(_SHORTCODE, "what another program puts in", text, first)
        text = self._emptied(_SNIPPET, "code of another file", text, first)

        text = html_as_markdown(text)

        def tag(match: re.Match[str], line: int) -> str:
            slide.reveals = slide.reveals or bool(CLICKS.search(f" {match[1]} {match[2]}"))
            if (made := without_tag(match)) is not None:
                return made
            _count(self._tags, match[1], line)
            return instead_of(match)

        def plainly(part: str, line: int) -> str:
            told = self._at_line(part, line)
            for at, what in not_as_it_was(part):
                told(at, what)
            part = picture_with_attributes(as_words(part))

            def clean(some: str, begin: int) -> str:
                some = plain_spans(some, lambda at, what: told(begin + at, what), pandoc=self._by_headings)
                return TAG.sub(lambda match: tag(match, line + 1 + part.count("\n", 0, begin + match.start())), some)

            made, end = "", 0
            for code in _CODE.finditer(part):
                made += clean(part[end : code.start()], end) + code[0]
                end = code.end()
            return made + clean(part[end:], end)

        if self._by_headings:
            self.left_out += (
                (first + at + 1, f"what code in a text gives: {shortly(code)}") for at, code in results_in(text)
            )
            text = without_results(text)
        made, end = "", 0
        for code in _CODE.finditer(text):
            made += plainly(text[end : code.start()], first + text.count("\n", 0, end)) + code[0]
            after = _AFTER_CODE.match(text, code.end())
            end = after.end() if after else code.end()
        made += plainly(text[end:], first + text.count("\n", 0, end))
        rows = []
        for row in tidied(made).split("\n"):
            heading = HEADING.match(row)
            said = _ATTRIBUTES.search(row) if heading else None
            if said:
                slide.settings |= {name.lower(): value for name, value in attributes(said[1])}
                row = row[: said.start()]
            rows.append(row)
        return "\n".join(rows)

    def _without_latex(self, text: str, first: int, slide: ForeignSlide) -> str:
        """The text without what only LaTeX sets; what it makes bold, for example, is so in Markdown."""
        text = self._emptied(LATEX_BLOCK, "what only LaTeX shows", text, first)

        def command(match: re.Match[str]) -> str:
            line = first + text.count("\n", 0, match.start()) + 1
            slide.reveals = slide.reveals or "\\pause" in match[0]
            for name in re.findall(r"\\([A-Za-z]+)", match[0])[:1]:
                _count(self._commands, name, line)
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


def _with_captions(own: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces; the words of a picture that stands alone are its caption, as Pandoc has it."""
    for piece in own:
        alone = sum(each.line == piece.line for each in own) == 1
        yield piece._replace(caption=piece.text) if piece.kind == "picture" and alone and not piece.caption else piece


def _count(found: dict[str, tuple[int, int]], name: str, line: int) -> None:
    first, times = found.get(name, (line, 0))
    found[name] = (first, times + 1)


def inline_markup(text: str, line: int, tell: Callable[[int, str], None]) -> str:
    """The words of a text as inline markup; what is no words goes to `tell`."""
    found = pieces(text)
    for piece in found:
        for what in piece.lost:
            tell(line, what)
        if piece.kind in ("picture", "code", "table"):
            tell(line, f"a {piece.kind} beside a slide's text: {shortly(piece.info or piece.text)}")
    words = (
        " ".join([piece.text, *(entry.text for entry in piece.entries)]) for piece in found if piece.kind != "picture"
    )
    return " ".join(" ".join(words).split())


def _directives(text: str) -> dict[str, str]:
    """A comment's directives, as Marp has them, as they are written; none where it says something else."""
    rows = [row for row in text.split("\n") if row.strip()]
    named = [row.partition(":") for row in rows if SETTING.match(row) and not row[:1].isspace()]
    known = [name.strip(" _$").lower() in _DIRECTIVES for name, _, _ in named]
    if not any(known) or any(row for row in rows if not SETTING.match(row) and not row[:1].isspace()):
        return {}
    return {name.strip(): value.strip().strip("\"'") for name, _, value in named}
