#!/usr/bin/env bash
# LibreOffice Impress passes over <c:tickLblSkip val="4"/> (ECMA-376, 21.2.2.205), by which a chart's axis labels one
# category of four: it labels each, and breaks a label that is wider than its category's share of the axis within its
# word. Labels are left out there only where their categories have no name. Seen with LibreOffice 7.4.7.2 on a .pptx file
# of python-pptx, whose chart has 21 categories from y2000 to y2020, once with all names and once with every fourth.
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
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

deck = Presentation()
for every in (1, 4):
    data = CategoryChartData()
    data.categories = [f"y{2000 + at}" if at % every == 0 else "" for at in range(21)]
    data.add_series("Figures", range(21))
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    place = Inches(0.5), Inches(1), Inches(9), Inches(5)
    chart = slide.shapes.add_chart(XL_CHART_TYPE.LINE, *place, data).chart
    chart.has_legend = False
    # Labels stay level.
    chart.category_axis.tick_labels.font.size = Pt(18)
    axis = chart.category_axis._element
    axis.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("rot", "0")
    skip = etree.Element(qn("c:tickLblSkip"), val="4")
    axis.find(qn("c:noMultiLvlLbl")).addprevious(skip)
deck.save(f"{sys.argv[1]}/deck.pptx")
PYTHON
soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to pdf --outdir "$folder" \
  "$folder/deck.pptx" >/dev/null 2>&1
for page in 1 2; do
  pdftotext -f $page -l $page "$folder/deck.pdf" - | grep --only-matching y | wc --lines >>"$folder/seen"
done
seen=$(tr '\n' ' ' <"$folder/seen")
echo "labels seen of 21 categories, with all named, and every fourth: $seen"
[ "$seen" = '21 6 ' ]
