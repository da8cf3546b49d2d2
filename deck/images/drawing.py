"""An SVG → a drawing that is safe to hand on, and its picture in pixels.

Kept is what draws. What runs, moves, loads, or tells of its author and the program that made it is left out: a deck
goes to many, and what is in an SVG there is read by a browser's engine.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from deck.fields.findings import Finding, MistakenError, Noticed
from deck.ground.diagnostics import Severity
from deck.ground.files import holds_text
from deck.ground.installing import install_command
from deck.ground.late_pattern import late_pattern
from deck.images.references import check_drawn_parts
from deck.model.content import ImageFile

if TYPE_CHECKING:
    from xml.etree import ElementTree

_SVG, _XLINK, _XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
_DRAWING = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "switch", "style", "image", "text", "tspan", "textPath"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "filter"),
    )
)
_AS_GROUPS = {"a": "g"}
_WORDS_FOR = {
    "script": "scripts",
    "foreignObject": "parts in HTML",
    **dict.fromkeys(("animate", "animateMotion", "animateTransform", "set"), "movement"),
}
_LINK = late_pattern(r"url\(\s*(?!['\"]?#)", re.IGNORECASE)
_PICTURE = late_pattern(r"data:image/(?:png|jpe?g|gif|webp);base64,", re.IGNORECASE)
_AT_RULE = late_pattern(r"@[^;{}]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})|/\*.*?\*/", re.DOTALL)
_NUMBER = late_pattern(r"[-+]?[0-9]*\.?[0-9]+(?:e[-+]?[0-9]+)?", re.IGNORECASE)
_LENGTH = late_pattern(r"\s*([0-9]*\.?[0-9]+(?:e[-+]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|q)?\s*", re.IGNORECASE)
_PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 96 / 101.6}
_DEEPEST, _MOST_PARTS = 200, 100_000
_FIRST_WIDTH = 1600
_LONGEST_SHAPE = 50

Picture = Callable[[bytes], bytes]
"""What makes of a picture's file what decks hold of it."""


def is_drawing(path: str, data: bytes) -> bool:
    """Whether this is meant to be an SVG."""
    return path.lower().endswith((".svg", ".svgz")) or (holds_text(data) and b"<svg" in data[:4000].replace(b"\0", b""))


def prepared_drawing(path: str, data: bytes, picture: Picture) -> ImageFile | Noticed:
    """The drawing in the file of this path, with what is to be said about it. MistakenError where it is none."""
    from xml.etree import ElementTree

    left_out: set[str] = set()
    try:
        root = ElementTree.fromstring(_text(data))
        width, height = _size(root)
        clean = _cleaned(root, left_out, picture)
        check_drawn_parts(clean, _MOST_PARTS)
    except (ElementTree.ParseError, ValueError) as error:
        message = f"{path} is no SVG drawing that can be used: {error}"
        raise MistakenError(Finding("image-format", message, "save it as plain SVG, or export it as PNG")) from None
    clean.set("width", f"{width:g}")
    clean.set("height", f"{height:g}")
    clean.attrib.setdefault("viewBox", f"0 0 {width:g} {height:g}")
    drawing = ElementTree.tostring(clean, "unicode").encode()
    shown = rasterised(drawing, max(_FIRST_WIDTH, round(width)))
    findings = list(_told(path, clean, left_out))
    file = ImageFile(path, shown, round(width * 100), round(height * 100), drawing)
    return Noticed(file, tuple(findings)) if findings else file


