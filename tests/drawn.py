"""Where LibreOffice draws a deck's words, against the shapes that they belong to."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unicodedata import combining
from xml.etree import ElementTree

from deck.model.deck import Deck
from deck.model.units import points
from tests.outlines import texts
from tests.render import to_pdf, without_autofit
from tests.tools import required

# What LibreOffice's rounding and a letter's side bearings may add to a box, in points.
_TOLERANCE = 2.0
# Letters reach neither the font's ascent nor its descent, between which a word's box lies.
_EMPTY = 0.2


class Word(NamedTuple):
    """A word where it was drawn, in points of the slide; a word's box reaches from its font's ascent to its descent."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def words(pdf: Path, width: float) -> list[list[Word]]:
    """The words on each page of a PDF of slides that are so many points wide."""
    listing = pdf.with_suffix(".html")
    subprocess.run([required("pdftotext", "install poppler-utils"), "-bbox-layout", str(pdf), str(listing)], check=True)
    html = listing.read_text(encoding="utf-8", errors="replace")
    html = re.sub(r"<!DOCTYPE[^>]*>|[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", html)
    pages = ElementTree.fromstring(re.sub(r'xmlns="[^"]*"', "", html, count=1)).iter("page")
    return [
        [
            Word(word.text or "", *(float(word.get(edge, 0)) * scale for edge in ("xMin", "yMin", "xMax", "yMax")))
            for word in page.iter("word")
        ]
        for page in pages
        for scale in (width / float(page.get("width", width)),)
    ]


def strayed(deck: Deck, data: bytes, folder: Path) -> Iterator[str]:
    """The words that are drawn outside every shape with text of their slide, with autofit off."""
    pages = words(to_pdf(without_autofit(data), folder), points(deck.theme.width))
    assert len(pages) == len(deck.slides)
    for tree, page in zip(deck.slides, pages, strict=True):
        boxes = [shape.rect for slide_id, shape, _ in texts(deck) if slide_id == tree.id]
        for word in page:
            if all(map(combining, word.text)):
                # A mark over a letter that the PDF gives as a word of its own.
                continue
            empty = _EMPTY * (word.bottom - word.top)
            on_slide = (
                word.left >= 0
                and word.top + empty >= 0
                and word.right <= points(deck.theme.width)
                and word.bottom - empty <= points(deck.theme.height)
            )
            if not on_slide or not any(
                points(box.left) - _TOLERANCE <= word.left
                and word.right <= points(box.right) + _TOLERANCE
                and points(box.top) - _TOLERANCE <= word.top + empty
                and word.bottom - empty <= points(box.bottom) + _TOLERANCE
                for box in boxes
            ):
                place = f"{word.left:.0f}, {word.top:.0f} to {word.right:.0f}, {word.bottom:.0f}"
                yield f"{tree.id}: “{word.text}” at {place}"
