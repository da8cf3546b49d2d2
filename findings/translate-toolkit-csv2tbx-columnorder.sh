#!/usr/bin/env bash
# translate-toolkit's csv2tbx has an option for the order of columns, `--columnorder`. With it, even with the very order
# that is the default and that its help shows, it reads no rows: it writes no file, says 100 %, and exits with 0. The text
# of the option is handed on as it is where a list of names is wanted. Without it, the same table becomes TBX.
#
# Seen with translate-toolkit 3.20.4. Needs Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
work=$(mktemp --directory)
trap 'rm --recursive --force "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet translate-toolkit==3.20.4
cd "$work"
printf 'a note,forced labour,travail forcé\n,child labour,travail des enfants\n' >terms.csv

"$work/venv/bin/csv2tbx" --progress=none -i terms.csv -o default.tbx
"$work/venv/bin/csv2tbx" --progress=none --columnorder=comment,source,target -i terms.csv -o ordered.tbx
echo "exit code with the option: $?"
ls ./*.tbx
[ "$(grep --count '<termEntry' default.tbx)" = 2 ]
[ ! -e ordered.tbx ]
