#!/usr/bin/env bash
# SheetJS 0.18.5 (npm `xlsx`): a number format that names a language and no currency (`[$-409]#,##0`: nothing stands between
# the `$` and the hyphen) is shown with a dollar sign, in German ([$-407]) as in English: 45000 people become $45,000 in
# the cell’s text and in sheet_to_csv. A currency that is named is shown as it is. LibreOffice 7.4.7 shows 45,000 for the
# same file of openpyxl 3.1.5. Needs Node.js with npm, soffice and Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'openpyxl==3.1.5'
npm install --silent --no-audit --no-fund 'xlsx@0.18.5' >/dev/null
venv/bin/python - <<'PYTHON'
from openpyxl import Workbook

book = Workbook()
formats = ["#,##0", "[$-409]#,##0", "[$-10409]#,##0.00;\\-#,##0.00", "[$-407]0", "[$€-407]0"]
for row, form in enumerate(formats, 1):
    book.active.cell(row, 1, 45000).number_format = form
book.save("people.xlsx")
PYTHON
sheetjs=$(node -e '
const X = require("xlsx")
const book = X.readFile("people.xlsx")
console.log(X.utils.sheet_to_csv(book.Sheets[book.SheetNames[0]], { FS: "|" }))
')
soffice --version
# The last of the settings asks for each cell as it is shown.
soffice --headless "-env:UserInstallation=file://$folder/profile" \
  --convert-to 'csv:Text - txt - csv (StarCalc):124,34,76,1,,1033,false,true' people.xlsx >/dev/null 2>&1
printf 'SheetJS:\n%s\nLibreOffice:\n%s\n' "$sheetjs" "$(cat people.csv)"
[ "$sheetjs" = $'45,000\n$45,000\n$45,000.00\n$45000\n€45000' ]
[ "$(head --lines 3 people.csv | tr -d '"')" = $'45,000\n45,000\n45,000.00' ]
[ "$(grep --count --fixed-strings '$' people.csv)" = 0 ]
