"""Our dataclasses are as the library makes them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from dataclasses import dataclass as usual
from importlib import import_module
from pathlib import Path

import pytest

import deck
from deck.ground.dataclass import dataclass as quick


@quick(frozen=True, slots=True)
class Point:
    """A point."""

    x: int
    y: int = 2
    names: Mapping[str, int] = field(default_factory=dict)
    told: str = field(default="", repr=False, compare=False)


@quick(frozen=True, slots=True)
class Deep(Point):
    z: int = 3


@quick(slots=True)
class Open:
    words: list[str]
    count: int = field(init=False)
    more: list[str] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self.count = len(self.words)


@pytest.mark.parametrize("slots", [False, True])
@pytest.mark.parametrize("frozen", [False, True])
def test_objects_are_as_the_library_makes_them(frozen: bool, slots: bool) -> None:
    def plain() -> type:
        class Thing:
            a: int
            b: str = "b"
            c: list[int] = field(default_factory=list)
            d: str = field(default="d", compare=False, repr=False)

        return Thing

    ours, theirs = quick(frozen=frozen, slots=slots)(plain()), usual(frozen=frozen, slots=slots)(plain())
    for values, named in [((1,), {}), ((1, "x"), {"c": [3]}), ((1,), {"d": "e"}), ((1, "b", [2], "d"), {})]:
        one, other = ours(*values, **named), theirs(*values, **named)
        assert repr(one).rpartition(".")[2] == repr(other).rpartition(".")[2]
        assert dataclasses.asdict(one) == dataclasses.asdict(other)
        assert one == ours(*values, **named)
        assert (one == ours(2)) is (other == theirs(2)) is False
        assert one == replace(one, d="another")
        assert replace(one, a=5) == ours(5, *values[1:], **named)
        assert one != other
    for wrong in [lambda cls: cls(), lambda cls: cls(1, e=2), lambda cls: cls(1, 2, 3, 4, 5)]:
        for cls in (ours, theirs):
            with pytest.raises(TypeError):
                wrong(cls)
    assert (ours.__hash__ is None) is (theirs.__hash__ is None) is not frozen
    assert hasattr(ours(1), "__dict__") is hasattr(theirs(1), "__dict__") is not slots
    assert ours.__match_args__ == theirs.__match_args__


def test_frozen_ones_stay() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del point.x
    assert hash(Deep(1, names=())) == hash(Deep(1, names=(), told="other"))  # type: ignore[arg-type]


def test_they_are_copied_and_sent_to_other_processes() -> None:
    for thing in (Point(1, 4, {"a": 1}, "b"), Deep(1, z=5), Open(["a", "b"])):
        for twin_of_it in (copy.copy(thing), copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):
            assert twin_of_it == thing
            assert repr(twin_of_it) == repr(thing)


def test_what_is_set_afterwards_is_set() -> None:
    thing = Open(["a", "b"])
    assert (thing.count, thing.more) == (2, [])
    assert repr(Deep(1)) == "Deep(x=1, y=2, names={}, z=3)"


def test_every_dataclass_of_the_house_is_known_to_the_library() -> None:
    """Each has its fields, and where an object can be made of nothing but them, one that is equal to its copy."""
    found = set()
    for module in pkgutil.walk_packages(deck.__path__, "deck."):
        if not module.name.startswith(("deck.model", "deck.ground")):
            continue
        for name, thing in vars(import_module(module.name)).items():
            if isinstance(thing, type) and thing.__module__ == module.name and is_dataclass(thing):
                made = thing(*(object() for each in fields(thing) if each.init))
                assert made == replace(made), name
                found.add(name)
    assert len(found) > 30


def test_no_class_of_the_house_is_made_by_the_library_itself() -> None:
    root = Path(deck.__path__[0])
    sources = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.py")}
    usual = re.compile(r"^from dataclasses import .*\bdataclass\b|^import dataclasses", re.MULTILINE)
    assert [name for name, source in sources.items() if usual.search(source)] == []
