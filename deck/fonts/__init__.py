"""Fonts' files: where a machine has them, which every PowerPoint has, what they allow, and how a deck carries them."""

from deck.fonts.container import container, description
from deck.fonts.everywhere import is_everywhere
from deck.fonts.faces import UnfitFontError, embeddable, subset
from deck.fonts.machine import installed, system_directories

__all__ = [
    "UnfitFontError",
    "container",
    "description",
    "embeddable",
    "installed",
    "is_everywhere",
    "subset",
    "system_directories",
]
