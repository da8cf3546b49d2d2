"""What stands in a text without its pair: braces, and controls of direction."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from deck.fields.findings import Finding
from deck.ground.late_pattern import late_pattern
from deck.model.text import FIELD, Run

_STRAY_BRACE = late_pattern(r"\{[^{}\s]*|\}")
_BIDI = late_pattern("[\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = "\u202d\u202e"


def stray_braces(runs: Sequence[Run]) -> Iterator[Finding]:
    """A brace without its pair, in each run: what stands between two is a name."""
    for run in runs:
        if run.code or ("{" not in run.text and "}" not in run.text):
            continue
        named = FIELD.sub("", run.text.replace("{{", "").replace("}}", ""))
        if stray := _STRAY_BRACE.search(named):
            message = f"`{stray[0][0]}` stands here without its pair"
            hint = "write {name} for a value; for a brace that shows, write {{ or }}"
            yield Finding("open-markup", message, hint, stray[0])


def directions(text: str) -> Iterator[Finding]:
    """Controls of direction that override it, or that are not closed: they make a text read differently."""
    open_controls: list[str] = []
    for match in _BIDI.finditer(text):
        control = match[0]
        closes = {"\u202c": "\u202a\u202b", "\u2069": "\u2066\u2067\u2068"}.get(control)
        if control in _OVERRIDES:
            break
        if closes is None:
            open_controls.append(control)
        elif not open_controls or open_controls.pop() not in closes:
            break
    else:
        if not open_controls:
            return
        control = open_controls[-1]
    name = unicodedata.name(control).lower()
    yield Finding(
        "bidi-control", f"a stray {name} (U+{ord(control):04X}) changes the direction", "take it out", control
    )
