"""Pandoc's marks within a text that CommonMark has not: raised and lowered signs, spans, notes, citations."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

from deck.starting.foreign_pictures import is_film
from deck.starting.markdown_attributes import attributes
from deck.starting.telling import Otherwise, shortly

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_SUPERSCRIPT = re.compile(
    r"(?<![\\^\[])\^(?![\[^])((?:\\ |[^\s^\\\[\]])+)\^(?!\^)|<sup(?:\s[^<>]*)?>([^<>]*)</sup>", re.IGNORECASE
)
_SUBSCRIPT = re.compile(r"(?<![\\~])~(?!~)((?:\\ |[^\s~\\])+)~(?!~)|<sub(?:\s[^<>]*)?>([^<>]*)</sub>", re.IGNORECASE)
_IN_BRACKETS = r"(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*"
_SPAN = re.compile(rf"(?<!!)\[({_IN_BRACKETS})\]\{{([^{{}}\n]*)\}}")
_AFTER_LINK = re.compile(
    rf"((?<!!)\[{_IN_BRACKETS}\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?: \"[^\"]*\")?\))\{{[^{{}}\n]*\}}"
)
_CITED = re.compile(r"\[[^\[\]\n]*?(?<![\w@])@[\w:.#$%&+?<>~/-]+[^\[\]\n]*\]")
_REFERENCE = re.compile(r"(?<![\w@/])@(?:fig|tbl|eq|sec|lst|thm)-[\w-]+")
_ADDRESS = re.compile(
    r"(\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)|<(?:https?|mailto):[^<>\s]*>|(?:https?://|www\.)[^\s<>()]+)"
)
_DASHES = re.compile(r"(?<![-|:+<!\\=])(-{2,3})(?![-|:+>=])")
_MARKED = re.compile(r"(?<![=\w])==(?=[^\s=])([^=\n]*[^\s=])==(?![=\w])")
_EMBEDDED = re.compile(r"!\[\[([^\[\]|#\n]+)(?:#[^\[\]|\n]*)?(?:\|([^\[\]\n]*))?\]\]")
_TO_NOTE = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]*))?\]\]")
_COMMENT = re.compile(r"(?<![\w%])%%(?!%).+?%%", re.DOTALL)
_CALLOUT = re.compile(
    r"^([ \t]*(?:>[ \t]*)+\[!\w+)(?:\|[^\[\]\n]*)?\][+-]?[ \t]*(.*?)[ \t]*$(?P<more>(?=\n[ \t]*>[ \t]*\S))?",
    re.MULTILINE,
)
"""Where a callout of Obsidian's begins, with its title; and whether more of it follows."""
_BLOCK_NAME = re.compile(r"(?<=[ \t])\^[A-Za-z][\w-]*[ \t]*$|^\^[A-Za-z][\w-]*[ \t]*$", re.MULTILINE)
"""What a link of Obsidian's may name a paragraph by."""
_PICTURED = re.compile(r".*\.(?:png|jpe?g|gif|svg|webp|bmp|avif)", re.IGNORECASE)
_FILE = re.compile(r".*\.(?!md$)[A-Za-z]\w{1,9}")
_SIZE = re.compile(r"\d+(?:x\d+)?")
_PLAIN = frozenset(("fragment", "id"))


def plain_spans(text: str, tell: Callable[[int, str], None], *, pandoc: bool) -> str:
    """The text without these marks, as far as words can do without; what is lost goes to `tell`, with its place.

    Raised and lowered signs between tags are such everywhere, those between Pandoc's marks if it is `pandoc`.
    """

    def shifted(match: re.Match[str], signs: dict[int, int]) -> str:
        if match[1] is not None and not pandoc:
            return match[0]
        words = (match[1] or match[2] or "").replace("\\ ", " ")
        made = words.translate(signs)
        if any(ord(sign) not in signs for sign in words):
            tell(match.start(), Otherwise(f"raised or lowered signs, which stand on the line: {shortly(match[0])}"))
            return words
        return made

    def span(match: re.Match[str]) -> str:
        named = dict(attributes(match[2]))
        if "lang" in named:
            tell(match.start(), f"the language of words: {shortly(match[0])}")
        elif set(named) - _PLAIN:
            tell(match.start(), f"how words look: {shortly(match[0])}")
        # An aside is not in the line that it follows.
        return f" {match[1]}" if "aside" in named and not text[: match.start()][-1:].isspace() else match[1]

    def signs(words: str) -> str:
        words = _SUPERSCRIPT.sub(lambda match: shifted(match, _RAISED), words)
        words = _SUBSCRIPT.sub(lambda match: shifted(match, _LOWERED), words)
        return "\n".join(map(_typeset, words.split("\n"))).replace("\\ ", "\N{NO-BREAK SPACE}") if pandoc else words

    if not pandoc:
        text = _without_obsidian(text, tell)
    text = _AFTER_LINK.sub(r"\1", text)
    text = _SPAN.sub(span, text)
    # An address is no text.
    text = "".join(part if at % 2 else signs(part) for at, part in enumerate(_ADDRESS.split(text)))
    if pandoc:
        for pattern, what in ((_CITED, "a citation"), (_REFERENCE, "a reference to a figure, a table or a section")):
            for match in pattern.finditer(text):
                tell(match.start(), Otherwise(f"{what}, which stands there as it is written: {shortly(match[0])}"))
    return text


def _without_obsidian(text: str, tell: Callable[[int, str], None]) -> str:
    """The text without Obsidian's marks: pictures are Markdown's, and of links to notes their words stay."""

    def embedded(match: re.Match[str]) -> str:
        name, words = match[1].strip(), (match[2] or "").strip()
        if _PICTURED.fullmatch(name):
            return f"![{'' if _SIZE.fullmatch(words) else words}]({quote(name)})"
        what = (
            "a film or sound"
            if is_film(name)
            else "another file"
            if _FILE.fullmatch(name)
            else "what another note says"
        )
        tell(match.start(), f"{what}: {shortly(name)}")
        return ""

    def to_note(match: re.Match[str]) -> str:
        tell(match.start(), f"where a link leads: {shortly(match[1])}")
        return match[2] or match[1]

    def marked(match: re.Match[str]) -> str:
        tell(match.start(), f"how words look: {shortly(match[0])}")
        return match[1]

    def comment(match: re.Match[str]) -> str:
        tell(match.start(), f"a comment: {shortly(match[0])}")
        return "\n" * match[0].count("\n")

    def titled(match: re.Match[str]) -> str:
        ends = "\\" if match["more"] is not None else ""
        return f"{match[1]}]" + (f" **{match[2]}**{ends}" if match[2] else "")

    text = _CALLOUT.sub(titled, text)
    text = _MARKED.sub(marked, _BLOCK_NAME.sub("", _COMMENT.sub(comment, text)))
    return _TO_NOTE.sub(to_note, _EMBEDDED.sub(embedded, text))


def _typeset(line: str) -> str:
    """The line with the dashes and the ellipses that Pandoc makes of its signs."""
    if line.lstrip().startswith(("|", "+")):
        return line
    if re.search(r"[^\W_]", line):
        line = _DASHES.sub(lambda match: "—" if len(match[1]) == 3 else "–", line)
    return re.sub(r"(?<!\.)\.\.\.(?!\.)", "…", line)
