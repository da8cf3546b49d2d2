"""Any deck's texts → frames to be measured: their words, sizes and insets, as the slide layout and master say them.

What a file leaves open is DrawingML's default (ECMA-376, 21.1.2.1.1 and 21.1.2.2.7). Boxes that no measure would be
right for are left out: text that is turned or in columns, in several sizes a paragraph, in a group, or in a box that
grows with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.opened import FURNITURE, TITLES, OpenedDeck, OpenedShape, OpenedSlide
from deck.export.pptx.theme_fonts import theme_fonts
from deck.export.pptx.xml import A
from deck.ground.dataclass import dataclass
from deck.model.language import Language
from deck.model.style import Bullet, TextBody, TextStyle
from deck.model.text import Paragraph, Run
from deck.model.theme import Fonts
from deck.model.typesetting import Frame
from deck.model.units import Emu, Insets, Rect

_SIZE = 1800
_SIDE, _TOP = 91_440, 45_720
_LINE = 1.2
_EMU_PER_POINT = 12_700
_TRUE = frozenset({"1", "true"})
_BODIES = frozenset({"body", "subTitle", "obj"})


@dataclass(frozen=True, slots=True)
class OpenedBox:
    """A text in its box, with the font and the language that most of it is in."""

    slide: int
    shape: str
    frame: Frame
    fonts: Fonts
    language: Language


def text_boxes(deck: OpenedDeck) -> Iterator[OpenedBox]:
    """The texts of a deck's slides that can be measured, in order."""
    for slide in deck.slides:
        fonts = theme_fonts(deck, slide)
        for shape in slide.shapes:
            place = slide.place(shape)
            if place and shape.kind == "sp" and shape.text and shape.placeholder not in FURNITURE and fonts:
                box = TextInBox(deck, slide, shape)
                if box.is_plain and (styles := box.styles()) is not None:
                    yield _opened(slide, shape, box, place, styles, fonts)


def _opened(
    slide: OpenedSlide,
    shape: OpenedShape,
    box: TextInBox,
    place: Rect,
    styles: Sequence[TextStyle],
    fonts: tuple[Fonts, Fonts],
) -> OpenedBox:
    named = box.font
    own = fonts[0] if named.startswith("+mj") else fonts[1]
    if named and not named.startswith("+"):
        own = Fonts(named, own.east_asian, own.complex_script, own.scripts)
    code = own.mono if own.mono != named else ""
    words = tuple(Paragraph(tuple(_runs(each, code)), level) for level, each in enumerate(shape.paragraphs))
    frame = Frame(words, TextBody(tuple(styles), box.insets), place)
    tags = [each.get("lang", "") for each in shape.element.iterfind(".//a:r/a:rPr", PREFIXES)]
    return OpenedBox(slide.number, shape.name, frame, own, Language(next(filter(None, tags), "en")))


