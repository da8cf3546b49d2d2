#!/usr/bin/env bash
# translate-toolkit 3.20.4: its ts2po passes over a context of a Qt .ts file whose name is empty, as po2ts writes it for
# every message that says nothing of its place, and as Qt has it for messages with an id: of such a file no message is in
# the catalog, without a word, and the exit code is 0. The library underneath reads them all.
# Needs Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet 'translate-toolkit==3.20.4'
cat >talk.po <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"

#: cover:1
msgid "Title"
msgstr "Titre"

msgid "The end"
msgstr "La fin"

msgid "Thank you"
msgstr "Merci"
PO
venv/bin/po2ts --progress=none talk.po talk.ts
venv/bin/ts2po --progress=none talk.ts back.po
seen=$(venv/bin/python - <<'PYTHON'
from translate.storage import po, ts2

print("in the .ts file:", *(unit.target for unit in ts2.tsfile.parsefile("talk.ts").units), sep="|")
print("in the catalog:", *(unit.target for unit in po.pofile.parsefile("back.po").units if unit.source), sep="|")
PYTHON
)
echo "$seen"
[ "$seen" = $'in the .ts file:|Titre|La fin|Merci\nin the catalog:|Titre' ]
