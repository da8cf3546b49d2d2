"""Where each message's text stands on a laid-out deck, and how many characters of its language fit there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice

from deck.build import Built
from deck.languages.locales import words_of
from deck.languages.messages import keys, messages
from deck.model.language import Language
from deck.model.presentation import Presentation
from deck.model.shapes import Shape, Table, TextBox
from deck.model.text import Run, Text
from deck.model.typesetting import FittedText, Frame
from deck.model.units import Emu, Rect, units
from deck.typeset import Typesetter

FOOTER = "presentation.footer"
_MOST = 4000


def rooms(built: Built, source: Presentation) -> dict[str, int]:
    """By the messages' keys, the most characters that fit in the place of each, all else on the slide as it is.

    In round numbers: no text needs more, and a catalog changes less.

    `source` is the presentation as its author wrote it, whose messages these are. Measured with names of countries
    in the deck's language, at the least size of the place's style; a table's cell may grow until its slide is full.
    A text that stands on no slide is left out, and so is a country's name, which is filled in and as long as it is.
    """
    countries = {message.key for message in messages(source) if message.country}
    language = built.deck.language
    measure = Typesetter(built.deck.theme, language)
    sample = _sample(language)
    found: dict[str, int] = {}
    for key, place, paragraph in _standing(built, source):
        if key not in found and key not in countries:
            found[key] = _room(place, paragraph, measure, sample)
    return found


def overfull(built: Built, source: Presentation) -> list[list[str]]:
    """The keys of the messages that stand in a box together which holds too much, a list a box."""
    found: dict[int, list[str]] = {}
    for key, place, _ in _standing(built, source):
        if not place.text.fits:
            found.setdefault(id(place.text), []).append(key)
    return list(found.values())


def _standing(built: Built, source: Presentation) -> Iterator[tuple[str, _Place, int]]:
    """The keys of the messages that stand on slides, with their places and the paragraphs in which they begin."""
    by_path = keys(source)
    bottom = units(built.deck.theme.grid.body_bottom)
    for slide in built.presentation.slides:
        shapes = (shape for tree in built.deck.slides if tree.slide == slide.id for shape in tree.shapes)
        places = list(_places(shapes, bottom))
        for path, text in slide.content.texts():
            key = by_path.get(slide.id, {}).get(path)
            if text and key and (place := _place(places, path, text)):
                yield key, *place
    footer = built.presentation.footer
    footers = list(_places((shape for tree in built.deck.slides for shape in tree.shapes), bottom))
    if footer and (place := _place(footers, FOOTER, footer)):
        yield FOOTER, *place


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a text stands: the path of its field, the text as it is, and the box that it may fill."""

    field: str
    text: FittedText
    rect: Rect


def _places(shapes: Iterable[Shape], bottom: Emu) -> Iterator[_Place]:
    """The places on these shapes, of slides whose free space ends at `bottom`."""
    for shape in shapes:
        if isinstance(shape, TextBox):
            yield _Place(shape.field or "", shape.text, shape.rect)
        elif isinstance(shape, Table):
            free = max(bottom - shape.rect.bottom, 0)
            for height, row in zip(shape.row_heights, shape.rows, strict=True):
                for width, cell in zip(shape.column_widths, row, strict=True):
                    rect = Rect(Emu(0), Emu(0), Emu(width), Emu(height + free))
                    yield _Place(cell.field or "", cell.text, rect)


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
    """Without any space: a balanced title has breaks of its own."""
    return "".join(words.split())


def _room(place: _Place, index: int, typesetter: Typesetter, sample: str) -> int:
    paragraphs = place.text.paragraphs
    before, here, after = paragraphs[:index], paragraphs[index], paragraphs[index + 1 :]
    bold = here.runs[0].bold

    def fits(length: int) -> bool:
        filled = replace(here, runs=(Run(sample[:length], bold),))
        frame = Frame((*before, filled, *after), place.text.body, place.rect)
        return typesetter.measure(frame, 0.0).fits

    enough, too_many = 0, _MOST
    while too_many - enough > 1:
        middle = (enough + too_many) // 2 if too_many < _MOST else min(max(64, 2 * enough), _MOST - 1)
        if fits(middle):
            enough = middle
        else:
            too_many = middle
    step = 1 if enough < 20 else 5 if enough < 100 else 10 if enough < 1000 else 100
    return enough - enough % step


def _sample(language: Language) -> str:
    """Words of the language, as many as may be wanted."""
    names, join = words_of(language)
    return join.join(islice(cycle(names), _MOST))[:_MOST]
