"""Equations as Office's own, which PowerPoint edits, with a picture for programs that know none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, assert_never

from deck.export.pptx.drawing import fill, place, properties
from deck.export.pptx.equation_words import MATH, math_words
from deck.export.pptx.sheet import Sheet
from deck.export.pptx.xml import A
from deck.export.xml import content, value
from deck.images import silhouette
from deck.model.equations import FONT, Equation
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
    Look,
    Operator,
    Piece,
    Root,
    Row,
    Rule,
    Scripts,
    Signs,
)
from deck.model.units import points

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
_P159 = "http://schemas.microsoft.com/office/powerpoint/2015/09/main"
_FONT = f'<a:latin typeface="{FONT}" panose="02040503050406030204" pitchFamily="18" charset="0"/>'
_NOTHING = "\u200b"
"""What stands where there is nothing: else PowerPoint shows a dotted box to be filled."""
_PIXELS = 2.5
"""Of a picture, to a point: 180 to the inch."""
_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_JUSTIFIED = {"left": ("left", "l"), "centre": ("center", "ctr"), "right": ("right", "r")}
_STRIKES = {"level": "strikeH", "up": "strikeBLTR", "down": "strikeTLBR"}
"""What each stroke is called, in the order in which the schema wants them."""


def equation_xml(sheet: Sheet, equation: Equation) -> str:
    """The equation, and for who knows no equations a picture of it.

    The mark of PowerPoint 2016 stands beside that of equations, as LibreOffice says that it knows these, and then shows
    nothing: so it takes the picture, which is the preview's.
    """
    head = properties(sheet.next_id(), equation.name, equation.description, decorative=False)
    return (
        f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice xmlns:a14="{_A14}" xmlns:p159="{_P159}"'
        f' Requires="a14 p159">{_native(sheet, equation, head)}</mc:Choice>'
        f"<mc:Fallback>{_drawn(sheet, equation, head)}</mc:Fallback></mc:AlternateContent>"
    )


def equation_words(equation: Equation) -> str:
    """An equation's words, as they are read from a deck that has it."""
    from lxml import etree

    row = office_math(equation.row)
    return math_words(etree.fromstring(f'<m:oMath xmlns:m="{MATH}" xmlns:a="{A}">{row}</m:oMath>'))


def office_math(row: Row, attributes: str = "", colour: str = "") -> str:
    """A row in Office Math Markup (ISO/IEC 29500-1, 22.1), in runs with these attributes and this fill."""
    return _Writer(attributes, colour).row(row)


def _native(sheet: Sheet, equation: Equation, head: str) -> str:
    size = f' sz="{round(equation.size * 100)}"'
    justified, aligned = _JUSTIFIED[equation.align]
    row = office_math(equation.row, f"{sheet.lang}{size}", fill(equation.colour))
    return (
        f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr txBox="1"/>{sheet.drawn}</p:nvSpPr><p:spPr>{place(equation.rect)}'
        f"{_RECTANGLE}<a:noFill/></p:spPr><p:txBody>"
        '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
        f'<a:lstStyle/><a:p><a:pPr algn="{aligned}" rtl="0"/><a14:m><m:oMathPara xmlns:m="{MATH}"><m:oMathParaPr>'
        f'<m:jc m:val="{justified}"/></m:oMathParaPr><m:oMath>{row}</m:oMath></m:oMathPara></a14:m>'
        f"<a:endParaRPr{sheet.lang}{size}/></a:p></p:txBody></p:sp>"
    )


def _drawn(sheet: Sheet, equation: Equation, head: str) -> str:
    """The equation as a picture that fills its shape, as PowerPoint writes it: some programs draw no other."""
    width, height = (round(points(each) * _PIXELS) for each in (equation.rect.width, equation.rect.height))
    image = sheet.image(silhouette(_in_pixels(equation), (width, height), equation.ink))
    return (
        f'<p:sp><p:nvSpPr>{head}<p:cNvSpPr><a:spLocks noRot="1" noChangeAspect="1" noTextEdit="1"/></p:cNvSpPr>'
        f"{sheet.drawn}</p:nvSpPr><p:spPr>{place(equation.rect)}{_RECTANGLE}<a:blipFill>"
        f'<a:blip r:embed="{image}"/><a:stretch><a:fillRect/></a:stretch></a:blipFill></p:spPr></p:sp>'
    )


