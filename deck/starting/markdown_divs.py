"""Blocks of Pandoc and Quarto (`::: name`) and slots of Slidev (`::right::`) → columns, callouts, notes, footers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import field

from deck.ground.dataclass import dataclass
from deck.starting.markdown_attributes import attributes
from deck.starting.markdown_lines import HEADING, numbered_lines
from deck.starting.telling import Otherwise, shortly

DIV = re.compile(r"[ ]{0,3}:{3,}[ \t]*(.*?)[ \t]*:*$")
"""Where a block begins, with what it is called, or ends."""
_SLOT = re.compile(r"[ ]{0,3}::[ \t]*([\w-]+)[ \t]*::[ \t]*$")
_COMPONENT = re.compile(r"[ ]{0,3}::(?!:)[ \t]*([A-Za-z][\w-]*)?[ \t]*(?:\{[^{}]*\})?[ \t]*$")
"""Where a component of Slidev's begins, or ends, whose words stay."""
_CALLOUT = re.compile(r"callout-(\w+)$")
_MORE_THAN_WORDS = re.compile(r"[ ]{0,3}(?:[-*+] |\(?(?:\d+|#|@)[.)] |`{3}|~{3}|:{3}|\||!\[|\$\$|> |    )")
_PLAIN = re.compile(
    "columns|(?:non)?incremental|fragment|aside|center|smaller|cell|layout(?:-ncol|-nrow|-align|-valign)?|width|id|collapse"
    "|appearance|icon|fade-in|title|(?:when|unless)-format|content-(?:visible|hidden)"
)
"""Names of blocks whose words stand there as they are."""
_ASIDE: tuple[str, ...] = ("notes", "footer", "column")
_SHOWN_IN = ("revealjs", "html", "pptx", "beamer", "slides")


@dataclass(slots=True)
class Divided:
    """A slide's lines in their columns, each with the number of its first, and what its blocks say beside them."""

    parts: list[tuple[int, list[str]]]
    notes: list[str] = field(default_factory=list)
    footers: list[str] = field(default_factory=list)
    reveals: bool = False
    at_once: bool = False
    """Whether its lists come at once where all others appear entry by entry."""

    def texts(self) -> list[tuple[int, str]]:
        """The columns as texts."""
        return [(start, "\n".join(own)) for start, own in self.parts]


def holds_no_slides(name: str) -> bool:
    """Whether a block that is called so is a part of a slide: headings in it begin none."""
    names = {each for each, _ in _named(name)}
    return bool(names & {"column", "columns", "notes", "footer", "aside", "panel-tabset"}) or any(
        _CALLOUT.match(each) for each in names
    )


def divided(rows: Sequence[str], first: int, tell: Callable[[int, str], None]) -> Divided:
    """The lines of a slide, which begins in line `first`, from 1; what is not as it was goes to `tell`."""
    return _Dividing(rows, first, tell).run()


class _Dividing:
    def __init__(self, rows: Sequence[str], first: int, tell: Callable[[int, str], None]) -> None:
        self._rows, self._first, self._tell = list(rows), first, tell
        self._open: list[str] = []
        self._aside, self._aside_at = list[str](), first
        self.found = Divided([(first - 1, [])])

    def run(self) -> Divided:
        for at, line, in_code in numbered_lines(self._rows, 0):
            number = self._first - 1 + at
            div, slot, component = (None if in_code else each.match(line) for each in (DIV, _SLOT, _COMPONENT))
            if component:
                if component[1]:
                    self._tell(number + 1, f"how a block of words looks: {component[1]}")
            elif slot:
                self.found.parts.append((number + 1, []))
            elif div and div[1]:
                self._begin(div[1], at)
            elif div:
                self._end(number)
            elif {"notes", "footer", "hidden"} & set(self._open):
                self._aside.append(line)
            elif not in_code and line.replace(" ", "") == "..." and line.strip() != "...":
                self.found.reveals = True
            else:
                self._add(number, self._quoted(line))
        return self.found

    def _add(self, number: int, line: str) -> None:
        start, own = self.found.parts[-1]
        own += [""] * (number - start - len(own)) + [line]

    def _begin(self, name: str, at: int) -> None:
        named = dict(_named(name))
        number = self._first - 1 + at
        callout = next((match[1] for each in named if (match := _CALLOUT.match(each))), None)
        kinds = ["hidden"] if _is_hidden(named) else [each for each in _ASIDE if each in named]
        self.found.reveals = self.found.reveals or bool({"incremental", "fragment"} & set(named))
        self.found.at_once = self.found.at_once or "nonincremental" in named
        self._open.append(kinds[0] if kinds else "callout" if callout else "")
        if self._open[-1] == "column":
            self.found.parts.append((number + 1, []))
        elif self._open[-1] in ("notes", "footer", "hidden"):
            self._aside, self._aside_at = [], number + 1
        elif callout:
            self._open_callout(callout, named.get("title", ""), at)
        elif "panel-tabset" in named:
            self._tell(number + 1, Otherwise("tabs, which stand one after the other"))
        elif odd := [each for each in named if not _PLAIN.fullmatch(each)]:
            self._tell(number + 1, f"how a block of words looks: {shortly(', '.join(odd))}")

    def _open_callout(self, kind: str, title: str, at: int) -> None:
        inside = _inside(self._rows, at)
        number = self._first - 1 + at
        if any(_MORE_THAN_WORDS.match(row) for row in inside):
            self._open[-1] = ""
            what = f"a callout of more than words, which stands there as text: {kind} {shortly(title)}".strip()
            self._tell(number + 1, Otherwise(what))
            self._add(number, f"**{title}**\\" if title else "")
        else:
            self._add(number, f"> [!{kind}] " + (f"**{title}**\\" if title else ""))

    def _quoted(self, line: str) -> str:
        if "callout" not in self._open:
            return line
        heading = HEADING.match(line)
        return f"> **{heading[2]}**\\" if heading else f"> {line}"

    def _end(self, number: int) -> None:
        ended = self._open.pop() if self._open else ""
        words = "\n".join(self._aside).strip()
        if ended == "notes":
            self.found.notes.append(words)
        elif ended == "footer" and words:
            self.found.footers.append(words)
        elif ended == "hidden" and words:
            self._tell(self._aside_at, f"words that its slides do not show: {shortly(words)}")
        elif not any(self._open) and len(self.found.parts) > 1:
            self.found.parts.append((number + 1, []))


def _named(name: str) -> list[tuple[str, str]]:
    within = name.strip()
    return list(attributes(within[1:-1] if within.startswith("{") else re.sub(r"\{|\}", " ", within)))


def _is_hidden(named: dict[str, str]) -> bool:
    when = named.get("when-format", "")
    shown = any(each in when for each in _SHOWN_IN) if when else True
    if "content-hidden" in named:
        return shown and "unless-format" not in named
    return "content-visible" in named and not shown


def _inside(rows: Sequence[str], at: int) -> list[str]:
    """The lines of the block that begins in this one."""
    depth, found = 1, list[str]()
    for row in rows[at + 1 :]:
        div = DIV.match(row)
        depth += 0 if div is None else 1 if div[1] else -1
        if not depth:
            break
        found.append(row)
    return found
