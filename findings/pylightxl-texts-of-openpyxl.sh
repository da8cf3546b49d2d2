#!/usr/bin/env bash
# pylightxl 1.61 reads each text of a workbook that openpyxl 3.1.5 or XlsxWriter 3.2.0 (with constant_memory) wrote as an
# empty one, and the numbers beside them rightly, without a word: both write texts into their cells (t="inlineStr"; ECMA-376
# part 1, 18.18.11 and 18.3.1.53), and pylightxl knows only those of the table of shared strings.
# Needs Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'pylightxl==1.61' 'openpyxl==3.1.5' 'XlsxWriter==3.2.0'
seen=$(venv/bin/python - <<'PYTHON'
import openpyxl
import pylightxl
import xlsxwriter

ROWS = [["Togo", 7], ["Mali", 8]]

book = openpyxl.Workbook()
for row in ROWS:
    book.active.append(row)
book.save("openpyxl.xlsx")

for name, options in (("constant", {"constant_memory": True}), ("shared", {})):
    with xlsxwriter.Workbook(f"{name}.xlsx", options) as other:
        sheet = other.add_worksheet()
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)

for name in ("openpyxl", "constant", "shared"):
    read = pylightxl.readxl(f"{name}.xlsx")
    again = openpyxl.load_workbook(f"{name}.xlsx").active
    assert [list(row) for row in again.values] == ROWS
    print(name, *read.ws(read.ws_names[0]).rows)
PYTHON
)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
openpyxl ['', 7] ['', 8]
constant ['', 7] ['', 8]
shared ['Togo', 7] ['Mali', 8]
SEEN
