#!/usr/bin/env bash
# LibreOffice 7.4.7 Impress draws the small capitals of a .pptx (cap="small") as capitals of full size: `Small capitals`
# is as wide as with cap="all", a fifth wider than small capitals at four fifths of the size. A text that was measured to
# fit in small capitals may not.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet 'python-pptx==1.0.2'
cd "$folder"
venv/bin/python - <<'PYTHON'
from pptx import Presentation
from pptx.util import Inches, Pt

deck = Presentation()
slide = deck.slides.add_slide(deck.slide_layouts[6])
for number, cap in enumerate(("none", "small", "all")):
    box = slide.shapes.add_textbox(Inches(1), Inches(1 + number), Inches(8), Inches(1))
    run = box.text_frame.paragraphs[0].add_run()
    run.text = "Smallcapitals"
    run.font.size = Pt(40)
    run._r.get_or_add_rPr().set("cap", cap)
deck.save("deck.pptx")
PYTHON
soffice --version | cut --delimiter=' ' --fields=1,2
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to pdf deck.pptx > converted 2>&1
seen=$(pdftotext -bbox deck.pdf - | sed --quiet 's/.*xMin="\([0-9.]*\)".*xMax="\([0-9.]*\)".*>\(.*\)<\/word>/\1 \2 \3/p' |
  awk '{ printf "%s %.0f; ", $3, $2 - $1 }')
echo "seen: $seen"
[[ $seen =~ ^Smallcapitals\ [0-9]+\;\ SMALLCAPITALS\ ([0-9]+)\;\ SMALLCAPITALS\ ([0-9]+)\;\ $ ]]
[ "${BASH_REMATCH[1]}" = "${BASH_REMATCH[2]}" ]
