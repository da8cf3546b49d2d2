"""Inline markup → Text: **bold**, *italic*, `code`, [links](https://…), and lines as they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from deck.fields.findings import Finding
from deck.ground.late_pattern import late_pattern
from deck.markup.strays import directions, stray_braces
from deck.model.language import Language, is_language, tag_of
from deck.model.text import Paragraph, Run, Text

if TYPE_CHECKING:
    from markdown_it.token import Token

_SIGNS = r"_\\\[`]|&#?\w+;|~~|</?[a-z]|<!--|==|\w[~^]\w"
_MARKUP = late_pattern(f"[*{_SIGNS}", re.IGNORECASE)
_OTHER_MARKUP = late_pattern(f"[{_SIGNS}", re.IGNORECASE)
_EMPHASIS = late_pattern(r"(?<!\*)(\*\*|(?<!\w)\*)(?=[^\s*])([^*]*[^\s*])\1(?![*\d])")
_SPACE = late_pattern(r"[ \t\r]+")
_LINE_END = late_pattern(r"[ \t\r]*\n[ \t\r]*")
_BLANK_LINE = late_pattern(r"\n[ \t]*\n")
_BLANK_LINES = late_pattern(r"\n(?:[ \t]*\n)+")
_ENTRY = late_pattern(r"([ \t]*)(?:[-*+•]|(\d{1,3})\.)[ \t]+(?=\S)")
_HEADING = late_pattern(r"#{1,6}[ \t]+(.*?)[ \t]*#*\Z")
_PLAIN = late_pattern(r"[\w,.;:!?()'\"/%-]++(?: [\w,.;:!?()'\"/%-]++)*+".replace(r"\w", "A-Za-z0-9"))
"""Words with single spaces and no sign that may be markup: most texts are."""
_LISTED = "-*+•0123456789"
_INDENTATION, _DEEPEST = 2, 3


def words(markup: str) -> tuple[Text, list[Finding]]:
    """One paragraph, in lines as written, and what is wrong with it."""
    if _PLAIN.fullmatch(markup):
        return Text((Paragraph((Run(markup),)),), markup), []
    markup = unicodedata.normalize("NFC", markup).strip()
    findings = _listed(markup)
    if _BLANK_LINE.search(markup):
        findings.append(Finding("paragraphs", "this text is one paragraph; a blank line has no place in it"))
    paragraph, more = _paragraph(markup)
    return Text((paragraph,), markup), findings + more


def prose(markup: str) -> tuple[Text, list[Finding]]:
    """Paragraphs with a blank line between them, in lines as written, and what is wrong with them."""
    markup = unicodedata.normalize("NFC", markup).strip()
    read = [_paragraph(part) for part in _BLANK_LINES.split(markup)]
    findings = [one for _, found in read for one in found]
    return Text(tuple(paragraph for paragraph, _ in read), markup), [*_listed(markup), *findings]


def notes(markup: str) -> tuple[Text, list[Finding]]:
    """As `prose`, with headings in bold, and lists: an entry is a paragraph on a level of its own, from 1."""
    markup = unicodedata.normalize("NFC", markup).strip()
    read = list(_notes(markup))
    findings = [one for _, found in read for one in found]
    return Text(tuple(paragraph for paragraph, _ in read), markup), findings


def literally(text: str) -> tuple[Text, list[Finding]]:
    """Text that is no markup, such as a table's cell, and what is wrong with it."""
    from deck.markup.escaping import strictly

    lines = [line.strip() for line in re.split(r"\r\n|[\r\n]", text)]
    shown = "\v".join(lines).replace("{", "{{").replace("}", "}}")
    return Text((Paragraph((Run(shown),)),), strictly("\n".join(lines))), list(directions(text))


def _listed(markup: str) -> list[Finding]:
    if "\n" not in markup or not any(line.lstrip()[:1] in _LISTED for line in markup.split("\n") if line.strip()):
        return []
    from deck.markup.mistakes import listed

    return list(listed(markup))


