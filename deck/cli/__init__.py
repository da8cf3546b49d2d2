"""The command line: arguments → one command → what is printed → exit code. One file a command."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from deck import __version__
from deck.cli.terminal import FAILURE, INTERRUPTED, code_of, print_findings, shown
from deck.ground.diagnostics import DeckError, found_before
from deck.ground.files import YAML
from deck.ground.inputs import noted

COMMANDS = {
    "new": "new",
    "build": "building",
    "check": "checking",
    "preview": "previewing",
    "export": "exporting",
    "changes": "comparing",
    "inspect": "inspecting",
    "list": "listing",
    "shortcut": "shortcut",
    "ids": "ids",
    "translate": "translating",
    "layouts": "layouts",
    "themes": "themes",
    "theme": "theme",
    "template": "template",
    "gallery": "gallery",
    "schema": "schema",
}
"""The commands' modules by name, in the order in which help names them."""
_USUAL = "build"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code: 0, 1 where the input has errors, 2 where the work failed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Whoever closed it reads nothing; the exit code is still told.
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0].endswith(YAML):
        given.insert(0, _USUAL)
    at_hand: list[Path] = []
    try:
        options = _parser(given).parse_args(given)
        run: Callable[[argparse.Namespace], int] = options.run
        with noted() as inputs:
            try:
                return run(options)
            finally:
                at_hand += inputs
    except DeckError as error:
        print_findings(error.diagnostics)
        return code_of(error)
    except BrokenPipeError:
        # Whoever read the output has enough; Python would complain once more while it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = f" {shown(error.filename)}" if error.filename else ""
        print(f"error: cannot use{place}: {error.strerror or error}", file=sys.stderr)
        if isinstance(error, PermissionError) and str(error.filename).endswith(".pptx"):
            print("hint: if it is open in PowerPoint, close it there", file=sys.stderr)
        return FAILURE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("DECK_TRACEBACK"):
            raise
        if found := found_before(error):
            print_findings(found)
        print(f"error: the program failed, which is its own fault: {type(error).__name__}: {error}", file=sys.stderr)
        if at_hand:
            print(f"  the file that it read last is {shown(at_hand[-1])}", file=sys.stderr)
        print("hint: set DECK_TRACEBACK=1 to see where, and report it with the outline", file=sys.stderr)
        return FAILURE


class _Parser(argparse.ArgumentParser):
    """One that takes options wherever they stand, also between two arguments of which the second may be left out."""

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        """As argparse has it, where commands follow: those take their own. It calls this itself for each half."""
        if self._subparsers is not None or self._halfway:
            return super().parse_known_args(args, namespace)
        self._halfway = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._halfway = False

    _halfway = False


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """What reads these arguments. Only the command that is asked for is imported; help and a wrong one ask for all."""
    parser = _Parser(prog="deck", description="Turns the outline of a webinar into a PowerPoint deck that fits.")
    parser.add_argument("--version", action="version", version=f"deck {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    name = given[0] if given else _USUAL
    for module in [COMMANDS[name]] if name in COMMANDS else COMMANDS.values():
        import_module(f"deck.cli.{module}").add_to(commands)
    if not given:
        # Without a command, its options have their defaults.
        parser.set_defaults(**vars(commands.choices[_USUAL].parse_args([])))
    return parser
