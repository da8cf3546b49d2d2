"""A presentation's laid-out pages → its deck: what each slide has beside its content, and the slide layouts offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from deck.pipeline.reveal import clicks


def assembled(
    presentation: Presentation, theme: Theme, pages: Sequence[tuple[Section, Slide, Page]], measurer: Measurer
) -> Deck:
    """The deck of these pages, in their order, mirrored where its language is read from right to left."""
    pages = _distinct(list(_dressed(pages, theme)))
    offered = dict(_offered(theme))
    offered |= {page.slide_layout.name: page.slide_layout for _, _, page in pages}
    trees = []
    taken = {slide.id for slide in presentation.slides}
    before: Slide | None = None
    for number, (section, slide, page) in enumerate(pages, start=1):
        continues, before = slide is before, slide
        if continues:
            taken.add(identifier := next(each for each in _numbered(slide.id) if each not in taken))
        else:
            identifier = slide.id
        trees.append(
            ShapeTree(
                id=identifier,
                slide=slide.id,
                section=section.id,
                title=page.title.replace("\n", " – "),
                slide_layout=page.slide_layout,
                shapes=(*page.shapes, *_furniture(page.slide_layout, presentation, number, measurer)),
                notes=(*(slide.notes.paragraphs if slide.notes and not continues else ()), *page.notes),
                background=page.background,
                clicks=clicks(page.shapes, slide.content, slide.reveal) if slide.reveal else (),
                transition=slide.transition,
                hidden=slide.hidden,
            )
        )
    if presentation.language.direction is Direction.RIGHT_TO_LEFT:
        trees = [mirrored(tree, theme.width) for tree in trees]
        usual, turned = _offered(theme), _mirrored(theme)
        offered = {
            name: turned[name] if layout is usual.get(name) else mirrored_layout(layout, theme.width)
            for name, layout in offered.items()
        }
    return Deck(
        title=presentation.title.plain,
        subject=presentation.event.plain if presentation.event else "",
        author=presentation.author,
        language=presentation.language,
        theme=theme,
        slide_layouts=tuple(offered.values()),
        sections=tuple(DeckSection(section.id, section.title.plain) for section in presentation.sections),
        slides=tuple(trees),
        prompts=prompts(presentation.language),
        known={name: fact.value for name, fact in presentation.values.items() if not isinstance(fact.value, str)},
        statuses={(file.name, code): status for file in presentation.lists for code, status in file.statuses},
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


def _dressed(pages: Sequence[tuple[Section, Slide, Page]], theme: Theme) -> Iterator[tuple[Section, Slide, Page]]:
    """The pages, on their slide layouts with what the theme adds; one that many pages have is dressed once."""
    known: dict[int, SlideLayout] = {}
    for section, slide, page in pages:
        plain = page.slide_layout
        layout = known.get(id(plain)) or known.setdefault(id(plain), dressed(plain, theme))
        yield section, slide, page if layout is plain else replace(page, slide_layout=layout)


def _distinct(pages: Sequence[tuple[Section, Slide, Page]]) -> list[tuple[Section, Slide, Page]]:
    """The pages with slide layouts of different names, as PowerPoint offers them by name.

    A slide layout made to measure for its content takes a number after the name that others have, too.
    """
    taken: dict[str, SlideLayout] = {}
    others: dict[SlideLayout, SlideLayout] = {}
    numbers: dict[str, int] = {}
    named = []
    for section, slide, page in pages:
        own = page.slide_layout
        first = taken.setdefault(own.name, own)
        if first is own or first == own:
            named.append((section, slide, page))
            continue
        layout = others.get(own)
        while layout is None or taken.setdefault(layout.name, layout) != layout:
            number = numbers[own.name] = numbers.get(own.name, 1) + 1
            layout = others[own] = replace(own, name=f"{own.name} ({number})")
        named.append((section, slide, replace(page, slide_layout=layout)))
    return named


def _numbered(identifier: str) -> Iterator[str]:
    return (f"{identifier}-{number}" for number in count(2))


def _furniture(layout: SlideLayout, presentation: Presentation, number: int, measurer: Measurer) -> Iterable[Shape]:
    """The date, the footer and the slide number, where the slide layout has slots for them and the outline has them."""
    for place in layout.placeholders:
        if place.type == "dt" and presentation.date:
            day = Text.of(date_in_words(presentation.date, presentation.language))
            yield _set(place, day, measurer, None)
        elif place.type == "ftr" and presentation.footer:
            yield _set(place, presentation.footer, measurer, "presentation.footer")
        elif place.type == "sldNum":
            yield _set(place, Text.of(str(number)), measurer, None)


def _set(place: Placeholder, words: Text, measurer: Measurer, field: str | None) -> TextBox:
    (text,) = measurer.fit([Frame(words.paragraphs, place.body, place.rect)])
    return TextBox(place.name, place.rect, text, place, field)
