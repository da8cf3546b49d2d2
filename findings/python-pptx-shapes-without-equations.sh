#!/usr/bin/env bash
# python-pptx: a shape that a file has in several ways, as PowerPoint writes every text box with an equation, is not among
# a slide's shapes: neither PowerPoint's own nor the one for others. Who counts or copies shapes loses it without a word.
#
# Seen with python-pptx 1.0.2: of three text boxes, the second in mc:AlternateContent, the slide has First and Third.
# Needs Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
work=$(mktemp --directory)
trap 'rm --recursive --force "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet python-pptx==1.0.2
"$work/venv/bin/python" - "$work/deck.pptx" <<'PYTHON'
import copy
import sys
from importlib.metadata import version

from lxml import etree
from pptx import Presentation
from pptx.util import Inches

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
deck = Presentation()
slide = deck.slides.add_slide(deck.slide_layouts[6])
for name in ("First", "Second", "Third"):
    box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1))
    box.name = box.text_frame.text = name
second = slide.shapes[1]._element
both = etree.Element(f"{{{MC}}}AlternateContent", nsmap={"mc": MC})
second.addprevious(both)
choice = etree.SubElement(both, f"{{{MC}}}Choice", Requires="a14", nsmap={"a14": "http://schemas.microsoft.com/office/drawing/2010/main"})
fallback = etree.SubElement(both, f"{{{MC}}}Fallback")
fallback.append(copy.deepcopy(second))
choice.append(second)
deck.save(sys.argv[1])
seen = [shape.name for shape in Presentation(sys.argv[1]).slides[0].shapes]
print("python-pptx", version("python-pptx"), seen)
raise SystemExit(0 if seen == ["First", "Third"] else 1)
PYTHON
