"""What a class of fields declares, read from its annotations: for each field its kind of value, and the rules on it.

The one source for reading a file, for its JSON Schema and for the documentation. A class is looked at when it is
first asked about, so that a start pays only for the layouts that its outline uses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from functools import cache, reduce
from inspect import get_annotations
from operator import or_
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from deck.ground.dataclass import dataclass
from deck.model.fields import Fields, Part
from deck.model.text import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value may be.

    `type` is a class, a NewType, a Literal, Any, or a union of plain classes; of a list it is `tuple`, with the
    kind of its entries `within`, and of a mapping `dict`, with the kinds of its names and its values. `rules` are
    those of `deck.model.rules`. With `optional`, None may stand for a value.
    """

    type: Any
    within: tuple[Kind, ...] = ()
    rules: tuple[object, ...] = ()
    optional: bool = False
    fields: type[Fields] | None = field(init=False, repr=False, compare=False)
    """The class of fields that a value is."""
    part: type[Part] | None = field(init=False, repr=False, compare=False)
    """The class of the parts of which a value is a list."""
    choices: tuple[Any, ...] | None = field(init=False, repr=False, compare=False)
    """What a value is one of, of a Literal."""

    def __post_init__(self) -> None:
        own = self.type if isinstance(self.type, type) and issubclass(self.type, Fields) else None
        entry = self.within[0].fields if self.type is tuple else None
        object.__setattr__(self, "fields", own)
        object.__setattr__(self, "choices", get_args(self.type) if get_origin(self.type) is Literal else None)
        object.__setattr__(self, "part", entry if entry is not None and issubclass(entry, Part) else None)


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field. `default` is None where it is `required`."""

    kind: Kind
    required: bool
    default: Any = None


def words_field(part: type[Part]) -> str | None:
    """The field that words alone stand for in a list of these parts: the only one that must be there, if it is text."""
    wanted = [name for name, field in declared(part).items() if field.required and name != "id"]
    return wanted[0] if len(wanted) == 1 and declared(part)[wanted[0]].kind.type in (Text, str) else None


# Not `functools.cache`: mypy takes the hash of the class's instances for that of the class.
_declared: dict[type[Fields], Mapping[str, Field]] = {}


def declared(model: type[Fields]) -> Mapping[str, Field]:
    """The fields of a class by name, inherited ones first. Names with `_` before them are the class's own affair."""
    if model not in _declared:
        annotations = {name: each for base in reversed(model.__mro__) for name, each in _annotations(base).items()}
        _declared[model] = {
            name: Field(_kind(annotations[name]), not hasattr(model, name), getattr(model, name, None))
            for name in model.field_names
            if not name.startswith("_")
        }
    return _declared[model]


_holds: dict[tuple[type[Fields], type], bool] = {}


def may_hold(model: type[Fields], wanted: type) -> bool:
    """Whether a value of this type may stand anywhere in fields of this class, or below."""
    if (model, wanted) not in _holds:
        _holds[model, wanted] = _may_hold(model, wanted)
    return _holds[model, wanted]


def _may_hold(model: type[Fields], wanted: type) -> bool:
    reached, left = set[type[Fields]](), [model]
    while left:
        reached.add(one := left.pop())
        kinds = [each.kind for each in declared(one).values()]
        # What is a class's own affair is not looked into.
        if len(kinds) < len(one.field_names):
            return True
        while kinds:
            kind = kinds.pop()
            if wanted in (kind.type, *get_args(kind.type)) or kind.type is Any:
                return True
            kinds += kind.within
            if kind.fields is not None and kind.fields not in reached:
                left.append(kind.fields)
    return False


@cache
def _annotations(model: type) -> Mapping[str, Any]:
    """A class's own annotations."""
    return get_annotations(model, eval_str=True)


def _kind(annotation: Any) -> Kind:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        kind = _kind(arguments[0])
        return replace(kind, rules=(*kind.rules, *arguments[1:]))
    if origin in (Union, UnionType) and NoneType in arguments:
        return replace(_kind(reduce(or_, (each for each in arguments if each is not NoneType))), optional=True)
    if origin is tuple:
        return Kind(tuple, (_kind(arguments[0]),))
    if origin is Mapping:
        return Kind(dict, tuple(map(_kind, arguments)))
    return Kind(annotation)
