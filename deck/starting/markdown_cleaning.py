"""A text of another program's slides → CommonMark; what it has besides becomes settings of its slide, or is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field

from deck.ground.dataclass import dataclass
from deck.markup.pieces import LINK, pieces
from deck.starting.markdown_attributes import attributes
from deck.starting.markdown_chunks import results_in, without_results
from deck.starting.markdown_equations import as_code, steps_in
from deck.starting.markdown_footnotes import Footnotes, with_numbers
from deck.starting.markdown_html import (
    CLICKS,
    TAG,
    embedded,
    html_as_markdown,
    instead_of,
    tidied,
    told_of,
    without_tag,
)
from deck.starting.markdown_inline import as_words, not_as_it_was, picture_with_attributes
from deck.starting.markdown_latex import LATEX_BLOCK, LATEX_LINE, as_markdown
from deck.starting.markdown_lines import HEADING, numbered_lines
from deck.starting.markdown_spans import plain_spans
from deck.starting.telling import Told, shortly

_ATTRIBUTES = re.compile(r"[ \t]*\{([^{}\n]*)\}[ \t]*$")
_FORMULA = re.compile(r"^[ \t]*\$\$.*?\$\$[ \t]*$", re.DOTALL | re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{[<%].*?[>%]\}\}|\{\{\s*\$[^{}]*\}\}", re.DOTALL)
"""What Quarto, Hugo and Slidev put in."""
_SNIPPET = re.compile(r"^[ \t]*<<<[ \t]+\S.*$", re.MULTILINE)
_CODE = re.compile(r"(`+)(?:.+?)\1(?!`)", re.DOTALL)
_AFTER_CODE = re.compile(r"\{(?:[.#=]|[\w-]+=)[^{}\n]*\}")
_KEY = re.compile(r"\{\{<[ \t]*kbd[ \t]+([^<>=]*?)(?:[ \t]+\w+=[^<>]*)?[ \t]*>\}\}")


@dataclass(slots=True)
class Beside:
    """What a text says of its slide: settings, footnotes, and whether its parts appear one by one."""

    settings: dict[str, str] = field(default_factory=dict)
    footnotes: Footnotes = field(default_factory=Footnotes)
    reveals: bool = False


class TextCleaner:
    """Cleans the texts of one deck; what of them is lost goes to `tell`, with its line."""

    def __init__(self, by_headings: bool, footnotes: Mapping[str, str], tell: Callable[[int, str], None]) -> None:
        self._by_headings, self._footnotes, self._tell = by_headings, footnotes, tell
        self._tags: dict[str, tuple[int, int]] = {}
        self._commands: dict[str, tuple[int, int]] = {}

    def tags(self) -> Iterator[Told]:
        """What sets the look of words that stay, in HTML and LaTeX: where each is first, and how often."""
        return told_of(self._tags, self._commands)

    def clean(self, text: str, first: int, beside: Beside) -> str:
        """The text as CommonMark, whose first line is `first`, from 0; it has as many lines as before."""
        return self._outside_code(text, lambda each, line: self._without_tags(each, line, beside), first)

    def footnotes(self, beside: Beside, line: int) -> list[str]:
        """The footnotes of a slide as inline markup, with those that these name; all of them told of in this line."""
        said: list[str] = []
        while len(said) < len(beside.footnotes.words):
            said.append(self.words(beside.footnotes.words[len(said)], line, beside))
        return said

    def words(self, text: str, line: int, beside: Beside) -> str:
        """The words of a text beside a slide's own as inline markup, all of them in this line, from 1."""

        def tell(what: str) -> None:
            self._tell(line, what)

        found = pieces(self._without_tags(text, line - 1, beside))
        for piece in found:
            for what in piece.lost:
                tell(what)
            if piece.kind in ("picture", "code", "table"):
                tell(f"a {piece.kind} beside a slide's text: {shortly(piece.info or piece.text)}")
        said = (
            " ".join([piece.text, *(entry.text for entry in piece.entries)])
            for piece in found
            if piece.kind != "picture"
        )
        return " ".join(" ".join(said).split())

    def _outside_code(self, text: str, change: Callable[[str, int], str], first: int) -> str:
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

    def _emptied(self, pattern: re.Pattern[str], what: str, text: str, first: int) -> str:
        """The text without what matches, which is told."""

        at_line = self._at_line(text, first)

        def told(match: re.Match[str]) -> str:
            at_line(match.start(), f"{what}: {shortly(match[0])}")
            return "\n" * match[0].count("\n")

        return pattern.sub(told, text)

    def _at_line(self, text: str, first: int) -> Callable[[int, str], None]:
        """Tells of a place of this text, whose first line is `first`, from 0."""
        return lambda at, what: self._tell(first + text.count("\n", 0, at) + 1, what)

    def _without_tags(self, text: str, first: int, beside: Beside) -> str:
        """HTML as Markdown where there is a way to say it, and without it elsewhere."""
        tell = self._at_line(text, first)
        for at, steps in steps_in(text):
            tell(at, f"the steps of a formula: {steps}")
        text = as_code(text)
        text = self._emptied(_FORMULA, "a formula", text, first)
        tell = self._at_line(text, first)
        text = with_numbers(text, self._footnotes, beside.footnotes, tell, pandoc=self._by_headings)
        if self._by_headings:
            text = self._without_latex(text, first, beside)
        text = _KEY.sub(r"`\1`", text)
        text = self._emptied(_SHORTCODE, "what another program puts in", text, first)
        text = self._emptied(_SNIPPET, "code of another file", text, first)

        text = html_as_markdown(text, lambda line, what: self._tell(first + line + 1, what))

        def tag(match: re.Match[str], line: int) -> str:
            beside.reveals = beside.reveals or bool(CLICKS.search(f" {match[1]} {match[2]}"))
            if (made := without_tag(match)) is not None:
                return made
            if shown := embedded(match):
                what = LINK if match[1].lower() == "a" else "what is shown from elsewhere"
                self._tell(line, f"{what}: {shown}")
            else:
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
            for at, result in results_in(text):
                self._tell(first + at + 1, f"what code in a text gives: {shortly(result)}")
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
                found = ((name.lower().removeprefix("data-"), value) for name, value in attributes(said[1]))
                beside.settings |= dict(found)
                row = row[: said.start()]
            rows.append(row)
        return "\n".join(rows)

    def _without_latex(self, text: str, first: int, beside: Beside) -> str:
        """The text without what only LaTeX sets; what it makes bold, for example, is so in Markdown."""
        text = self._emptied(LATEX_BLOCK, "what only LaTeX shows", text, first)

        def command(match: re.Match[str]) -> str:
            line = first + text.count("\n", 0, match.start()) + 1
            beside.reveals = beside.reveals or "\\pause" in match[0]
            for name in re.findall(r"\\([A-Za-z]+)", match[0])[:1]:
                _count(self._commands, name, line)
            return ""

        return as_markdown(LATEX_LINE.sub(command, text))


def _count(found: dict[str, tuple[int, int]], name: str, line: int) -> None:
    first, times = found.get(name, (line, 0))
    found[name] = (first, times + 1)
