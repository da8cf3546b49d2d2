#!/usr/bin/env bash
# A click on a shape that leads to another slide (a:hlinkClick in p:cNvPr, with ppaction://hlinksldjump) is kept by
# LibreOffice Impress on a text box, and forgotten on a placeholder, on the way from .pptx to .odp. The same jump on the
# placeholder's words (a:hlinkClick in a:rPr) is kept.
#
# Seen with LibreOffice 7.4.7 and python-pptx 1.0.2: one click on a shape for the text box, none for the placeholder, and
# one link among the words. Needs soffice and Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
work=$(mktemp --directory)
trap 'rm --recursive --force "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet python-pptx==1.0.2
cd "$work"
soffice --version

"$work/venv/bin/python" - <<'PYTHON'
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches

for name in ("box", "placeholder", "words"):
    deck = Presentation()
    first, second = (deck.slides.add_slide(deck.slide_layouts[1]) for _ in range(2))
    first.shapes.title.text, second.shapes.title.text = "First", "Second"
    body = first.placeholders[1]
    body.text_frame.text = "to the second"
    if name == "box":
        shape = first.shapes.add_textbox(Inches(1), Inches(6), Inches(3), Inches(1))
        shape.text_frame.text = "to the second"
        shape.click_action.target_slide = second
    elif name == "placeholder":
        body.click_action.target_slide = second
    else:
        run = body.text_frame.paragraphs[0].runs[0]
        link = run._r.get_or_add_rPr().add_hlinkClick(first.part.relate_to(second.part, RELATIONSHIP_TYPE.SLIDE))
        link.set("action", "ppaction://hlinksldjump")
        assert link.tag == qn("a:hlinkClick")
    deck.save(f"{name}.pptx")
PYTHON

soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to odp box.pptx placeholder.pptx words.pptx >/dev/null 2>&1

"$work/venv/bin/python" - <<'PYTHON'
import re
import sys
from zipfile import ZipFile

found = {}
for name in ("box", "placeholder", "words"):
    content = ZipFile(f"{name}.odp").read("content.xml").decode()
    found[name] = (len(re.findall("<presentation:event-listener", content)), len(re.findall("<text:a ", content)))
    print(f"{name}: {found[name][0]} clicks on shapes, {found[name][1]} links among words")
sys.exit(found != {"box": (1, 0), "placeholder": (0, 0), "words": (0, 1)})
PYTHON
