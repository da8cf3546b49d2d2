"""What `inspect` looks for: each rule with what it finds, why that matters, and how to mend it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import NamedTuple

from deck.export.pptx.inspected import REPAIR, RULES
from deck.export.pptx.package_rules import PACKAGE_RULES
from deck.export.pptx.package_ties import TIE_RULES
from deck.ground.diagnostics import Severity
from deck.inspecting.overflow import CODE, HINT, overflows
from deck.model.inspection import Topic


class Explanation(NamedTuple):
    """A rule in words; `found` may have several paragraphs."""

    topic: Topic
    code: str
    severity: Severity
    found: str
    hint: str

    def __str__(self) -> str:
        return f"{self.code} ({self.topic}, {self.severity})\n\n{self.found}\n\nTo mend it: {self.hint}."


def explanations() -> Iterator[Explanation]:
    """Every rule, topic by topic."""
    broken = "A part of the package is no XML, or one that every deck has is missing."
    yield Explanation("package", "broken-part", Severity.ERROR, broken, REPAIR)
    for rule in (*PACKAGE_RULES, *TIE_RULES):
        code = rule.__name__.replace("_", "-")
        yield Explanation("package", code, Severity.ERROR, inspect.getdoc(rule) or "", REPAIR)
    for topic, rules in RULES:
        for each in rules:
            yield Explanation(topic, each.code, each.severity, inspect.getdoc(each.check) or "", each.hint)
    yield Explanation("fit", CODE, Severity.WARNING, inspect.getdoc(overflows) or "", HINT)


def document() -> str:
    """All of them, as a page of documentation."""
    lines = [
        "# What inspect looks for",
        "",
        "`generate_deck.py inspect FILE.pptx` reads any deck and changes nothing. `inspect --explain CODE` prints one",
        "of these. An error makes its exit code 1, and with `--strict` a warning does, too.",
    ]
    topic = ""
    for each in explanations():
        if each.topic != topic:
            topic = each.topic
            lines += ["", f"## {topic.capitalize()}"]
        lines += [
            "",
            f"### {each.code}",
            "",
            each.found,
            "",
            f"*{str(each.severity).capitalize()}.* To mend it: {each.hint}.",
        ]
    return "\n".join(lines) + "\n"
