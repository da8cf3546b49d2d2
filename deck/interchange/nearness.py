"""How near two sources are, as translators' tools measure it: how many of their words are the same, in order.

Words are what stands between spaces, without the names in braces; in a script that sets no spaces, characters. Any
number is as good as another, and so is any case: a translator changes those at a glance.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from difflib import SequenceMatcher
from itertools import chain

from deck.ground.dataclass import dataclass
from deck.model.language import Language
from deck.model.text import FIELD

_BETWEEN = re.compile(r"[\s—–/]+")
_ENDS = re.compile(r"^\W+|\W+$")
_DIGITS = re.compile(r"\d+(?:\D?\d+)*")
_NUMBER = "#"


def words(text: str, language: Language) -> list[str]:
    """The words, or characters, of a text without its marks."""
    text = FIELD.sub(" ", text)
    if not language.sets_spaces:
        return [each for each in text if each.isalnum()]
    return [word for word in _BETWEEN.split(text) if any(map(str.isalnum, word))]


def same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many per cent of the words are the same; never all, as one text is not the other."""
    matcher = SequenceMatcher(None, list(_kinds(one)), list(_kinds(other)), autojunk=False)
    return min(99, int(100 * matcher.ratio()))


@dataclass(slots=True)
class Nearest:
    """Which of many texts, each in its words, is nearest to another one, and near enough."""

    texts: Sequence[Sequence[str]]
    least: int
    """How many per cent of the words are the same at the least."""
    kinds: list[list[str]] = field(init=False)
    with_word: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.kinds = [list(_kinds(words)) for words in self.texts]
        self.with_word = {}
        for index, words in enumerate(self.kinds):
            for word in dict.fromkeys(words):
                self.with_word.setdefault(word, []).append(index)

    def to(self, words: Sequence[str]) -> Iterator[int]:
        """The indices of the texts that are near, the nearest first.

        They have as many numbers, and at least one word that is none.
        """
        wanted = list(_kinds(words))
        near = [(same(words, self.texts[index]), index) for index in self._likely(wanted)]
        yield from (index for share, index in sorted(near, key=lambda each: -each[0]) if share >= self.least)

    def _likely(self, wanted: list[str]) -> Iterator[int]:
        """Those that have enough of these words in any order, and as many numbers."""
        counts = Counter(wanted)
        for index in sorted(set(chain.from_iterable(self._with_any(wanted)))):
            there = self.kinds[index]
            shared = (counts & Counter(there)).total()
            if 200 * shared >= self.least * (len(wanted) + len(there)) and there.count(_NUMBER) == counts[_NUMBER]:
                yield index

    def _with_any(self, wanted: list[str]) -> Iterable[list[int]]:
        """The texts with any of the rarest words, of which a text that is near has at least one.

        Of `n` words, it has at least `n · least / (200 − least)`: as few where it has no others.
        """
        others = len(wanted) - -(-len(wanted) * self.least // (200 - self.least))
        rarest = sorted(
            {word for word in wanted if word != _NUMBER}, key=lambda word: len(self.with_word.get(word, ()))
        )
        return (self.with_word.get(word, []) for word in rarest[: others + 1])


def _kinds(words: Iterable[str]) -> Iterator[str]:
    """The words without what does not count, and for each number a sign, however it is written."""
    before = ""
    for word in words:
        bare = _ENDS.sub("", word).casefold()
        kind = _NUMBER if _DIGITS.fullmatch(bare) else bare or word
        if not before == kind == _NUMBER:
            yield kind
        before = kind
