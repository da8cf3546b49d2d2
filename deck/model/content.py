"""What layouts build a slide's content from, which is fields: texts, figures, pictures, entries of lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal, NewType, Self, TypeAlias

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.fields import Citation, Fields, Part
from deck.model.speech import Speech
from deck.model.text import Amount, Run, Text


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A picture file that was read: its bytes and its size in pixels.

    A `drawing` is the SVG of which `data` is a picture; then only the relation of width and height means anything.
    """

    path: str
    data: bytes
    width: int
    height: int
    drawing: bytes | None = None


@dataclass(frozen=True, slots=True)
class FilmFile:
    """A film's file that was read: an MP4, its bytes, and its size in pixels as it is shown.

    `sound` says whether it has any, `subtitled` whether captions are in the file itself.
    """

    path: str
    data: bytes
    width: int
    height: int
    sound: bool = True
    subtitled: bool = False


@dataclass(frozen=True, slots=True)
class CaptionsFile:
    """A file of a film's captions that was read: its text, in WebVTT."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class FocalPoint:
    """The point of a picture that stays in sight where its sides are cut: shares (0–1) from its left and its top."""

    across: float = 0.5
    down: float = 0.5


@dataclass(frozen=True, slots=True)
class CodeFile:
    """A file of source code that was read: its path from the outline, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """A section of the outline as an agenda shows it: its title, and its planned time in words, if it has any."""

    id: str
    title: Text
    time: Text | None


Words: TypeAlias = Text
"""One paragraph, with **bold**, *italic* and [links](https://…)."""
Prose = NewType("Prose", Text)
"""Paragraphs, with a blank line between them."""
Notes = NewType("Notes", Text)
"""Paragraphs, lists and headings, line by line."""
Code = NewType("Code", str)
"""Source code: nobody translates it, and its lines and indents stay."""
Tex = NewType("Tex", str)
"""A formula in LaTeX: nobody translates it."""
LineNumbers = NewType("LineNumbers", tuple[tuple[int, int], ...])
"""Lines by their numbers, in ranges with both ends: `3, 5-7`."""
CodeLanguage = NewType("CodeLanguage", str)
"""The name of a language of code, such as `python`."""
Figure: TypeAlias = Amount
"""A number (`50_000_000`), written as the language writes it, or words."""
Source: TypeAlias = Citation
"""The name of one of the outline's sources."""
IconName = NewType("IconName", str)
"""The name of one of the theme's icons."""


class Item(Part):
    """One entry of a list."""

    text: Words
    """What it says."""
    items: tuple[Item, ...] = ()
    """Entries below this one, to the third level."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """Entries three levels below this one: no slide has a style for them."""
        for below in self.items:
            for lowest in below.items:
                if lowest.items:
                    message = f"a list goes down three levels, and these stand below the third, under `{lowest.id}`"
                    place = f"items.{below.id}.items.{lowest.id}.items"
                    yield Diagnostic("too-deep", message, hint="put them on a slide of their own", field=place)


class Picture(Fields):
    """A picture, and what it says to those who cannot see it."""

    written = "{{file: {}, description: what it shows}}"

    file: ImageFile
    """A PNG, JPEG, SVG, WebP or GIF file, by its path from the outline."""
    fit: Literal["whole", "cover"] | None = None
    """Whether all of it is shown (`whole`), or it is cut to fill its place (`cover`); else as the layout does."""
    focus: FocalPoint | None = None
    """What stays in sight where it is cut: words such as `top` or `top left`, or shares from the left and the top, as
    in `30% 20%`."""
    description: Words | None = None
    """What the picture shows, for those who cannot see it."""
    decorative: bool = False
    """Whether it says nothing, and needs no description."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """Neither a description nor the word that there is nothing to describe, or both."""
        if self.description and self.decorative:
            message = "a picture that is described is not decorative"
            yield Diagnostic("invalid-value", message, hint="take one of the two out", field="decorative")
        elif not self.description and not self.decorative:
            message = "those who cannot see this picture get nothing of it"
            hint = "write `description: what it shows`, or `decorative: true` if it says nothing"
            yield Diagnostic("missing-description", message, None, hint, Severity.WARNING, "file")


class Background(Fields):
    """A picture behind all that is on a slide; it says nothing, and needs no description."""

    file: ImageFile
    """A PNG, JPEG, SVG, WebP or GIF file, by its path from the outline."""
    focus: FocalPoint | None = None
    """What stays in sight where it is cut: words such as `top`, or shares from the left and the top."""


class Content(Fields):
    """The fields of one kind of slide."""

    title: Words
    """The slide's title."""
    subtitle: Words | None = None
    """What tells this slide from others of its title."""

    def told_apart(self, turn: int) -> Self:
        """A copy whose title says which of those of its name it is: by its subtitle, or that it is the second or so.

        It is this very content where the title says it already.
        """
        if self.subtitle:
            below = (replace(paragraph, level=1) for paragraph in self.subtitle.paragraphs)
            return self.replaced(title=replace(self.title, paragraphs=(*self.title.paragraphs, *below)))
        return self.counted(turn)

    def counted(self, turn: int) -> Self:
        """A copy whose title says that it is the second of its name, or so; the first says nothing."""
        if turn == 1:
            return self
        *others, last = self.title.paragraphs
        number = Run(f"\N{NO-BREAK SPACE}({turn})", bold=last.runs[-1].bold)
        last = replace(last, runs=(*last.runs, number))
        return self.replaced(title=replace(self.title, paragraphs=(*others, last)))

    def sorted_by(self, key: Callable[[Text], Any]) -> Self:
        """A copy with what the author wants sorted in the order of this key; as it is where nothing is."""
        return self

    def compared(self, in_digits: Callable[[], Self], ungrouped: Callable[[], Self]) -> Self:
        """A copy in which figures that are compared are written alike, and those that are years as years.

        `in_digits` has them with all their digits, `ungrouped` with no mark between these.
        """
        return self

    def planned(self, session: Callable[[], Sequence[PlannedSection]]) -> Self:
        """A copy that shows the session as it is planned, where the author leaves that to the outline."""
        return self

    def resolved(self, sections: Mapping[str, Text]) -> Self:
        """A copy that calls by their ids what its author calls by words, while they are the outline's own language's.

        `sections` are the outline's: their titles by their ids.
        """
        return self

    def shares(self) -> Iterable[Mapping[str, Amount]]:
        """The figures that are drawn as shares of a whole, of each such whole, by the paths of their fields."""
        return ()

    @property
    def unit(self) -> Text | None:
        """What stands after each of its numbers, where its author says so once for all."""
        return None

    @property
    def reckons(self) -> bool:
        """Whether each of its figures is a number to reckon with, also one that is typed as a text: `"1250"`."""
        return False

    @property
    def phrases(self) -> tuple[str, ...]:
        """The names of the phrases of the deck's own, such as `chart.bar`, that it may say, but for mere signs."""
        return ()

    def spoken(self, speech: Speech) -> Self:
        """A copy that knows how its language says what it makes of its figures itself."""
        return self

    def revealed(self) -> Self:
        """A copy whose parts appear click by click, where it is drawn otherwise then."""
        return self
