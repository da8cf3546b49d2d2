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

from deck.model.language import Language
from deck.typeset import Typesetter
from tests.typeset.frames import THEME, frame
from tests.typeset.rendering import Drawn, render

LANGUAGES = ("en", "fr", "es", "de", "ru", "ar", "zh", "th", "hi")
STEPS = 6
"""How many half points above the fitted size are drawn."""
TOLERANCE = 0.06
"""Points by which a place read from the PDF may be off."""
GIVEN_AWAY = 0.8
"""Points that a text which had to shrink may be smaller, on average, than LibreOffice would have fitted."""
FRAMES, SEED = 1080, 87
DOCUMENT = Path(__file__).parents[2] / "docs" / "typesetting.md"


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
    drawn = sum(each.drawn_lines_are_right for each in chosen) / len(chosen)
    higher = sum(each.is_higher for each in chosen)
    given = [given_away(steps) for steps in boxes if len(steps) > 1]
    return (
        f"| {name} | {len(chosen)} | {over} | {powerpoint} | {right:.1%} | {higher} | {drawn:.1%} | {len(given)} "
        f"| {statistics.mean(given):.2f} pt | {statistics.median(given):.1f} pt |"
    )


def given_away(steps: Sequence[Drawn]) -> float:
    """How many points larger the text would still have fitted in LibreOffice, without a word broken inside."""
    fitting = [each.step for each in steps if each.overflow <= TOLERANCE and not each.breaks_a_word]
    return max(fitting, default=0) / 2


def report(boxes: Sequence[Sequence[Drawn]]) -> str:
    """The bench's table, a row a language."""
    rows = [
        "| language | frames | overflows | overflows at PowerPoint's line height | height predicted | higher "
        "| height drawn | shrunk | size given away, mean | median |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for tag in LANGUAGES:
        rows.append(summary(tag, [steps for steps in boxes if steps[0].language == tag]))
    rows.append(summary("**all**", boxes))
    return "\n".join(rows)


def shortcomings(boxes: Sequence[Sequence[Drawn]]) -> list[str]:
    """What of the promise the bench found broken."""
    found = [
        f"{steps[0].language}: {steps[0].overflow:.1f} pt over: {steps[0].fitted.paragraphs!r}"
        for steps in boxes
        if steps[0].overflow > TOLERANCE or steps[0].powerpoint_overflow > TOLERANCE
    ]
    given = statistics.mean(given_away(steps) for steps in boxes if len(steps) > 1)
    return [*found, f"{given:.2f} pt given away on average"] if given > GIVEN_AWAY else found


def drawn_by_libreoffice(frames: int, seed: int) -> list[list[Drawn]]:
    """The random frames, with where LibreOffice ends their text."""
    boxes = list(drawings(frames, seed))
    with tempfile.TemporaryDirectory() as folder:
        render([each for steps in boxes for each in steps], Path(folder))
    return boxes


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--frames", type=int, default=FRAMES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--write", action="store_true", help=f"put the table into {DOCUMENT.name}")
    arguments = parser.parse_args()
    boxes = drawn_by_libreoffice(arguments.frames, arguments.seed)
    table = report(boxes)
    broken = shortcomings(boxes)
    sys.stdout.write("\n".join([table, "", *broken, ""]))
    if arguments.write and not broken:
        before, start, rest = DOCUMENT.read_text("utf-8").partition("<!-- bench -->\n")
        _, end, after = rest.partition("<!-- /bench -->")
        DOCUMENT.write_text(f"{before}{start}{table}\n{end}{after}", "utf-8")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
