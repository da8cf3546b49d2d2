"""A QR code, drawn: its modules as one shape, on a ground that keeps its quiet zone, and words under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Annotated
from urllib.parse import urlsplit

from deck.layouts.frame.composition import on_one_line
from deck.layouts.frame.furniture import ink, paper
from deck.layouts.frame.slots import fill, slot
from deck.model.addresses import address_hint
from deck.model.content import Words
from deck.model.fields import Fields
from deck.model.outlines import Path
from deck.model.rules import Pattern
from deck.model.shapes import AutoShape, Placeholder, SlideLayout, TextBox
from deck.model.text import Paragraph, Run, Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Measurer
from deck.model.units import Rect

QR_LABEL_IDX = 40
_QUIET = 4
"""The light modules round a code that readers look for (ISO/IEC 18004)."""
_ADDRESS = Pattern(r"^(https?://|mailto:|tel:)\S+$", "an address such as https://www.example.org", address_hint)


_LITTLE_SMALLER = 0.8
"""The share of its size down to which a label is on one line rather than on two."""


class QrCode(Fields):
    """A QR code that leads somewhere."""

    link: Annotated[str, _ADDRESS]
    """Where it leads: an address on the web, `mailto:` or `tel:`."""
    label: Words | None = None
    """What stands under it; left out, the name of the website, or the address."""


def qr_shapes(
    theme: Theme, code: QrCode, left: float, top: float, side: float, below: float = 0
) -> tuple[AutoShape, AutoShape]:
    """The ground and the code on it, in a square of this side, in grid units; its address is its alternative text.

    The ground goes on below the square by so much, for words that stand on it, too.
    """
    modules = _modules(code.link)
    quiet = side * _QUIET / (len(modules) + 2 * _QUIET)
    ground = AutoShape("QR code ground", Rect.of_units(left, top, side, side + below), "rect", paper(theme))
    at = Rect.of_units(left + quiet, top + quiet, side - 2 * quiet, side - 2 * quiet)
    drawing = Path(len(modules), len(modules), tuple(_outline(modules)))
    said = f"{code.label.plain}: {code.link}" if code.label else code.link
    return ground, AutoShape("QR code", at, drawing, ink(theme), description=said)


def qr_label(measurer: Measurer, layout: SlideLayout, code: QrCode) -> tuple[SlideLayout, TextBox]:
    """The words under a code in their slot of the slide layout, which makes them a little smaller to be on one line."""
    said = _label(code)
    smaller = on_one_line(measurer, layout, QR_LABEL_IDX, (said, 0))
    if _size(smaller) >= _LITTLE_SMALLER * _size(layout):
        layout = smaller
    shape = fill(measurer, layout.placeholder(QR_LABEL_IDX), _field(code), (said, 0))
    # LibreOffice ends a line of a link anywhere, also within a word.
    if len(shape.text.lines) > len(said.paragraphs):
        lined = replace(said, paragraphs=tuple(_lined(shape.text)))
        shape = fill(measurer, layout.placeholder(QR_LABEL_IDX), _field(code), (lined, 0))
    return layout, shape


def _size(layout: SlideLayout) -> float:
    return layout.placeholder(QR_LABEL_IDX).body.levels[0].size


def _lined(text: FittedText) -> Iterator[Paragraph]:
    """The paragraphs with a line break at the end of each of their lines."""
    for at, paragraph in enumerate(text.paragraphs):
        runs: list[Run] = []
        for line in (each for each in text.lines if each.paragraph == at):
            if runs:
                runs[-1] = runs[-1].with_text(runs[-1].text.rstrip() + "\v")
            runs += line.runs
        yield replace(paragraph, runs=tuple(runs))


def _label(code: QrCode) -> Text:
    """The words under a code, which lead where it does."""
    if code.label and any(run.link for each in code.label.paragraphs for run in each.runs):
        return code.label
    words = code.label or Text.of(urlsplit(code.link).hostname or code.link.partition(":")[2])
    linked = (replace(each, runs=tuple(replace(run, link=code.link) for run in each.runs)) for each in words.paragraphs)
    return replace(words, paragraphs=tuple(linked))


def _field(code: QrCode) -> str:
    """The path of the field whose words stand under a code."""
    return "qr.label" if code.label else "qr.link"


def qr_label_slot(theme: Theme, style: str, at: tuple[float, float, float, float]) -> Placeholder:
    """The slot of the words under a code, in this style of the theme, at these grid units."""
    centred = replace(theme.style(style), align="centre")
    return slot(QR_LABEL_IDX, "QR code label", at, centred, prompt="Caption")


def _modules(words: str) -> Sequence[Sequence[int]]:
    """The code's rows, 1 for each dark module; never a Micro QR code, which phones do not read."""
    import segno

    return tuple(tuple(row) for row in segno.make_qr(words, error="m").matrix)


def _outline(modules: Sequence[Sequence[int]]) -> Iterator[tuple[str | float, ...]]:
    """A rectangle for each run of dark modules in a row."""
    for y, row in enumerate(modules):
        x = 0
        for dark, run in groupby(row):
            width = len(list(run))
            if dark:
                yield ("M", float(x), float(y))
                yield ("L", float(x + width), float(y))
                yield ("L", float(x + width), float(y + 1))
                yield ("L", float(x), float(y + 1))
                yield ("Z",)
            x += width
