#!/usr/bin/env bash
# rpptx 0.14.3 measures a whole run with other fonts where the run's font lacks one of its letters: “and ✓” in Carlito,
# which has no ✓, is 322 points wide at 100 points; the same words as two runs, “and ” and “✓”, are 258. The space alone
# becomes 60 points wide, from 23. PowerPoint and LibreOffice take another font for the letter that is missing alone.
# Needs the fonts Carlito and Noto Sans Symbols 2 (Debian: fonts-crosextra-carlito, fonts-noto-core).
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-pptx==1.0.2 rpptx==0.14.3
"$folder/venv/bin/python" - <<'PYTHON'
import io
from importlib.metadata import version

import pptx
import rpptx
from pptx.util import Pt

deck = pptx.Presentation()
slide = deck.slides.add_slide(deck.slide_layouts[6])
for runs in (["and ✓"], ["and ", "✓"]):
    paragraph = slide.shapes.add_textbox(0, 0, Pt(700), Pt(150)).text_frame.paragraphs[0]
    for text in runs:
        run = paragraph.add_run()
        run.text, run.font.size, run.font.name = text, Pt(100), "Carlito"
saved = io.BytesIO()
deck.save(saved)
texts = rpptx.Presentation.from_bytes(saved.getvalue()).text_layout(font_dirs=["/usr/share/fonts"])
widths = [round(line.bounds.width) for text in texts for line in text.lines]
print("python-pptx", version("python-pptx"), "rpptx", version("rpptx"), "one run and two:", widths)
assert widths == [322, 258], widths
PYTHON
