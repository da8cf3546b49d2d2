#!/usr/bin/env bash
# translate-toolkit 3.20.4: its poswap, which joins two languages’ catalogs of one template, goes by the source alone and
# passes over the context. Of “Open” as a verb and as an adjective, French Ouvrir and Ouvert, German Öffnen and Offen, the
# German of Ouvert is Öffnen, under the context “adjective”, and not fuzzy. Texts that differ in their context alone are
# different ones (msgctxt; GNU gettext manual, “PO Files”), as the toolkit’s own pot2po has it.
# Needs Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'translate-toolkit==3.20.4'
catalog() {
  printf 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: %s\\n"\n' "$1"
  printf '\nmsgctxt "verb"\nmsgid "Open"\nmsgstr "%s"\n' "$2"
  printf '\nmsgctxt "adjective"\nmsgid "Open"\nmsgstr "%s"\n' "$3"
}
catalog fr Ouvrir Ouvert >fr.po
catalog de Öffnen Offen >de.po
catalog de '' '' >template.pot
venv/bin/poswap --progress=none -i fr.po -t de.po -o fr-de.po
venv/bin/pot2po --progress=none -i template.pot -t de.po -o de-anew.po
seen=$(venv/bin/python - <<'PYTHON'
from translate.storage import po

for path in ("fr-de.po", "de-anew.po"):
    units = [unit for unit in po.pofile.parsefile(path).units if unit.source]
    print(path, *(f"{u.getcontext()}: {u.source} = {u.target}{' (fuzzy)' * u.isfuzzy()}" for u in units), sep=" | ")
PYTHON
)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
fr-de.po | verb: Ouvrir = Öffnen | adjective: Ouvert = Öffnen
de-anew.po | verb: Open = Öffnen | adjective: Open = Offen
SEEN
