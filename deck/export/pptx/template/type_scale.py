"""A type scale for a template: its own titles, texts and feet, and what it has not, in sizes that go with its room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deck.model.contrast import LEAST, contrast
from deck.model.dressing import Look
from deck.model.rescaling import rescaled
from deck.model.shapes import SlideKind
from deck.model.style import Colour, TextStyle
from deck.model.template import Template
from deck.model.theme import Grid, Theme

_USUAL_ROOM, _SMALLEST, _LEAST_SIZE = 59.0, 0.75, 10.5
"""How high the content is that the known themes' sizes are for, and how much smaller they are in less room."""


def styles(
    plain: Theme, title: TextStyle, levels: tuple[TextStyle, ...], template: Template, grid: Grid
) -> Mapping[str, TextStyle]:
    """The type scale of the base, smaller where there is less room, with the template's own titles, texts and feet."""
    share = min(1.0, max(_SMALLEST, grid.body_height / _USUAL_ROOM))
    found = {name: _smaller(style, share) for name, style in plain.styles.items()}
    found["title"] = title
    for number, level in enumerate(levels, start=1):
        found[f"body-{number}"] = _readable(level, plain)
    for slot in template.footers:
        if slot.type in ("ftr", "sldNum"):
            # On slides of other grounds than the template's own, whose foot may stand on a band.
            found["footer" if slot.type == "ftr" else "slide-number"] = _readable(slot.body.levels[0], plain)
    # These stand on its ground, where its own slide layout for them does not serve.
    for name in ("cover-title", "section-title", "closing-title"):
        found[name] = _readable(replace(found[name], colour=title.colour), plain)
    found["quote"] = replace(found["quote"], colour=Colour("dk1"))
    found["quote-attribution"] = replace(found["quote-attribution"], colour=Colour("accent6"))
    for name in ("cover-subtitle", "section-text"):
        found[name] = replace(found[name], colour=Colour("dk1"))
    found["key-figure-label"] = replace(found["key-figure-label"], colour=Colour("dk1" if plain.is_dark else "lt1"))
    return found


def look(look: Look, kind: SlideKind, plain: Theme) -> Look:
    """How a kind of slide is dressed that the template has none of: its colours, and no decoration."""
    ground = look.ground
    if kind in ("cover", "divider", "closing"):
        look = replace(look, bar=Colour("accent1"))
        ground = Colour("lt1")
    if kind == "quote":
        look, ground = replace(look, mark=Colour("accent1")), Colour("lt1")
    # Nothing is drawn beside large titles.
    width = look.text_width if kind == "quote" else plain.grid.width
    return replace(look, ground=ground, decoration=(), text_width=width)


def _readable(style: TextStyle, plain: Theme) -> TextStyle:
    """The style, in the colour of text where its own is faint on the slide's ground."""
    faint = contrast(plain.rgb(style.colour), plain.rgb(Colour("lt1"))) < LEAST
    return replace(style, colour=Colour("dk1")) if faint else style


def _smaller(style: TextStyle, share: float) -> TextStyle:
    """The style at this share of its sizes, and less where it must fit; none smaller than what can be read."""
    made = rescaled(style, share)
    size = max(made.size, min(style.size, _LEAST_SIZE))
    least = max(_SMALLEST * made.minimum_size, min(style.minimum_size, _LEAST_SIZE))
    return replace(made, size=size, minimum_size=min(size, least))
