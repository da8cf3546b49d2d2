"""XML whose elements know where they stand in their part's bytes, so that one can be changed and no other byte is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.parsers import expat

_TAG = re.compile(rb"""<[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>""")
_REFERENCE = re.compile(r"&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DEEPEST = 256


class DamagedXmlError(Exception):
    """A part is no XML, or such as no spreadsheet program writes: with a document type, or nested without end."""


class Element:
    """An element: its name without prefix, its attributes, and its places in the part's bytes.

    It begins at `start`; what it holds is between `opened` and `closed`; it ends at `end`.
    """

    __slots__ = ("attributes", "closed", "end", "inside", "name", "opened", "parent", "prefix", "start", "text")

    def __init__(self, name: str, attributes: dict[str, str], start: int, opened: int, parent: Element | None) -> None:
        self.prefix, _, self.name = name.rpartition(":")
        self.attributes, self.start, self.opened, self.parent = attributes, start, opened, parent
        self.closed = self.end = opened
        self.inside: list[Element] = []
        self.text = ""

    def first(self, name: str) -> Element | None:
        """The first element of this name directly in this one."""
        return next((each for each in self.inside if each.name == name), None)

    def each(self, *names: str) -> Iterator[Element]:
        """All elements of these names in this one, however deep, in their order."""
        stack = [self]
        while stack:
            one = stack.pop()
            if one.name in names:
                yield one
            stack.extend(reversed(one.inside))

    def all(self) -> Iterator[Element]:
        """This element and all in it, in their order."""
        stack = [self]
        while stack:
            yield (one := stack.pop())
            stack.extend(reversed(one.inside))

    def tag(self, name: str) -> str:
        """A name with this element's prefix."""
        return f"{self.prefix}:{name}" if self.prefix else name


def marked(data: bytes, watch: Callable[[Element], None] | None = None) -> tuple[bytes, Element]:
    """The part's bytes, in UTF-8, and its root. DamagedXmlError where it is none; `watch` sees each element begin."""
    data = _in_utf_8(data)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    open_: list[Element] = []
    roots: list[Element] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        start = parser.CurrentByteIndex
        tag = _TAG.match(data, start)
        if tag is None or len(open_) >= _DEEPEST:
            raise DamagedXmlError("its elements are nested too deep")
        element = Element(name, attributes, start, tag.end(), open_[-1] if open_ else None)
        (open_[-1].inside if open_ else roots).append(element)
        open_.append(element)
        if watch:
            watch(element)

    def finish(_: str) -> None:
        element = open_.pop()
        if data[element.opened - 2 : element.opened] != b"/>":
            element.closed = parser.CurrentByteIndex
            element.end = data.index(b">", element.closed) + 1

    def say(text: str) -> None:
        open_[-1].text += text

    def refuse(*_: object) -> None:
        raise DamagedXmlError("it has a document type, which no spreadsheet program writes")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, finish, say
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError) as error:
        raise DamagedXmlError(str(error)) from None
    return data, roots[0]


def _in_utf_8(data: bytes) -> bytes:
    declared = _DECLARED.match(data)
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), declared[1].decode() if declared else "")
    if encoding.lower() in ("", "utf-8", "us-ascii", "ascii"):
        return data
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError) as error:
        raise DamagedXmlError(str(error)) from None
    return re.sub(r"^<\?xml[^>]*\?>", '<?xml version="1.0" encoding="UTF-8"?>', text).encode()


class Edits:
    """Changes of a part's bytes, by their places: those inside one that goes whole go with it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._edits: list[tuple[int, int, bytes]] = []

    def replace(self, start: int, end: int, new: str) -> None:
        """These bytes become this text, which is XML."""
        self._edits.append((start, end, new.encode()))

    def text(self, element: Element, change: Callable[[str], list[tuple[int, int, str]]]) -> None:
        """Changes of what an element says, by the places in its text."""
        self._inside(element.opened, element.closed, change)

    def attribute(self, element: Element, name: str, change: Callable[[str], list[tuple[int, int, str]]]) -> None:
        """Changes of what an attribute says, by the places in its text."""
        self._inside(*self._value(element, name), change)

    def set_attribute(self, element: Element, name: str, value: str) -> None:
        """An attribute says this now, whether it was there or not."""
        if name in element.attributes:
            self.replace(*self._value(element, name), escaped(value))
        else:
            end = element.opened - (2 if self._data[element.opened - 2 : element.opened] == b"/>" else 1)
            self.replace(end, end, f' {name}="{escaped(value)}"')

    def drop_attribute(self, element: Element, name: str) -> None:
        """An attribute goes, with the space before it."""
        start, end = self._value(element, name)
        before = self._data[element.start : start]
        length = re.search(rb"\s+%s\s*=\s*[\"']$" % re.escape(name.encode()), before)
        assert length is not None
        self.replace(element.start + length.start(), end + 1, "")

    def done(self, begin: int = 0, end: int | None = None) -> bytes:
        """The bytes with all the changes; or those between two places, outside which nothing changes."""
        parts, at = [], begin
        # Of two that begin at one place, an insertion comes first, and then the longer one.
        for first, last, new in sorted(self._edits, key=lambda edit: (edit[0], edit[0] != edit[1], -edit[1])):
            if first < at:
                continue
            parts += [self._data[at:first], new]
            at = last
        return b"".join((*parts, self._data[at:end]))

    def __bool__(self) -> bool:
        return bool(self._edits)

    def _value(self, element: Element, name: str) -> tuple[int, int]:
        """Where an attribute's value stands, without its quotation marks."""
        at = element.start
        for match in re.finditer(rb"""\s([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')""", self._data[at : element.opened]):
            if match[1].decode() == name:
                return at + match.start(2) + 1, at + match.end(2) - 1
        raise DamagedXmlError(f"it has no attribute {name}")

    def _inside(self, start: int, end: int, change: Callable[[str], list[tuple[int, int, str]]]) -> None:
        raw = self._data[start:end].decode()
        if "<" in raw:
            raise DamagedXmlError("a text holds what no spreadsheet program writes there")
        text, places = _unescaped(raw)
        for first, last, new in change(text):
            before = len(raw[: places[first]].encode())
            after = len(raw[: places[last]].encode())
            self.replace(start + before, start + after, escaped(new))


def escaped(text: str) -> str:
    """A text as it stands in XML, in an attribute, too."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _unescaped(raw: str) -> tuple[str, list[int] | range]:
    """The text, and where in `raw` each of its characters stands, and its end."""
    if "&" not in raw:
        return raw, range(len(raw) + 1)
    text: list[str] = []
    places: list[int] = []
    at = 0
    for match in _REFERENCE.finditer(raw):
        text.append(raw[at : match.start()])
        places += range(at, match.start())
        decimal, hexadecimal, name = match.groups()
        text.append(_NAMED.get(name, "?") if name else chr(int(decimal or hexadecimal, 10 if decimal else 16)))
        places.append(match.start())
        at = match.end()
    text.append(raw[at:])
    places += range(at, len(raw) + 1)
    return "".join(text), places


def unescaped(raw: str) -> str:
    """A text as it stands in XML → what it says."""
    return _unescaped(raw)[0]
