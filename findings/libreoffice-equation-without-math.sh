#!/usr/bin/env bash
# A text box with an equation, as PowerPoint writes it (mc:Choice Requires="a14" with a14:m, and an mc:Fallback), is taken
# by LibreOffice Impress where its Math is not installed, as Debian installs Impress alone: it then shows neither the
# equation nor the fallback. With a second prefix in Requires that it does not know, it shows the fallback.
#
# Seen with LibreOffice 7.4.7 without libreoffice-math, and python-pptx 1.0.2: the words of the PDF are none of the one
# slide, and "instead" of the other. Needs soffice, pdftotext and Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
work=$(mktemp --directory)
trap 'rm --recursive --force "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet python-pptx==1.0.2
cd "$work"
soffice --version

"$work/venv/bin/python" - <<'PYTHON'
import copy

from lxml import etree
from pptx import Presentation
from pptx.util import Inches

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
P159 = "http://schemas.microsoft.com/office/powerpoint/2015/09/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
EQUATION = (
    f'<a14:m xmlns:a14="{A14}"><m:oMathPara xmlns:m="{M}"><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara></a14:m>'
)
for name, requires in (("one", "a14"), ("two", "a14 p159")):
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(4), Inches(1))
    box.text_frame.text = "instead"
    both = etree.Element(f"{{{MC}}}AlternateContent", nsmap={"mc": MC})
    box._element.addprevious(both)
    choice = etree.SubElement(both, f"{{{MC}}}Choice", Requires=requires, nsmap={"a14": A14, "p159": P159})
    etree.SubElement(both, f"{{{MC}}}Fallback").append(copy.deepcopy(box._element))
    choice.append(box._element)
    paragraph = box.text_frame.paragraphs[0]._p
    for run in list(paragraph):
        paragraph.remove(run)
    paragraph.append(etree.fromstring(EQUATION))
    deck.save(f"{name}.pptx")
PYTHON

for name in one two; do
  soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf "$name.pptx" >/dev/null 2>&1
done
one=$(pdftotext one.pdf - | tr -d '[:space:]') two=$(pdftotext two.pdf - | tr -d '[:space:]')
echo "words with a14: “$one”; with a14 p159: “$two”"
[ -z "$one" ] && [ "$two" = instead ]
