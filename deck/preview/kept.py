"""What is made of files, made anew once one of them has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from deck.ground.diagnostics import DeckError, Diagnostic
from deck.ground.inputs import Inputs, note_all, noted
from deck.ground.kept import is_as_it_was

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """What `make` made of its `inputs`, for as long as they are as they were when they were read."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._last: Made | None = None
        self.inputs: Inputs = {}
        self.failed: tuple[Diagnostic, ...] = ()
        """What kept it from being made last; nothing where it could be."""

    def last(self) -> Made | None:
        """What could be made last, which may be older than its inputs; None where nothing ever could."""
        if not self.inputs or not is_as_it_was(self.inputs):
            self._make_anew()
        note_all(self.inputs)
        return self._last

    def now(self) -> Made:
        """What is made of the inputs as they are. DeckError where nothing can be."""
        made = self.last()
        if made is None or self.failed:
            raise DeckError(self.failed)
        return made

    def _make_anew(self) -> None:
        with noted() as inputs:
            try:
                self._last, self.failed = self._make(), ()
            except DeckError as error:
                self.failed = error.diagnostics
            except Exception as error:
                # Whatever it is, the page stays, and the next save may mend it.
                self.failed = (Diagnostic("layout-failed", f"{type(error).__name__}: {error}"),)
        self.inputs = inputs
