#!/usr/bin/env bash
# Babel 2.19.0 gives a new French (Spanish, Italian, Portuguese) catalog three plural forms, with CLDR's form for whole
# millions; translate-toolkit 3.20.4, whose table Weblate, Pootle and Virtaal share, has two. A catalog that Babel began
# has one form more than the tools that translate it show.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet 'babel==2.19.0' 'translate-toolkit==3.20.4'
seen=$("$folder/venv/bin/python" - <<'PYTHON'
from babel.messages.catalog import Catalog
from translate.lang.data import languages

print(*(f"{tag}:{Catalog(locale=tag).num_plurals}/{languages[tag][1]}" for tag in ("fr", "es", "it", "pt", "de", "ru")))
PYTHON
)
echo "seen, Babel's forms / the toolkit's: $seen"
[ "$seen" = 'fr:3/2 es:3/2 it:3/2 pt:3/2 de:2/2 ru:3/3' ]
