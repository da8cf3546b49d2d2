"""Quarto's `{{< include part.qmd >}}` → the lines of that file, in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from deck.ground.diagnostics import DeckError
from deck.ground.files import resolved
from deck.nodes.yaml_file import read_text
from deck.starting.foreign_deck import ForeignDeck
from deck.starting.markdown_lines import Line, front_matter, numbered_lines

_INCLUDE = re.compile(r"[ \t]*\{\{<[ \t]*include[ \t]+(?:\"([^\"]+)\"|(\S+))[ \t]*>\}\}[ \t]*$")
_DEEPEST, _MOST_LINES = 6, 20_000


def read_with_included(text: str, path: Path, read: Callable[[str], ForeignDeck]) -> ForeignDeck:
    """The deck that `read` makes of this text with the files in it that it names: those in the folder of its file.

    All lines that it tells of are those of the text.
    """
    including = _Including(resolved(path).parent)
    lines = list(including.lines(text.replace("\r\n", "\n").split("\n"), (resolved(path),)))
    deck = read("\n".join(line for line, _ in lines))
    return deck.told_at([number for _, number in lines], including.left_out)


class _Including:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._count = 0
        self.left_out: list[tuple[int, str]] = []

    def lines(self, lines: list[str], within: tuple[Path, ...], number: int = 0) -> Iterator[Line]:
        """The lines of a file that is within these; `number` is the line that names the first of them."""
        for at, line, in_code in numbered_lines(lines, 0):
            own = number or at + 1
            named = None if in_code else _INCLUDE.match(line)
            if named is None:
                yield line, own
            elif (part := self._part(named[1] or named[2], own, within)) is not None:
                text, path = part
                self._count += len(text)
                yield from self.lines(text, (*within, path), own)

    def _part(self, name: str, number: int, within: tuple[Path, ...]) -> tuple[list[str], Path] | None:
        path = resolved(self._root / name.lstrip("/"))
        why = ""
        if not path.is_relative_to(self._root):
            why = "it is not in the folder of these slides"
        elif path in within or len(within) > _DEEPEST or self._count > _MOST_LINES:
            why = "files name each other over and over"
        elif not path.is_file():
            why = "there is no such file"
        else:
            try:
                lines = read_text(path, what="slides in Markdown").replace("\r\n", "\n").split("\n")
            except DeckError as error:
                why = error.diagnostics[0].message
            else:
                return lines[abs(front_matter(lines)[1]) :], path
        self.left_out.append((number, f"another file: {name[:60]}: {why}"))
        return None
