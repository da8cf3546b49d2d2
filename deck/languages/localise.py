"""A presentation with every text as its language shows it.

Figures become words (`50_000_000`: “50 million”), names in braces what they stand for, lists sorted by name
their language's order, and a source is introduced as one. What stayed in another language is written as that has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, partial
from itertools import groupby

from deck.ground.dataclass import dataclass
from deck.languages.collation import sort_key
from deck.languages.date_formats import named_date
from deck.languages.directions import with_marks, with_signs_in_place
from deck.languages.figure_words import parted
from deck.languages.numbers import compact, decimal, in_minutes, measured, ungrouped
from deck.languages.shown_figures import Figures, Write
from deck.languages.speech import LanguageSpeech
from deck.languages.territories import region_name
from deck.languages.typography import unbroken
from deck.languages.words import in_outline, usual
from deck.model.content import PlannedSection
from deck.model.declarations import may_hold
from deck.model.language import Direction, Language
from deck.model.presentation import Fact, Presentation, Section, Slide
from deck.model.text import FIELD, Amount, Paragraph, Run, Text

_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"
_STATUS = "status."
_OPEN, _CLOSE = "\ue000", "\ue001"


def localise(presentation: Presentation) -> Presentation:
    """The presentation in its own language, with nothing left to fill in."""
    return _Localisation.of(presentation).presentation(presentation)


class Localising:
    """Localises one presentation after another: a slide stays as it was made of the very same content and notes."""

    def __init__(self) -> None:
        self._last: _Localisation | None = None
        self._slides: dict[str, tuple[Slide, Slide]] = {}

    def __call__(self, presentation: Presentation) -> Presentation:
        localisation = _Localisation.of(presentation)
        before = self._slides if localisation == self._last else {}
        self._last, self._slides = localisation, {}

        def slide(old: Slide) -> Slide:
            was, made = before.get(old.id, (None, None))
            if was is None or made is None or was.content is not old.content or was.notes is not old.notes:
                made = localisation.slide(old)
            elif was is not old:
                same = made.content is old.content and made.notes is old.notes
                made = old if same else replace(old, content=made.content, notes=made.notes)
            self._slides[old.id] = old, made
            return made

        return localisation.presentation(presentation, slide)


@dataclass(frozen=True, slots=True)
class _Localisation:
    """What fills a presentation's texts: its facts, the words that introduce a source, and its catalog's phrases."""

    language: Language
    facts: Mapping[str, Fact]
    introduction: Text
    phrases: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, presentation: Presentation) -> _Localisation:
        language = presentation.language
        introduction = presentation.words.get("source") or Text.of(usual("source", language) or "{source}")
        headings = {
            name: Fact(text.plain, language=text.paragraphs[0].language)
            for name, text in presentation.words.items()
            if name.startswith(_STATUS)
        }
        phrases = tuple((name, text.plain) for name, text in presentation.words.items())
        return cls(language, {**presentation.values, **headings}, introduction, phrases)

    def presentation(self, old: Presentation, slide: Callable[[Slide], Slide] | None = None) -> Presentation:
        sections = tuple(self.section(section, slide or self.slide) for section in old.sections)
        return replace(
            old,
            title=self.text(old.title),
            event=self.text(old.event) if old.event else None,
            footer=self.text(old.footer) if old.footer else None,
            sections=_with_agendas(sections, self.language),
        )

    def section(self, old: Section, slide: Callable[[Slide], Slide]) -> Section:
        return replace(old, title=self.text(old.title), slides=tuple(map(slide, old.slides)))

    def slide(self, old: Slide) -> Slide:
        unit = old.content.unit.plain if old.content.unit else None
        content = old.content
        figures = partial(self.figure, bare=content.reckons)
        if may_hold(type(content), Amount):
            content = content.with_amounts(partial(figures, unit=unit))
        content = content.compared(
            lambda: old.content.with_amounts(partial(figures, write=decimal, unit=unit)),
            lambda: old.content.with_amounts(partial(figures, write=ungrouped, unit=unit)),
        )
        content = content.with_texts(self.field)
        content = content.sorted_by(lambda text: sort_key(text.plain, self.language))
        content = content.spoken(LanguageSpeech(self.language, self.phrases))
        notes = self.text(old.notes) if old.notes else None
        same = content is old.content and notes is old.notes
        return old if same else replace(old, content=content, notes=notes)

    def figure(self, old: Amount, write: Write = compact, unit: str | None = None, *, bare: bool = False) -> Amount:
        """The figure as it is shown, which comes to what its original does."""
        shown = Figures(self.language, self.facts).as_shown(old, write, unit, bare=bare)
        if old.original is None:
            return shown
        source = old.original.language or self.language
        facts = {name: fact.original or fact for name, fact in self.facts.items()}
        original = Figures(source, facts).as_shown(old.original, write, unit, bare=bare)
        return replace(shown, original=replace(original, text=self.text(original.text)))

    def field(self, path: str, text: Text) -> Text:
        return self.text(_introduced(text, self.introduction) if path.startswith("sources.") else text)

    def text(self, text: Text) -> Text:
        if self.stays(text):
            return text
        paragraphs = tuple(map(self.paragraph, text.paragraphs))
        return text if paragraphs == text.paragraphs else replace(text, paragraphs=paragraphs)

    def stays(self, text: Text) -> bool:
        """Whether it is words of the deck's language with nothing to fill and no space to keep, as most are."""
        for paragraph in text.paragraphs:
            for run in paragraph.runs:
                words = run.text
                if run.language or run.code or "{" in words or "}" in words or _set(words, self.language) != words:
                    return False
        return True

    def paragraph(self, old: Paragraph) -> Paragraph:
        filled = [one for run in old.runs for one in self.filled(run)]
        if any(run.language for run in filled):
            filled = list(with_marks(filled, self.language))
        runs = tuple(filled)
        return old if runs == old.runs else replace(old, runs=runs)

    def filled(self, run: Run) -> Iterator[Run]:
        """The run with its names filled; what fills one and is in another language is a run of its own."""
        if run.code:
            yield run.with_text(self.code(run))
            return
        if "{" not in run.text and "}" not in run.text:
            text = _set(run.text, run.language or self.language)
            yield run if text == run.text else run.with_text(text)
            return
        pieces = (piece for piece in _pieces(run.text, self.facts, run.language, self.language) if piece[1])
        for written, words in groupby(pieces, key=lambda piece: piece[0]):
            text = _set("".join(word for _, word in words), written or self.language)
            yield replace(run, text=text, language=written)

    def code(self, run: Run) -> str:
        """Code as it is written, and from left to right, also a sign at its edge."""
        text = run.text.replace("{{", "{").replace("}}", "}")
        around = run.language or self.language
        turned = Direction.RIGHT_TO_LEFT in (around.direction, self.language.direction)
        return f"{_LEFT_TO_RIGHT}{text}{_LEFT_TO_RIGHT}" if turned else text


