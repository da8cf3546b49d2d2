"""A picture's file → the picture as decks hold it: upright, in sRGB, with nothing in it that nobody sees."""

from deck.images.drawing import rasterised
from deck.images.metadata import metadata
from deck.images.painting import gradient, shown, tiled
from deck.images.prepare import prepared
from deck.images.sampled import sampled
from deck.images.scaling import cropped, scaled
from deck.images.scene import scene
from deck.images.silhouette import silhouette

__all__ = [
    "cropped",
    "gradient",
    "metadata",
    "prepared",
    "rasterised",
    "sampled",
    "scaled",
    "scene",
    "shown",
    "silhouette",
    "tiled",
]
