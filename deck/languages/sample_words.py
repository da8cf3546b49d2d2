"""Words in several languages that stand where nobody has said anything yet: a catalog of them, to look at a deck by.

They mean something, are as long as what they stand for, and are no translations of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import count
from pathlib import Path

import polib

from deck.languages.messages import Message
from deck.languages.samples import sample
from deck.model.language import Language

_TABLE = Path(__file__).parent / "tables" / "sample-words.tsv"
_KEPT = re.compile(r"[\[{`\d]")
"""What a translation has to take over: links, names in braces, code, figures."""
_PARAGRAPHS = re.compile(r"\n\s*\n|\n")
_LETTERS_AN_IDEOGRAPH = 3
_NEAR = 3
"""Among how many of about the right length words are chosen."""


@cache
def sample_words() -> dict[str, tuple[str, ...]]:
    """The words in each language, by its tag; of one meaning at one place, the longer the later."""
    head, *rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines())
    return {tag: tuple(row[column] for row in rows) for column, tag in enumerate(head)}


def sample_text(messages: Iterable[Message], language: Language) -> Iterator[polib.POEntry]:
    """An entry of a catalog for each of the messages, with such words; none for those with plural forms.

    What must be taken over as it is, is: links and figures, and the names of sections. A language that the table lacks
    says pieces of what there is of it.
    """
    sampled = _Sampled(language)
    for message in messages:
        if message.count is None:
            text = sampled.title(message.text) if message.role == "title" else sampled.text(message.text)
            if message.role == "section title" or _KEPT.search(message.text):
                text = message.text
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
        self._turn = count()
        self._titles: dict[str, str] = {}

    def title(self, source: str) -> str:
        if source not in self._titles:
            first = self.text(source)
            others = (f"{first} – {more}" for more in self._own)
            taken = {each.replace("**", "") for each in self._titles.values()}
            self._titles[source] = next(each for each in (first, *others) if each.replace("**", "") not in taken)
        return self._titles[source]

    def text(self, source: str) -> str:
        """The text, a paragraph for each of the source's; in bold where the source has bold words."""
        return "\n\n".join(map(self._instead, _PARAGRAPHS.split(source)))

    def _instead(self, source: str) -> str:
        lengths = sorted(range(len(self._english)), key=lambda at: abs(len(self._english[at]) - len(source)))
        chosen = self._own[lengths[next(self._turn) % _NEAR]]
        return f"**{chosen}**" if "**" in source else chosen
