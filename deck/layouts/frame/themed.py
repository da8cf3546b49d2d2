"""What layouts make of a theme alone: the same for each slide, so it is made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from deck.model.theme import Theme

Made = TypeVar("Made")
Arguments = ParamSpec("Arguments")


def once_a_theme(make: Callable[Arguments, Made]) -> Callable[Arguments, Made]:
    """The function, whose first argument is a theme, with what it made of the theme that it was asked about last.

    Its other arguments are hashable, and nobody changes what it makes.
    """
    last: tuple[Theme | None, dict[Any, Made]] = (None, {})

    @wraps(make)
    def known(*arguments: Arguments.args, **named: Arguments.kwargs) -> Made:
        nonlocal last
        theme, *others = arguments
        # Another thread may ask about another theme meanwhile.
        of, made = last
        if of is not theme:
            last = of, made = theme, {}  # type: ignore[assignment]
        key = (*others, *named.items())
        if key not in made:
            made[key] = make(*arguments, **named)
        return made[key]

    return known
