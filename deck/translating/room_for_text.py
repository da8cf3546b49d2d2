"""Where each message's text stands on a laid-out deck, and how many characters of its language it may have there."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from deck.checks.texts import texts
from deck.ground.dataclass import dataclass
from deck.languages.messages import keys, messages
from deck.languages.samples import sample
from deck.layouts import LAYOUTS
from deck.model.charts import Chart
from deck.model.layout import Page
from deck.model.presentation import Presentation, Slide
from deck.model.shapes import AutoShape, Group, Shape, Table, TextBox
from deck.model.text import Paragraph, Run, Text
from deck.model.typesetting import FittedText, Frame
from deck.model.units import Emu, Rect, units
from deck.pipeline.build import Built
from deck.typeset import Typesetter

FOOTER = "presentation.footer"
_MOST = 4000
_STEPS_IN_GROWING = (8, 12, 16, 20, 30, 50)
"""So many characters are tried where a box grows: to arrange the slide anew for each takes long."""
_PLENTY = (1000, 300, 150, 75, 50, 35, 25, 15)


@dataclass(frozen=True, slots=True)
class Room:
    """How many characters a text may have: `full` at the size of its style (0: none), and at the `most`.

    In round numbers: no text needs more, and a catalog changes less. One that is `shared` is a box's that holds other
    texts, too: what one takes, the others lack.
    """

    full: int
    most: int
    shared: bool

    def __str__(self) -> str:
        if self.full == self.most:
            said = f"about {self.most} characters"
        elif self.full:
            said = f"about {self.full} characters at full size, {self.most} at the most"
        else:
            said = f"about {self.most} characters at the most"
        return f"{said}, shared" if self.shared else said

    def or_less(self, other: Room) -> Room:
        """What fits in both."""
        return Room(min(self.full, other.full), min(self.most, other.most), self.shared or other.shared)


def rooms(built: Built, source: Presentation, slides: Mapping[str, int]) -> dict[str, Room]:
    """By the messages' keys, the room of each: where it stands several times, what fits everywhere.

    `source` is the presentation as its author wrote it, whose messages these are; `slides` how many slides each of its
    slides takes there. A text may take so much that its neighbours, as they are, fit as well as without it, and that
    there are no more slides. Measured with a text in the deck's language.

    A text that stands on no slide is left out, and so is a country's name, which is filled in and as long as it is. One
    without a letter, as a year is, is nobody's to translate, and perhaps its slide needs it to be the year that it is.
    """
    worded = {message.key for message in messages(source) if not message.country}
    measure = _Measure(built, slides)
    found: dict[str, Room] = {}
    for key, standing in _standing(built, source):
        if key in worded:
            room = measure.room(standing)
            found[key] = found[key].or_less(room) if key in found else room
    return found


def overfull(built: Built, source: Presentation) -> list[list[str]]:
    """The keys of the messages that stand in a box together which holds too much, a list a box."""
    found: dict[int, list[str]] = {}
    for key, standing in _standing(built, source):
        if not standing.place.text.fits:
            found.setdefault(id(standing.place.text), []).append(key)
    return list(found.values())


def _standing(built: Built, source: Presentation) -> Iterator[tuple[str, _Standing]]:
    """The keys of the messages that stand on slides, and where they stand."""
    by_path = keys(source)
    bottom = units(built.deck.theme.grid.body_bottom)
    for slide in built.presentation.slides:
        shapes = (shape for tree in built.deck.slides if tree.slide == slide.id for shape in tree.shapes)
        places = list(_places(shapes, bottom))
        for path, text in slide.content.texts():
            key = by_path.get(slide.id, {}).get(path)
            if text and key and (found := _place(places, path, text)):
                yield key, _Standing(*found, text, path, slide)
    if footer := built.presentation.footer:
        shapes = (shape for tree in built.deck.slides for shape in tree.shapes)
        places = [place for place in _places(shapes, bottom) if place.field == FOOTER]
        for place in {place.rect.width: place for place in places}.values():
            yield FOOTER, _Standing(place, 0, footer, FOOTER)


@dataclass(frozen=True, slots=True)
class _Standing:
    """A text at its place, from this paragraph on, and the slide and the path of its content; a footer has none."""

    place: _Place
    index: int
    text: Text
    path: str
    slide: Slide | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a text stands: the path of its field, the text as it is, and the box that it may fill.

    One that `grows`, as a diagram's do, is as large as its text, as long as the slide has room for all.
    """

    field: str
    text: FittedText
    rect: Rect
    cell: bool = False
    grows: bool = False


