"""Footnotes of a deck: where they are, and their words, which may stand anywhere in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field

from deck.ground.dataclass import dataclass
from deck.starting.markdown_lines import numbered_lines
from deck.starting.telling import Told, shortly

_DEFINED = re.compile(r"[ ]{0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$")
_NOTE = re.compile(
    r"(?P<kept>(?P<ticks>`+)(?:(?!\n[ \t]*\n).)+?(?P=ticks)(?!`)"
    r"|\\.|\$(?=\S)[^$\n]*[^\s$]\$(?!\d)|\^[^\s^\[\]\\]+\^(?=\[))"
    r"|(?P<begins>\^\[)|\[\^(?P<name>[^\]\s]+)\](?!:)",
    re.DOTALL,
)
"""Where a footnote begins that is there with its words, or one by its name; and what is none: code, escaped and raised
signs, formulas."""
_BRACKET = re.compile(r"\\.|(`+)(?:(?!\n[ \t]*\n).)+?\1(?!`)|[\[\]]", re.DOTALL)
_BLANK = re.compile(r"\n[ \t]*\n")
_ENDS = re.compile(r"[ ]{0,3}(?::{3}|#{1,6}[ \t])")
"""A block or a heading, which goes on with no footnote right above it."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Footnotes:
    """The footnotes of one slide, in the order of their numbers: `words` has each, with its number."""

    words: list[str] = field(default_factory=list)
    _marks: dict[str, str] = field(default_factory=dict)

    def mark(self, name: str, words: str) -> str:
        """The number of the footnote of this name, which is a new one where it is not known yet."""
        if name not in self._marks:
            self._marks[name] = str(len(self.words) + 1).translate(_RAISED)
            self.words.append(f"{self._marks[name]} {words}")
        return self._marks[name]


def unnamed(lines: list[str], start: int) -> Iterator[Told]:
    """The footnotes to which nothing in these lines leads, by where they stand, from 1."""
    text = "\n".join(lines[start:])
    for at, line, in_code in numbered_lines(lines, start):
        defined = None if in_code else _DEFINED.match(line)
        if defined and len(re.findall(rf"\[\^{re.escape(defined[1])}\](?!:)", text)) == 0:
            yield at + 1, f"a footnote that nothing leads to: {shortly(defined[2])}"


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
        elif name and (line[:1] in " \t" or not blank) and not in_code and not _ENDS.match(line):
            found[name] += ("\n\n" if blank else " ") + line.strip()
            blank = False
        else:
            name = ""
            continue
        made[at] = ""
    return made, found


def with_numbers(
    text: str, named: Mapping[str, str], found: Footnotes, tell: Callable[[int, str], None], *, pandoc: bool
) -> str:
    """The text, in which footnotes are raised numbers; they are added to `found`, those with a name once.

    Right behind a letter, only Pandoc knows one that is there with its words.
    """
    made, at = "", 0
    while match := _NOTE.search(text, at):
        made += text[at : match.start()]
        at, written = match.end(), match[0]
        if match["begins"]:
            end = _end(text, at)
            if end is not None and (pandoc or not text[max(0, match.start() - 1) : match.start()].isalnum()):
                words = text[at:end]
                at, written = end + 1, found.mark(f"^{words}", words) + "\n" * (words.count("\n") * pandoc)
        elif name := match["name"]:
            if name in named:
                written = found.mark(name, named[name])
            else:
                tell(match.start(), f"a footnote without words: {written}")
                written = ""
        made += written
    return made + text[at:]


def _end(text: str, at: int) -> int | None:
    """Where the bracket closes that is open here; None where it stays open to the end of the paragraph."""
    blank = _BLANK.search(text, at)
    depth = 1
    for match in _BRACKET.finditer(text, at, blank.start() if blank else len(text)):
        depth += {"[": 1, "]": -1}.get(match[0], 0)
        if not depth:
            return match.start()
    return None
