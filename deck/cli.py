"""The command line: arguments → build → what is printed → exit code."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TextIO

from deck.build import build_decks, default_outline, lay_out, schema
from deck.diagnostics import DeckError, Diagnostic, did_you_mean, has_errors

DONE, FINDINGS, FAILURE = 0, 1, 2
"""Exit codes: all is well; the input has errors; the work could not be done."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code. Without a command, builds the default outline."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except DeckError as error:
        _print_findings(error.diagnostics)
        return FAILURE if _unreadable(error) else FINDINGS
    except BrokenPipeError:
        # Whoever read the output has enough; Python would complain once more while it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        place = f" {error.filename}" if error.filename else ""
        print(f"error: cannot use{place}: {error.strerror or error}", file=sys.stderr)
        return FAILURE
    except KeyboardInterrupt:
        return FAILURE
    except Exception as error:
        print(f"error: the program failed, which is its own fault: {type(error).__name__}: {error}", file=sys.stderr)
        if os.environ.get("DECK_TRACEBACK"):
            raise
        print("hint: set DECK_TRACEBACK=1 to see where, and report it with the outline", file=sys.stderr)
        return FAILURE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="deck", description="Turns the outline of a webinar into a PowerPoint deck that fits."
    )
    parser.set_defaults(
        command=_build, outline=default_outline(), language=[], output=Path("dist"), allow_overflow=False
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    building = commands.add_parser("build", help="write the deck (the default)")
    _add_outline(building)
    building.add_argument("--output", type=Path, default=Path("dist"), metavar="DIR", help="folder (default: dist)")
    building.add_argument(
        "--allow-overflow", action="store_true", help="write the deck even if a text is too long for its box"
    )
    building.set_defaults(command=_build)
    checking = commands.add_parser("check", help="say what is wrong with an outline, write nothing")
    _add_outline(checking)
    checking.set_defaults(command=_check)
    printing = commands.add_parser("schema", help="print the JSON Schema of outlines, for editors")
    printing.set_defaults(command=_schema)
    listing = commands.add_parser("layouts", help="what layouts there are, with their fields and an example")
    listing.add_argument("name", nargs="*", metavar="NAME", help="only these, in full")
    listing.add_argument("--full", action="store_true", help="all of them, in full")
    listing.set_defaults(command=_layouts)
    return parser


def _add_outline(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("outline", nargs="?", type=Path, default=default_outline(), metavar="OUTLINE")
    parser.add_argument("--language", action="append", default=[], metavar="L", help="a language; may be repeated")


def _build(options: argparse.Namespace) -> int:
    from deck import report

    with _Progress(sys.stderr) as progress:
        written = build_decks(
            options.outline,
            options.output,
            options.language,
            allow_overflow=options.allow_overflow,
            progress=progress,
        )
    if noticed := [finding for each in written for finding in each.built.diagnostics]:
        _print_findings(noticed)
    print(report.summary(written, colour=_in_colour(sys.stdout)))
    return DONE


def _check(options: argparse.Namespace) -> int:
    found: list[Diagnostic] = []
    with _Progress(sys.stderr) as progress:
        for language in options.language or (None,):
            found += lay_out(options.outline, language, progress).diagnostics
    if found:
        _print_findings(found)
    else:
        print("nothing wrong")
    return FINDINGS if has_errors(found) else DONE


def _schema(_: argparse.Namespace) -> int:
    print(json.dumps(schema(), indent=2, ensure_ascii=False))
    return DONE


def _layouts(options: argparse.Namespace) -> int:
    from deck.layouts import LAYOUTS
    from deck.reference import overview, reference

    if unknown := [name for name in options.name if name not in LAYOUTS]:
        print(f"error: there is no layout `{unknown[0]}`; {did_you_mean(unknown[0], LAYOUTS)}", file=sys.stderr)
        return FAILURE
    names = options.name or (list(LAYOUTS) if options.full else [])
    print(reference(names) if names else overview())
    return DONE


def _unreadable(error: DeckError) -> bool:
    """Whether there is no outline to find anything in."""
    return all(finding.code in ("file-missing", "file-unreadable") for finding in error.diagnostics)


def _print_findings(diagnostics: Iterable[Diagnostic]) -> None:
    from deck import report

    print(report.findings(diagnostics, colour=_in_colour(sys.stderr)), file=sys.stderr)


def _in_colour(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR")


class _Progress:
    """One line that says what is being done, on a terminal only; it is gone when the work is."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = stream.isatty()

    def __enter__(self) -> _Progress:
        return self

    def __call__(self, doing: str) -> None:
        if self._shown:
            print(f"\r\033[K{doing} …", end="", file=self._stream, flush=True)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            print("\r\033[K", end="", file=self._stream, flush=True)
