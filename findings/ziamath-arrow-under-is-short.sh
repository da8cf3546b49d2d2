#!/usr/bin/env bash
# ziamath: an arrow over letters grows with them, the same arrow under them does not: under something, a sign is first
# exchanged for its form in small, and that has no longer forms in the font.
#
# Seen with ziamath 0.13 and its own font: over four letters of 199 units the arrow is 190 wide, under them 58.
# Needs Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
work=$(mktemp --directory)
trap 'rm --recursive --force "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet ziamath==0.13
"$work/venv/bin/python" -W ignore - <<'PYTHON'
from importlib.metadata import version

import ziamath

LETTERS = "<mrow><mi>a</mi><mi>b</mi><mi>c</mi><mi>d</mi></mrow>"


def width(tag, part):
    made = ziamath.Math(f'<math><{tag}>{LETTERS}<mo stretchy="true" lspace="0" rspace="0">→</mo></{tag}></math>', size=100)
    box = getattr(made.node.nodes[0], part).bbox
    return round(box.xmax - box.xmin)


seen = {"over": width("mover", "over"), "under": width("munder", "under")}
print("ziamath", version("ziamath"), seen)
raise SystemExit(0 if seen == {"over": 190, "under": 58} else 1)
PYTHON
