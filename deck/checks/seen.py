"""What laid-out slides give the checks to look at: little of most, so it is kept while a slide is as it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from deck.checks.texts import texts
from deck.ground.kept import while_it_is_there
from deck.model.equations import Equation
from deck.model.shapes import Group, ShapeTree, Table
from deck.model.text import Paragraph
from deck.model.typesetting import Measurer, MissingGlyph


class Seen(NamedTuple):
    """Whether anything on a slide may be larger than its place, and where its links within the deck lead.

    With each of these names is the field that has it.
    """

    may_overflow: bool = False
    links: tuple[tuple[str | None, str], ...] = ()


_NOTHING = Seen()


@while_it_is_there
def seen(tree: ShapeTree) -> Seen:
    """What there is on a slide."""
    may_overflow, links = False, list[tuple[str | None, str]]()
    for shape in tree.shapes:
        may_overflow = may_overflow or (isinstance(shape, Equation | Group | Table) and shape.overflow > 0)
        for field, text in texts(shape):
            may_overflow = may_overflow or not text.fits
            links += [(field, name) for name in _named(text.paragraphs)]
    links += [("notes", name) for name in _named(tree.notes)]
    return Seen(may_overflow, tuple(links)) if may_overflow or links else _NOTHING


@while_it_is_there
def lacking(tree: ShapeTree, measurer: Measurer) -> tuple[MissingGlyph, ...]:
    """The characters on a slide that are in no font named for them."""
    every = (text for shape in tree.shapes for _, text in texts(shape))
    return tuple(one for text in every for one in measurer.missing_glyphs(text))


def _named(paragraphs: Iterable[Paragraph]) -> list[str]:
    links = [run.link for paragraph in paragraphs for run in paragraph.runs if run.link]
    return [link[1:] for link in links if link.startswith("#")]
