"""LaTeX → an equation: its parts, its outlines, and how it is said; or what is wrong with it, at its place."""

from deck.equations.breaking import broken
from deck.equations.described import linear
from deck.equations.drawing import drawing
from deck.equations.reading import parsed

__all__ = ["broken", "drawing", "linear", "parsed"]
