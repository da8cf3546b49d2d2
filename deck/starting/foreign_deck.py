"""A deck of another program, as it was read: its slides, and what cannot be taken over, each with its line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from deck.ground.dataclass import dataclass
from deck.starting.markdown_slide import ForeignSlide
from deck.starting.telling import Told


@dataclass(slots=True)
class ForeignDeck:
    """A whole deck: its front matter, its slides, and what cannot be taken over, each with its line.

    `running` has what stands at the edges of all slides, header and footer, each with its line; `footnotes` are the
    title page's. `head` are the front matter's lines.
    """

    matter: Mapping[str, Any]
    slides: list[ForeignSlide]
    left_out: list[Told]
    by_headings: bool
    running: dict[str, Told] = field(default_factory=dict)
    footnotes: list[str] = field(default_factory=list)
    head: Sequence[str] = ()

    def told_at(self, numbers: Sequence[int], more: Sequence[Told]) -> ForeignDeck:
        """The deck, which tells of the lines that have these numbers, in their order; and of `more`."""

        def at(line: int) -> int:
            return numbers[min(line, len(numbers)) - 1]

        slides = [
            replace(
                slide,
                line=at(slide.line),
                columns=[[piece._replace(line=at(piece.line)) for piece in column] for column in slide.columns],
            )
            for slide in self.slides
        ]
        left_out = [(at(line), what) for line, what in self.left_out]
        running = {name: (at(line), what) for name, (line, what) in self.running.items()}
        return replace(self, slides=slides, left_out=sorted([*left_out, *more]), running=running)
