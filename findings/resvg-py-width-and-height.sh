#!/usr/bin/env bash
# resvg-py: a width and a height asked for together are no size but a frame to fit in: a drawing of 2:1 asked for at
# 400 × 400 comes as 400 × 200, without a word. Whoever places it by the size that was asked for stretches it.
#
# Seen with resvg-py 0.5.0: 400 × 400 gives (400, 200), 800 × 100 gives (200, 100), a width of 400 alone (400, 200).
# Needs Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
work=$(mktemp --directory)
trap 'rm --recursive --force "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet resvg-py==0.5.0
"$work/venv/bin/python" - <<'PYTHON'
import struct

import resvg_py

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="100" height="50"/></svg>'


def size(**asked):
    return struct.unpack(">II", bytes(resvg_py.svg_to_bytes(svg_string=DRAWING, **asked))[16:24])


seen = {f"{w} x {h}": size(width=w, height=h) for w, h in ((400, 400), (800, 100))} | {"400": size(width=400)}
print("resvg-py", resvg_py.__version__, seen)
raise SystemExit(0 if seen == {"400 x 400": (400, 200), "800 x 100": (200, 100), "400": (400, 200)} else 1)
PYTHON
