"""What a validator finds wrong with a value: everything at once, to be placed in the file afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

from deck.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic that does not know its place yet. `excerpt` is the part of the text that is at fault."""

    code: str
    message: str
    hint: str | None = None
    excerpt: str | None = None
    severity: Severity = Severity.ERROR


FINDINGS = "findings"


def mistaken(findings: Sequence[Finding]) -> PydanticCustomError:
    """The error that a validator raises for these."""
    context: dict[str, Any] = {FINDINGS: tuple(findings)}
    return PydanticCustomError(FINDINGS, "see the findings", context)
