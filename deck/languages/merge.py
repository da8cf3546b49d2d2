"""Messages and a PO file → the PO file brought up to them, with nothing lost that a translator wrote.

A message is known by its key. Where its source has changed, its translation stays with it, marked fuzzy, beside the
source that it was made from; and that pair is kept as an obsolete entry until the source comes back. A key that is
gone stays as obsolete entries; a key that is new takes over the translation of the same words under a key that has
just gone, as when a slide's id is changed, and that of nearly the same words as a draft.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace
from difflib import SequenceMatcher

import polib

from deck.ground.dataclass import dataclass
from deck.languages.entries import BEFORE, SURPLUS, Notice, entry_of, is_theirs, put
from deck.languages.messages import Message
from deck.languages.plurals import PluralRule, usual_rule
from deck.languages.po_file import PoFile, forms_of
from deck.languages.territories import CLDR, UNITED_NATIONS
from deck.model.language import Language

_OF_ITS_WORDS = re.compile(rf"{BEFORE}|Not taken: |State: |Came back: |From memory: |{SURPLUS}")
"""How lines of a comment begin that are about one translation."""
_NEAR = 0.6
"""How much of two sources is alike, of 1, where the one may be the other reworded."""


def merged(old: PoFile, messages: Sequence[Message], language: Language, scheme: str, notice: Notice) -> PoFile:
    """The catalog with exactly these messages, in their order, and all that was ever translated kept."""
    return _Merge(old, messages, language, scheme, notice).run()


@dataclass(frozen=True, slots=True)
class _Pair:
    """A source and its translation under a key. `fuzzy` is a translator's own doubt in it."""

    key: str
    source: str
    forms: tuple[str, ...]
    fuzzy: bool
    comment: str
    flags: tuple[str, ...] = ()


