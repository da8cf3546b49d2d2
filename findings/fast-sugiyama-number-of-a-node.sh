#!/usr/bin/env bash
# fast-sugiyama 0.5.3, asked for stand-ins on long edges of a graph in two parts, gives a stand-in the number of a node:
# that node is then in two places, and one of the edges returned joins it to itself. Each part alone comes out right.
# Exits with 1 if that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check fast-sugiyama==0.5.3
"$folder/venv/bin/python" - <<'P'
import sys
from fast_sugiyama import from_edges


def told(edges):
    nodes, pairs = [], []
    for places, _, _, ends in from_edges(edges, dummy_vertices=True).to_list():
        nodes += [node for node, _ in places]
        pairs += ends
    return sorted(nodes), [pair for pair in pairs if pair[0] == pair[1]]


one = [(0, 3), (3, 2), (2, 6), (0, 6)]
alone, together = told(one), told([*one, (1, 4)])
print("one part: nodes and stand-ins", alone[0], "to themselves", alone[1])
print("with a second part (1 to 4):", together[0], "to themselves", together[1])
sys.exit(0 if alone[0].count(6) == 1 and not alone[1] and together[0].count(6) == 2 and together[1] == [(6, 6)] else 1)
P
