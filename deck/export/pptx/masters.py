"""The slide master and the notes master, drawn from the theme's grid and type scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deck.export.pptx.drawing import background, geometry, place, properties
from deck.export.pptx.level_styles import LEVELS, list_style
from deck.export.pptx.shapes import shape_tree
from deck.export.pptx.sheet import Sheet
from deck.export.pptx.slots import master_slot
from deck.export.pptx.xml import PRESENTATIONML, document
from deck.ground.kept import once_for_the_same
from deck.model.shapes import Placeholder, PlaceholderType
from deck.model.style import Bullet, Colour, TextBody, TextStyle
from deck.model.theme import Theme
from deck.model.units import Emu, Insets, Rect

FIRST_MASTER_ID = 2_147_483_648
"""Masters and slide layouts are numbered together from here."""

NOTES_WIDTH, NOTES_HEIGHT = Emu(6_858_000), Emu(9_144_000)
NOTES_STYLE = TextStyle(size=12, minimum_size=12)
NOTES_STYLES = (
    NOTES_STYLE,
    *(replace(NOTES_STYLE, bullet=Bullet("•"), indent=14 * level, hanging=14) for level in (1, 2, 3)),
)
"""The speaker's notes, and the entries of lists in them."""

_NOTES_SLOT = Placeholder(
    1,
    "body",
    "Notes",
    Rect(Emu(685_800), Emu(4_400_550), Emu(5_486_400), Emu(3_600_450)),
    TextBody((NOTES_STYLE,), Insets(Emu(91_440), Emu(45_720), Emu(91_440), Emu(45_720))),
    "Notes",
)
_NOTES_IMAGE = Rect(Emu(685_800), Emu(1_143_000), Emu(5_486_400), Emu(3_086_100))
_COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_DARK_MAP = _COLOUR_MAP.replace('bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"')
"""Of a dark theme: its text is light. Notes are printed, and stay dark on white."""
_WHITE = background(Colour("lt1"))


@once_for_the_same
def master_slots(theme: Theme, *, mirrored: bool) -> Mapping[PlaceholderType, Placeholder]:
    """The slide master's slots by their types, for either reading direction."""
    grid, style = theme.grid, theme.style
    width, last = grid.w(grid.columns), grid.columns - 1
    title = Rect.of_units(grid.margin, grid.title_top, width, grid.title_height)
    body = Rect.of_units(grid.margin, grid.body_top, width, grid.body_height)
    footer = Rect.of_units(grid.x(0), grid.footer_top, grid.w(last), grid.footer_height)
    number = Rect.of_units(grid.x(last), grid.footer_top, grid.w(1), grid.footer_height)
    slots = (
        Placeholder(0, "title", "Title", title, TextBody((style("title"),)), "Title"),
        Placeholder(1, "body", "Body", body, TextBody(body_levels(theme)), "Text\nSecond level\nThird level"),
        Placeholder(3, "ftr", "Footer", footer, TextBody((style("footer"),), anchor="middle"), "Footer"),
        Placeholder(4, "sldNum", "Slide number", number, TextBody((style("slide-number"),), anchor="middle"), ""),
    )
    return {slot.type: replace(slot, rect=slot.rect.mirrored(theme.width)) if mirrored else slot for slot in slots}


def body_levels(theme: Theme) -> tuple[TextStyle, ...]:
    """The theme's three levels, and the rest like the third, each further in."""
    levels = [theme.style(f"body-{number}") for number in (1, 2, 3)]
    while len(levels) < LEVELS:
        last = levels[-1]
        levels.append(replace(last, indent=last.indent + last.hanging))
    return tuple(levels)


def slide_master_xml(
    sheet: Sheet, theme: Theme, slots: Mapping[PlaceholderType, Placeholder], layout_relationships: Sequence[str]
) -> bytes:
    """The slide master that holds the slide layouts of these relationships.

    Title and body are styled by its text styles, so that a presenter's changes there reach all slides.
    """
    shapes = [
        master_slot(sheet, slot, list_style(sheet, slot.body.levels, 1) if kind in {"ftr", "sldNum"} else "")
        for kind, slot in slots.items()
    ]
    ids = "".join(
        f'<p:sldLayoutId id="{FIRST_MASTER_ID + number}" r:id="{relationship}"/>'
        for number, relationship in enumerate(layout_relationships, 1)
    )
    text_styles = "".join(
        f"<p:{name}>{list_style(sheet, levels)}</p:{name}>"
        for name, levels in (
            ("titleStyle", slots["title"].body.levels),
            ("bodyStyle", slots["body"].body.levels),
            ("otherStyle", (_other_style(theme),)),
        )
    )
    return document(
        "p:sldMaster",
        PRESENTATIONML,
        f"<p:cSld>{_WHITE}{shape_tree(shapes)}</p:cSld>{_DARK_MAP if theme.is_dark else _COLOUR_MAP}"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>{text_styles}</p:txStyles>",
    )


def notes_master_xml(sheet: Sheet) -> bytes:
    """The notes master: the slide above, the speaker's notes below."""
    image = (
        f"<p:sp><p:nvSpPr>{properties(sheet.next_id(), 'Slide image', None, decorative=False)}"
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place(_NOTES_IMAGE)}{geometry('rect')}<a:noFill/>"
        '<a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>'
    )
    return document(
        "p:notesMaster",
        PRESENTATIONML,
        f"<p:cSld>{_WHITE}{shape_tree((image, master_slot(sheet, _NOTES_SLOT, '')))}</p:cSld>{_COLOUR_MAP}"
        f"<p:notesStyle>{list_style(sheet, (NOTES_STYLE,))}</p:notesStyle>",
    )


def default_text_style(sheet: Sheet, theme: Theme) -> str:
    """How text looks that no placeholder styles."""
    return f"<p:defaultTextStyle>{list_style(sheet, (_other_style(theme),))}</p:defaultTextStyle>"


def _other_style(theme: Theme) -> TextStyle:
    return TextStyle(size=theme.style("body-3").size)
