"""Text: bodies, level styles, paragraphs, runs, fields.

A text in a placeholder writes only what differs from its slide layout, so that a changed layout, or "Reset
slide", reaches it. Any other text writes all that it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, TypeAlias
from uuid import NAMESPACE_OID, UUID, uuid5

from deck.export.pptx.drawing import colour, fill
from deck.export.pptx.numbering import starts
from deck.export.pptx.sheet import Sheet
from deck.export.xml import content, value
from deck.model.emphasis import seen
from deck.model.language import Direction
from deck.model.letters import is_european
from deck.model.style import SYMBOL_FONT, Anchor, Bullet, FontRole, TextBody, TextStyle
from deck.model.text import Paragraph, Run
from deck.model.typesetting import FittedText
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
# A link keeps the colour of its text: the theme's own can be unreadable on a dark ground.
_KEEP_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)
_PREFIXES: dict[FontRole, str] = {"major": "mj", "minor": "mn"}
_FONTS: dict[FontRole, str] = {
    role: "".join(
        f'<a:{tag} typeface="+{prefix}-{script}"/>' for tag, script in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )
    for role, prefix in _PREFIXES.items()
}


class Look:
    """How one level of a text looks: its `style` at its set `size` in points.

    `explicit` says that all of it must be written, `resized` that its size must, because the style that it
    inherits, if any, is another.
    """

    __slots__ = ("explicit", "plain_run", "resized", "size", "starts", "style")

    def __init__(self, style: TextStyle, size: float, inherited: TextStyle | None = None) -> None:
        self.style = style
        self.size = size
        self.plain_run: str | None = None
        """The properties of a run that has nothing of its own, as they were written on a sheet."""
        self.starts: dict[int, str] = {}
        """The same of paragraphs that are not numbered, by their level."""
        if inherited is None:
            self.explicit = self.resized = True
        elif inherited is style:
            self.explicit, self.resized = False, size != style.size and _hundredths(size) != _hundredths(style.size)
        else:
            self.explicit = inherited != style and _without_size(inherited) != _without_size(style)
            self.resized = self.explicit or _hundredths(size) != _hundredths(inherited.size)


def fitted_body(sheet: Sheet, text: FittedText, inherited: TextBody | None = None, *, tag: str = "p:txBody") -> str:
    """A text as it was fitted, in a shape of its own or in a placeholder whose text `inherited` describes."""
    paragraphs = fitted_paragraphs(sheet, text, inherited)
    if inherited is None:
        properties = body_properties(sheet, text.body, "noAutofit")
    elif (inherited.insets, inherited.anchor) == (text.body.insets, text.body.anchor):
        properties = "<a:bodyPr/>"
    else:
        properties = body_properties(sheet, text.body, "normAutofit")
    return f"<{tag}>{properties}<a:lstStyle/>{paragraphs}</{tag}>"


def fitted_paragraphs(sheet: Sheet, text: FittedText, inherited: TextBody | None = None) -> str:
    """The paragraphs of a text as it was fitted."""
    known = inherited.levels if inherited else ()
    looks = [
        Look(style, size, known[level] if level < len(known) else None)
        for level, (style, size) in enumerate(zip(text.body.levels, text.sizes, strict=True))
    ]
    return paragraphs(sheet, text.paragraphs, looks)


def paragraphs(sheet: Sheet, texts: Sequence[Paragraph], looks: Sequence[Look]) -> str:
    """Paragraphs, each in the look of its level."""
    return (
        "".join(
            f"<a:p>{_paragraph_start(sheet, paragraph, start, look)}{_paragraph_content(sheet, paragraph, look)}</a:p>"
            for paragraph, start in zip(texts, starts(texts), strict=True)
            for look in (looks[min(paragraph.level, len(looks) - 1)],)
        )
        or f"<a:p>{_end(sheet, looks[0])}</a:p>"
    )


def slide_number(sheet: Sheet, text: FittedText, inherited: TextBody) -> str:
    """A text body that is the slide's number; `text` is what it says until PowerPoint counts."""
    plain = "".join(paragraph.plain for paragraph in text.paragraphs)
    look = Look(text.body.levels[0], text.sizes[0], inherited.levels[0])
    start = _paragraph_start(sheet, Paragraph(()), None, look)
    field = number_field(plain, _run_properties(sheet, Run(plain), look))
    return f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{start}{field}</a:p></p:txBody>"


