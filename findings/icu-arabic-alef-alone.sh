#!/usr/bin/env bash
# ICU 78.2 (in Node.js 20.20.2): in Arabic collation, alef with madda sorts after a plain alef where the letter is all
# there is, and before it where any letter follows. An order of letters made by comparing single letters is not that of
# words.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund node@20.20.2 >/dev/null
seen=$(node_modules/.bin/node -e '
const { compare } = new Intl.Collator("ar");
console.log(process.versions.icu, compare("آ", "ا"), compare("آي", "اي"), compare("آب", "اب"));
')
echo "seen: $seen"
[ "$seen" = '78.2 1 -1 -1' ]
