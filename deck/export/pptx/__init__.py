"""Deck → PowerPoint: theme, master and slide layouts, shapes as DrawingML, notes, the package.

What is written was decided before: here nothing is measured, wrapped or chosen.
"""

from deck.export.pptx.writer import write_pptx

__all__ = ["write_pptx"]
