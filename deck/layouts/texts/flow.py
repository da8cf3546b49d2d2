"""A text's blocks → what stands together, and paragraphs on the levels of a native text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias

from deck.layouts.frame.composition import grown
from deck.layouts.frame.lists import list_styles
from deck.layouts.listings.listing import Listing
from deck.layouts.listings.panel import block_of
from deck.layouts.tables.fields import TableFields
from deck.layouts.texts.figures import TextPicture
from deck.model.content import Tex, Words
from deck.model.fields import Part
from deck.model.numbering import Numbering
from deck.model.style import Bullet, TextStyle
from deck.model.text import Paragraph
from deck.model.theme import Theme

# The levels of a text that flows. An entry is a paragraph that was indented, in PowerPoint's own terms, too.
_PARAGRAPH, _HEADING = 0, 4
_NUMBERINGS: Mapping[Numbering, float] = {"number": 1.5, "letter": 1.6, "roman": 1.6}
"""How the entries of each level are numbered, and the room that a number takes, in sizes."""


class TextBlock(Part):
    """One block of a text."""

    text: Words | None = None
    """What it says, unless it is code; of a picture, its caption."""
    listing: Listing | None = None
    """The code that it is."""
    picture: TextPicture | None = None
    """The picture that it is."""
    table: TableFields | None = None
    """The table that it is."""
    tex: Tex | None = None
    """The equation that it is."""
    kind: Literal[
        "paragraph", "heading", "entry", "note", "warning", "quote", "remark", "code", "picture", "table", "equation"
    ] = "paragraph"
    """What it is."""
    level: int = 0
    """How deep it stands in lists, from 1; 0 outside."""
    number: int | None = None
    """What a numbered entry counts as."""


_OBJECTS = ("code", "picture", "table", "equation")
Unit: TypeAlias = "tuple[TextBlock, ...]"
"""Blocks that are never parted."""


def is_callout(block: TextBlock) -> bool:
    """Whether it is set off from the text."""
    return block.kind in ("note", "warning", "quote")


def units(blocks: Sequence[TextBlock]) -> list[Unit]:
    """What stays together: a heading or a line that is about what follows with that, an entry with all below it, and
    a callout."""
    found: list[list[TextBlock]] = []
    joins = False
    for before, block in zip([None, *blocks], blocks, strict=False):
        continues = before is not None and (
            block.level > 1
            or (block.level == 1 and block.kind in ("paragraph", *_OBJECTS))
            or ((is_callout(block) or block.kind == "picture") and block.kind == before.kind)
        )
        if found and (joins or continues):
            found[-1].append(block)
        else:
            found.append([block])
        joins = block.kind == "heading" or (block.level == 0 and _leads(block))
    return [tuple(unit) for unit in found]


class Segment(NamedTuple):
    """What a column holds at one place: a text that flows (`text`), or what its `kind` says.

    `lit` are the lines of code that are highlighted, from 0; `pictures`, `table` and `equation` are the blocks
    of these.
    """

    kind: str
    paragraphs: tuple[Paragraph, ...]
    lit: tuple[int, ...] = ()
    pictures: tuple[TextBlock, ...] = ()
    table: TextBlock | None = None
    equation: TextBlock | None = None

    @property
    def shown(self) -> list[TextPicture]:
        """Its pictures."""
        return [block.picture for block in self.pictures if block.picture]


def segments(theme: Theme, blocks: Sequence[TextBlock]) -> list[Segment]:
    """What a column holds, from above."""
    found: list[Segment] = []
    for kind, each in groupby(blocks, key=_segment_kind):
        if kind == "code":
            shown = (block_of(theme, block.listing) for block in each if block.listing)
            found += (Segment(kind, block.code, block.lit) for block in shown)
        elif kind == "picture":
            found.append(Segment(kind, (), pictures=tuple(each)))
        elif kind == "table":
            found += (Segment(kind, (), table=block) for block in each)
        elif kind == "equation":
            found += (Segment(kind, (), equation=block) for block in each)
        else:
            for flow in _counting_once(list(each)):
                found.append(Segment(kind, tuple(paragraph for block in flow for paragraph in _paragraphs(block))))
    return found


def _segment_kind(block: TextBlock) -> str:
    return block.kind if is_callout(block) or block.kind in _OBJECTS else "text"


def _leads(block: TextBlock) -> bool:
    """Whether a paragraph is about what follows: it ends in a colon, or is bold as headings are."""
    if block.text is None or block.kind != "paragraph":
        return False
    bold = all(run.bold for paragraph in block.text.paragraphs for run in paragraph.runs)
    return bold or block.text.plain.rstrip().endswith((":", "："))


def _counting_once(blocks: Sequence[TextBlock]) -> Iterator[Sequence[TextBlock]]:
    """The blocks of a flow, anew where a second numbered list begins: LibreOffice would count on from the first."""
    start = after = 0
    counted = inside = False
    for at, block in enumerate(blocks):
        begins = block.number is not None and block.level == 1 and not inside
        if begins and counted:
            yield blocks[start:after]
            start = after
        counted = counted or begins
        inside = block.level > 0 and (inside or begins)
        after = at + 1 if inside else after
    yield blocks[start:]


def _paragraphs(block: TextBlock) -> Iterator[Paragraph]:
    level = _PARAGRAPH
    if block.kind == "heading":
        level = _HEADING
    elif block.level:
        level = block.level if block.kind == "entry" else _HEADING + block.level
    for paragraph in block.text.paragraphs if block.text else ():
        yield replace(paragraph, level=level, number=block.number)


def flow_styles(theme: Theme, step: float = 1, *, numbered: bool = False) -> list[TextStyle]:
    """The style of each level of a text that flows; a `numbered` one has room for numbers before its entries."""
    entries = list(_entries(theme, numbered=numbered))
    further = [replace(style, bullet=None, hanging=0) for style in entries]
    return [grown(style, step) for style in (theme.style("text"), *entries, theme.style("text-heading"), *further)]


def _entries(theme: Theme, *, numbered: bool) -> Iterator[TextStyle]:
    text = theme.style("text")
    levels = list_styles(theme, text)
    indent = 0.0
    for style, (numbering, room) in zip(levels, _NUMBERINGS.items(), strict=True):
        hanging = round(room * style.size) if numbered else style.hanging
        indent += hanging
        yield replace(
            style,
            bullet=replace(style.bullet or Bullet(), numbering=numbering),
            minimum_size=min(style.size, max(style.minimum_size, text.minimum_size)),
            hanging=hanging,
            indent=indent if numbered else style.indent,
        )
