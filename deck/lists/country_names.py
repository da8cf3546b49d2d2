"""Which country is meant: ISO 3166 codes and names in the decks' languages → the two-letter code.

A name is taken only if it is one, whatever its accents, capitals and articles. One that two countries share, and one
that is misspelt, is asked about; never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from deck.lists.likeness import Index

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
"""The languages whose names a list may show; there are names in some more that are only read."""
_NAMES = Path(__file__).with_name("names.tsv")
_OTHER_CODES = Path(__file__).with_name("other_codes.tsv")
# The columns of the table: two more codes, then the names in each language, then those that are only read.
_LETTERS, _NUMBER, _SHOWN = 0, 1, 2
_SHORT_FORMS = {
    "st": "saint",
    "ste": "sainte",
    "rep": "republic",
    "dem": "democratic",
    "fed": "federal",
    "is": "islands",
    "isl": "islands",
    "n": "north",
    "s": "south",
}
# Of six languages and German and Portuguese, with their “and”: what people leave out, and no two names differ by.
_ARTICLES = frozenset(
    [
        "the",
        "of",
        "and",
        "&",
        "la",
        "le",
        "les",
        "du",
        "des",
        "de",
        "d",
        "el",
        "los",
        "las",
        "del",
        "et",
        "y",
        "e",
        "da",
        "do",
        "dos",
        "und",
        "и",
    ]
)
_AL = "\u0627\u0644"
# Tatweel, which only stretches a word, goes; teh marbuta and alef maksura are often written as what they look like.
_ARABIC = {0x640: None, 0x629: 0x647, 0x649: 0x64A}
_NO_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´ʻ"))
# Compiled when a name is first looked at closely, which most builds never do.
_WORDS = r"[^\W_]+|&"
# What stands beside a name in numbered lists and at footnotes: “1. Kenya”, “Kenya¹”, “Kenya [2]”, “Kenya*”.
_BESIDE = r"^\(?\d{1,3}\s*[.):–-]\s*|[\s⁰¹²³⁴-⁹*†‡§]+$|\s*\[\w{1,2}\]$"
# The longest code of a country: the IOC's, FIFA's, car plates.
_CODE = 3
# How much nearer the best suggestion must be than another country's, so that the mistake has one reading.
_CLEAR = 0.1
_COMPARABLE = 0.15
# What a program writes for a letter that it does not know.
_LOST = "?\ufffd"
_BRACKETS = r"(.*\S)\s*[(（]\s*(.+?)\s*[)）]$"


class Suggestion(NamedTuple):
    """A country that may be meant: its code, its name that is nearest to what was written, how near (0–1)."""

    code: str
    name: str
    likeness: float


class Resolution(NamedTuple):
    """What a name or code stands for: one `code`; or else those it may stand for, the likeliest first.

    `shared` says that several countries go by just this name; then there is a code only if it is the United Nations'
    name of one of them. `clear` is the one suggestion that was misspelt, if it can be no other.
    """

    code: str | None
    suggestions: tuple[Suggestion, ...] = ()
    shared: bool = False
    clear: Suggestion | None = None

    @property
    def sure(self) -> str | None:
        """The code that nothing else can be meant by, if there is one."""
        return None if self.shared else self.code


def resolve(name: str) -> Resolution:
    """The country of this code (two or three letters, or a number) or name in any of the decks' languages."""
    codes = exact(name)
    if len(codes) == 1:
        return Resolution(codes[0])
    if codes:
        meant = _UNITED_NATIONS.get(codes)
        return Resolution(meant, tuple(Suggestion(code, country_name(code), 1.0) for code in codes), shared=True)
    return _misspelt(name)


def country_name(code: str) -> str:
    """The English name of a country, by its two-letter code. KeyError for a code that is none."""
    return _countries()[code][_SHOWN].split("|", 1)[0]


def is_name_in(name: str, code: str, language: str) -> bool:
    """Whether this is, letter for letter, what this country is called in one of `LANGUAGES`."""
    return name in _countries()[code][_SHOWN + LANGUAGES.index(language)].split("|")


def is_code(text: str) -> bool:
    """Whether this is written as a code is, in letters or digits."""
    return text.upper() in _by_code() or _number(text) in _by_code()


def other_code(text: str) -> str | None:
    """The country that has this code with the International Olympic Committee or FIFA, and not in ISO 3166."""
    return _other_codes().get(text)


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
    if any(sign in words for sign in _LOST):
        return ()
    return _loosely(words) or _loosely(re.sub(_BESIDE, "", words))


def _loosely(words: str) -> tuple[str, ...]:
    """As `exact`, of a name with other accents, capitals or articles, turned round, or with more in brackets."""
    by_folded = _by_folded()
    if found := by_folded.get(folded(words)):
        return found
    head, comma, tail = words.partition(",")
    if comma and (found := by_folded.get(folded(f"{tail} {head}"))):
        return found
    if not (parts := re.fullmatch(_BRACKETS, words)):
        return ()
    head, tail = parts.groups()
    if found := by_folded.get(folded(f"{tail} {head}")):
        return found
    # “Kenya (KE)”: what is in brackets says the same once more, or else it is no name.
    same = by_folded.get(folded(head), ())
    said = (by_code[tail],) if tail in (by_code := _by_code()) else by_folded.get(folded(tail), ())
    return tuple(code for code in same if code in said)


