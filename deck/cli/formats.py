"""Findings as other programs read them: one line each, JSON, GitHub's annotations, SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from deck import __version__
from deck.cli.report import printable
from deck.ground.diagnostics import Diagnostic
from deck.ground.files import resolved

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def concise(diagnostics: Iterable[Diagnostic]) -> str:
    """A line each: place, severity, code, what is wrong and what to do."""
    return "\n".join(printable(" ".join(str(each).split())) for each in diagnostics)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A list of objects; a place counts lines and columns from 1, in characters."""
    return json.dumps([as_object(each) for each in diagnostics], indent=2, ensure_ascii=False)


def github(diagnostics: Iterable[Diagnostic]) -> str:
    """GitHub's workflow commands, which mark the lines in a pull request."""
    return "\n".join(_command(each) for each in diagnostics)


def sarif(diagnostics: Iterable[Diagnostic]) -> str:
    """SARIF 2.1.0, for code scanning and editors; columns count characters."""
    found: Sequence[Diagnostic] = list(diagnostics)
    rules = [_rule(code) for code in dict.fromkeys(each.code for each in found)]
    driver = {"name": "deck", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [_result(each) for each in found]}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


FORMATS: Mapping[str, Callable[[Iterable[Diagnostic]], str]] = {
    "concise": concise,
    "json": as_json,
    "github": github,
    "sarif": sarif,
}
"""What writes findings for programs, by the name of its format."""


def as_object(one: Diagnostic) -> dict[str, Any]:
    """A finding for a program."""
    place = one.span and {
        "path": one.span.path,
        "line": one.span.line,
        "column": one.span.column,
        "end_column": one.span.end_column,
    }
    return {
        "severity": str(one.severity),
        "code": one.code,
        "message": one.message,
        "hint": one.hint,
        "place": place,
        "field": one.field,
        "explained": _explained(one.code),
    }


def _command(one: Diagnostic) -> str:
    marks = {"title": one.code}
    if one.span:
        marks = {"file": _relative(one.span.path), "line": str(one.span.line), "col": str(one.span.column), **marks}
    told = ",".join(
        f"{name}={_escaped(value).replace(':', '%3A').replace(',', '%2C')}" for name, value in marks.items()
    )
    page = _explained(one.code)
    return f"::{one.severity} {told}::{_escaped(_words(one) + (f'; see {page}' if page else ''))}"


def _explained(code: str) -> str | None:
    """Where a code is explained, from the top of the project; None where it is not."""
    from deck.checks.reference import codes

    return f"docs/checks.md#{code}" if code in codes() else None


def _rule(code: str) -> dict[str, Any]:
    from deck.checks.reference import explanations

    known = next((each for each in explanations() if each.code == code), None)
    if known is None:
        return {"id": code}
    words = f"{known.found}\n\nTo mend it: {known.hint}."
    help_text = {"text": words, "markdown": f"{words}\n\n[{code}]({_explained(code)})"}
    return {"id": code, "shortDescription": {"text": known.found.split("\n")[0]}, "help": help_text}


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _result(one: Diagnostic) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": one.code, "level": str(one.severity), "message": {"text": _words(one)}}
    if one.span:
        region = {"startLine": one.span.line, "startColumn": one.span.column}
        if one.span.end_column and one.span.end_column > one.span.column:
            region["endColumn"] = one.span.end_column
        file = {"uri": _address(one.span.path)}
        result["locations"] = [{"physicalLocation": {"artifactLocation": file, "region": region}}]
    return result


def _words(one: Diagnostic) -> str:
    return f"{one.message} ({one.hint})" if one.hint else one.message


def _relative(path: str) -> str:
    """From the folder at hand, where it lies below that: annotations are shown beside such files only."""
    try:
        return resolved(Path(path)).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return Path(path).as_posix()


def _address(path: str) -> str:
    """The path as an address: as it is below the folder at hand, or else from the machine's root."""
    relative = _relative(path)
    return Path(relative).as_uri() if Path(relative).is_absolute() else quote(relative)
