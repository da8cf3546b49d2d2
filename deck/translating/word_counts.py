"""How much there is to translate, as agencies count it: the source's words by what is there to start from.

Words are what stands between spaces, as word processors count them, without the names in braces; in a script that sets
no spaces, characters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, fields

from deck import markup
from deck.ground.dataclass import dataclass
from deck.interchange import nearness
from deck.interchange.returned import folded
from deck.interchange.review import Said
from deck.interchange.tmx_reading import FROM_MEMORY
from deck.languages.catalog import Entry
from deck.languages.messages import Message
from deck.languages.proofreading import read
from deck.model.language import Language
from deck.translating.state import State


@dataclass(slots=True)
class WordCounts:
    """How many of the source's words, or characters, are how far.

    They are `done`, or `known` without a translator, such as countries' names; drafts to `review`, as somebody doubted
    them or they have a mistake; drafts from `memory`; drafts of a text that has changed since, and of which so many per
    cent of the words are the same, by the least; `repeated` from another text of the deck; or `new`.
    """

    done: int = 0
    known: int = 0
    review: int = 0
    memory: int = 0
    match_95: int = 0
    match_85: int = 0
    match_75: int = 0
    match_50: int = 0
    repeated: int = 0
    new: int = 0

    @property
    def total(self) -> int:
        return sum(asdict(self).values())


MATCHES = tuple(int(each.name[6:]) for each in fields(WordCounts) if each.name.startswith("match_"))
"""How many per cent are the same at the least, from the most on."""


def unit(language: Language) -> str:
    """What is counted of a source in this language."""
    return "words" if language.sets_spaces else "characters"


def word_counts(
    messages: Iterable[Message],
    entries: Mapping[str, Entry],
    said: Mapping[str, Said],
    states: Mapping[str, State],
    known: Callable[[Message], str | None],
    source: Language,
) -> WordCounts:
    """The words of these messages, by the `states` of their translations and what was `said` of these.

    `known` gives what a message is without a translator, if anything.
    """
    counts = WordCounts()
    messages = tuple(messages)
    # Whoever translates a text has translated all that say the same.
    seen = {folded(message.text) for message in messages if states[message.key] is State.TRANSLATED}
    for message in messages:
        number = len(_words(message, source))
        kind = _kind(
            message, entries.get(message.key), said.get(message.key), states[message.key], known(message), source
        )
        if kind == "new" and folded(message.text) in seen:
            kind = "repeated"
        seen.add(folded(message.text))
        setattr(counts, kind, getattr(counts, kind) + number)
    return counts


def _kind(
    message: Message, entry: Entry | None, said: Said | None, state: State, known: str | None, source: Language
) -> str:
    """The name of the count to which a message belongs, repetitions aside."""
    if state is State.TRANSLATED:
        return "known" if known is not None and (entry is None or entry.forms[0] in ("", known)) else "done"
    if entry is None or state is State.MISSING:
        return "new"
    if state is State.WRONG:
        return "review"
    before = entry.source if entry.source != message.text else said.before if said else ""
    if not before or before == message.text:
        return "memory" if said and FROM_MEMORY in said.remarks else "review"
    same = nearness.same(nearness.words(before, source), _words(message, source))
    return next((f"match_{least}" for least in MATCHES if same >= least), "new")


def _words(message: Message, source: Language) -> list[str]:
    return nearness.words(read(message, message.text, markup)[0].plain, source)
