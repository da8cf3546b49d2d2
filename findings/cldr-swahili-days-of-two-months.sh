#!/usr/bin/env bash
# CLDR's Swahili pattern for a range of days in two months names the second month alone: from 28 November to 2 December is
# “28 – 2 Des 2026”, the very words that it has for 28 October to 2 December. It is `d – d MMM y` where the months differ
# (greatestDifference M of yMMMd; UTS #35 part 4, intervalFormats). Both that read CLDR write so: Babel 2.19.0, and ICU 78.2
# (in Node.js 20.20.2), there also with the whole name of the month. With the weekday, or in English, both months are there.
# Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'babel==2.19.0'
npm install --silent --no-audit --no-fund node@20.20.2 >/dev/null
babel=$(venv/bin/python - <<'PYTHON'
from datetime import date

from babel.dates import format_interval

for tag, skeleton in (("sw", "yMMMd"), ("sw", "yMMMEd"), ("en", "yMMMd")):
    shown = (format_interval(date(2026, m, 28), date(2026, 12, 2), skeleton, locale=tag) for m in (10, 11))
    print(tag, *(" ".join(each.split()) for each in shown), sep=" | ")
PYTHON
)
icu=$(node_modules/.bin/node -e '
const day = (month, of) => Date.UTC(2026, month - 1, of)
for (const [tag, month] of [["sw", "short"], ["sw", "long"], ["en", "short"]]) {
  const form = new Intl.DateTimeFormat(tag, { year: "numeric", month, day: "numeric", timeZone: "UTC" })
  const shown = [10, 11].map((first) => form.formatRange(day(first, 28), day(12, 2)).replace(/\s+/gu, " "))
  console.log([tag, ...shown].join(" | "))
}
')
printf 'Babel:\n%s\nICU:\n%s\n' "$babel" "$icu"
diff - <(echo "$babel") <<'SEEN'
sw | 28 – 2 Des 2026 | 28 – 2 Des 2026
sw | Jumatano, 28 Okt – Jumatano, 2 Des 2026 | Jumamosi, 28 Nov – Jumatano, 2 Des 2026
en | Oct 28 – Dec 2, 2026 | Nov 28 – Dec 2, 2026
SEEN
diff - <(echo "$icu") <<'SEEN'
sw | 28 – 2 Des 2026 | 28 – 2 Des 2026
sw | 28 – 2 Desemba 2026 | 28 – 2 Desemba 2026
en | Oct 28 – Dec 2, 2026 | Nov 28 – Dec 2, 2026
SEEN
