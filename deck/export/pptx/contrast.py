"""Text that is hard to read on what is behind it, where both are plain colours."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.colours import Palette
from deck.export.pptx.inspection_rule import Found
from deck.export.pptx.opened import FURNITURE, OpenedDeck, OpenedShape, OpenedSlide, shapes_of
from deck.export.pptx.text_boxes import TextInBox, level_of
from deck.model.contrast import RGB, contrast, least_contrast
from deck.model.units import Rect


def low_contrast(deck: OpenedDeck) -> Iterator[Found]:
    """A text's colour is too near that of what it stands on: less than 4.5 : 1, or 3 : 1 for large text.

    That is WCAG 2.2, 1.4.3. It is told only where both are plain colours: nothing is guessed of pictures, gradients
    and what shows through.
    """
    for slide in deck.slides:
        palette = Palette(deck, slide)
        for shape in slide.shapes:
            place = slide.place(shape)
            if place is None or shape.kind != "sp" or not shape.text or shape.placeholder in FURNITURE:
                continue
            ground = _ground(slide, shape, place, palette)
            found = [(ratio, least) for ratio, least in _ratios(deck, slide, shape, palette, ground) if ratio < least]
            if found:
                ratio, least = min(found)
                yield (
                    slide.number,
                    shape.name,
                    f"has text with a contrast of {ratio:.1f} : 1, which should be {least:g} : 1",
                )


def _ratios(
    deck: OpenedDeck, slide: OpenedSlide, shape: OpenedShape, palette: Palette, ground: RGB | None
) -> Iterator[tuple[float, float]]:
    """The contrast of each run whose colour is plain, and the least that it should have."""
    box = TextInBox(deck, slide, shape)
    styled = shape.element.find("p:style/a:fontRef", PREFIXES)
    styles = box.styles()
    for at, paragraph in enumerate(shape.paragraphs):
        levels = [each.find("a:defRPr", PREFIXES) for each in box.levels(level_of(paragraph))]
        for run in paragraph.iterfind("a:r", PREFIXES):
            if run.find("a:rPr/a:hlinkClick", PREFIXES) is not None or not run.findtext("a:t", "", PREFIXES).strip():
                continue
            said = [run.find("a:rPr", PREFIXES), *levels]
            fills = [fill for each in said if each is not None for fill in each if fill.tag.endswith("Fill")]
            holder = styled if styled is not None and not _own(fills, run, shape) else next(iter(fills), None)
            colour = palette.of(holder)
            if colour is None or ground is None:
                continue
            size, bold = (styles[at].size, styles[at].bold) if styles else (0.0, False)
            yield contrast(colour, ground), least_contrast(size, bold=bold)


def _own(fills: list[etree._Element], run: etree._Element, shape: OpenedShape) -> bool:
    """Whether the colour is said by the run or in the shape itself, before its style."""
    return bool(fills) and any(above in (run, shape.element) for above in fills[0].iterancestors())


def _ground(slide: OpenedSlide, shape: OpenedShape, place: Rect, palette: Palette) -> RGB | None:
    """The plain colour right behind a text; None where it is not known."""
    for each in slide.slots(shape):
        known, colour = _fill(each, palette)
        if known:
            return colour
    below = list(slide.shapes)
    drawn = [*below[: below.index(shape)][::-1]]
    for other in drawn:
        where = slide.place(other)
        if where is None and other.kind == "grpSp":
            continue
        if where is None or other.kind == "grpSp" or not where.meets(place):
            if where is None:
                return None
            continue
        known, colour = _fill(other, palette)
        if other.kind in ("pic", "graphicFrame") or (known and not where.holds(place)):
            return None
        if known:
            return colour
    for sheet in slide.above:
        for other in reversed([each for each in shapes_of(sheet) if each.placeholder is None and each.group is None]):
            where = other.own_place
            if where is None or other.kind == "grpSp":
                return None
            if where.meets(place):
                known, colour = _fill(other, palette)
                if other.kind == "pic" or (known and not where.holds(place)):
                    return None
                if known:
                    return colour
    for sheet in (slide.root, *slide.above):
        background = sheet.find("p:cSld/p:bg", PREFIXES)
        if background is not None:
            solid = background.find("p:bgPr/a:solidFill", PREFIXES)
            plain = background.find("p:bgRef[@idx='1001']", PREFIXES)
            return palette.of(solid if solid is not None else plain)
    return None


def _fill(shape: OpenedShape, palette: Palette) -> tuple[bool, RGB | None]:
    """Whether a shape covers what is behind it, and with which plain colour."""
    properties = shape.element.find("p:spPr", PREFIXES)
    for each in properties if properties is not None else ():
        name = etree.QName(each).localname
        if name == "noFill":
            return False, None
        if name == "solidFill":
            return True, palette.of(each)
        if name.endswith("Fill"):
            return True, None
    style = shape.element.find("p:style/a:fillRef", PREFIXES)
    if style is not None and style.get("idx", "0") != "0":
        return True, palette.of(style) if style.get("idx") == "1" else None
    return False, None
