"""How text looks in a template's slots: by the master's styles, by the master's slot, by the slide layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.palette import Colours
from deck.export.pptx.template.symbol_fonts import BULLET, shown
from deck.ground.dataclass import dataclass
from deck.model.style import Align, Anchor, Bullet, Caps, Colour, FontRole, TextStyle
from deck.model.units import EMU_PER_POINT, Emu, Insets

LEVELS = 3
"""As many levels as layouts set."""
_ALIGNS: dict[str, Align] = {"l": "start", "ctr": "centre", "r": "end", "just": "start"}
_ANCHORS: dict[str, Anchor] = {"t": "top", "ctr": "middle", "b": "bottom"}
_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
_CAPS: dict[str, Caps] = {"all": "all", "small": "small"}
_BULLETS = frozenset({"buNone", "buChar", "buAutoNum", "buBlip"})
_SINGLE = 1.2
_USUAL_SIZE = 18.0
_LEAST = 14.0
_SMALLEST = 0.75


@dataclass(frozen=True, slots=True)
class SlotText:
    """How text sits and looks in a slot; `fonts` are the typefaces that its first level names, None for the theme's."""

    levels: tuple[TextStyle, ...]
    insets: Insets
    anchor: Anchor
    vertical: bool
    font: str | None
    counted: bool


def slot_text(
    list_styles: Sequence[etree._Element | None],
    body_properties: Sequence[etree._Element | None],
    colours: Colours,
    *,
    title: bool,
    least: float | None = None,
) -> SlotText:
    """The text that list styles and body properties give, the most general first."""
    levels = []
    font = None
    for level in range(1, (1 if title else LEVELS) + 1):
        found = [each.find(f"a:lvl{level}pPr", PREFIXES) for each in list_styles if each is not None]
        paragraph = [each for each in found if each is not None]
        style, typeface = _style(paragraph, colours, title=title, least=least)
        levels.append(style)
        if level == 1:
            font = typeface
    bodies = [each for each in body_properties if each is not None]
    space = {name: Emu(int(_last(bodies, name) or usual)) for name, usual in _INSETS.items()}
    return SlotText(
        tuple(levels),
        Insets(space["lIns"], space["tIns"], space["rIns"], space["bIns"]),
        _ANCHORS.get(_last(bodies, "anchor") or "t", "top"),
        (_last(bodies, "vert") or "horz") != "horz",
        font,
        _is_counted(list_styles),
    )


def _is_counted(list_styles: Sequence[etree._Element | None]) -> bool:
    """Whether paragraphs of the first level are numbered."""
    levels = [each.find("a:lvl1pPr", PREFIXES) for each in reversed(list_styles) if each is not None]
    kinds = [etree.QName(each).localname for level in levels if level is not None for each in level]
    return next((kind == "buAutoNum" for kind in kinds if kind in _BULLETS), False)


def _style(
    paragraphs: Sequence[etree._Element], colours: Colours, *, title: bool, least: float | None
) -> tuple[TextStyle, str | None]:
    runs = [each for paragraph in paragraphs if (each := paragraph.find("a:defRPr", PREFIXES)) is not None]
    size = int(_last(runs, "sz") or 100 * _USUAL_SIZE) / 100
    typeface = _attribute(runs, "a:latin", "typeface")
    role: FontRole = "major" if title else "minor"
    if typeface and typeface.startswith("+"):
        role, typeface = ("major" if typeface.startswith("+mj") else "minor"), None
    indent = int(_last(paragraphs, "marL") or 0) / EMU_PER_POINT
    first = int(_last(paragraphs, "indent") or 0) / EMU_PER_POINT
    fill = next(_children(reversed(runs), "a:solidFill"), None)
    style = TextStyle(
        size=size,
        minimum_size=min(size, least or (_LEAST if size >= _LEAST else size * _SMALLEST)),
        bold=_last(runs, "b") in ("1", "true"),
        italic=_last(runs, "i") in ("1", "true"),
        colour=colours.colour(fill) or Colour("dk1"),
        font=role,
        leading=_leading(paragraphs, size),
        space_before=_space(paragraphs, "a:spcBef", size),
        space_after=_space(paragraphs, "a:spcAft", size),
        align=_ALIGNS.get(_last(paragraphs, "algn") or "l", "start"),
        bullet=_bullet(paragraphs, colours),
        indent=max(0.0, indent),
        hanging=max(0.0, -first),
        balanced=title,
        caps=_CAPS.get(_last(runs, "cap") or "", "none"),
    )
    if style.bullet is None and style.hanging:
        style = replace(style, hanging=0.0)
    return style, typeface


def _leading(paragraphs: Sequence[etree._Element], size: float) -> float:
    share = _attribute(paragraphs, "a:lnSpc/a:spcPct", "val")
    exact = _attribute(paragraphs, "a:lnSpc/a:spcPts", "val")
    if exact:
        return int(exact) / 100 / (size * _SINGLE)
    return _per_cent(share) if share else 1.0


def _space(paragraphs: Sequence[etree._Element], name: str, size: float) -> float:
    found = next(_children(reversed(paragraphs), name), None)
    if found is None or not len(found):
        return 0.0
    value = found[0].get("val", "0")
    if etree.QName(found[0]).localname == "spcPts":
        return int(value) / 100
    return round(_per_cent(value) * size * _SINGLE, 2)


def _bullet(paragraphs: Sequence[etree._Element], colours: Colours) -> Bullet | None:
    for paragraph in reversed(paragraphs):
        for each in paragraph:
            match etree.QName(each).localname:
                case "buNone":
                    return None
                case "buChar":
                    tint = colours.colour(next(_children(reversed(paragraphs), "a:buClr"), None))
                    return Bullet(shown(each.get("char", BULLET), _attribute(paragraphs, "a:buFont", "typeface")), tint)
                case "buAutoNum" | "buBlip":
                    return Bullet(BULLET)
                case _:
                    pass
    return None


def _last(elements: Sequence[etree._Element], attribute: str) -> str | None:
    """An attribute as the last of these that has it says it."""
    return next((found for each in reversed(elements) if (found := each.get(attribute)) is not None), None)


def _attribute(elements: Sequence[etree._Element], path: str, attribute: str) -> str | None:
    return next((found for each in _children(reversed(elements), path) if (found := each.get(attribute))), None)


def _children(elements: Iterable[etree._Element], path: str) -> Iterator[etree._Element]:
    for each in elements:
        if (found := each.find(path, PREFIXES)) is not None:
            yield found


def _per_cent(value: str) -> float:
    return float(value[:-1]) / 100 if value.endswith("%") else int(value) / 100_000
