"""Which layer each node of a diagram is in, and in which order, so that arrows lead on and few cross."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from deck.ground.dataclass import dataclass

Pair = tuple[str, str]
_STAND_IN = "->"
"""What no node is called."""


@dataclass(frozen=True, slots=True)
class Layers:
    """Rows of names from the first layer to the last; `joined` are pairs of neighbours in rows that follow each other.

    An arrow over several rows has a stand-in in each between, whose name is none of a node and in `stand_ins`.
    """

    rows: tuple[tuple[str, ...], ...]
    joined: tuple[Pair, ...]
    stand_ins: frozenset[str]


def layers(names: Sequence[str], arrows: Sequence[Pair]) -> Layers:
    """The layers of these nodes, whose arrows lead from one layer to a later one, but for those that lead back."""
    forward = _leading_on(names, arrows)
    joined_names = {name for pair in forward for name in pair}
    rows: dict[int, list[str]] = defaultdict(list)
    joined: list[Pair] = []
    for part, pairs in _ranked(names, forward):
        joined += pairs
        for rank, row in enumerate(part):
            rows[rank] += row
    rows[0] += [name for name in names if name not in joined_names]
    stand_ins = {name for row in rows.values() for name in row} - set(names)
    found = [rows[rank] for rank in sorted(rows)]
    written = _as_written(found, joined, names)
    # What is written first stands first, where that costs no crossing.
    chosen = written if _crossings(written, joined) <= _crossings(found, joined) else found
    return Layers(tuple(map(tuple, chosen)), tuple(joined), frozenset(stand_ins))


def _as_written(rows: Sequence[Sequence[str]], joined: Sequence[Pair], names: Sequence[str]) -> list[list[str]]:
    """The rows with each node under what leads to it, and else in the order in which they are written."""
    rank = {name: number for number, name in enumerate(names)}
    before: dict[str, list[str]] = defaultdict(list)
    for start, end in joined:
        before[end].append(start)
    ordered: list[list[str]] = []
    at: dict[str, float] = {}
    for row in rows:
        middle = {name: sum(at[each] for each in before[name]) / len(before[name]) for name in row if before[name]}
        last = len(names)
        ordered.append(sorted(row, key=lambda name: (middle.get(name, rank.get(name, last)), rank.get(name, last))))
        at |= {name: float(number) for number, name in enumerate(ordered[-1])}
    return ordered


def _crossings(rows: Sequence[Sequence[str]], joined: Sequence[Pair]) -> int:
    """How many pairs of lines between rows cross."""
    at = {name: (rank, number) for rank, row in enumerate(rows) for number, name in enumerate(row)}
    lines = [(at[start][0], at[start][1], at[end][1]) for start, end in joined]
    return sum(
        one[0] == other[0] and (one[1] - other[1]) * (one[2] - other[2]) < 0
        for number, one in enumerate(lines)
        for other in lines[:number]
    )


def _leading_on(names: Sequence[str], arrows: Sequence[Pair]) -> list[Pair]:
    """Each pair of nodes once, without those to themselves; what would close a circle is turned round."""
    after: Mapping[str, list[str]] = {name: [] for name in names}
    for start, end in arrows:
        if start != end and end not in after[start]:
            after[start].append(end)
    found: dict[Pair, None] = {}
    done: set[str] = set()
    under_way: list[str] = []

    def visit(name: str) -> None:
        under_way.append(name)
        for end in after[name]:
            pair = (end, name) if end in under_way else (name, end)
            if pair[::-1] not in found:
                found[pair] = None
            if end not in done and end not in under_way:
                visit(end)
        under_way.pop()
        done.add(name)

    ended = {end for ends in after.values() for end in ends}
    for name in sorted(names, key=lambda each: each in ended):
        if name not in done:
            visit(name)
    return list(found)


def _ranked(names: Sequence[str], forward: Sequence[Pair]) -> Iterator[tuple[list[list[str]], list[Pair]]]:
    """Of each part of the graph that hangs together, its rows, and the pairs of neighbours in them."""
    if not forward:
        return
    # Few decks have diagrams.
    from fast_sugiyama import from_edges

    for at, members in enumerate(_parts(names, forward)):
        # Each part alone, its nodes numbered through: of several, stand-ins would take numbers of nodes.
        number = {name: count for count, name in enumerate(members)}
        (part,) = from_edges(
            [(number[start], number[end]) for start, end in forward if start in number],
            dummy_vertices=True,
            ranking_type="minimize",
            crossing_minimization="barycenter",
            transpose=True,
        ).to_list()
        places = {int(node): place for node, place in part[0]}
        called = {node: members[node] if node < len(members) else f"{_STAND_IN} {at}.{node}" for node in places}
        rows: dict[float, list[tuple[float, int]]] = defaultdict(list)
        for node, (across, up) in places.items():
            rows[-up].append((across, node))
        yield (
            [[called[node] for _, node in sorted(rows[down])] for down in sorted(rows)],
            sorted((called[int(start)], called[int(end)]) for start, end in part[3] or ()),
        )


def _parts(names: Sequence[str], forward: Sequence[Pair]) -> list[list[str]]:
    """The nodes that hang together, each part in the order in which it is written; those without an arrow in none."""
    part = {name: {name} for name in names}
    for start, end in forward:
        if part[start] is not part[end]:
            part[start] |= part[end]
            for name in part[end]:
                part[name] = part[start]
    found = dict.fromkeys(min(map(names.index, part[start])) for start, _ in forward)
    return [[name for name in names if name in part[names[first]]] for first in sorted(found)]
