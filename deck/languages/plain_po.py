"""A PO file as editors write it, read in one pass: most are so, and a build needs no more of them than is read here.

What is not as plain, such as one with earlier texts (`#|`) or with a mistake, is polib's to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from deck.ground.dataclass import dataclass

_CHARACTERS = r'[^"\\\n]*(?:\\[bfnrtv"\\][^"\\\n]*)*'
_PIECE = re.compile(rf'"({_CHARACTERS})"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a PO file says of a message: its `forms` in order, each with its line; `line` is where its entry begins."""

    key: str | None
    source: str
    forms: tuple[str, ...]
    plural: bool
    fuzzy: bool
    lines: tuple[int, ...]
    line: int


@dataclass(frozen=True, slots=True)
class PlainPo:
    """A PO file: its `text`, what its header says, and its entries but for those that are obsolete."""

    text: str
    header: Mapping[str, str]
    entries: tuple[Said, ...]


def plain_po(text: str) -> PlainPo | None:
    """What a whole file says, whose lines end as those of a text do; None where it is not plain."""
    entries = [*_entries(text if text.endswith("\n") else f"{text}\n")]
    if not entries or None in entries:
        return None
    header, *said = (one for one in entries if one)
    if header.key is not None or header.source or header.plural or not all(one.source for one in said):
        return None
    return PlainPo(text, dict(_header(header.forms[0])), tuple(said))


def unescaped(written: str) -> str:
    """What stands between quotation marks in a PO file, as it is meant."""
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), written) if "\\" in written else written


def _entry(before: str) -> re.Pattern[str]:
    """An entry, with this before each of its lines that is no comment."""
    words = rf'[ \t]+"{_CHARACTERS}"[ \t]*\n(?:{before}"{_CHARACTERS}"[ \t]*\n)*'
    return re.compile(
        r"((?:#(?:\n| .*\n|[.:,] [ \t]*[^\s].*\n))*)"
        rf"(?:{before}msgctxt({words}))?{before}msgid({words})(?:{before}msgid_plural{words})?"
        rf"(?:{before}msgstr({words})|((?:{before}msgstr\[\d\]{words})+))"
    )


_ENTRY, _OBSOLETE = _entry(""), _entry("#~ ")
_COMMENTS, _KEY, _SOURCE, _FORM, _FORMS = range(1, 6)
_NUMBERED = re.compile(rf'msgstr\[(\d)\]((?:[ \t]*"{_CHARACTERS}"[ \t]*\n)+)')
_FUZZY = re.compile(r"^#,(?:.*,)?[ \t]*fuzzy[ \t]*(?:,|$)", re.MULTILINE)
_BETWEEN = re.compile(r"\n*")


def _entries(text: str) -> Iterator[Said | None]:
    """Each entry that is not obsolete; None, and no more, where one is not plain."""
    at, line = 0, 1
    while True:
        start = at
        if between := _BETWEEN.match(text, at):
            at = between.end()
        if at == len(text):
            return
        line += at - start
        if found := _ENTRY.match(text, at):
            yield _said(found, text, line)
        elif not (found := _OBSOLETE.match(text, at)):
            yield None
            return
        line += text.count("\n", at, found.end())
        at = found.end()


def _said(found: re.Match[str], text: str, line: int) -> Said | None:
    forms, places, plural = [found[_FORM]], [found.start(_FORM)], found[_FORM] is None
    if plural:
        numbered = [*_NUMBERED.finditer(text, *found.span(_FORMS))]
        if [int(each[1]) for each in numbered] != [*range(len(numbered))]:
            return None
        forms, places = [each[2] for each in numbered], [each.start() for each in numbered]
    return Said(
        _words(found[_KEY]) if found[_KEY] else None,
        _words(found[_SOURCE]),
        tuple(map(_words, forms)),
        plural,
        bool(_FUZZY.search(found[_COMMENTS])),
        tuple(line + text.count("\n", found.start(), place) for place in places),
        line,
    )


def _words(written: str) -> str:
    return unescaped("".join(_PIECE.findall(written)))


def _header(words: str) -> Iterator[tuple[str, str]]:
    """Each field of a header, as polib reads them."""
    name, value = "", ""
    for line in words.splitlines():
        before, colon, after = line.partition(":")
        if colon:
            if name:
                yield name, value
            name, value = before, after.strip()
        else:
            value += f"\n{line.strip()}"
    if name:
        yield name, value
