"""Values that are looked up again and again: each reckons its hash once, or may be known until it goes."""

from __future__ import annotations

from typing import ClassVar


class HashedOnce:
    """A frozen dataclass says `__hash__ = HashedOnce.__hash__`, as it would make one of its own."""

    __slots__ = ("_hash",)
    __match_args__: ClassVar[tuple[str, ...]] = ()
    _hash: int

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            object.__setattr__(self, "_hash", hash(tuple([getattr(self, name) for name in self.__match_args__])))
            return self._hash


class WeaklyKnown:
    """A dataclass with slots of which something may be kept as long as it is there."""

    __slots__ = ("__weakref__",)
