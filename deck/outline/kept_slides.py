"""What is written in an outline as it was when it was read last is not read again: its slides, wherever they stand, and
what stands above them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Span
from deck.ground.inputs import Inputs, note_all
from deck.ground.kept import is_as_it_was
from deck.ground.late_pattern import late_pattern
from deck.model.presentation import Slide
from deck.nodes import Node
from deck.nodes.recompose import Composing
from deck.outline.header import OutlineFields

_ALIAS = late_pattern(r"(?m)(?:^|[-:,\[{])[ \t]*\*\S")
"""What may be an alias: then the slide is not made of its own lines alone, and is not kept."""

Written = tuple[int, int, str]
"""Where a slide begins, by line and column, and its lines."""


@dataclass(frozen=True, slots=True)
class SlideRead:
    """What came of reading a slide: of these files, with these icons, and with what is wrong there."""

    slide: Slide | None
    icons: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    inputs: Inputs


class KeptSlides:
    """The slides of an outline as they were read last, by how they are written there; its nodes stay, too."""

    def __init__(self) -> None:
        self.compose = Composing()
        self._header: tuple[object, OutlineFields] | None = None
        self._context: object = None
        self._before: dict[Written, SlideRead] = {}
        self._now: dict[Written, SlideRead] = {}
        self._elsewhere: dict[tuple[int, str], int] | None = None

    def header(
        self, context: object, read: Callable[[], OutlineFields | None], diagnostics: Sequence[Diagnostic]
    ) -> OutlineFields | None:
        """What stands above the slides: all that it is made of is its `context`.

        It is read where that is another, and where something was wrong there, which is told among the `diagnostics`.
        """
        if self._header and self._header[0] == context:
            return self._header[1]
        before = len(diagnostics)
        header = read()
        self._header = (context, header) if header and len(diagnostics) == before else None
        return header

    def begin(self, context: object) -> None:
        """The outline is read anew. All that the slides take from elsewhere in it is its `context`."""
        self._before, self._now = (self._now if context == self._context else {}), {}
        self._context, self._elsewhere = context, None

    def slide(self, written: Written | None, read: Callable[[], SlideRead]) -> SlideRead:
        """The slide that stands there in this way, read where it is a new one, or a file of it is."""
        found = (self._before.get(written) or self._moved(*written)) if written else None
        if found is not None and is_as_it_was(found.inputs):
            note_all(found.inputs)
        else:
            found = read()
            if written and _ALIAS.search(written[2]):
                return found
        if written:
            self._now[written] = found
        return found

    def _moved(self, line: int, column: int, lines: str) -> SlideRead | None:
        """A slide that stood in another line, where nothing is to be said of it: that would tell its lines."""
        if self._elsewhere is None:
            self._elsewhere = {(column, lines): line for line, column, lines in self._before}
        first = self._elsewhere.get((column, lines))
        found = self._before.get((first, column, lines)) if first else None
        if first is None or found is None or found.slide is None or found.diagnostics:
            return None
        slide, last = found.slide, first + lines.count("\n")
        own = [span for span in (slide.span, *slide.spans.values()) if span.path == slide.span.path]
        if not all(first <= span.line <= last for span in own):
            return None

        def moved(span: Span) -> Span:
            return replace(span, line=span.line + line - first) if span.path == slide.span.path else span

        spans = {path: moved(span) for path, span in slide.spans.items()}
        return replace(found, slide=replace(slide, span=moved(slide.span), spans=spans))


class SlideLines:
    """The lines of each slide of an outline's text; `begins` are the nodes that begin where another one ends."""

    def __init__(self, text: str, path: str, begins: Iterable[Node]) -> None:
        self._lines, self._path = text.split("\n"), path
        self._starts: Sequence[int] = sorted({node.span.line for node in begins if node.span.path == path})

    def written(self, node: Node) -> Written | None:
        """How a slide is written; None where it stands in another file."""
        if node.span.path != self._path:
            return None
        line = node.span.line
        after = bisect_right(self._starts, line)
        end = self._starts[after] - 1 if after < len(self._starts) else len(self._lines)
        return line, node.span.column, "\n".join(self._lines[line - 1 : end])
