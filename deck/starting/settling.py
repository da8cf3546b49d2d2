"""Slides that may be written in several ways → an outline that is right and fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, TypeAlias

from deck.fields.slug import distinct
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Severity
from deck.ground.saving import save
from deck.nodes import writing
from deck.pipeline.build import Built, LayingOut, lay_out_each

Slide: TypeAlias = dict[str, Any]
"""A slide's fields, but for its id."""
_Written: TypeAlias = dict[tuple[str, str | None, int], list[str]]
"""The lines of slides that were written, by their place."""
_TOO_MUCH = frozenset(("text-overflow", "too-many", "too-long"))
"""The findings by which something has no room."""


@dataclass(slots=True)
class Variant:
    """A slide: what it may be, the best first; `section` is its section's id, which has this `heading`.

    Where it can be none of these, several slides stand there `instead`; `of` is the id of the one that they stand for,
    and `apart` why. `wanted` is the layout that it could not have, and `refused` has what was wrong with each. It is
    `still` where its parts were to appear click by click, and it has none.
    """

    id: str
    section: str
    heading: str
    candidates: list[Slide]
    instead: list[Variant] = field(default_factory=list)
    of: str | None = None
    apart: str = ""
    wanted: str = ""
    refused: list[Diagnostic] = field(default_factory=list)
    still: bool = False

    @property
    def why(self) -> str:
        """Why it could not be what was best."""
        return self.refused[0].message if self.refused else ""

    @property
    def misfit(self) -> str:
        """What is wrong with it besides its size; nothing where it is only too much."""
        return next((one.message for one in self.refused if one.code not in _TOO_MUCH), "")

    @property
    def source(self) -> str:
        """The slide as it stands in the outline."""
        first, *others = writing.as_yaml({"id": self.id, **self.candidates[0]}).splitlines()
        return "\n".join([f"      - {first}", *(f"        {line}" if line else "" for line in others)])


def settle(
    outline: Path,
    header: str,
    variants: Sequence[Variant],
    prepare: Callable[[str], None] = lambda _: None,
    translate: Callable[[], Sequence[str]] = lambda: (),
) -> list[Variant]:
    """Writes the outline, with the first of each slide's candidates that is right and fits; returns the slides in it.

    `prepare` is given the text before it is read, so that the files which it names are there. `translate` is called
    when the outline is right, writes its catalogs and names their languages: in these, too, each slide is to fit, but
    stays where it can be nothing else. DeckError where something is wrong above the slides.
    """
    variants = list(variants)
    kept: dict[str | None, LayingOut] = {}
    written: _Written = {}
    while True:
        text, starts = _text(header, variants, written)
        prepare(text)
        save(text.encode(), outline)
        mistaken, still = _mistaken(outline, starts, lay_out_each(outline, kept=kept))
        still = still if not mistaken else []
        for variant in still:
            variant.still = bool(variant.candidates[0].pop("reveal"))
            del written[_place(variant)]
        if still:
            continue
        if not mistaken and (languages := translate()):
            found, _ = _mistaken(outline, starts, lay_out_each(outline, languages, kept=kept))
            mistaken = {line: one for line, one in found.items() if len(starts[line].candidates) > 1}
        if not mistaken:
            return variants
        for line, one in mistaken.items():
            variant = starts[line]
            variant.wanted = variant.wanted or variant.candidates[0]["layout"]
            variant.refused.append(one)
            del variant.candidates[0]
        variants = list(_with_others(variants))


def _place(variant: Variant) -> tuple[str, str | None, int]:
    """What a slide is known by while others are tried: its first part has its id, too."""
    return variant.id, variant.of, len(variant.candidates)


def _mistaken(
    outline: Path, starts: dict[int, Variant], built: Iterable[Built]
) -> tuple[dict[int, Diagnostic], list[Variant]]:
    """What is first wrong in each slide with an error, by where it begins; and the slides whose parts are to appear
    click by click, and that have none which could. DeckError where all errors are elsewhere."""
    by_id = {variant.id: start for start, variant in starts.items()}
    found: list[tuple[Diagnostic, int]] = []
    try:
        for each in built:
            translated = {
                (span.path, span.line): by_id.get(slide.id, 0)
                for slide in each.presentation.slides
                for span in slide.spans.values()
                if span.path != str(outline)
            }
            for one in each.diagnostics:
                there = translated.get((one.span.path, one.span.line), 0) if one.span else 0
                found.append((one, there or _start(one, outline, starts)))
    except DeckError as error:
        found += [(one, _start(one, outline, starts)) for one in error.diagnostics]
    errors = [(one, start) for one, start in found if one.severity is Severity.ERROR]
    mistaken = dict[int, Diagnostic]()
    for one, start in errors:
        if start:
            mistaken.setdefault(start, one)
    if errors and not mistaken:
        raise DeckError(one for one, _ in errors)
    waits = (starts[start] for one, start in found if start and one.code == "nothing-to-reveal")
    return mistaken, [each for each in waits if "reveal" in each.candidates[0]]


def _start(one: Diagnostic, outline: Path, starts: Iterable[int]) -> int:
    """Where the slide begins in which a finding in the outline is; 0 where it is in none."""
    if one.span is None or one.span.path != str(outline):
        return 0
    line = one.span.line
    return max((at for at in starts if at <= line), default=0)


def _with_others(variants: Sequence[Variant]) -> Iterator[Variant]:
    """Those that can be something, and what stands there instead of the others."""
    taken = {each.id for each in variants if each.candidates}
    for each in variants:
        if each.candidates:
            yield each
            continue
        for part in each.instead:
            part.id, part.of, part.apart = distinct(each.id, taken), each.id, each.misfit
            yield part


def _text(header: str, variants: Sequence[Variant], written: _Written) -> tuple[str, dict[int, Variant]]:
    """The outline, and in which line each slide begins; `written` keeps the lines of each slide's candidates."""
    pieces, starts, last = header.splitlines(), dict[int, Variant](), None
    for variant in variants:
        if variant.section != last:
            last = variant.section
            first, second = writing.as_yaml({"id": last, "title": variant.heading}).splitlines()
            pieces += [f"  - {first}", f"    {second}", "    slides:"]
        starts[len(pieces) + 1] = variant
        lines = written.setdefault(_place(variant), [])
        if not lines:
            lines += variant.source.split("\n")
        pieces += lines
    return "\n".join(pieces) + "\n", starts
