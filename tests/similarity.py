"""How alike two pictures are: the structural similarity of Wang, Bovik, Sheikh and Simoncelli (2004)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

# LibreOffice rounds advances, so that a letter may stand two points before its place at the end of a long line;
# and every engine smooths the edges of letters in a way of its own. Pictures are blurred as much.
_REDUCED, _BLUR = 2, 1.5
_WINDOW, _SIGMA = 11, 1.5
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2

Grey = NDArray[np.float64]


def similarity(one: Image.Image, other: Image.Image) -> float:
    """From 0 to 1 for two pictures of one size, in grey and blurred: 1 where they are the same."""
    assert one.size == other.size
    a, b = _grey(one), _grey(other)
    mean_a, mean_b = _mean(a), _mean(b)
    variance_a, variance_b = _mean(a * a) - mean_a**2, _mean(b * b) - mean_b**2
    covariance = _mean(a * b) - mean_a * mean_b
    alike = ((2 * mean_a * mean_b + _C1) * (2 * covariance + _C2)) / (
        (mean_a**2 + mean_b**2 + _C1) * (variance_a + variance_b + _C2)
    )
    return float(alike.mean())


def _grey(picture: Image.Image) -> Grey:
    small = picture.convert("L").reduce(_REDUCED).filter(ImageFilter.GaussianBlur(_BLUR))
    return np.asarray(small, dtype=np.float64)


def _mean(values: Grey) -> Grey:
    """The mean about each pixel that has a whole window about it, weighted by a bell curve."""
    offsets = np.arange(_WINDOW) - _WINDOW // 2
    weights = np.exp(-(offsets**2) / (2 * _SIGMA**2))
    weights /= weights.sum()
    for axis in (0, 1):
        length = values.shape[axis] - _WINDOW + 1
        values = sum(weight * values.take(range(start, start + length), axis) for start, weight in enumerate(weights))
    return values
