"""Levels that shrank with the others, though they were not in the way: as large again as they may be.

One scale for all levels keeps their proportions, which a list needs. But where one long word made a figure
smaller, what stands under the figure has room enough.
"""

from __future__ import annotations

from collections.abc import Sequence

from deck.typeset.setting import Setting

STEP = 0.5
"""The step in which sizes grow, in points."""


def regrown(settings: Sequence[Setting], sizes: Sequence[tuple[float, ...]]) -> list[tuple[float, ...]]:
    """The sizes with each level, from the deepest, as large as all settings hold; lists keep their proportions.

    A level grows neither past its style's own size nor past a level above it that is designed no smaller. Settings
    that are not alike in their sizes stay as they are, as do those that do not fit.
    """
    first = settings[0].frame.body.levels
    designed = [style.size for style in first]
    alike = all([style.size for style in setting.frame.body.levels] == designed for setting in settings)
    if not alike or any(style.bullet for style in first) or not _all_fit(settings, sizes[0]):
        return list(sizes)
    grown = list(sizes[0])
    for level in reversed(range(len(grown))):
        ceiling = min(
            [designed[level], *(grown[above] for above in range(level) if designed[above] >= designed[level])]
        )
        low, high = 0, int((ceiling - grown[level]) / STEP)
        while low < high:
            middle = (low + high + 1) // 2
            tried = (*grown[:level], grown[level] + middle * STEP, *grown[level + 1 :])
            low, high = (middle, high) if _all_fit(settings, tried) else (low, middle - 1)
        grown[level] += low * STEP
    return [tuple(grown)] * len(settings)


def _all_fit(settings: Sequence[Setting], sizes: tuple[float, ...]) -> bool:
    return all(setting.fits(sizes) for setting in settings)
