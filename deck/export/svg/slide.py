"""A slide as a whole picture."""

from __future__ import annotations

from collections.abc import Callable

from deck.export.svg.canvas import Canvas
from deck.export.svg.drawing import fill, number
from deck.export.svg.shapes import shape_svg
from deck.export.xml import content, value
from deck.model.deck import Deck
from deck.model.shapes import ShapeTree
from deck.model.units import points


def slide_svg(deck: Deck, slide: ShapeTree, address: Callable[[str], str] = "#{}".format) -> str:
    """A slide of this deck as an SVG document in points: its ground, what its template draws, its slide layout's
    decoration, its shapes.

    `address` is where another slide is found, by its id in the deck: an anchor of its id, if nothing else is said.

    The same slide gives the same text. Fonts are named, not held; where none of those named is there, the
    system's own are drawn, which may be wider than what was measured.
    """
    canvas = Canvas(
        deck.theme,
        deck.language,
        f"{slide.id}.{deck.language}",
        lambda name: address(deck.targets().get(name, name)),
    )
    width, height = number(points(deck.theme.width)), number(points(deck.theme.height))
    layout = slide.slide_layout
    title = canvas.next_id()
    behind = layout.backdrop
    grounds = [each for each in (behind.ground if behind else None, slide.background) if each]
    drawn = (*grounds, *(behind.shapes if behind else ()), *layout.decoration, *slide.shapes)
    shapes = "".join(shape_svg(canvas, shape) for shape in drawn)
    direction = ' direction="rtl" unicode-bidi="embed"' if canvas.right_to_left else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}pt" height="{height}pt"'
        f' role="group" aria-labelledby="{title}" xml:lang={value(deck.language.tag)} lang={value(deck.language.tag)}'
        f'{direction} text-rendering="geometricPrecision" xml:space="preserve">'
        f'<title id="{title}">{content(slide.title)}</title>'
        f'<rect width="{width}" height="{height}"{fill(deck.theme, layout.background)}/>{shapes}</svg>\n'
    )
