#!/usr/bin/env bash
# latex2mathml: a matrix whose first cell is a letter l, c or r in braces loses that cell, without a word: the braces are
# taken for how the columns are aligned, also where the environment (pmatrix) has no such argument in LaTeX. With any
# other letter in the braces the cell is there.
#
# Seen with latex2mathml 3.81.1: of {r} & b the MathML has b in one cell and nothing of r; of {x} & b both are there.
# Needs Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
work=$(mktemp --directory)
trap 'rm --recursive --force "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet latex2mathml==3.81.1
"$work/venv/bin/python" - <<'PYTHON'
import re
from importlib.metadata import version

from latex2mathml.converter import convert


def letters(cell):
    made = convert(rf"\begin{{pmatrix}} {{{cell}}} & b \\ s & t \end{{pmatrix}}")
    return re.findall(r"<mi>(\w)</mi>", made)


seen = {cell: letters(cell) for cell in "rlcx"}
print("latex2mathml", version("latex2mathml"), seen)
wanted = {"r": ["b", "s", "t"], "l": ["b", "s", "t"], "c": ["b", "s", "t"], "x": ["x", "b", "s", "t"]}
raise SystemExit(0 if seen == wanted else 1)
PYTHON
