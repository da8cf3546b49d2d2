"""Every layout with few, some and the most parts: an outline made of the layouts' own examples, to look at.

Some is the example itself. Few is what of it must be there; the most is as much as the layout takes and holds. So a new
layout is in the gallery at once.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from deck.ground.diagnostics import DeckError, Diagnostic
from deck.ground.files import resolved
from deck.ground.saving import save
from deck.images import scene
from deck.languages.entries import started
from deck.languages.locales import locale_of
from deck.languages.messages import catalog_messages
from deck.languages.sample_words import sample_text, sample_words
from deck.layouts import LAYOUTS
from deck.model.content import Prose
from deck.model.declarations import Field, declared
from deck.model.fields import Fields
from deck.model.language import PSEUDO_LOCALES, Language
from deck.model.layout import Layout
from deck.model.rules import Size
from deck.model.text import Amount, Text
from deck.nodes import compose, plain, writing
from deck.pipeline.catalog_folder import LOCALES
from deck.pipeline.reading import read
from deck.pipeline.reference import example
from deck.starting.settling import Slide, Variant, settle

NAME = "gallery.yaml"
_MANY = 12
"""How many parts are the most where a layout takes any number."""
_NEAR, _ROUND, _RATED = 8, 2, 10
"""Among how many of about the right length words are chosen, how many digits of a figure are not nought, and under
which number a figure in a row is a rating."""
_HEADER = """\
presentation:
  title: Every layout
  author: Deck
  footer: Every layout, with few, some and the most parts
  language: en
  theme: {theme}
  allow_outside: true
sources:
  estimates: "ILO, *Global Estimates*, 2022"
sections:
"""
_EXTRAS = {"diagram": "fast_sugiyama", "equation": "ziamath"}
"""The library that a layout needs, and that may not be there."""
_PICTURE = re.compile(r"[\w-]+\.(?:jpe?g|png)")
_DIGIT = re.compile(r"\d")


def write_gallery(folder: Path, theme: str = "alliance", languages: Sequence[str] = ()) -> Path:
    """Writes the gallery's outline into the folder, with its pictures, and a catalog for each of these languages.

    `theme` is a theme's name, or the path of a theme file. DeckError where one is no language's tag, or the theme
    cannot be read.
    """
    wanted = [tag for tag in dict.fromkeys(languages) if tag not in PSEUDO_LOCALES]
    if unknown := [tag for tag in wanted if locale_of(Language(tag)) is None]:
        message = f"`{unknown[0]}` is no language’s tag that is known here"
        raise DeckError([Diagnostic("no-translation", message, None, "such as `fr`, `pt-BR` or `zh-Hans`")])
    outline = folder / NAME

    def translate() -> Sequence[str]:
        presentation = read(outline)[0]
        further = [tag for tag in wanted if tag != presentation.language.tag]
        for tag in further:
            language = Language(tag)
            catalog = started("gallery", language)
            catalog.extend(sample_text(catalog_messages(presentation, language), language))
            save(f"{catalog}\n".encode(), folder / LOCALES / f"{tag}.po")
        return further

    settle(outline, _header(theme), list(_variants()), lambda text: _give_pictures(folder, text), translate)
    return outline


def _give_pictures(folder: Path, text: str) -> None:
    for name in set(_PICTURE.findall(text)):
        if not (folder / name).exists():
            save(scene(), folder / name)


def _header(theme: str) -> str:
    path = Path(theme)
    return _HEADER.format(theme=writing.as_yaml(str(resolved(path)) if path.is_file() else theme).splitlines()[0])


def _variants() -> Iterator[Variant]:
    for name, layout in LAYOUTS.items():
        if name in _EXTRAS and find_spec(_EXTRAS[name]) is None:
            # What lays some out is an extra; the others are shown without it.
            continue
        some = _plain(example(layout))
        few = _fewer(some, layout.content)
        if few != some:
            yield Variant(f"{name}-few", name, name, [few])
        yield Variant(f"{name}-some", name, name, [some])
        most = [each for each in _most(some, layout) if each != some]
        if most:
            yield Variant(f"{name}-most", name, name, most)
        for number, source in enumerate(layout.samples, start=1):
            yield Variant(f"{name}-{number}", name, name, [_plain(source)])


def _plain(source: str) -> Slide:
    root, _ = compose.compose(source, NAME)
    assert root
    slide: Slide = plain(root)
    return slide


def _lists(model: type[Fields]) -> dict[str, Field]:
    return {name: field for name, field in declared(model).items() if field.kind.part}


def _fewer(given: Any, model: type[Fields]) -> Any:
    """What must be there: of parts the least number, or, where there are none, no field that may be left out."""
    if not isinstance(given, dict):
        return given
    fields, lists = declared(model), _lists(model)
    kept = {
        name: value
        for name, value in given.items()
        if name not in fields or lists or fields[name].required or fields[name].kind.type is dict
    }
    for name in _that_vary(kept, model):
        kind = fields[name].kind
        if kind.part:
            least = max([1, *(rule.least for rule in kind.rules if isinstance(rule, Size))])
            kept[name] = [_fewer(part, kind.part) for part in kept[name][:least]]
    return kept


def _most(given: Slide, layout: Layout[Any]) -> Iterator[Slide]:
    """As many parts as there may be; without those below them, and fewer, where those do not go together or fit."""
    samples = [_plain(source) for source in layout.samples]
    for share in (1.0, 0.75, 0.5):
        for nested in (True, False):
            yield _more(given, layout.content, samples, share, nested=nested)


def _more(given: Slide, model: type[Fields], samples: Sequence[Slide], share: float, *, nested: bool) -> Slide:
    made, words = copy.deepcopy(given), _Words()
    lists = _that_vary(made, model)
    if not lists:
        return {name: _longer(name, value, model, share) for name, value in made.items()}
    for name in lists:
        kind = declared(model)[name].kind
        assert kind.part
        most = next((rule.most for rule in kind.rules if isinstance(rule, Size) and rule.most), _MANY)
        parts = made[name] if nested else [_without_lists(part, kind.part) for part in made[name]]
        wanted = max(len(parts), round(most * share))
        if not _has_values_by_id(kind.part) and not _has_figures(kind.part):
            parts = [*parts, *_alike(parts, [part for sample in samples for part in sample.get(name) or []])][:wanted]
        made[name] = [
            parts[at] if at < len(parts) else _another(parts[at % len(parts)], kind.part, words, at)
            for at in range(wanted)
        ]
    return made


def _alike(parts: Sequence[Any], others: Sequence[Any]) -> Iterator[Any]:
    """Parts of the layout's other samples that have the same fields as the first of these, and say something else."""
    known = {str(value) for part in parts if isinstance(part, dict) for value in part.values()}
    for other in others:
        if isinstance(other, dict) and isinstance(parts[0], dict) and other.keys() == parts[0].keys():
            values = {str(value) for value in other.values()}
            if not values & known:
                known |= values
                yield other