class TextInBox:
    """A shape's text, and all that it takes from elsewhere."""

    def __init__(self, deck: OpenedDeck, slide: OpenedSlide, shape: OpenedShape) -> None:
        self._shape = shape
        slots = list(slide.slots(shape))
        bodies = [body for each in slots if (body := each.element.find("p:txBody/a:bodyPr", PREFIXES)) is not None]
        self._bodies = bodies
        self._lists = [
            each for slot in slots if (each := slot.element.find("p:txBody/a:lstStyle", PREFIXES)) is not None
        ]
        kind = "title" if shape.placeholder in TITLES else "body" if shape.placeholder in _BODIES else "other"
        for sheet in slide.above[1:]:
            self._lists += sheet.findall(f"p:txStyles/p:{kind}Style", PREFIXES)
        if deck.main:
            self._lists += deck.archive.find(deck.main, "/p:presentation/p:defaultTextStyle")
        scale = next(
            (each for body in bodies for each in body if each.tag.endswith("utofit") or "AutoFit" in each.tag), None
        )
        self._fit = scale

    @property
    def is_plain(self) -> bool:
        """Whether its box holds it in lines from side to side."""
        grows = self._fit is not None and self._fit.tag == f"{{{A}}}spAutoFit"
        turned = self._body("vert", "horz") != "horz" or self._body("rot", "0") != "0"
        xfrm = self._shape.element.find("p:spPr/a:xfrm", PREFIXES)
        turned = turned or (xfrm is not None and xfrm.get("rot", "0") != "0")
        return (
            not grows and not turned and self._body("wrap", "square") == "square" and self._body("numCol", "1") == "1"
        )

    @property
    def insets(self) -> Insets:
        sides = (("lIns", _SIDE), ("tIns", _TOP), ("rIns", _SIDE), ("bIns", _TOP))
        return Insets(*(Emu(_int(self._body(name, ""), usual)) for name, usual in sides))

    @property
    def font(self) -> str:
        """The typeface of most of its letters, as the file names it; "" where it names none."""
        letters = Counter[str]()
        for run in self._shape.element.iterfind(".//a:r", PREFIXES):
            letters[_typeface(run)] += len(run.findtext("a:t", "", PREFIXES))
        if letters and (most := letters.most_common(1)[0][0]):
            return most
        level = level_of(self._shape.paragraphs[0])
        found = (each.find("a:defRPr/a:latin", PREFIXES) for each in self.levels(level))
        return next((each.get("typeface", "") for each in found if each is not None), "")

    def styles(self) -> list[TextStyle] | None:
        """One for each paragraph; None where one has several sizes."""
        styles = []
        for paragraph in self._shape.paragraphs:
            levels = self.levels(level_of(paragraph))
            usual = self._usual_size(paragraph)
            sizes = {
                _size(each.find("a:rPr", PREFIXES)) or usual
                for each in _pieces(paragraph)
                if each.findtext("a:t", "", PREFIXES)
            }
            if len(sizes) > 1:
                return None
            if not sizes:
                sizes = {_size(paragraph.find("a:endParaRPr", PREFIXES)) or usual}
            own = paragraph.find("a:pPr", PREFIXES)
            styles.append(self._style(sizes.pop() / 100, [*([own] if own is not None else []), *levels]))
        return styles

    @property
    def smallest(self) -> float:
        """The size of its smallest letters that are neither raised nor lowered, in points; 0 where it has none."""
        sizes = [
            _size(properties) or self._usual_size(paragraph)
            for paragraph in self._shape.paragraphs
            for piece in _pieces(paragraph)
            if any(map(str.isalnum, piece.findtext("a:t", "", PREFIXES)))
            and ((properties := piece.find("a:rPr", PREFIXES)) is None or properties.get("baseline", "0") == "0")
        ]
        return round(min(sizes, default=0) / 100 * self._scale, 1)

    def _usual_size(self, paragraph: etree._Element) -> int:
        """In hundredths of a point, of runs that say none."""
        levels = self.levels(level_of(paragraph))
        return next((size for each in levels if (size := _size(each.find("a:defRPr", PREFIXES)))), _SIZE)

    @property
    def _scale(self) -> float:
        """By how much all is smaller than it says, so that it fits."""
        return _int(self._fit.get("fontScale", "") if self._fit is not None else "", 100_000) / 100_000

    def _style(self, size: float, levels: Sequence[etree._Element]) -> TextStyle:
        size *= self._scale
        less = _int(self._fit.get("lnSpcReduction", "") if self._fit is not None else "", 0) / 100_000
        bold = next(
            (each.get("b") in _TRUE for level in levels for each in level.iterfind("a:defRPr[@b]", PREFIXES)), False
        )
        bullets = ("buNone", "buChar", "buAutoNum", "buBlip")
        bullet = next(
            (kind for level in levels for kind in bullets if level.find(f"a:{kind}", PREFIXES) is not None), "buNone"
        )
        indent = next((each.get("marL") for each in levels if each.get("marL")), "0")
        first = next((each.get("indent") for each in levels if each.get("indent")), "0")
        caps = next((each.get("cap") for level in levels for each in level.iterfind("a:defRPr[@cap]", PREFIXES)), "")
        return TextStyle(
            size,
            size,
            bold=bold,
            caps="all" if caps == "all" else "small" if caps == "small" else "none",
            leading=max(0.1, _spacing(levels, "lnSpc", size, 1.0) - less),
            space_before=_spacing(levels, "spcBef", size, 0) * size * _LINE,
            space_after=_spacing(levels, "spcAft", size, 0) * size * _LINE,
            bullet=Bullet() if bullet != "buNone" else None,
            indent=_int(indent, 0) / _EMU_PER_POINT,
            hanging=-_int(first, 0) / _EMU_PER_POINT,
        )

    def levels(self, level: int) -> list[etree._Element]:
        """What is said of a level, from what counts most on."""
        return [found for each in self._lists if (found := each.find(f"a:lvl{level + 1}pPr", PREFIXES)) is not None]

    def _body(self, name: str, usual: str) -> str:
        return next((value for each in self._bodies if (value := each.get(name))), usual)


def level_of(paragraph: etree._Element) -> int:
    """A paragraph's level, from 0."""
    properties = paragraph.find("a:pPr", PREFIXES)
    return min(8, max(0, _int(properties.get("lvl", ""), 0))) if properties is not None else 0


def _size(properties: etree._Element | None) -> int:
    """In hundredths of a point; 0 where none is said."""
    return 0 if properties is None else max(0, _int(properties.get("sz", ""), 0))


def _spacing(levels: Sequence[etree._Element], kind: str, size: float, usual: float) -> float:
    """A space as a share of a single line."""
    for level in levels:
        share = level.find(f"a:{kind}/a:spcPct", PREFIXES)
        if share is not None:
            return _int(share.get("val", "").removesuffix("%"), 100_000) / 100_000
        fixed = level.find(f"a:{kind}/a:spcPts", PREFIXES)
        if fixed is not None and size:
            return _int(fixed.get("val", ""), 0) / 100 / (size * _LINE)
    return usual


def _pieces(paragraph: etree._Element) -> list[etree._Element]:
    """A paragraph's runs and fields."""
    return [*paragraph.findall("a:r", PREFIXES), *paragraph.findall("a:fld", PREFIXES)]


def _typeface(run: etree._Element) -> str:
    """The typeface that a run has of its own; "" where it has none."""
    named = run.find("a:rPr/a:latin", PREFIXES)
    return "" if named is None else named.get("typeface", "")


def _runs(paragraph: etree._Element, code: str) -> Iterator[Run]:
    """A paragraph's runs; those in the typeface for `code` are code."""
    for piece in paragraph:
        if piece.tag == f"{{{A}}}br":
            yield Run("\v")
        elif piece.tag in (f"{{{A}}}r", f"{{{A}}}fld"):
            properties = piece.find("a:rPr", PREFIXES)
            bold, italic, capitals = (
                "" if properties is None else properties.get(name, "") for name in ("b", "i", "cap")
            )
            words = piece.findtext("a:t", "", PREFIXES).replace("\n", " ")
            words = words.upper() if capitals == "all" else words
            yield Run(words, bold in _TRUE, italic in _TRUE, code=bool(code) and _typeface(piece) == code)


def _int(text: str | None, usual: int) -> int:
    try:
        return int(text or "")
    except ValueError:
        return usual
