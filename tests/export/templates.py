"""Templates as organizations have them, made from the one that python-pptx brings: of any shape that a test wants."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from pptx import Presentation
from pptx.util import Emu

from deck.pipeline.build import Built, lay_out
from tests.images.photographs import photograph, stored

TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
PRESENTATION_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_FRENCH = {
    "Title Slide": "Diapositive de titre",
    "Title and Content": "Titre et contenu",
    "Section Header": "En-tête de section",
    "Two Content": "Titre et contenu",
    "Title Only": "Titre seul",
}
_OUTLINE = """\
presentation:
  {{title: A deck, author: An office, language: {language}, footer: {footer}, theme: {{{choice}}}{header}}}
sections:
  - id: one
    title: One
    slides:
"""
_SLIDES = """\
      - {id: cover, layout: title, title: What we do, subtitle: For everyone}
      - {id: part, layout: section, title: The first part}
      - id: list
        layout: bullets
        title: What we found
        items:
          - {id: a, text: The first thing, items: [{id: b, text: More of that}]}
          - {id: c, text: The **second** thing}
      - {id: figure, layout: key-figure, title: The network, value: 400, label: Partners, items: [{id: x, text: A}]}
      - {id: said, layout: statement, title: What we are, statement: A partnership that takes action.}
      - {id: words, layout: quote, title: The target, quote: Take immediate and effective measures.}
      - {id: end, layout: closing, title: Thank you}
"""


def template(
    change: Callable[[Presentation], None] = lambda _: None,  # type: ignore[valid-type]
    parts: Mapping[str, Callable[[bytes], bytes]] | None = None,
    added: Mapping[str, bytes] | None = None,
) -> bytes:
    """A template with names in French, two of them alike, a logo on its master, and two example slides.

    `change` alters it with python-pptx, then `parts` single parts' bytes; `added` are further entries.
    """
    made = Presentation()
    made.slide_width, made.slide_height = Emu(9_144_000), Emu(6_858_000)
    for layout in made.slide_layouts:
        layout.name = _FRENCH.get(layout.name, layout.name)
    for index in (0, 1):
        slide = made.slides.add_slide(made.slide_layouts[index])
        slide.shapes.title.text = "An example slide"
        slide.notes_slide.notes_text_frame.text = "Words of the example"
    image = made.slide_master.part.get_or_add_image_part(io.BytesIO(stored(photograph(40, 20), "PNG")))
    _draw(made.slide_master, image[1], Emu(8_229_600), Emu(76_200), Emu(762_000), Emu(152_400))
    change(made)
    written = io.BytesIO()
    made.save(written)
    return altered(written.getvalue(), parts or {}, added or {})


def _draw(master: object, relationship: str, left: int, top: int, width: int, height: int) -> None:
    from pptx.oxml import parse_xml

    tree = master.shapes._spTree  # type: ignore[attr-defined]
    tree.append(
        parse_xml(
            '<p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
            ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
            ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<p:nvPicPr><p:cNvPr id="99" name="Logo" descr="Our logo"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )
    )


def altered(data: bytes, parts: Mapping[str, Callable[[bytes], bytes]], added: Mapping[str, bytes]) -> bytes:
    """A package with single parts changed, and these entries added."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            blob = old.read(name)
            for pattern, change in parts.items():
                if re.fullmatch(pattern, name):
                    blob = change(blob)
            new.writestr(name, blob)
        for name, blob in added.items():
            new.writestr(name, blob)
    return written.getvalue()


def replacing(old: str, new: str) -> Callable[[bytes], bytes]:
    """Has one text in a part's place of another, wherever that matches as a regular expression."""
    return lambda blob: re.sub(old, new, blob.decode()).encode()


def built_in(
    folder: Path,
    data: bytes,
    file: str = "ours.potx",
    language: str = "en",
    choice: str = "",
    header: str = "",
    slides: str = _SLIDES,
    footer: str = "Our office",
) -> Built:
    """A deck in this template: of seven slides, or of these; `header` are further fields of the presentation."""
    (folder / file).write_bytes(data)
    (folder / "well.png").write_bytes(stored(photograph(400, 300), "PNG"))
    outline = folder / "outline.yaml"
    begin = _OUTLINE.format(choice=choice or f"template: {file}", language=language, header=header, footer=footer)
    outline.write_text(begin + slides, encoding="utf-8")
    return lay_out(outline)
