#!/usr/bin/env bash
# PptxGenJS 4.0.1: a 0 in a chart is in the chart’s own values, and in the workbook behind it, which opens for “Edit data”,
# its cell is empty, in a line chart as in a bar chart. Of a scatter chart the workbook has the 0.
# Read with python-pptx 1.0.2 and openpyxl 3.1.5. Needs Node.js with npm, and Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet 'python-pptx==1.0.2' 'openpyxl==3.1.5'
npm install --silent --no-audit --no-fund 'pptxgenjs@4.0.1' >/dev/null
node -e '
const Deck = require("pptxgenjs")
const deck = new Deck()
const place = { x: 1, y: 1, w: 8, h: 4 }
const values = [3, 0, 4, 5]
for (const type of [deck.ChartType.line, deck.ChartType.bar]) {
  deck.addSlide().addChart(type, [{ name: "Cases", labels: ["2022", "2023", "2024", "2025"], values }], { ...place })
}
const both = [{ name: "Year", values: [1, 2, 3, 4] }, { name: "Cases", values }]
deck.addSlide().addChart(deck.ChartType.scatter, both, { ...place })
deck.writeFile({ fileName: "deck.pptx" })
' >/dev/null
seen=$(venv/bin/python -W ignore - <<'PYTHON'
import io

from openpyxl import load_workbook
from pptx import Presentation

for slide in Presentation("deck.pptx").slides:
    part = next(shape for shape in slide.shapes if shape.has_chart).chart.part
    cached = part._element.xpath("(.//c:val | .//c:yVal)//c:pt[@idx='1']/c:v/text()")
    cells = load_workbook(io.BytesIO(part.chart_workbook.xlsx_part.blob)).active["B"][1:]
    kind = part._element.xpath("local-name(.//c:plotArea/*[c:ser])")
    print(kind, *cached, [cell.value for cell in cells])
PYTHON
)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
lineChart 0 [3, None, 4, 5]
barChart 0 [3, None, 4, 5]
scatterChart 0 [3, 0, 4, 5]
SEEN