def _places(shapes: Iterable[Shape], bottom: Emu) -> Iterator[_Place]:
    """The places on these shapes, of slides whose free space ends at `bottom`."""
    for shape in shapes:
        if isinstance(shape, TextBox):
            yield _Place(shape.field or "", shape.text, shape.rect)
        elif isinstance(shape, AutoShape) and shape.text and shape.field:
            yield _Place(shape.field, shape.text, shape.rect)
        elif isinstance(shape, Group):
            yield from (replace(each, grows=True) for each in _places(shape.shapes, bottom))
        elif isinstance(shape, Chart):
            yield from (_Place(label.field or "", label.text, label.rect) for label in shape.labels)
        elif isinstance(shape, Table):
            free = max(bottom - shape.rect.bottom, 0)
            for number, row in enumerate(shape.rows):
                sizes = zip(shape.cell_widths(number), shape.cell_heights(number), strict=True)
                for (width, height), cell in zip(sizes, row, strict=True):
                    rect = Rect(Emu(0), Emu(0), Emu(width), Emu(height + free))
                    yield _Place(cell.field or "", cell.text, rect, cell=True)


def _place(places: Sequence[_Place], path: str, text: Text) -> tuple[_Place, int] | None:
    """The place and the paragraph in which a field's text begins."""
    wanted = _bare(text.paragraphs[0].plain)
    own = [place for place in places if path == place.field or path.startswith(f"{place.field}.")]
    # A box may hold another field's text as well, as a label below a figure.
    for place in (*own, *places):
        for index, paragraph in enumerate(place.text.paragraphs):
            if _bare(paragraph.plain) == wanted:
                return place, index
    return None


def _bare(words: str) -> str:
    """Without any space: on a slide, some are no-break spaces."""
    return "".join(words.split())


