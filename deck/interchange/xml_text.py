"""XML as translators' tools write it → its root: in any encoding that it declares, with nothing of its own defined."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError, fromstring

from deck.ground.diagnostics import DeckError, Diagnostic, Span

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute `xml:lang`."""

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_DOCTYPE = re.compile(r"""<!DOCTYPE\s+[\w:.-]+(?:\s+(?:SYSTEM|PUBLIC))?(?:\s+(?:"[^"]*"|'[^']*'))*\s*>""")
"""One that only names a definition elsewhere, which nobody fetches."""

_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text without what XML cannot hold."""
    return _ILLEGAL.sub("", text)


def decoded(data: bytes, path: str) -> str:
    """By its byte order mark, or else the encoding that it declares, or else UTF-8. DeckError where it is neither."""
    declared = _DECLARED.match(data)
    encoding = _MARKS.get(data[:2]) or _MARKS.get(data[:3]) or (declared[1].decode() if declared else "utf-8")
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        hint = "export it from the translation tool in UTF-8"
        what = f"{path} is not a text in {encoding.upper()}, as it says" if declared else f"{path} is no text in UTF-8"
        raise DeckError([Diagnostic("file-encoding", what, Span(path), hint)]) from None
    return text.replace("\r\n", "\n")


def root_of(text: str, path: str, form: str) -> Element:
    """The document's root. DeckError, of the code for this format, where it is none, or defines entities."""
    code, span = f"{form.lower()}-syntax", Span(path)
    bare = _DOCTYPE.sub("", text, count=1)
    if "<!DOCTYPE" in bare or "<!ENTITY" in bare:
        article = "an" if form.startswith("X") else "a"
        raise DeckError([Diagnostic(code, f"{article} {form} file defines no entities of its own", span)])
    try:
        return fromstring(text)
    except ParseError as error:
        line, column = error.position
        message = f"this is no well-formed XML: {str(error).split(':')[0]}"
        hint = "export it anew from the tool that it comes from, or ask for it again: what is after this is not read"
        raise DeckError([Diagnostic(code, message, Span(path, line, column + 1), hint)]) from None
    except ValueError as error:
        raise DeckError([Diagnostic(code, f"this is no XML: {error}", span)]) from None


def without_namespaces(root: Element) -> Element:
    """The same with every name as it is without its namespace; formats changed theirs, and their names stayed."""
    for each in root.iter():
        if isinstance(each.tag, str):
            each.tag = each.tag.rpartition("}")[2]
    return root
