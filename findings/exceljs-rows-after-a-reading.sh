#!/usr/bin/env bash
# ExcelJS 4.4.0 loses all of a sheet after a text in its cell (t="inlineStr") that says how it is read (a phonetic run, rPh;
# ECMA-376 part 1, 18.3.1.53 and 18.4.6): the number beside 日本, and every row below, without a word. The cell itself has
# no value, and its text is 日本 with the reading behind it. openpyxl 3.1.5 and SheetJS 0.18.5 read them all, and 日本.
# The file is one of openpyxl, which writes texts into their cells, and the script gives it the reading.
# Needs Node.js with npm, and Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'openpyxl==3.1.5'
npm install --silent --no-audit --no-fund 'exceljs@4.4.0' 'xlsx@0.18.5' >/dev/null
openpyxl=$(venv/bin/python - <<'PYTHON'
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook

NAME = '<c r="A2" t="inlineStr"><is><t>日本</t></is></c>'
READ = NAME.replace("</t>", '</t><rPh sb="0" eb="2"><t>ニホン</t></rPh>')

book = Workbook()
for row in (["Togo", 7], ["日本", 8], ["Mali", 9]):
    book.active.append(row)
book.save("plain.xlsx")
with ZipFile("plain.xlsx") as plain, ZipFile("read.xlsx", "w") as read:
    for part in plain.namelist():
        said = plain.read(part).decode()
        assert part != "xl/worksheets/sheet1.xml" or NAME in said
        read.writestr(part, said.replace(NAME, READ))
print(*(f"{name}={number}" for name, number in load_workbook("read.xlsx").active.values))
PYTHON
)
others=$(node -e '
const { Workbook } = require("exceljs")
const X = require("xlsx")
const show = async () => {
  const other = X.readFile("read.xlsx")
  const rows = X.utils.sheet_to_json(other.Sheets.Sheet, { header: 1 })
  console.log("SheetJS:", ...rows.map((row) => row.join("=")))
  for (const path of ["plain.xlsx", "read.xlsx"]) {
    const book = new Workbook()
    await book.xlsx.readFile(path)
    const read = []
    book.worksheets[0].eachRow((row) => read.push(`${row.getCell(1).text}=${row.getCell(2).value}`))
    console.log("ExcelJS", `${path}:`, ...read)
  }
}
show()
')
printf 'openpyxl: %s\n%s\n' "$openpyxl" "$others"
[ "$openpyxl" = 'Togo=7 日本=8 Mali=9' ]
diff - <(echo "$others") <<'SEEN'
SheetJS: Togo=7 日本=8 Mali=9
ExcelJS plain.xlsx: Togo=7 日本=8 Mali=9
ExcelJS read.xlsx: Togo=7 日本ニホン=null
SEEN
