#!/usr/bin/env bash
# ExcelJS 4.4.0 reads a number as a date where its format shows a d, h, m or y after a backslash: 3, shown as “3d” by the
# format `0\d`, is the 2nd of January 1900. Shown so by `0"d"`, it is 3; yet LibreOffice Calc 7.4.7 saves that as `0\d`:
# a table that was read well is misread once it has been saved there. openpyxl 3.1.5 reads 3 from both.
# Needs Node.js with npm, soffice and Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'openpyxl==3.1.5'
npm install --silent --no-audit --no-fund 'exceljs@4.4.0' >/dev/null
venv/bin/python - <<'PYTHON'
from openpyxl import Workbook

book = Workbook()
book.active["A1"] = 3
book.active["A1"].number_format = '0"d"'
book.save("days.xlsx")
PYTHON
soffice --version
soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to xlsx --outdir saved days.xlsx >/dev/null 2>&1
exceljs=$(node -e '
const { Workbook } = require("exceljs")
const read = async (path) => {
  const book = new Workbook()
  await book.xlsx.readFile(path)
  return JSON.stringify(book.worksheets[0].getCell("A1").value)
}
const both = async () => console.log(await read("days.xlsx"), await read("saved/days.xlsx"))
both()
')
openpyxl=$(venv/bin/python - <<'PYTHON'
from openpyxl import load_workbook

cells = [load_workbook(path).active["A1"] for path in ("days.xlsx", "saved/days.xlsx")]
print(*(f"{cell.value} {cell.number_format}" for cell in cells))
PYTHON
)
printf 'ExcelJS: %s\nopenpyxl: %s\n' "$exceljs" "$openpyxl"
[ "$exceljs" = '3 "1900-01-02T00:00:00.000Z"' ]
[ "$openpyxl" = '3 0"d" 3 0\d' ]
