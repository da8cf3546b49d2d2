"""Groups of fields, as classes declare them, and the parts that repeat: their texts and figures, however deep they lie.

A class declares its fields as a dataclass does, and the annotations say what an outline may write: they are the one
declaration from which reading, the JSON Schema that an editor completes from and the documentation come
(`deck.model.declarations`).
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from inspect import get_annotations
from typing import Annotated, Any, ClassVar, Self, TypeAlias, dataclass_transform

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic
from deck.model.rules import Pattern
from deck.model.text import Amount, Text

IDENTIFIER = Pattern(r"^[a-z0-9]+(-[a-z0-9]+)*$", "made of lower-case letters, digits and hyphens")
Identifier: TypeAlias = Annotated[str, IDENTIFIER]
"""A name that stays: lower-case letters, digits and hyphens."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a figure comes from: a source's name in the outline, and what it says."""

    name: str
    text: Text


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
        blank, required = _BLANK.get(type(self)) or self._blank()
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
            return replace(value, text=change(path, value.text))
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
