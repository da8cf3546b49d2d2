#!/usr/bin/env bash
# rpptx 0.14.3 finds a slide layout's text placeholder in the slide master by its idx, where PowerPoint goes by its type:
# of two alike, one inherits from the master and the other does not. Here python-pptx's own template is given a master
# whose text has no insets. Both headings of its layout “Comparison” say nothing of insets; rpptx lays the first out over
# its whole frame, the second 14.4 points narrower and 7.2 less high, with the standard insets.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-pptx==1.0.2 rpptx==0.14.3
"$folder/venv/bin/python" - "$folder/deck.pptx" <<'PYTHON'
import sys
from importlib.metadata import version

import pptx
import rpptx
from pptx.enum.shapes import PP_PLACEHOLDER

deck = pptx.Presentation()
text = next(s for s in deck.slide_master.placeholders if s.placeholder_format.type == PP_PLACEHOLDER.BODY).text_frame
text.margin_left = text.margin_top = text.margin_right = text.margin_bottom = 0
comparison = deck.slide_layouts.get_by_name("Comparison")
headings = [s for s in comparison.placeholders if s.placeholder_format.type == PP_PLACEHOLDER.BODY]
assert all(dict(s.text_frame._txBody.bodyPr.attrib) == {"anchor": "b"} for s in headings)
slide = deck.slides.add_slide(comparison)
for heading in headings:
    slide.placeholders[heading.placeholder_format.idx].text = "A heading"
deck.save(sys.argv[1])

print("python-pptx", version("python-pptx"), "rpptx", version("rpptx"))
lost = []
for each in rpptx.Presentation(sys.argv[1]).text_layout():
    if each.lines:
        lost.append((round(each.frame.width - each.usable.width, 1), round(each.frame.height - each.usable.height, 1)))
        print(each.name, "loses", lost[-1])
assert lost == [(0.0, 0.0), (14.4, 7.2)], lost
PYTHON
