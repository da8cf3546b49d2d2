#!/usr/bin/env bash
# SheetJS 0.18.5 (npm `xlsx`): in an ODS file it writes a reference to another sheet as 'Sheet'![.A1], which is neither
# OpenFormula's [$Sheet.A1] nor Excel's Sheet!A1. The value saved beside it is right, so that nobody notices until a
# program works the formula out anew: LibreOffice 7.4 counted 1 where COUNTA named three filled cells so.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund 'xlsx@0.18.5' >/dev/null
node - <<'JS'
const X = require('xlsx')
const book = X.utils.book_new()
X.utils.book_append_sheet(book, X.utils.aoa_to_sheet([[1], [2]]), 'Data')
const sums = X.utils.aoa_to_sheet([[0]])
sums.A1 = { t: 'n', f: 'SUM(Data!A1:A2)', v: 3 }
X.utils.book_append_sheet(book, sums, 'Sums')
X.writeFile(book, 'a.ods')
JS
seen=$(python3 -c 'import re, zipfile; print(*re.findall("table:formula=\"([^\"]*)\"", zipfile.ZipFile("a.ods").read("content.xml").decode()))')
echo "seen: $seen"
[ "$seen" = 'of:=SUM(Data![.A1:.A2])' ]
