"""What the page shows: of each language the last deck that could be laid out, and what is wrong now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from threading import RLock
from typing import Any

from deck.export.svg import Drawing
from deck.ground.inputs import Inputs, at_one_moment
from deck.model.deck import Deck
from deck.model.shapes import ShapeTree
from deck.pipeline.build import Built, LayingOut
from deck.pipeline.reading import Reading, languages, reader
from deck.preview.kept import Kept
from deck.preview.snapshot import deck_json, findings_json


class Preview:
    """One outline in these languages (none: its own and every translation's). Threads may share it.

    Nothing is laid out before it is asked for, and again only once something that it was made of has changed.
    """

    def __init__(self, outline: Path, wanted: Sequence[str] = ()) -> None:
        self.outline = outline
        self._reading: Kept[Reading] = Kept(reader(outline))
        self._tags = Kept(lambda: list(wanted) or languages(outline, self._reading.now()))
        self._languages: dict[str, _Language] = {}
        self._numbers = count(1)
        self._lock = RLock()

    def inputs(self) -> Inputs:
        """Every file that was read for what was asked for, as it was then."""
        with self._lock:
            parts = [self._tags.inputs, *(each.built.inputs for each in self._languages.values())]
        return {path: found for inputs in parts for path, found in inputs.items()}

    def snapshot(self) -> dict[str, Any]:
        """Which languages there are, and what keeps the outline from being read now, as JSON has it."""
        with self._lock, at_one_moment():
            tags = self._offered()
            return {"name": self.outline.name, "languages": tags, "failed": findings_json(self._tags.failed)}

    def language(self, tag: str) -> dict[str, Any] | None:
        """All of one language that the page shows but the pictures; None where it is not offered."""
        with self._lock, at_one_moment():
            if tag not in self._offered():
                return None
            language = self._languages[tag]
            built, failed = language.built.last(), findings_json(language.built.failed)
            shown = deck_json(built, language.versions(built.deck)) if built else None
        return {"tag": tag, "failed": failed, "deck": shown}

    def svg(self, tag: str, slide: str) -> str | None:
        """The picture of the laid-out slide of this id; None where there is no such slide."""
        with self._lock, at_one_moment():
            language = self._languages[tag] if tag in self._offered() else None
            built = language.built.last() if language else None
            if language is None or built is None:
                return None
            trees = built.deck.slides
            return next((language.draw(built.deck, tree) for tree in trees if tree.id == slide), None)

    def _offered(self) -> list[str]:
        tags = self._tags.last() or []
        self._languages = {
            tag: self._languages.get(tag) or _Language(self.outline, tag, self._reading, self._numbers) for tag in tags
        }
        return tags


class _Language:
    """One language's deck, and which of its slides' pictures are other ones than before."""

    def __init__(self, outline: Path, tag: str, reading: Kept[Reading], numbers: Iterator[int]) -> None:
        lay_out = LayingOut(outline, tag)
        self.built: Kept[Built] = Kept(lambda: lay_out(reading.now()))
        self.draw = Drawing()
        self._deck: Deck | None = None
        self._versions: dict[str, int] = {}
        self._numbers = numbers

    def versions(self, deck: Deck) -> list[int]:
        """A number for each slide of the latest deck, which is a new one whenever its picture has changed."""
        if deck is not self._deck:
            same = self._deck.slides if self._deck and self._deck.theme == deck.theme else ()
            before: dict[str, ShapeTree] = {tree.id: tree for tree in same}
            latest = next(self._numbers)
            self._versions = {
                tree.id: self._versions[tree.id] if before.get(tree.id) == tree else latest for tree in deck.slides
            }
            self._deck = deck
        return list(self._versions.values())
