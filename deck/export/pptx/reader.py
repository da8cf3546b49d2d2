"""The bytes of a .pptx → the words on its slides, of any deck that PowerPoint opens."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Any

from lxml import etree

from deck.export.pptx.chart_points import helping_points, series_words
from deck.export.pptx.equation_words import equations_in, math_words
from deck.export.pptx.unseen import FILE, Unseen, sections, unseen
from deck.ground.dataclass import dataclass
from deck.ground.late_pattern import late_pattern

_FURNITURE = ("SLIDE_NUMBER", "DATE", "FOOTER")
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_KEPT = late_pattern(r"(?<!\d)\N{NO-BREAK SPACE}|\v")


@dataclass(frozen=True, slots=True)
class SlideWords:
    """What a slide says. `number` counts from 1; `id` is the slide's name, "" in a deck that has none.

    `texts` has each shape's name with its paragraphs, without the title and what stands at every slide's foot;
    `places` is where each shape but the latter stands, as left, top, width and height in EMU; `unseen` is what it holds
    besides; `helping` are those of its texts that are points of a chart's helping series, such as what a waterfall's
    columns stand on.
    """

    number: int
    id: str
    title: str
    texts: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[str, ...]
    footer: str
    places: tuple[tuple[int, int, int, int], ...] = field(default=(), compare=False)
    helping: frozenset[str] = field(default=frozenset(), compare=False)
    unseen: Unseen = Unseen()


def read_pptx(data: bytes) -> tuple[SlideWords, ...]:
    """The slides' words, in their order. ValueError where these are not a deck's bytes."""
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    try:
        presentation = Presentation(io.BytesIO(data))
        said = presentation.core_properties
        file = tuple((name, getattr(said, name)) for name in FILE)
        names, slides = sections(presentation), enumerate(presentation.slides, start=1)
        return tuple(_slide(number, slide, names.get(slide.slide_id, ""), file) for number, slide in slides)
    except (PythonPptxError, zipfile.BadZipFile, etree.XMLSyntaxError, LookupError, AttributeError) as error:
        raise ValueError(f"not a deck that can be read: {error}") from error


def _slide(number: int, slide: Any, section: str, file: tuple[tuple[str, str], ...]) -> SlideWords:
    title = slide.shapes.title
    texts: list[tuple[str, tuple[str, ...]]] = []
    footer = ""
    helping: set[str] = set()
    shapes = list(_shapes(slide))
    for shape in _below(shapes):
        kind = _kind(shape)
        words = tuple(_paragraphs(shape))
        if kind == "FOOTER":
            footer = " ".join(words)
        if words and kind not in _FURNITURE and not (title is not None and shape.shape_id == title.shape_id):
            texts.append((shape.name, words))
            helping |= helping_points(shape.chart) if getattr(shape, "has_chart", False) else set()
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return SlideWords(
        number,
        slide.name,
        " ".join(_said(title.text_frame)) if title is not None else "",
        tuple(texts),
        tuple(_said(notes)) if notes is not None else (),
        footer,
        tuple(_place(shape) for shape in shapes if _kind(shape) not in _FURNITURE),
        helping=frozenset(helping),
        unseen=unseen(slide, shapes, section, file),
    )


def _shapes(slide: Any) -> Iterator[Any]:
    """A slide's shapes, and of those that are there in several ways the one that PowerPoint shows: an equation."""
    from pptx.oxml.ns import qn
    from pptx.shapes.shapetree import SlideShapeFactory

    known = {id(shape._element): shape for shape in slide.shapes}
    for element in slide.shapes._spTree:
        if id(element) in known:
            yield known[id(element)]
        elif element.tag == _ALTERNATIVES:
            chosen = next(iter(element), ())
            shown = (each for each in chosen if each.tag in (qn("p:sp"), qn("p:pic")))
            yield from (SlideShapeFactory(each, slide.shapes) for each in shown)


def _kind(shape: Any) -> str:
    """The name of a placeholder's type; "" for what is none."""
    return shape.placeholder_format.type.name if shape.is_placeholder else ""


def _place(shape: Any) -> tuple[int, int, int, int]:
    return (shape.left or 0, shape.top or 0, shape.width or 0, shape.height or 0)


def _below(shapes: Iterable[Any]) -> Iterator[Any]:
    """The shapes, with those in a group in its place."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _below(shape.shapes)
        else:
            yield shape


def _paragraphs(shape: Any) -> Iterator[str]:

    if equations := list(equations_in(shape._element)):
        yield from filter(None, map(math_words, equations))
    if shape.has_text_frame:
        yield from _said(shape.text_frame)
    elif getattr(shape, "has_table", False):
        for row in shape.table.rows:
            for cell in row.cells:
                yield from _said(cell.text_frame)
    elif getattr(shape, "has_chart", False):
        for plot in shape.chart.plots:
            for series in plot.series:
                yield from series_words(plot, series)


def _said(frame: Any) -> Iterator[str]:
    """The paragraphs that say something; line breaks are spaces, and so are no-break spaces but after a figure."""
    for paragraph in frame.paragraphs:
        if words := " ".join(_KEPT.sub(" ", paragraph.text).split(" ")).strip():
            yield words
