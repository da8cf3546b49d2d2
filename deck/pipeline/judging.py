"""How severe findings are: as their rules say, or as is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deck.ground.diagnostics import Diagnostic, Severity

_OVERFLOW = "text-overflow"
_NOT_TRANSLATED = ("untranslated", "catalog-language", "other-language", "mojibake", "plural-rule")
"""What is only told of until a release."""


def judged(
    findings: Iterable[Diagnostic], *, allow_overflow: bool = False, release: bool = False
) -> tuple[Diagnostic, ...]:
    """The findings as severe as is wanted: what is too long only a warning, or what is not translated an error."""
    severities = {_OVERFLOW: Severity.WARNING} if allow_overflow else {}
    severities |= dict.fromkeys(_NOT_TRANSLATED, Severity.ERROR) if release else {}
    return tuple(replace(one, severity=severities.get(one.code, one.severity)) for one in findings)
