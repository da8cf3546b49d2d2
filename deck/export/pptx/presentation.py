"""The presentation's own part, and the small parts beside it: document properties, view, table styles."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_OID, uuid5

from deck.export.pptx.embedded_fonts import fonts_attributes
from deck.export.pptx.masters import FIRST_MASTER_ID, NOTES_HEIGHT, NOTES_WIDTH, default_text_style
from deck.export.pptx.sheet import Sheet
from deck.export.pptx.xml import PRESENTATIONML, A, document, guid
from deck.export.xml import content, value
from deck.model.deck import Deck

_FIRST_SLIDE_ID = 256
_SECTIONS = (
    '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
    '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
)
_FORMATS = {
    (12_192_000, 6_858_000): ("", "Widescreen"),
    (9_144_000, 6_858_000): (' type="screen4x3"', "On-screen Show (4:3)"),
    (9_906_000, 6_858_000): (' type="A4"', "A4 Paper (210x297 mm)"),
}
"""What PowerPoint calls a slide of this width and height, in the presentation and in its properties."""
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE_PROPERTIES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def presentation_xml(
    sheet: Sheet, deck: Deck, master: str, notes_master: str, slides: list[str], fonts: str = ""
) -> bytes:
    """The presentation: its master, notes master and slides by their relationships' ids, its `fonts`, its sections."""
    ids = "".join(
        f'<p:sldId id="{_FIRST_SLIDE_ID + index}" r:id="{relationship}"/>' for index, relationship in enumerate(slides)
    )
    direction = ' rtl="1"' if sheet.right_to_left else ""
    kind, _ = _FORMATS.get((deck.theme.width, deck.theme.height), ("", ""))
    saved = fonts_attributes(deck.fonts)
    sections = f"<p:extLst>{_SECTIONS}{''.join(_sections(deck))}</p14:sectionLst></p:ext></p:extLst>"
    return document(
        "p:presentation",
        f"{PRESENTATIONML}{direction}{saved}",
        f'<p:sldMasterIdLst><p:sldMasterId id="{FIRST_MASTER_ID}" r:id="{master}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes_master}"/></p:notesMasterIdLst>'
        f"{f'<p:sldIdLst>{ids}</p:sldIdLst>' if ids else ''}"
        f'<p:sldSz cx="{deck.theme.width}" cy="{deck.theme.height}"{kind}/>'
        f'<p:notesSz cx="{NOTES_WIDTH}" cy="{NOTES_HEIGHT}"/>'
        f"{fonts}{default_text_style(sheet, deck.theme)}{sections if deck.sections else ''}",
    )


def core_properties_xml(deck: Deck) -> bytes:
    """Who, what and in which language; no dates, because a deck is the same whenever it is built."""
    return document(
        "cp:coreProperties",
        _CORE_PROPERTIES,
        f"<dc:title>{content(deck.title)}</dc:title><dc:subject>{content(deck.subject)}</dc:subject>"
        f"<dc:creator>{content(deck.author)}</dc:creator><dc:language>{content(deck.language.tag)}</dc:language>",
    )


def extended_properties_xml(deck: Deck) -> bytes:
    """What was counted."""
    notes = sum(bool(slide.notes) for slide in deck.slides)
    hidden = sum(slide.hidden for slide in deck.slides)
    _, kind = _FORMATS.get((deck.theme.width, deck.theme.height), ("", "Custom"))
    return document(
        "Properties",
        f'xmlns="{_PROPERTIES}"',
        f"<PresentationFormat>{kind}</PresentationFormat>"
        f"<Slides>{len(deck.slides)}</Slides><Notes>{notes}</Notes><HiddenSlides>{hidden}</HiddenSlides>",
    )


def presentation_properties_xml() -> bytes:
    """How a show runs: as PowerPoint has it."""
    return document("p:presentationPr", PRESENTATIONML, "")


def view_properties_xml() -> bytes:
    """How the file opens: as PowerPoint has it."""
    return document("p:viewPr", PRESENTATIONML, "")


def table_styles_xml() -> bytes:
    """No table styles of our own; new tables get PowerPoint's usual one."""
    return document("a:tblStyleLst", f'xmlns:a="{A}" def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"', "")


def _sections(deck: Deck) -> Iterator[str]:
    members: dict[str, list[int]] = {section.id: [] for section in deck.sections}
    for index, slide in enumerate(deck.slides):
        members[slide.section].append(_FIRST_SLIDE_ID + index)
    for section in deck.sections:
        slides = "".join(f'<p14:sldId id="{number}"/>' for number in members[section.id])
        identifier = guid(uuid5(NAMESPACE_OID, f"deck:section:{section.id}"))
        yield (
            f'<p14:section name={value(section.title)} id="{identifier}">'
            f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
        )
