"""What layouts make of a theme alone: the same for each slide, so it is made once."""

from __future__ import annotations

from deck.ground.kept import once_for_the_same as once_a_theme

__all__ = ["once_a_theme"]
