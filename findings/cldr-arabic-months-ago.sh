#!/usr/bin/env bash
# CLDR's short Arabic words for three to ten months ago are those for the months to come: “خلال 3 أشهر” (within 3 months) is
# what both that read CLDR write of −3 and of +3 months, ICU 78.2 (in Node.js 20.20.2) and Babel 2.19.0. In the long style,
# of eleven months, and of years, the past begins with قبل (before). UTS #35 part 4 has a pattern of its own for
# each way (relativeTime past and future). Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'babel==2.19.0'
npm install --silent --no-audit --no-fund node@20.20.2 >/dev/null
icu=$(node_modules/.bin/node -e '
const form = (style) => new Intl.RelativeTimeFormat("ar", { style })
for (const [style, count, unit] of [
  ["short", 3, "month"], ["short", 10, "month"], ["short", 11, "month"], ["short", 3, "year"], ["long", 3, "month"],
]) console.log([-count, count].map((each) => form(style).format(each, unit)).join(" | "))
')
babel=$(venv/bin/python - <<'PYTHON'
from datetime import timedelta

from babel.dates import format_timedelta

for form in ("short", "long"):
    spans = (timedelta(days=days) for days in (-92, 92))
    shown = (format_timedelta(span, "month", 1, add_direction=True, format=form, locale="ar") for span in spans)
    print(*shown, sep=" | ")
PYTHON
)
printf 'ICU:\n%s\nBabel:\n%s\n' "$icu" "$babel"
diff - <(echo "$icu") <<'SEEN'
خلال 3 أشهر | خلال 3 أشهر
خلال 10 أشهر | خلال 10 أشهر
قبل 11 شهرًا | خلال 11 شهرًا
قبل 3 سنوات | خلال 3 سنوات
قبل 3 أشهر | خلال 3 أشهر
SEEN
diff - <(echo "$babel") <<'SEEN'
خلال 3 أشهر | خلال 3 أشهر
قبل 3 أشهر | خلال 3 أشهر
SEEN