def _set(words: str, language: Language) -> str:
    """The words with what their language's typography wants and nobody types."""
    return with_signs_in_place(unbroken(words, language), language)


def _with_agendas(sections: tuple[Section, ...], language: Language) -> tuple[Section, ...]:
    """The sections, in which slides show all of them that are made of the session's plan."""

    @cache
    def session() -> Sequence[PlannedSection]:
        return [PlannedSection(section.id, section.title, _time(section, language)) for section in sections]

    def planned(section: Section) -> Section:
        return replace(section, slides=tuple(map(with_plan, section.slides)))

    def with_plan(slide: Slide) -> Slide:
        content = slide.content.planned(session)
        return slide if content is slide.content else replace(slide, content=content)

    return tuple(map(planned, sections))


def _time(section: Section, language: Language) -> Text | None:
    """The planned time of the section's slides, in minutes as the language writes them."""
    minutes = sum((slide.minutes for slide in section.slides if slide.minutes and not slide.hidden), Decimal(0))
    return Text.of(in_minutes(minutes, language)) if minutes else None


def _introduced(text: Text, introduction: Text) -> Text:
    """The text in the place of `{source}` in the words that introduce it."""
    first, *others = text.paragraphs
    runs: list[Run] = []
    for run in introduction.paragraphs[0].runs:
        before, name, after = run.text.partition("{source}")
        runs += [run.with_text(before), *(first.runs if name else ()), run.with_text(after)]
    return replace(text, paragraphs=(replace(first, runs=tuple(run for run in runs if run.text)), *others))


def _pieces(
    words: str, facts: Mapping[str, Fact], written: Language | None, language: Language
) -> Iterator[tuple[Language | None, str]]:
    """The words with their names filled, piece by piece, and what each is `written` in: None for the deck's language.

    Words that stayed in the outline's language take up a fact as it is in the outline.
    """
    protected, end = words.replace("{{", _OPEN).replace("}}", _CLOSE), 0
    for match in FIELD.finditer(protected):
        yield written, _literal(protected[end : match.start()])
        name = match.group(1).strip()
        fact = facts.get(name)
        if fact and written and fact.original:
            fact = fact.original
        own = (fact.language if fact else None) or written
        shown = _shown(name, fact, own or language)
        yield own, _literal(match.group(0)) if shown is None else shown
        end = match.end()
    yield written, _literal(protected[end:])


def _literal(words: str) -> str:
    return words.replace(_OPEN, "{").replace(_CLOSE, "}")


def _known(name: str, language: Language) -> str | None:
    """What a language has for a date (`2026-05-31`, `2026-05`), a region (`region.002`) or a status by itself."""
    if name.startswith(_STATUS):
        return in_outline(name, language)
    if name.startswith("region."):
        return region_name(name.removeprefix("region."), language)
    return named_date(name, language)


def _day(words: str, language: Language) -> str | None:
    """The day or the moment that is all of these words; `2010-11` may be two years."""
    return named_date(words, language) if words.count("-") > 1 else None


def _shown(name: str, fact: Fact | None, language: Language) -> str | None:
    if fact is None:
        return _known(name, language)
    if isinstance(fact.value, str):
        return _day(fact.value, language) or parted(fact.value, language)
    return measured(name, decimal(fact.value, language), fact.unit, language)
