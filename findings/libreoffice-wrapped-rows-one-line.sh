#!/usr/bin/env bash
# A row of an XLSX file that gives no height (no `ht`), as XlsxWriter and openpyxl write it, is opened by LibreOffice Calc
# one line high though its cell wraps over many, and is said to have its optimal height. XlsxWriter’s documentation leaves such
# heights to Excel. LibreOffice takes a height that the file gives, chosen by hand or not.
#
# Seen with LibreOffice 7.4.7, XlsxWriter 3.2.0 and openpyxl 3.1.5: 0.2083in and use-optimal-row-height="true" for a text of some
# 12 lines from both; 1.6665in for the same with ht="120" and no customHeight. Needs soffice and Python 3. Exits with 1
# where it is otherwise.
set -euo pipefail
work=$(mktemp --directory)
trap 'rm --recursive --force "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet XlsxWriter==3.2.0 openpyxl==3.1.5
cd "$work"
soffice --version

"$work/venv/bin/python" - <<'PYTHON'
import re
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.styles import Alignment

TEXT = "many words " * 20
book = xlsxwriter.Workbook("xlsxwriter.xlsx")
sheet = book.add_worksheet()
sheet.set_column(0, 0, 20)
sheet.write_string(0, 0, TEXT, book.add_format({"text_wrap": True}))
book.close()

book = openpyxl.Workbook()
book.active.column_dimensions["A"].width = 20
book.active["A1"] = TEXT
book.active["A1"].alignment = Alignment(wrap_text=True)
book.save("openpyxl.xlsx")

with zipfile.ZipFile("xlsxwriter.xlsx") as given, zipfile.ZipFile("given.xlsx", "w") as changed:
    for name in given.namelist():
        part = given.read(name)
        if name == "xl/worksheets/sheet1.xml":
            part = re.sub(rb"<row ", b'<row ht="120" ', part, count=1)
        changed.writestr(name, part)
PYTHON

soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to fods ./*.xlsx >/dev/null 2>&1

height() {
  python3 -c '
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
style = re.search("<table:table-row table:style-name=\"(\\w+)\"", text)[1]
said = re.search("style:name=\"%s\" style:family=\"table-row\">\\s*<style:table-row-properties ([^>]*)" % style, text)[1]
print(re.search("row-height=\"([^\"]*)\"", said)[1], re.search("optimal-row-height=\"([^\"]*)\"", said)[1])' "$1.fods"
}

for name in xlsxwriter openpyxl given; do
  echo "$name: $(height "$name")"
done
[ "$(height xlsxwriter)" = "0.2083in true" ] && [ "$(height openpyxl)" = "0.2083in true" ]
[ "$(height given)" = "1.6665in true" ]
