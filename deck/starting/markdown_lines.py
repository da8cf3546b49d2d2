"""The lines of a deck in Markdown: its front matter, which of them are code, and at which headings slides begin."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from deck.nodes import compose, plain

Line = tuple[str, int]
"""A line, and the number of the one in the deck's own file that it stands for, from 1."""
OPENING = r"[ \t]*(?P<mark>`{3,}(?=[^`\n]*$)|~{3,})"
"""What begins a block of code, however deep in a list: three backticks, after which there are no others, or tildes."""
_FENCE = re.compile(OPENING)
HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?=\s|$)[ \t]*(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(={3,}|-{4,})[ \t]*$")
_NO_HEADING = re.compile(r"[ \t]*(?:[-*+>|#:<]|\d+[.)][ \t])")
_DEFINED = re.compile(r"[ ]{0,3}\[(?!\^)[^\[\]]+\]:[ \t]*\S")
_ATTRIBUTED = re.compile(
    r"[ ]{0,3}(?:#{1,6}(?=[ \t])|:{3,})[^\n]*?\{(?=[#.]|[\w-]+[ \t]*=)(?:[^{}\"']|\"[^\"]*\"|'[^']*')*$"
)
_LAST_ATTRIBUTES = re.compile(r"[^{}]*\}[ \t:]*$")
_MOST_ATTRIBUTES = 20
"""Over how many lines the attributes of a heading may go."""
_OF_MD2PPTX = re.compile(r"([A-Za-z][\w.]*)[ \t]*:[ \t]*(.*?)[ \t]*$")
_KNOWN_BY = frozenset({"template", "numbers", "pagetitlesize", "sectiontitlesize", "basetextsize", "monofont"})
"""Settings that md2pptx's decks begin with."""
SETTING = re.compile(r"[ \t]*[$_]?[A-Za-z][\w-]*[ \t]*:(?:[ \t]|$)")


def front_matter(lines: list[str]) -> tuple[Mapping[str, Any], int]:
    """What stands before the slides, and where these begin; below nothing, where it is Pandoc's three lines."""
    if lines and lines[0].startswith("% "):
        given = [line[1:].strip() for line in lines[:3] if line.startswith("%")]
        return dict(zip(("title", "author", "date"), given, strict=False)), -len(given)
    if of_md2pptx := _settings_of_md2pptx(lines):
        # There the first three levels of headings begin slides.
        return of_md2pptx | {"slide-level": "3"}, -len(of_md2pptx)
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if start < len(lines) and lines[start].strip() == "---":
        end = next((at for at in range(start + 1, len(lines)) if lines[at].strip() in ("---", "...")), None)
        if end is not None and (settings := settings_of(lines[start + 1 : end])) is not None:
            return settings, end + 1
    return {}, 0


def _settings_of_md2pptx(lines: list[str]) -> dict[str, str]:
    """What md2pptx has before the slides, down to the first blank line; nothing where it is something else."""
    end = next((at for at, line in enumerate(lines) if not line.strip()), len(lines))
    pairs = [match for line in lines[:end] if (match := _OF_MD2PPTX.match(line))]
    found = {match[1]: match[2] for match in pairs}
    whole = len(found) == end and bool(_KNOWN_BY & {name.lower() for name in found})
    return found if whole else {}


def settings_of(lines: list[str]) -> Mapping[str, Any] | None:
    """The lines as settings, None where they are something else."""
    if not any(SETTING.match(line) for line in lines):
        return {} if not any(line.strip() for line in lines) else None
    root, _ = compose.compose("\n".join(lines) + "\n", "front matter")
    found = plain(root) if root else None
    if isinstance(found, dict):
        return found
    pairs = (line.partition(":") for line in lines if SETTING.match(line))
    return {name.strip(): value.strip().strip("\"'") for name, _, value in pairs}


def line_of(name: str, lines: Sequence[str]) -> tuple[int, str]:
    """In which line of a front matter a setting stands, from 1, and how its name is written; else the first line."""
    pattern = re.compile(rf"[ \t-]*[\"']?({re.escape(name)})[\"']?[ \t]*:", re.IGNORECASE)
    found = ((at, match[1]) for at, line in enumerate(lines, start=1) if (match := pattern.match(line)))
    return next(found, (1, name))


def numbered_lines(lines: list[str], start: int) -> Iterator[tuple[int, str, bool]]:
    """Each line with its number, and whether it belongs to code."""
    fence = ""
    for at in range(max(0, start), len(lines)):
        line = lines[at]
        match = _FENCE.match(line)
        if fence:
            yield at, line, True
            if match and match["mark"].startswith(fence) and not line.strip().strip(match["mark"][0]):
                fence = ""
        elif match:
            fence = match["mark"]
            yield at, line, True
        else:
            yield at, line, False


def row_finder(text: str) -> Callable[[int], int]:
    """What says in which line of the text a place is, from 0; its lines are counted once."""
    ends = [found.start() for found in re.finditer("\n", text)]
    return lambda place: bisect_left(ends, place)


def links_in(lines: list[str], start: int) -> str:
    """The definitions of links (`[name]: address`), which hold for the whole deck."""
    return "\n".join(line for _, line, in_code in numbered_lines(lines, start) if not in_code and _DEFINED.match(line))


def with_marked_headings(lines: list[str], start: int) -> list[str]:
    """The lines, in which headings that are underlined stand after number signs. Three hyphens are a rule."""
    made = list(lines)
    said = [not in_code and bool(line.strip()) for _, line, in_code in numbered_lines(lines, start)]
    for at in range(start + 1, len(lines)):
        mark = _UNDERLINE.match(lines[at])
        alone = at - 2 < start or not lines[at - 2].strip()
        if mark and said[at - start] and said[at - 1 - start] and alone and not _NO_HEADING.match(lines[at - 1]):
            made[at - 1] = f"{'#' if mark[1][0] == '=' else '##'} {lines[at - 1].strip()}"
            made[at] = ""
    return made


def with_whole_attributes(lines: list[str], start: int) -> list[str]:
    """The lines, in which the attributes of headings and blocks stand on one line. There are as many as before."""
    made = list(lines)
    for at, line, in_code in numbered_lines(lines, start):
        if in_code or not _ATTRIBUTED.match(line):
            continue
        for end in range(at + 1, min(len(lines), at + _MOST_ATTRIBUTES)):
            if "{" in lines[end] or not lines[end].strip():
                break
            if _LAST_ATTRIBUTES.match(lines[end]):
                made[at] = " ".join(each.strip() for each in lines[at : end + 1])
                made[at + 1 : end + 1] = [""] * (end - at)
                break
    return made


def slide_level(lines: list[str], start: int) -> int:
    """At which level headings begin slides: the highest that is followed by something else than another heading."""
    levels: list[int] = []
    last = 0
    for _, line, in_code in numbered_lines(lines, start):
        heading = None if in_code else HEADING.match(line)
        if heading:
            last = len(heading[1])
        elif last and line.strip():
            levels.append(last)
            last = 0
    return min(levels, default=1)


def wanted_level(matter: Mapping[str, Any]) -> int | None:
    """At which level headings begin slides, as the front matter says: Quarto's second if not another; else None."""
    formats = matter.get("format")
    given = [matter, *(formats.values() if isinstance(formats, Mapping) else ())]
    said = next((each["slide-level"] for each in given if isinstance(each, Mapping) and "slide-level" in each), None)
    if str(said) in ("1", "2", "3", "4", "5", "6"):
        return int(str(said))
    return 2 if formats else None
