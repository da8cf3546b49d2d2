"""Inline markup ↔ the inline elements of XLIFF, by which translators' tools keep markup and names in braces whole.

`**bold**` is `<g ctype="bold">`, `*italic*` is `<g ctype="italic">`, a link `<g ctype="link">`; a `{name}` and `code`,
which nobody translates, are an `<x/>` each. All other text is what it says: stars and braces in it are stars and
braces, but where the source has markup of the kind and the translator, who saw plain text, typed it. What is markup,
the reader of markup says: what is bold here is bold in the deck, and the other way round. Markup that would not come
back exactly as it was is left as it is written, in `<mrk mtype="x-markup">`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from xml.etree.ElementTree import Element, fromstring
from xml.sax.saxutils import escape, quoteattr

from deck.interchange.xml_text import legal
from deck.markup import escaping, grammar, prose, writing
from deck.markup.writing import Stretch

NAMESPACE = "{urn:oasis:names:tc:xliff:document:1.2}"

_NAME = re.compile(r"(\{\{|\}\}|\{[^{}\s]+\})")
_SIGNS = re.compile(r"[*{\[]")
_MARKED = re.compile(r"(\*+|\{[^{}\s]+\}|\]\([^()\s]*\))")
_MARKUP = "x-markup"
_KINDS = {"strong": "bold", "em": "italic", "link": "link"}
_STARS = {"bold": "**", "italic": "*"}


def to_inline(markup: str) -> str:
    """The markup as XML, with inline elements where they come back exactly, and without what XML cannot hold."""
    markup = legal(markup)
    counts: Counter[str] = Counter()
    pieces = re.split(r"(\n(?:[ \t]*\n)+)", markup)
    inline = "".join(escape(piece) if at % 2 else "".join(_inline(piece, counts)) for at, piece in enumerate(pieces))
    element = fromstring(f'<target xmlns="{NAMESPACE[1:-1]}">{inline}</target>')
    with suppress(ValueError):
        if from_inline(element, element) == markup:
            return inline
    return f'<mrk mtype="{_MARKUP}">{escape(markup)}</mrk>'


def from_inline(element: Element, source: Element) -> str:
    """The markup that a `<target>` stands for; what its links lead to, and its code, is told by the `<source>`.

    Its bold, italic, links and code are read as such. ValueError for an inline element that is none of these, a link
    that the source has not, or elements that touch so that their marks could not be told apart.
    """
    known = {one.get("id", ""): told for one in source.iter() if (told := one.get("xid") or one.get("equiv-text"))}
    as_nested = _markup(element, known, escaping.literal)
    if any(one.get("mtype") == _MARKUP for one in element.iter()):
        return as_nested
    stretches = list(_stretches(element, known, Stretch("")))
    if (typed := _typed(element, source, known)) is not None:
        return typed
    candidates = chain([as_nested], (_markup(element, known, escaping.strictly) for _ in "1"), writing.ways(stretches))
    for markup in candidates:
        if writing.says(markup, stretches):
            return markup
    raise ValueError("elements touch here so that their marks could not be told apart; put a space between them")


def _typed(element: Element, source: Element, known: Mapping[str, str]) -> str | None:
    """The markup with what was typed by hand taken for what it is; None where the source has nothing of the kind."""
    if not _SIGNS.search("".join(element.itertext())):
        return None
    with suppress(ValueError):
        original = _marks(_markup(source, known, escaping.literal))
        names = {name for kind, name in original if kind == "name"}

        def with_names(text: str) -> str:
            pieces = _NAME.split(text)
            return "".join(piece if piece[1:-1] in names else escaping.literal(piece) for piece in pieces)

        plain = _marks(_markup(element, known, escaping.literal))
        # Who moves elements about in a tool sees all of them there, and stars are stars.
        shows_elements = any(_kind(one) in _KINDS.values() for one in element.iter() if one is not element)
        for literal in (with_names,) if shows_elements else (_as_typed, with_names):
            markup = _markup(element, known, literal)
            marks = _marks(markup)
            # Lines with signs before them are a list in notes, and no mistake of the marks elsewhere.
            wrong = any(finding.code != "list-in-text" for finding in prose(markup)[1])
            if marks > plain and marks <= original | plain and not wrong:
                return markup
    return None


def _as_typed(text: str) -> str:
    """Stars, braces and links as markup; other signs are nobody's habit, and what they are in words."""
    pieces = _MARKED.split(text)
    return "".join(piece if at % 2 else re.sub("[_`\\\\]", r"\\\g<0>", piece) for at, piece in enumerate(pieces))


