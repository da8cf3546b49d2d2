"""The slide master and the notes master, drawn from the theme's grid and type scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from deck.export.pptx.drawing import background, geometry, place, properties
from deck.export.pptx.shapes import shape_tree
from deck.export.pptx.sheet import Sheet
from deck.export.pptx.text import LEVELS, Autofit, body_properties, level_style, list_style, number_field
from deck.export.pptx.xml import PRESENTATIONML, content, document, value
from deck.model.style import Colour, TextBody, TextStyle
from deck.model.theme import Grid, Theme
from deck.model.units import Emu, Insets, Rect

FIRST_MASTER_ID = 2_147_483_648
"""Masters and slide layouts are numbered together from here."""

NOTES_WIDTH, NOTES_HEIGHT = Emu(6_858_000), Emu(9_144_000)
NOTES_STYLE = TextStyle(size=12, minimum_size=12)

_CAPTIONS = ("Text", "Second level", "Third level")
_COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_WHITE = background(Colour("lt1"))


@dataclass(frozen=True, slots=True)
class _Slot:
    """A placeholder of a master: its `p:ph` attributes, where it stands, how its text looks, what it says."""

    reference: str
    name: str
    rect: Rect
    body: TextBody
    captions: tuple[str, ...]


def slide_master_xml(sheet: Sheet, theme: Theme, layout_relationships: Sequence[str]) -> bytes:
    """The slide master that holds the slide layouts of these relationships."""
    slots = _slots(theme)
    if sheet.right_to_left:
        slots = tuple(replace(slot, rect=slot.rect.mirrored(theme.width)) for slot in slots)
    ids = "".join(
        f'<p:sldLayoutId id="{FIRST_MASTER_ID + number}" r:id="{relationship}"/>'
        for number, relationship in enumerate(layout_relationships, 1)
    )
    title, body, other = theme.style("title"), _body_levels(theme), (_other_style(theme),)
    return document(
        "p:sldMaster",
        PRESENTATIONML,
        f"<p:cSld>{_WHITE}{shape_tree(_placeholder(sheet, slot) for slot in slots)}</p:cSld>{_COLOUR_MAP}"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>{list_style(sheet, (title,), 'p:titleStyle')}"
        f"{list_style(sheet, body, 'p:bodyStyle')}{list_style(sheet, other, 'p:otherStyle')}</p:txStyles>",
    )


def notes_master_xml(sheet: Sheet) -> bytes:
    """The notes master: the slide above, the speaker's notes below."""
    number = sheet.next_id()
    image_rect = Rect(Emu(685_800), Emu(1_143_000), Emu(5_486_400), Emu(3_086_100))
    notes = _Slot(
        'type="body" sz="quarter" idx="1"',
        "Notes",
        Rect(Emu(685_800), Emu(4_400_550), Emu(5_486_400), Emu(3_600_450)),
        TextBody((NOTES_STYLE,), Insets(Emu(91_440), Emu(45_720), Emu(91_440), Emu(45_720))),
        ("Notes",),
    )
    image = (
        f"<p:sp><p:nvSpPr>{properties(number, 'Slide image', None, decorative=False)}"
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place(image_rect)}{geometry('rect')}<a:noFill/>"
        '<a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    return document(
        "p:notesMaster",
        PRESENTATIONML,
        f"<p:cSld>{_WHITE}{shape_tree((image, _placeholder(sheet, notes)))}</p:cSld>{_COLOUR_MAP}"
        f"{list_style(sheet, (NOTES_STYLE,), 'p:notesStyle')}",
    )


def default_text_style(sheet: Sheet, theme: Theme) -> str:
    """How text looks that no placeholder styles."""
    return list_style(sheet, (_other_style(theme),), "p:defaultTextStyle")


def _slots(theme: Theme) -> tuple[_Slot, ...]:
    grid, style = theme.grid, theme.style
    width = grid.w(grid.columns)
    return (
        _Slot(
            'type="title"',
            "Title",
            Rect.of_units(grid.margin, grid.title_top, width, grid.title_height),
            TextBody((style("title"),)),
            ("Title",),
        ),
        _Slot(
            'type="body" idx="1"',
            "Body",
            Rect.of_units(grid.margin, grid.body_top, width, grid.body_height),
            TextBody(_body_levels(theme)),
            _CAPTIONS,
        ),
        _Slot(
            'type="ftr" sz="quarter" idx="3"',
            "Footer",
            _footer_rect(grid, 0, grid.columns - 1),
            TextBody((style("footer"),), anchor="middle"),
            ("Footer",),
        ),
        _Slot(
            'type="sldNum" sz="quarter" idx="4"',
            "Slide number",
            _footer_rect(grid, grid.columns - 1, 1),
            TextBody((style("slide-number"),), anchor="middle"),
            ("‹#›",),
        ),
    )


def _footer_rect(grid: Grid, column: int, columns: int) -> Rect:
    return Rect.of_units(grid.x(column), grid.footer_top, grid.w(columns), grid.footer_height)


def _placeholder(sheet: Sheet, slot: _Slot) -> str:
    properties_ = f"<a:rPr lang={value(sheet.lang)}/>"
    if 'type="sldNum"' in slot.reference:
        said: Iterable[str] = (f"<a:p>{number_field(slot.captions[0], properties_)}</a:p>",)
    else:
        said = (
            f'<a:p><a:pPr lvl="{level}"/><a:r>{properties_}<a:t>{content(caption)}</a:t></a:r></a:p>'
            for level, caption in enumerate(slot.captions)
        )
    # Title and body are styled by the master's text styles; the others have only their own list.
    own = "" if slot.name in {"Title", "Body", "Notes"} else level_style(sheet, slot.body.levels[0], 0)
    fitting: Autofit | None = "normAutofit" if slot.name in {"Title", "Body"} else None
    return (
        f"<p:sp><p:nvSpPr>{properties(sheet.next_id(), slot.name, None, decorative=False)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {slot.reference}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place(slot.rect)}{geometry('rect')}</p:spPr>"
        f"<p:txBody>{body_properties(sheet, slot.body, fitting)}<a:lstStyle>{own}</a:lstStyle>"
        f"{''.join(said)}</p:txBody></p:sp>"
    )


def _body_levels(theme: Theme) -> tuple[TextStyle, ...]:
    """The theme's three levels, and the rest like the third, each further in."""
    levels = [theme.style(f"body-{number}") for number in (1, 2, 3)]
    while len(levels) < LEVELS:
        last = levels[-1]
        levels.append(replace(last, indent=last.indent + last.hanging))
    return tuple(levels)


def _other_style(theme: Theme) -> TextStyle:
    return TextStyle(size=theme.style("body-3").size)
