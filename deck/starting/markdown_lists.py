"""Lists as Pandoc has them besides CommonMark's: of definitions, of examples, by letters; and captions of tables."""

from __future__ import annotations

import re
from collections.abc import Callable

from deck.starting.markdown_lines import HEADING, numbered_lines
from deck.starting.telling import Otherwise

_DEFINITION = re.compile(r"[ ]{0,2}[:~][ \t]{1,3}(?=\S)(.*)$")
_CAPTION = re.compile(r"[ ]{0,3}(?:Table)?:[ \t]+(.*?)(?:[ \t]*\{[^{}\n]*\})?[ \t]*$")
_EXAMPLE = re.compile(r"([ \t]*)\(@([\w-]*)\)([ \t]+)(?=\S)")
_NAMED = re.compile(r"\(@([\w-]+)\)")
_LETTERED = re.compile(
    r"(?P<indent>[ \t]*)(?:\((?P<within>[a-z]|[ivx]+|\d{1,3})\)|(?P<small>[a-z]|[ivx]+)[.)]|(?P<large>[A-Z]|[IVX]+)"
    r"(?:\)|\.(?=[ \t]{2}))|(?P<any>#\.))[ \t]+(?=\S)"
)
_FIRST = frozenset(("a", "i", "A", "I", "1", "#."))
_TABLE = re.compile(r"[ ]{0,3}(?:[|+]|:?-{2,}.*-{2,}|.*\S[ \t]+\|[ \t]+\S)")


def with_plain_lists(lines: list[str], start: int, tell: Callable[[int, str], None]) -> list[str]:
    """The lines, in which such lists are CommonMark's; there are as many as before."""
    free = {at for at, _, in_code in numbered_lines(lines, start) if not in_code}
    made = list(lines)
    _take_captions_and_definitions(made, start, free)
    _take_examples(made, start, free)
    _take_letters(made, start, free, tell)
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


def _take_examples(made: list[str], start: int, free: set[int]) -> None:
    """Examples are numbered through the whole deck, and named in texts by their labels."""
    count, labels = 0, dict[str, int]()
    for at in range(start, len(made)):
        if at in free and (match := _EXAMPLE.match(made[at])):
            count += 1
            labels[match[2]] = count
            made[at] = f"{match[1]}{count}. {made[at][match.end() :]}"
    for at in range(start, len(made)) if labels else ():
        if at in free:
            made[at] = _NAMED.sub(lambda match: f"({labels[match[1]]})" if match[1] in labels else match[0], made[at])


def _take_letters(made: list[str], start: int, free: set[int], tell: Callable[[int, str], None]) -> None:
    counts: dict[str, int] = {}
    for at in range(start, len(made)):
        line = made[at]
        match = _LETTERED.match(line) if at in free else None
        indent = len(line) - len(line.lstrip())
        if match is None:
            if line.strip() and (indent == 0 or at not in free):
                counts = counts if line[:1] in " \t" else {}
            continue
        mark = match["within"] or match["small"] or match["large"] or match["any"]
        fresh = at == start or not made[at - 1].strip() or match["indent"] not in ("", None)
        if match["indent"] not in counts and not (mark in _FIRST and fresh):
            continue
        if match["indent"] not in counts and mark not in ("#.", "1"):
            tell(at, Otherwise(f"a list by letters or signs, which is by numbers: {mark}"))
        counts = {each: count for each, count in counts.items() if len(each) <= len(match["indent"])}
        counts[match["indent"]] = counts.get(match["indent"], 0) + 1
        made[at] = f"{match['indent']}{counts[match['indent']]}. {line[match.end() :]}"
