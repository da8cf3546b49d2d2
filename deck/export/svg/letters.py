"""Stretches of text by the kind of their letters, as DrawingML divides them among a run's three fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from deck.export.svg.fonts import Kind

_EAST_ASIAN = (
    "⺀-〿ぁ-ヿㄅ-ㄯ\u3130-\u318fㆠ-ㇿ㈠-\ua4cf\uac00-\ud7af\uf900-\ufaff︰-\ufe4f\uff01-\uffef\U00020000-\U0003ffff"
)
_COMPLEX = (
    "\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1200-\u139f\u1780-\u17ff\u19e0-\u19ff\u2d80-\u2ddf"
    "\ua8e0-\ua8ff\uab00-\uab2f\ufb1d-\ufdff\ufe70-\ufefc"
)


def stretches(text: str, before: Kind) -> Iterator[tuple[Kind, str]]:
    """The text in pieces of one kind each. `before` is the kind of what stands before it.

    Digits, signs and spaces are drawn as the letters before them; only among ideographs those of ASCII are not.
    """
    if text.isascii() and before != "complex":
        yield "latin", text
        return
    kind, start = before, 0
    piece_kind: Kind | None = None
    for index, char in enumerate(text):
        drawn = kind = _strong(char) or kind
        if kind == "east_asian" and char.isascii():
            drawn = "latin"
        if piece_kind is None:
            piece_kind = drawn
        elif drawn != piece_kind:
            yield piece_kind, text[start:index]
            piece_kind, start = drawn, index
    if piece_kind is not None:
        yield piece_kind, text[start:]


def last_kind(text: str, before: Kind) -> Kind:
    """The kind of the last letter of a text, or of what stands `before` it where it has none."""
    return next((kind for char in reversed(text) if (kind := _strong(char))), before)


def first_kind(text: str, otherwise: Kind) -> Kind:
    """The kind of the first letter of a text, which signs before it take, too."""
    return next((kind for char in text if (kind := _strong(char))), otherwise)


def spaced(before: str, after: str) -> bool:
    """Whether engines leave a space between these two: an ideograph beside a letter or a digit."""
    one, other = before[-1:], after[:1]
    return (_is_ideograph(one) and _is_word(other)) or (_is_word(one) and _is_ideograph(other))


def _strong(char: str) -> Kind | None:
    if char < "\u0590":
        return "latin" if char.isalpha() else None
    if _is_east_asian(char):
        return "east_asian"
    if _pattern(_COMPLEX).match(char):
        return "complex"
    return "latin" if char.isalpha() else None


def _is_east_asian(char: str) -> bool:
    return char >= "⺀" and _pattern(_EAST_ASIAN).match(char) is not None


def _is_ideograph(char: str) -> bool:
    return _is_east_asian(char) and char.isalpha()


def _is_word(char: str) -> bool:
    return char.isalnum() and not _is_east_asian(char)


@cache
def _pattern(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{characters}]")
