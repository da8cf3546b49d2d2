"""MathML, as the parser writes it → the pieces that an equation is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from deck.equations.commands import LIMITED
from deck.model.letterforms import Form, in_form
from deck.model.mathematics import (
    Accent,
    Brace,
    Fence,
    Fraction,
    Frame,
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

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUMS = frozenset("∑∏∐⋂⋃⋀⋁⨀⨁⨂⨃⨄⨅⨆")
INTEGRALS = frozenset("∫∬∭⨌∮∯∰∱∲∳")
_MARKS = {
    "´": "\u0301",
    "¯": "\u0305",
    "˘": "\u0306",
    "ˇ": "\u030c",
    "˙": "\u0307",
    "¨": "\u0308",
    "\u20db": "\u20db",
    "\u20dc": "\u20dc",
    "`": "\u0300",
    "^": "\u0302",
    "~": "\u0303",
    "˚": "\u030a",
    "→": "\u20d7",
    "←": "\u20d6",
    "↔": "\u20e1",
}
"""The combining character of each sign that stands over others."""
_LINE = "―"
_OFFICES = {"·": "⋅", "*": "∗"}
"""What Office has for signs that are no operators of Unicode's."""
_REFERENCE = re.compile("&#x([0-9A-Fa-f]+);")
_FORMS: Mapping[str, Form] = {
    "double-struck": "double-struck",
    "script": "script",
    "fraktur": "fraktur",
    "sans-serif": "sans-serif",
    "sans-serif-italic": "sans-serif",
    "monospace": "monospace",
}
_LOOKS = {"normal": "upright", "bold": "bold", "italic": "italic", "bold-italic": "bold-italic"}
_STRIKES = {"updiagonalstrike": "up", "downdiagonalstrike": "down", "horizontalstrike": "level"}


def pieces(elements: Iterable[Element], named: Sequence[Signs]) -> Row:
    """What these elements show side by side. Their words are numbers of those that are `named`.

    LookupError where one is of no kind that is known here.
    """
    return tuple(piece for element in elements for piece in _READ[element.tag](element, named))


def _within(element: Element, named: Sequence[Signs]) -> Row:
    return pieces(element, named)


def _signs(element: Element, named: Sequence[Signs]) -> Row:
    text = _text(element)
    if not text:
        return ()
    variant = element.get("mathvariant", "")
    if variant in _FORMS:
        return (Signs(in_form(text, _FORMS[variant]), "letter"),)
    if text[0].isdigit() or (text[0] == "." and text[1:].isdigit()):
        return (Signs(text, "number", "bold" if variant.startswith("bold") else "upright"),)
    if not text.isalpha():
        return (Signs(_OFFICES.get(text, text), "operator"),)
    return (Signs(text, "letter", cast(Any, _LOOKS.get(variant) or _usual(text))),)


def _usual(letter: str) -> str:
    """How a letter looks that nothing is said of: slanted, but for Greek capitals and signs that once were letters."""
    greek_capital = "\u0391" <= letter <= "\u03a9"
    return "upright" if len(letter) > 1 or greek_capital or "\u2100" <= letter <= "\u214f" else "italic"


def _text(element: Element) -> str:
    return _REFERENCE.sub(lambda found: chr(int(found[1], 16)), element.text or "")


def _named(element: Element, named: Sequence[Signs]) -> Row:
    signs = named[int(element.text or "")]
    if signs.text in _OFFICES:
        return (Signs(_OFFICES[signs.text], "operator"),)
    variant = element.get("mathvariant", "")
    if signs.kind == "operator" and signs.text.isalnum() and variant in _FORMS:
        return (Signs(in_form(signs.text, _FORMS[variant]), "letter"),)
    return (signs,)


def _row(element: Element, named: Sequence[Signs]) -> Row:
    """What stands side by side; between brackets that grow, those."""
    children = list(element)
    if not children or children[0].get("form") != "prefix":
        return pieces(children, named)
    closed = len(children) > 1 and children[-1].get("form") == "postfix"
    inner = children[1:-1] if closed else children[1:]
    parts: list[list[Element]] = [[]]
    between = []
    for child in inner:
        if child.tag == "mo" and child.get("fence") == "true" and not child.get("form"):
            between.append(_text(child))
            parts.append([])
        else:
            parts[-1].append(child)
    end = _text(children[-1]) if closed else ""
    if len(set(between)) > 1:
        # Office knows one sign for all that is parted.
        return (Fence(_text(children[0]), end, (pieces(inner, named),)),)
    rows = tuple(pieces(part, named) for part in parts)
    return (Fence(_text(children[0]), end, rows, *between[:1]),)


def _fraction(element: Element, named: Sequence[Signs]) -> Row:
    over, under = (_part(each, named) for each in element)
    return (Fraction(over, under, element.get("linethickness") != "0"),)


