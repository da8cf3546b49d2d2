"""Deck → the bytes of a .pptx: every part, and how the parts refer to each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from deck.export.pptx.embedded_fonts import EmbeddedFonts
from deck.export.pptx.masters import master_slots, notes_master_xml, slide_master_xml
from deck.export.pptx.open_layouts import slide_layout_in_language
from deck.export.pptx.package import Package, relate_all
from deck.export.pptx.presentation import (
    core_properties_xml,
    extended_properties_xml,
    presentation_properties_xml,
    presentation_xml,
    table_styles_xml,
    view_properties_xml,
)
from deck.export.pptx.python_pptx import CONTENT_TYPE, RELATIONSHIP_TYPE, Part
from deck.export.pptx.record import PART, digest_of_parts, record_properties_xml, record_xml
from deck.export.pptx.sheet import Media, Sheet
from deck.export.pptx.slides import notes_xml, slide_xml
from deck.export.pptx.theme import theme_xml
from deck.model.deck import Deck
from deck.model.language import Direction
from deck.model.shapes import ShapeTree


def write_pptx(deck: Deck) -> bytes:
    """The deck as a .pptx. The same deck gives the same bytes.

    ValueError for a picture that is neither PNG nor JPEG; KeyError for a slide whose section or slide layout
    is not among the deck's.
    """
    if deck.theme.template:
        # Few decks are in a template of somebody's own.
        from deck.export.pptx.template.writing import TemplateWriter

        return TemplateWriter(deck, deck.theme.template).written()
    return Writer(deck).written()


class Writer:
    """Writes a deck with a theme, a master and slide layouts of its own."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._package = Package()
        self._media = Media(self._package)
        self._theme = theme_xml(deck.theme, deck.language.script)
        self._layouts: dict[str, Part] = {}
        self._slides: dict[str, Part] = {}
        self._begin()

    def _begin(self) -> None:
        self._notes_master = self._write_notes_master()

    def written(self) -> bytes:
        package = self._package
        main = package.part("/ppt/presentation.xml", CONTENT_TYPE.PML_PRESENTATION_MAIN)
        package.relate(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self._write_document_properties()
        self._master = self._write_slide_master()
        slides = [package.part("/ppt/slides/slide%d.xml", CONTENT_TYPE.PML_SLIDE) for _ in self._deck.slides]
        for part, slide in zip(slides, self._deck.slides, strict=True):
            self._slides[slide.id] = part
        for part, slide in zip(slides, self._deck.slides, strict=True):
            self._write_slide(part, slide)
        return self._write_presentation(main, slides)

    def _write_presentation(self, main: Part, slides: list[Part]) -> bytes:
        """The presentation's own part, which leads to all others; the package's bytes."""
        package, master = self._package, self._master
        settings = (
            ("presProps", CONTENT_TYPE.PML_PRES_PROPS, presentation_properties_xml(), RELATIONSHIP_TYPE.PRES_PROPS),
            ("viewProps", CONTENT_TYPE.PML_VIEW_PROPS, view_properties_xml(), RELATIONSHIP_TYPE.VIEW_PROPS),
            ("tableStyles", CONTENT_TYPE.PML_TABLE_STYLES, table_styles_xml(), RELATIONSHIP_TYPE.TABLE_STYLES),
        )
        record = self._record()
        fonts = EmbeddedFonts(package, self._deck.fonts)
        master_id, *ids = relate_all(
            main,
            [
                (master, RELATIONSHIP_TYPE.SLIDE_MASTER),
                *((slide, RELATIONSHIP_TYPE.SLIDE) for slide in slides),
                (self._notes_master, RELATIONSHIP_TYPE.NOTES_MASTER),
                (master.part_related_by(RELATIONSHIP_TYPE.THEME), RELATIONSHIP_TYPE.THEME),
                *((package.part(f"/ppt/{name}.xml", kind, blob), relation) for name, kind, blob, relation in settings),
                (record, RELATIONSHIP_TYPE.CUSTOM_XML),
                *fonts.relations,
            ],
        )
        slide_ids, (notes_master_id, *_) = ids[: len(slides)], ids[len(slides) :]
        font_list = fonts.xml(ids[len(ids) - len(fonts.relations) :])
        main.blob = presentation_xml(self._sheet(main), self._deck, master_id, notes_master_id, slide_ids, font_list)
        fonts.fill()
        return package.to_bytes(record, lambda entries: record_xml(self._deck, digest_of_parts(entries)))

    def _record(self) -> Part:
        """The part that remembers how this deck was built; its text waits for all the others."""
        part = self._package.part(f"/{PART}", CONTENT_TYPE.XML)
        properties = self._package.part(
            "/customXml/itemProps1.xml", CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, record_properties_xml()
        )
        part.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
        return part

    def _sheet(
        self, part: Part, *, is_layout: bool = False, slide_of: Callable[[str], Part | None] = lambda _: None
    ) -> Sheet:
        deck = self._deck
        mono = deck.theme.minor.mono
        template = deck.theme.template
        return Sheet(
            part,
            deck.language,
            self._media,
            deck.prompts,
            mono,
            is_layout=is_layout,
            typefaces=template.fonts if template else {},
            slide_of=slide_of,
            undoes_capitals=template is not None,
        )

    def _write_document_properties(self) -> None:
        package = self._package
        core = package.part("/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, core_properties_xml(self._deck))
        package.relate(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
        extended = package.part(
            "/docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, extended_properties_xml(self._deck)
        )
        package.relate(extended, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)

    def _write_theme(self, owner: Part) -> None:
        """The theme, once for each master, because no two may share its part."""
        theme = self._package.part("/ppt/theme/theme%d.xml", CONTENT_TYPE.OFC_THEME, self._theme)
        owner.relate_to(theme, RELATIONSHIP_TYPE.THEME)

    def _write_notes_master(self) -> Part:
        part = self._package.part("/ppt/notesMasters/notesMaster1.xml", CONTENT_TYPE.PML_NOTES_MASTER)
        part.blob = notes_master_xml(self._sheet(part))
        self._write_theme(part)
        return part

    def _write_slide_master(self) -> Part:
        """The slide master with its slide layouts."""
        master = self._package.part("/ppt/slideMasters/slideMaster1.xml", CONTENT_TYPE.PML_SLIDE_MASTER)
        slots = master_slots(self._deck.theme, mirrored=self._deck.language.direction is Direction.RIGHT_TO_LEFT)
        layouts = []
        for layout in self._deck.slide_layouts:
            part = self._package.part("/ppt/slideLayouts/slideLayout%d.xml", CONTENT_TYPE.PML_SLIDE_LAYOUT)
            relate_all(part, [(master, RELATIONSHIP_TYPE.SLIDE_MASTER)])
            part.blob = slide_layout_in_language(self._sheet(part, is_layout=True), layout, slots)
            layouts.append((part, RELATIONSHIP_TYPE.SLIDE_LAYOUT))
            self._layouts[layout.name] = part
        ids = relate_all(master, layouts)
        self._write_theme(master)
        master.blob = slide_master_xml(self._sheet(master), self._deck.theme, slots, ids)
        return master

    def _slide_of(self, name: str) -> Part | None:
        return self._slides.get(self._targets.get(name, ""))

    @cached_property
    def _targets(self) -> Mapping[str, str]:
        return self._deck.targets()

    def _write_slide(self, part: Part, slide: ShapeTree) -> None:
        relate_all(part, [(self._layouts[slide.slide_layout.name], RELATIONSHIP_TYPE.SLIDE_LAYOUT)])
        part.blob = slide_xml(self._sheet(part, slide_of=self._slide_of), slide)
        if slide.notes:
            notes = self._package.part("/ppt/notesSlides/notesSlide%d.xml", CONTENT_TYPE.PML_NOTES_SLIDE)
            relate_all(notes, [(self._notes_master, RELATIONSHIP_TYPE.NOTES_MASTER), (part, RELATIONSHIP_TYPE.SLIDE)])
            part.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
            notes.blob = notes_xml(self._sheet(notes), slide.notes)
