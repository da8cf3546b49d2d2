"""At which share of their styles' sizes texts fit, and where a little less takes in a lone last word."""

from __future__ import annotations

from collections.abc import Sequence

from deck.typeset.last_line import ends_alone
from deck.typeset.setting import Setting

_STEP = 0.5
"""The step in which sizes are tried, in points of the largest style."""
_SMALLER = (1.0, 2.0)
"""How many points a title may lose to take in a lone word: one, or else two."""


def largest_scale(settings: Sequence[Setting]) -> float:
    """The largest one share of their styles' sizes, in steps, at which all fit, or the least there is."""
    if all(setting.fits(setting.designed) for setting in settings):
        return 1.0
    styles = [style for setting in settings for style in setting.used_styles()]
    if not styles:
        return 1.0
    size = max(style.size for style in styles)
    least = min(style.minimum_size / style.size for style in styles)
    # Some scale below fits, and none at or above: the steps between are halved. Height never falls as sizes rise.
    below, above = int(size * (1 - least) / _STEP + 1), 0
    while below - above > 1:
        middle = (below + above) // 2
        scale = 1 - middle * _STEP / size
        if all(setting.fits(setting.sizes(scale)) for setting in settings):
            below = middle
        else:
            above = middle
    return max(1 - below * _STEP / size, 0.0)


def without_lone_word(setting: Setting, scale: float) -> float:
    """A scale a little smaller where that takes in a lone word on a paragraph's last line, or else the same."""
    if len(setting.paragraphs) > 1:
        return scale
    if setting.at(setting.sizes(scale)).line_counts == [1]:
        return scale
    size = max(style.size for style in setting.used_styles())
    alone = _lone_words(setting, scale)
    smaller = (scale - less / size for less in _SMALLER)
    return next((each for each in smaller if alone and _lone_words(setting, each) < alone), scale)


def _lone_words(setting: Setting, scale: float) -> int:
    sizes = setting.sizes(scale)
    return sum(
        ends_alone(each.measured.text, line, ends)
        for each, broken in zip(setting.paragraphs, setting.at(sizes).broken, strict=True)
        if each.style.balanced
        for line, ends, _, _ in broken
    )
