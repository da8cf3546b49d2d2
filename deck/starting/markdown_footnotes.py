"""Footnotes of a deck: where they are, and their words, which may stand anywhere in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from deck.starting.markdown_lines import numbered_lines

_DEFINED = re.compile(r"[ ]{0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$")
_NOTE = re.compile(
    r"(?P<kept>(?P<ticks>`+)(?:(?!\n[ \t]*\n).)+?(?P=ticks)(?!`)"
    r"|\\.|\$(?=\S)[^$\n]*[^\s$]\$(?!\d)|\^[^\s^\[\]\\]+\^(?=\[))"
    r"|\^\[(?P<words>(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*)\]|\[\^(?P<name>[^\]\s]+)\](?!:)",
    re.DOTALL,
)
"""A footnote by its words or its name; and what is none: code, escaped and raised signs, formulas."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def without_footnotes(lines: list[str], start: int) -> tuple[list[str], dict[str, str]]:
    """The lines without the words of footnotes, and these by their names. There are as many lines as before."""
    made, found = list(lines), dict[str, str]()
    name, blank = "", False
    for at, line, in_code in numbered_lines(lines, start):
        defined = None if in_code else _DEFINED.match(line)
        if defined:
            name, blank = defined[1], False
            found.setdefault(name, defined[2])
        elif name and not line.strip():
            blank = True
            continue
        elif name and line.strip() and (line[:1] in " \t" or not blank) and not in_code:
            found[name] += ("\n\n" if blank else " ") + line.strip()
            blank = False
        else:
            name = ""
            continue
        made[at] = ""
    return made, found


def with_numbers(
    text: str, named: Mapping[str, str], found: list[str], tell: Callable[[int, str], None], *, pandoc: bool
) -> str:
    """The text, in which footnotes are raised numbers; their words, with these numbers, are added to `found`.

    Right behind a letter, only Pandoc knows one that is there with its words.
    """

    def numbered(match: re.Match[str]) -> str:
        raised = match["words"] is not None and not pandoc and text[match.start() - 1 : match.start()].isalnum()
        if match["kept"] or raised:
            return match[0]
        words = match["words"] if match["words"] is not None else named.get(match["name"])
        if words is None:
            tell(match.start(), f"a footnote without words: {match[0]}")
            return ""
        mark = str(len(found) + 1).translate(_RAISED)
        found.append(f"{mark} {words}")
        return mark

    return _NOTE.sub(numbered, text)
