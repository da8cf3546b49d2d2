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
from deck.ground.saving import save
from deck.images import scene
from deck.languages.entries import started
from deck.languages.locales import locale_of
from deck.languages.messages import messages
from deck.languages.sample_words import sample_text, sample_words
from deck.layouts import LAYOUTS
from deck.model.content import Fields, Prose
from deck.model.declarations import Field, declared
from deck.model.language import PSEUDO_LOCALES, Language
from deck.model.layout import Layout
from deck.model.rules import Size
from deck.model.text import Amount, Text
from deck.nodes import compose, plain, writing
from deck.pipeline.reading import read
from deck.pipeline.reference import example
from deck.starting.settling import Slide, Variant, settle

NAME = "gallery.yaml"
_MANY = 12
"""How many parts are the most where a layout takes any number."""
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
    settle(outline, _header(theme), list(_variants()), lambda text: _give_pictures(folder, text))
    presentation = read(outline)[0]
    for tag in wanted:
        if tag != presentation.language.tag:
            catalog = started("gallery", Language(tag))
            catalog.extend(sample_text(messages(presentation), Language(tag)))
            save(f"{catalog}\n".encode(), folder / "locales" / f"{tag}.po")
    return outline


def _give_pictures(folder: Path, text: str) -> None:
    for name in set(_PICTURE.findall(text)):
        if not (folder / name).exists():
            save(scene(), folder / name)


def _header(theme: str) -> str:
    path = Path(theme)
    return _HEADER.format(theme=writing.as_yaml(str(path.resolve()) if path.is_file() else theme).splitlines()[0])


def _variants() -> Iterator[Variant]:
    words = count()
    for name, layout in LAYOUTS.items():
        if name in _EXTRAS and find_spec(_EXTRAS[name]) is None:
            # What lays some out is an extra; the others are shown without it.
            continue
        some = _plain(example(layout))
        few = _fewer(some, layout.content)
        if few != some:
            yield Variant(f"{name}-few", name, name, [few])
        yield Variant(f"{name}-some", name, name, [some])
        most = [each for each in _most(some, layout, words) if each != some]
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
    kept = {name: value for name, value in given.items() if name not in fields or lists or fields[name].required}
    for name in _that_vary(kept, model):
        kind = fields[name].kind
        if kind.part:
            least = max([1, *(rule.least for rule in kind.rules if isinstance(rule, Size))])
            kept[name] = [_fewer(part, kind.part) for part in kept[name][:least]]
    return kept


def _most(given: Slide, layout: Layout[Any], words: Iterator[int]) -> Iterator[Slide]:
    """As many parts as there may be; without those below them, and fewer, where those do not go together or fit."""
    for share in (1.0, 0.75, 0.5):
        for nested in (True, False):
            yield _more(given, layout.content, words, share, nested=nested)


def _more(given: Slide, model: type[Fields], words: Iterator[int], share: float, *, nested: bool) -> Slide:
    made = copy.deepcopy(given)
    lists = _that_vary(made, model)
    if not lists:
        return {name: _longer(name, value, model, share) for name, value in made.items()}
    for name in lists:
        kind = declared(model)[name].kind
        assert kind.part
        most = next((rule.most for rule in kind.rules if isinstance(rule, Size) and rule.most), _MANY)
        parts = made[name] if nested else [_without_lists(part, kind.part) for part in made[name]]
        wanted = max(len(parts), round(most * share))
        made[name] = [
            parts[at] if at < len(parts) else _another(parts[at % len(parts)], kind.part, words, at)
            for at in range(wanted)
        ]
    return made


def _that_vary(given: Slide, model: type[Fields]) -> list[str]:
    """The lists of parts of which there may be fewer or more.

    Where parts are told by others' ids, as a table's cells are by its columns', those others stay.
    """
    parts = {name: field.kind.part for name, field in _lists(model).items() if isinstance(given.get(name), list)}
    return [name for name, part in parts.items() if part and _has_values_by_id(part)] or list(parts)


def _has_values_by_id(part: type[Fields]) -> bool:
    return any(field.kind.type is dict for field in declared(part).values())


def _without_lists(part: Any, model: type[Fields]) -> Any:
    """The part without those below it, and without what is said of them, such as `parts_label`."""
    below = tuple(_lists(model))
    return (
        {name: value for name, value in part.items() if not name.startswith(below)} if isinstance(part, dict) else part
    )


def _another(part: Any, model: type[Fields], words: Iterator[int], at: int) -> Any:
    """A part like this one, with other words and figures."""
    if not isinstance(part, dict):
        return _instead(str(part), words)
    fields = declared(model)
    made = {}
    for name, value in part.items():
        kind = fields[name].kind if name in fields else None
        if name == "id" or kind is None:
            continue
        made[name] = value
        if isinstance(value, int | Decimal) and kind.type is Amount:
            made[name] = value * 7 // (7 + at)
        elif kind.type in (Text, Prose, Amount) and isinstance(value, str):
            made[name] = _instead(value, words)
        elif kind.type is dict and isinstance(value, Mapping):
            made[name] = {
                each: _instead(cell, words) if isinstance(cell, str) else cell for each, cell in value.items()
            }
        elif kind.part and isinstance(value, list):
            made[name] = [_another(each, kind.part, words, at) for each in value]
    return made


def _instead(source: str, words: Iterator[int]) -> str:
    """Other words about as long; figures and links stay."""
    if _DIGIT.search(source) or "[" in source:
        return source
    english = sample_words()["en"]
    near = sorted(english, key=lambda each: abs(len(each) - len(source)))[:6]
    return near[next(words) % len(near)]


def _longer(name: str, value: Any, model: type[Fields], share: float) -> Any:
    """A text as long as one may be, but for the title."""
    field = declared(model).get(name)
    if name == "title" or field is None or field.kind.type not in (Text, Prose) or "[" in str(value):
        return value
    return f"{'. '.join(sample_words()['en'][-round(3 * share) :])}."
