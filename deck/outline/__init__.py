"""An outline file → the presentation that it describes.

YAML → nodes with their places (`compose`) → validated fields (`header`, and the layouts' own) → `Presentation`.
"""

from __future__ import annotations

from deck.outline.codes import CODES
from deck.outline.read import read_outline

__all__ = ["CODES", "read_outline"]
