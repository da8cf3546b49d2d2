"""Draws the house, its rooms and who imports whom, from the imports: `python -m tests.house` renews the picture.

The picture is a Mermaid diagram in docs/architecture.md, between two marks; a test holds it true.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.test_floors import FLOORS, OPEN, imports, modules, room
from tests.tools import PROJECT

DOCUMENT = PROJECT / "docs" / "architecture.md"
START, END = "<!-- the house: python -m tests.house -->\n", "<!-- the end of the house -->"


@cache
def arrows() -> dict[str, set[str]]:
    """Which rooms each room enters, but for those that are open to all."""
    found: dict[str, set[str]] = {}
    for module in modules():
        if module not in {"deck", "deck.__main__"}:
            inside = found.setdefault(room(module), set())
            inside |= {room(name) for name in imports(module) if name.startswith("deck.") and name != "deck"}
    return {name: inside - {name, "deck"} - OPEN for name, inside in found.items()}


def picture() -> str:
    """The diagram, from the top floor down."""
    return "\n".join(["```mermaid", "flowchart TD", *_lines(), "```", ""])


def _lines() -> Iterator[str]:
    for number, floor in zip(range(len(FLOORS) - 1, -1, -1), FLOORS, strict=True):
        rooms = sorted(name.removeprefix("deck.") for name in floor if name != "deck.__main__")
        if rooms:
            yield f"  subgraph floor{number} [ ]"
            yield "    direction LR"
            yield from (f"    {name}" for name in rooms)
            yield "  end"
    for name, entered in sorted(arrows().items()):
        direct = {each for each in entered if not any(each in _below(other) for other in entered - {each})}
        if direct:
            ends = " & ".join(sorted(each.removeprefix("deck.") for each in direct))
            yield f"  {name.removeprefix('deck.')} --> {ends}"


@cache
def _below(name: str) -> frozenset[str]:
    """Every room that is entered from here, however far down."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for each in arrows()[waiting.pop()] - found:
            found.add(each)
            waiting.append(each)
    return frozenset(found)


def drawn(document: str) -> str:
    """The document with the picture as it is now."""
    before, _, rest = document.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}{picture()}{END}{after}"


def main() -> int:
    Path(DOCUMENT).write_text(drawn(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
