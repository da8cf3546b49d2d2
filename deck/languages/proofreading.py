"""One translation → the text, and what is wrong with it: what would show on the slide, or not show at all."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import suppress
from decimal import Decimal
from functools import lru_cache
from typing import Protocol

from deck.ground.diagnostics import Diagnostic, Severity, Span
from deck.languages import punctuation
from deck.languages.copied import addresses_lost, joined_lost
from deck.languages.eras import without_days
from deck.languages.figure_words import figure_in
from deck.languages.foreign_figures import foreign_figures
from deck.languages.messages import NOTES, WORDS, Message
from deck.languages.numbers_in_parts import whole_numerals
from deck.languages.other_numbers import may_be_a_word, other_numbers
from deck.languages.territories import CLDR
from deck.model.language import Language
from deck.model.number_words import names_no_number
from deck.model.numerals import READ_MAGNITUDES
from deck.model.text import Text, is_letter_and_marks

_WINDOWS = "".join(
    bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffd-\uffff\ud800-\udfff]")
_FURTHER = f"(?:[\u0080-\u00bf]|[{_WINDOWS}])"
_TWO_FOR_ONE = re.compile(f"[\u00c2-\u00df]{_FURTHER}|[\u00e0-\u00ef]{_FURTHER}{{2}}|[\u00f0-\u00f4]{_FURTHER}{{3}}")
_IN_OTHER_WORDS = frozenset(map(Decimal, (14, 15, 18, 24, 25, 48, 75, 365, 1000, 2000, *range(20, 101, 10))))
"""What words stand for that are no numbers: half, a quarter, all, day and night, minors, a fortnight, the Eighties."""
_DIGIT = re.compile(r"\d")
_ARABIC = "[\u0620-\u065f\u0671-\u06d3]"
# After a word's first letters it may also stand before what is in other signs, as in لـ{partners} or 1445 هـ.
_STRETCHED = re.compile(f"(?<!{_ARABIC})\N{ARABIC TATWEEL}|\N{ARABIC TATWEEL}(?={_ARABIC})")


class Finding(Protocol):
    """What reading markup may find wrong."""

    @property
    def code(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def hint(self) -> str | None: ...
    @property
    def severity(self) -> Severity: ...


class Markup(Protocol):
    """How inline markup is read: as one paragraph, as several, or as notes; with what is wrong with it."""

    def words(self, markup: str) -> tuple[Text, Sequence[Finding]]: ...
    def prose(self, markup: str) -> tuple[Text, Sequence[Finding]]: ...
    def notes(self, markup: str) -> tuple[Text, Sequence[Finding]]: ...


def read(message: Message, markup: str, reader: Markup) -> tuple[Text, Sequence[Finding]]:
    """Markup in the place of this message's."""
    usual = reader.prose if message.prose else reader.words
    return _read(markup, reader.notes if message.role == NOTES else usual)


@lru_cache(maxsize=4_096)
def _read(markup: str, reader: Callable[[str], tuple[Text, Sequence[Finding]]]) -> tuple[Text, Sequence[Finding]]:
    text, found = reader(markup)
    return text, tuple(found)


def proofread(
    message: Message,
    form: str,
    span: Span,
    reader: Markup,
    languages: tuple[Language, Language],
    *,
    may_leave_out: str | None = None,
) -> tuple[Text, list[Diagnostic]]:
    """A form of the message's translation as a text, and all that is wrong with it.

    `languages` are the message's and its translation's. `may_leave_out` is the name of a count that
    this form need not repeat.
    """
    found = list(_as_written(message, form, span))
    text, findings = read(message, _CONTROL.sub(" ", form), reader)
    found += [Diagnostic(one.code, f"`{message.key}`: {one.message}", span, one.hint, one.severity) for one in findings]
    source, _ = read(message, message.text, reader)
    found += _names(message, text, span, _left_out(message, languages[1]) | {may_leave_out})
    found += _repeated(message, source, text, span)
    words, original = text.prose, source.prose
    found += punctuation.foreign(message.key, words, original, languages[1], span)
    if not findings:
        found += _appearance(message, source, text, span)
        found += _addresses(message, original, words, span)
        if _DIGIT.search(original):
            found += _figures(message, original, words, span, languages)
            found += foreign_figures(message.key, words, original, languages, span)
        elif names_no_number(original, languages[0]):
            found += _from_nowhere(message, words, span)
    return text, found


def _as_written(message: Message, form: str, span: Span) -> Iterator[Diagnostic]:
    if match := _CONTROL.search(form):
        what = f"`{message.key}`: the character U+{ord(match[0]):04X} has no place in a text"
        yield Diagnostic("control-character", what, span, "take it out; it came along unseen, perhaps by pasting")
    if _STRETCHED.search(form):
        what = f"`{message.key}`: a tatweel (U+0640) stretches a word by hand"
        hint = "take it out: it is taken for a letter in searches and by screen readers"
        yield Diagnostic("tatweel", what, span, hint, Severity.WARNING)
    if garbled := next(_garbled(form), None):
        what = f"`{message.key}`: “{garbled[0]}” is “{garbled[1]}”, read in another encoding than it was written in"
        yield Diagnostic("mojibake", what, span, "write it anew, and save the file in UTF-8", Severity.WARNING)
    if not unicodedata.is_normalized("NFC", form):
        what = f"`{message.key}`: accents stand apart from their letters (not in Unicode's form NFC)"
        yield Diagnostic("not-composed", what, span, "they are joined in the deck", Severity.WARNING)


def _garbled(form: str) -> Iterator[tuple[str, str]]:
    """Letters of UTF-8 that were read as Windows' or Latin letters, and what they were."""
    for match in _TWO_FOR_ONE.finditer(form):
        if is_letter_and_marks(match[0]):
            continue
        for encoding in ("cp1252", "latin-1"):
            with suppress(UnicodeError):
                yield match[0], match[0].encode(encoding).decode("utf-8")
                break


