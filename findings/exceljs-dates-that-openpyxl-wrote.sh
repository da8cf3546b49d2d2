#!/usr/bin/env bash
# A day written as ISO 8601 has it (t="d"; ECMA-376 part 1, 18.18.11), as openpyxl 3.1.5 writes days with iso_dates=True, is
# read by ExcelJS 4.4.0 by the digits at its beginning: of 2026-05-31 the 2026, as a day’s number. So all of 2026 is
# 18 July 1905. openpyxl itself, and SheetJS 0.18.5, read each day as it was.
# Needs Node.js with npm, and Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'openpyxl==3.1.5'
npm install --silent --no-audit --no-fund 'exceljs@4.4.0' 'xlsx@0.18.5' >/dev/null
openpyxl=$(venv/bin/python - <<'PYTHON'
from datetime import date

from openpyxl import Workbook, load_workbook

book = Workbook(iso_dates=True)
for row, day in enumerate((date(2026, 5, 31), date(2026, 12, 10)), 1):
    book.active.cell(row, 1, day)
book.save("days.xlsx")
print(*(f"{cell.data_type} {cell.value:%Y-%m-%d}" for (cell,) in load_workbook("days.xlsx").active.rows))
PYTHON
)
others=$(node -e '
const { Workbook } = require("exceljs")
const X = require("xlsx")
const show = async () => {
  const book = new Workbook()
  await book.xlsx.readFile("days.xlsx")
  const days = ["A1", "A2"].map((name) => book.worksheets[0].getCell(name).value.toISOString().slice(0, 10))
  console.log("ExcelJS:", ...days)
  const other = X.readFile("days.xlsx")
  console.log("SheetJS:", X.utils.sheet_to_csv(other.Sheets[other.SheetNames[0]], { FS: "|", RS: " ", dateNF: "yyyy-mm-dd" }).trim())
}
show()
')
printf 'openpyxl: %s\n%s\n' "$openpyxl" "$others"
[ "$openpyxl" = 'd 2026-05-31 d 2026-12-10' ]
[ "$others" = $'ExcelJS: 1905-07-18 1905-07-18\nSheetJS: 2026-05-31 2026-12-10' ]
