"""`inspect`: say what is wrong with a finished deck, whoever made it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from deck.cli.terminal import DONE, FAILURE, FINDINGS, Commands, Progress
from deck.ground.diagnostics import Severity

if TYPE_CHECKING:
    from deck.model.inspection import Inspection

NAME = "inspect"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="say what is wrong with any finished deck, change nothing")
    parser.add_argument("deck", type=Path, nargs="?", metavar="FILE", help="a .pptx, whoever made it")
    parser.add_argument("--explain", metavar="CODE", help="say what a rule finds, why, and how to mend it, instead")
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")
    parser.add_argument("--json", action="store_true", help="for a program")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Prints the remarks by their topics, or all of them as JSON."""
    if options.explain is not None:
        return _explain(options.explain)
    if options.deck is None:
        print("error: name the FILE to be inspected, such as `inspect theirs.pptx`", file=sys.stderr)
        return FAILURE
    from deck.cli.report import printable
    from deck.inspecting.inspection import inspected

    with Progress(sys.stderr) as progress:
        progress(f"reading {options.deck}")
        found = inspected(options.deck)
    if options.json:
        print(json.dumps({"deck": str(options.deck), **asdict(found)}, indent=2, ensure_ascii=False))
    else:
        print("\n".join(map(printable, _lines(found))))
    wrong = found.remarks if options.strict else [each for each in found.remarks if each.severity is Severity.ERROR]
    return FINDINGS if wrong else DONE


def _explain(code: str) -> int:
    from deck.checks.reference import explanations as others
    from deck.cli.explaining import explain
    from deck.inspecting.reference import explanations

    return explain(code, explanations(), others())


def _lines(found: Inspection) -> Iterator[str]:
    yield f"{found.slides} slide{'' if found.slides == 1 else 's'}"
    yield f"fonts: {', '.join(found.fonts) or 'none'}"
    yield f"languages: {', '.join(found.languages) or 'none'}"
    for topic in dict.fromkeys(remark.topic for remark in found.remarks):
        yield ""
        yield topic
        hints: dict[str, str] = {}
        for remark in (each for each in found.remarks if each.topic == topic):
            hints.setdefault(remark.code, remark.hint)
            place = f"{remark.place}: " if remark.place else ""
            yield f"  {remark.severity}[{remark.code}]: {place}{remark.message}"
        yield from (f"  hint: {code}: {hint}" for code, hint in hints.items() if hint)
    errors = sum(remark.severity is Severity.ERROR for remark in found.remarks)
    yield ""
    counts = ((errors, "error"), (len(found.remarks) - errors, "warning"))
    told = " and ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)
    yield told or "nothing wrong"
