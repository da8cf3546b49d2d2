"""More words than can be said, or read, in the minutes that are planned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.language import Language
from deck.model.presentation import Presentation, Slide

_WORDS_A_MINUTE = {
    "ar": 138,
    "de": 179,
    "en": 228,
    "es": 218,
    "fi": 161,
    "fr": 195,
    "he": 187,
    "it": 188,
    "nl": 202,
    "pl": 166,
    "pt": 181,
    "ru": 184,
    "sl": 180,
    "sv": 199,
    "tr": 166,
}
_SIGNS_A_MINUTE = {"zh": 255, "ja": 357}
"""How fast native speakers of 18 to 35 read aloud: Trauzettel-Klosinski and Dietz, Investigative Ophthalmology & Visual
Science 53(9), 2012, doi:10.1167/iovs.11-8284. Of Chinese and Japanese, characters."""
_LETTER = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
_SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def too_many_words(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """The notes, or else the slide, have more words than anybody says in the planned minutes.

    What is said takes at least as long as a quick native speaker takes to read it aloud: 228 words a minute in
    English, 195 in French, 218 in Spanish, 184 in Russian, 138 in Arabic and 255 characters in Chinese (the
    [International Reading Speed Texts](https://doi.org/10.1167/iovs.11-8284)). A presenter is slower, and an
    interpreter needs more still. Slides without `minutes` are left alone, and so are other languages than the study
    has.

    Example:
        - id: hurried
          layout: statement
          title: Hurried
          statement: A slide
          minutes: 0.1
          notes: >
            Nobody can say all of this in six seconds, as it is a sentence of more than thirty words, of which a quick
            reader would hardly have read a half aloud by the time that the slide is gone again.

    To mend it: plan more minutes, or say less
    """
    for slide in presentation.slides:
        count = _counted(slide, presentation.language)
        if count is None or not slide.minutes:
            continue
        what, number, rate, unit = count
        needed = Decimal(number) / rate
        if needed > slide.minutes:
            message = (
                f"slide `{slide.id}`: {what} {number:,} {unit}, which take {needed:.1f} minutes to say at the least; "
                f"{slide.minutes.normalize():f} {'is' if slide.minutes == 1 else 'are'} planned"
            )
            place = "notes" if what.startswith("its notes") else "title"
            span = slide.spans.get(place, slide.span)
            yield Diagnostic("too-many-words", message, span, "plan more minutes, or say less", Severity.WARNING)


def _counted(slide: Slide, language: Language) -> tuple[str, int, int, str] | None:
    """Which text is the longer to say, how many words or characters it has, how many are said in a minute."""
    code = language.primary
    signs = code in _SIGNS_A_MINUTE
    rate = _SIGNS_A_MINUTE.get(code) or _WORDS_A_MINUTE.get(code)
    if rate is None:
        return None
    pattern = _SIGN if signs else _LETTER
    said = len(pattern.findall(slide.notes.plain)) if slide.notes else 0
    shown = (each for each in slide.content.texts() if not (each[0].startswith("sources.") or "description" in each[0]))
    seen = sum(len(pattern.findall(text.plain)) for _, text in shown)
    what, count = ("its notes have", said) if said >= seen else ("it has", seen)
    return what, count, rate, "characters" if signs else "words"
