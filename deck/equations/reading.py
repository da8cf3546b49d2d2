"""LaTeX → the row of an equation, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec

from deck.equations.drawing import drawing, undrawn
from deck.equations.grouping import grouped
from deck.equations.mathml import pieces
from deck.equations.tokens import Mistake
from deck.equations.walk import Walk
from deck.fields.findings import Finding, MistakenError
from deck.ground.diagnostics import Excerpt
from deck.ground.installing import install_command
from deck.model.mathematics import Row

_LIBRARIES = ("latex2mathml", "ziamath")


@lru_cache(256)
def parsed(tex: str) -> Row:
    """The equation that this is in LaTeX. MistakenError with all that is wrong with it."""
    if any(find_spec(name) is None for name in _LIBRARIES):
        message = "an equation needs libraries that read and draw it, and they are not there"
        hint = f"install them with `{install_command('equations')}`, or show a picture"
        raise MistakenError(Finding("library-missing", message, hint))
    walk = Walk.through(tex)
    if walk.mistakes:
        raise _mistaken(walk.mistakes)
    from latex2mathml.converter import convert_to_element

    try:
        (read,) = convert_to_element(walk.written, display="block")
        row = grouped(pieces([read], walk.named))
        missing = undrawn(row)
        if not missing:
            drawing(row)
    except Exception as error:
        # Neither library says in words what it cannot do; what it raises is of any type.
        words = f"this formula cannot be read or drawn ({type(error).__name__})"
        raise _mistaken([Mistake(words, "write it more simply", Excerpt(""))]) from error
    if missing:
        raise _mistaken([_no_sign(char, tex) for char in missing])
    return row


def _no_sign(char: str, tex: str) -> Mistake:
    message = f"the font of equations has no “{char}” (U+{ord(char):04X})"
    hint = "words of a language belong in the caption or under `where`, where they are translated"
    return Mistake(message, hint, Excerpt(char if char in tex else ""))


def _mistaken(mistakes: Sequence[Mistake]) -> MistakenError:
    return MistakenError(
        *(
            Finding("formula", each.message, each.hint, each.excerpt.words or None, nth=each.excerpt.nth)
            for each in mistakes
        )
    )
