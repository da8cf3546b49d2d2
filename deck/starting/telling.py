"""What is told of slides that are taken over: what is left out, and what is there in another way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Told: TypeAlias = tuple[int, str]
"""The line of the slides' file, and what is told of it."""
NOTHING_STAYS = "a slide, of which nothing else stays"
LONG_TITLE = 90
"""How long words may be that are a slide's title, or stand large on it."""
_SHORT = 50


class Otherwise(str):
    """What is told of something that is there, but not as it was."""

    __slots__ = ()


def shortly(text: str) -> str:
    """The first words of a text, on one line."""
    words = " ".join(text.split())
    return f"{words[:_SHORT]}…" if len(words) > _SHORT else words


def parted(told: Iterable[Told]) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """What is left out, and what is there in another way; each once, by lines."""
    every = sorted(set(told))
    lost = tuple(each for each in every if not isinstance(each[1], Otherwise))
    return lost, tuple(each for each in every if isinstance(each[1], Otherwise))