def _in_pixels(equation: Equation) -> Iterator[Iterator[tuple[str | float, ...]]]:
    """The outlines where they stand in the equation's own rectangle."""
    scale = equation.size * _PIXELS
    drawn = equation.drawn_rect
    left, top = (points(each) * _PIXELS for each in (drawn.left - equation.rect.left, drawn.top - equation.rect.top))
    top += equation.drawing.ascent * scale

    def placed(letter: str | float, *at: str | float) -> tuple[str | float, ...]:
        return (letter, *((top if index % 2 else left) + float(each) * scale for index, each in enumerate(at)))

    return ((placed(*step) for step in outline) for outline in equation.drawing.outlines)


class _Face(NamedTuple):
    """How signs are written that can stand in one run."""

    look: Look
    words: bool = False
    literal: bool = False


class _Writer:
    """Writes rows in runs with these attributes and this fill."""

    def __init__(self, attributes: str, colour: str) -> None:
        self._attributes, self._colour = attributes, colour
        self._control = f"<m:ctrlPr>{self._looks('italic')}</m:ctrlPr>"

    def row(self, row: Row) -> str:
        """What stands side by side; signs of one face in one run."""
        written = []
        for is_signs, group in groupby(row, lambda piece: isinstance(piece, Signs)):
            pieces = list(group)
            written.append(self._runs(pieces) if is_signs else "".join(map(self._piece, pieces)))
        return "".join(written)

    def _part(self, tag: str, row: Row) -> str:
        return f"<m:{tag}>{self.row(row) or self._run(_Face('upright'), _NOTHING)}</m:{tag}>"

    def _made(self, tag: str, settings: str, *parts: str) -> str:
        return f"<m:{tag}><m:{tag}Pr>{settings}{self._control}</m:{tag}Pr>{''.join(parts)}</m:{tag}>"

    def _runs(self, signs: Iterable[Piece]) -> str:
        faced: list[tuple[_Face, str]] = []
        for each in signs:
            assert isinstance(each, Signs)
            face = _face(each)
            text = each.text if face.words else in_form(each.text, each.look)
            if faced and faced[-1][0] == face:
                faced[-1] = (face, faced[-1][1] + text)
            else:
                faced.append((face, text))
        return "".join(self._run(face, text) for face, text in faced)

    def _run(self, face: _Face, text: str) -> str:
        style = {"upright": "p", "bold": "b", "bold-italic": "bi"}.get(face.look, "")
        literal = "<m:lit/>" if face.literal else ""
        says = literal + ("<m:nor/>" if face.words else f'<m:sty m:val="{style}"/>' if style else "")
        kept = ' xml:space="preserve"' if text != text.strip() else ""
        says = f"<m:rPr>{says}</m:rPr>" if says else ""
        return f"<m:r>{says}{self._looks(face.look)}<m:t{kept}>{content(text)}</m:t></m:r>"

    def _looks(self, look: Look) -> str:
        bold = ' b="1"' if look.startswith("bold") else ""
        italic = ' i="1"' if look.endswith("italic") else ' i="0"'
        return f"<a:rPr{self._attributes}{bold}{italic}>{self._colour}{_FONT}</a:rPr>"

    def _piece(self, piece: Piece) -> str:
        match piece:
            case Signs():
                return self._runs([piece])
            case Fraction(over, under, bar):
                kind = "" if bar else '<m:type m:val="noBar"/>'
                return self._made("f", kind, self._part("num", over), self._part("den", under))
            case Root(of, degree):
                hidden = "" if degree else '<m:degHide m:val="1"/>'
                deg = self._part("deg", degree) if degree else "<m:deg/>"
                return self._made("rad", hidden, deg, self._part("e", of))
            case Scripts():
                return self._scripts(piece)
            case Limits(base, under, over):
                return self._limits(base, under, over)
            case Operator():
                return self._operator(piece)
            case Fence(start, end, rows, between):
                parted = f"<m:sepChr m:val={value(between)}/>" if len(rows) > 1 else ""
                signs = f"<m:begChr m:val={value(start)}/>{parted}<m:endChr m:val={value(end)}/>"
                return self._made("d", signs, *(self._part("e", row) for row in rows))
            case Grid(rows, columns):
                return self._grid(rows, columns)
            case Lines(rows):
                return self._made("eqArr", "", *(self._line(row) for row in rows))
            case Accent(mark, of):
                return self._made("acc", f"<m:chr m:val={value(mark)}/>", self._part("e", of))
            case Rule(of, over):
                return self._made("bar", f'<m:pos m:val="{"top" if over else "bot"}"/>', self._part("e", of))
            case Brace():
                return self._brace(piece)
            case Function(name, of):
                return self._made("func", "", self._part("fName", name), self._part("e", of))
            case Frame(of, strikes):
                hidden = "".join(f'<m:hide{side} m:val="1"/>' for side in ("Top", "Bot", "Left", "Right") if strikes)
                struck = "".join(f'<m:{name} m:val="1"/>' for strike, name in _STRIKES.items() if strike in strikes)
                return self._made("borderBox", hidden + struck, self._part("e", of))
            case Gap(of, wide, high):
                flat = "" if high else '<m:zeroAsc m:val="1"/><m:zeroDesc m:val="1"/>'
                narrow = "" if wide else '<m:zeroWid m:val="1"/>'
                return self._made("phant", f'<m:show m:val="0"/>{narrow}{flat}', self._part("e", of))
            case _:
                assert_never(piece)

    def _scripts(self, piece: Scripts) -> str:
        base, sub, sup = (self._part(*each) for each in (("e", piece.base), ("sub", piece.sub), ("sup", piece.sup)))
        if piece.before:
            return self._made("sPre", "", sub, sup, base)
        tag = "sSubSup" if piece.sub and piece.sup else "sSub" if piece.sub else "sSup"
        return self._made(tag, "", base, sub if piece.sub else "", sup if piece.sup else "")

    def _limits(self, base: Row, under: Row, over: Row) -> str:
        if under and over:
            return self._made("limUpp", "", f"<m:e>{self._limits(base, under, ())}</m:e>", self._part("lim", over))
        tag, limit = ("limLow", under) if under else ("limUpp", over)
        return self._made(tag, "", self._part("e", base), self._part("lim", limit))

    def _operator(self, piece: Operator) -> str:
        settings = f'<m:chr m:val={value(piece.sign)}/><m:limLoc m:val="{"subSup" if piece.beside else "undOvr"}"/>'
        for name, row in (("subHide", piece.under), ("supHide", piece.over)):
            settings += "" if row else f'<m:{name} m:val="1"/>'
        bounds = (
            self._part(tag, row) if row else f"<m:{tag}/>" for tag, row in (("sub", piece.under), ("sup", piece.over))
        )
        return self._made("nary", settings, *bounds, self._part("e", piece.of))

    def _grid(self, rows: Sequence[Sequence[Row]], columns: Sequence[str]) -> str:
        kinds = "".join(
            f'<m:mc><m:mcPr><m:count m:val="{len(list(like))}"/><m:mcJc m:val="{aligned}"/></m:mcPr></m:mc>'
            for aligned, like in groupby(columns)
        )
        written = (f"<m:mr>{''.join(self._part('e', cell) for cell in row)}</m:mr>" for row in rows)
        return self._made("m", f'<m:plcHide m:val="1"/><m:mcs>{kinds}</m:mcs>', *written)

    def _line(self, cells: Sequence[Row]) -> str:
        """A line of several: its cells meet at signs by which Office aligns them."""
        mark = self._run(_Face("italic"), "&")
        return f"<m:e>{mark.join(map(self.row, cells)) or self._run(_Face('upright'), _NOTHING)}</m:e>"

    def _brace(self, piece: Brace) -> str:
        side, other = ("top", "bot") if piece.over else ("bot", "top")
        # What stands on the line is the row, or the sign where the row is its label.
        level = side if piece.small else other
        settings = f'<m:chr m:val={value(piece.sign)}/><m:pos m:val="{side}"/><m:vertJc m:val="{level}"/>'
        made = self._made("groupChr", settings, self._part("e", piece.of))
        return self._made("box", '<m:opEmu m:val="1"/>', f"<m:e>{made}</m:e>") if piece.small else made


def _face(signs: Signs) -> _Face:
    if signs.kind == "words":
        return _Face(signs.look, words=True)
    if signs.text == "&":
        return _Face("upright", literal=True)
    if signs.kind in ("operator", "number") and signs.look == "upright" and not any(map(str.isalpha, signs.text)):
        # Office slants neither digits nor signs: they go with the letters beside them.
        return _Face("italic")
    return _Face(signs.look)
