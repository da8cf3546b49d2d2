"""Frames → fitted text: widths from tables, lines as every engine breaks them, the largest size that fits."""

from deck.typeset.fonts import STAND_INS
from deck.typeset.heights import drawing_fonts
from deck.typeset.typesetter import Typesetter

__all__ = ["STAND_INS", "Typesetter", "drawing_fonts"]
