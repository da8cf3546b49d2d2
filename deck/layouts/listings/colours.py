"""Code's tokens → runs in the theme's colours, each of which is read well on every ground that code stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from deck.model.contrast import LEAST, contrast
from deck.model.style import Colour
from deck.model.text import Run
from deck.model.theme import Theme

if TYPE_CHECKING:
    from deck.markup.source_code import Token, TokenKind

_COLOURS: Mapping[TokenKind, Colour] = {
    "plain": Colour("dk1"),
    "keyword": Colour("accent1"),
    "name": Colour("accent5"),
    "builtin": Colour("accent2"),
    "string": Colour("accent3"),
    "number": Colour("accent4"),
    "comment": Colour("accent6"),
    "removed": Colour("accent2"),
    "added": Colour("accent3"),
}
_DARKER, _LIGHTER = (85, 70, 55, 40), (25, 50, 75, 90)


def lit_ground(theme: Theme) -> Colour:
    """What highlighted lines stand on: near enough to the others' ground for one colour to be read on both."""
    return Colour("accent4", lum_mod=30) if theme.is_dark else Colour("accent4").lighter(87)


def token_runs(theme: Theme, line: Sequence[Token], *, lit: bool) -> Iterator[Run]:
    """A line's runs; those of a highlighted one are bold, too, for who cannot tell its ground."""
    plain = on_code(theme, _COLOURS["plain"])
    for kind, words in line:
        colour = on_code(theme, _COLOURS[kind])
        yield Run(words, bold=lit, code=True, colour=None if colour == plain else colour)


def on_code(theme: Theme, colour: Colour) -> Colour:
    """This colour, as it is read where code stands, highlighted or not."""
    return readable(theme, colour, theme.grounds.card, lit_ground(theme))


def readable(theme: Theme, colour: Colour, *grounds: Colour) -> Colour:
    """This colour, or the nearest of its shades, then of its tints, that is read on these grounds; else the theme's
    dark or light."""

    def worst(each: Colour) -> float:
        return min(contrast(theme.rgb(each), theme.rgb(ground)) for ground in grounds)

    shades = (Colour(colour.scheme, colour.lum_mod * per_cent // 100, colour.lum_off) for per_cent in _DARKER)
    tints = (Colour(colour.scheme).lighter(per_cent) for per_cent in _LIGHTER)
    good = (each for each in (colour, *shades, *tints) if worst(each) >= LEAST)
    return next(good, max(Colour("dk1"), Colour("lt1"), key=worst))
