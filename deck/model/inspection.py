"""What is found in a finished deck, whoever made it: remarks with their places, and what it uses."""

from __future__ import annotations

from typing import Literal

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Severity

Topic = Literal["package", "accessibility", "fit", "fonts", "languages", "personal data"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding in a deck: its topic and stable `code`, what is wrong, and how to mend it in PowerPoint.

    `slide` counts from 1, as PowerPoint shows it; None where the whole deck is meant. `shape` is its name in the
    selection pane, "" where a slide is meant.
    """

    topic: Topic
    code: str
    severity: Severity
    message: str
    hint: str = ""
    slide: int | None = None
    shape: str = ""

    @property
    def place(self) -> str:
        """Slide and shape in words; "" for the whole deck."""
        if self.slide is None:
            return ""
        return f"slide {self.slide}" + (f", “{self.shape}”" if self.shape else "")


@dataclass(frozen=True, slots=True)
class Inspection:
    """A deck's remarks, its number of slides, and the fonts and languages of its text, the most used first."""

    remarks: tuple[Remark, ...]
    slides: int
    fonts: tuple[str, ...]
    languages: tuple[str, ...]
