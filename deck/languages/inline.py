"""Inline markup ↔ the inline elements of XLIFF, by which translators' tools keep markup and names in braces whole.

`**bold**` is `<g ctype="bold">`, `*italic*` is `<g ctype="italic">`, a link `<g ctype="link">`, `{name}` an `<x/>`.
All other text is what it says: stars and braces in it are stars and braces. Markup that would not come back exactly as
it was is left as it is written, in `<mrk mtype="x-markup">`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, fromstring
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "{urn:oasis:names:tc:xliff:document:1.2}"

_PIECE = re.compile(
    r"""\\. | \{\{ | \}\}
    | \*\*(?P<bold>(?:\\.|[^*\\])+)\*\*
    | \*(?P<italic>(?:\\.|[^*\\])+)\*
    | \[(?P<words>[^][]+)\]\((?P<link>[^()\s]+)\)
    | \{(?P<name>[^{}\s]+)\}""",
    re.VERBOSE | re.DOTALL,
)
_LIVE = re.compile(
    r"""\\(?=[!-/:-@[-`{-~]|\Z) | (?<!\s)\* | \*(?!\s) | (?<!\w)_ | _(?!\w)
    | \](?=\() | &(?=\#?\w+;) | <(?=https?:|mailto:)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What would be markup in a text that has none, but for braces."""
_ESCAPED = re.compile(r"\\([!-/:-@[-`{-~])|([{}])\2")
_MARKUP = "x-markup"
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STARS = {"bold": "**", "italic": "*"}


def to_inline(markup: str) -> str:
    """The markup as XML, with inline elements where they come back exactly, and without what XML cannot hold."""
    markup = _ILLEGAL.sub("", markup)
    inline = "".join(_inline(markup, Counter()))
    element = fromstring(f'<target xmlns="{NAMESPACE[1:-1]}">{inline}</target>')
    if _markup(element, _links(inline)) == markup:
        return inline
    return f'<mrk mtype="{_MARKUP}">{escape(markup)}</mrk>'


def from_inline(element: Element, source: Element) -> str:
    """The markup that a `<target>` stands for; what its links lead to is told by the `<source>`.

    ValueError for an inline element that is none of these, or a link that the source has not.
    """
    return _markup(element, {one.get("id", ""): one.get("xid", "") for one in source.iter() if one.get("xid")})


def _inline(markup: str, counts: Counter[str]) -> Iterator[str]:
    """Elements of a kind are counted as they come, so that a translation's have the ids of the source's."""
    end = 0
    for match in _PIECE.finditer(markup):
        if match.lastgroup is None:
            continue
        yield escape(_shown(markup[end : match.start()]))
        end = match.end()
        if name := match["name"]:
            yield f'<x id={quoteattr(name)} ctype="x-name" equiv-text={quoteattr(match[0])}/>'
            continue
        kind = next(kind for kind in ("bold", "italic", "link") if match[kind])
        counts[kind] += 1
        xid = f" xid={quoteattr(match['link'])}" if kind == "link" else ""
        yield f'<g id="{kind}-{counts[kind]}" ctype="{kind}"{xid}>'
        yield from _inline(match["words"] or match[kind], counts)
        yield "</g>"
    yield escape(_shown(markup[end:]))


def _shown(markup: str) -> str:
    """What markup without any elements shows."""
    return _ESCAPED.sub(lambda match: match[1] or match[2], markup)


def _literal(text: str) -> str:
    """Markup that shows this text."""
    return re.sub("[{}]", r"\g<0>\g<0>", _LIVE.sub(r"\\\g<0>", text))


def _links(inline: str) -> Mapping[str, str]:
    element = fromstring(f"<source>{inline}</source>")
    return {one.get("id", ""): one.get("xid", "") for one in element.iter() if one.get("xid")}


def _markup(element: Element, links: Mapping[str, str]) -> str:
    pieces = [_literal(element.text or "")]
    for one in element:
        pieces += [_piece(one, links), _literal(one.tail or "")]
    return "".join(pieces)


def _piece(one: Element, links: Mapping[str, str]) -> str:
    kind = one.tag.removeprefix(NAMESPACE)
    identifier = one.get("id", "")
    if kind == "x":
        return one.get("equiv-text") or "{" + identifier + "}"
    if kind == "mrk" and one.get("mtype") == _MARKUP:
        return "".join(one.itertext())
    if kind == "mrk":
        return _markup(one, links)
    ctype = one.get("ctype") or identifier.split("-")[0]
    if kind != "g" or ctype not in ("bold", "italic", "link"):
        raise ValueError(f"<{kind} id=“{identifier}”> is none of the source’s elements")
    words = _markup(one, links)
    if ctype == "link":
        address = one.get("xid") or links.get(identifier)
        if not address:
            raise ValueError(f"<g id=“{identifier}”> is none of the source’s links")
        return f"[{words}]({address})"
    return f"{_STARS[ctype]}{words}{_STARS[ctype]}"