def _part(element: Element, named: Sequence[Signs]) -> Row:
    return pieces([element], named)


def _square_root(element: Element, named: Sequence[Signs]) -> Row:
    return (Root(pieces(element, named)),)


def _root(element: Element, named: Sequence[Signs]) -> Row:
    of, degree = (_part(each, named) for each in element)
    return (Root(of, degree),)


def _scripts(element: Element, named: Sequence[Signs]) -> Row:
    base, *others = (_part(each, named) for each in element)
    sub, sup = {"msub": (*others, ()), "msup": ((), *others)}.get(element.tag, tuple(others))
    return _bounded(base, sub, sup, beside=True)


def _bounded(base: Row, under: Row, over: Row, *, beside: bool) -> Row:
    """A row with what is lowered and raised at it, as its kind has them: beside it, or under and over it."""
    if not under and not over:
        return base
    (only,) = base if len(base) == 1 else (None,)
    if isinstance(only, Signs):
        if only.text in SUMS or only.text in INTEGRALS:
            return (Operator(only.text, (), under, over, beside and only.text in INTEGRALS),)
        if only.kind == "letter" and only.text.replace("\u2009", " ") in LIMITED:
            return (Limits(base, under, over),)
    return (Scripts(base, under, over),) if beside else (Limits(base, under, over),)


def _over_and_under(element: Element, named: Sequence[Signs]) -> Row:
    first, *others = element
    sign = _text(others[0]) if others[0].tag == "mo" else ""
    if first.tag == "mstyle" and (arrow := first[0].text):
        labels = [_part(each, named) for each in others]
        stretched = Brace(_REFERENCE.sub(lambda found: chr(int(found[1], 16)), arrow), labels[-1], False, True)
        return (Limits((stretched,), labels[0]),) if len(labels) > 1 else (stretched,)
    base = _part(first, named)
    if sign and element.tag != "munderover":
        above = element.tag == "mover"
        if sign == _LINE:
            return (Rule(base, above),)
        if above and sign in _MARKS:
            return (Accent(_MARKS[sign], base),)
        return (Brace(sign, base, above),)
    rows = [_part(each, named) for each in others]
    under, over = {"munder": (*rows, ()), "mover": ((), *rows)}.get(element.tag, tuple(rows))
    return _bounded(base, under, over, beside=False)


def _table(element: Element, named: Sequence[Signs]) -> Row:
    rows = [[_part(cell, named) for cell in row] for row in element]
    while rows and not any(rows[-1]):
        rows.pop()
    if element.get("displaystyle") == "true":
        return (Lines(tuple(map(tuple, rows))),)
    columns = max(map(len, rows), default=1)
    aligned = [cell.get("columnalign", "center") for cell in next(iter(element), ())]
    aligned += ["center"] * (columns - len(aligned))
    full = tuple(tuple(list(map(_begun, row)) + [()] * (columns - len(row))) for row in rows)
    return (Grid(full or (((),) * columns,), cast(Any, tuple(aligned[:columns]))),)


def _begun(cell: Row) -> Row:
    """A cell without the space before its first words, which is before them in any column but the first."""
    first = cell[0] if cell else None
    if isinstance(first, Signs) and first.kind == "words" and first.text.strip():
        return (replace(first, text=first.text.lstrip()), *cell[1:])
    return cell


def _frame(element: Element, named: Sequence[Signs]) -> Row:
    strikes = tuple(_STRIKES[each] for each in element.get("notation", "").split() if each in _STRIKES)
    return (Frame(pieces(element, named), cast(Any, strikes)),)


def _padded(element: Element, named: Sequence[Signs]) -> Row:
    """The room of what is not shown, of which only the width counts, or only the height; or a label of an arrow."""
    if len(element) == 1 and element[0].tag == "mphantom":
        return (Gap(pieces(element[0], named), wide=element.get("width") is None, high=element.get("height") is None),)
    return pieces(element, named)


def _gap(element: Element, named: Sequence[Signs]) -> Row:
    return (Gap(pieces(element, named)),)


def _nothing(element: Element, named: Sequence[Signs]) -> Row:
    return ()


_READ: Mapping[str, Callable[[Element, Sequence[Signs]], tuple[Piece, ...]]] = {
    **dict.fromkeys(("mi", "mn", "mo"), _signs),
    **dict.fromkeys(("msub", "msup", "msubsup"), _scripts),
    **dict.fromkeys(("munder", "mover", "munderover"), _over_and_under),
    **dict.fromkeys(("mstyle", "mtd"), _within),
    "mtext": _named,
    "mrow": _row,
    "mfrac": _fraction,
    "msqrt": _square_root,
    "mroot": _root,
    "mtable": _table,
    "menclose": _frame,
    "mpadded": _padded,
    "mphantom": _gap,
    "mspace": _nothing,
}
