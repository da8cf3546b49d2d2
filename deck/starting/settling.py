"""Slides that may be written in several ways → an outline that is right and fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, TypeAlias

from deck.fields.slug import distinct
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Severity
from deck.ground.saving import save
from deck.nodes import writing
from deck.pipeline.build import lay_out

Slide: TypeAlias = dict[str, Any]
"""A slide's fields, but for its id."""


@dataclass(slots=True)
class Variant:
    """A slide: what it may be, the best first; `section` is its section's id, which has this `heading`.

    Where it can be none of these, several slides stand there `instead`; `of` is the id of the one that they stand for.
    `wanted` is the layout that it could not have, and `why`.
    """

    id: str
    section: str
    heading: str
    candidates: list[Slide]
    instead: list[Variant] = field(default_factory=list)
    of: str | None = None
    wanted: str = ""
    why: str = ""

    @property
    def source(self) -> str:
        """The slide as it stands in the outline."""
        first, *others = writing.as_yaml({"id": self.id, **self.candidates[0]}).splitlines()
        return "\n".join([f"      - {first}", *(f"        {line}" if line else "" for line in others)])


def settle(
    outline: Path, header: str, variants: Sequence[Variant], prepare: Callable[[str], None] = lambda _: None
) -> list[Variant]:
    """Writes the outline, with the first of each slide's candidates that is right and fits; returns the slides in it.

    `prepare` is given the text before it is read, so that the files which it names are there. DeckError where
    something is wrong above the slides.
    """
    variants = list(variants)
    while True:
        text, starts = _text(header, variants)
        prepare(text)
        save(text.encode(), outline)
        try:
            found = lay_out(outline).diagnostics
        except DeckError as error:
            found = error.diagnostics
        wrong = [each for each in found if each.severity is Severity.ERROR]
        mistaken = dict[int, str]()
        for each in wrong:
            if each.span and each.span.path == str(outline):
                mistaken.setdefault(max((at for at in starts if at <= each.span.line), default=0), each.message)
        mistaken.pop(0, None)
        if wrong and not mistaken:
            raise DeckError(wrong)
        if not mistaken:
            return variants
        for line, why in mistaken.items():
            variant = starts[line]
            refused = variant.candidates.pop(0)
            variant.wanted, variant.why = variant.wanted or refused["layout"], variant.why or why
        variants = list(_with_others(variants))


def _with_others(variants: Sequence[Variant]) -> Iterator[Variant]:
    """Those that can be something, and what stands there instead of the others."""
    taken = {each.id for each in variants if each.candidates}
    for each in variants:
        if each.candidates:
            yield each
            continue
        for part in each.instead:
            part.id, part.of = distinct(each.id, taken), each.id
            yield part


def _text(header: str, variants: Sequence[Variant]) -> tuple[str, dict[int, Variant]]:
    """The outline, and in which line each slide begins."""
    pieces, starts, last = header.splitlines(), dict[int, Variant](), None
    for variant in variants:
        if variant.section != last:
            last = variant.section
            first, second = writing.as_yaml({"id": last, "title": variant.heading}).splitlines()
            pieces += [f"  - {first}", f"    {second}", "    slides:"]
        starts[len(pieces) + 1] = variant
        pieces += variant.source.split("\n")
    return "\n".join(pieces) + "\n", starts
