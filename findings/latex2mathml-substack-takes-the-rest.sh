#!/usr/bin/env bash
# latex2mathml: what follows \substack{…} in a row becomes part of its last line: the closing brace does not end it.
#
# Seen with latex2mathml 3.81.1: of \substack{a\\b}+c the plus and the c are inside of the table; in braces of its own,
# {\substack{a\\b}}+c, they are after it.
# Needs Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
work=$(mktemp --directory)
trap 'rm --recursive --force "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet latex2mathml==3.81.1
"$work/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from latex2mathml.converter import convert


def after(tex):
    return "<mi>c</mi>" in convert(tex).partition("</mtable>")[2]


seen = {tex: after(tex) for tex in (r"\substack{a\\b}+c", r"{\substack{a\\b}}+c")}
print("latex2mathml", version("latex2mathml"), seen)
raise SystemExit(0 if list(seen.values()) == [False, True] else 1)
PYTHON
