"""A slide as a whole picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, repeat

from deck.export.svg.canvas import Canvas
from deck.export.svg.drawing import fill, number
from deck.export.svg.shapes import shape_svg
from deck.export.xml import content, value
from deck.model.deck import Deck
from deck.model.shapes import AutoShape, Connector, Shape, ShapeTree, TextBox
from deck.model.units import points


def slide_svg(deck: Deck, slide: ShapeTree, address: Callable[[str], str] = "#{}".format) -> str:
    """A slide of this deck as an SVG document in points: its ground, what its template draws, its slide layout's
    decoration, its shapes.

    `address` is where another slide is found, by its id in the deck: an anchor of its id, if nothing else is said.

    The same slide gives the same text. Fonts are named, not held; where none of those named is there, the
    system's own are drawn, which may be wider than what was measured.
    """
    return Drawing(address)(deck, slide)


class Drawing:
    """Draws one slide after another, as `slide_svg`: a shape that stayed as it was is not drawn again."""

    def __init__(self, address: Callable[[str], str] = "#{}".format) -> None:
        self._address = address
        self._about: object = None
        self._drawn: list[tuple[Shape, str]] = []

    def __call__(self, deck: Deck, slide: ShapeTree) -> str:
        """The slide of this deck as an SVG document."""
        targets = deck.targets()
        canvas = Canvas(
            deck.theme,
            deck.language,
            f"{slide.id}.{deck.language}",
            lambda name: self._address(targets.get(name, name)),
        )
        about = deck.theme, deck.language, targets
        if about != self._about:
            self._about, self._drawn = about, []
        width, height = number(points(deck.theme.width)), number(points(deck.theme.height))
        layout = slide.slide_layout
        title = canvas.next_id()
        behind = layout.backdrop
        grounds = [each for each in (behind.ground if behind else None, slide.background) if each]
        drawn = (*grounds, *(behind.shapes if behind else ()), *layout.decoration, *slide.shapes)
        shapes = "".join(self._shapes(canvas, drawn))
        direction = ' direction="rtl" unicode-bidi="embed"' if canvas.right_to_left else ""
        language = value(deck.language.tag)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}pt"'
            f' height="{height}pt" role="group" aria-labelledby="{title}" xml:lang={language} lang={language}'
            f'{direction} text-rendering="geometricPrecision" xml:space="preserve">'
            f'<title id="{title}">{content(slide.title)}</title>'
            f'<rect width="{width}" height="{height}"{fill(deck.theme, layout.background)}/>{shapes}</svg>\n'
        )

    def _shapes(self, canvas: Canvas, shapes: Sequence[Shape]) -> Iterator[str]:
        before, self._drawn = self._drawn, []
        for shape, (was, made) in zip(shapes, chain(before, repeat((None, ""))), strict=False):
            # What takes ids is numbered with the slide that it is on.
            same = isinstance(shape, TextBox | AutoShape | Connector) and shape == was
            drawn = made if same else shape_svg(canvas, shape)
            self._drawn.append((shape, drawn))
            yield drawn
