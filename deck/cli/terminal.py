"""What commands share: exit codes, findings and progress on a terminal, the outline's argument."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeAlias

from deck.ground.diagnostics import DeckError, Diagnostic
from deck.pipeline.places import default_outline, is_in_checkout, is_installed, outlines_in

if TYPE_CHECKING:
    from deck.pipeline.each_language import Unbuilt

DONE, FINDINGS, FAILURE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: all is well; the input has errors; the work could not be done; the user stopped it."""

_UNREAD = ("file-missing", "file-unreadable")

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What commands are added to."""


def usual_outline() -> Path:
    """The outline where none is named: `outline.yaml` here, or else the first deck's, by its path from here."""
    here = Path("outline.yaml")
    if here.exists():
        return here
    path = default_outline()
    try:
        return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    except FileNotFoundError:
        # The folder where this runs is gone.
        return path


def outline_to_change(named: Path | None, option: str = "") -> Path:
    """The outline that is to be changed, or whose lists or catalogs are: the one that is named, or `outline.yaml` here.

    The first deck's is changed unnamed in the checkout's own folder only. DeckError where none is named elsewhere: it
    says how `option` names one; and where it is the example that was installed with the program: nobody's to change.
    """
    outline = named or usual_outline()
    is_example = outline.is_file() and outline.samefile(default_outline())
    if named is not None and is_example and is_installed():
        message, hint = "this is the program's own example, which stays as it is", "name an outline of yours"
        raise DeckError([Diagnostic("file-missing", message, None, hint)])
    if named is not None or not is_example or outline == Path("outline.yaml") or is_in_checkout():
        return outline
    message = "no outline is named, and there is no `outline.yaml` here"
    here = [f"`{option}{shown(each)}`" for each in outlines_in(Path())]
    hint = f"name the one that is to change: {' or '.join(here) or f'{option}FILE'}"
    raise DeckError([Diagnostic("file-missing", message, None, hint)])


def add_outline(parser: argparse.ArgumentParser) -> None:
    """The outline, with the one here, or else the first deck's, as its default."""
    about = "the outline (default: `outline.yaml` here, or else the first deck's)"
    parser.add_argument("outline", nargs="?", type=Path, default=usual_outline(), metavar="OUTLINE", help=about)


def add_outline_to_change(parser: argparse.ArgumentParser) -> None:
    """The outline of a command that writes beside it or into it; None where none is named, for `outline_to_change`."""
    about = "the outline (default: `outline.yaml` here)"
    parser.add_argument("outline", nargs="?", type=Path, metavar="OUTLINE", help=about)


def add_output(parser: argparse.ArgumentParser) -> None:
    """The folder of decks and of what is made beside them."""
    parser.add_argument("--output", type=Path, default=Path("dist"), metavar="DIR", help="folder (default: dist)")


def add_languages(parser: argparse.ArgumentParser) -> None:
    """The languages: none means the outline's own."""
    parser.add_argument("--language", action="append", default=[], metavar="L", help="a language; may be repeated")
    parser.add_argument("--all-languages", action="store_true", help="the outline's own and every translation's")


def add_release(parser: argparse.ArgumentParser) -> None:
    """Whether every text must be translated."""
    parser.add_argument("--release", action="store_true", help="stop where a text is not translated")


def chosen_languages(options: argparse.Namespace) -> list[str]:
    """The languages that were asked for, each once."""
    from deck.pipeline.reading import languages

    wanted: list[str] = [*(languages(options.outline) if options.all_languages else ()), *options.language]
    return list(dict.fromkeys(wanted))


def code_of(error: DeckError) -> int:
    """The exit code: whether there are findings, or nothing to find any in.

    A file that an outline names is a finding at the place that names it.
    """
    missing = all(one.code in _UNREAD and (one.span is None or one.span.is_file) for one in error.diagnostics)
    return FAILURE if missing else FINDINGS


def print_findings(diagnostics: Iterable[Diagnostic], *, whole: bool = False) -> None:
    """Findings, on the stream of errors; one that several languages share, once.

    What is not translated is only counted, unless the `whole` is wanted.
    """
    from deck.cli import report

    found: Iterable[Diagnostic] = dict.fromkeys(diagnostics)
    found = found if whole else report.gathered(found)
    print(report.findings(found, colour=in_colour(sys.stderr)), file=sys.stderr)


def print_unbuilt(unbuilt: Sequence[Unbuilt], *, but_for: Iterable[Diagnostic] = (), whole: bool = False) -> None:
    """Why languages were not built, under their names, `but_for` what was printed of others already."""
    from deck.cli import report

    said = frozenset(but_for)
    for named, found in report.by_languages(unbuilt):
        if left := [one for one in found if one not in said]:
            print(f"{named}:", file=sys.stderr)
            print_findings(left, whole=whole)


def shown(path: Path | str) -> str:
    """A path as a terminal may show it: its name may hold what would command that."""
    from deck.cli.report import printable

    return printable(str(path))


def in_colour(stream: TextIO) -> bool:
    """Whether to paint what goes there: on a terminal, unless NO_COLOR is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


class Progress:
    """One line that says what is being done, on a terminal only; it is gone when the work is."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = stream.isatty()

    def __enter__(self) -> Progress:
        return self

    def __call__(self, doing: str) -> None:
        if self._shown:
            print(f"\r\033[K{doing} …", end="", file=self._stream, flush=True)

    def __exit__(self, *_: object) -> None:
        if self._shown:
            print("\r\033[K", end="", file=self._stream, flush=True)
