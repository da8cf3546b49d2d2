"""Lines that are kept as they stand, each after a bar, as Pandoc has them for addresses and verse → CommonMark's."""

from __future__ import annotations

import re
from collections.abc import Callable

from deck.starting.markdown_lines import HEADING
from deck.starting.telling import shortly

_LINE = re.compile(r"\|(?: (?P<words>.*))?$")
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_MARKUP = re.compile(r"(?=[-+*#>:~](?:\s|$)|#)|(?<=\d)(?=[.)]\s)")


def with_line_breaks(made: list[str], start: int, free: set[int], tell: Callable[[int, str], None]) -> None:
    """Ends the lines of such blocks, in place; a table of bars is none of them. Their indents go to `tell`."""
    at = start
    while at < len(made):
        end = at
        begins = at == start or not made[at - 1].strip() or HEADING.match(made[at - 1])
        while (
            begins
            and end < len(made)
            and end in free
            and (_LINE.match(made[end]) or (end > at and _goes_on(made[end])))
        ):
            end += 1
        if end > at and not _is_table(made, at):
            for row in range(at, end):
                ends = row + 1 < end and not _goes_on(made[row + 1])
                said = _LINE.match(made[row])
                words = (said["words"] or "" if said else made[row]).rstrip()
                if said and words[:1] == " ":
                    tell(row, f"the indent of a line: {shortly(words)}")
                made[row] = _MARKUP.sub(r"\\", words.strip(), count=1) + "\\" * ends
        at = max(end, at + 1)


def _is_table(made: list[str], at: int) -> bool:
    """Whether a table of bars begins here: a rule of several cells, or one between bars, is under its headings."""
    under = made[at + 1] if at + 1 < len(made) else ""
    return "|" in under and bool(_RULE.match(under))


def _goes_on(line: str) -> bool:
    return line[:1] in (" ", "\t") and bool(line.strip())