@dataclass(slots=True)
class _Merge:
    old: PoFile
    messages: Sequence[Message]
    language: Language
    scheme: str
    notice: Notice
    rule: PluralRule = field(init=False)
    active: dict[str, polib.POEntry] = field(init=False)
    obsolete: dict[tuple[str, str], _Pair] = field(init=False)
    departing: list[_Pair] = field(init=False)
    leaving: dict[str, list[_Pair]] = field(init=False)

    def __post_init__(self) -> None:
        try:
            self.rule = PluralRule.parse(self.old.metadata.get("Plural-Forms", ""))
        except ValueError:
            self.rule = usual_rule(self.language)
        known = {message.key for message in self.messages}
        self.active, self.obsolete, self.departing = {}, {}, []
        for entry in self.old.obsolete_entries():
            self.keep(_pair(entry))
        for entry in self.old:
            if entry.msgctxt in known and entry.msgctxt not in self.active and not entry.obsolete:
                self.active[entry.msgctxt] = entry
            elif not entry.obsolete:
                self.departing.append(self.pair(entry))
        self.leaving = {}
        for message in self.messages:
            entry = self.active.get(message.key)
            if entry is not None and entry.msgid != message.text:
                pair = self.pair(entry)
                if pair.source == entry.msgid and any(pair.forms):
                    self.leaving.setdefault(pair.source, []).append(pair)

    def run(self) -> PoFile:
        new = PoFile(wrapwidth=78)
        new.header, new.metadata = self.old.header, dict(self.old.metadata)
        new.metadata_is_fuzzy = self.old.metadata_is_fuzzy
        if not _is_rule(self.old.metadata.get("Plural-Forms", "")):
            new.metadata["Plural-Forms"] = self.rule.header
        new.extend([self.entry(message) for message in self.messages])
        for pair in self.departing:
            self.keep(pair)
        here = {(entry.msgctxt, entry.msgid) for entry in new}
        new.extend(_obsolete(pair) for at, pair in self.obsolete.items() if at not in here)
        return new

    def entry(self, message: Message) -> polib.POEntry:
        """The message with what is known of its translation."""
        new = entry_of(message, self.notice(message), self.rule.count)
        pair = self.known(message)
        if pair is not None:
            forms, fits = _adapted(pair.forms, self.rule.count if message.count else 1)
            stale = pair.source != message.text and any(forms) and not self.stays_usual(message, pair)
            if (pair.fuzzy and any(forms)) or stale or not fits:
                new.flags.insert(0, "fuzzy")
                new.previous_msgid = pair.source if stale else None
            put(new, message, forms)
            surplus = [f"{SURPLUS}{polib.escape(form)}" for form in pair.forms if form and form not in forms]
            new.tcomment = "\n".join(filter(None, (pair.comment, *self.remarks(message, pair), *surplus)))
            new.flags += (flag for flag in pair.flags if flag not in new.flags)
        usual = self.usual(message)
        untouched = pair is not None and self.is_filled_in(message, pair)
        if usual and (not new.msgstr or untouched or new.msgstr in self.usual_elsewhere(message)):
            if not new.msgstr and message.settled(self.language, self.scheme) is None:
                new.flags.insert(0, "fuzzy")
            new.msgstr = usual
        return new

    def remarks(self, message: Message, pair: _Pair) -> list[str]:
        """What people wrote of the text that stood here before, where its translation is not the one that is taken."""
        entry = self.active.get(message.key)
        if entry is None or entry.msgid == message.text:
            return []
        there = pair.comment.split("\n")
        return [line for line in entry.tcomment.split("\n") if line not in there and not _OF_ITS_WORDS.match(line)]

    def known(self, message: Message) -> _Pair | None:
        """The translation that is nearest to this message."""
        here = self.obsolete.get((message.key, message.text))
        entry = self.active.get(message.key)
        if entry is not None:
            pair = self.pair(entry)
            if not any(pair.forms) and not pair.comment:
                return here or self.moved(message) or self.elsewhere(message)
            there = self.elsewhere(message)
            if there is not None and not there.fuzzy:
                # It was said after anything that is kept here of the same text.
                self.leave(pair)
                return _remembering(there, here)
            if pair.source == message.text:
                return replace(pair, fuzzy=pair.fuzzy or (here is not None and here.fuzzy))
            if self.stays_usual(message, pair):
                return here or pair
            self.leave(pair)
            return here or there or pair
        if here is not None:
            return here
        before = [pair for pair in self.obsolete.values() if pair.key == message.key]
        found = self.moved(message) or self.elsewhere(message)
        latest = max(reversed(before), key=lambda pair: any(pair.forms), default=None)
        return found or latest or self.reworded(message)

    def pair(self, entry: polib.POEntry) -> _Pair:
        """What an active entry says: one that was changed while it is fuzzy is a draft for the source that is now."""
        pair = _pair(entry)
        before = self.obsolete.get((pair.key, pair.source))
        if before is not None and before.forms == pair.forms:
            # A doubt in it is remembered there: here the flag says only that the text has changed.
            pair = replace(pair, fuzzy=pair.fuzzy or before.fuzzy)
        drafted = pair.source != entry.msgid and before is not None and before.forms != pair.forms
        return replace(pair, source=entry.msgid, fuzzy=True) if drafted else pair

    def moved(self, message: Message) -> _Pair | None:
        """The same words under a key that is gone: the one most like this key."""
        same = [pair for pair in self.departing if pair.source == message.text and any(pair.forms)]
        if not same:
            return None
        best = max(same, key=lambda pair: _likeness(pair.key, message.key))
        self.departing.remove(best)
        return best

    def elsewhere(self, message: Message) -> _Pair | None:
        """The same words under a key that has others now: texts that changed places keep their translations."""
        entry = self.active.get(message.key)
        if self.usual(message) or (entry is not None and entry.msgid == message.text):
            return None
        return next(iter(self.leaving.get(message.text, ())), None)

    def reworded(self, message: Message) -> _Pair | None:
        """Nearly the same words in the same place of a slide whose id is gone; they stay there as well."""
        moving = {each.text for each in self.messages if each.key not in self.active}
        near = [
            (SequenceMatcher(None, pair.source, message.text).ratio(), pair)
            for pair in self.departing
            if any(pair.forms) and pair.source not in moving and _likeness(pair.key, message.key)[0]
        ]
        likeness, best = max(near, key=lambda each: each[0], default=(0.0, None))
        if best is None or likeness < _NEAR:
            return None
        self.keep(pair := replace(best, key=message.key))
        return pair

    def leave(self, pair: _Pair) -> None:
        """As an obsolete entry, where its text is another now; a remark alone goes with that."""
        if any(pair.forms):
            self.keep(pair)

    def keep(self, pair: _Pair) -> None:
        """As an obsolete entry, the latest last."""
        at = (pair.key, pair.source)
        before = self.obsolete.get(at)
        if before is not None and before.forms == pair.forms:
            pair = replace(pair, comment=pair.comment or before.comment, flags=pair.flags or before.flags)
        if (any(pair.forms) or pair.comment) and before != pair:
            self.obsolete.pop(at, None)
            self.obsolete[at] = pair

    def stays_usual(self, message: Message, pair: _Pair) -> bool:
        """Whether this needs nobody when its source changes: what is known by a code, or a figure that nobody wrote."""
        return self.usual(message) is not None and (message.is_known_by_code or self.is_filled_in(message, pair))

    def is_filled_in(self, message: Message, pair: _Pair) -> bool:
        """Whether this translation is what stood there by itself."""
        usual = self.usual(replace(message, text=pair.source))
        return usual is not None and not pair.fuzzy and pair.forms == (usual,)

    def usual(self, message: Message) -> str | None:
        return message.usual(self.language, self.scheme)

    def usual_elsewhere(self, message: Message) -> set[str | None]:
        """What this is under all schemes: nobody chose it who found one of these."""
        return {message.usual(self.language, scheme) for scheme in (UNITED_NATIONS, CLDR)}


