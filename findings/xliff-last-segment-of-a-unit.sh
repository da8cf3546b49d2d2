#!/usr/bin/env bash
# xliff 6.4.0 (npm) reads the last segment alone of an XLIFF 2.0 unit: of a paragraph in three sentences, a segment each,
# xliff2js has the third, and js2xliff writes no more than that back, without a word. translate-toolkit 3.20.4 reads all
# three. Needs Node.js with npm, and Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet 'translate-toolkit==3.20.4'
npm install --silent --no-audit --no-fund 'xliff@6.4.0' >/dev/null
cat >paragraph.xlf <<'XLIFF'
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr">
  <file id="talk">
    <unit id="end">
      <segment id="s1"><source>We began. </source><target>Nous avons commencé. </target></segment>
      <segment id="s2"><source>We worked. </source><target>Nous avons travaillé. </target></segment>
      <segment id="s3"><source>We ended.</source><target>Nous avons fini.</target></segment>
    </unit>
  </file>
</xliff>
XLIFF
seen=$(node -e '
const { readFileSync } = require("fs")
const { xliff2js, js2xliff } = require("xliff")
const show = async () => {
  const read = await xliff2js(readFileSync("paragraph.xlf", "utf8"))
  console.log(JSON.stringify(read.resources.talk.end))
  console.log((await js2xliff(read)).match(/<target>.*?<\/target>/gs).join(" "))
}
show()
')
others=$(venv/bin/python - <<'PYTHON'
from translate.storage import xliff2

print(*(unit.target.strip() for unit in xliff2.Xliff2File.parsefile("paragraph.xlf").units), sep=" | ")
PYTHON
)
printf 'xliff:\n%s\ntranslate-toolkit:\n%s\n' "$seen" "$others"
[ "$seen" = $'{"source":"We ended.","target":"Nous avons fini."}\n<target>Nous avons fini.</target>' ]
[ "$others" = 'Nous avons commencé. | Nous avons travaillé. | Nous avons fini.' ]
