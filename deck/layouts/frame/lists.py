"""How a list is set that stands with a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deck.model.rescaling import rescaled
from deck.model.style import TextStyle
from deck.model.theme import Theme


def list_styles(theme: Theme, text: TextStyle | None = None) -> Sequence[TextStyle]:
    """The three levels of a list; with a text of this style, if there is one, or where such a text might stand.

    A template's lists have sizes of its own, for slides of nothing else. With a text, their first level is as large as
    that and grows like it, and the others keep their proportion.
    """
    levels = tuple(theme.style(f"body-{level}") for level in (1, 2, 3))
    if theme.template is None or text is None:
        return levels
    share = text.size / levels[0].size
    return [_as_large(each, share, text) for each in levels]


def _as_large(level: TextStyle, share: float, text: TextStyle) -> TextStyle:
    made = rescaled(level, share)
    return replace(
        made,
        minimum_size=min(made.size, level.minimum_size),
        largest_size=(text.largest_size or text.size) * made.size / text.size,
    )
