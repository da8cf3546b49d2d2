"""Lists as Pandoc has them besides CommonMark's: of definitions, numbered in its ways; captions of tables, lines."""

from __future__ import annotations

import re
from collections.abc import Callable

from deck.starting.markdown_line_blocks import with_line_breaks
from deck.starting.markdown_lines import HEADING, numbered_lines
from deck.starting.markdown_numbers import with_plain_numbers

_DEFINITION = re.compile(r"[ ]{0,2}[:~][ \t]{1,3}(?=\S)(.*)$")
_CAPTION = re.compile(r"[ ]{0,3}(?:Table)?:[ \t]+(.*?)(?:[ \t]*\{[^{}\n]*\})?[ \t]*$")
_TABLE = re.compile(r"[ ]{0,3}(?:[|+]|:?-{2,}.*-{2,}|.*\S[ \t]+\|[ \t]+\S)")


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
        after = next((line for line in made[at + 1 :] if line.strip()), "")
        if caption and (last < start or _TABLE.match(made[last]) or (not made[at - 1].strip() and _TABLE.match(after))):
            made[at] = caption[1]
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


def _is_term(lines: list[str], at: int, start: int) -> bool:
    alone = at == start or not lines[at - 1].strip() or lines[at - 1].startswith("  - ")
    return (
        at >= start
        and alone
        and not HEADING.match(lines[at])
        and not re.match(r"[ \t]*(?:[-*+>|:]|\d+[.)] )", lines[at])
    )
