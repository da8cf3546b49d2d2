"""What `inspect` looks for: each rule with what it finds, why that matters, and how to mend it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from deck.export.pptx.inspected import REPAIR, RULES
from deck.export.pptx.package_rules import PACKAGE_RULES
from deck.export.pptx.package_ties import TIE_RULES
from deck.ground.diagnostics import Severity
from deck.inspecting.overflow import CODE, HINT, overflows
from deck.model.explanations import Explanation, page

_ABOUT = """\
`generate_deck.py inspect FILE.pptx` reads any deck and changes nothing. `inspect --explain CODE` prints one
of these. An error makes its exit code 1, and with `--strict` a warning does, too."""


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
    return page("What inspect looks for", _ABOUT, explanations())