def _that_vary(given: Slide, model: type[Fields]) -> list[str]:
    """The lists of parts of which there may be fewer or more.

    Where parts are told by others' ids, as a table's cells are by its columns', those others stay.
    """
    parts = {name: field.kind.part for name, field in _lists(model).items() if isinstance(given.get(name), list)}
    return [name for name, part in parts.items() if part and _has_values_by_id(part)] or list(parts)


def _has_values_by_id(part: type[Fields]) -> bool:
    return any(field.kind.type is dict for field in declared(part).values())


def _has_figures(part: type[Fields]) -> bool:
    return any(field.kind.type is Amount for field in declared(part).values())


def _without_lists(part: Any, model: type[Fields]) -> Any:
    """The part without those below it, and without what is said of them, such as `parts_label`."""
    below = tuple(_lists(model))
    return (
        {name: value for name, value in part.items() if not name.startswith(below)} if isinstance(part, dict) else part
    )


class _Words:
    """Other words about as long as some: of those near enough, what has not been said for longest."""

    def __init__(self) -> None:
        self._turn = count(1)
        self._last: dict[str, int] = {}

    def instead(self, source: str) -> str:
        """The words; figures and links stay."""
        if _DIGIT.search(source) or "[" in source:
            return source
        near = sorted(sample_words()["en"], key=lambda each: abs(len(each) - len(source)))[:_NEAR]
        chosen = min(near, key=lambda each: self._last.get(each, 0))
        self._last[chosen] = next(self._turn)
        return chosen


def _another(part: Any, model: type[Fields], words: _Words, at: int) -> Any:
    """A part like this one, with other words and figures."""
    if not isinstance(part, dict):
        return words.instead(str(part))
    fields = declared(model)
    made = {}
    for name, value in part.items():
        kind = fields[name].kind if name in fields else None
        if name == "id" or kind is None:
            continue
        made[name] = value
        if isinstance(value, int | Decimal) and kind.type is Amount:
            made[name] = _less(value, 7 / (7 + at))
        elif kind.type in (Text, Prose, Amount) and isinstance(value, str):
            made[name] = words.instead(value)
        elif kind.type is dict and isinstance(value, Mapping):
            made[name] = {each: _cell(cell, words, at) for each, cell in value.items()}
        elif kind.part and isinstance(value, list):
            made[name] = [_another(each, kind.part, words, at) for each in value]
    return made


def _cell(cell: Any, words: _Words, at: int) -> Any:
    """Another cell of a row like this; what is rated stays."""
    if isinstance(cell, str):
        return words.instead(cell)
    return _less(cell, 7 / (7 + at)) if isinstance(cell, int | Decimal) and cell >= _RATED else cell


def _less(value: Any, share: float) -> Any:
    """A share of a figure, as round as figures on slides are."""
    less = float(value) * share
    if isinstance(value, Decimal):
        return type(value)(str(round(less, -int(value.as_tuple().exponent))))
    return int(round(less, min(0, _ROUND - len(str(round(less))))))


def _longer(name: str, value: Any, model: type[Fields], share: float) -> Any:
    """A text as long as one may be, but for the title."""
    field = declared(model).get(name)
    if name == "title" or field is None or field.kind.type not in (Text, Prose) or "[" in str(value):
        return value
    return f"{'. '.join(sample_words()['en'][-round(3 * share) :])}."
