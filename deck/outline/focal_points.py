"""What of a picture stays in sight: `top left`, `30% 20%` → a point."""

from __future__ import annotations

import re

from deck.fields.findings import Finding, MistakenError, NotTextError
from deck.model.content import FocalPoint

_WORD = "(left|right|top|bottom|centre|center|middle)"
PATTERN = rf"^{_WORD}( {_WORD})?$|^\d{{1,3}}% \d{{1,3}}%$"
"""How it is written, as JSON Schema knows patterns."""
_MIDDLE = ("centre", "center", "middle")
_ACROSS = {"left": 0.0, "right": 1.0}
_DOWN = {"top": 0.0, "bottom": 1.0}


def focal_point(value: object) -> FocalPoint:
    """The point that these words or shares mean."""
    if not isinstance(value, str):
        raise NotTextError
    words = value.casefold().split()
    shares = [int(word[:-1]) / 100 for word in words if re.fullmatch(r"\d{1,3}%", word, re.ASCII)]
    if len(shares) == len(words) == 2 and max(shares) <= 1:
        return FocalPoint(*shares)
    across = [_ACROSS[word] for word in words if word in _ACROSS]
    down = [_DOWN[word] for word in words if word in _DOWN]
    middle = [word for word in words if word in _MIDDLE]
    if 1 <= len(words) <= 2 and max(len(across), len(down)) <= 1 and len(across + down) + len(middle) == len(words):
        return FocalPoint(*(*across, 0.5)[:1], *(*down, 0.5)[:1])
    hint = "write `top`, `bottom left` and the like, or shares from the left and the top: `30% 20%`"
    raise MistakenError(Finding("invalid-value", f"“{value}” is no place in a picture", hint))
