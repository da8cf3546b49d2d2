#!/usr/bin/env bash
# Babel 2.19.0: format_decimal(…, numbering_system="default") takes the separators of the language's default numbering
# system, but writes Western digits: Persian 12345.5 comes out as 12٬345٫5, where CLDR (and ICU) write ۱۲٬۳۴۵٫۵.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet 'babel==2.19.0'
seen=$("$folder/venv/bin/python" - <<'PYTHON'
from decimal import Decimal

from babel import Locale
from babel.numbers import format_decimal

print(Locale("fa").default_numbering_system, format_decimal(Decimal("12345.5"), locale="fa", numbering_system="default"))
PYTHON
)
echo "seen: $seen"
[ "$seen" = 'arabext 12٬345٫5' ]
