"""Compiles a written outline of a webinar into a native PowerPoint deck that fits, in its language.

>>> from pathlib import Path
>>> from deck import build_decks, default_outline
>>> (written,) = build_decks(default_outline(), Path("dist"))
>>> written.path.name
'alliance-8.7.en.pptx'
"""

from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span
from deck.pipeline.build import Built, lay_out
from deck.pipeline.places import default_outline
from deck.pipeline.reading import schema
from deck.pipeline.writing import Written, build_decks

__version__ = "0.1.0"

__all__ = [
    "Built",
    "DeckError",
    "Diagnostic",
    "Severity",
    "Span",
    "Written",
    "build_decks",
    "default_outline",
    "lay_out",
    "schema",
]
