"""Lists in HTML → Markdown's, numbered and nested as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from deck.starting.markdown_lines import Line, numbered_lines, row_finder

_TAG = re.compile(r"<(?P<end>/?)(?P<name>ul|ol|li)\b(?P<said>[^<>]*)>", re.IGNORECASE)
_STARTS = re.compile(r"\bstart\s*=\s*[\"']?(\d{1,9})")
_APPEARS = re.compile(r"\bfragment\b|(?:^|\s)v-clicks?\b")
_FOLLOWED = re.compile(r"[^\S\n]*\S")
"""Words that go on in the same line."""
_CLICK = '<!-- .element: class="fragment" -->'


def with_lists(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, in which these lists are Markdown's."""
    rows = [row for row, _ in lines]
    text = "\n".join(rows)
    row_at = row_finder(text)
    coded = [in_code for _, _, in_code in numbered_lines(rows, 0)]
    end = 0
    for tags in _outermost([tag for tag in _TAG.finditer(text) if not coded[row_at(tag.start())]]):
        opens, closes = tags[0], tags[-1]
        first, last = row_at(opens.start()), row_at(closes.start())
        before = text[text.rfind("\n", 0, opens.start()) + 1 : opens.start()]
        if before.strip() or _FOLLOWED.match(text, closes.end()) or any(coded[first : last + 1]):
            continue
        yield from lines[end:first]
        # What is right before a list is another paragraph.
        yield "", lines[first][1]
        yield from _entries(text, tags, lambda tag: lines[row_at(tag.start())][1], before)
        yield "", lines[last][1]
        end = last + 1
    yield from lines[end:]


def _outermost(tags: Sequence[re.Match[str]]) -> Iterator[Sequence[re.Match[str]]]:
    """The tags of each list that is in no other, from where it begins to where it ends."""
    opened: list[int] = []
    for at, tag in enumerate(tags):
        if tag["name"].lower() == "li":
            continue
        if not tag["end"]:
            opened.append(at)
        elif opened:
            first = opened.pop()
            if not opened:
                yield tags[first : at + 1]


def _entries(
    text: str, tags: Sequence[re.Match[str]], number_of: Callable[[re.Match[str]], int], indent: str
) -> Iterator[Line]:
    """The entries of a list that goes from the first of these tags to the last; each tag's line has this number."""
    numbers: list[int | None] = []
    marks: list[str] = []
    for tag, after in pairwise(tags):
        name = tag["name"].lower()
        if name != "li" and not tag["end"]:
            starts = _STARTS.search(tag["said"])
            numbers.append(None if name == "ul" else int(starts[1]) if starts else 1)
            marks.append("")
            if numbers[-1] not in (None, 1):
                # Only a first number begins a list right under words.
                yield "", number_of(tag)
        elif name != "li" and marks:
            numbers.pop()
            marks.pop()
        words = " ".join(text[tag.end() : after.start()].split())
        begins = name == "li" and not tag["end"] and bool(marks)
        if begins:
            number = numbers[-1]
            marks[-1] = "- " if number is None else f"{number}. "
            numbers[-1] = None if number is None else number + 1
        if words or begins:
            mark = marks[-1] if begins else " " * len(marks[-1] if marks else "")
            click = f" {_CLICK}" if _APPEARS.search(tag["said"]) else ""
            within = indent + " " * sum(map(len, marks[:-1])) + mark
            yield f"{within}{words}{click}".rstrip(), number_of(tag)
