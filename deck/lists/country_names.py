"""Which country is meant: ISO 3166 codes and names in the decks' languages → the two-letter code.

A name is taken only if it is one, whatever its accents, capitals and articles. One that two countries share, and one
that is misspelt, is asked about; never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_NAMES = Path(__file__).with_name("names.tsv")
_SHORT_FORMS = {
    "st": "saint",
    "ste": "sainte",
    "rep": "republic",
    "dem": "democratic",
    "is": "islands",
    "&": "and",
    "n": "north",
    "s": "south",
}
_ARTICLES = frozenset({"the", "of"})
_NO_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´ʻ"))
# Compiled when a name is first looked at closely, which most builds never do.
_WORDS = r"[^\W_]+|&"
_LIKELY = 0.6
_SURE = 0.8
# How much nearer the best suggestion must be than another country's, so that the mistake has one reading.
_CLEAR = 0.1
_COMPARABLE = 0.15


class Suggestion(NamedTuple):
    """A country that may be meant: its code, its name that is nearest to what was written, how near (0–1)."""

    code: str
    name: str
    likeness: float


class Resolution(NamedTuple):
    """What a name or code stands for: one `code`; or else those it may stand for, the likeliest first.

    `shared` says that several countries go by just this name; then there is a code only if it is the United Nations'
    name of one of them.
    """

    code: str | None
    suggestions: tuple[Suggestion, ...] = ()
    shared: bool = False

    @property
    def sure(self) -> str | None:
        """The code that nothing else can be meant by, if there is one."""
        return None if self.shared else self.code

    @property
    def clear(self) -> Suggestion | None:
        """The suggestion that is near, and no other, if there is one."""
        if self.shared or not self.suggestions:
            return None
        best, *others = self.suggestions
        if best.likeness < _SURE:
            return None
        return best if not others or best.likeness - others[0].likeness >= _CLEAR else None


def resolve(name: str) -> Resolution:
    """The country of this code (two or three letters, or a number) or name in any of the decks' languages."""
    codes = exact(name)
    if len(codes) == 1:
        return Resolution(codes[0])
    if codes:
        meant = _UNITED_NATIONS.get(codes)
        return Resolution(meant, tuple(Suggestion(code, country_name(code), 1.0) for code in codes), shared=True)
    return Resolution(None, tuple(_suggestions(name)))


def country_name(code: str) -> str:
    """The English name of a country, by its two-letter code. KeyError for a code that is none."""
    return _countries()[code][2][0]


def is_code(text: str) -> bool:
    """Whether this is written as a code is, in letters or digits."""
    return text.upper() in _by_code() or _number(text) in _by_code()


def exact(name: str) -> tuple[str, ...]:
    """The countries that go by just this code or name; none where it is misspelt."""
    words, by_code = " ".join(unicodedata.normalize("NFC", name).split()), _by_code()
    # In capitals only: “Cha” is a Chad misspelt before it is a code.
    if found := by_code.get(words) or by_code.get(_number(words)):
        return (found,)
    if len(words) == 2 and (found := by_code.get(words.upper())):
        return (found,)
    if found_exactly := _by_name().get(words):
        return found_exactly
    return next((codes for folded in _readings(words) if (codes := _by_folded().get(folded))), ())


def _number(text: str) -> str:
    """A number as the standard writes it, in three digits; a spreadsheet drops the zeros before it."""
    return text.zfill(3) if text.isascii() and text.isdigit() else ""


@cache
def _countries() -> dict[str, tuple[str, str, list[str]]]:
    lines = (line for line in _NAMES.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {
        code: (three, number, names.split("|")) for code, three, number, names in (one.split("\t") for one in lines)
    }


@cache
def _by_code() -> dict[str, str]:
    found = {"UK": "GB"}
    for code, (three, number, _) in _countries().items():
        found |= {code: code, three: code, number: code}
    return found


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    return _index((name, code) for code, (_, _, names) in _countries().items() for name in names)


@cache
def _by_folded() -> dict[str, tuple[str, ...]]:
    return _index((folded(name), code) for code, (_, _, names) in _countries().items() for name in names)


def _index(pairs: Iterator[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for name, code in pairs:
        known = index.get(name, ())
        if code not in known:
            index[name] = (*known, code)
    # The first of two that share a name is the one of which it is the whole name.
    index |= {name: tuple(sorted(codes, key=_SECOND.__contains__)) for name, codes in index.items() if len(codes) > 1}
    return index


# Of countries that share a name, the one that the United Nations call just so: “Congo”.
_UNITED_NATIONS: dict[tuple[str, ...], str] = {("CG", "CD"): "CG"}
_SECOND = frozenset({"CD", "KP", "SX", "VI"})


def folded(name: str) -> str:
    """A name without what people leave out or vary: accents, capitals, hyphens, articles, short forms."""
    letters = unicodedata.normalize("NFKD", name.translate(_NO_APOSTROPHES).casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = [_SHORT_FORMS.get(word, word) for word in re.findall(_WORDS, bare)]
    return " ".join([word for word in words if word not in _ARTICLES] or words)


def _readings(words: str) -> Iterator[str]:
    """A name as it stands, and, if it is turned round as in an index (“Gambia, The”), the right way round."""
    yield folded(words)
    head, comma, tail = words.partition(",")
    if comma:
        yield folded(f"{tail} {head}")


def _suggestions(words: str) -> Iterator[Suggestion]:
    """Countries that may be meant, the likeliest first, each once, by its nearest name."""
    # Only a mistake has to wait for this.
    from deck.lists.likeness import nearest

    best: dict[str, Suggestion] = {}
    for name, likeness in nearest(folded(words), tuple(_by_folded())):
        for code in _by_folded()[name]:
            if likeness >= _LIKELY and (code not in best or likeness > best[code].likeness):
                best[code] = Suggestion(code, _written(code, name), likeness)
    order = sorted(best.values(), key=lambda one: (-one.likeness, one.code in _SECOND, one.code))
    yield from (one for one in order[:3] if order[0].likeness - one.likeness <= _COMPARABLE)


def _written(code: str, fold: str) -> str:
    return next(name for name in _countries()[code][2] if folded(name) == fold)
