#!/usr/bin/env bash
# LibreOffice Impress: a numbered list (a:buAutoNum) on the second level of a text does not begin anew after a paragraph
# on the first level without a bullet: it counts on from the list before, also where startAt="1" is written. A bullet on
# that paragraph, or another text box, makes it begin at 1. Seen with LibreOffice 7.4.7.2 on .pptx files of python-pptx.
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

for name, between in (("plain", "buNone"), ("bulleted", "buChar")):
    deck = Presentation()
    body = deck.slides.add_slide(deck.slide_layouts[1]).placeholders[1].text_frame
    for number, (words, level, bullet) in enumerate(
        [("one", 1, "auto"), ("two", 1, "auto"), ("between", 0, between), ("three", 1, "auto"), ("four", 1, "auto")]
    ):
        paragraph = body.paragraphs[0] if number == 0 else body.add_paragraph()
        paragraph.text, paragraph.level = words, level
        properties = paragraph._p.get_or_add_pPr()
        if bullet == "auto":
            etree.SubElement(properties, qn("a:buAutoNum"), type="arabicPeriod", startAt="1")
        elif bullet == "buChar":
            etree.SubElement(properties, qn("a:buChar"), char="*")
        else:
            etree.SubElement(properties, qn("a:buNone"))
    deck.save(f"{sys.argv[1]}/{name}.pptx")
PYTHON
soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to pdf --outdir "$folder" \
  "$folder/plain.pptx" "$folder/bulleted.pptx" >/dev/null 2>&1
seen() { pdftotext "$folder/$1.pdf" - | grep --only-matching --extended-regexp '[0-9]+\.' | tr '\n' ' '; }
echo "seen: plain $(seen plain)/ bulleted $(seen bulleted)"
[ "$(seen plain)/ $(seen bulleted)" = '1. 2. 3. 4. / 1. 2. 1. 2. ' ]