def _number(text: str) -> str:
    """A number as the standard writes it, in three digits; a spreadsheet drops the zeros before it."""
    return text.zfill(3) if text.isascii() and text.isdigit() else ""


@cache
def _countries() -> dict[str, list[str]]:
    lines = (line for line in _NAMES.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {code: columns for code, *columns in (line.split("\t") for line in lines)}


@cache
def _by_code() -> dict[str, str]:
    found = {"UK": "GB"}
    for code, columns in _countries().items():
        found |= {code: code, columns[_LETTERS]: code, columns[_NUMBER]: code}
    return found


@cache
def _other_codes() -> dict[str, str]:
    lines = _OTHER_CODES.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    return _index(_names().items())


@cache
def _by_folded() -> dict[str, tuple[str, ...]]:
    return _index((code, [folded(name) for name in names]) for code, names in _names().items())


def _names() -> dict[str, list[str]]:
    """All that each country is called, those that are only read last."""
    return {code: [*filter(None, "|".join(columns[_SHOWN:]).split("|"))] for code, columns in _countries().items()}


def _index(named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for code, names in named:
        shared = index.keys() & names
        known = {name: index[name] for name in shared}
        index.update(dict.fromkeys(names, (code,)))
        # The first of two that share a name is the one of which it is the whole name.
        index.update((name, tuple(sorted((*codes, code), key=_SECOND.__contains__))) for name, codes in known.items())
    return index


# Of countries that share a name, the one that the United Nations call just so: “Congo”.
_UNITED_NATIONS: dict[tuple[str, ...], str] = {("CG", "CD"): "CG"}
_SECOND = frozenset({"CD", "KP", "SX", "VI", "GF", "TW"})


def folded(name: str, *, articles: bool = False) -> str:
    """A name without what people leave out or vary: accents, capitals, hyphens, short forms, articles if not kept."""
    letters = unicodedata.normalize("NFKD", name.translate(_NO_APOSTROPHES).casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter)).translate(_ARABIC)
    words: list[str] = []
    initials = False
    for word in re.findall(_WORDS, bare):
        # “U.A.E.” is one word.
        letter = len(word) == 1 and "a" <= word <= "z"
        if letter and initials:
            words[-1] += word
        else:
            words.append(word if articles or len(word) < 5 else word.removeprefix(_AL))
        initials = letter
    words = [_SHORT_FORMS.get(word, word) for word in words]
    return " ".join([word for word in words if articles or word not in _ARTICLES] or words)


def _misspelt(words: str) -> Resolution:
    """Countries that may be meant, the likeliest first, each once, by its nearest name."""
    # Only a mistake has to wait for this.
    from deck.lists.likeness import likest

    if len(words) <= _CODE and words.isupper() and words.isascii():
        # A code of another system is like no name but by chance.
        meant = other_code(words)
        return Resolution(None, (Suggestion(meant, country_name(meant), 1.0),) if meant else ())
    best: dict[str, tuple[Suggestion, bool]] = {}
    lost = words.translate(dict.fromkeys(map(ord, _LOST), "0")) if any(map(str.isalpha, words)) else words
    names, index = _misspellable()
    # The slip may be in an article, too.
    for written in dict.fromkeys((folded(lost), folded(lost, articles=True))):
        for found in (one for one in likest(written, index) if one.slip or written == folded(lost)):
            for code in names[found.name]:
                if code not in best or (found.slip, found.likeness) > (best[code][1], best[code][0].likeness):
                    best[code] = Suggestion(code, _written(code, found.name), found.likeness), found.slip
    ranked = sorted(best.values(), key=lambda one: (-one[0].likeness, one[0].code in _SECOND, one[0].code))
    near = tuple(one for one, _ in ranked if ranked[0][0].likeness - one.likeness <= _COMPARABLE)[:3]
    clear = bool(ranked) and ranked[0][1] and not any(near[0].likeness - one.likeness < _CLEAR for one in near[1:])
    return Resolution(None, near, clear=near[0] if clear else None)


@cache
def _misspellable() -> tuple[dict[str, tuple[str, ...]], Index]:
    """The folded names, with their articles and without, and what finds them when they are misspelt."""
    from deck.lists.likeness import index_of

    names = _index((code, [folded(name, articles=True) for name in names]) for code, names in _names().items())
    names |= _by_folded()
    return names, index_of(names)


def _written(code: str, fold: str) -> str:
    """The name as it is shown, of a folded one; the country's first where that one is only read."""
    shown = (name for column in _countries()[code][_SHOWN:-1] for name in column.split("|") if name)
    return next((name for name in shown if fold in (folded(name), folded(name, articles=True))), country_name(code))
