"""What is wrong with a text's markup, or likely to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from deck.fields.findings import Finding
from deck.ground.diagnostics import Severity
from deck.model.language import is_language, suggested_tag, tag_of

if TYPE_CHECKING:
    from markdown_it.token import Token

_ADDRESS = re.compile(r"(?:https?://[^/\s]|mailto:[^@\s]+@[^@\s]|#[a-z0-9]+(?:-[a-z0-9]+)*\Z)", re.IGNORECASE)
_OPEN_LINK = re.compile(r"\[[^\[\]]*\]\([^()\s]+(?![^()]*\))")
_FAILED_LINK = re.compile(r"\[[^\[\]]*\]\([^()]*\)")
_STRUCK = re.compile(r"~~(?=\S)[^~]*[^\s~]~~")
_TAG = re.compile(
    r"</?(br|b|i|u|s|em|strong|del|ins|sub|sup|small|big|mark|span|font|code|kbd|center|p|div|img|a)\b[^<>]*>",
    re.IGNORECASE,
)
_FOREIGN = (
    (re.compile(r"<!--(?:[^\0]*?-->)?"), "there are no comments in texts", "take it out, or put it among the notes"),
    (
        re.compile(r"\[\^[\w-]+\]:?"),
        "there are no footnotes",
        "write the sign itself, such as ¹ or *, and the note where the layout has a line for it, or among the notes",
    ),
    (
        re.compile(r"\A\[[ xX]\](?=\s)"),
        "there are no boxes to tick",
        "write the sign itself, such as ✓, or take it out",
    ),
    (
        re.compile(r"\A\[[^\[\]^\0]+\]:(?=\s+<?(?:https?|mailto):)"),
        "an address stands in its link",
        "write [words](https://…)",
    ),
    (re.compile(r"==(?=\S)[^=\0]*[^\s=\0]=="), "there are no marked words", "write **words** for bold"),
    (
        # A tilde makes ranges of numbers and of places, too: 10~20人、東京~大阪~京都.
        re.compile(r"(?<=[^\W\d]|\))~[A-Za-z0-9+−-]{1,8}~|(?<=\w)\^[^\s^\0]{1,8}\^"),
        "there is no raised and no lowered type",
        "write the sign itself, such as ₂ or ²",
    ),
)
"""What other kinds of Markdown have and texts have not, what is said of it, and a way out."""
_LIST = re.compile(r"^[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]+\S.*(?:\n[ \t]*)+(?:[-*+•]|\d{1,2}[.)])[ \t]+\S", re.MULTILINE)
_TAG_HINTS = {
    "br": "begin the text with | on the line of its name, and write each of its lines on one of its own",
    **dict.fromkeys(("b", "strong", "mark"), "write **words** for bold"),
    **dict.fromkeys(("i", "em"), "write *words* for italic"),
    **dict.fromkeys(("code", "kbd"), "write `words` between backticks for code"),
    **dict.fromkeys(("sub", "sup"), "write the sign itself, such as ₂ or ²"),
    "a": "write [words](https://…)",
    "img": "a picture is a field of its own, where the layout has one",
}


def misused(tokens: Sequence[Token]) -> Iterator[Finding]:
    """Links that are none, stars without their pair, and markup that texts do not have."""
    for token, after in zip(tokens, [*tokens[1:], None], strict=False):
        if token.type == "link_open":
            yield from _address(str(token.attrs.get("href", "")))
        if token.type == "span_open":
            yield from _language(str(token.attrs.get("lang", "")))
        if token.type != "text":
            continue
        if token.content.endswith("!") and after is not None and after.type == "link_open":
            hint = "a picture is a field or, in the layout `text`, a paragraph of its own; after a “!”, put a space"
            yield _unknown("a text holds no picture", hint, "![")
        elif broken := _FAILED_LINK.search(token.content):
            hint = "write [words](https://…), without spaces in the address"
            yield Finding("link", "this looks like a link and is none", hint, broken[0])
        elif open_link := _OPEN_LINK.search(token.content):
            hint = "close it with a round bracket: [words](https://…)"
            yield Finding("open-markup", "a link begins here and does not end", hint, open_link[0])
        elif "**" in token.content:
            hint = r"write **words** with no space inside the stars, or \*\* for stars that show"
            yield Finding("open-markup", "** begins bold type here, or ends it, and its pair is missing", hint, "**")
    shown = _shown(tokens)
    if struck := _STRUCK.search(shown):
        hint = r"take the words out, or write \~~ for tildes that show"
        yield _unknown("words cannot be struck out", hint, struck[0])
    for tag in _TAG.finditer(shown):
        hint = _TAG_HINTS.get(tag[1].lower(), "take it out") + r"; \< for a sign that shows"
        yield _unknown(f"`{tag[0]}` is shown as it stands: there is no HTML in texts", hint, tag[0])


def foreign(tokens: Sequence[Token]) -> Iterator[Finding]:
    """Markup of other kinds of Markdown, which stands on the slide with its signs."""
    shown = _shown(tokens)
    for sign, message, hint in _FOREIGN:
        for found in sign.finditer(shown):
            kept = r"; if it is meant, write \ before it"
            yield _unknown(f"`{found[0]}` is shown as it stands: {message}", hint + kept, found[0])


def _shown(tokens: Sequence[Token]) -> str:
    """The words that may be markup: what is escaped, or code, is none."""
    return "".join(token.content if token.type == "text" else "\0" for token in tokens)


def _unknown(message: str, hint: str, excerpt: str) -> Finding:
    return Finding("unknown-markup", message, hint, excerpt, Severity.WARNING)


def listed(markup: str) -> Iterator[Finding]:
    """Lines that look like a list's, in a text that has none."""
    if found := _LIST.search(markup):
        hint = "write the lines without signs before them, or put the entries on a slide of the layout `bullets`"
        message = "a list has no place in this text: its lines stand there with their signs"
        yield Finding("list-in-text", message, hint, found[0].split("\n")[0].strip(), Severity.WARNING)


def _address(address: str) -> Iterator[Finding]:
    if not _ADDRESS.match(address):
        hint = "begin it with https://, http:// or mailto:, or write # and the id of a slide or section"
        yield Finding("link", f"`{address}` is no address of a web page, a mailbox or a slide", hint, address or "]()")


def _language(tag: str) -> Iterator[Finding]:
    if not is_language((tag_of(tag) or "").split("-")[0]):
        meant = suggested_tag(tag)
        hint = f"did you mean `{meant}`?" if meant else "write a tag such as `ja` or `pt-BR`: [words]{lang=ja}"
        yield _unknown(f"`{tag}` is no language’s tag", hint, f"{{lang={tag}")
