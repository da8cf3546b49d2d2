"""A catalog's finished translations → TMX 1.4, the memory that every translators' tool reads.

Marks and names in braces are the inline elements of TMX, which hold what they stand for: so what a segment says with
them is the text as the catalog has it. Translations of texts that are no more are a memory's as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring
from xml.sax.saxutils import escape, quoteattr

import polib

from deck import __version__
from deck.interchange.inline import NAMESPACE, to_inline
from deck.interchange.tmx_reading import FORM, RULE
from deck.interchange.xliff_writing import rule_of
from deck.interchange.xml_text import legal
from deck.languages.po_file import PoFile, forms_of
from deck.model.language import Language

_MARKS = {"bold": "**", "italic": "*"}


def to_tmx(file: PoFile, source: Language, target: Language) -> bytes:
    """The memory, a unit for each translation, or for each of its plural forms."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        f'<header creationtool="deck" creationtoolversion="{__version__}" segtype="block" o-tmf="PO" adminlang="en"'
        f' srclang="{source}" datatype="plaintext">',
        f'<prop type="{RULE}">{escape(rule_of(file, target).header)}</prop></header>',
        "<body>",
    ]
    for entry in file:
        if is_finished(entry):
            lines += _units(entry, source, target)
    return "\n".join([*lines, "</body>", "</tmx>", ""]).encode()


def is_finished(entry: polib.POEntry) -> bool:
    """Whether this is a translation that a memory may offer."""
    return bool(entry.msgctxt) and not entry.fuzzy and all(forms_of(entry).values())


def _units(entry: polib.POEntry, source: Language, target: Language) -> Iterator[str]:
    for index, words in forms_of(entry).items():
        form = f'<prop type="{FORM}">{index}</prop>' if entry.msgstr_plural else ""
        yield f"<tu tuid={quoteattr(entry.msgctxt)}>{form}"
        for language, text in ((source, entry.msgid), (target, words)):
            yield f'<tuv xml:lang="{language}"><seg>{segment(text)}</seg></tuv>'
        yield "</tu>"


def segment(markup: str) -> str:
    """The text with its marks in elements, if those say it exactly; else all of it as words."""
    element = fromstring(f'<seg xmlns="{NAMESPACE[1:-1]}">{to_inline(markup)}</seg>')
    found = "".join(_inline(element, iter(range(1, 1_000_000))))
    return found if "".join(fromstring(f"<seg>{found}</seg>").itertext()) == markup else escape(legal(markup))


def _inline(element: Element, numbers: Iterator[int]) -> Iterator[str]:
    yield escape(element.text or "")
    for one in element:
        kind = one.get("ctype", "")
        if one.tag == f"{NAMESPACE}g":
            number, mark = next(numbers), _MARKS.get(kind)
            begin, end = (mark, mark) if mark else ("[", f"]({one.get('xid', '')})")
            yield f'<bpt i="{number}" type="{kind}">{escape(begin)}</bpt>'
            yield from _inline(one, numbers)
            yield f'<ept i="{number}">{escape(end)}</ept>'
        elif one.tag == f"{NAMESPACE}x":
            yield f'<ph type="{kind}">{escape(one.get("equiv-text", ""))}</ph>'
        else:
            yield from _inline(one, numbers)
        yield escape(one.tail or "")
