"""A paragraph measured once in em, and broken into lines at any size by adding up.

Lines are filled greedily, as PowerPoint and LibreOffice fill them: each takes as many segments as fit.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import add, attrgetter

from deck.model.text import Paragraph, Run
from deck.typeset.breaks import Segment, hard_lines, is_unspaced, kept_together, plain_words, segments
from deck.typeset.face import Face

_PLAIN = Run("")
_CODE = attrgetter("code")
NO_BREAK = "\N{NO-BREAK SPACE}"
UNSPACED_SLACK = 1.5
"""By how many em lines are set shorter where an engine's dictionary decides where they end, by words not known here."""


class HardLine:
    """What stands between two hard line breaks: `lefts` and `rights` are where each segment's ink begins and ends if
    all of them stand on one line, in em; `kept` are the ranges of segments that go on to the next line as one rather
    than be parted at the end of a line."""

    def __init__(
        self,
        lefts: Sequence[float],
        rights: Sequence[float],
        places: tuple[Sequence[int], Sequence[int]],
        slack: float = 0.0,
        widest: float = 0.0,
        kept: Sequence[tuple[int, int]] = (),
    ) -> None:
        """`places` are where the segments begin and end in the paragraph's text."""
        self._sides, self._places = (lefts, rights), places
        self.slack, self.widest, self.kept = slack, widest, kept

    @property
    def lefts(self) -> Sequence[float]:
        """Where each segment's ink begins on an endless line, in em."""
        return self._found_sides()[0]

    @property
    def rights(self) -> Sequence[float]:
        """Where it ends there."""
        return self._found_sides()[1]

    @property
    def starts(self) -> Sequence[int]:
        """Where each segment's ink begins in the paragraph's text."""
        return self._found_places()[0]

    @property
    def ends(self) -> Sequence[int]:
        """Where it ends."""
        return self._found_places()[1]

    def _found_sides(self) -> tuple[Sequence[float], Sequence[float]]:
        return self._sides

    def _found_places(self) -> tuple[Sequence[int], Sequence[int]]:
        return self._places

    def breaks(self, first: float, rest: float) -> list[int]:
        """The index after each line's last segment, for a first line of `first` em and others of `rest` em."""
        lefts, rights = self._sides
        count = len(rights)
        if rights[-1] <= first and not self.kept:
            return [count]
        if self.slack:
            first, rest = self.room(first, rest)
        ends, start, width = [], 0, first
        while start < count:
            end = bisect_right(rights, lefts[start] + width, start)
            if end == start:
                end += 1
            for first_kept, after in self.kept:
                if start < first_kept < end < after:
                    end = first_kept
            ends.append(end)
            start, width = end, rest
        return ends

    def room(self, first: float, rest: float) -> tuple[float, float]:
        """What of these widths may be filled, in em."""
        if not self.slack or self.rights[-1] <= first:
            return first, rest
        return max(first - self.slack, first / 2), max(rest - self.slack, rest / 2)

    def widths(self, ends: Sequence[int]) -> Iterator[float]:
        """The widths of the lines that end there, in em."""
        for start, end in pairwise((0, *ends)):
            yield self.rights[end - 1] - self.lefts[start]

    def ranges(self, ends: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The ranges of the paragraph's text that stand on those lines."""
        for start, end in pairwise((0, *ends)):
            yield self.starts[start], self.ends[end - 1]

    def excess(self, ends: Sequence[int], first: float, rest: float) -> float:
        """By how many em a segment is wider than its line, 0 where none is."""
        if self.widest <= first and self.widest <= rest:
            return 0.0
        return max(0.0, *(width - (rest if index else first) for index, width in enumerate(self.widths(ends))))


class WordsLine(HardLine):
    """A line of words with one space between each two. Where each begins and ends is found when somebody asks, as few
    do: lines end after words with the spaces after them."""

    def __init__(self, words: Sequence[str], face: Face, plain: Face) -> None:
        """The words are in this face, the spaces in the plain one."""
        space = plain.space
        widths = list(map(face.followed_by(space).__getitem__, words))
        self._words, self._face, self._space = words, face, space
        self._stops = list(accumulate(widths))
        self._sides, self._places = ((), ()), ((), ())
        self.slack, self.widest, self.kept = 0.0, max(widths) - space, ()

    def breaks(self, first: float, rest: float) -> list[int]:
        stops, space = self._stops, self._space
        count = len(stops)
        if stops[-1] <= first + space:
            return [count]
        end = bisect_right(stops, first + space) or 1
        ends, width = [end], rest + space
        while end < count:
            end = bisect_right(stops, stops[end - 1] + width, end + 1)
            ends.append(end)
        return ends

    def _found_sides(self) -> tuple[Sequence[float], Sequence[float]]:
        if not self._sides[0]:
            lefts = [0.0, *self._stops[:-1]]
            self._sides = lefts, list(map(add, lefts, map(self._face.widths.__getitem__, self._words)))
        return self._sides

    def _found_places(self) -> tuple[Sequence[int], Sequence[int]]:
        if not self._places[0]:
            starts = list(accumulate([len(word) + 1 for word in self._words[:-1]], initial=0))
            self._places = starts, list(map(add, starts, map(len, self._words)))
        return self._places


class MeasuredParagraph:
    """A paragraph's hard lines, measured in one style's fonts; `text` is its runs' together.

    A plain one is in one appearance, and breaks at each of its spaces and nowhere else. It is joined evenly if a
    no-break space is as wide as they are.
    """

    def __init__(
        self,
        paragraph: Paragraph,
        text: str,
        hard_lines: Sequence[HardLine],
        is_plain: bool = False,
        evenly_joined: bool = False,
    ) -> None:
        self.paragraph, self.text, self.hard_lines = paragraph, text, hard_lines
        self.is_plain, self.evenly_joined = is_plain, evenly_joined
        self.joined: tuple[Sequence[int], Paragraph] | None = None
        """Where it was joined last, and the paragraph that this gave."""

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """The runs of text[start:end]."""
        taken, offset = [], 0
        for run in self.paragraph.runs:
            piece = run.text[max(start - offset, 0) : max(end - offset, 0)]
            if piece:
                taken.append(run if piece == run.text else run.with_text(piece))
            offset += len(run.text)
        return tuple(taken)


Faces = Callable[[Run], Face]
"""A run → the face that it is set in."""


def measured(paragraph: Paragraph, faces: Faces, *, unbroken: bool = False) -> MeasuredParagraph:
    """The paragraph with its segments' widths; `unbroken`, each of its lines is one segment."""
    runs = paragraph.runs
    text = runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
    if not unbroken and len(runs) == 1 and not runs[0].code and (words := plain_words(text)):
        return _of_words(paragraph, words, faces)
    width = _width(runs, text, faces)
    gap = _gap(runs, text, faces)
    lines = []
    for start, end in hard_lines(text):
        parts = [Segment(start, end, end)] if unbroken else segments(text, start, end)
        inks = [width(part.start, part.end) for part in parts]
        spaces = [gap(part) for part in parts]
        slack = UNSPACED_SLACK if is_unspaced(text[start:end]) else 0.0
        kept = kept_together(text, parts) if not unbroken else ()
        starts, ends = [part.start for part in parts], [part.end for part in parts]
        lines.append(HardLine(*_sides(inks, spaces), (starts, ends), slack, max(inks), kept))
    return MeasuredParagraph(paragraph, text, lines)


def _of_words(paragraph: Paragraph, words: Sequence[str], faces: Faces) -> MeasuredParagraph:
    """A paragraph of one run that is these words with a space between them, and breaks there alone."""
    run = paragraph.runs[0]
    face = faces(run)
    plain = faces(_PLAIN) if run.bold or run.italic else face
    line = WordsLine(words, face, plain)
    return MeasuredParagraph(paragraph, run.text, [line], True, face.widths[NO_BREAK] == plain.space)


def _sides(inks: Sequence[float], spaces: Sequence[float]) -> tuple[list[float], list[float]]:
    """Where segments begin and end that are so wide, and have such spaces after them."""
    lefts = list(accumulate(map(add, inks[:-1], spaces), initial=0.0))
    return lefts, list(map(add, lefts, inks))


def _width(runs: Sequence[Run], text: str, faces: Faces) -> Callable[[int, int], float]:
    run_faces = [faces(run) for run in runs]
    if len(runs) == 1:
        return lambda start, end: run_faces[0].width(text[start:end])
    edges = list(accumulate((len(run.text) for run in runs), initial=0))

    def width(start: int, end: int) -> float:
        return sum(
            face.width(text[max(start, left) : min(end, right)])
            for face, (left, right) in zip(run_faces, pairwise(edges), strict=True)
            if left < end and start < right
        )

    return width


def _gap(runs: Sequence[Run], text: str, faces: Faces) -> Callable[[Segment], float]:
    """The width of the spaces after a segment. Only code has spaces of a width of their own."""
    regular = faces(_PLAIN)
    if not any(map(_CODE, runs)):
        return lambda part: regular.gap(text, part.start, part.end, part.after)
    edges = accumulate((len(run.text) for run in runs), initial=0)
    code = [edge for run, edge in zip(runs, pairwise(edges), strict=True) if run.code]
    mono = faces(Run("", code=True))

    def gap(part: Segment) -> float:
        face = mono if any(start <= part.end < end for start, end in code) else regular
        return face.gap(text, part.start, part.end, part.after)

    return gap
