"""A picture's file → the picture as decks hold it: upright, in sRGB, with nothing in it that nobody sees."""

from deck.images.prepare import prepared

__all__ = ["prepared"]
