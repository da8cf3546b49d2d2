"""Files in an outline's folders that nothing names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from deck.checks.pictures import pictures
from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span
from deck.ground.files import YAML, names_in, read_bytes
from deck.model.presentation import Presentation

_PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif")
_LISTS = (".csv", ".xlsx", ".xlsm", ".ods")
_NAMED = 5
"""How many files are named."""


def unused_file(outline: Path, presentation: Presentation) -> Iterator[Diagnostic]:
    """Pictures or lists lie in a folder of the outline, and no outline or theme there names them.

    Mostly one was replaced and forgotten, or a name was misspelt in the outline and another file is shown; and
    whoever is handed the folder gets them, too. Looked at are folders below the outline's from which it takes
    something, and its own where it is called `outline.yaml`, so that the folder is the deck's.

    To mend it: take the files out of the folder, or name them in the outline
    """
    texts = "".join(_texts(outline.parent))
    for folder in _folders(outline, presentation):
        texts_here = texts + ("".join(_texts(folder)) if folder != outline.parent else "")
        for what, kinds in (("pictures", _PICTURES), ("lists", _LISTS)):
            unused = [
                name
                for name in names_in(folder)
                if name.lower().endswith(kinds) and not name.startswith((".", "~")) and name not in texts_here
            ]
            if unused:
                more = f" and {len(unused) - _NAMED} more" if len(unused) > _NAMED else ""
                message = f"nothing names these {what} in {folder}: {', '.join(unused[:_NAMED])}{more}"
                hint = "take them out of the folder, or name them in the outline"
                yield Diagnostic("unused-file", message, Span(str(folder)), hint, Severity.WARNING)


def _folders(outline: Path, presentation: Presentation) -> list[Path]:
    top = outline.parent
    named = [top / picture.file.path for slide in presentation.slides for _, picture in pictures(slide.content)]
    named += [Path(each.path) for each in presentation.lists]
    below = {path.parent for path in named if path.parent != top and path.parent.is_relative_to(top)}
    return [*([top] if outline.stem == "outline" else []), *sorted(each for each in below if ".." not in each.parts)]


def _texts(folder: Path) -> Iterator[str]:
    """The outlines and themes in a folder."""
    for name in names_in(folder):
        if name.endswith(YAML):
            try:
                yield read_bytes(folder / name).decode("utf-8", "replace")
            except DeckError:
                continue
