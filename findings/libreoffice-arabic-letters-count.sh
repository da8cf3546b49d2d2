#!/usr/bin/env bash
# LibreOffice Impress does not number with Arabic letters: of a paragraph with <a:buAutoNum type="arabic1Minus"/> or
# "arabic2Minus" (ECMA-376, 20.1.10.61) it shows the bullet that the slide layout has, as if nothing were said.
# "alphaLcPeriod" in the same place is shown as letters. Seen with LibreOffice 7.4.7.2 on .pptx files of python-pptx.
# It needs soffice and pdftotext.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet 'python-pptx==1.0.2'
"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import sys

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

deck = Presentation()
for scheme in ("arabic1Minus", "arabic2Minus", "alphaLcPeriod"):
    body = deck.slides.add_slide(deck.slide_layouts[1]).placeholders[1].text_frame
    body.text = "words"
    properties = body.paragraphs[0]._p.get_or_add_pPr()
    etree.SubElement(properties, qn("a:buAutoNum"), type=scheme)
deck.save(f"{sys.argv[1]}/deck.pptx")
PYTHON
soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to pdf --outdir "$folder" \
  "$folder/deck.pptx" >/dev/null 2>&1
seen=$(pdftotext "$folder/deck.pdf" - | tr --squeeze-repeats ' \n\f' ' ')
echo "seen: $seen"
[ "${seen% }" = '• words • words a. words' ]
