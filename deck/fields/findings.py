"""What is wrong with a value as such: everything at once, to be placed in the file by whoever knows where it stands."""

from __future__ import annotations

from typing import Any

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic that does not know its place yet.

    `excerpt` is the part of the text that is at fault; `nth` counts from 0 how often it stands there before.
    """

    code: str
    message: str
    hint: str | None = None
    excerpt: str | None = None
    severity: Severity = Severity.ERROR
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Noticed:
    """A value that may be used, and what is to be said about it."""

    value: Any
    findings: tuple[Finding, ...]


class MistakenError(Exception):
    """A value is not right; `findings` says why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*findings)
        self.findings = findings


class NotTextError(Exception):
    """A value is no text, and text is wanted."""
