"""What no reader of a deck in Markdown sees: its comments, and the look of its page.

A comment is one whole, whatever is in it: blank lines, rules, code, a slide that was put aside.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from deck.starting.markdown_lines import OPENING

_BEGINS = re.compile(
    rf"(?P<fence>^{OPENING}[^\n]*$)|(?P<ticks>`+)|\\.|(?P<comment><!--)|<(?P<look>style|script)\b"
    r"|(?P<aside>(?<![\w%])%%(?!%))",
    re.MULTILINE | re.IGNORECASE,
)
_BLANK = re.compile(r"\n[ \t]*\n")


class Unseen(NamedTuple):
    """What is not seen, from its `line` on, counted from 0; a comment's words, or a look as it is written.

    An aside is a comment for who writes the slides, as Obsidian has it.
    """

    line: int
    text: str
    is_comment: bool
    ends: bool = True
    is_aside: bool = False


def without_comments(lines: list[str], start: int, *, asides: bool = False) -> tuple[list[str], list[Unseen]]:
    """The lines, from `start` on without what is not seen, and that. There are as many lines as before. `asides` are
    taken out, too, where they go over more than a line: `%% … %%`."""
    text = "\n".join(lines[start:])
    kept, found, at = "", list[Unseen](), 0
    while match := _BEGINS.search(text, at):
        begin, after = match.span()
        end, unseen = after, None
        if match["fence"]:
            closing = re.compile(rf"^[ \t]*{match['mark'][0]}{{{len(match['mark'])},}}[ \t]*$", re.MULTILINE)
            closed = closing.search(text, after)
            end = closed.end() if closed else len(text)
        elif ticks := match["ticks"]:
            blank = _BLANK.search(text, after)
            closed = re.compile(f"(?<!`){ticks}(?!`)").search(text, after, blank.start() if blank else len(text))
            end = closed.end() if closed else after
        elif match["comment"]:
            close = text.find("-->", after)
            alone = not text[text.rfind("\n", 0, begin) + 1 : begin].strip()
            if close >= 0 or alone:
                end = close + 3 if close >= 0 else len(text)
                unseen = text[after : close if close >= 0 else end]
        elif match["aside"]:
            close = text.find("%%", after) if asides else -1
            if close >= 0 and "\n" in text[after:close]:
                end, unseen = close + 2, text[after:close]
        elif match["look"]:
            closed = re.compile(rf"</{match['look']}\s*>", re.IGNORECASE).search(text, after)
            end, unseen = (closed.end(), text[begin : closed.end()]) if closed else (after, None)
        kept += text[at : begin if unseen is not None else end]
        if unseen is not None:
            line = start + text.count("\n", 0, begin)
            whole = not match["comment"] or text.startswith("-->", end - 3)
            found.append(Unseen(line, unseen.strip("\n "), not match["look"], whole, bool(match["aside"])))
            kept += "\n" * text.count("\n", begin, end)
        at = end
    return [*lines[:start], *(kept + text[at:]).split("\n")], found
