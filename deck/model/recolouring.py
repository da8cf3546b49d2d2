"""The same thing in other colours: every `Colour` in a shape, a slide layout or a style is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from deck.model.style import Colour

Thing = TypeVar("Thing")


def recoloured(thing: Thing, change: Callable[[Colour], Colour]) -> Thing:
    """The thing with each colour in it changed; itself where that changes nothing."""
    made: Any = thing
    if isinstance(thing, Colour):
        made = change(thing)
    elif isinstance(thing, tuple):
        parts = [recoloured(each, change) for each in thing]
        if any(new is not old for new, old in zip(parts, thing, strict=True)):
            made = type(thing)(*parts) if hasattr(thing, "_fields") else tuple(parts)
    elif is_dataclass(thing) and not isinstance(thing, type):
        changes = {}
        for each in fields(thing):
            old = getattr(thing, each.name)
            if each.init and (new := recoloured(old, change)) is not old:
                changes[each.name] = new
        made = replace(thing, **changes) if changes else thing
    return made  # type: ignore[no-any-return]


def adjusted(colour: Colour, base: Colour) -> Colour:
    """A colour's change of luminance and saturation, and its alpha, on another base."""
    return Colour(
        base.scheme,
        round(base.lum_mod * colour.lum_mod / 100),
        round(base.lum_off * colour.lum_mod / 100 + colour.lum_off),
        colour.alpha,
        base.value,
        round(base.sat_mod * colour.sat_mod / 100),
    )
