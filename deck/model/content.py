"""What layouts build their fields from: texts, figures, pictures, parts that repeat.

A layout's content declares its fields as a dataclass does, and the annotations say what an outline may write:
they are the one declaration from which reading, the JSON Schema that an editor completes from and the
documentation come (`deck.model.declarations`).
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from inspect import get_annotations
from typing import Annotated, Any, ClassVar, Literal, NewType, Self, TypeAlias, dataclass_transform

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.rules import Pattern
from deck.model.speech import Speech
from deck.model.text import Amount, Run, Text

IDENTIFIER = Pattern(r"^[a-z0-9]+(-[a-z0-9]+)*$", "made of lower-case letters, digits and hyphens")


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A picture file that was read: its bytes and its size in pixels.

    A `drawing` is the SVG of which `data` is a picture; then only the relation of width and height means anything.
    """

    path: str
    data: bytes
    width: int
    height: int
    drawing: bytes | None = None


@dataclass(frozen=True, slots=True)
class FilmFile:
    """A film's file that was read: an MP4, its bytes, and its size in pixels as it is shown.

    `sound` says whether it has any, `subtitled` whether captions are in the file itself.
    """

    path: str
    data: bytes
    width: int
    height: int
    sound: bool = True
    subtitled: bool = False


@dataclass(frozen=True, slots=True)
class CaptionsFile:
    """A file of a film's captions that was read: its text, in WebVTT."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class FocalPoint:
    """The point of a picture that stays in sight where its sides are cut: shares (0–1) from its left and its top."""

    across: float = 0.5
    down: float = 0.5


@dataclass(frozen=True, slots=True)
class CodeFile:
    """A file of source code that was read: its path from the outline, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a figure comes from: a source's name in the outline, and what it says."""

    name: str
    text: Text


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """A section of the outline as an agenda shows it: its title, and its planned time in words, if it has any."""

    id: str
    title: Text
    time: Text | None


Words: TypeAlias = Text
"""One paragraph, with **bold**, *italic* and [links](https://…)."""
Prose = NewType("Prose", Text)
"""Paragraphs, with a blank line between them."""
Notes = NewType("Notes", Text)
"""Paragraphs, lists and headings, line by line."""
Code = NewType("Code", str)
"""Source code: nobody translates it, and its lines and indents stay."""
Tex = NewType("Tex", str)
"""A formula in LaTeX: nobody translates it."""
LineNumbers = NewType("LineNumbers", tuple[tuple[int, int], ...])
"""Lines by their numbers, in ranges with both ends: `3, 5-7`."""
CodeLanguage = NewType("CodeLanguage", str)
"""The name of a language of code, such as `python`."""
Figure: TypeAlias = Amount
"""A number (`50_000_000`), written as the language writes it, or words."""
Source: TypeAlias = Citation
"""The name of one of the outline's sources."""
IconName = NewType("IconName", str)
"""The name of one of the theme's icons."""
Identifier: TypeAlias = Annotated[str, IDENTIFIER]
"""A name that stays: lower-case letters, digits and hyphens."""


