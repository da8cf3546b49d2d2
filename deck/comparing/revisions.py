"""An outline at a git revision: with its lists, catalogs and theme as they were then."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import resolved
from deck.pipeline.build import Built, Progress, lay_out
from deck.pipeline.places import assets


@dataclass(frozen=True, slots=True)
class Revision:
    """An outline that was checked out, with all that its repository had then, under the folder `top`."""

    name: str
    outline: Path
    themes: Path
    top: Path

    def lay_out(self, language: str | None, progress: Progress) -> Built:
        """As `deck.pipeline.build.lay_out` does. DeckError says at which revision the mistakes are."""
        try:
            return lay_out(self.outline, language, progress, self.themes)
        except DeckError as error:
            raise DeckError(map(self._named, error.diagnostics)) from None

    def _named(self, found: Diagnostic) -> Diagnostic:
        """A finding at its place in the revision, which git calls `revision:path`."""

        def then(words: str | None) -> str | None:
            return words and words.replace(f"{self.top}{os.sep}", f"{self.name}:")

        span = found.span and replace(found.span, path=then(found.span.path) or "")
        return replace(found, message=then(found.message) or "", hint=then(found.hint), span=span)


@contextmanager
def checked_out(outline: Path, revision: str) -> Iterator[Revision]:
    """The outline as it was then, in a folder that is gone afterwards; the repository itself is not touched.

    DeckError where it is in no repository, which has no such revision, or did not have it then.
    """
    folder = resolved(outline).parent
    top = resolved(Path(_git(folder, "rev-parse", "--show-toplevel")))
    wanted = f"{revision}^{{commit}}"
    try:
        commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    except subprocess.CalledProcessError:
        hint = "a branch, a tag or a commit is wanted, such as `main~1`; or a deck, by its whole name (.pptx)"
        message = f"git knows no revision `{revision}`"
        raise DeckError([Diagnostic("unknown-revision", message, hint=hint)]) from None
    with tempfile.TemporaryDirectory(prefix="deck-") as temporary:
        tree = resolved(Path(temporary)) / "tree"
        index = {"GIT_INDEX_FILE": str(tree.parent / "index")}
        _git(folder, "read-tree", commit, **index)
        # As files of the work tree: with the line ends, and out of the large file storage, that these have.
        _git(top, "checkout-index", "--all", "--force", f"--prefix={tree.as_posix()}/", **index)
        then = tree / resolved(outline).relative_to(top)
        if not then.is_file():
            raise _refused("file-missing", f"there was no {outline} at `{revision}`", outline)
        themes = resolved(assets()) / "themes"
        own = tree / themes.relative_to(top) if themes.is_relative_to(top) else themes
        yield Revision(revision, then, own if own.is_dir() else themes, tree)


def _git(folder: Path, *arguments: str, **environment: str) -> str:
    """What git answers in this folder. CalledProcessError where it verifies nothing, DeckError where it fails."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        answer = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **environment})
    except FileNotFoundError:
        raise _refused("git-missing", "to look at a revision takes git, which is not installed", folder) from None
    except subprocess.CalledProcessError as error:
        if arguments[:2] == ("rev-parse", "--verify"):
            raise
        said = error.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        hint = "compare two decks instead: `changes --between OLD.pptx NEW.pptx`"
        raise _refused("git-failed", f"{folder}: git says “{said}”", folder, hint) from None
    return answer.stdout.decode(errors="surrogateescape").strip()


def _refused(code: str, message: str, path: Path, hint: str | None = None) -> DeckError:
    return DeckError([Diagnostic(code, message, Span(str(path)), hint)])
