"""Numbers in texts that are nearly, but not, what a fact, a list's length or the slide says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from deck.checks.figures import figures
from deck.checks.wording import counts, following
from deck.ground.diagnostics import Diagnostic, Excerpt, Severity, Span
from deck.ground.late_pattern import late_pattern
from deck.model.deck import Deck
from deck.model.declarations import may_hold
from deck.model.language import Language
from deck.model.measure import measure
from deck.model.number_words import number_words
from deck.model.numerals import Numeral, numerals, step_of
from deck.model.presentation import Presentation, Slide
from deck.model.text import Amount, Text, names_in_braces

_IDEOGRAPH = late_pattern(r"[\u3400-\u9fff]")
_AND = late_pattern("(?<=..)[和与及或]")
_LEAST_STEM = 4
# How far off a number may be that is taken for an old one: more where its name follows.
_NAMED, _NEARLY = Decimal("0.25"), Decimal("0.05")
_LEAST_NAMED, _LEAST = Decimal(3), Decimal(2)
_FEW = 10

_Texts: TypeAlias = list[tuple[str, Text]]


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
        return numeral.percent == self.percent and any(
            abs(one.value - self.value) <= (0 if one.step == self.step else max(one.step, self.step) / 2)
            for one in numeral.readings
        )

    def is_near(self, numeral: Numeral, share: Decimal, least: Decimal = Decimal(0)) -> bool:
        """Whether the numeral is no farther off than this share of the figure, or than this."""
        return numeral.percent == self.percent and any(
            abs(one.value - self.value) <= max(least, abs(self.value) * share) for one in numeral.readings
        )


class _Place(NamedTuple):
    """A text where numbers may fall behind; `alone` are the figures of which it speaks without naming them."""

    where: str
    text: Text
    span: Span
    alone: tuple[_Known, ...]


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
    above = list(_above_slides(presentation))
    # Where there is no fact and no list, only a figure on the slide itself may be contradicted.
    looked_at = [each for each in presentation.slides if presentation.values or may_hold(type(each.content), Amount)]
    by_slide = [(slide, list(_texts(slide))) for slide in looked_at]
    known = _known(presentation, _stems([*above, *(text for _, texts in by_slide for text in texts)]))
    for place in _places(presentation, known, above, by_slide):
        words = place.text.prose
        for numeral in (*numerals(words), *number_words(words, presentation.language)):
            if found := _contradicted(numeral, words, place, known):
                message = f"{place.where} says {numeral.written}, but {found.says}"
                # A translation has only the names that its source has.
                hint = "correct the number" if place.span.path.endswith(".po") else found.hint
                excerpt = Excerpt.of(words, (numeral.start, numeral.end))
                yield Diagnostic("contradicting-number", message, place.span, hint, Severity.WARNING, excerpt=excerpt)


def _contradicted(numeral: Numeral, words: str, place: _Place, known: Iterable[_Known]) -> _Known | None:
    """The figure that this number contradicts."""
    if any(figure.agrees(numeral) for figure in (*known, *place.alone)):
        return None
    before, after = words[: numeral.start], words[numeral.end :]
    found = next(_near(numeral, following(after), place, known), None)
    return found if found and counts(before, after) else None


def _near(numeral: Numeral, words: Iterable[str], place: _Place, known: Iterable[_Known]) -> Iterator[_Known]:
    """The figures that it is near, so far as the words after it, or its place, say that it counts the same."""
    for figure in known:
        named = any(word.startswith(_stem(figure.name)) for word in words)
        if named and figure.is_near(numeral, _NAMED, _LEAST_NAMED):
            yield figure
        counted = not numeral.is_year and any(word.startswith(stem) for word in words for stem in figure.stems)
        if counted and figure.is_near(numeral, _NEARLY, _LEAST):
            yield figure
    for figure in place.alone if not numeral.is_year else ():
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


def _places(
    presentation: Presentation, known: list[_Known], above: _Texts, by_slide: list[tuple[Slide, _Texts]]
) -> Iterator[_Place]:
    for path, text in above if known else ():
        yield _Place(f"`{path}`", text, presentation.spans.get(path, presentation.span), ())
    lists = {file.path: file.name for file in presentation.lists}
    for slide, texts in by_slide:
        used = {match[1].strip().removesuffix(".count") for _, text in texts for match in names_in_braces(text.markup)}
        if lists:
            used |= {lists[span.path] for span in slide.spans.values() if span.path in lists}
        shown = tuple(_shown(slide, presentation.language))
        for path, text in texts:
            # A part that repeats, such as a list's entry, may well be numbered.
            alone = (*(one for one in known if one.name in used), *shown) if _is_single(path) else ()
            if not known and not alone:
                continue
            where = f"slide `{slide.id}`, `{path}`"
            yield _Place(where, text, slide.spans.get(path, slide.span), alone)


def _shown(slide: Slide, language: Language) -> Iterator[_Known]:
    """The figures on the slide itself, but those in a table, which are many."""
    for figure in figures(slide.content):
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


def _texts(slide: Slide) -> Iterator[tuple[str, Text]]:
    """The slide's texts with their paths; sources name years."""
    yield from ((path, text) for path, text in slide.content.texts() if not path.startswith("sources."))
    if slide.notes:
        yield "notes", slide.notes


def _is_single(path: str) -> bool:
    return "." not in path or path.endswith(".description")


def _stems(texts: _Texts) -> Mapping[str, set[str]]:
    """How the words begin that follow each name in braces."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for _, text in texts:
        for match in names_in_braces(text.markup):
            for word in following(text.markup[match.end() :])[:2]:
                if _IDEOGRAPH.match(word):
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
