"""Text as it travels: paragraphs of runs, with the words as the author wrote them.

Translators are shown every `Text`, and no `str`. A run may hold `{name}`s of lists and facts until the
deck is put into a language, which fills them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from deck.ground.dataclass import dataclass
from deck.ground.late_pattern import late_pattern
from deck.model.language import Language
from deck.model.style import Colour

FIELD = late_pattern(r"\{([^{}\n]*)\}")
"""A `{name}` to be filled; `{{` and `}}` are literal braces, taken away first."""


_AFTER_LETTERS = frozenset("\u00a0«»“”„‘’‚‹›…–—®°ªº¹²³")


def is_letter_and_marks(text: str) -> bool:
    """Whether this may well be a letter with an accent and what typography sets after it, as in “« liberté »”.

    So it need not be one letter that was read in another encoding; what begins with `Ã` or `Â` mostly is.
    """
    return text[:1] not in ("Ã", "Â") and _AFTER_LETTERS.issuperset(text[1:])


def names_in_braces(words: str) -> Iterator[re.Match[str]]:
    """Each `{name}` to be filled, at its place in these words or in this markup."""
    if "{" not in words:
        return iter(())
    return FIELD.finditer(words.replace("{{", "  ").replace("}}", "  "))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one appearance; `link` is the address that it leads to, or a slide's or section's `#id`.

    `language` is what it is written in, None for the language of its deck. `code` is read from left to right in any
    language, in a font whose letters are of one width, and is no language's. `colour` is its own; None is its style's.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    language: Language | None = None
    code: bool = False
    colour: Colour | None = None

    def with_text(self, text: str) -> Run:
        return Run(text, self.bold, self.italic, self.link, self.language, self.code, self.colour)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that flow together. `level` (from 0) picks its style among its text box's levels.

    `number` is what a numbered paragraph counts as, from 1; None where it is not numbered.
    A run's U+000B is a line break inside the paragraph.
    """

    runs: tuple[Run, ...]
    level: int = 0
    number: int | None = None

    def __hash__(self) -> int:
        # It is looked up again and again; its first words tell it from most others.
        return hash(self.runs[0].text if self.runs else "")

    def at(self, level: int, number: int | None = None) -> Paragraph:
        """This paragraph on a level, numbered or not: the same one where it is so already."""
        same = self.level == level and self.number == number
        return self if same else Paragraph(self.runs, level, number)

    @property
    def plain(self) -> str:
        """The words alone; a line break is a space."""
        runs = self.runs
        text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        return text.replace("\v", " ")

    @property
    def language(self) -> Language | None:
        """What all its words are written in; None where that is the deck's language, or there are several."""
        if all(run.language is None for run in self.runs):
            return None
        languages = {run.language for run in self.runs if any(map(str.isalpha, run.text))}
        return languages.pop() if len(languages) == 1 else None


@dataclass(frozen=True, slots=True)
class Text:
    """What an author wrote in one field.

    `markup` is the source as written, the message that a translator sees.
    """

    paragraphs: tuple[Paragraph, ...]
    markup: str = ""

    @classmethod
    def of(cls, words: str, *, bold: bool = False) -> Text:
        """Plain words, without markup."""
        return cls((Paragraph((Run(words, bold=bold),)),), words)

    @property
    def plain(self) -> str:
        """The words alone, paragraphs joined by line feeds."""
        paragraphs = self.paragraphs
        return paragraphs[0].plain if len(paragraphs) == 1 else "\n".join([each.plain for each in paragraphs])

    @property
    def prose(self) -> str:
        """As `plain`, with spaces in place of code, which no language has written: a number in it counts nothing."""
        if not any(run.code for paragraph in self.paragraphs for run in paragraph.runs):
            return self.plain
        return "\n".join(
            "".join(" " * len(run.text) if run.code else run.text for run in paragraph.runs).replace("\v", " ")
            for paragraph in self.paragraphs
        )

    def __bool__(self) -> bool:
        return bool(self.plain.strip())

    def in_language(self, language: Language) -> Text:
        """The same text, said to be written in this language, but for words that say another of their own."""
        return replace(
            self,
            paragraphs=tuple(
                replace(
                    paragraph, runs=tuple(replace(run, language=run.language or language) for run in paragraph.runs)
                )
                for paragraph in self.paragraphs
            ),
        )

    def field_names(self) -> Iterator[str]:
        """The names in braces, in order."""
        for paragraph in self.paragraphs:
            for run in paragraph.runs:
                yield from (match.group(1).strip() for match in names_in_braces(run.text))


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure on a slide: a `number`, shown as its language writes it, or words such as "≈ 49.6 million".

    `text` is what is shown; for a number it is filled when the deck is put into a language. What a translation comes
    to is read from its `original`, in the outline's language, whose words for thousands and millions are known.
    """

    text: Text
    number: Decimal | None = None
    original: Amount | None = None

    @property
    def language(self) -> Language | None:
        """What its words are written in; None where that is the deck's language."""
        languages = (run.language for paragraph in self.text.paragraphs for run in paragraph.runs)
        return next(filter(None, languages), None)

    def before_translation(self, source: Language) -> Amount:
        """The figure, which keeps what it is in this language when other words take the place of its own."""
        if self.number is not None or self.original:
            return self
        return replace(self, original=replace(self, text=self.text.in_language(source)))