_BLANK: dict[type[Fields], tuple[Mapping[str, Any], frozenset[str]]] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Fields:
    """A group of fields in an outline; a key that is not declared is a mistake.

    A subclass declares its fields as a frozen, keyword-only dataclass does. But nothing is generated for it:
    every start makes dozens of these classes, and `dataclass` would take a third of a millisecond for each.
    """

    field_names: ClassVar[tuple[str, ...]] = ()
    """What is declared, inherited fields first."""
    written: ClassVar[str] = ""
    """How the fields are written where someone gave one value alone, which stands in place of `{}`."""

    def __init_subclass__(cls) -> None:
        inherited = (name for base in cls.__bases__ for name in getattr(base, "field_names", ()))
        cls.field_names = tuple(dict.fromkeys((*inherited, *get_annotations(cls))))

    def __init__(self, **values: Any) -> None:
        own = vars(self)
        blank, required = self._blank()
        own.update(blank)
        own.update(values)
        if len(own) > len(self.field_names):
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(values.keys() - set(self.field_names)))}")
        if not values.keys() >= required:
            missing = [name for name in own if name in required and name not in values]
            raise TypeError(f"{type(self).__name__} lacks {', '.join(missing)}")

    @classmethod
    def _blank(cls) -> tuple[Mapping[str, Any], frozenset[str]]:
        """What each field is where no value is given, in the order of their declaration; and which need one."""
        if cls not in _BLANK:
            blank = {name: getattr(cls, name, None) for name in cls.field_names}
            _BLANK[cls] = blank, frozenset(name for name in blank if not hasattr(cls, name))
        return _BLANK[cls]

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def replaced(self, **changes: Any) -> Self:
        """A copy in which these fields are others."""
        return type(self)(**vars(self) | changes)

    def mistakes(self) -> Iterator[Diagnostic]:
        """What is wrong between fields that are each right, by default nothing; a `field` is its path from here."""
        return iter(())

    def texts(self, prefix: str = "") -> Iterator[tuple[str, Text]]:
        """Every text below, in order, with its path: field names, and ids for parts that repeat.

        A source's path is `sources.<name>`, as the same text serves every figure that names it.
        """
        for name, value in vars(self).items():
            yield from _texts_of(value, f"{prefix}{name}")

    def with_texts(self, change: Callable[[str, Text], Text], prefix: str = "") -> Self:
        """A copy in which each text is what `change(path, text)` makes of it."""
        return self._with({name: _changed(value, prefix + name, change) for name, value in vars(self).items()})

    def with_amounts(self, change: Callable[[Amount], Amount]) -> Self:
        """A copy in which each figure is what `change` makes of it."""
        return self._with({name: _amounts_changed(value, change) for name, value in vars(self).items()})

    def _with(self, values: Mapping[str, Any]) -> Self:
        """These fields with these values; the same fields where none is another."""
        return self if all(map(operator.is_, values.values(), vars(self).values())) else type(self)(**values)


class Part(Fields):
    """A part that repeats. Its `id` keeps its translations through every reordering."""

    id: Identifier
    """Lower-case letters, digits and hyphens; unique among its neighbours. Left out, it is made of the words."""


