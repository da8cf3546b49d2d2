#!/usr/bin/env bash
# latex2mathml: a number before letters that happen to spell a unit of TeX is one number, letters and all: in "2in" the
# i and the n are no letters any more, nor slanted. Of letters that spell no unit, each is an identifier of its own.
#
# Seen with latex2mathml 3.81.1: 2in gives one <mn>2in</mn>, 3cc one <mn>3cc</mn>; 2ij gives <mn>2</mn><mi>i</mi><mi>j</mi>.
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

seen = {tex: re.findall(r"<(m[a-z]+)>(\w+)<", convert(tex)) for tex in ("2in", "3cc", "2ij")}
print("latex2mathml", version("latex2mathml"), seen)
wanted = {"2in": [("mn", "2in")], "3cc": [("mn", "3cc")], "2ij": [("mn", "2"), ("mi", "i"), ("mi", "j")]}
raise SystemExit(0 if seen == wanted else 1)
PYTHON
