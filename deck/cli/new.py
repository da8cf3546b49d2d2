"""`new`: begin a webinar."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from deck.cli.terminal import DONE, Commands, shown

NAME = "new"
_EXAMPLES, _MANY = 3, 5
"""How many of a kind are shown in full where there are more than so many."""


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="begin a webinar: a folder with an outline that builds at once")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a folder that is yet to be made, or an empty one")
    about = "take the slides of a Markdown file over, as Marp, Slidev, Pandoc, Quarto, reveal.js and md2pptx have them"
    parser.add_argument("--from", type=Path, dest="source", metavar="FILE.md", help=about)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Writes the folder, and says what is in it and what comes next."""
    from deck.cli.report import printable
    from deck.starting.new_folder import begin, begin_from

    begun = begin_from(options.source, options.folder) if options.source else begin(options.folder)
    print(f"wrote {shown(begun.outline)}")
    for path in begun.files:
        print(f"      {shown(path)}")
    for what, told in (("taken over in another way", begun.changed), ("left out", begun.left_out)):
        if told:
            print(f"{what}, by the lines of {shown(options.source)}:")
            for each in concisely(told):
                print(printable(f"  {each}"))
    print(f"next: generate_deck.py preview {shown(begun.outline)}")
    return DONE


def concisely(left_out: Sequence[tuple[int, str]]) -> Iterator[str]:
    """What was left out, a line each; of many of one kind the first few, and where the others are."""
    kinds = [what.partition(": ")[0] for _, what in left_out]
    count, seen = Counter(kinds), Counter[str]()
    for kind, (line, what) in zip(kinds, left_out, strict=True):
        seen[kind] += 1
        if count[kind] <= _MANY or seen[kind] <= _EXAMPLES:
            yield f"line {line}: {what}"
        if count[kind] > _MANY and seen[kind] == _EXAMPLES:
            others = [at for each, (at, _) in zip(kinds, left_out, strict=True) if each == kind][_EXAMPLES:]
            lines = list(map(str, dict.fromkeys(others)))
            yield f"  and {len(others)} more of these, in line{'s' * (len(lines) > 1)} {', '.join(lines)}"
