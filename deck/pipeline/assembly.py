"""A presentation's laid-out pages → its deck: what each slide has beside its content, and the slide layouts offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from deck.ground.kept import once_for_the_same
from deck.languages import prompts
from deck.languages.date_formats import date_in_words
from deck.layouts import LAYOUTS, dressed
from deck.model.deck import Deck, DeckSection
from deck.model.language import Direction
from deck.model.layout import Page
from deck.model.mirroring import mirrored, mirrored_layout
from deck.model.presentation import Presentation, Section, Slide
from deck.model.shapes import Placeholder, Shape, ShapeTree, SlideLayout, TextBox
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import Emu
from deck.pipeline.reveal import clicks


class Assembling:
    """Assembles one deck after another: a slide stays as it was made of the very same page, with the same about it."""

    def __init__(self) -> None:
        self._about: object = None
        self._layouts: tuple[_OfLayouts, ...] = ()
        self._trees: dict[int, tuple[Page, SlideLayout, object, ShapeTree]] = {}

    def __call__(
        self, presentation: Presentation, theme: Theme, pages: Sequence[tuple[Section, Slide, Page]], measurer: Measurer
    ) -> Deck:
        """The deck of these pages, in their order, mirrored where its language is read from right to left."""
        about = measurer, theme, presentation.language, presentation.date, presentation.footer
        if about != self._about:
            self._about, self._trees = about, {}
            self._layouts = (
                _OfLayouts(lambda layout: dressed(layout, theme)),
                _OfLayouts(lambda layout, name: replace(layout, name=name)),
                _OfLayouts(lambda layout: mirrored_layout(layout, theme.width)),
            )
        for each in self._layouts:
            each.begin()
        in_dress, called, turned_round = self._layouts
        from_right = presentation.language.direction is Direction.RIGHT_TO_LEFT
        layouts = _distinct([in_dress(page.slide_layout) for _, _, page in pages], called)
        offered = {**_offered(theme), **{layout.name: layout for layout in layouts}}
        if from_right:
            usual, turned = _offered(theme), _mirrored(theme)
            offered = {
                name: turned[name] if layout is usual.get(name) else turned_round(layout)
                for name, layout in offered.items()
            }
        before, self._trees = self._trees, {}
        taken = {slide.id for slide in presentation.slides}
        last: Slide | None = None
        for number, ((section, slide, page), layout) in enumerate(zip(pages, layouts, strict=True), start=1):
            continues, last = slide is last, slide
            identifier = slide.id
            if continues:
                taken.add(identifier := next(each for each in _numbered(slide.id) if each not in taken))
            own = slide.notes, slide.transition, slide.hidden, slide.reveal, slide.content if slide.reveal else None
            asked = identifier, section.id, continues, own
            *was, tree = before.get(number, (None, None, None, None))
            if tree is None or was[0] is not page or was[1] is not layout or was[2] != asked:
                tree = _tree(identifier, section, slide, page, layout, presentation, number, measurer, continues)
                tree = mirrored(tree, theme.width, turned_round(layout)) if from_right else tree
            self._trees[number] = page, layout, asked, tree
        return Deck(
            title=presentation.title.plain,
            subject=presentation.event.plain if presentation.event else "",
            author=presentation.author,
            language=presentation.language,
            theme=theme,
            slide_layouts=tuple(offered.values()),
            sections=tuple(DeckSection(section.id, section.title.plain) for section in presentation.sections),
            slides=tuple(tree for *_, tree in self._trees.values()),
            prompts=prompts(presentation.language),
            known={name: fact.value for name, fact in presentation.values.items() if not isinstance(fact.value, str)},
            statuses={(file.name, code): status for file in presentation.lists for code, status in file.statuses},
        )


class _OfLayouts:
    """What is made of slide layouts, once for each as long as it is the very same one and is asked for."""

    def __init__(self, make: Callable[..., SlideLayout]) -> None:
        self._make = make
        self._before: dict[object, tuple[SlideLayout, SlideLayout]] = {}
        self._now: dict[object, tuple[SlideLayout, SlideLayout]] = {}

    def begin(self) -> None:
        """What is not asked for until the next time may go."""
        self._before, self._now = self._now, {}

    def __call__(self, layout: SlideLayout, *more: str) -> SlideLayout:
        # A layout that is kept lends its number to no other.
        key = id(layout), more
        found = self._now.get(key) or self._before.get(key) or (layout, self._make(layout, *more))
        self._now[key] = found
        return found[1]


def _distinct(layouts: Iterable[SlideLayout], called: _OfLayouts) -> list[SlideLayout]:
    """The slide layouts, those that differ with different names, as PowerPoint offers them by name.

    One made to measure for its content is `called` by a number after the name that others have, too.
    """
    taken: dict[str, SlideLayout] = {}
    others: dict[SlideLayout, SlideLayout] = {}
    numbers: dict[str, int] = {}
    named = []
    for own in layouts:
        first = taken.setdefault(own.name, own)
        if first is own or first == own:
            named.append(own)
            continue
        layout = others.get(own)
        while layout is None or taken.setdefault(layout.name, layout) != layout:
            number = numbers[own.name] = numbers.get(own.name, 1) + 1
            layout = others[own] = called(own, f"{own.name} ({number})")
        named.append(layout)
    return named


def _tree(
    identifier: str,
    section: Section,
    slide: Slide,
    page: Page,
    layout: SlideLayout,
    presentation: Presentation,
    number: int,
    measurer: Measurer,
    continues: bool,
) -> ShapeTree:
    """A page with all that its slide has beside its content; `continues` where the page before is the slide's, too."""
    return ShapeTree(
        id=identifier,
        slide=slide.id,
        section=section.id,
        title=page.title.replace("\n", " – "),
        slide_layout=layout,
        shapes=(*page.shapes, *_furniture(layout, presentation, number, measurer)),
        notes=(*(slide.notes.paragraphs if slide.notes and not continues else ()), *page.notes),
        background=page.background,
        clicks=clicks(page.shapes, slide.content, slide.reveal) if slide.reveal else (),
        transition=slide.transition,
        hidden=slide.hidden,
    )


