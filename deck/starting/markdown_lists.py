"""Lists as Pandoc has them besides CommonMark's: of definitions, numbered in its ways; captions of tables, lines."""

from __future__ import annotations

import re
from collections.abc import Callable

from deck.starting.markdown_line_blocks import with_line_breaks
from deck.starting.markdown_lines import HEADING, numbered_lines
from deck.starting.markdown_numbers import with_plain_numbers

_DEFINITION = re.compile(r"[ ]{0,2}[:~][ \t]{1,3}(?=\S)(.*)$")
_CAPTION = re.compile(r"[ ]{0,3}(?:[Tt]able)?:[ \t]+(?=\S)")
_ATTRIBUTES = re.compile(r"[ \t]*\{[^{}\n]*\}[ \t]*$")
_TABLE = re.compile(r"[ ]{0,3}(?:[|+]|:?-{2,}.*-{2,}|.*\S[ \t]+\|[ \t]+\S)")

CAPTION = "[!TABLE]"
"""What stands before a table's caption, as a callout has it, which nothing else can be taken for."""


def with_plain_lists(lines: list[str], start: int, tell: Callable[[int, str], None]) -> list[str]:
    """The lines, in which such lists are CommonMark's; there are as many as before."""
    free = {at for at, _, in_code in numbered_lines(lines, start) if not in_code}
    made = list(lines)
    with_line_breaks(made, start, free, tell)
    _take_captions_and_definitions(made, start, free)
    with_plain_numbers(made, start, free, tell)
    return made


def _before(lines: list[str], at: int, start: int) -> int:
    """The line before this one that says something; before the first, the one before `start`."""
    at -= 1
    while at >= start and not lines[at].strip():
        at -= 1
    return at


def _take_captions_and_definitions(made: list[str], start: int, free: set[int]) -> None:
    defined = -1
    for at in range(start, len(made)):
        if at not in free:
            continue
        caption, definition = _CAPTION.match(made[at]), _DEFINITION.match(made[at])
        last = _before(made, at, start)
        if caption and _is_at_table(made, at, last, start):
            end = _end_of_paragraph(made, at)
            made[end - 1] = _ATTRIBUTES.sub("", made[end - 1])
            made[at] = f"> {CAPTION} {made[at][caption.end() :]}"
        elif definition and last in free and (defined == last or _is_term(made, last, start)):
            if defined != last:
                term = made[last].strip()
                made[last] = f"- {term}" if "*" in term else f"- **{term}**"
            made[at] = f"  - {definition[1]}"
            defined = at
        elif defined >= 0 and made[at].strip() and (made[at][:1] in " \t" or at == defined + 1):
            made[at] = f"    {made[at].strip()}"
            defined = at
        elif made[at].strip():
            defined = -1


def _end_of_paragraph(lines: list[str], at: int) -> int:
    rest = range(at + 1, len(lines))
    return next((end for end in rest if not lines[end].strip() or lines[end].lstrip().startswith(":::")), len(lines))


def _is_at_table(lines: list[str], at: int, last: int, start: int) -> bool:
    """Whether what begins in this line is said of the table that is right before it, or after it."""
    after = next((line for line in lines[_end_of_paragraph(lines, at) :] if line.strip()), "")
    fresh = at == start or not lines[at - 1].strip() or bool(HEADING.match(lines[at - 1]))
    return last < start or bool(_TABLE.match(lines[last])) or (fresh and bool(_TABLE.match(after)))


def _is_term(lines: list[str], at: int, start: int) -> bool:
    alone = at == start or not lines[at - 1].strip() or lines[at - 1].startswith(("  - ", ":::"))
    return (
        at >= start
        and alone
        and not HEADING.match(lines[at])
        and not re.match(r"[ \t]*(?:[-*+>|:]|\d+[.)] )", lines[at])
    )