def _pair(entry: polib.POEntry) -> _Pair:
    """What an entry says. Of a fuzzy one, the source is the one that its translation was made from."""
    forms = tuple(forms_of(entry).values())
    changed = entry.fuzzy and entry.previous_msgid is not None
    source = entry.previous_msgid if changed else entry.msgid
    others = tuple(filter(is_theirs, entry.flags))
    return _Pair(entry.msgctxt or "", source, forms, entry.fuzzy and not changed, entry.tcomment, others)


def _obsolete(pair: _Pair) -> polib.POEntry:
    entry = polib.POEntry(msgctxt=pair.key, msgid=pair.source, obsolete=True, tcomment=pair.comment)
    if len(pair.forms) > 1:
        entry.msgid_plural = pair.source
        entry.msgstr_plural = dict(enumerate(pair.forms))
    else:
        entry.msgstr = pair.forms[0]
    entry.flags = [*(["fuzzy"] if pair.fuzzy else []), *pair.flags]
    return entry


def _is_rule(header: str) -> bool:
    try:
        PluralRule.parse(header)
    except ValueError:
        return False
    return True


def _remembering(pair: _Pair, before: _Pair | None) -> _Pair:
    """The pair with what another one said of the same text in its comment."""
    if before is None or before.fuzzy or before.forms == pair.forms:
        return pair
    said = (f"{BEFORE}{form}" for form in before.forms if form)
    return replace(pair, comment="\n".join(filter(None, (pair.comment, *said))))


def _adapted(forms: tuple[str, ...], count: int) -> tuple[tuple[str, ...], bool]:
    """As many forms as are wanted, and whether these are they."""
    if len(forms) == count:
        return forms, True
    if len(forms) == 1:
        return forms * count, not any(forms)
    if count == 1:
        return forms[-1:], False
    return (*forms, *("",) * count)[:count], False


def _likeness(one: str, other: str) -> tuple[bool, int]:
    """How like two keys are: whether they differ but in the slide, and how many of their steps are equal."""
    ones, others = one.split("."), other.split(".")
    return ones[1:] == others[1:], sum(a == b for a, b in zip(reversed(ones), reversed(others), strict=False))
