"""Pandoc's marks within a text that CommonMark has not: raised and lowered signs, spans, notes, citations."""

from __future__ import annotations

import re
from collections.abc import Callable

from deck.starting.markdown_attributes import attributes
from deck.starting.telling import Otherwise, shortly

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_SUPERSCRIPT = re.compile(r"(?<![\\^\[])\^(?![\[^])((?:\\ |[^\s^\\\[\]])+)\^(?!\^)|<sup>([^<>]*)</sup>", re.IGNORECASE)
_SUBSCRIPT = re.compile(r"(?<![\\~])~(?!~)((?:\\ |[^\s~\\])+)~(?!~)|<sub>([^<>]*)</sub>", re.IGNORECASE)
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
        return match[1]

    def signs(words: str) -> str:
        words = _SUPERSCRIPT.sub(lambda match: shifted(match, _RAISED), words)
        words = _SUBSCRIPT.sub(lambda match: shifted(match, _LOWERED), words)
        return "\n".join(map(_typeset, words.split("\n"))).replace("\\ ", "\N{NO-BREAK SPACE}") if pandoc else words

    text = _AFTER_LINK.sub(r"\1", text)
    text = _SPAN.sub(span, text)
    # An address is no text.
    text = "".join(part if at % 2 else signs(part) for at, part in enumerate(_ADDRESS.split(text)))
    if pandoc:
        for pattern, what in ((_CITED, "a citation"), (_REFERENCE, "a reference to a figure, a table or a section")):
            for match in pattern.finditer(text):
                tell(match.start(), Otherwise(f"{what}, which stands there as it is written: {shortly(match[0])}"))
    return text


def _typeset(line: str) -> str:
    """The line with the dashes and the ellipses that Pandoc makes of its signs."""
    if line.lstrip().startswith(("|", "+")):
        return line
    if re.search(r"[^\W_]", line):
        line = _DASHES.sub(lambda match: "—" if len(match[1]) == 3 else "–", line)
    return re.sub(r"(?<!\.)\.\.\.(?!\.)", "…", line)
