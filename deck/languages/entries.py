"""Messages → a PO file's entries as they begin: their notes and flags, and the file's header."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import polib

from deck.ground.dataclass import dataclass
from deck.languages.messages import Message
from deck.languages.plurals import usual_rule
from deck.languages.po_file import PoFile
from deck.model.language import Language

_BRACE_FORMAT = re.compile(r"[A-Za-z_]\w*(\.\w+)*")
_BRACES, _MOST = "python-brace-format", "max-length:"
"""The flags of a message that are ours; all others are its translators'."""
BEFORE = "Before: "
"""What a translator's comment begins with that holds an earlier translation of the same text."""
SURPLUS = "A form too many: "
"""What a translator's comment begins with that holds a plural form for which the catalog has no place."""
REVISION, _NO_DATE = "PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"
_DRAFT = "Translations of {name} into {language}."


@dataclass(frozen=True, slots=True)
class Notes:
    """What a translator is told of a message: `lines` of explanation, `places` where it stands.

    And how many characters its translation has at the `most`, which some tools enforce.
    """

    lines: tuple[str, ...]
    places: tuple[str, ...]
    most: int | None = None


Notice = Callable[[Message], Notes]


def started(name: str, language: Language) -> PoFile:
    """An empty catalog of the deck of this name."""
    return _file(name, usual_rule(language).header, _DRAFT.format(name=name, language=language), language.tag)


def template(name: str, messages: Iterable[Message], notice: Notice, language: Language) -> PoFile:
    """The messages with nothing translated, in their own language.

    Which plural forms there are, a template does not say: what begins a catalog from it knows its language's.
    """
    file = _file(name, "", f"Texts of {name} to be translated.", language.tag)
    del file.metadata["Plural-Forms"]
    file.extend(entry_of(message, notice(message), 2) for message in messages)
    return file


def dated(file: PoFile, now: datetime | None) -> None:
    """Says when the file was made, where it does not say it yet."""
    if now and file.metadata.get(REVISION) == _NO_DATE:
        file.metadata[REVISION] = f"{now:%Y-%m-%d %H:%M%z}"


def is_theirs(flag: str) -> bool:
    """Whether a flag is a translator's or a tool's, and not one that every catalog gets."""
    return flag not in ("fuzzy", _BRACES) and not flag.startswith(_MOST)


def _file(name: str, plural_forms: str, header: str, language: str) -> PoFile:
    file = PoFile(wrapwidth=78)
    file.header = header
    file.metadata = {
        "Project-Id-Version": name,
        "Report-Msgid-Bugs-To": "",
        REVISION: _NO_DATE,
        "Last-Translator": "",
        "Language-Team": "",
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms,
    }
    return file


def entry_of(message: Message, notes: Notes, forms: int) -> polib.POEntry:
    """The message with nothing translated."""
    entry = polib.POEntry(msgctxt=message.key, msgid=message.text, comment="\n".join(notes.lines))
    entry.occurrences = [(place, "") for place in notes.places]
    put(entry, message, ("",) * (forms if message.count else 1))
    if message.names and all(_BRACE_FORMAT.fullmatch(name) for name in message.names):
        entry.flags.append(_BRACES)
    if notes.most:
        entry.flags.append(f"{_MOST}{notes.most}")
    return entry


def put(entry: polib.POEntry, message: Message, forms: Sequence[str]) -> None:
    """Puts a translation into the message's entry."""
    if message.count:
        entry.msgid_plural = message.text
        entry.msgstr_plural = dict(enumerate(forms))
    else:
        entry.msgstr = forms[0]
