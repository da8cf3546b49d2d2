"""The order of names, as CLDR has it for each language.

By their letters first, as the language orders them: Czech `ch` follows `h`, Swedish å, ä and ö follow `z`, Chinese goes
by sound or by strokes, Japanese kana by their vowels. By accents only between equals. English leaves out “The”, Arabic
the article. ICU's orders are kept in `tables/collation.json`, which says its version.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from deck.languages.spellings import as_ordered
from deck.model.language import PSEUDO_LOCALES, Language

Key: TypeAlias = tuple[tuple[float, ...], tuple[str, ...], str]

_TABLES = Path(__file__).parent / "tables"
# Ideographs and Korean syllables come after all letters of the table, but in their own languages before them.
_IDEOGRAPHS, _SYLLABLES = 2_000_000.0, 1_000_000.0
_BETWEEN = 1 / 1_000_000
_FIRST_SYLLABLE, _LAST_SYLLABLE = "\uac00", "\ud7a3"
_DOTLESS = {ord("I"): "ı", ord("İ"): "i"}
_APOSTROPHES = dict.fromkeys(map(ord, "’‘"), "'")


def sort_key(name: str, language: Language) -> Key:
    """What to sort a name by: its letters first, its accents only between equals.

    In a pseudo-locale there is no order but that of what it was made of.
    """
    if language.tag in PSEUDO_LOCALES:
        return (), (), ""
    return _order(language)(name)


@cache
def _order(language: Language) -> _Order:
    return _Order(language)


class _Order:
    """One language's order of letters."""

    def __init__(self, language: Language) -> None:
        self._tag = language.tag.lower()
        self._base = language.primary
        self._script = language.script
        self._root, self._expansions, words, languages = _table()
        own = _of(language, languages)
        self._weights = _tailored(self._root, own)
        self._first = tuple(self._root[letter] for letter in own["script"]) if "script" in own else None
        self._ideograph = _ideographs(self._base, self._script)
        if self._base == "zh" and self._script == "Hans":
            # Words that are said otherwise than by their first character.
            self._weights = {word: self._ideograph(after) + _BETWEEN for word, after in words.items()}
        self._longest = max(map(len, self._weights), default=1)

    def __call__(self, name: str) -> Key:
        turkic = self._base in ("tr", "az")
        folded = unicodedata.normalize("NFC", (name.translate(_DOTLESS) if turkic else name).casefold())
        words = as_ordered(folded.translate(_APOSTROPHES), self._base)
        accents = tuple(_accents(folded))
        # In Canada, the last accent of a word counts first.
        return tuple(self._letters(words)), accents[::-1] if self._tag == "fr-ca" else accents, folded

    def _letters(self, words: str) -> Iterator[float]:
        at = 0
        while at < len(words):
            for size in range(self._longest, 0, -1):
                if (weight := self._weights.get(words[at : at + size])) is not None:
                    yield self._placed(weight)
                    at += size
                    break
            else:
                yield from self._letter(words[at])
                at += 1

    def _letter(self, letter: str) -> Iterator[float]:
        """The weights of a letter that has no place of its own in this language."""
        if (weight := self._root.get(letter)) is not None:
            yield self._placed(weight)
        elif letter in self._expansions:
            yield from (self._placed(self._root[one]) for one in self._expansions[letter])
        elif _FIRST_SYLLABLE <= letter <= _LAST_SYLLABLE:
            share = (ord(letter) - ord(_FIRST_SYLLABLE) + 1) / 20_000
            yield self._root["a"] - 1 + share if self._base == "ko" else _SYLLABLES + share
        elif unicodedata.category(letter) == "Lo" and unicodedata.name(letter, "").startswith("CJK"):
            yield self._ideograph(letter)
        elif (parts := unicodedata.normalize("NFKD", letter)) != letter:
            yield from self._letters(parts)
        elif unicodedata.category(letter) not in ("Mn", "Mc", "Me", "Cf"):
            yield _IDEOGRAPHS + 1_000_000 + ord(letter)

    def _placed(self, weight: float) -> float:
        """With the language's own script before all other letters."""
        if self._first:
            start, end = self._first
            if start - 1 < weight < end + 1:
                return self._root["a"] - 1 + (weight - start + 1) / (end - start + 3)
        return weight


def _tailored(root: Mapping[str, float], own: Mapping[str, Any]) -> Mapping[str, float]:
    """The places of letters, and of sequences that count as one, that are other than in the root order."""
    weights: dict[str, float] = {}
    before_all = root[own["script"][0]] if "script" in own else root["a"]
    for after, groups in own.get("rules", ()):
        place = weights.get(after, root.get(after, before_all - 0.5))
        for number, group in enumerate(groups, start=1):
            weights |= dict.fromkeys([group] if isinstance(group, str) else group, place + number / 10_000)
    return weights


def _of(language: Language, languages: Mapping[str, Any]) -> Mapping[str, Any]:
    """The language's own order, with its script's or without; nothing where the root order serves."""
    base = language.primary
    order: Mapping[str, Any] = (
        languages.get("-".join(language.tag.split("-")[:2]))
        or languages.get(f"{base}-{language.script}")
        or languages.get(base)
        or {}
    )
    return order


@cache
def _table() -> tuple[dict[str, float], dict[str, str], dict[str, str], dict[str, Any]]:
    """The places of all letters in the root order; letters that stand for two; Chinese words; what languages have."""
    from json import loads

    table = loads((_TABLES / "collation.json").read_text(encoding="utf-8"))
    root = {letter: float(place) for place, group in enumerate(table["order"]) for letter in group}
    return root, table["expansions"], table["words"], table["languages"]


def _accents(name: str) -> Iterator[str]:
    """The accents of each letter, or none: a letter without stands before the same with one."""
    found: list[str] = []
    for letter in unicodedata.normalize("NFD", name):
        if found and unicodedata.category(letter) == "Mn":
            found[-1] += letter
        else:
            found.append("")
    return iter(found)


def _ideographs(base: str, script: str) -> Callable[[str], float]:
    """Where an ideograph stands in this language: in Chinese by its sound or its strokes, in Japanese by JIS X 0208."""
    if base in ("zh", "yue"):
        places = _places("pinyin.txt" if script == "Hans" else "strokes.txt")
        start = _table()[0]["a"] - 1
        return lambda letter: start + places.get(letter, 50_000 + ord(letter) / 100) / 100_000
    if base == "ja":
        return lambda letter: _IDEOGRAPHS + int.from_bytes(letter.encode("euc_jp", "ignore") or b"\xff\xff", "big")
    return lambda letter: _IDEOGRAPHS + ord(letter)


@cache
def _places(name: str) -> dict[str, int]:
    table = (_TABLES / name).read_text(encoding="utf-8")
    return {character: place for place, character in enumerate(table.replace("\n", ""), start=1)}
