"""Every finding explained: of the rules by their docstrings, of all others by the pages in `explained`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from deck.checks import UNTIL_RELEASE
from deck.checks.rules import ALL, code_of
from deck.model.explanations import Explanation, explained, page

_PAGES = {
    "outlines": "outlines.md",
    "pictures": "pictures.md",
    "lists": "lists.md",
    "themes": "themes.md",
    "catalogs": "catalogs.md",
    "files": "files.md",
}
"""What findings are about, and where they are explained."""
_ABOUT = """\
Each finding has a code that stays. `generate_deck.py check --explain CODE` prints one of these. An error stops a build,
and makes an exit code 1; with `check --strict`, a warning does, too. An outline says under `checks:` how severe the
findings of a rule, or a warning, are in its deck, and under `allow:` on a slide what may be so there, with the reason
([Outline](outline.md)). What is looked for in finished decks is on [a page of its own](inspect.md)."""
_HEADING = re.compile(r"^## ([a-z0-9-]+) \(([a-z ]+)\)\n", re.MULTILINE)
_ERRORS = frozenset({"text-overflow", "duplicate-title", "part-exceeds-whole", "unknown-slide"})


@cache
def explanations() -> tuple[Explanation, ...]:
    """Each finding of checks, outlines, pictures, lists, themes, catalogs and files, topic by topic."""
    return tuple(_explanations())


def codes() -> frozenset[str]:
    """The codes of all of them. They are stable: a script may rely on them."""
    return frozenset(each.code for each in explanations())


def document() -> str:
    """All of them, as a page of documentation."""
    return page("What check looks for", _ABOUT, explanations())


def adjustable() -> Mapping[str, str]:
    """What an outline may judge, by its code: what all rules find, and what is warned of, if not always.

    Mistakes that leave nothing to be shown stop before anything is judged.
    """
    rules = {code_of(rule) for rule in ALL}
    return {
        each.code: each.found.split("\n")[0]
        for each in explanations()
        if each.code in rules or ("warning" in each.severity and each.code not in UNTIL_RELEASE)
    }


def _explanations() -> Iterator[Explanation]:
    for rule in ALL:
        code = code_of(rule)
        severity = "error" if code in _ERRORS else "warning"
        yield explained("checks", code, severity, inspect.getdoc(rule) or "")
    for topic, name in _PAGES.items():
        text = (Path(__file__).with_name("explained") / name).read_text(encoding="utf-8")
        _, *parts = _HEADING.split(text)
        for code, severity, words in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            yield explained(topic, code, severity, words.strip())
