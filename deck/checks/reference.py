"""Every finding explained: of the rules by their docstrings, of all others by the pages in `explained`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from deck.checks.rules import ALL, code_of
from deck.model.explanations import Explanation, explained

_PAGES = {
    "slides": "slides.md",
    "outlines": "outlines.md",
    "pictures": "pictures.md",
    "lists": "lists.md",
    "themes": "themes.md",
    "catalogs": "catalogs.md",
    "files": "files.md",
}
"""What findings are about, and where they are explained."""
_HEADING = re.compile(r"^## ([a-z0-9-]+) \(([a-z ]+)\)\n", re.MULTILINE)
_ERRORS = frozenset({"text-overflow", "duplicate-title", "part-exceeds-whole"})
_UNTIL_RELEASE = frozenset({"untranslated", "catalog-language", "other-language", "mojibake", "plural-rule"})
"""Of these, only a release decides."""


@cache
def explanations() -> tuple[Explanation, ...]:
    """Each finding of outlines, lists, catalogs, fields and checks, topic by topic."""
    return tuple(_explanations())


def adjustable() -> frozenset[str]:
    """The codes that an outline may judge: of all rules, and of what is only warned of."""
    rules = {code_of(rule) for rule in ALL}
    warnings = {each.code for each in explanations() if each.severity == "warning"}
    return frozenset(rules | warnings) - _UNTIL_RELEASE


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
