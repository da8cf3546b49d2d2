"""What an outline may read: files in its own folder, and others only where it says so openly.

Else an outline that somebody sends could bring any file of this machine into a deck, by its path or through a link.
"""

from __future__ import annotations

import os
from pathlib import Path

from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import resolved
from deck.ground.inputs import note
from deck.nodes import Mapping, Scalar, child
from deck.nodes.yaml_file import read_fields

_HINT = "copy it there, or write `allow_outside: true` under `presentation:` if this outline is to be trusted"


def allows_outside(root: Mapping) -> bool:
    """Whether an outline says that files outside its folder may be read."""
    header = child(root, "presentation")
    word = child(header, "allow_outside") if header else None
    return isinstance(word, Scalar) and word.value is True


def outside(path: Path, folder: Path, span: Span | None = None) -> Diagnostic | None:
    """What is wrong with reading `path` for an outline in `folder`: nothing where what it leads to lies below that."""
    if _lies_below(path, folder):
        return None
    try:
        inside = resolved(path).is_relative_to(resolved(folder))
    except (OSError, ValueError):
        # A name that is none: whoever reads it says so.
        return None
    if inside:
        return None
    where = f"{path} lies outside the outline’s folder" + (", through a link" if _is_below(path, folder) else "")
    return Diagnostic("outside-folder", where, span or Span(str(path)), _HINT)


def keep_inside(path: Path, outline: Path) -> None:
    """DeckError where `path` lies outside the folder of the outline, and that does not say that it may."""
    # Of what may not be read, nothing is shown: the finding is about the outline.
    found = outside(path, outline.parent, Span(str(outline)))
    if found is None:
        return
    note(outline)
    root, _, _ = read_fields(outline)
    if not allows_outside(root):
        raise DeckError([found])


def _lies_below(path: Path, folder: Path) -> bool:
    """Whether a path leads from the folder down, and through no link: then there is nothing to be resolved."""
    # Windows has junctions as well, which Python does not tell before 3.12.
    if os.name == "nt" or ".." in path.parts or not path.is_relative_to(folder):
        return False
    below = len(path.parts) - len(folder.parts)
    return not any(each.is_symlink() for each in (path, *path.parents)[:below])


def _is_below(path: Path, folder: Path) -> bool:
    return path.absolute().is_relative_to(folder.absolute()) and ".." not in path.parts
