"""What came back from a translator's tool, whichever its format: each text with what is said of it.

White space is the tools': they indent and fold lines. So texts are compared with theirs folded.
"""

from __future__ import annotations

import hashlib
import re
from enum import Enum, auto

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Span
from deck.languages.plurals import PluralRule

# A no-break space is the translator's.
_SPACES = re.compile(r"[ \t\r\n]+")
_INDENTED = re.compile(r"^[ \t]+", re.MULTILINE)


class Trust(Enum):
    """What the tool says of a translation: that it is `DONE`, a `DRAFT`, `NEW` though it is there, or nothing.

    `LEFT` is a draft's state that stands as it was exported, beside other words; `OFFERED` is a memory's, for texts
    that have no translation yet.
    """

    DONE = auto()
    DRAFT = auto()
    NEW = auto()
    UNSAID = auto()
    LEFT = auto()
    OFFERED = auto()


@dataclass(frozen=True, slots=True)
class Returned:
    """A translation that came back, in one form: of `source`, under the `id` that the file gives it.

    `key` is the message's as far as the file still knows it, `form` the plural form's index. `review` is a state of
    XLIFF that is more than translated, `remarks` are people's words about it, and `exported` is the fingerprint of the
    translation from which the tool set out, `known` are those of the remarks' lines. `made_of` is the source that it
    translates in truth, where a memory offers it for nearly the same words. It is `untouched` where its words and its
    state are known to be those with which it was exported. It `is_counted` where its forms are by its file's own rule.
    """

    id: str
    key: str
    form: int
    source: str
    target: str
    trust: Trust
    span: Span
    review: str | None = None
    remarks: tuple[str, ...] = ()
    exported: str | None = None
    known: frozenset[str] = frozenset()
    made_of: str = ""
    untouched: bool = False
    is_counted: bool = False

    @property
    def is_translated(self) -> bool:
        """Whether it is more than a place for a translation."""
        return bool(self.target.strip()) and not self.is_copy

    @property
    def is_copy(self) -> bool:
        """Whether it is only the source, put there by a tool or for one that offers no empty targets."""
        return self.trust is Trust.NEW and same(self.source, self.target)


@dataclass(frozen=True, slots=True)
class File:
    """What one file, or one part of it, says in a `language` (empty: it does not say which), which its field
    `named_by` names at `span`; `source` is the language that it says it is translated from, if it says so.

    `export` is the fingerprint of the catalog that it was made from; `obsolete` is what it keeps of messages that are
    no more. `findings` are about texts that cannot be read, `plurals` is the rule of its plural forms, if it has one
    that is its own and says it. A memory may be in languages that nobody asked for.
    """

    language: str
    named_by: str
    span: Span
    units: tuple[Returned, ...]
    findings: tuple[Diagnostic, ...] = ()
    export: str | None = None
    obsolete: tuple[Returned, ...] = ()
    is_memory: bool = False
    source: str = ""
    plurals: PluralRule | None = None


def folded(text: str) -> str:
    """The text with every stretch of white space as one space, and none at its ends."""
    return _SPACES.sub(" ", text).strip(" ")


def same(one: str, other: str) -> bool:
    """Whether two texts are the same but for white space."""
    return folded(one) == folded(other)


def shaped(target: str, source: str) -> str:
    """The translation without the white space of tools: it has lines, and indented ones, only if its source has."""
    if "\n" not in source:
        return folded(target) if "`" not in target else target.strip(" \t\r\n")
    target = target.replace("\r\n", "\n").strip(" \t\n")
    return target if _INDENTED.search(source) else _INDENTED.sub("", target)


def fingerprint(*texts: str) -> str:
    """A few letters that change when a text does."""
    return hashlib.sha256("\0".join(map(folded, texts)).encode()).hexdigest()[:12]
