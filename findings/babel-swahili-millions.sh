#!/usr/bin/env bash
# Babel 2.19.0: format_compact_decimal(…, format_type="long") in Swahili writes ten times as many thousands and millions:
# 1,000,000 is “milioni 10”, and 160,000,000 “milioni 160000”. CLDR’s Swahili patterns have a part for negative numbers
# (`milioni 000;milioni -000`), and Babel divides by the zeros of both parts. ICU 78.2 (in Node.js 20.20.2) writes
# “milioni 1” and “milioni 160”. In Swahili of Kenya (sw_KE) Babel has millions right, and 1,500 is “elfu 15”.
# Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'babel==2.19.0'
npm install --silent --no-audit --no-fund node@20.20.2 >/dev/null
babel=$(venv/bin/python - <<'PYTHON'
from babel.numbers import format_compact_decimal

numbers = {"sw": [1_500, 1_000_000, 160_000_000], "sw_KE": [1_500, 1_000_000]}
for tag, of_tag in numbers.items():
    shown = (format_compact_decimal(number, format_type="long", locale=tag, fraction_digits=1) for number in of_tag)
    print(tag, *shown, sep="|")
PYTHON
)
icu=$(node_modules/.bin/node -e '
const form = new Intl.NumberFormat("sw", { notation: "compact", compactDisplay: "long" })
console.log([1500, 1e6, 160e6].map((number) => form.format(number)).join("|"))
')
printf 'Babel:\n%s\nICU:\n%s\n' "$babel" "$icu"
[ "$babel" = $'sw|elfu 15|milioni 10|milioni 160000\nsw_KE|elfu 15|milioni 1' ]
[ "$icu" = 'elfu 1.5|milioni 1|milioni 160' ]
