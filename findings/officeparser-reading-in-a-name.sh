#!/usr/bin/env bash
# officeparser 7.8.0 puts how a Japanese name is read behind it, as if it were part of it: a cell 日本 with the reading ニホン,
# which Excel keeps with what is typed in Japanese (a phonetic run, rPh; ECMA-376 part 1, 18.4.6) and shows above the cell,
# or not at all, is “日本ニホン”. openpyxl 3.1.5, SheetJS 0.18.5 and ExcelJS 4.4.0 read 日本.
# The file is one of XlsxWriter 3.2.0, which the script gives the reading.
# Needs Node.js with npm, and Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'openpyxl==3.1.5' 'XlsxWriter==3.2.0'
npm install --silent --no-audit --no-fund 'officeparser@7.8.0' 'exceljs@4.4.0' 'xlsx@0.18.5' >/dev/null
venv/bin/python - <<'PYTHON'
from zipfile import ZipFile

import openpyxl
import xlsxwriter

NAME = "<si><t>日本</t></si>"
READ = '<si><t>日本</t><rPh sb="0" eb="2"><t>ニホン</t></rPh></si>'

with xlsxwriter.Workbook("plain.xlsx") as book:
    book.add_worksheet().write_row(0, 0, ["日本", "Mali"])
with ZipFile("plain.xlsx") as plain, ZipFile("read.xlsx", "w") as read:
    for part in plain.namelist():
        said = plain.read(part).decode()
        assert part != "xl/sharedStrings.xml" or NAME in said
        read.writestr(part, said.replace(NAME, READ))
print("openpyxl", *next(openpyxl.load_workbook("read.xlsx").active.values), sep=" | ")
PYTHON
seen=$(node -e '
const { Workbook } = require("exceljs")
const { parseOffice } = require("officeparser")
const X = require("xlsx")
const show = async () => {
  const sheet = X.readFile("read.xlsx").Sheets.Sheet1
  console.log("SheetJS", sheet.A1.v, sheet.B1.v)
  const book = new Workbook()
  await book.xlsx.readFile("read.xlsx")
  console.log("ExcelJS", ...["A1", "B1"].map((name) => book.worksheets[0].getCell(name).value))
  for (const path of ["plain.xlsx", "read.xlsx"]) {
    const said = await parseOffice(path)
    console.log("officeparser", path, ...said.toText().split(/\s+/u))
  }
}
show()
')
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
SheetJS 日本 Mali
ExcelJS 日本 Mali
officeparser plain.xlsx 日本 Mali
officeparser read.xlsx 日本ニホン Mali
SEEN
