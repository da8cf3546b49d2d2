"""Frames as text boxes in a presentation, and where LibreOffice ends their text."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.util import Pt

from deck.model.language import Direction, Language
from deck.model.typesetting import FittedText, Frame, TextLine
from deck.model.units import Insets, points
from tests.typeset.frames import THEME

LIBREOFFICE_LINE, POWERPOINT_LINE = 1.2, 1.2187
"""A single line's height in sizes; PowerPoint's is the highest seen."""
SHEET = 4000
"""The side of a slide, in points: LibreOffice draws no larger one."""
MARKER = 4.0
"""The size of the marker after a text, in points."""
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WORD = re.compile(r'<word xMin="[-\d.]+" yMin="([-\d.]+)" xMax="[-\d.]+" yMax="[-\d.]+">q(\d+)x\d+q</word>')


@dataclass
class Drawn:
    """A frame at one of its sizes, and where LibreOffice ends its text, in points from the box's top."""

    language: str
    frame: Frame
    fitted: FittedText
    step: int
    bottom: float = 0.0

    @property
    def room(self) -> float:
        return points(self.frame.rect.height - self.frame.body.insets.bottom)

    @property
    def overflow(self) -> float:
        return self.bottom - self.room

    @property
    def is_higher(self) -> bool:
        """Whether LibreOffice needs more lines than were predicted."""
        return not self.lines_are_right and self.bottom > self._bottom_of(self.fitted.lines)

    @property
    def breaks_a_word(self) -> bool:
        """Whether a word is wider than its line, so that LibreOffice breaks inside it."""
        edge = points(self.frame.rect.width - self.frame.body.insets.end)
        return any(line.start + line.width > edge for line in self.fitted.lines)

    @property
    def powerpoint_overflow(self) -> float:
        """The overflow if LibreOffice's lines were as high as PowerPoint's."""
        return self.overflow + (POWERPOINT_LINE / LIBREOFFICE_LINE - 1) * (self.bottom - self._spacing)

    def _bottom_of(self, lines: Sequence[TextLine]) -> float:
        """Where the text ends if these are its lines."""
        levels = self.frame.body.levels
        used = [self.fitted.paragraphs[line.paragraph].level for line in lines]
        high = sum(self.fitted.sizes[level] * levels[level].leading for level in used)
        return self._spacing + LIBREOFFICE_LINE * high

    @property
    def _spacing(self) -> float:
        """What is not lines: the top inset, and the space between paragraphs."""
        styles = [self.frame.body.levels[paragraph.level] for paragraph in self.fitted.paragraphs]
        between = sum(above.space_after + below.space_before for above, below in pairwise(styles))
        return points(self.frame.body.insets.top) + between

    @property
    def lines_are_right(self) -> bool:
        """Whether LibreOffice draws as many lines as the text was proved to fit with."""
        return self._is_bottom_of(self.fitted.lines)

    @property
    def drawn_lines_are_right(self) -> bool:
        """Whether LibreOffice draws as many lines as a picture of the text would."""
        return self._is_bottom_of(self.fitted.drawn)

    def _is_bottom_of(self, lines: Sequence[TextLine]) -> bool:
        return abs(self._bottom_of(lines) - self.bottom) < 0.3 + 0.002 * self.bottom


def render(drawn: Sequence[Drawn], folder: Path) -> None:
    """Draw all of them, and set where each one's text ends."""
    tops: dict[int, float] = {}
    path = folder / "bench.pptx"
    deck = Presentation()
    deck.slide_width = deck.slide_height = Pt(SHEET)
    x = y = shelf = float(SHEET)
    slide = None
    for index, each in enumerate(drawn):
        width, height = points(each.frame.rect.width), points(each.frame.rect.height) * 1.6 + 60
        if x + width > SHEET:
            x, y, shelf = 0.0, y + shelf, 0.0
        if slide is None or y + height > SHEET:
            slide = deck.slides.add_slide(deck.slide_layouts[6])
            x, y, shelf = 0.0, 0.0, 0.0
        tops[index] = y
        box = slide.shapes.add_textbox(Pt(x), Pt(y), each.frame.rect.width, each.frame.rect.height)
        fill(box._element.txBody, each, f"q{index}x{each.step}q")
        x, shelf = x + width + 8, max(shelf, height)
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    reference = slide.shapes.add_textbox(0, 0, Pt(200), Pt(50))._element.txBody
    _sub(_emptied(reference, Insets()), "noAutofit")
    _marker(reference, f"q{len(drawn)}x0q")
    deck.save(str(path))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=900)
    words = subprocess.run(
        ["pdftotext", "-bbox", str(path.with_suffix(".pdf")), "-"], check=True, capture_output=True, text=True
    ).stdout
    found = {int(match[2]): float(match[1]) for match in _WORD.finditer(words)}
    # The marker's ink stands somewhat below its line's top: by how much, a box with nothing else says.
    ink = found[len(drawn)]
    for index, each in enumerate(drawn):
        each.bottom = found[index] - tops[index] - ink


