"""Spaces at which a language lets no line end: a line's break would strand a preposition, or begin with a sign.

Translators type an ordinary space there, as their tools show no other. It is made unbreakable when a text is put into
its language; no space is added, and none taken away.
"""

from __future__ import annotations

import re
from functools import cache

from deck.model.language import Language

_NO_BREAK = "\N{NO-BREAK SPACE}"
_SHORT_WORDS = {
    "be": "а аб ад да з і на не ні па у ў",
    "bg": "в във до за и на не о от по с със у",
    "cs": "a i k o s u v z",
    "pl": "a i o u w z",
    "ru": "а в во да до за и из к ко на не ни но о об от по с со у",
    "sk": "a i k o s u v z",
    "uk": "а б в до з за і із й на не ні о об по та у",
}
"""Prepositions, conjunctions and particles that no line ends with."""
_EVERYWHERE = r"(?<=\d) (?=[%‰€°])"
_SIGNS = {
    # High signs and guillemets stand off their words in French, the dash in Cyrillic belongs to what is before it.
    "fr": r" (?=[:;?!»])|(?<=«) |(?<=\d) (?=\d{3}(?!\d))",
    **dict.fromkeys(("be", "bg", "ru", "uk"), r" (?=[–—] )|(?<=\d) (?=\d{3}(?!\d))"),
}


def unbroken(words: str, language: Language) -> str:
    """The words with a no-break space wherever their language wants one for a plain space."""
    if " " not in words:
        return words
    return _pattern(language.tag.lower().split("-")[0]).sub(_NO_BREAK, words)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """What matches the spaces to be kept. A look behind has one length, so there is one for each length of word."""
    kept = [_EVERYWHERE]
    if language in _SIGNS:
        kept.append(_SIGNS[language])
    by_length: dict[int, list[str]] = {}
    for word in _SHORT_WORDS.get(language, "").split():
        by_length.setdefault(len(word), []).append(word)
    kept += [rf"(?<=(?<![\w’'-])(?:{'|'.join(short)})) (?=\S)" for short in by_length.values()]
    return re.compile("|".join(kept), re.IGNORECASE)
