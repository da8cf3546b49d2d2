"""Ids for those who wrote none: a text in lower-case letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata
import zlib

from deck.nodes.scalars import resolve

_LONGEST = 40
_WORD = re.compile("[a-z0-9]+")
_FOLDED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})


def slug(text: str) -> str:
    """An id made of this text; of a text without a Latin letter or digit, a number that stays the same."""
    return _short(_letters(text)) or f"item-{_number(text)}"


def words_id(text: str) -> str:
    """As `slug`, but another one for other words, whatever stands beside them: a number tells what they lost."""
    letters = _letters(text)
    words = "-".join(_WORD.findall(letters))
    if not words:
        return f"item-{_number(text)}"
    lost = len(words) > _LONGEST or not (letters.isascii() or _is_all(words, letters))
    return f"{_cut(words)}-{_number(text)}" if lost else words


def _is_all(words: str, letters: str) -> bool:
    """Whether these words are all that the text says."""
    return words.replace("-", "") == "".join(filter(str.isalnum, letters))


def _short(letters: str) -> str:
    """As many of the words as an id has room for; empty where there is none."""
    return _cut("-".join(_WORD.findall(letters)))


def _cut(words: str) -> str:
    """As many of these words with hyphens between them as an id has room for; of a longer one, its beginning."""
    if len(words) <= _LONGEST:
        return words
    end = words.rfind("-", 0, _LONGEST + 1)
    return words[: end if end > 0 else _LONGEST]


def _letters(text: str) -> str:
    """Lower-case letters without their accents."""
    folded = text.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded.translate(_FOLDED))
        folded = "".join(char for char in decomposed if not unicodedata.combining(char))
    return folded.replace("'", "").replace("’", "")


def _number(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'replace')):08x}"


def written(name: str) -> str:
    """An id as a file has it: in quotation marks where it would be read as a number, or as true or false."""
    return name if isinstance(resolve(name), str) else f'"{name}"'


def distinct(name: str, taken: set[str]) -> str:
    """This id, with a number behind it if it is taken; it is taken now."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free
