"""A catalog whose texts are another language's than its name says: copied from a sister, from the source, or mistaken.

No single text says so, as names and terms are alike in many languages. So longer texts are counted.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from deck.ground.diagnostics import Diagnostic, Severity, Span
from deck.languages.catalog import Catalog
from deck.languages.messages import Message
from deck.model.language import Language

OTHER_LANGUAGE = "other-language"

_COMMON = Path(__file__).parent / "tables" / "common-words.tsv"
_LONG = 24
"""How many characters a text has, at the least, that is not the same in two languages by chance."""
_LEAST, _SHARE = 5, 1 / 3
"""How many texts are the same, and which share of all, where that is no chance."""
_WORDS, _TIMES, _OFTEN = 60, 3, 0.08
"""Of how many words, how many times as many are another language's as its own, and how many in all."""
_LETTERS = {
    "Arab": {"ARABIC"},
    "Beng": {"BENGALI"},
    "Cyrl": {"CYRILLIC"},
    "Deva": {"DEVANAGARI"},
    "Ethi": {"ETHIOPIC"},
    "Grek": {"GREEK"},
    "Hans": {"CJK"},
    "Hant": {"CJK"},
    "Hebr": {"HEBREW"},
    "Jpan": {"CJK", "HIRAGANA", "KATAKANA"},
    "Khmr": {"KHMER"},
    "Kore": {"HANGUL", "CJK"},
    "Latn": {"LATIN"},
    "Thai": {"THAI"},
}
"""How Unicode's names of a script's letters begin."""
KNOWN_LETTERS = frozenset().union(*_LETTERS.values())
"""All of these."""
_NEARLY_ONE = (
    frozenset(("bs", "cnr", "hr", "sh", "sr")),
    frozenset(("cs", "sk")),
    frozenset(("da", "nb", "nn", "no")),
    frozenset(("id", "ms")),
    frozenset(("mo", "ro")),
)
"""Languages that say much word for word alike."""
_SEVERAL_SCRIPTS = frozenset(["az", "bs", "kk", "ks", "ku", "ky", "mn", "ms", "pa", "sd", "sr", "tg", "uz"])
_WORD = re.compile(r"[^\W\d_]+")
MARKUP = re.compile(r"\{[^{}]*\}|\]\([^)]*\)|`[^`]*`")


def mistaken(
    catalog: Catalog, messages: Iterable[Message], source: Language, sisters: Mapping[Language, Iterable[str]]
) -> Iterator[Diagnostic]:
    """What tells that the catalog holds another language's texts, the plainest sign only.

    `sisters` are the long translations of the other catalogs, by language.
    """
    finished = {
        message.key: (message.text, entry.forms[0])
        for message in messages
        if not message.country and (entry := catalog.entries.get(message.key)) and entry.complete and not entry.fuzzy
    }
    texts = {words: original for original, words in finished.values() if is_long(words)}
    translations = tuple(words for _, words in finished.values())
    found = _same(catalog, texts, source, sisters) or _read_as_other(catalog.language, translations)
    if found:
        hint = "see which language is in the file; with --release this stops the build"
        yield Diagnostic(OTHER_LANGUAGE, found, Span(catalog.path), hint, Severity.WARNING)


def is_long(words: str) -> bool:
    """Whether two languages do not say this alike by chance."""
    if len(words) >= _LONG:
        return True
    return 2 * len(words) >= _LONG and any("CJK" in unicodedata.name(char, "") for char in words[:8])


def _same(
    catalog: Catalog, texts: Mapping[str, str], source: Language, sisters: Mapping[Language, Iterable[str]]
) -> str | None:
    def most(count: int) -> bool:
        return count >= _LEAST and count > _SHARE * len(texts)

    copied = sum(words == original for words, original in texts.items())
    if not _alike(catalog.language, source) and most(copied):
        return f"{copied} of its {len(texts)} longer translations are the source’s own words, untranslated"
    for language, theirs in sisters.items():
        shared = texts.keys() & set(theirs)
        if not _alike(catalog.language, language) and most(len(shared)) and not reads_as(catalog.language, shared):
            return f"{len(shared)} of its {len(texts)} longer translations are those of `{language}`, word for word"
    return None


def reads_as(language: Language, texts: Iterable[str]) -> bool:
    """Whether these texts read as this language more than as any other: then it is a sister that copied them."""
    words = _words_of(texts)
    tag, hits = language.primary, _hits(words)
    if tag in hits:
        return hits[tag] >= _OFTEN * words.total() and hits[tag] == max(hits.values())
    letters = _letters_of(words)
    own = _LETTERS.get(language.script, set()) if language.script != "Latn" else set()
    return bool(letters) and letters.most_common(1)[0][0] in own


def _words_of(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands there, in small letters."""
    return Counter(word.lower() for text in texts for word in _WORD.findall(MARKUP.sub(" ", text)))


def _letters_of(words: Counter[str]) -> Counter[str]:
    """How many letters there are of each alphabet, by how Unicode's names of them begin."""
    letters: Counter[str] = Counter()
    for char, count in Counter("".join(words.elements())).items():
        letters[unicodedata.name(char, "").split(" ")[0]] += count
    return letters


def _hits(words: Counter[str]) -> dict[str, int]:
    """How many of these words are common ones, by language."""
    return {
        language: sum(map(words.__getitem__, theirs & words.keys())) for language, theirs in _common_words().items()
    }


def letters_of(language: Language) -> set[str]:
    """How Unicode's names of the letters begin that the language is written in; none where that is not known."""
    if language.primary in _SEVERAL_SCRIPTS:
        return set()
    # What a language that is not known here is written in, is not known either.
    known = language.primary in _common_words() or language.script != "Latn"
    return _LETTERS.get(language.script, set()) if known else set()


def nearly_one(one: Language, other: Language) -> bool:
    """Whether they are one language, or say much word for word alike."""
    tags = {language.primary for language in (one, other)}
    return len(tags) == 1 or any(tags <= languages for languages in _NEARLY_ONE)


def _alike(one: Language, other: Language) -> bool:
    """Whether they are one language in two countries."""
    return one.primary == other.primary


@lru_cache(maxsize=64)
def _read_as_other(language: Language, texts: tuple[str, ...]) -> str | None:
    words = _words_of(texts)
    letters = _letters_of(words)
    hits = _hits(words)
    own = language.primary
    own_letters = letters_of(language)
    if own_letters and sum(letters.values()) >= _WORDS * 3:
        name, count = letters.most_common(1)[0]
        if name not in own_letters and count > sum(letters.values()) / 2:
            return f"its translations are in {name.capitalize()} letters, which `{language}` is not written in"
    if words.total() < _WORDS:
        return None
    if own not in hits or own in _SEVERAL_SCRIPTS:
        return None
    likely = max(hits, key=lambda each: hits[each])
    if hits[likely] >= _TIMES * hits[own] and hits[likely] >= _OFTEN * words.total():
        return f"its translations read as `{likely}`, and not as `{language}`"
    return None


@cache
def _common_words() -> Mapping[str, frozenset[str]]:
    rows = (line.split("\t") for line in _COMMON.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {language: frozenset(words.split()) for language, words in rows}
