"""Numbers in texts that are nearly, but not, what a fact, a list's length or the slide says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from deck.checks.figures import figures
from deck.checks.wording import counts, following
from deck.ground.diagnostics import Diagnostic, Excerpt, Severity, Span
from deck.ground.kept import while_it_is_there
from deck.ground.late_pattern import late_pattern
from deck.model.content import Content
from deck.model.deck import Deck
from deck.model.declarations import may_hold
from deck.model.language import Language
from deck.model.measure import measure
from deck.model.number_words import number_words
from deck.model.numerals import Numeral, numerals, step_of
from deck.model.presentation import Presentation
from deck.model.text import Amount, Text, names_in_braces

_IDEOGRAPHS = ("\u3400", "\u9fff")
_AND = late_pattern("(?<=..)[和与及或]")
_LEAST_STEM = 4
# How far off a number may be that is taken for an old one: more where its name follows.
_NAMED, _NEARLY = Decimal("0.25"), Decimal("0.05")
_LEAST_NAMED, _LEAST = Decimal(3), Decimal(2)
_FEW = 10

_Texts: TypeAlias = tuple[tuple[str, Text], ...]


class _Known(NamedTuple):
    """A figure that is right: what says so, its value, the worth of one in its last place, and how to take it up.

    What it counts is said by words that begin as its `name` does, or as one of `stems`, the words that follow it where
    a text takes it up.
    """

    says: str
    value: Decimal
    step: Decimal
    hint: str
    percent: bool = False
    name: str = ""
    stems: frozenset[str] = frozenset()

    def agrees(self, numeral: Numeral) -> bool:
        """Whether the numeral may be this figure, perhaps rounded, or given to more digits."""
        if numeral.percent == self.percent:
            for one in numeral.readings:
                if abs(one.value - self.value) <= (0 if one.step == self.step else max(one.step, self.step) / 2):
                    return True
        return False

    def is_near(self, numeral: Numeral, share: Decimal, least: Decimal = Decimal(0)) -> bool:
        """Whether the numeral is no farther off than this share of the figure, or than this."""
        return numeral.percent == self.percent and any(
            abs(one.value - self.value) <= max(least, abs(self.value) * share) for one in numeral.readings
        )


class _Contradiction(NamedTuple):
    """A number in the text at this path, what it is contradicted by, and where it stands."""

    path: str
    written: str
    known: _Known
    excerpt: Excerpt


def contradicting_number(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A number in a text is nearly, but not, what a fact, a list's length or the slide says.

    Somebody wrote “37” where the list has grown to 38, perhaps in the notes, or in a translation. A text that takes
    the number from the list, as `{pathfinders.count}`, cannot fall behind. Told are numbers that count the same as
    the figure and are near it. They count the same where the fact's or the list's name follows within a few words
    (“37 Pathfinder countries” for the list `pathfinders`), or a word that follows it where another text takes it up;
    or where its own slide shows it.

    Example:
        facts:
          partners: 400
        sections:
          - id: network
            title: The network
            slides:
              - {id: growth, layout: statement, title: Growth, statement: "The Alliance has {partners} partners."}
              - {id: thanks, layout: statement, title: Thanks, statement: Thanks to all 390 partners.}

    To mend it: write the fact's name in braces, or the right number; leave what counts something else
    """
    above = tuple(_above_slides(presentation))
    # Where there is no fact and no list, only a figure on the slide itself may be contradicted.
    slides = [each for each in presentation.slides if presentation.values or may_hold(type(each.content), Amount)]
    stems = _merged([_stems(above), *(_stems_of(slide.content, slide.notes) for slide in slides)])
    known, language = tuple(_known(presentation, stems)), presentation.language
    for one in _contradicted(above, known, (), language) if known else ():
        yield _finding(f"`{one.path}`", one, presentation.spans.get(one.path, presentation.span))
    lists = {file.path: file.name for file in presentation.lists}
    for slide in slides:
        files = {span.path for span in slide.spans.values()} if lists else ()
        shown = frozenset(lists[path] for path in files if path in lists)
        for one in _on_slide(slide.content, slide.notes, known, shown, language):
            where = f"slide `{slide.id}`, `{one.path}`"
            yield _finding(where, one, slide.spans.get(one.path, slide.span))


def _finding(where: str, one: _Contradiction, span: Span) -> Diagnostic:
    message = f"{where} says {one.written}, but {one.known.says}"
    # A translation has only the names that its source has.
    hint = "correct the number" if span.path.endswith(".po") else one.known.hint
    return Diagnostic("contradicting-number", message, span, hint, Severity.WARNING, excerpt=one.excerpt)


@while_it_is_there
def _on_slide(
    content: Content, notes: Text | None, known: tuple[_Known, ...], lists: Set[str], language: Language
) -> tuple[_Contradiction, ...]:
    """What is contradicted on a slide by what is known, or by what it shows itself, and from which lists."""
    texts = _texts(content, notes)
    used = {match[1].strip().removesuffix(".count") for _, text in texts for match in names_in_braces(text.markup)}
    used |= lists
    alone = (*(one for one in known if one.name in used), *_shown(content, language))
    return tuple(_contradicted(texts, known, alone, language)) if known or alone else ()


