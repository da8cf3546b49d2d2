"""A layout: how one kind of slide is written in an outline and arranged on slides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from deck.ground.dataclass import dataclass
from deck.model.content import Content
from deck.model.shapes import Picture, Shape, SlideLayout
from deck.model.style import Colour, TextStyle
from deck.model.text import Paragraph
from deck.model.theme import Theme
from deck.model.typesetting import Measurer

AnyContent = TypeVar("AnyContent", bound=Content)


@dataclass(frozen=True, slots=True)
class Page:
    """One slide as its layout arranged it: the native slide layout and the shapes on it, in reading order.

    `notes` are what it adds to the speaker's. `background` covers the slide, under its slide layout's decoration.
    """

    slide_layout: SlideLayout
    shapes: tuple[Shape, ...]
    title: str
    notes: tuple[Paragraph, ...] = ()
    background: Picture | None = None


@dataclass(frozen=True, slots=True)
class Layout(Generic[AnyContent]):
    """One kind of slide.

    `name` is what an outline writes; `content` is the type of its fields; `documentation` is the module's
    docstring, with an example that can be built. `arrange` gives one page, or several where the content
    continues on further slides. `slide_layouts` are the native ones that every deck offers. `also` are the words by
    which others know such a slide, or what comes nearest to it: a hint names the layout to whoever writes them.
    `samples` are slides in YAML, without ids, that show what the example does not; the gallery has them.
    `texts_on` are styles of text with a ground that they stand on, where none of these slide layouts shows it.
    """

    name: str
    content: type[AnyContent]
    documentation: str
    arrange: Callable[[AnyContent, Theme, Measurer], Iterable[Page]]
    slide_layouts: Callable[[Theme], Iterable[SlideLayout]]
    also: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
    texts_on: Callable[[Theme], Iterable[tuple[TextStyle, Colour]]] = lambda theme: ()

    @property
    def summary(self) -> str:
        """The docstring's first line."""
        return self.documentation.strip().splitlines()[0]
