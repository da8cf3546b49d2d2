"""`dataclass`, as the library has it, but quick to declare: a start declares more than a hundred.

The library compiles six methods for each class as it is declared, half a millisecond in all. Here what needs no code of
its own is shared, and `__init__` is compiled when the first object is made: most classes of a build never have one.
`fields`, `field` and `replace` are the library's, and know these classes as their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    from collections.abc import Callable
    from dataclasses import MISSING, FrozenInstanceError, fields
    from operator import attrgetter
    from typing import Any

    def dataclass(*, frozen: bool = False, slots: bool = False, eq: bool = True) -> Callable[[type], type]:
        """Decorates a class with these of the library's options; the others are its defaults."""

        def declared(cls: type) -> type:
            # The library would make a docstring of the signature, which takes as long as all the rest.
            cls.__doc__ = cls.__doc__ or cls.__name__
            cls = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
            _add(cls, __init__=_first_init(cls, frozen, slots), __repr__=_repr)
            if eq:
                compared = [field.name for field in fields(cls) if field.compare]
                key = attrgetter(*compared) if compared else lambda _: ()
                _add(cls, __eq__=_eq_by(key))
                # Python itself sets this to None in a class that has an `__eq__` and no `__hash__`.
                if cls.__dict__.get("__hash__") is None:
                    cls.__hash__ = _hash_by(key) if frozen else None
            if frozen:
                _add(cls, __setattr__=_frozen, __delattr__=_frozen)
                if slots:
                    _add(cls, __getstate__=_state, __setstate__=_restore)
            return cls

        return declared

    def _add(cls: type, **methods: Callable[..., Any]) -> None:
        """Adds these methods where the class has none of its own."""
        for name, method in methods.items():
            if name not in cls.__dict__:
                setattr(cls, name, method)

    def _first_init(cls: type, frozen: bool, slots: bool) -> Callable[..., None]:
        def first(self, *values, **named):
            cls.__init__ = _init(cls, frozen, slots)
            cls.__init__(self, *values, **named)

        return first

    def _init(cls: type, frozen: bool, slots: bool) -> Callable[..., None]:
        """A frozen object is filled by its slots, past its `__setattr__`."""
        parameters, lines = ["self"], []
        names = {"put": object.__setattr__, "MISSING": MISSING}
        for field in fields(cls):
            name = value = field.name
            if field.default_factory is not MISSING:
                names[f"make_{name}"] = field.default_factory
                value = f"make_{name}() if {name} is MISSING else {name}"
            if field.init:
                names[f"default_{name}"] = default = field.default
                optional = default is not MISSING or field.default_factory is not MISSING
                parameters.append(f"{name}=default_{name}" if optional else name)
            elif field.default is MISSING and field.default_factory is MISSING:
                continue
            else:
                value = f"default_{name}" if field.default is not MISSING else f"make_{name}()"
                names[f"default_{name}"] = field.default
            if not frozen:
                lines.append(f"self.{name} = {value}")
            elif slots:
                names[f"put_{name}"] = getattr(cls, name).__set__
                lines.append(f"put_{name}(self, {value})")
            else:
                lines.append(f"put(self, {name!r}, {value})")
        if hasattr(cls, "__post_init__"):
            lines.append("self.__post_init__()")
        body = "\n    ".join(lines or ["pass"])
        exec(f"def __init__({', '.join(parameters)}):\n    {body}", names)
        names["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
        return names["__init__"]

    def _eq_by(key: Callable[[Any], object]) -> Callable[[Any, object], bool]:
        def equal(self, other):
            if self is other:
                return True
            return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

        return equal

    def _hash_by(key: Callable[[Any], object]) -> Callable[[Any], int]:
        def hashed(self):
            return hash(key(self))

        return hashed

    def _repr(self) -> str:
        shown = (f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def _frozen(self, name, *_):
        raise FrozenInstanceError(f"cannot change field {name!r}")

    def _state(self):
        return [getattr(self, field.name) for field in fields(self)]

    def _restore(self, state):
        for field, value in zip(fields(self), state, strict=True):
            object.__setattr__(self, field.name, value)