class Item(Part):
    """One entry of a list."""

    text: Words
    """What it says."""
    items: tuple[Item, ...] = ()
    """Entries below this one, to the third level."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """Entries three levels below this one: no slide has a style for them."""
        for below in self.items:
            for lowest in below.items:
                if lowest.items:
                    message = f"a list goes down three levels, and these stand below the third, under `{lowest.id}`"
                    place = f"items.{below.id}.items.{lowest.id}.items"
                    yield Diagnostic("too-deep", message, hint="put them on a slide of their own", field=place)


class Picture(Fields):
    """A picture, and what it says to those who cannot see it."""

    written = "{{file: {}, description: what it shows}}"

    file: ImageFile
    """A PNG, JPEG, SVG, WebP or GIF file, by its path from the outline."""
    fit: Literal["whole", "cover"] | None = None
    """Whether all of it is shown (`whole`), or it is cut to fill its place (`cover`); else as the layout does."""
    focus: FocalPoint | None = None
    """What stays in sight where it is cut: words such as `top` or `top left`, or shares from the left and the top, as
    in `30% 20%`."""
    description: Words | None = None
    """What the picture shows, for those who cannot see it."""
    decorative: bool = False
    """Whether it says nothing, and needs no description."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """Neither a description nor the word that there is nothing to describe, or both."""
        if self.description and self.decorative:
            message = "a picture that is described is not decorative"
            yield Diagnostic("invalid-value", message, hint="take one of the two out", field="decorative")
        elif not self.description and not self.decorative:
            message = "those who cannot see this picture get nothing of it"
            hint = "write `description: what it shows`, or `decorative: true` if it says nothing"
            yield Diagnostic("missing-description", message, None, hint, Severity.WARNING, "file")


class Background(Fields):
    """A picture behind all that is on a slide; it says nothing, and needs no description."""

    file: ImageFile
    """A PNG, JPEG, SVG, WebP or GIF file, by its path from the outline."""
    focus: FocalPoint | None = None
    """What stays in sight where it is cut: words such as `top`, or shares from the left and the top."""


class Content(Fields):
    """The fields of one kind of slide."""

    title: Words
    """The slide's title."""
    subtitle: Words | None = None
    """What tells this slide from others of its title."""

    def told_apart(self, turn: int) -> Self:
        """A copy whose title says which of those of its name it is: by its subtitle, or that it is the second or so.

        It is this very content where the title says it already.
        """
        if self.subtitle:
            below = (replace(paragraph, level=1) for paragraph in self.subtitle.paragraphs)
            return self.replaced(title=replace(self.title, paragraphs=(*self.title.paragraphs, *below)))
        return self.counted(turn)

    def counted(self, turn: int) -> Self:
        """A copy whose title says that it is the second of its name, or so; the first says nothing."""
        if turn == 1:
            return self
        *others, last = self.title.paragraphs
        number = Run(f"\N{NO-BREAK SPACE}({turn})", bold=last.runs[-1].bold)
        last = replace(last, runs=(*last.runs, number))
        return self.replaced(title=replace(self.title, paragraphs=(*others, last)))

    def sorted_by(self, key: Callable[[Text], Any]) -> Self:
        """A copy with what the author wants sorted in the order of this key; as it is where nothing is."""
        return self

    def compared(self, in_digits: Callable[[], Self], ungrouped: Callable[[], Self]) -> Self:
        """A copy in which figures that are compared are written alike, and those that are years as years.

        `in_digits` has them with all their digits, `ungrouped` with no mark between these.
        """
        return self

    def planned(self, session: Callable[[], Sequence[PlannedSection]]) -> Self:
        """A copy that shows the session as it is planned, where the author leaves that to the outline."""
        return self

    def resolved(self, sections: Mapping[str, Text]) -> Self:
        """A copy that calls by their ids what its author calls by words, while they are the outline's own language's.

        `sections` are the outline's: their titles by their ids.
        """
        return self

    @property
    def unit(self) -> Text | None:
        """What stands after each of its numbers, where its author says so once for all."""
        return None

    @property
    def phrases(self) -> tuple[str, ...]:
        """The names of the phrases of the deck's own, such as `chart.bar`, that it may say, but for mere signs."""
        return ()

    def spoken(self, speech: Speech) -> Self:
        """A copy that knows how its language says what it makes of its figures itself."""
        return self

    def revealed(self) -> Self:
        """A copy whose parts appear click by click, where it is drawn otherwise then."""
        return self


def _texts_of(value: Any, path: str) -> Iterator[tuple[str, Text]]:
    match value:
        case None | str() | bool():
            pass
        case Text():
            yield path, value
        case Amount():
            yield path, value.text
        case Citation():
            yield f"sources.{value.name}", value.text
        case Fields():
            yield from value.texts(f"{path}.")
        case tuple():
            for part in value:
                if isinstance(part, Part):
                    yield from part.texts(f"{path}.{part.id}.")
        case Mapping():
            for name, each in value.items():
                yield from _texts_of(each, f"{path}.{name}")


def _changed(value: Any, path: str, change: Callable[[str, Text], Text]) -> Any:
    match value:
        case Text():
            return change(path, value)
        case None | str() | bool() | ():
            pass
        case Amount():
            return Amount(change(path, value.text), value.number)
        case Citation():
            return Citation(value.name, change(f"sources.{value.name}", value.text))
        case Fields():
            return value.with_texts(change, f"{path}.")
        case tuple():
            parts = [
                part.with_texts(change, f"{path}.{part.id}.") if isinstance(part, Part) else part for part in value
            ]
            return _same_or(value, tuple(parts))
        case Mapping():
            return {name: _changed(each, f"{path}.{name}", change) for name, each in value.items()}
    return value


def _amounts_changed(value: Any, change: Callable[[Amount], Amount]) -> Any:
    match value:
        case Amount():
            return change(value)
        case Fields():
            return value.with_amounts(change)
        case tuple():
            return _same_or(value, tuple(_amounts_changed(part, change) for part in value))
        case Mapping():
            return {name: _amounts_changed(each, change) for name, each in value.items()}
    return value


def _same_or(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    """The old parts, where each of the new ones is the same one."""
    return old if all(map(operator.is_, old, new)) else new