def _marks(markup: str) -> set[tuple[str, str]]:
    """What markup there is: names in braces, code, links by where they lead, whether any word is bold or italic."""
    text, _ = prose(markup)
    found = {("name", name) for name in text.field_names()}
    for run in (run for paragraph in text.paragraphs for run in paragraph.runs):
        found |= {("bold", "")} if run.bold else set()
        found |= {("italic", "")} if run.italic else set()
        found |= {("link", run.link)} if run.link else set()
        found |= {("code", run.text)} if run.code else set()
        found |= {("language", run.language.tag)} if run.language else set()
    return found


def _inline(markup: str, counts: Counter[str]) -> Iterator[str]:
    """Elements of a kind are counted as they come, so that a translation's have the ids of the source's."""
    for token in grammar.parsed(markup, lines=False):
        kind = _KINDS.get(token.type.partition("_")[0])
        if kind and token.nesting < 0:
            yield "</g>"
        elif kind:
            counts[kind] += 1
            xid = f" xid={quoteattr(str(token.attrs.get('href', '')))}" if kind == "link" else ""
            yield f'<g id="{kind}-{counts[kind]}" ctype="{kind}"{xid}>'
        elif token.type == "code_inline":
            counts["code"] += 1
            code = writing.code(token.content)
            yield f'<x id="code-{counts["code"]}" ctype="x-code" equiv-text={quoteattr(code)}/>'
        else:
            yield from map(_text, _NAME.split("\n" if token.type == "hardbreak" else token.content))


def _text(words: str) -> str:
    if words in ("{{", "}}"):
        return words[0]
    if _NAME.fullmatch(words):
        return f'<x id={quoteattr(words[1:-1])} ctype="x-name" equiv-text={quoteattr(words)}/>'
    return escape(words)


def _markup(element: Element, known: Mapping[str, str], literal: Callable[[str], str]) -> str:
    """The markup with marks where the elements stand."""
    markup = literal(element.text or "")
    for one in element:
        piece = _piece(one, known, literal)
        if markup.endswith("!") and piece.startswith("["):
            markup = f"{markup[:-1]}\\!"
        markup += piece + literal(one.tail or "")
    return markup


def _piece(one: Element, known: Mapping[str, str], literal: Callable[[str], str]) -> str:
    match _kind(one):
        case "x":
            return _standing(one, known)
        case "mrk" if one.get("mtype") == _MARKUP:
            return "".join(one.itertext())
        case "mrk":
            return _markup(one, known, literal)
        case "link":
            return f"[{_markup(one, known, literal)}]({_address(one, known)})"
        case kind:
            # Tools that select words by a double click take the space after them along.
            return writing.marked(_markup(one, known, literal), _STARS[kind])


def _stretches(element: Element, known: Mapping[str, str], look: Stretch) -> Iterator[Stretch]:
    """The text in its looks, in order."""
    yield look.with_text(element.text or "")
    for one in element:
        match _kind(one):
            case "x":
                yield look.with_verbatim(_standing(one, known))
            case "mrk":
                yield from _stretches(one, known, look)
            case "link":
                yield from _stretches(one, known, look.linked(_address(one, known)))
            case "bold":
                yield from _stretches(one, known, look.bolder())
            case _:
                yield from _stretches(one, known, look.slanted())
        yield look.with_text(one.tail or "")


def _kind(one: Element) -> str:
    """`x`, `mrk`, `bold`, `italic` or `link`."""
    tag, identifier = one.tag.removeprefix(NAMESPACE), one.get("id", "")
    if tag in ("x", "mrk"):
        return tag
    ctype = one.get("ctype") or identifier.split("-")[0]
    if tag != "g" or ctype not in _KINDS.values():
        raise ValueError(f"<{tag} id=“{identifier}”> is none of the source’s elements")
    return ctype


def _standing(one: Element, known: Mapping[str, str]) -> str:
    """The name in braces, or the code, that an `<x/>` stands for."""
    identifier = one.get("id", "")
    return one.get("equiv-text") or known.get(identifier) or "{" + identifier + "}"


def _address(one: Element, known: Mapping[str, str]) -> str:
    identifier = one.get("id", "")
    if address := one.get("xid") or known.get(identifier):
        return address
    raise ValueError(f"<g id=“{identifier}”> is none of the source’s links")
