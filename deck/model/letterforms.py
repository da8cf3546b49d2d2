"""Letters in the forms that mathematics tells apart: 𝑥, 𝐱, ℝ, ℒ. Unicode has a character for each."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Literal

Form = Literal[
    "upright", "italic", "bold", "bold-italic", "double-struck", "script", "fraktur", "sans-serif", "monospace"
]
_ELSEWHERE = {"script": "SCRIPT", "fraktur": "BLACK-LETTER", "double-struck": "DOUBLE-STRUCK"}
"""Forms of which some letters were in Unicode before the others."""
_OWN = {("h", "italic"): "ℎ"}


def in_form(text: str, form: Form) -> str:
    """The text with each letter and digit in this form, as far as Unicode has it."""
    return text if form == "upright" else "".join(_in_form(char, form) for char in text)


@cache
def _in_form(char: str, form: Form) -> str:
    name = unicodedata.name(char, "")
    for word in ("LATIN ", "GREEK ", "LETTER "):
        name = name.replace(word, "", 1)
    if not char.isalnum() or (char, form) in _OWN:
        return _OWN.get((char, form), char)
    style = form.replace("-", " ").upper() if form != "double-struck" else "DOUBLE-STRUCK"
    style = "SANS-SERIF" if form == "sans-serif" else style
    candidates = [f"MATHEMATICAL {style} {name.replace('LUNATE ', '')}"]
    if form in _ELSEWHERE:
        candidates.append(f"{_ELSEWHERE[form]} {name}")
    for each in candidates:
        try:
            return unicodedata.lookup(each)
        except KeyError:
            continue
    return char
