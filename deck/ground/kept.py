"""What was made is not made again: of files while they are as they were, of a thing while it is the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, TypeVarTuple, Unpack
from weakref import ref

from deck.ground.inputs import Inputs, note_all, noted, stamp

Asked = ParamSpec("Asked")
Thing = TypeVar("Thing")
More = TypeVarTuple("More")
Made = TypeVar("Made")
_everything: list[dict[Any, Any]] = []


def while_unchanged(most: int) -> Callable[[Callable[Asked, Made]], Callable[Asked, Made]]:
    """Keeps what a function makes of files, for the last `most` things that it was asked for.

    It is made anew once a file that was read for it, or looked for, is not as it was. What it is asked for has a hash,
    and what it makes is changed by nobody. An error is not kept.
    """

    def decorate(make: Callable[Asked, Made]) -> Callable[Asked, Made]:
        kept: dict[object, tuple[Inputs, Made]] = {}
        _everything.append(kept)

        @wraps(make)
        def made(*wanted: Asked.args, **named: Asked.kwargs) -> Made:
            key = (_place(), wanted, *named.items())
            found = kept.pop(key, None)
            if found is None or not is_as_it_was(found[0]):
                with noted() as inputs:
                    found = inputs, make(*wanted, **named)
            note_all(found[0])
            kept[key] = found
            while len(kept) > most:
                kept.pop(next(iter(kept)), None)
            return found[1]

        return made

    return decorate


def _place() -> Path | None:
    """The folder that one works in, where paths may begin; None where it is gone."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return None


def once_for_the_same(make: Callable[Asked, Made]) -> Callable[Asked, Made]:
    """The function, with what it made of the very thing that it was asked about last, its first argument.

    Its other arguments have a hash, and nobody changes what it makes.
    """
    last: tuple[object, dict[object, Made]] = (None, {})

    @wraps(make)
    def made(*asked: Asked.args, **named: Asked.kwargs) -> Made:
        nonlocal last
        # Another thread may ask about another thing meanwhile.
        of, known = last
        if of is not asked[0]:
            last = of, known = asked[0], {}
        key = (asked[1:], *named.items())
        if key not in known:
            known[key] = make(*asked, **named)
        return known[key]

    return made


def while_it_is_there(make: Callable[[Thing, Unpack[More]], Made]) -> Callable[[Thing, Unpack[More]], Made]:
    """The function, with what it made of each thing that is still there, its first argument, when it was asked last.

    A thing is known by being the very same one, so what is made of it must not hold it. The other arguments are
    compared, and nobody changes what it makes.
    """
    known: dict[int, tuple[_Known, tuple[object, ...], Made]] = {}

    def let_go(gone: ref[Any]) -> None:
        # Another thing may have taken the place of the one that is gone.
        if isinstance(gone, _Known) and gone.key in known and known[gone.key][0] is gone:
            del known[gone.key]

    @wraps(make)
    def made(thing: Thing, /, *asked: *More) -> Made:
        found = known.get(id(thing))
        if found is None or found[0]() is not thing or found[1] != asked:
            found = _Known(thing, let_go), asked, make(thing, *asked)
            found[0].key = id(thing)
            known[id(thing)] = found
        return found[2]

    return made


class _Known(ref[Any]):
    """A thing that may go, and the key under which it is kept until then."""

    __slots__ = ("key",)
    key: int


def forget() -> None:
    """Lets go of all that is kept, as if nothing had been read yet."""
    for kept in _everything:
        kept.clear()


def is_as_it_was(inputs: Inputs) -> bool:
    """Whether all these files are as they were when they were read."""
    return all(stamp(path) == then for path, then in inputs.items())
