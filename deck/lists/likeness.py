"""Which names a misspelt one is like, by the words that tell them apart: never by those that many share.

“Federal Republic” is of many countries: what is left of “Federal Republic of Nigeria” is its own, and is compared.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

_SHORTLIST = 32
_LIKELY = 0.62
# The letters of the shortest names that are taken for misspelt, and not only asked about.
_SHORT = 5
# The countries in whose names a word stands, from which on it tells none of them.
_MANY = 4
# Where words are not parted: forms of state, and where it lies.
_CHINESE = (
    "民主主义|社会主义|伊斯兰|特别行政区|共和国|共和國|联合|聯合|联邦|聯邦|民主|人民|王国|王國|大公国|大公國|公国|公國|"
    "合众国|合眾國|合作|群岛|群島|独立|獨立|阿拉伯|多民族|诸岛|諸島|自治|地区|地區|领地|領地|属|屬|[东西南北中新圣聖大东東岛島国國]"
)
_PLACES = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "nord",
        "sud",
        "est",
        "ouest",
        "norte",
        "sur",
        "sul",
        "este",
        "oeste",
        "север",
        "южная",
        "южный",
        "северная",
        "восточная",
        "западная",
        "شماليه",
        "جنوبيه",
        "شرقيه",
        "غربيه",
    ]
)


class Like(NamedTuple):
    """A name, how like it is (0–1), and whether nothing but slips of the hand parts the two."""

    name: str
    likeness: float
    slip: bool


def likest(wrong: str, index: Index) -> Iterator[Like]:
    """The names, in no order, that may be meant by this one, which is folded as they are.

    Every word by which one of the two is told from others has one in the other that it is like.
    """
    # A word that is like a common one may be that, misspelt, or what tells the name.
    readings = {each.telling: each for each in (_Words(wrong, index.common, known) for known in (None, index.words))}
    for words in readings.values():
        pairs = _pairs(words.telling or words.all)
        shared: Counter[str] = Counter()
        for pair in pairs:
            shared.update(dict.fromkeys(index.by_pair.get(pair, ()), 1))
        # The share of common pairs of letters is quick to count, and leaves few to be compared in earnest.
        for name in sorted(shared, key=_nearness(shared, len(pairs), index.sizes))[:_SHORTLIST]:
            if found := _like(words, _Words(name, index.common), index.words):
                yield Like(name, *found)


def _nearness(shared: Mapping[str, int], size: int, sizes: Mapping[str, int]) -> Callable[[str], tuple[float, str]]:
    return lambda name: (-2 * shared[name] / (size + sizes[name]), name)


class _Words:
    """A folded name in words: those that tell it from others, and those that many names share."""

    def __init__(self, name: str, common: frozenset[str], known: frozenset[str] | None = None) -> None:
        """`known` are all words of names, where this one is misspelt: words that are none may be common ones."""
        self.all = name
        words = re.sub(f"({_CHINESE})", r" \1 ", name).split() if re.search("[一-鿿]", name) else name.split()
        shared = [_shared(word, common, known) for word in words]
        self.common = sorted(filter(None, shared))
        self.telling = " ".join(word for word, many in zip(words, shared, strict=True) if not many)


def _like(one: _Words, other: _Words, known: frozenset[str]) -> tuple[float, bool] | None:
    """How like a name is to a known one, and whether only slips part them; None where what tells them apart differs."""
    # A word of other names is no slip: “Dominican” is none of “Dominica”, nor “North” of “South”.
    if _is_slip(one.all, other.all) and not known & {*one.all.split()} - {*other.all.split()}:
        return _likeness(one.all, other.all), True
    places = _PLACES.intersection(one.common)
    if not one.telling or not other.telling or (places and places != _PLACES.intersection(other.common)):
        return None
    telling = _likeness(one.telling, other.telling)
    words, others = one.telling.split(), other.telling.split()
    matched = all(any(_near(each, word) for word in others) for each in words)
    matched = matched and all(any(_near(each, word) for word in words) for each in others)
    # A space too many or too few makes other words of the same letters.
    if telling < _LIKELY or not (matched or _is_slip(one.telling, other.telling)):
        return None
    same = sum((Counter(one.common) & Counter(other.common)).values())
    most = max(len(one.common), len(other.common))
    # Words that many share never make two names likelier than what tells them does.
    return telling - (0.05 * (1 - same / most) if most else 0), False


def _near(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return long.startswith(short)
    return short == long or (len(short) > 2 and _within(one, other, _allowed(one, other)))


def _allowed(one: str, other: str) -> int:
    """How many slips may part two words of this length that are the same."""
    shorter = min(len(one), len(other))
    return 1 if shorter < 7 else 2 if shorter < 11 else 3


def _is_slip(one: str, other: str) -> bool:
    """Whether two names are so near, and so long, that one is the other misspelt."""
    shorter = min(len(one), len(other))
    if shorter == _SHORT and len(one) == len(other) and sorted(one) != sorted(other):
        # Another letter in a short word makes another word: Konya is no Kenya.
        return False
    return _within(one, other, 0 if shorter < _SHORT else 1 if shorter < 12 else 2 if shorter < 24 else 3)


def _within(one: str, other: str, slips: int) -> bool:
    return abs(len(one) - len(other)) <= slips and _slips(one, other) <= slips


def _shared(word: str, common: frozenset[str], known: frozenset[str] | None) -> str | None:
    """The word that many names share which this one is, or is with a slip where it is not known."""
    if word in common or re.fullmatch(_CHINESE, word):
        return word
    if known and word not in known and len(word) > 4:
        return next((one for one in sorted(common) if len(one) > 4 and _within(word, one, 1)), None)
    return None


def _likeness(one: str, other: str) -> float:
    """How much of two names is the same: by their common stretches, and by the slips that part them.

    Stretches tell a long name of which words are missing; slips, two letters that changed places.
    """
    stretches = difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
    return (stretches + 1 - _slips(one, other) / max(len(one), len(other), 1)) / 2


def _slips(one: str, other: str) -> int:
    """The letters left out, put in, exchanged or swapped with a neighbour (optimal string alignment)."""
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, wanted in enumerate(other, start=1):
            least = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != wanted))
            swapped = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted
            current.append(min(least, before[column - 2] + 1) if swapped else least)
        before, last = last, current
    return last[-1]


def _pairs(name: str) -> frozenset[str]:
    return frozenset(first + second for first, second in zip(f" {name}", f"{name} ", strict=True))


class Index(NamedTuple):
    """All names by the pairs of letters in what tells them, how many these are, words that many share, and all."""

    by_pair: Mapping[str, Sequence[str]]
    sizes: Mapping[str, int]
    common: frozenset[str]
    words: frozenset[str]


def index_of(names: Mapping[str, Sequence[str]]) -> Index:
    """The index of these folded names, each with the codes of those that go by it."""
    of: defaultdict[str, set[str]] = defaultdict(set)
    for name, codes in names.items():
        for word in name.split():
            of[word].update(codes)
    # What is a whole name, such as Guinea, tells its country, however many there are that have it in theirs.
    common = frozenset(word for word, codes in of.items() if len(codes) >= _MANY and word not in names) | _PLACES
    by_pair: defaultdict[str, list[str]] = defaultdict(list)
    sizes = {}
    for name in names:
        pairs = _pairs(_Words(name, common).telling or name)
        sizes[name] = len(pairs)
        for pair in pairs:
            by_pair[pair].append(name)
    return Index(by_pair, sizes, common, frozenset(of))
