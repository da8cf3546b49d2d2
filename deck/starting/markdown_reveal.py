"""Slides of reveal.js, as reveal-md and Obsidian have them: the rules between them, their attributes, their notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from deck.starting.markdown_attributes import attributes
from deck.starting.markdown_comments import Unseen
from deck.starting.markdown_lines import numbered_lines

RULE = "---"
_OF_REVEAL = frozenset(("revealoptions", "separator", "verticalseparator", "highlighttheme", "notesseparator"))
_RULES = ("separator", "verticalSeparator")
_UPRIGHT = "--"
"""What parts slides that stand below each other."""
_APPEARS = "fragment"
"""The class of what appears with a click."""
_COMMENT = "<!--"
_EDGES = re.compile(r"^\^|\$$|\\r\?|\\n")
_NOTES = re.compile(r"[ \t]*notes?:", re.IGNORECASE)
_SLIDE, _ELEMENT = (re.compile(rf"\s*(?:\.{name}:\s|\.?{name}:?\s(?=.*=))", re.DOTALL) for name in ("slide", "element"))


def with_plain_rules(lines: list[str], start: int, matter: Mapping[str, Any]) -> list[str]:
    """The lines, in which all that parts slides is a rule: what the front matter names, and two hyphens alone."""
    named = {_EDGES.sub("", str(matter[name])).strip() for name in _RULES if matter.get(name)} - {""}
    seen = [(at, line.strip()) for at, line, in_code in numbered_lines(lines, start) if not in_code]
    rules = named | ({_UPRIGHT} if any(line in (RULE, *named) for _, line in seen) else set())
    made = list(lines)
    for at, line in seen:
        alone = line in named or not (made[at - 1].strip() or "".join(lines[at + 1 : at + 2]).strip())
        if line in rules and alone:
            made[at] = RULE
        elif mark := next((each for each in named if each.startswith(_COMMENT) and line.startswith(each)), ""):
            # What stands behind such a sign is on the slide that begins.
            made[at : at + 2] = [RULE, line.removeprefix(mark) + "".join(made[at + 1 : at + 2])]
    return made


def is_of_reveal(said: Mapping[str, Any], unseen: Sequence[Unseen]) -> bool:
    """Whether a deck shows that it is reveal.js's, by its front matter, its names in small letters, or its comments."""
    return bool(_OF_REVEAL & set(said)) or any(settings_in(each.text) or looks_in(each.text) for each in unseen)


def notes_below(lines: Sequence[str]) -> tuple[Sequence[str], str]:
    """The lines of a slide without its notes, which begin with their name and go on to its end; and these."""
    begins = (at for at, line, in_code in numbered_lines(list(lines), 0) if not in_code and _NOTES.match(line))
    at = next(begins, len(lines))
    return lines[:at], _NOTES.sub("", "\n".join(lines[at:]), count=1).strip()


def settings_in(comment: str) -> dict[str, str]:
    """What a comment says of its slide (`.slide: data-background="sea.jpg"`); nothing where it says something else."""
    if not (match := _SLIDE.match(comment)):
        return {}
    found = ((name.lower().removeprefix("data-"), value) for name, value in attributes(comment[match.end() :]))
    # Obsidian has a picture as a link to it.
    return {"background" if name == "bg" else name: re.sub(r"\[\[|\]\]", "", value) for name, value in found}


def looks_in(comment: str) -> dict[str, str]:
    """What a comment says of the words before it (`.element: class="fragment"`); nothing where it says something
    else."""
    match = _ELEMENT.match(comment)
    return dict(attributes(comment[match.end() :])) if match else {}


def seen_in(looks: Mapping[str, str]) -> tuple[bool, list[str]]:
    """Whether such words appear with a click, and how else they look."""
    classes = looks.get("class", "").split()
    others = [name for name in looks if name not in ("class", "data-fragment-index")]
    return _APPEARS in classes, [*(each for each in classes if each != _APPEARS), *others]
