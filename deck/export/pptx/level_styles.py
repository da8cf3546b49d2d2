"""A level's style in DrawingML: its spacing, its bullet and its fonts; and the body in which such levels stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from deck.export.pptx.drawing import colour, fill
from deck.export.pptx.sheet import Sheet
from deck.export.xml import value
from deck.model.language import Direction
from deck.model.letters import is_european
from deck.model.style import SYMBOL_FONT, Anchor, FontRole, TextBody, TextStyle
from deck.model.text import Run
from deck.model.units import EMU_PER_POINT, Insets

LEVELS = 9
"""How many levels of text PowerPoint has."""

FIXED_PITCH = "49"
"""What a font for code is said to be (ECMA-376, 21.1.2.3.7): modern, its letters all of one width."""

Autofit: TypeAlias = Literal["normAutofit", "noAutofit"]

_ANCHORS: dict[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
_ALIGNMENTS = {
    Direction.LEFT_TO_RIGHT: {"start": "l", "centre": "ctr", "end": "r"},
    Direction.RIGHT_TO_LEFT: {"start": "r", "centre": "ctr", "end": "l"},
}
_PREFIXES: dict[FontRole, str] = {"major": "mj", "minor": "mn"}
_FONTS: dict[FontRole, str] = {
    role: "".join(
        f'<a:{tag} typeface="+{prefix}-{script}"/>' for tag, script in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )
    for role, prefix in _PREFIXES.items()
}


def list_style(sheet: Sheet, levels: Sequence[TextStyle], depth: int = LEVELS) -> str:
    """So many levels; those past the given ones look like the last, whatever the master has."""
    inner = [(paragraph_attributes(sheet.direction, style), _level_content(sheet, style)) for style in levels[:depth]]
    inner += inner[-1:] * (depth - len(inner))
    return "".join(
        f"<a:lvl{number}pPr{attributes}>{children}</a:lvl{number}pPr>"
        for number, (attributes, children) in enumerate(inner, 1)
    )


def _level_content(sheet: Sheet, style: TextStyle) -> str:
    fonts = code_fonts(sheet, Run("0"), style) if style.verbatim else theme_fonts(sheet, style.font)
    return (
        f"{spacing(style, style.size)}{bullet_properties(sheet, style)}"
        f'<a:defRPr{sheet.lang} sz="{hundredths(style.size)}" b="{style.bold:d}" i="{style.italic:d}" kern="1200"'
        f"{capitals(sheet, style)}>"
        f"{fill(style.colour)}{fonts}</a:defRPr>"
    )


def body_properties(sheet: Sheet, body: TextBody, autofit: Autofit | None, *, anchored: bool = True) -> str:
    """How a text sits in its box; where it is not to say so, it is anchored as the slot that it inherits from is."""
    fitting = f"<a:{autofit}/>" if autofit else ""
    columns = ' rtlCol="1"' if sheet.right_to_left else ' rtlCol="0"'
    side = f' anchor="{anchor(body)}"' if anchored else ""
    return f'<a:bodyPr vert="horz" wrap="square"{insets(sheet, body.insets)}{columns}{side}>{fitting}</a:bodyPr>'


def insets(sheet: Sheet, space: Insets, names: tuple[str, str, str, str] = ("lIns", "tIns", "rIns", "bIns")) -> str:
    """Insets as attributes, left, top, right, bottom."""
    left, right = (space.end, space.start) if sheet.right_to_left else (space.start, space.end)
    sides = zip(names, (left, space.top, right, space.bottom), strict=True)
    return "".join(f' {name}="{side}"' for name, side in sides)


def anchor(body: TextBody) -> str:
    """DrawingML's name for where a text stands in its box."""
    return _ANCHORS[body.anchor]


def capitals(sheet: Sheet, style: TextStyle) -> str:
    """The attribute by which letters are shown as capitals, or are so no longer."""
    return f' cap="{style.caps}"' if style.caps != "none" or sheet.undoes_capitals else ""


def code_fonts(sheet: Sheet, run: Run, style: TextStyle) -> str:
    """The font of code for letters of Europe and for signs, also among letters from right to left."""
    mono = value(sheet.mono)
    own = f'<a:cs typeface={mono} pitchFamily="{FIXED_PITCH}"/>' if is_european(run.text) else ""
    _, east_asian, complex_script = _FONTS[style.font].split("/>")[:3]
    return f'<a:latin typeface={mono} pitchFamily="{FIXED_PITCH}"/>{east_asian}/>{own or f"{complex_script}/>"}'


def paragraph_attributes(direction: Direction, style: TextStyle) -> str:
    """Where a paragraph's lines begin, on which side they stand, and which way they are read."""
    margin = round(style.indent * EMU_PER_POINT)
    indent = -round(style.hanging * EMU_PER_POINT)
    return f' marL="{margin}" indent="{indent}" {alignment(direction, style)} hangingPunct="0"'


def alignment(direction: Direction, style: TextStyle) -> str:
    """On which side lines stand, and which way they are read: code always from left to right."""
    if style.verbatim:
        direction = Direction.LEFT_TO_RIGHT
    return f'algn="{_ALIGNMENTS[direction][style.align]}" rtl="{direction is Direction.RIGHT_TO_LEFT:d}"'


def spacing(style: TextStyle, size: float) -> str:
    """The height of lines at this size, and the space between paragraphs."""
    share = f'<a:spcPct val="{round(style.leading * 100_000)}"/>'
    leading = f'<a:spcPts val="{hundredths(style.pitch(size))}"/>' if style.verbatim else share
    return (
        f"<a:lnSpc>{leading}</a:lnSpc>"
        f'<a:spcBef><a:spcPts val="{hundredths(style.space_before)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{hundredths(style.space_after)}"/></a:spcAft>'
    )


def bullet_properties(sheet: Sheet, style: TextStyle, start: int = 1) -> str:
    """The bullet before a paragraph, or its number, counted from `start`."""
    bullet = style.bullet
    if bullet is None:
        return "<a:buNone/>"
    tint = f"<a:buClr>{colour(bullet.colour)}</a:buClr>" if bullet.colour else ""
    if bullet.char is None:
        first = f' startAt="{start}"' if start != 1 else ""
        named = f'{value(sheet.mono)} pitchFamily="{FIXED_PITCH}"' if style.verbatim else '"+mj-lt"'
        return f'{tint}<a:buFont typeface={named}/><a:buAutoNum type="{sheet.scheme(bullet.numbering)}"{first}/>'
    font = SYMBOL_FONT if bullet.is_symbol else "+mj-lt"
    return f'{tint}<a:buFont typeface="{font}"/><a:buChar char={value(bullet.char)}/>'


def theme_fonts(sheet: Sheet, role: FontRole) -> str:
    """The theme's fonts, or those that a template has in the place of some."""
    found = _FONTS[role]
    for reference, font in sheet.typefaces.items():
        found = found.replace(f'"{reference}"', value(font))
    return found


def hundredths(points: float) -> int:
    """A size as DrawingML writes it."""
    return round(points * 100)