def _left_out(message: Message, language: Language) -> set[str | None]:
    """The names that a phrase of the deck's own does without in this language, such as the number of one."""
    own = message.usual(language, CLDR) if message.key.startswith(WORDS) else None
    return {name for name in message.names if own is not None and f"{{{name}}}" not in own}


def _names(message: Message, text: Text, span: Span, may_leave_out: Set[str | None]) -> Iterator[Diagnostic]:
    wanted, written = set(message.names), set(text.field_names())
    for name in sorted(wanted - written - may_leave_out):
        what = f"`{message.key}`: `{{{name}}}` is lost in the translation"
        yield Diagnostic("placeholder", what, span, f"write {{{name}}} where its value belongs")
    for name in sorted(written - wanted):
        what = f"`{message.key}`: `{{{name}}}` does not stand in the source"
        kept = ", ".join(f"{{{one}}}" for one in message.names)
        hint = f"keep the names in braces as they are: {kept}" if kept else "take it out: the source has none"
        yield Diagnostic("placeholder", what, span, hint)


def _repeated(message: Message, source: Text, text: Text, span: Span) -> Iterator[Diagnostic]:
    once, again = Counter(source.field_names()), Counter(text.field_names())
    for name, times in again.items():
        if 0 < once[name] < times:
            what = (
                f"`{message.key}`: `{{{name}}}` stands {times} times in the translation, and {once[name]} in the source"
            )
            hint = "write it as often as the source does"
            yield Diagnostic("figure-added", what, span, hint, Severity.WARNING)


def _appearance(message: Message, source: Text, text: Text, span: Span) -> Iterator[Diagnostic]:
    runs = (run for words in (source, text) for paragraph in words.paragraphs for run in paragraph.runs)
    if not any(run.link or run.code or run.bold for run in runs):
        return
    wanted, written = _links(source), _links(text)
    for link in sorted(wanted - written):
        what = f"`{message.key}`: the link to {link} is lost in the translation"
        yield Diagnostic("link-lost", what, span, f"write [words]({link})")
    # One that leads elsewhere was told of as lost.
    for link in sorted(written - wanted) if wanted <= written else ():
        what = f"`{message.key}`: the link to {link} does not stand in the source"
        yield Diagnostic("link-added", what, span, "take it out: links lead where the source’s do")
    lost = Counter(_code(source)) - Counter(_code(text))
    for code in lost:
        what = f"`{message.key}`: the code `{code}` is lost in the translation, or written otherwise"
        yield Diagnostic("code-lost", what, span, "copy it from the source, with its backticks", Severity.WARNING)
    if _bold(source) and not _bold(text):
        what = f"`{message.key}`: the source has **bold** words, the translation none"
        yield Diagnostic("bold-lost", what, span, "put ** round the same words", Severity.WARNING)


def _figures(
    message: Message, source: str, text: str, span: Span, languages: tuple[Language, Language]
) -> Iterator[Diagnostic]:
    """The figures that are lost or added in these words."""
    exactly = all(language.primary in READ_MAGNITUDES for language in languages)
    language = languages[1].primary
    source, text = without_days(source, text, language)
    changed, added = other_numbers(source, text, language, exactly=exactly)
    # Of a figure alone, other digits are another figure; without any, it may be written in words.
    alone = message.figure and figure_in(source, languages[0], languages[0]) and _DIGIT.search(text)
    lost = changed + joined_lost(source, text, language)
    for number in lost:
        what = f"`{message.key}`: {number} stands in the source, and not in the translation"
        is_sure = alone and number in changed
        hint = "write the same figures"
        yield Diagnostic("figure-changed" if is_sure else "figure-lost", what, span, hint, Severity.WARNING)
    for number in added if not lost else ():
        yield _added(message, number, span)
    here, there = _currencies(source), _currencies(text)
    if here and there and not here & there:
        what = f"`{message.key}`: {min(here)} stands in the source, and {min(there)} in the translation"
        code, hint = "figure-changed" if alone else "figure-lost", "write the same currency"
        yield Diagnostic(code, what, span, hint, Severity.WARNING)


def _currencies(words: str) -> set[str]:
    """The signs of currencies in these words, however wide."""
    return {sign for sign in unicodedata.normalize("NFKC", words) if unicodedata.category(sign) == "Sc"}


def _from_nowhere(message: Message, text: str, span: Span) -> Iterator[Diagnostic]:
    """The figures in these words, where the source has none, in words neither."""
    for numeral in whole_numerals(text):
        if not (may_be_a_word(numeral) or numeral.is_year or numeral.values & _IN_OTHER_WORDS):
            yield _added(message, numeral.written, span)


def _added(message: Message, number: str, span: Span) -> Diagnostic:
    what = f"`{message.key}`: {number} stands in the translation, and not in the source"
    return Diagnostic("figure-added", what, span, "write the same figures", Severity.WARNING)


def _addresses(message: Message, source: str, text: str, span: Span) -> Iterator[Diagnostic]:
    for address in addresses_lost(source, text):
        what = f"`{message.key}`: the address {address} is lost in the translation, or written otherwise"
        yield Diagnostic("address-lost", what, span, "copy it from the source", Severity.WARNING)


def _links(text: Text) -> set[str]:
    return {run.link for paragraph in text.paragraphs for run in paragraph.runs if run.link}


def _code(text: Text) -> Iterator[str]:
    return (run.text for paragraph in text.paragraphs for run in paragraph.runs if run.code)


def _bold(text: Text) -> bool:
    return any(run.bold for paragraph in text.paragraphs for run in paragraph.runs)
