"""Two texts that look the same on a screen → both with what is not to be seen spelled out."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000\ufeff]")


def told_apart(before: str, after: str) -> tuple[str, str]:
    """Both texts; where they look the same, with their odd spaces, marks and loose accents as `<U+00A0>`."""
    return (_spelt(before), _spelt(after)) if _looks(before) == _looks(after) else (before, after)


def _looks(text: str) -> str:
    seen = _UNSEEN.sub(lambda match: " " if match[0].isspace() else "", text)
    return " ".join(unicodedata.normalize("NFC", seen).split())


def _spelt(text: str) -> str:
    loose = unicodedata.normalize("NFC", text) != text
    return "".join(
        f"<U+{ord(char):04X}>" if _UNSEEN.match(char) or (loose and unicodedata.combining(char)) else char
        for char in text
    )
