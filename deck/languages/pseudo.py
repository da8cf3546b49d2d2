"""Two languages that nobody speaks, which show before translation begins what will not hold.

`en-XA` is English that stays readable, with accents on its letters, in brackets, and longer by two fifths, as
translations are: what is cut off lacks its bracket, and what has no accents is not translated. `ar-XB` has Arabic
letters for Latin ones and is read from right to left. Lists are in the order of the outline's language.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import accumulate, cycle, takewhile

from deck.languages.collation import sort_key
from deck.languages.messages import messages
from deck.languages.proofreading import Markup, read
from deck.languages.translate import with_texts
from deck.model.language import ACCENTED, RIGHT_TO_LEFT, Language
from deck.model.presentation import Presentation, Slide
from deck.model.text import FIELD, Run, Text

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LETTERS = {
    ACCENTED: str.maketrans(
        "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpRrSsTtUuVvWwYyZz", "ÅåƁƀÇçĐđÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþŔŕŠšŢţÛûṼṽŴŵÝýŽž"
    ),
    RIGHT_TO_LEFT: str.maketrans(f"{_LATIN}{_LATIN.upper()}", 2 * "ابصدعفغهيجكلمنوبقرستوفخسيز"),
}
_LONGER = 0.4
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def pseudo_translated(presentation: Presentation, tag: str, markup: Markup) -> Presentation:
    """The presentation in one of these languages."""
    texts = {
        message.key: _translated(read(message, message.text, markup)[0], tag) for message in messages(presentation)
    }
    return replace(with_texts(_sorted(presentation), texts), language=Language(tag))


def _sorted(presentation: Presentation) -> Presentation:
    def slide(old: Slide) -> Slide:
        return replace(old, content=old.content.sorted_by(lambda text: sort_key(text.plain, presentation.language)))

    sections = (
        replace(section, slides=tuple(slide(each) for each in section.slides)) for section in presentation.sections
    )
    return replace(presentation, sections=tuple(sections))


def _translated(text: Text, tag: str) -> Text:
    paragraphs = [
        replace(paragraph, runs=tuple(_run(run, tag) for run in paragraph.runs)) for paragraph in text.paragraphs
    ]
    if tag == ACCENTED:
        first = paragraphs[0]
        paragraphs[0] = replace(first, runs=(Run("["), *first.runs))
        last = paragraphs[-1]
        paragraphs[-1] = replace(last, runs=(*last.runs, Run(f"{_padding(len(text.plain))}]")))
    return replace(text, paragraphs=tuple(paragraphs))


def _run(run: Run, tag: str) -> Run:
    return run if run.code else run.with_text(_letters(run.text, tag))


def _letters(words: str, tag: str) -> str:
    """Other letters, but in names in braces."""
    pieces, end = [], 0
    for match in FIELD.finditer(words):
        pieces += [_other(words[end : match.start()], tag), match[0]]
        end = match.end()
    return "".join([*pieces, _other(words[end:], tag)])


def _other(words: str, tag: str) -> str:
    if tag == RIGHT_TO_LEFT:
        words = "".join(one for one in unicodedata.normalize("NFD", words) if not unicodedata.combining(one))
    return words.translate(_LETTERS[tag])


def _padding(length: int) -> str:
    """Words for two fifths of this length."""
    room = round(length * _LONGER)
    lengths = takewhile(lambda total: total <= room, accumulate(len(word) + 1 for word in cycle(_NUMBERS)))
    return "".join(f" {word}" for _, word in zip(lengths, cycle(_NUMBERS), strict=False))
