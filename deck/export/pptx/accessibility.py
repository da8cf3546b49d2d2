"""What keeps people from a deck: the rules of PowerPoint's Accessibility Checker that a file alone can show.

Each rule is a generator of findings; its name, with hyphens, is their code. `RULES` gives each its severity, and how
to mend what it finds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.contrast import low_contrast
from deck.export.pptx.inspection_rule import Found, InspectionRule
from deck.export.pptx.opened import FURNITURE, TITLES, OpenedDeck, OpenedShape, OpenedSlide, relationship_of
from deck.ground.diagnostics import Severity
from deck.model.reading_order import Spoken, misplaced
from deck.model.telling_words import is_address, is_default_section, is_guessed, is_vague, names_file, names_kind

if TYPE_CHECKING:
    from lxml import etree

_TRUE = frozenset({"1", "true"})
_NO_TEXT_NEEDED = frozenset({"sp", "cxnSp"})


def missing_alternative_text(deck: OpenedDeck) -> Iterator[Found]:
    """A picture, chart, diagram, film or drawing has neither alternative text nor the mark of decoration.

    Who cannot see it learns nothing of it. A group's text speaks for all that is in it; a table's cells speak for
    themselves, and so does a shape's own text.
    """
    for slide, shape in _all(deck):
        silent = not shape.description and not shape.is_decorative and not shape.is_hidden
        if silent and not _spoken_for(shape) and _is_seen(shape):
            yield slide.number, shape.name, "has no alternative text"


def unhelpful_alternative_text(deck: OpenedDeck) -> Iterator[Found]:
    """An alternative text is a file's name, a word such as “picture”, or a program's guess that nobody looked at."""
    for slide, shape in _all(deck):
        words = shape.description
        if not words or shape.is_decorative:
            continue
        if names_file(words):
            yield slide.number, shape.name, f"has the name of a file for alternative text: “{words[:60]}”"
        elif names_kind(words):
            yield slide.number, shape.name, f"has an alternative text that says nothing: “{words}”"
        elif is_guessed(words):
            yield slide.number, shape.name, "has an alternative text that a program guessed"


def missing_slide_title(deck: OpenedDeck) -> Iterator[Found]:
    """A slide has no title, or an empty one: who listens cannot find it, nor tell it from the next."""
    for slide in deck.slides:
        if slide.title is None:
            yield slide.number, "", "has no title"
        elif not slide.title.text:
            yield slide.number, slide.title.name, "the title is empty"


def repeated_slide_title(deck: OpenedDeck) -> Iterator[Found]:
    """Two slides have the same title, so that they cannot be told apart in a list of slides."""
    first: dict[str, int] = {}
    for slide in deck.slides:
        words = " ".join(slide.title.text.split()).casefold() if slide.title else ""
        if words and first.setdefault(words, slide.number) != slide.number:
            yield slide.number, "", f"has the same title as slide {first[words]}"


def missing_header_row(deck: OpenedDeck) -> Iterator[Found]:
    """A table has no header row: who listens does not hear which column a cell is in."""
    for slide, shape in _all(deck):
        if shape.table is not None:
            properties = shape.table.find("a:tblPr", PREFIXES)
            if properties is None or properties.get("firstRow") not in _TRUE:
                yield slide.number, shape.name, "has no header row"


def merged_cells(deck: OpenedDeck) -> Iterator[Found]:
    """A table has merged cells under which one loses one's place by ear: in its header, or over some of its columns.

    A cell of several rows under one heading, and one over all columns that heads the rows below it, are read in their
    order with their headings; they are no finding here, though PowerPoint's own checker names each.
    """
    for slide, shape in _all(deck):
        if shape.table is not None and any(_is_astray(shape.table)):
            yield slide.number, shape.name, "has merged cells"


def blank_row_or_column(deck: OpenedDeck) -> Iterator[Found]:
    """A whole row or column of a table is empty, as for a gap: who listens takes that for the table's end."""
    for slide, shape in _all(deck):
        if shape.table is None:
            continue
        rows = [
            ["".join(map(str, cell.itertext())).strip() for cell in row.iterfind("a:tc", PREFIXES)]
            for row in shape.table.iterfind("a:tr", PREFIXES)
        ]
        merged = shape.table.xpath(".//a:tc[@hMerge or @vMerge]", namespaces=PREFIXES)
        for what, lines in (("row", rows), ("column", list(zip(*rows, strict=False)))):
            if not merged and any(line and not any(line) for line in lines):
                yield slide.number, shape.name, f"has an empty {what}"


def unclear_link(deck: OpenedDeck) -> Iterator[Found]:
    """A link's text does not say where it leads: “here”, or a bare address that is spelt out letter by letter."""
    for slide, shape in _all(deck):
        for words in _links(shape):
            if is_vague(words):
                yield slide.number, shape.name, f"a link says only “{words.strip()}”"
            elif is_address(words):
                yield slide.number, shape.name, f"a link’s text is a bare address: “{words.strip()[:60]}”"


def default_section_name(deck: OpenedDeck) -> Iterator[Found]:
    """A section is called what programs call it until somebody names it."""
    yield from ((None, "", f"a section is called “{name}”") for name in _sections(deck) if is_default_section(name))


def repeated_section_name(deck: OpenedDeck) -> Iterator[Found]:
    """Two sections have the same name."""
    counted = Counter(name.strip().casefold() for name in _sections(deck))
    yield from ((None, "", f"{count} sections are called “{name}”") for name, count in counted.items() if count > 1)


