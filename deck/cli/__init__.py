"""The command line: arguments → one command → what is printed → exit code. One file a command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from deck import __version__
from deck.cli import building, checking, comparing, layouts, listing, schema
from deck.cli.terminal import FAILURE, FINDINGS, print_findings
from deck.diagnostics import DeckError

COMMANDS = (building, checking, comparing, listing, layouts, schema)
"""The commands' modules, in the order in which help names them; the first is what runs where none is named."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code: 0, 1 where the input has errors, 2 where the work failed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0].endswith((".yaml", ".yml")):
        given.insert(0, building.NAME)
    options = _parser().parse_args(given)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except DeckError as error:
        print_findings(error.diagnostics)
        return FAILURE if _nothing_to_read(error) else FINDINGS
    except BrokenPipeError:
        # Whoever read the output has enough; Python would complain once more while it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = f" {error.filename}" if error.filename else ""
        print(f"error: cannot use{place}: {error.strerror or error}", file=sys.stderr)
        if isinstance(error, PermissionError) and str(error.filename).endswith(".pptx"):
            print("hint: if it is open in PowerPoint, close it there", file=sys.stderr)
        return FAILURE
    except KeyboardInterrupt:
        return FAILURE
    except Exception as error:
        if os.environ.get("DECK_TRACEBACK"):
            raise
        print(f"error: the program failed, which is its own fault: {type(error).__name__}: {error}", file=sys.stderr)
        print("hint: set DECK_TRACEBACK=1 to see where, and report it with the outline", file=sys.stderr)
        return FAILURE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="deck", description="Turns the outline of a webinar into a PowerPoint deck that fits."
    )
    parser.add_argument("--version", action="version", version=f"deck {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    # Without a command, its options have their defaults.
    for name, value in vars(commands.choices[COMMANDS[0].NAME].parse_args([])).items():
        parser.set_defaults(**{name: value})
    return parser


def _nothing_to_read(error: DeckError) -> bool:
    """Whether there is no outline to find anything in."""
    return all(finding.code in ("file-missing", "file-unreadable") for finding in error.diagnostics)
