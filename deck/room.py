"""How many characters of a language fit where each text of a laid-out deck stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice

from deck.build import Built
from deck.languages.locales import words_of
from deck.languages.messages import keys, messages
from deck.model.language import Language
from deck.model.presentation import Presentation, Slide
from deck.model.shapes import TextBox
from deck.model.text import Run, Text
from deck.model.typesetting import Frame
from deck.typeset import Typesetter

_MOST = 4000


def rooms(built: Built, source: Presentation) -> dict[str, int]:
    """By the messages' keys, the most characters that fit in the place of each, all else on the slide as it is.

    In round numbers: no text needs more, and a catalog changes less.

    `source` is the presentation as its author wrote it, whose messages these are. Measured with names of countries
    in the deck's language, at the least size of the place's style. A text that stands on no slide is left out, and
    so is a country's name, which is filled in and as long as it is.
    """
    countries = {message.key for message in messages(source) if message.country}
    by_path = keys(source)
    language = built.deck.language
    measure = Typesetter(built.deck.theme, language)
    sample = _sample(language)
    found: dict[str, int] = {}
    for slide in built.presentation.slides:
        boxes = [
            shape
            for tree in built.deck.slides
            if tree.slide == slide.id
            for shape in tree.shapes
            if isinstance(shape, TextBox)
        ]
        for path, text in _texts(slide):
            key = by_path.get(slide.id, {}).get(path)
            if key and key not in found and key not in countries and (place := _place(boxes, path, text)):
                found[key] = _room(*place, measure, sample)
    footers = [shape for tree in built.deck.slides for shape in tree.shapes if isinstance(shape, TextBox)]
    footer = built.presentation.footer
    if footer and (place := _place(footers, "presentation.footer", footer)):
        found["presentation.footer"] = _room(*place, measure, sample)
    return found


def _texts(slide: Slide) -> Iterator[tuple[str, Text]]:
    return ((path, text) for path, text in slide.content.texts() if text)


def _place(boxes: list[TextBox], path: str, text: Text) -> tuple[TextBox, int] | None:
    """The box and the paragraph in which a field's text begins."""
    wanted = _bare(text.paragraphs[0].plain)
    for box in boxes:
        field = box.field or ""
        if path.startswith("sources.") or path == field or path.startswith(f"{field}."):
            for index, paragraph in enumerate(box.text.paragraphs):
                if _bare(paragraph.plain) == wanted:
                    return box, index
    return None


def _bare(words: str) -> str:
    """Without any space: a balanced title has breaks of its own."""
    return "".join(words.split())


def _room(box: TextBox, index: int, typesetter: Typesetter, sample: str) -> int:
    before, here, after = box.text.paragraphs[:index], box.text.paragraphs[index], box.text.paragraphs[index + 1 :]
    bold = here.runs[0].bold

    def fits(length: int) -> bool:
        filled = replace(here, runs=(Run(sample[:length], bold),))
        frame = Frame((*before, filled, *after), box.text.body, box.rect)
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