def number_field(cached: str, properties: str) -> str:
    """The field of the slide's number."""
    return f'<a:fld id="{_SLIDE_NUMBER}" type="slidenum">{properties}<a:t>{content(cached)}</a:t></a:fld>'


def guid(identifier: UUID) -> str:
    """An identifier as Office writes it."""
    return f"{{{str(identifier).upper()}}}"


_SLIDE_NUMBER = guid(uuid5(NAMESPACE_OID, "deck:slide-number"))


def list_style(sheet: Sheet, levels: Sequence[TextStyle], depth: int = LEVELS) -> str:
    """So many levels; those past the given ones look like the last, whatever the master has."""
    inner = [(_paragraph_attributes(sheet.direction, style), _level_content(sheet, style)) for style in levels[:depth]]
    inner += inner[-1:] * (depth - len(inner))
    return "".join(
        f"<a:lvl{number}pPr{attributes}>{children}</a:lvl{number}pPr>"
        for number, (attributes, children) in enumerate(inner, 1)
    )


def _level_content(sheet: Sheet, style: TextStyle) -> str:
    fonts = _code_fonts(sheet, Run("0"), style) if style.verbatim else _fonts(sheet, style.font)
    return (
        f"{_spacing(style, style.size)}{_bullet(sheet, style)}"
        f'<a:defRPr{sheet.lang} sz="{_hundredths(style.size)}" b="{style.bold:d}" i="{style.italic:d}" kern="1200"'
        f"{_capitals(sheet, style)}>"
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


def _paragraph_start(sheet: Sheet, paragraph: Paragraph, start: int | None, look: Look) -> str:
    if start is not None:
        return _newly_started(sheet, paragraph, start, look)
    written = look.starts.get(paragraph.level)
    if written is None:
        written = look.starts[paragraph.level] = _newly_started(sheet, paragraph, None, look)
    return written


def _newly_started(sheet: Sheet, paragraph: Paragraph, start: int | None, look: Look) -> str:
    level = f' lvl="{paragraph.level}"' if paragraph.level else ""
    style = look.style
    attributes = _paragraph_attributes(sheet.direction, style) if look.explicit else ""
    if not attributes and sheet.right_to_left:
        attributes = f" {_reading(sheet.direction, style)}"
    bullet = _paragraph_bullet(sheet, style, start, explicit=look.explicit)
    spaced = look.explicit or (style.verbatim and look.resized)
    children = (_spacing(style, look.size) if spaced else "") + bullet
    if children:
        return f"<a:pPr{level}{attributes}>{children}</a:pPr>"
    return f"<a:pPr{level}{attributes}/>" if level or attributes else ""


def _paragraph_bullet(sheet: Sheet, style: TextStyle, start: int | None, *, explicit: bool) -> str:
    bullet = style.bullet
    counts = bullet is not None and bullet.char is None
    if start is not None and (start != 1 or not counts):
        counted = replace(bullet, char=None) if bullet else Bullet(None)
        return _bullet(sheet, replace(style, bullet=counted), start)
    if start is None and counts:
        return "<a:buNone/>"
    return _bullet(sheet, style) if explicit else ""


def _paragraph_content(sheet: Sheet, paragraph: Paragraph, look: Look) -> str:
    runs = seen(paragraph.runs, paragraph, look.style)
    return "".join([_run(sheet, run, look) for run in runs if run.text]) or _end(sheet, look)


def _run(sheet: Sheet, run: Run, look: Look) -> str:
    if run.bold or run.italic or run.link or run.language or run.code or run.colour:
        properties = _run_properties(sheet, run, look)
    else:
        properties = look.plain_run = look.plain_run or _run_properties(sheet, run, look)
    if "\v" not in run.text:
        return f"<a:r>{properties}<a:t>{content(run.text)}</a:t></a:r>"
    stretches = (f"<a:r>{properties}<a:t>{content(part)}</a:t></a:r>" if part else "" for part in run.text.split("\v"))
    return f"<a:br>{properties}</a:br>".join(stretches)


def _end(sheet: Sheet, look: Look) -> str:
    return _run_properties(sheet, Run(""), look, "a:endParaRPr")


def _run_properties(sheet: Sheet, run: Run, look: Look, tag: str = "a:rPr") -> str:
    style = look.style
    explicit = look.explicit
    size = f' sz="{_hundredths(look.size)}"' if look.resized else ""
    bold = ' b="1"' if run.bold and not style.bold else ""
    italic = ' i="1"' if run.italic and not style.italic else ""
    if explicit:
        bold, italic = f' b="{run.bold or style.bold:d}"', f' i="{run.italic or style.italic:d}"'
        italic += _capitals(sheet, style)
    children = _appearance(sheet, style, run) if explicit else fill(run.colour) if run.colour else ""
    if run.code:
        tint = run.colour or (style.colour if explicit else None)
        children = (fill(tint) if tint else "") + _code_fonts(sheet, run, style)
    if run.link and (target := sheet.link(run.link)):
        children += f"<a:hlinkClick {target}>{_KEEP_COLOUR}</a:hlinkClick>"
    proofed = ' noProof="1"' if run.code else ""
    start = f"<{tag}{sheet.lang_of(run.language)}{size}{bold}{italic}{proofed}"
    return f"{start}>{children}</{tag}>" if children else f"{start}/>"


def _capitals(sheet: Sheet, style: TextStyle) -> str:
    return f' cap="{style.caps}"' if style.caps != "none" or sheet.undoes_capitals else ""


def _code_fonts(sheet: Sheet, run: Run, style: TextStyle) -> str:
    """The font of code for letters of Europe and for signs, also among letters from right to left."""
    mono = value(sheet.mono)
    own = f'<a:cs typeface={mono} pitchFamily="{FIXED_PITCH}"/>' if is_european(run.text) else ""
    _, east_asian, complex_script = _FONTS[style.font].split("/>")[:3]
    return f'<a:latin typeface={mono} pitchFamily="{FIXED_PITCH}"/>{east_asian}/>{own or f"{complex_script}/>"}'


def _paragraph_attributes(direction: Direction, style: TextStyle) -> str:
    margin = round(style.indent * EMU_PER_POINT)
    indent = -round(style.hanging * EMU_PER_POINT)
    return f' marL="{margin}" indent="{indent}" {_reading(direction, style)} hangingPunct="0"'


def _reading(direction: Direction, style: TextStyle) -> str:
    if style.verbatim:
        direction = Direction.LEFT_TO_RIGHT
    return f'algn="{_ALIGNMENTS[direction][style.align]}" rtl="{direction is Direction.RIGHT_TO_LEFT:d}"'


def _spacing(style: TextStyle, size: float) -> str:
    share = f'<a:spcPct val="{round(style.leading * 100_000)}"/>'
    leading = f'<a:spcPts val="{_hundredths(style.pitch(size))}"/>' if style.verbatim else share
    return (
        f"<a:lnSpc>{leading}</a:lnSpc>"
        f'<a:spcBef><a:spcPts val="{_hundredths(style.space_before)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{_hundredths(style.space_after)}"/></a:spcAft>'
    )


def _bullet(sheet: Sheet, style: TextStyle, start: int = 1) -> str:
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


def _appearance(sheet: Sheet, style: TextStyle, run: Run) -> str:
    return fill(run.colour or style.colour) + _fonts(sheet, style.font)


def _fonts(sheet: Sheet, role: FontRole) -> str:
    """The theme's fonts, or those that a template has in the place of some."""
    found = _FONTS[role]
    for reference, font in sheet.typefaces.items():
        found = found.replace(f'"{reference}"', value(font))
    return found


def _without_size(style: TextStyle) -> TextStyle:
    return replace(style, size=0, minimum_size=0, largest_size=None)


def _hundredths(points: float) -> int:
    return round(points * 100)
