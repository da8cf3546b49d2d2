"""A deck in a presenter's template → its package: the template's, with slides and the slide layouts that they need."""

from __future__ import annotations

from dataclasses import replace

from deck.export.pptx.embedded_fonts import EmbeddedFonts
from deck.export.pptx.package import relate_as
from deck.export.pptx.presentation import (
    presentation_properties_xml,
    presentation_xml,
    table_styles_xml,
    view_properties_xml,
)
from deck.export.pptx.python_pptx import CONTENT_TYPE, RELATIONSHIP_TYPE, Part
from deck.export.pptx.record import digest_of_parts, record_xml
from deck.export.pptx.slides import slide_layout_xml
from deck.export.pptx.template.filling import FilledTemplate
from deck.export.pptx.writer import Writer
from deck.model.deck import Deck
from deck.model.language import Direction
from deck.model.letters import home_kind
from deck.model.recolouring import Thing, adjusted, recoloured
from deck.model.rescaling import rescaled
from deck.model.style import Colour
from deck.model.template import Template

_ALONE = ' showMasterSp="0"'


class TemplateWriter(Writer):
    """Writes a deck whose theme was read from a template."""

    def __init__(self, deck: Deck, template: Template) -> None:
        self._mirrored = deck.language.direction is Direction.RIGHT_TO_LEFT
        template = replace(template, fonts={**template.fonts, **_by_script(deck, template)})
        self._template = replace(
            template, slots={kind: _as_it_has_it(slot, template) for kind, slot in template.slots.items()}
        )
        self._plain = _as_it_has_it(Colour("lt1"), template)
        super().__init__(
            replace(
                deck,
                theme=replace(deck.theme, template=template),
                slides=_as_it_has_it(deck.slides, template),
                slide_layouts=_as_it_has_it(deck.slide_layouts, template),
            )
        )

    def _begin(self) -> None:
        self._filled = FilledTemplate(self._template, self._package, self._deck.language.direction)
        super()._begin()

    def _write_notes_master(self) -> Part:
        return self._filled.notes_master or super()._write_notes_master()

    def _write_slide_master(self) -> Part:
        """The template's masters, and beside their own the slide layouts that join them."""
        template = self._template
        width = round(self._deck.theme.width * self._template.scale)
        slots = self._template.slots
        if self._mirrored:
            slots = {kind: replace(slot, rect=slot.rect.mirrored(width)) for kind, slot in slots.items()}
        joined: list[Part] = []
        for layout in self._deck.slide_layouts:
            if layout.native:
                self._layouts[layout.name] = self._filled.layout(layout.native)
                continue
            part = self._package.part("/ppt/slideLayouts/slideLayout%d.xml", CONTENT_TYPE.PML_SLIDE_LAYOUT)
            part.relate_to(self._filled.master, RELATIONSHIP_TYPE.SLIDE_MASTER)
            ground, drawn, attributes = self._filled.drawn(part, layout.joins or template.base)
            shared = (ground, drawn, attributes) if layout.joins else None
            if shared is None and layout.background == self._plain and template.plain:
                shared = (ground, "", _ALONE)
            part.blob = slide_layout_xml(self._sheet(part, is_layout=True), layout, slots, shared, _ALONE)
            self._layouts[layout.name] = part
            joined.append(part)
        self._filled.add_layouts(joined)
        return self._filled.master

    def _write_presentation(self, main: Part, slides: list[Part]) -> bytes:
        ids = [f"slide{number}" for number in range(1, len(slides) + 1)]
        relations = [*self._filled.relations]
        kinds = {kind for _, kind, _ in relations}
        relations += [(each, RELATIONSHIP_TYPE.SLIDE, slide) for each, slide in zip(ids, slides, strict=True)]
        notes = next((each for each, kind, _ in relations if kind == RELATIONSHIP_TYPE.NOTES_MASTER), "")
        if not notes:
            notes = "notesMaster"
            relations.append((notes, RELATIONSHIP_TYPE.NOTES_MASTER, self._notes_master))
        for name, content_type, blob, kind in (
            ("presProps", CONTENT_TYPE.PML_PRES_PROPS, presentation_properties_xml(), RELATIONSHIP_TYPE.PRES_PROPS),
            ("viewProps", CONTENT_TYPE.PML_VIEW_PROPS, view_properties_xml(), RELATIONSHIP_TYPE.VIEW_PROPS),
            ("tableStyles", CONTENT_TYPE.PML_TABLE_STYLES, table_styles_xml(), RELATIONSHIP_TYPE.TABLE_STYLES),
        ):
            if kind not in kinds:
                relations.append((f"deck{name}", kind, self._package.part(f"/ppt/{name}.xml", content_type, blob)))
        record = self._record()
        relations.append(("deckRecord", RELATIONSHIP_TYPE.CUSTOM_XML, record))
        fonts = EmbeddedFonts(self._package, self._deck.fonts)
        font_ids = [f"deckFont{number}" for number in range(1, len(fonts.relations) + 1)]
        relations += [(each, kind, part) for each, (part, kind) in zip(font_ids, fonts.relations, strict=True)]
        relate_as(main, relations)
        own = presentation_xml(self._sheet(main), self._deck, "", notes, ids, fonts.xml(font_ids))
        main.blob = self._filled.presentation_xml(own, notes)
        fonts.fill()
        return self._package.to_bytes(record, lambda entries: record_xml(self._deck, digest_of_parts(entries)))


def _by_script(deck: Deck, template: Template) -> dict[str, str]:
    """The fonts that the theme lists for the deck's script, where that changes its letters' shapes.

    PowerPoint looks them up in the list; LibreOffice takes a font of its own, perhaps a wider one.
    """
    script = deck.language.script
    if home_kind(script) != "complex":
        return {}
    fonts = {"+mj-cs": deck.theme.major, "+mn-cs": deck.theme.minor}
    return {reference: name for reference in template.listed if (name := fonts[reference].scripts.get(script))}


def _as_it_has_it(thing: Thing, template: Template) -> Thing:
    """A thing at the template's own size, and in the colours that stand there for the palette's."""
    shades = template.shades

    def shaded(colour: Colour) -> Colour:
        return colour if colour.value or colour.scheme not in shades else adjusted(colour, shades[colour.scheme])

    return rescaled(recoloured(thing, shaded), template.scale)
