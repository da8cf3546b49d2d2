"""The pieces of an equation → MathML, for who lays it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from deck.model.letterforms import in_form
from deck.model.mathematics import (
    Accent,
    Brace,
    Fence,
    Fraction,
    Frame,
    Function,
    Gap,
    Grid,
    Limits,
    Lines,
    Operator,
    Piece,
    Root,
    Row,
    Rule,
    Scripts,
    Signs,
)

WIDTHS = {
    " ": 0.25,
    "\u00a0": 0.25,
    "\u2002": 0.5,
    "\u2003": 1.0,
    "\u2005": 5 / 18,
    "\u2009": 1 / 6,
    "\u205f": 4 / 18,
}
"""How wide each space is, in sizes."""
_SPACES = re.compile(f"([{''.join(WIDTHS)}])")
_MARKS = {
    "\u0301": "´",
    "\u0305": "¯",
    "\u0306": "˘",
    "\u030c": "ˇ",
    "\u0307": "˙",
    "\u0308": "¨",
    "\u0300": "`",
    "\u0302": "ˆ",
    "\u0303": "˜",
    "\u030a": "˚",
    "\u20d7": "→",
    "\u20d6": "←",
    "\u20e1": "↔",
}
"""What draws each combining character as a sign of its own."""
_WIDE = {"\u0302": "\u0302", "\u0303": "\u0303", "\u030c": "\u030c"}
_ORDINARY = frozenset("∂∇∞∅∀∃¬∠△□…%$#&_°′″‴⁗@?")
"""Signs that stand for something as a letter does, without room round them."""
_BEFORE_ONE, _CLOSING = frozenset("+−±∓"), frozenset(")]}⟩⌋⌉|‖!")
_STRIKES = {"up": "updiagonalstrike", "down": "downdiagonalstrike", "level": "horizontalstrike"}
_THIN, _WIDE_SPACE = WIDTHS["\u2009"], WIDTHS["\u2005"]


def mathml(row: Row) -> Element:
    """The whole equation, displayed."""
    root = Element("math", {"display": "block"})
    root.append(_row(row))
    return root


def _row(row: Row) -> Element:
    return _made("mrow", *_all(row))


def _all(row: Row) -> Iterator[Element]:
    before: Piece | None = None
    for piece in row:
        if isinstance(piece, Signs) and piece.text in _BEFORE_ONE and _awaits(before):
            yield _made("mo", text=piece.text, form="prefix", lspace="0", rspace="0")
        else:
            yield from _piece(piece)
        before = piece
    if not row:
        yield _space(0)


def _awaits(before: Piece | None) -> bool:
    """Whether a sign after this is of what follows it alone, as a minus after an equals sign is."""
    return before is None or (
        isinstance(before, Signs)
        and before.kind == "operator"
        and before.text not in _ORDINARY
        and before.text not in _CLOSING
        and before.text not in WIDTHS
    )


def _made(tag: str, *children: Element, text: str | None = None, **attributes: str) -> Element:
    made = Element(tag, attributes)
    made.text = text
    made.extend(children)
    return made


def _space(width: float) -> Element:
    return _made("mspace", width=f"{width:.4f}em")


def _piece(piece: Piece) -> Iterable[Element]:
    match piece:
        case Signs():
            return _signs(piece)
        case Fraction(over, under, bar):
            thickness = {} if bar else {"linethickness": "0"}
            return [_made("mfrac", _row(over), _row(under), **thickness)]
        case Root(of, degree):
            return [_made("mroot", _row(of), _row(degree)) if degree else _made("msqrt", _row(of))]
        case Scripts(base, sub, sup, True):
            return [_scripted((), sub, sup), *_all(base)]
        case Scripts(base, sub, sup):
            return [_scripted(base, sub, sup)]
        case Limits(base, under, over):
            return [_limited(_row(base), under, over)]
        case Operator(sign, of, under, over, beside):
            mark = _made("mo", text=sign)
            bounded = _scripted((Signs(sign, "operator"),), under, over) if beside else _limited(mark, under, over)
            return [bounded, *_all(of)]
        case Fence(start, end, rows, between):
            return [_fence(start, end, rows, between)]
        case Grid(rows, columns):
            aligned = " ".join(columns)
            return [_made("mtable", *_table(rows), columnalign=aligned, columnspacing="0.9em", rowspacing="0.35em")]
        case Lines(rows):
            cells = max((len(row) for row in rows), default=1)
            aligned = " ".join(("right", "left")[at % 2] for at in range(cells)) if cells > 1 else "center"
            table = _made("mtable", *_table(rows), columnalign=aligned, rowspacing="0.35em")
            table.set("columnspacing", " ".join(("0em", "1em")[at % 2] for at in range(max(cells - 1, 1))))
            table.set("displaystyle", "true")
            return [table]
        case Accent(mark, of):
            return [_accented(mark, of)]
        case Rule(of, over):
            return [_made("mover" if over else "munder", _row(of), _made("mo", text="―"))]
        case Brace(sign, of, _, True):
            return [_labelled(sign, of)]
        case Brace(sign, of, over):
            mark = _made("mo", text=sign, stretchy="true")
            return [_made("mover" if over else "munder", _row(of), mark)]
        case Function(name, of):
            begins = of[0] if of else None
            close = isinstance(begins, Fence) or (isinstance(begins, Signs) and begins.text in "([{")
            return [*_all(name), *([] if close else [_space(_THIN)]), *_all(of)]
        case Frame(of, strikes):
            return [_made("menclose", _row(of), notation=" ".join(_STRIKES[each] for each in strikes) or "box")]
        case Gap(of, wide, high):
            empty = _made("mphantom", _row(of))
            return [empty if wide and high else _made("mpadded", empty, **_flat(wide))]


def _flat(wide: bool) -> dict[str, str]:
    return {"height": "0", "depth": "0"} if wide else {"width": "0"}


def _signs(piece: Signs) -> Iterator[Element]:
    tag = {"letter": "mi", "number": "mn", "operator": "mo", "words": "mtext"}[piece.kind]
    for part in filter(None, _SPACES.split(piece.text)):
        if part in WIDTHS:
            yield _space(WIDTHS[part])
        elif piece.kind == "operator" and part.isalpha() and len(part) > 1:
            yield _made("mi", text=part, mathvariant="normal")
        elif tag == "mo" and part in "()[]{}|‖":
            yield _made("mo", text=part, stretchy="false")
        elif piece.kind == "letter" and piece.look != "upright":
            # Each letter of a product is one of its own.
            yield from (_made("mi", text=in_form(char, piece.look), mathvariant="normal") for char in part)
        elif tag == "mo":
            yield from (_operator(char) for char in part)
        else:
            yield _made(tag, text=in_form(part, piece.look), mathvariant="normal")


def _accented(mark: str, of: Row) -> Element:
    wide = len(of) > 1 and mark in _WIDE
    grows = wide or (len(of) > 1 and mark >= "\u20d0")
    sign = _made("mo", text=_WIDE[mark] if wide else _MARKS.get(mark, mark), lspace="0", rspace="0")
    sign.set("stretchy", "true" if grows else "false")
    return _made("mover", _row(of), sign, accent="true")


def _labelled(sign: str, label: Row) -> Element:
    """An arrow as long as its label, which stands over it."""
    # Under something, the library does not stretch an arrow: it puts a smaller one in its place before.
    unseen = _made("mpadded", _made("mphantom", _space(0.2), _row(label), _space(0.2)), height="0", depth="0")
    arrow = _made("mo", text=sign, stretchy="true", lspace="0", rspace="0")
    long = _made("mover", _made("mstyle", unseen, scriptlevel="1"), _made("mstyle", arrow, scriptlevel="0"))
    return _made("mrow", _space(_WIDE_SPACE), _made("mover", long, _row(label)), _space(_WIDE_SPACE))


def _operator(char: str) -> Element:
    return _made("mo", text=char, lspace="0", rspace="0") if char in _ORDINARY else _made("mo", text=char)


def _scripted(base: Row, sub: Row, sup: Row) -> Element:
    scripts = [_row(each) for each in (sub, sup) if each]
    tag = "msubsup" if sub and sup else "msub" if sub else "msup"
    alone = list(_all(base))
    core = alone[0] if len(alone) == 1 and alone[0].tag in ("mi", "mn", "mo") else _row(base)
    return _made(tag, core, *scripts) if scripts else core


def _limited(base: Element, under: Row, over: Row) -> Element:
    limits = [_row(each) for each in (under, over) if each]
    tag = "munderover" if under and over else "munder" if under else "mover"
    return _made(tag, base, *limits) if limits else base


def _fence(start: str, end: str, rows: tuple[Row, ...], between: str) -> Element:
    made = _made("mrow")
    if start:
        made.append(_made("mo", text=start, stretchy="true", fence="true", form="prefix"))
    for number, row in enumerate(rows):
        if number:
            made.append(_made("mo", text=between, stretchy="true", fence="true", lspace="0.05em", rspace="0.05em"))
        made.extend(_all(row))
    if end:
        made.append(_made("mo", text=end, stretchy="true", fence="true", form="postfix"))
    return made


def _table(rows: Iterable[Iterable[Row]]) -> Iterator[Element]:
    return (_made("mtr", *(_made("mtd", *_all(cell)) for cell in row)) for row in rows)