def _contradicted(
    texts: _Texts, known: tuple[_Known, ...], alone: tuple[_Known, ...], language: Language
) -> Iterator[_Contradiction]:
    """The numbers that contradict a figure; `alone` are those of which texts speak without naming them."""
    for path, text in texts:
        # A part that repeats, such as a list's entry, may well be numbered.
        unnamed = alone if _is_single(path) else ()
        if not known and not unnamed:
            continue
        words = text.prose
        for numeral in (*numerals(words), *number_words(words, language)):
            if any(figure.agrees(numeral) for figure in (*known, *unnamed)):
                continue
            before, after = words[: numeral.start], words[numeral.end :]
            found = next(_near(numeral, following(after), known, unnamed), None)
            if found and counts(before, after):
                yield _Contradiction(path, numeral.written, found, Excerpt.of(words, (numeral.start, numeral.end)))


def _near(numeral: Numeral, words: Iterable[str], known: Iterable[_Known], alone: Iterable[_Known]) -> Iterator[_Known]:
    """The figures that it is near, so far as the words after it, or its place, say that it counts the same."""
    for figure in known:
        named = any(word.startswith(_stem(figure.name)) for word in words)
        if named and figure.is_near(numeral, _NAMED, _LEAST_NAMED):
            yield figure
        counted = not numeral.is_year and any(word.startswith(stem) for word in words for stem in figure.stems)
        if counted and figure.is_near(numeral, _NEARLY, _LEAST):
            yield figure
    for figure in alone if not numeral.is_year else ():
        if figure.value >= _FEW and figure.is_near(numeral, _NEARLY, _LEAST):
            yield figure


def _known(presentation: Presentation, stems: Mapping[str, set[str]]) -> list[_Known]:
    """The numbers of facts and the lengths of lists."""
    known = []
    for name, fact in presentation.values.items():
        if isinstance(fact.value, Decimal):
            is_count = name.endswith(".count")
            list_name = name.removesuffix(".count")
            known.append(
                _Known(
                    says=f"the list `{list_name}` has {fact.value:f}" if is_count else f"`{name}` is {fact.value:,f}",
                    value=fact.value,
                    step=Decimal(1) if is_count else step_of(fact.value),
                    hint=f"if it is that, write {{{name}}}; if it counts something else, leave it",
                    percent=bool(fact.unit and fact.unit.endswith(" %")),
                    name=list_name,
                    stems=frozenset(stems[name]),
                )
            )
    return known


def _shown(content: Content, language: Language) -> Iterator[_Known]:
    """The figures on the slide itself, but those in a table, which are many."""
    for figure in figures(content):
        if figure.beside is not None and (found := measure(figure.amount, language)):
            says = f"`{figure.path}` on the slide is {figure.amount.text.plain}"
            hint = "correct the one that is wrong"
            yield _Known(says, found.number, found.step, hint, found.percent)


def _above_slides(presentation: Presentation) -> Iterator[tuple[str, Text]]:
    for name in ("title", "event", "footer"):
        if text := getattr(presentation, name):
            yield f"presentation.{name}", text
    for section in presentation.sections:
        yield f"sections.{section.id}.title", section.title


def _texts(content: Content, notes: Text | None) -> _Texts:
    """The slide's texts with their paths; sources name years."""
    own = ((path, text) for path, text in content.texts() if not path.startswith("sources."))
    return (*own, *([("notes", notes)] if notes else ()))


def _is_single(path: str) -> bool:
    return "." not in path or path.endswith(".description")


@while_it_is_there
def _stems_of(content: Content, notes: Text | None) -> Mapping[str, set[str]]:
    return _stems(_texts(content, notes))


def _merged(stems: Iterable[Mapping[str, set[str]]]) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in stems:
        for name, words in each.items():
            found[name] |= words
    return found


def _stems(texts: _Texts) -> Mapping[str, set[str]]:
    """How the words begin that follow each name in braces."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for _, text in texts:
        for match in names_in_braces(text.markup):
            for word in following(text.markup[match.end() :])[:2]:
                if _IDEOGRAPHS[0] <= word[:1] <= _IDEOGRAPHS[1]:
                    # Words are not parted: the first is “pathfinder”, the last before an “and” is “country”.
                    phrase = _AND.split(word)[0]
                    found[match[1].strip()] |= {phrase[:2], phrase[-2:]}
                elif len(word) >= _LEAST_STEM:
                    found[match[1].strip()].add(word[: max(_LEAST_STEM, len(word) * 2 // 3)])
    return found


@lru_cache(maxsize=256)
def _stem(name: str) -> str:
    """What a name begins with in the singular and the plural: `pathfinders`, “Pathfinder countries”."""
    last = name.split("-")[-1]
    stem = last.removesuffix("ies").removesuffix("s")
    return stem if len(stem) >= _LEAST_STEM else last + " "
