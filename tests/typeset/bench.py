"""The bench: random frames, fitted here, rendered by LibreOffice, and read back.

    python -m tests.typeset.bench [--frames 1080] [--seed 87] [--write]

Each frame is drawn as a text box with autofit off, at its fitted sizes and at some sizes above. A last paragraph of
its own, very small, marks where its text ends; from where that stands in the PDF, the text's height is known to a
hundredth of a point, whatever its fonts. `--write` puts the table into docs/typesetting.md.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from time import perf_counter

from deck.model.language import Language
from deck.typeset import Typesetter
from tests.typeset.frames import THEME, frame
from tests.typeset.rendering import Drawn, render

LANGUAGES = ("en", "fr", "es", "de", "ru", "ar", "zh", "th", "hi")
STEPS = 6
"""How many half points above the fitted size are drawn."""
TOLERANCE = 0.06
"""Points by which a place read from the PDF may be off."""


def drawings(count: int, seed: int) -> Iterator[list[Drawn]]:
    """Random frames, each at its fitted sizes and above, as far as its styles go."""
    random = Random(seed)
    typesetters = {tag: Typesetter(THEME, Language(tag)) for tag in LANGUAGES}
    made = 0
    while made < count:
        tag = LANGUAGES[made % len(LANGUAGES)]
        box = frame(random, tag, typesetters[tag])
        (fitted,) = typesetters[tag].fit([box])
        if not fitted.fits:
            continue
        made += 1
        used = {paragraph.level for paragraph in box.paragraphs}
        largest = max(used, key=lambda level: box.body.levels[level].size)
        size = box.body.levels[largest].size
        steps = [Drawn(tag, box, fitted, 0)]
        for step in range(1, STEPS + 1):
            scale = (fitted.sizes[largest] + step / 2) / size
            if scale <= 1:
                steps.append(Drawn(tag, box, typesetters[tag].measure(box, scale), step))
        yield steps


def summary(name: str, boxes: Sequence[Sequence[Drawn]]) -> str:
    """A row of the report on these frames."""
    chosen = [steps[0] for steps in boxes]
    over = sum(each.overflow > TOLERANCE for each in chosen)
    powerpoint = sum(each.powerpoint_overflow > TOLERANCE for each in chosen)
    right = sum(each.lines_are_right for each in chosen) / len(chosen)
    given = [given_away(steps) for steps in boxes if len(steps) > 1]
    return (
        f"| {name} | {len(chosen)} | {over} | {powerpoint} | {right:.1%} | {len(given)} "
        f"| {statistics.mean(given):.2f} pt | {statistics.median(given):.1f} pt |"
    )


def given_away(steps: Sequence[Drawn]) -> float:
    """How many points larger the text would still have fitted in LibreOffice, without a word broken inside."""
    fitting = [each.step for each in steps if each.overflow <= TOLERANCE and not each.breaks_a_word]
    return max(fitting, default=0) / 2


def report(boxes: Sequence[Sequence[Drawn]]) -> str:
    rows = [
        "| language | frames | overflows | overflows at PowerPoint's line height | height predicted | shrunk "
        "| size given away, mean | median |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for tag in LANGUAGES:
        rows.append(summary(tag, [steps for steps in boxes if steps[0].language == tag]))
    rows.append(summary("**all**", boxes))
    return "\n".join(rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--frames", type=int, default=1080)
    parser.add_argument("--seed", type=int, default=87)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    started = perf_counter()
    boxes = list(drawings(arguments.frames, arguments.seed))
    with tempfile.TemporaryDirectory() as folder:
        render([each for steps in boxes for each in steps], Path(folder))
    sys.stdout.write(f"{report(boxes)}\n\n{perf_counter() - started:.0f} s in all.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
