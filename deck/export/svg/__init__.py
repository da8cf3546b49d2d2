"""Deck → a picture a slide, as SVG: the measured lines drawn where they were measured.

Text stays text, to be selected, searched and read aloud. Nothing is measured, wrapped or chosen here.
"""

from deck.export.svg.slide import Drawing, slide_svg

__all__ = ["Drawing", "slide_svg"]
