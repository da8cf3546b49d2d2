"""A rule for any deck: a generator of findings, how bad they are, and how to mend them in PowerPoint."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from deck.export.pptx.opened import OpenedDeck
from deck.ground.diagnostics import Severity
from deck.model.inspection import Remark, Topic

Found = tuple[int | None, str, str]
"""A slide's number, a shape's name, and what is wrong with it."""


class InspectionRule(NamedTuple):
    """`check` finds; its name, with hyphens, is the code of what it finds."""

    check: Callable[[OpenedDeck], Iterator[Found]]
    severity: Severity
    hint: str

    @property
    def code(self) -> str:
        return self.check.__name__.replace("_", "-")

    def remarks(self, deck: OpenedDeck, topic: Topic) -> Iterator[Remark]:
        """What it finds in a deck."""
        for slide, shape, message in self.check(deck):
            yield Remark(topic, self.code, self.severity, message, self.hint, slide, shape)