class _Measure:
    """Finds texts' room by trying how much is set as it should be."""

    def __init__(self, built: Built, slides: Mapping[str, int]) -> None:
        self._theme = built.deck.theme
        self._slides = slides
        self._typesetter = Typesetter(self._theme, built.deck.language)
        self._sample = sample(built.deck.language, _MOST)
        self._found: dict[Hashable, int] = {}
        self._boxes: dict[Hashable, _Place] = {}

    def room(self, standing: _Standing) -> Room:
        """What a text may take where it stands; no more than its box holds."""
        shared = len(standing.place.text.paragraphs) > len(standing.text.paragraphs)
        if standing.place.grows:
            assert standing.slide
            most = self._most_on(standing.slide, standing, _STEPS_IN_GROWING[-1])
            return Room(min(self._most_as_large(standing.slide, standing), most), most, shared)
        standing = self._with_room(standing)
        full = _largest(lambda length: self._fits_box(standing, length, 1.0), _MOST)
        most = _largest(lambda length: self._fits_box(standing, length, 0.0), _MOST)
        if standing.slide:
            most = self._most_on(standing.slide, standing, most)
        return Room(min(full, most), most, shared)

    def _with_room(self, standing: _Standing) -> _Standing:
        """A text in the box that it would have, were there much of it: one that is made to measure grows with it."""
        place, slide = standing.place, standing.slide
        if slide is None:
            return standing
        key = (slide.id, place.field, place.text.body, place.rect.width, place.rect.height)
        if key not in self._boxes:
            # With more than it holds, a slide may be arranged otherwise: then with less.
            tried = (self._box(slide, standing, length) for length in _PLENTY)
            self._boxes[key] = next(filter(None, tried), place)
        box = self._boxes[key]
        return replace(standing, place=replace(place, rect=box.rect, text=replace(place.text, body=box.text.body)))

    def _box(self, slide: Slide, standing: _Standing, length: int) -> _Place | None:
        """The highest box of a text's field when the text is so long; None where it is arranged otherwise then."""
        pages, place = self._pages(slide, standing, length), standing.place
        shapes = (shape for page in pages for shape in page.shapes)
        found = [each for each in _places(shapes, units(self._theme.grid.body_bottom)) if each.field == place.field]
        box = max(found, key=lambda each: each.rect.height, default=None)
        if place.cell:
            return box if len(pages) <= self._slides.get(slide.id, 1) else None
        return box if box and box.rect.width == place.rect.width else None

    def _most_on(self, slide: Slide, standing: _Standing, limit: int) -> int:
        """The most within this limit with which all the slide's texts fit as well as with next to nothing."""
        place, index = standing.place, standing.index
        allowed = (self._slides.get(slide.id, 1), 0.0)

        def fits(length: int) -> bool:
            return all(now <= most for now, most in zip(self._arranged(slide, standing, length), allowed, strict=True))

        # Of a long list, most entries are alike, and to try it with each would take long.
        lines = sum(line.paragraph == index for line in place.text.lines)
        size = (place.rect.width, place.rect.height)
        like = (slide.id, size, place.text.body, place.text.paragraphs[index].level, lines)
        if like in self._found:
            return min(limit, self._found[like])
        most = limit
        if not fits(most):
            pages, over = self._arranged(slide, standing, 1)
            allowed = (max(allowed[0], pages), over)
            most = _largest(fits, most)
        self._found[like] = most
        return most

    def _most_as_large(self, slide: Slide, standing: _Standing) -> int:
        """The most with which all are set as large as they are, where boxes grow: at the least what it has now."""
        size = standing.place.text.body.levels[0].size

        def smaller(length: int) -> bool:
            shapes = (shape for page in self._pages(slide, standing, length) for shape in page.shapes)
            own = (each for each in _places(shapes, Emu(0)) if each.field == standing.place.field)
            return any(each.text.body.levels[0].size < size for each in own)

        # With more still, all may be arranged otherwise, and be large again.
        enough = list(takewhile(lambda length: not smaller(length), _STEPS_IN_GROWING))
        return enough[-1] if enough else _round(len(standing.text.plain))

    def _filled(self, paragraphs: Sequence[Paragraph], length: int) -> tuple[Paragraph, ...]:
        """These paragraphs with as many characters in all, each as bold as it begins."""
        share = length // len(paragraphs)
        return tuple(replace(each, runs=(Run(self._sample[:share], each.runs[0].bold),)) for each in paragraphs)

    def _fits_box(self, standing: _Standing, length: int, scale: float) -> bool:
        place, index = standing.place, standing.index
        end = index + len(standing.text.paragraphs)
        filled = self._filled(place.text.paragraphs[index:end], length)
        paragraphs = (*place.text.paragraphs[:index], *filled, *place.text.paragraphs[end:])
        return self._typesetter.measure(Frame(paragraphs, place.text.body, place.rect), scale).fits

    def _arranged(self, slide: Slide, standing: _Standing, length: int) -> tuple[int, float]:
        """How many slides it takes with as long a text, and by how many points its texts are over in all."""
        pages = self._pages(slide, standing, length)
        shapes = (shape for page in pages for shape in page.shapes)
        return len(pages), sum(text.overflow for shape in shapes for _, text in texts(shape))

    def _pages(self, slide: Slide, standing: _Standing, length: int) -> list[Page]:
        """The slides that it takes with as long a text."""
        text = replace(standing.text, paragraphs=self._filled(standing.text.paragraphs, length))
        content = slide.content.with_texts(lambda path, old: text if path == standing.path else old)
        return list(LAYOUTS[slide.layout].arrange(content, self._theme, self._typesetter))


def _largest(fits: Callable[[int], bool], limit: int) -> int:
    """The largest round number below the limit that fits; 0 if none does."""
    enough, too_many = 0, limit
    while _round(enough) < _round(too_many - 1):
        middle = (enough + too_many) // 2 if too_many < limit else min(max(64, 2 * enough), limit - 1)
        if fits(middle):
            enough = middle
        else:
            too_many = middle
    return _round(enough)


def _round(length: int) -> int:
    step = 1 if length < 20 else 5 if length < 100 else 10 if length < 1000 else 100
    return length - length % step