def fill(body: etree._Element, drawn: Drawn, marker: str) -> None:
    """Write the text as PowerPoint writes it, everything explicit."""
    frame, insets = drawn.frame, drawn.frame.body.insets
    rtl = Language(drawn.language).direction is Direction.RIGHT_TO_LEFT
    if rtl:
        insets = replace(insets, start=insets.end, end=insets.start)
    _sub(_emptied(body, insets), "noAutofit")
    last = len(drawn.fitted.paragraphs) - 1
    for index, paragraph in enumerate(drawn.fitted.paragraphs):
        style, size = frame.body.levels[paragraph.level], drawn.fitted.sizes[paragraph.level]
        element = _sub(body, "p")
        spaced = {"before": style.space_before if index else 0, "after": style.space_after if index < last else 0}
        _paragraph_properties(element, paragraph, style, spaced, rtl)
        for run in paragraph.runs:
            for number, piece in enumerate(run.text.split("\v")):
                if number:
                    _run_properties(_sub(element, "br"), drawn.language, size, style.bold or run.bold, run.italic)
                if piece:
                    made = _sub(element, "r")
                    _run_properties(made, drawn.language, size, style.bold or run.bold, run.italic)
                    _sub(made, "t").text = piece
    _marker(body, marker)


def _emptied(body, insets: Insets):
    """The properties of a text body without text."""
    for child in list(body):
        body.remove(child)
    sides = {"lIns": insets.start, "tIns": insets.top, "rIns": insets.end, "bIns": insets.bottom}
    return _sub(body, "bodyPr", wrap="square", anchor="t", **sides)


def _marker(body, words: str) -> None:
    made = _sub(_sub(body, "p"), "r")
    _run_properties(made, "en", MARKER, False)
    _sub(made, "t").text = words


def _paragraph_properties(element, paragraph, style, spaced, rtl) -> None:
    made = _sub(
        element, "pPr", marL=round(style.indent * 12700), indent=round(-style.hanging * 12700), rtl=int(rtl),
        algn="r" if rtl else "l",
    )  # fmt: skip
    _sub(_sub(made, "lnSpc"), "spcPct", val=round(style.leading * 100_000))
    _sub(_sub(made, "spcBef"), "spcPts", val=round(spaced["before"] * 100))
    _sub(_sub(made, "spcAft"), "spcPts", val=round(spaced["after"] * 100))
    if paragraph.number is not None:
        _sub(made, "buFont", typeface="+mj-lt")
        _sub(made, "buAutoNum", type="arabicPeriod", startAt=paragraph.number)
    elif style.bullet is not None:
        _sub(made, "buChar", char=style.bullet.char)
    else:
        _sub(made, "buNone")


def _run_properties(element, language: str, size: float, bold: bool, italic: bool = False) -> None:
    made = _sub(element, "rPr", lang=language, sz=round(size * 100), b=int(bold), i=int(italic))
    script = Language(language).script
    _sub(made, "latin", typeface=THEME.minor.latin)
    _sub(made, "ea", typeface=THEME.minor.east_asian)
    _sub(made, "cs", typeface=THEME.minor.scripts.get(script, THEME.minor.complex_script))


def _sub(parent, name: str, **attributes: object):
    return etree.SubElement(parent, f"{{{_A}}}{name}", {key: str(value) for key, value in attributes.items()})
