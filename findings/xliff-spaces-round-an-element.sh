#!/usr/bin/env bash
# xliff 6.4.0 (npm): jsToXliff12 indents the inline elements of a text, also in a unit that says xml:space="preserve" and
# says so still: of “l’<g id="1">enfant</g>” comes back “l’”, a line break and ten spaces before the `g`, and more behind
# it, as translate-toolkit 3.20.4 reads it. A text without elements comes back as it was.
# Needs Node.js with npm, and Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet 'translate-toolkit==3.20.4'
npm install --silent --no-audit --no-fund 'xliff@6.4.0' >/dev/null
cat >talk.xlf <<'XLIFF'
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
  <file original="talk" source-language="en" target-language="fr" datatype="plaintext">
    <body>
      <trans-unit id="child" xml:space="preserve">
        <source>the <g id="1">child</g></source>
        <target>l’<g id="1">enfant</g></target>
      </trans-unit>
      <trans-unit id="plain" xml:space="preserve">
        <source>the child</source>
        <target>l’enfant</target>
      </trans-unit>
    </body>
  </file>
</xliff>
XLIFF
node -e '
const { readFileSync, writeFileSync } = require("fs")
const { xliff12ToJs, jsToXliff12 } = require("xliff")
const convert = async () => writeFileSync("back.xlf", await jsToXliff12(await xliff12ToJs(readFileSync("talk.xlf", "utf8"))))
convert()
'
seen=$(venv/bin/python - <<'PYTHON'
from translate.storage import xliff

for path in ("talk.xlf", "back.xlf"):
    units = xliff.xlifffile.parsefile(path).units
    print(path, *(repr(unit.target) for unit in units), sep=" | ")
PYTHON
)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
talk.xlf | 'l’enfant' | 'l’enfant'
back.xlf | 'l’\n          enfant\n        ' | 'l’enfant'
SEEN
[ "$(grep --count 'xml:space="preserve"' back.xlf)" = 2 ]