@lru_cache(maxsize=64)
def rasterised(drawing: bytes, width: int) -> bytes:
    """The drawing as a PNG so many pixels wide. MistakenError where it cannot be drawn."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        message = "an SVG drawing needs a library that draws it for programs that know none, and that is not there"
        hint = f"install it with `{install_command('svg')}`, or export the drawing as PNG"
        raise MistakenError(Finding("library-missing", message, hint)) from None
    try:
        return svg_to_bytes(svg_string=drawing.decode(), width=width, skip_system_fonts=b"<text" not in drawing)
    except ValueError as error:
        message = f"the drawing cannot be drawn: {error}"
        raise MistakenError(Finding("image-format", message, "save it as plain SVG, or export it as PNG")) from None


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("it is not in UTF-8") from None
    if "<!ENTITY" in text:
        raise ValueError("it declares entities")
    return text


def _size(root: ElementTree.Element) -> tuple[float, float]:
    """Width and height in pixels, of the picture as it is meant."""
    if root.tag != f"{{{_SVG}}}svg":
        raise ValueError("it does not begin with an svg")
    written = [number for number in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if number]
    box = [float(number) for number in written if _NUMBER.fullmatch(number)]
    if written and (len(box) != len(written) or len(box) != 4 or not all(map(_is_length, box[2:]))):
        raise ValueError("its viewBox is not four numbers")
    stated = [_length(root.get(name)) for name in ("width", "height")]
    width, height = (given or (box[index + 2] if box else None) for index, given in enumerate(stated))
    if width is None or height is None:
        raise ValueError("it says neither its size nor its viewBox")
    if box and None in stated:
        # What is not stated follows from the shape of what is drawn.
        width, height = (height * box[2] / box[3], height) if stated[1] else (width, width * box[3] / box[2])
    if not 1 / _LONGEST_SHAPE <= width / height <= _LONGEST_SHAPE:
        raise ValueError(f"its sides are as {width:g} to {height:g}")
    return width, height


def _length(value: str | None) -> float | None:
    found = _LENGTH.fullmatch(value or "")
    number = float(found[1]) * _PIXELS[(found[2] or "px").lower()] if found else 0.0
    return number if _is_length(number) else None


def _is_length(number: float) -> bool:
    return 0 < number < 1e6


def _cleaned(root: ElementTree.Element, left_out: set[str], picture: Picture) -> ElementTree.Element:
    """A copy of what draws; the kinds of what does not are added to `left_out`."""
    from xml.etree import ElementTree

    clean = ElementTree.Element("svg", {"xmlns": _SVG, "xmlns:xlink": _XLINK})
    copies = [(root, clean, 0)]
    parts = 0
    while copies:
        source, copy, depth = copies.pop()
        parts += 1
        if depth > _DEEPEST or parts > _MOST_PARTS:
            raise ValueError("it has too many parts, or they stand inside one another too deeply")
        copy.attrib.update(_attributes(source, left_out, picture))
        copy.text, copy.tail = source.text, source.tail if source is not root else None
        if copy.tag == "style":
            copy.text = _style("".join(source.itertext()), left_out)
            continue
        kept = []
        for child in _shown_of(source):
            namespace, _, kind = str(child.tag).rpartition("}")
            kind = _AS_GROUPS.get(kind, kind)
            if namespace == f"{{{_SVG}" and (kind in _DRAWING or kind.startswith("fe")):
                kept.append((child, ElementTree.SubElement(copy, kind), depth + 1))
            elif namespace == f"{{{_SVG}" and kind in _WORDS_FOR:
                left_out.add(_WORDS_FOR[kind])
        copies += reversed(kept)
    return clean


def _shown_of(source: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Its children; of a `switch` the first that is drawn here, and every part in HTML, which is told."""
    if source.tag != f"{{{_SVG}}}switch":
        yield from source
        return
    others = [each for each in source if each.tag != f"{{{_SVG}}}foreignObject"]
    yield from (each for each in source if each not in others)
    in_any_language = (each for each in others if "systemLanguage" not in each.attrib)
    yield from islice([*in_any_language, *others], 1)


def _attributes(source: ElementTree.Element, left_out: set[str], picture: Picture) -> Iterator[tuple[str, str]]:
    for name, value in source.attrib.items():
        if name in ("href", f"{{{_XLINK}}}href"):
            if value.startswith("#"):
                yield "xlink:href", value
            elif _PICTURE.match(value):
                yield "xlink:href", _embedded(value, picture)
            elif not source.tag.endswith("}a"):
                left_out.add("links to other files")
        elif name == f"{{{_XML}}}space":
            yield "xml:space", value
        elif name.startswith(("{", "on", "data-")) or name == "xmlns":
            if name.startswith("on"):
                left_out.add("scripts")
        elif _LINK.search(value) or "\\" in value:
            left_out.add("links to other files")
        else:
            yield name, value


def _style(text: str, left_out: set[str]) -> str:
    """A style sheet without what it would load; one that hides what it says is left out."""
    plain = _AT_RULE.sub("", text)
    if _LINK.search(plain) or "\\" in plain or "@" in plain:
        left_out.add("links to other files")
        return ""
    return plain


def _embedded(value: str, picture: Picture) -> str:
    """A picture within the drawing, as it would be beside it."""
    try:
        made = picture(base64.b64decode(value.partition(",")[2], validate=False))
    except binascii.Error:
        raise ValueError("a picture in it is damaged") from None
    kind = "png" if made.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(made).decode('ascii')}"


def _told(path: str, clean: ElementTree.Element, left_out: set[str]) -> Iterator[Finding]:
    if left_out:
        message = f"{path} holds more than a drawing: {', '.join(sorted(left_out))}; decks get none of that"
        hint = "see whether it still looks as it should"
        yield Finding("image-metadata", message, hint, severity=Severity.WARNING)
    if any(element.tag == "text" for element in clean.iter()):
        message = f"the letters in {path} are shown in whatever font each program has for them"
        hint = "turn them into paths in the program that drew it, and say what matters in the description"
        yield Finding("image-letters", message, hint, severity=Severity.WARNING)
