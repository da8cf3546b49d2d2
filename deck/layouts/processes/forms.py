"""What the forms of steps share: the words of a step, and which slots they fill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Self

from deck.ground.dataclass import dataclass
from deck.layouts.frame.composition import height_of
from deck.layouts.frame.slots import FIRST_IDX, Entry, frame
from deck.model.content import Words
from deck.model.fields import Part
from deck.model.shapes import SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer


class Step(Part):
    """One step."""

    heading: Words
    """What is done, in a few words."""
    text: Words | None = None
    """More about it."""


Filled = tuple[int, str, list[Entry]]
"""A slot's index, the path of the field that it shows, and its words: the heading at level 0, the text at level 1."""


@dataclass(frozen=True, slots=True)
class StepForm:
    """Where steps stand in one form: a slot each, which holds heading and text. Texts are larger by a step."""

    theme: Theme
    steps: tuple[Step, ...]
    larger: float = 1

    def slide_layout(self) -> SlideLayout:
        """The native slide layout."""
        raise NotImplementedError

    def groups(self) -> list[list[Filled]]:
        """What fills the slots; those of one group are set alike."""
        return [
            [
                (FIRST_IDX + at, f"steps.{step.id}", [(step.heading, 0), (step.text, 1)])
                for at, step in enumerate(self.steps)
            ]
        ]

    def frames(self) -> list[list[Frame]]:
        """The words of each group in their slots."""
        layout = self.slide_layout()
        return [[frame(layout.placeholder(idx), *said) for idx, _, said in group] for group in self.groups()]

    def settled(self, measurer: Measurer) -> Self:
        """The form with its places as its words ask for, once they have their size."""
        return self

    def at(self, larger: float) -> Self:
        """The form with larger texts."""
        return replace(self, larger=larger)


def highest(frames: Sequence[Frame], measurer: Measurer) -> float:
    """How high the highest of these texts is, in grid units; 0 where there is none."""
    said = [each for each in frames if each.paragraphs]
    return height_of(measurer.fit(said)) if said else 0