def _notes(markup: str) -> Iterator[tuple[Paragraph, list[Finding]]]:
    """Line by line: one that is no entry, no heading and not after a blank line goes on with what is before it."""
    block: list[str] = []
    level, number = 0, None

    def finished() -> Iterator[tuple[Paragraph, list[Finding]]]:
        if block:
            paragraph, found = _paragraph("\n".join(block))
            yield replace(paragraph, level=level, number=number), found
            block.clear()

    for line in markup.split("\n"):
        if entry := _ENTRY.match(line):
            yield from finished()
            level = min(1 + len(entry[1].expandtabs(4)) // _INDENTATION, _DEEPEST)
            number = int(entry[2]) if entry[2] else None
            block.append(line[entry.end() :])
        elif heading := _HEADING.match(line):
            yield from finished()
            paragraph, found = _paragraph(heading[1])
            yield Paragraph(tuple(replace(run, bold=True) for run in paragraph.runs)), found
        elif not line.strip() or (level and not line[:1].isspace()):
            yield from finished()
            level, number = 0, None
            block += filter(str.strip, [line])
        else:
            block.append(line)
    yield from finished()


def _paragraph(markup: str) -> tuple[Paragraph, list[Finding]]:
    markup = _LINE_END.sub("\n", markup)
    findings = list(directions(markup))
    if not _MARKUP.search(markup):
        runs: tuple[Run, ...] = (Run(_spaced(markup)),)
    elif not (runs := _emphasised(markup) or ()):
        from deck.markup.grammar import parsed
        from deck.markup.mistakes import foreign, misused

        tokens = parsed(markup)
        findings += (*misused(tokens), *foreign(tokens))
        runs = tuple(runs_of(tokens))
    return Paragraph(runs), [*findings, *stray_braces(runs)]


def _emphasised(markup: str) -> tuple[Run, ...] | None:
    """The runs, if all the markup is pairs of stars beside each other.

    Most texts have no more, and to import the parser takes longer than to read an outline.
    """
    if _OTHER_MARKUP.search(markup):
        return None
    pieces: list[Run] = []
    end = 0
    for match in _EMPHASIS.finditer(markup):
        pieces += [Run(markup[end : match.start()]), Run(match[2], match[1] == "**", match[1] == "*")]
        end = match.end()
    pieces.append(Run(markup[end:]))
    if any("*" in piece.text for piece in pieces):
        return None
    return tuple(piece.with_text(_spaced(piece.text)) for piece in pieces if piece.text)


def runs_of(tokens: Sequence[Token]) -> Iterator[Run]:
    """The tokens as runs, neighbours of one appearance joined."""
    bold = italic = 0
    link: str | None = None
    languages: list[Language | None] = [None]
    last: Run | None = None
    for token in tokens:
        text, code = "", False
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                link = _address(token)
            case "link_close":
                link = None
            case "span_open":
                languages.append(language_of(token) or languages[-1])
            case "span_close":
                languages.pop()
            case "hardbreak" | "softbreak":
                text = "\v"
            case "code_inline":
                # It shows what it says: a name in braces is not filled.
                text, code = token.content.replace("{", "{{").replace("}", "}}"), True
            case _:
                text = _spaced(token.content)
        if not text:
            continue
        run = Run(text, bold > 0, italic > 0, link, languages[-1], code)
        if last is not None and last.with_text("") == run.with_text(""):
            last = last.with_text(last.text + text)
            continue
        if last is not None:
            yield last
        last = run
    yield last or Run("")


def language_of(token: Token) -> Language | None:
    """What the words of a `span` are said to be written in; None where that names no language."""
    tag = tag_of(str(token.attrs.get("lang", "")))
    return Language(tag) if tag and is_language(tag.split("-")[0]) else None


def _address(token: Token) -> str:
    """A link's address as a file may hold it, in ASCII."""
    from markdown_it.common.normalize_url import normalizeLink

    return normalizeLink(str(token.attrs.get("href", "")))


def _spaced(text: str) -> str:
    return _SPACE.sub(" ", text).replace("\n", "\v")
