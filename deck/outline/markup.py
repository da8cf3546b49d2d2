"""Inline Markdown → Text: **bold**, *italic*, [links](https://…), `\\` and a line's end for a line break."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from deck.fields.findings import Finding
from deck.model.text import FIELD, Paragraph, Run, Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKUP = re.compile(r"[*_\\\[]|&#?\w+;|  \n|<(?:https?:|mailto:)", re.IGNORECASE)
_OTHER_MARKUP = re.compile(_MARKUP.pattern.replace("*", "", 1), re.IGNORECASE)
_EMPHASIS = re.compile(
    r"""(?<![^\s("'“‘«–—/-]) (\*\*?) (?=[^\W_]) ([^*]*[^\W_]) \1 (?![^\s.,;:!?)"'”’»–—/-])""", re.VERBOSE
)
_SPACE = re.compile(r"[ \t\r\n]+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_ADDRESS = re.compile(r"(?:https?://[^/\s]|mailto:[^@\s]+@[^@\s])", re.IGNORECASE)
_OPEN_LINK = re.compile(r"\[[^\[\]]*\]\([^()\s]+(?![^()]*\))")
_STRAY_BRACE = re.compile(r"\{[^{}\s]*|\}")
_FAILED_LINK = re.compile(r"\[[^\[\]]*\]\([^()]*\)")
_SPECIAL = re.compile(r"([\\*_\[\]<&])")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = "\u202d\u202e"


def words(markup: str) -> tuple[Text, list[Finding]]:
    """One paragraph, and what is wrong with it."""
    markup = unicodedata.normalize("NFC", markup).strip()
    findings = []
    if _BLANK_LINE.search(markup):
        findings.append(Finding("paragraphs", "this text is one paragraph; a blank line has no place in it"))
    paragraph, more = _paragraph(markup)
    return Text((paragraph,), markup), findings + more


def prose(markup: str) -> tuple[Text, list[Finding]]:
    """Paragraphs with a blank line between them, and what is wrong with them."""
    markup = unicodedata.normalize("NFC", markup).strip()
    read = [_paragraph(part) for part in re.split(r"\n(?:[ \t]*\n)+", markup)]
    return Text(tuple(paragraph for paragraph, _ in read), markup), [one for _, found in read for one in found]


def literally(text: str) -> tuple[Text, list[Finding]]:
    """Text that is no markup, such as a table's cell, and what is wrong with it."""
    shown = text.replace("{", "{{").replace("}", "}}")
    return Text((Paragraph((Run(shown),)),), _SPECIAL.sub(r"\\\1", shown)), list(_bidi(text))


def _paragraph(markup: str) -> tuple[Paragraph, list[Finding]]:
    findings = list(_bidi(markup))
    if not _MARKUP.search(markup):
        runs: tuple[Run, ...] = (Run(_SPACE.sub(" ", markup)),)
    elif not (runs := _emphasised(markup) or ()):
        tokens: list[Token] = []
        parser = _parser()
        parser.inline.parse(markup, parser, {}, tokens)
        findings.extend(_mistakes(tokens))
        runs = tuple(_runs(tokens))
    return Paragraph(runs), [*findings, *_stray_braces(runs)]


def _emphasised(markup: str) -> tuple[Run, ...] | None:
    """The runs, if all the markup is **bold** and *italic* beside each other, round whole words.

    Most texts have no more, and to import the parser takes longer than to read an outline.
    """
    if _OTHER_MARKUP.search(markup):
        return None
    plain, *rest = _EMPHASIS.split(markup)
    pieces = [Run(plain)]
    for stars, words_in, after in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        pieces += [Run(words_in, stars == "**", stars == "*"), Run(after)]
    if any("*" in piece.text for piece in pieces):
        return None
    return tuple(piece.with_text(_SPACE.sub(" ", piece.text)) for piece in pieces if piece.text)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["emphasis", "link", "newline", "escape", "entity", "autolink", "balance_pairs"])
    # Every address is let through here, so that a bad one is reported and does not just stay text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _runs(tokens: list[Token]) -> Iterator[Run]:
    """The tokens as runs, neighbours of one appearance joined."""
    bold = italic = 0
    link: str | None = None
    last: Run | None = None
    for token in tokens:
        text = ""
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                link = str(token.attrs.get("href", ""))
            case "link_close":
                link = None
            case "hardbreak":
                text = "\v"
            case "softbreak":
                text = " "
            case _:
                text = _SPACE.sub(" ", token.content)
        if not text:
            continue
        run = Run(text, bold > 0, italic > 0, link)
        if last is not None and last.with_text("") == run.with_text(""):
            last = last.with_text(last.text + text)
            continue
        if last is not None:
            yield last
        last = run
    yield last or Run("")


def _mistakes(tokens: list[Token]) -> Iterator[Finding]:
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrs.get("href", ""))
            if not _ADDRESS.match(address):
                hint = "begin it with https://, http:// or mailto:"
                yield Finding("link", f"`{address}` is no address of a web page or a mailbox", hint, address or "]()")
        elif token.type == "text" and (broken := _FAILED_LINK.search(token.content)):
            hint = "write [words](https://…), without spaces in the address"
            yield Finding("link", "this looks like a link and is none", hint, broken[0])
        elif token.type == "text" and (open_link := _OPEN_LINK.search(token.content)):
            hint = "close it with a round bracket: [words](https://…)"
            yield Finding("open-markup", "a link begins here and does not end", hint, open_link[0])
        elif token.type == "text" and "**" in token.content:
            hint = r"write **words** with no space inside the stars, or \*\* for stars that show"
            yield Finding("open-markup", "** begins bold type here, or ends it, and its pair is missing", hint, "**")


def _stray_braces(runs: tuple[Run, ...]) -> Iterator[Finding]:
    """A brace without its pair, in each run: what stands between two is a name."""
    for run in runs:
        if "{" not in run.text and "}" not in run.text:
            continue
        named = FIELD.sub("", run.text.replace("{{", "").replace("}}", ""))
        if stray := _STRAY_BRACE.search(named):
            message = f"`{stray[0][0]}` stands here without its pair"
            hint = "write {name} for a value; for a brace that shows, write {{ or }}"
            yield Finding("open-markup", message, hint, stray[0])


def _bidi(text: str) -> Iterator[Finding]:
    """Controls of direction that override it, or that are not closed: they make a text read differently."""
    open_controls: list[str] = []
    for match in _BIDI.finditer(text):
        control = match[0]
        closes = {"\u202c": "\u202a\u202b", "\u2069": "\u2066\u2067\u2068"}.get(control)
        if control in _OVERRIDES:
            break
        if closes is None:
            open_controls.append(control)
        elif not open_controls or open_controls.pop() not in closes:
            break
    else:
        if not open_controls:
            return
        control = open_controls[-1]
    name = unicodedata.name(control).lower()
    yield Finding(
        "bidi-control", f"a stray {name} (U+{ord(control):04X}) changes the direction", "take it out", control
    )
