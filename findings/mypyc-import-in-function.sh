#!/usr/bin/env bash
# mypyc 2.4.1 binds a name that a function imports in the whole module: a constant of that name is another one from the
# first call on. Python binds it in the function alone. mypyc says nothing of it.
# Needs a C compiler and Python's headers.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv environment
environment/bin/pip install --quiet --disable-pip-version-check 'mypy==2.4.1' 'setuptools==80.9.0'

cat >other.py <<'PY'
HEIGHT = 2
PY
cat >sizes.py <<'PY'
HEIGHT = 1


def own() -> int:
    return HEIGHT


def others() -> int:
    from other import HEIGHT

    return HEIGHT
PY
asked='import sizes; print(sizes.own(), sizes.others(), sizes.own())'
plain=$(environment/bin/python -c "$asked")
environment/bin/python -m mypyc sizes.py >mypyc.txt 2>&1
compiled=$(environment/bin/python -c "$asked")
echo "Python: $plain"
echo "mypyc:  $compiled"
if grep '^sizes.py:' mypyc.txt; then exit 1; fi
[ "$plain" = '1 2 1' ] && [ "$compiled" = '1 2 2' ]