@once_for_the_same
def _offered(theme: Theme) -> Mapping[str, SlideLayout]:
    """The slide layouts that every deck of this theme offers, by name."""
    kinds = () if theme.template else LAYOUTS.values()
    return {layout.name: dressed(layout, theme) for kind in kinds for layout in kind.slide_layouts(theme)}


@once_for_the_same
def _mirrored(theme: Theme) -> Mapping[str, SlideLayout]:
    """The same for reading from right to left."""
    return {name: mirrored_layout(layout, theme.width) for name, layout in _offered(theme).items()}


def _numbered(identifier: str) -> Iterator[str]:
    return (f"{identifier}-{number}" for number in count(2))


def _furniture(layout: SlideLayout, presentation: Presentation, number: int, measurer: Measurer) -> Iterable[Shape]:
    """The date, the footer and the slide number, where the slide layout has slots for them and the outline has them.

    The footer may stand beside the slots, too.
    """
    for place in layout.placeholders:
        if place.type == "dt" and presentation.date:
            day = Text.of(date_in_words(presentation.date, presentation.language))
            yield _set(place, day, measurer, None)
        elif place.type == "ftr" and presentation.footer:
            yield _set(place, presentation.footer, measurer, "presentation.footer")
        elif place.type == "sldNum":
            yield _set(place, Text.of(str(number)), measurer, None)
    if layout.footer and presentation.footer:
        yield replace(_set(layout.footer, presentation.footer, measurer, "presentation.footer"), placeholder=None)


def _set(place: Placeholder, words: Text, measurer: Measurer, field: str | None) -> TextBox:
    (text,) = measurer.fit([Frame(words.paragraphs, place.body, place.rect)])
    if not text.fits:
        # A template's foot may have two lines where they take all of its height.
        whole = replace(place.body, insets=replace(place.body.insets, top=Emu(0), bottom=Emu(0)))
        (full,) = measurer.fit([Frame(words.paragraphs, whole, place.rect)])
        text = full if full.fits else text
    return TextBox(place.name, place.rect, text, place, field)
