#!/usr/bin/env bash
# pandas 3.1.1 with odfpy 1.4.1, its default for .ods files, reads a time from the text that the cell shows, and not from
# the cell’s value: five and a half minutes (PT00H05M30S), shown by the format mm:ss as 05:30, are read as five hours and
# a half; half past nine, shown with its hour alone, is midnight. Its other engine, python-calamine 0.9.1, reads
# both right. The file is LibreOffice 7.4.7’s. Needs soffice and Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet 'pandas==3.1.1' 'odfpy==1.4.1' 'python-calamine==0.9.1' 'openpyxl==3.1.5'
venv/bin/python - <<'PYTHON'
import datetime

from openpyxl import Workbook

book = Workbook()
for row, (time, form) in enumerate([(datetime.time(0, 5, 30), "mm:ss"), (datetime.time(9, 30), "hh")], 1):
    book.active.cell(row, 1, time).number_format = form
book.save("times.xlsx")
PYTHON
soffice --version
soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to ods times.xlsx >/dev/null 2>&1
seen=$(venv/bin/python - <<'PYTHON'
import re
import zipfile

import pandas

content = zipfile.ZipFile("times.ods").read("content.xml").decode()
print("in the file", *re.findall(r'office:time-value="(\w+)"', content), *re.findall("<text:p>(.*?)</text:p>", content))
for engine in (None, "odf", "calamine"):
    print(engine or "by default", *pandas.read_excel("times.ods", header=None, engine=engine)[0])
PYTHON
)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
in the file PT00H05M30S PT09H30M00S 05:30 09
by default 05:30:00 00:00:00
odf 05:30:00 00:00:00
calamine 00:05:30 09:30:00
SEEN