def missing_captions(deck: OpenedDeck) -> Iterator[Found]:
    """A film or recording has no captions in the file, for who cannot hear it."""
    for slide, shape in _all(deck):
        if shape.is_media and not shape.element.xpath(".//*[local-name()='track']"):
            yield slide.number, shape.name, "has no captions"


def reading_order(deck: OpenedDeck) -> Iterator[Found]:
    """The title is not read first, or what stands at the top of the slide is read after all that is below it.

    A picture that the title stands on lies behind it, and what lies behind is read before: that cannot be otherwise.
    """
    for slide in deck.slides:
        spoken = [
            Spoken(each.name, slide.place(each), is_title=each is slide.title or each.placeholder in TITLES)
            for each in slide.shapes
            if _speaks(each)
        ]
        yield from ((slide.number, name, what) for name, what in misplaced(spoken))


def timed_slide(deck: OpenedDeck) -> Iterator[Found]:
    """A slide moves on by itself, before everybody has read it."""
    for slide in deck.slides:
        if slide.root.xpath(".//p:transition[@advTm]", namespaces=PREFIXES):
            yield slide.number, "", "moves on by itself"


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
RULES: tuple[InspectionRule, ...] = (
    InspectionRule(
        missing_alternative_text, _ERROR, "describe it (right-click, View Alt Text), or mark it as decorative"
    ),
    InspectionRule(unhelpful_alternative_text, _WARNING, "say what it shows and why it is there"),
    InspectionRule(missing_slide_title, _ERROR, "give it a title; it may be hidden in the selection pane"),
    InspectionRule(repeated_slide_title, _WARNING, "say what is special here, if only “(2 of 3)”"),
    InspectionRule(missing_header_row, _ERROR, "tick Header Row under Table Design"),
    InspectionRule(merged_cells, _WARNING, "split them, or make two tables"),
    InspectionRule(blank_row_or_column, _WARNING, "delete it; set heights, widths or margins instead"),
    InspectionRule(unclear_link, _WARNING, "let the text say where it leads"),
    InspectionRule(default_section_name, _WARNING, "name it after what it is about (right-click, Rename Section)"),
    InspectionRule(repeated_section_name, _WARNING, "give each a name of its own (right-click, Rename Section)"),
    InspectionRule(missing_captions, _WARNING, "insert captions under Playback"),
    InspectionRule(reading_order, _WARNING, "set the order under Review, Check Accessibility, Reading Order Pane"),
    InspectionRule(low_contrast, _WARNING, "make the text darker or lighter than what it stands on"),
    InspectionRule(timed_slide, _WARNING, "untick After under Transitions"),
)


def _is_astray(table: etree._Element) -> Iterator[bool]:
    """Of each cell that is merged, whether its heading is not sure."""
    properties = table.find("a:tblPr", PREFIXES)
    headed = properties is not None and properties.get("firstRow") in _TRUE
    columns = len(table.findall("a:tblGrid/a:gridCol", PREFIXES))
    for number, row in enumerate(table.iterfind("a:tr", PREFIXES)):
        for cell in row.iterfind("a:tc", PREFIXES):
            wide, high = (int(cell.get(span, "1")) for span in ("gridSpan", "rowSpan"))
            if wide > 1 or high > 1:
                yield not headed or number == 0 or wide not in (1, columns) or (wide > 1 and high > 1)


def _all(deck: OpenedDeck) -> Iterator[tuple[OpenedSlide, OpenedShape]]:
    return ((slide, shape) for slide in deck.slides for shape in slide.shapes)


def _speaks(shape: OpenedShape) -> bool:
    """Whether a screen reader says something for it."""
    own = shape.group is None and not shape.is_decorative and not shape.is_hidden
    return own and shape.placeholder not in FURNITURE and bool(shape.text or shape.description)


def _spoken_for(shape: OpenedShape) -> bool:
    """Whether a group's text stands for it."""
    return shape.group is not None and bool(shape.group.description or _spoken_for(shape.group))


def _is_seen(shape: OpenedShape) -> bool:
    """Whether it shows something that no text says."""
    if shape.kind == "grpSp" or shape.table is not None:
        return False
    if shape.kind not in _NO_TEXT_NEEDED:
        return True
    if shape.text or shape.placeholder is not None:
        return False
    properties = shape.element.find("./p:spPr", PREFIXES)
    nothing = properties is not None and properties.find("a:noFill", PREFIXES) is not None
    no_line = properties is not None and properties.find("a:ln/a:noFill", PREFIXES) is not None
    is_box = shape.element.find("./p:nvSpPr/p:cNvSpPr[@txBox]", PREFIXES) is not None
    return not (is_box or (nothing and no_line))


def _links(shape: OpenedShape) -> Iterator[str]:
    """The words of each of a shape's links to places outside, without those that have a tip to explain them."""
    for paragraph in shape.paragraphs:
        words, last = "", ""
        for run in paragraph.iterfind("a:r", PREFIXES):
            link = run.find("a:rPr/a:hlinkClick", PREFIXES)
            id = (
                relationship_of(link) if link is not None and not link.get("action") and not link.get("tooltip") else ""
            )
            if id != last and words:
                yield words
                words = ""
            words, last = (words + (run.findtext("a:t", "", PREFIXES)) if id else ""), id
        if words:
            yield words


def _sections(deck: OpenedDeck) -> list[str]:
    return deck.archive.values(deck.main, "//p14:section/@name") if deck.main else []
