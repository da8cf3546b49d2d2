"""Arabic letters take the form that their neighbours call for, and each form has its own width."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

Forms = Mapping[str, Mapping[str, float]]

_CAUSES_JOINING = frozenset("\u0640\u200d")
_LAM = "\u0644"
_LAM_ALEF = {"\u0622": "\ufef5", "\u0623": "\ufef7", "\u0625": "\ufef9", "\u0627": "\ufefb"}


def width(text: str, forms: Forms) -> float:
    """The width of joined Arabic letters, in em. Characters that the forms lack count nothing."""
    return sum(forms[form].get(char) or forms["isolated"].get(char, 0.0) for char, form in shaped(text, forms))


def shaped(text: str, forms: Forms) -> Iterator[tuple[str, str]]:
    """Each character with the form it takes; lam with an alef is one ligature, as the only one all engines make."""
    letters = _ligated([char for char in text if unicodedata.category(char) != "Mn"])
    before = False
    for index, char in enumerate(letters):
        after = index + 1 < len(letters) and _joins_previous(letters[index + 1], forms)
        joined, joining = before and _joins_previous(char, forms), after and _joins_next(char, forms)
        yield char, ("medial" if joining else "final") if joined else ("initial" if joining else "isolated")
        before = _joins_next(char, forms)


def _ligated(letters: list[str]) -> list[str]:
    ligated: list[str] = []
    for char in letters:
        if char in _LAM_ALEF and ligated and ligated[-1] == _LAM:
            ligated[-1] = _LAM_ALEF[char]
        else:
            ligated.append(char)
    return ligated


def _joins_previous(char: str, forms: Forms) -> bool:
    return char in forms["final"] or char in _CAUSES_JOINING


def _joins_next(char: str, forms: Forms) -> bool:
    return char in forms["initial"] or char in _CAUSES_JOINING
