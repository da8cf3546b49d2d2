"""Words in several languages that stand where nobody has said anything yet: a catalog of them, to look at a deck by.

They mean something, are as long as what they stand for, and are no translations of it; but the names of people in
samples, and these words themselves, stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import count
from pathlib import Path

import polib

from deck.languages.figure_words import figure_in
from deck.languages.messages import WORDS, Message
from deck.languages.samples import sample
from deck.languages.territories import CLDR
from deck.model.language import Language

_TABLES = Path(__file__).parent / "tables"
_KEPT = re.compile(r"[\[{`\d]")
"""What a translation has to take over: links, names in braces, code, figures."""
_PARAGRAPHS = re.compile(r"\n\s*\n|\n")
_LETTERS_AN_IDEOGRAPH = 3
_LONGER, _A_WORD = 1.25, 6
"""How many times as long, and so many letters, words may be as what they stand for."""
_NEAR, _NEAR_FOR_A_TITLE = 6, 14
"""Among how many of about the right length words are chosen, and those of a title, which no other slide has."""


@cache
def sample_words() -> dict[str, tuple[str, ...]]:
    """The words in each language, by its tag; of one meaning at one place, the longer the later."""
    return _columns("sample-words.tsv")


@cache
def sample_names() -> dict[str, tuple[str, ...]]:
    """The names of people in each language, by its tag; of one person at one place."""
    return _columns("sample-names.tsv")


def _columns(table: str) -> dict[str, tuple[str, ...]]:
    head, *rows = (line.split("\t") for line in (_TABLES / table).read_text(encoding="utf-8").splitlines())
    return {tag: tuple(row[column] for row in rows) for column, tag in enumerate(head)}


def sample_text(messages: Iterable[Message], language: Language) -> Iterator[polib.POEntry]:
    """An entry of a catalog for each of the messages, with such words; none for those with plural forms, and for the
    deck's own words where these are known and looked over.

    What must be taken over as it is, is: links and figures, and the names of sections; a figure alone is written as the
    language does. A language that the table lacks says pieces of what there is of it.
    """
    sampled, english = _Sampled(language), Language("en")
    for message in messages:
        own = message.key.startswith(WORDS)
        if message.count is None and not (own and message.settled(language, CLDR)):
            text = sampled.title(message.text) if message.role == "title" else sampled.text(message.text)
            if message.role == "section title" or _KEPT.search(message.text):
                text = figure_in(message.text, english, language) or message.text
            text = (message.usual(language, CLDR) if own else None) or text
            yield polib.POEntry(msgctxt=message.key, msgid=message.text, msgstr=text)


def _cut(language: Language, english: Sequence[str]) -> Iterator[str]:
    """Pieces of the language, from its words' beginnings, as long as these."""
    rest = sample(language, 4 * sum(map(len, english)))
    spaced = rest.count(" ") > len(rest) / 20
    for each in english:
        words = rest[: len(each) if spaced else len(each) // _LETTERS_AN_IDEOGRAPH]
        piece = words.rpartition(" ")[0] if spaced and " " in words else words
        yield piece.strip(" .,;:") or piece
        rest = rest[len(piece) :].lstrip(" .,;:")


class _Sampled:
    """Texts in a language: other words each time, but the same for the same title, and never for two."""

    def __init__(self, language: Language) -> None:
        self._english = sample_words()["en"]
        self._own = sample_words().get(language.tag) or tuple(_cut(language, self._english))
        self._said = dict(zip(self._english, self._own, strict=True))
        if names := sample_names().get(language.tag):
            self._said |= dict(zip(sample_names()["en"], names, strict=True))
        self._turn = count(1)
        self._last: dict[int, int] = {}
        self._titles: dict[str, str] = {}

    def title(self, source: str) -> str:
        if source not in self._titles:
            first = self.text(source)
            near = [_as_bold(self._own[at], source) for at in self._by_length(source)[:_NEAR_FOR_A_TITLE]]
            others = (*near, *(f"{first} – {more}" for more in self._own))
            taken = {each.replace("**", "") for each in self._titles.values()}
            self._titles[source] = next(each for each in (first, *others) if each.replace("**", "") not in taken)
        return self._titles[source]

    def text(self, source: str) -> str:
        """The text, a paragraph for each of the source's; in bold where the source has bold words."""
        return "\n\n".join(map(self._instead, _PARAGRAPHS.split(source)))

    def _instead(self, source: str) -> str:
        words = source.replace("**", "")
        if words in self._said:
            chosen = self._said[words]
        else:
            # Of those near enough in length, what has not been said for longest.
            at = min(self._by_length(source)[:_NEAR], key=lambda each: self._last.get(each, 0))
            self._last[at] = next(self._turn)
            chosen = self._own[at]
        return _as_bold(chosen, source)

    def _by_length(self, source: str) -> list[int]:
        """The places of words, those first that are about as long as these; much longer ones last."""
        most = _LONGER * len(source) + _A_WORD
        return sorted(
            range(len(self._english)),
            key=lambda at: (len(self._own[at]) > most, abs(len(self._english[at]) - len(source))),
        )


def _as_bold(words: str, source: str) -> str:
    return f"**{words}**" if "**" in source else words
