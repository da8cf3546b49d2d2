"""What measuring answers: which lines a text breaks into, at which size, and whether that fits.

The layouts ask through `Measurer`; `deck.typeset` is what answers. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from typing import Protocol

from deck.ground.dataclass import dataclass
from deck.model.style import TextBody
from deck.model.text import Paragraph, Run
from deck.model.units import Rect


@dataclass(frozen=True, slots=True)
class Frame:
    """Paragraphs to be set in a box of this size."""

    paragraphs: tuple[Paragraph, ...]
    body: TextBody
    rect: Rect

    def __hash__(self) -> int:
        # It is looked up again and again; its first and last words and its place tell it from most others.
        words, rect = self.paragraphs, self.rect
        ends = (words[0], words[-1]) if words else ()
        return hash((ends, len(words), self.body, rect.top, rect.height))


@dataclass(frozen=True, slots=True)
class TextLine:
    """One measured line: what stands on it and where, in points from its box's top and start edge.

    `paragraph` is the index of its paragraph; `first` says that it is that paragraph's first line, where a
    bullet stands. `width` leaves out a trailing space.
    """

    paragraph: int
    runs: tuple[Run, ...]
    start: float
    top: float
    width: float
    height: float
    first: bool


@dataclass(frozen=True, slots=True)
class FittedText:
    """Paragraphs set at their sizes. `sizes` has the size of each level of the frame's body, in points.

    `height` is that of the whole text with its insets; `overflow` is by how many points it is too high (or,
    where one word is wider than its line at the least size, too wide), 0 where it fits.

    `line_counts` has how many lines each paragraph takes, `tops` where each begins in a box that anchors it at the
    top. `lay` finds those lines, the widest and highest that any engine may draw, and `draw` those that are most likely
    drawn, when somebody first asks for them.
    """

    paragraphs: tuple[Paragraph, ...]
    body: TextBody
    sizes: tuple[float, ...]
    line_counts: tuple[int, ...]
    height: float
    overflow: float
    tops: tuple[float, ...] = ()
    lay: Callable[[], tuple[TextLine, ...]] = field(default=tuple, repr=False, compare=False)
    draw: Callable[[], tuple[TextLine, ...]] = field(default=tuple, repr=False, compare=False)

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """The widest and highest lines that any engine may draw, by which height and overflow are told."""
        return self.lay()

    @property
    def drawn(self) -> tuple[TextLine, ...]:
        """The lines that are most likely drawn, for a picture of the text: never more than `lines`."""
        return self.draw()

    @property
    def fits(self) -> bool:
        return self.overflow <= 0

    @property
    def shrunk(self) -> float:
        """The set size over the style's own, of the level in use that shrank most: 1 where all is as designed."""
        used = {min(paragraph.level, len(self.sizes) - 1) for paragraph in self.paragraphs}
        return min((self.sizes[level] / self.body.levels[level].size for level in used), default=1.0)


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character that its `font` is not known to have; `script` is its ISO 15924 code, if a theme may name one."""

    character: str
    font: str
    script: str | None = None


class Trial(Protocol):
    """How a frame's text comes out, as a `FittedText` says it, without the text itself."""

    @property
    def line_counts(self) -> Sequence[int]: ...

    @property
    def tops(self) -> Sequence[float]: ...

    @property
    def height(self) -> float: ...

    @property
    def overflow(self) -> float: ...

    @property
    def fits(self) -> bool: ...


class Measurer(Protocol):
    """Sets text in one language with one theme's fonts."""

    def tried(self, frame: Frame) -> Trial:
        """How the frame comes out at its styles' own sizes: quicker than `measure`, for who only chooses."""
        ...

    def measure(self, frame: Frame, scale: float = 1.0) -> FittedText:
        """The frame set at this share of its styles' sizes, none below its least."""
        ...

    def fit(self, frames: Sequence[Frame]) -> tuple[FittedText, ...]:
        """The frames set at the largest one share of their styles' sizes at which all fit, or at the least.

        Frames given together look alike: they share one scale.
        """
        ...

    def missing_glyphs(self, text: FittedText) -> Sequence[MissingGlyph]:
        """The characters of a text that its fonts are not known to have, each once."""
        ...
