"""One fit against a naive HarfBuzz fit of the same frames, side by side.

    python -m tests.typeset.speed [--frames 300] [--seed 87]

The naive fit shapes every word anew at each size it tries, with the same fonts, breaks at spaces, and halves the
scale. Frames that need not shrink are left out: both measure them once. Each frame is fitted by both in turn, so that
a busy machine slows both.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Callable
from random import Random
from time import perf_counter
from typing import Any

import uharfbuzz as hb

from deck.model.language import Language
from deck.model.typesetting import Frame
from deck.model.units import points
from deck.typeset import Typesetter
from deck.typeset.make_tables import FONT_DIRECTORIES, find
from tests.typeset.frames import THEME, frame

LANGUAGES = {"en": "Carlito", "de": "Carlito", "fr": "Carlito", "es": "Carlito", "ru": "Carlito", "ar": "DejaVuSans"}
LINE_HEIGHT = 1.2


class Naive:
    """Shapes and wraps, at one size after another."""

    def __init__(self, family: str) -> None:
        regular = f"{family}-Regular.ttf" if family != "DejaVuSans" else "DejaVuSans.ttf"
        self._fonts = {False: self._opened(regular), True: self._opened(f"{family}-Bold.ttf")}

    def fit(self, box: Frame) -> float:
        """The share of the styles' sizes at which it fits, by halving."""
        low, high = 0.2, 1.0
        if self._height(box, high) <= points(box.rect.height):
            return high
        for _ in range(6):
            middle = (low + high) / 2
            if self._height(box, middle) <= points(box.rect.height):
                low = middle
            else:
                high = middle
        return low

    def _height(self, box: Frame, scale: float) -> float:
        total = 0.0
        for paragraph in box.paragraphs:
            style = box.body.levels[paragraph.level]
            size = style.size * scale
            room, left, lines = points(box.rect.width) - style.indent, 0.0, 1
            for run in paragraph.runs:
                for word in run.text.split(" "):
                    width = self._width(word + " ", run.bold or style.bold) * size
                    if left and left + width > room:
                        left, lines = 0.0, lines + 1
                    left += width
            total += lines * size * LINE_HEIGHT * style.leading + style.space_after
        return total

    def _width(self, text: str, bold: bool) -> float:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._fonts[bold], buffer)
        return float(sum(place.x_advance for place in buffer.glyph_positions) / self._fonts[bold].face.upem)

    @staticmethod
    def _opened(file: str) -> Any:
        return hb.Font(hb.Face(hb.Blob.from_file_path(str(find(file, FONT_DIRECTORIES)))))


def seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--frames", type=int, default=300)
    parser.add_argument("--seed", type=int, default=87)
    arguments = parser.parse_args()
    random = Random(arguments.seed)
    naive = {family: Naive(family) for family in set(LANGUAGES.values())}
    maker = Typesetter(THEME, Language("en"))
    times: list[tuple[float, float, float]] = []
    setters = {tag: Typesetter(THEME, Language(tag)) for tag in LANGUAGES}
    while len(times) < arguments.frames:
        tag = random.choice(list(LANGUAGES))
        box = frame(random, tag, maker)
        if naive[LANGUAGES[tag]].fit(box) == 1:
            continue
        first = seconds(lambda tag=tag, box=box: setters[tag].fit([box]))
        again = seconds(lambda tag=tag, box=box: setters[tag].fit([box]))
        times.append((first, again, seconds(lambda tag=tag, box=box: naive[LANGUAGES[tag]].fit(box))))
    first, again, shaped = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
    ratio = statistics.median(theirs / ours for ours, _, theirs in times)
    sys.stdout.write(
        f"{len(times)} frames that shrink: a fit takes {first:.2f} ms, of a text measured before {again:.2f} ms; "
        f"naively with HarfBuzz {shaped:.2f} ms, {ratio:.1f} times as long (medians)\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
