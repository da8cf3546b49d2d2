#!/usr/bin/env bash
# Babel 2.19.0: format_interval with the skeleton hm (hours of twelve) in Russian has neither AM nor PM where the two times lie
# on different sides of noon: from 9:30 to 13:00 is “09:30 — 01:00”, the very words for 21:30 to 1:00 at night. Where both
# lie on one side PM is there, and in English both are; ICU 78.2 (in Node.js 20.20.2) has both in Russian, too. The pattern is
# to name what differs (greatestDifference a; UTS #35 part 4, intervalFormats). Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'babel==2.19.0'
npm install --silent --no-audit --no-fund node@20.20.2 >/dev/null
babel=$(venv/bin/python - <<'PYTHON'
from datetime import time

from babel.dates import format_interval

spans = [(time(9, 30), time(13)), (time(21, 30), time(1)), (time(13), time(15))]
for tag in ("ru", "en"):
    print(tag, *(" ".join(format_interval(*span, "hm", locale=tag).split()) for span in spans), sep=" | ")
PYTHON
)
icu=$(node_modules/.bin/node -e '
const form = new Intl.DateTimeFormat("ru", { hour: "numeric", minute: "numeric", hour12: true, timeZone: "UTC" })
console.log(form.formatRange(Date.UTC(2026, 4, 31, 9, 30), Date.UTC(2026, 4, 31, 13)).replace(/\s+/gu, " "))
')
printf 'Babel:\n%s\nICU:\n%s\n' "$babel" "$icu"
diff - <(echo "$babel") <<'SEEN'
ru | 09:30 — 01:00 | 09:30 — 01:00 | 1:00—3:00 PM
en | 9:30 AM – 1:00 PM | 9:30 PM – 1:00 AM | 1:00 – 3:00 PM
SEEN
[ "$icu" = '9:30 AM – 1:00 PM' ]
