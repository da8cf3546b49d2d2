"""Where LibreOffice draws a deck's words, against the shapes that they belong to."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
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


def strayed(deck: Deck, data: bytes, folder: Path) -> Iterator[str]:
    """The words that are drawn outside every shape with text of their slide, with autofit off."""
    pdf = to_pdf(without_autofit(data), folder)
    listing = folder / "words.html"
    subprocess.run([required("pdftotext", "install poppler-utils"), "-bbox-layout", str(pdf), str(listing)], check=True)
    html = listing.read_text(encoding="utf-8", errors="replace")
    html = re.sub(r"<!DOCTYPE[^>]*>|[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", html)
    pages = list(ElementTree.fromstring(re.sub(r'xmlns="[^"]*"', "", html, count=1)).iter("page"))
    assert len(pages) == len(deck.slides)
    for tree, page in zip(deck.slides, pages, strict=True):
        scale = float(page.get("width", 0)) / points(deck.theme.width)
        boxes = [shape.rect for slide_id, shape, _ in texts(deck) if slide_id == tree.id]
        for word in page.iter("word"):
            left, top, right, bottom = (float(word.get(edge, 0)) / scale for edge in ("xMin", "yMin", "xMax", "yMax"))
            top, bottom = top + _EMPTY * (bottom - top), bottom - _EMPTY * (bottom - top)
            on_slide = (
                left >= 0 and top >= 0 and right <= points(deck.theme.width) and bottom <= points(deck.theme.height)
            )
            if not on_slide or not any(
                points(box.left) - _TOLERANCE <= left
                and right <= points(box.right) + _TOLERANCE
                and points(box.top) - _TOLERANCE <= top
                and bottom <= points(box.bottom) + _TOLERANCE
                for box in boxes
            ):
                yield f"{tree.id}: “{word.text}” at {left:.0f}, {top:.0f} to {right:.0f}, {bottom:.0f}"
