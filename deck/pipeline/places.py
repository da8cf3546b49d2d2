"""Where things lie: what comes with the program, and the decks of an outline."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from deck.ground.files import resolved
from deck.model.edition import Edition
from deck.model.language import Language

_OUTLINE = re.compile(r"^presentation\s*:", re.MULTILINE)


@cache
def assets() -> Path:
    """The folder of themes, icons and the first deck: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    return (package if is_installed() else package.parent) / "assets"


def is_installed() -> bool:
    """Whether this runs as it was installed, and not from a checkout: then its assets are in the package."""
    return (Path(__file__).resolve().parents[1] / "assets").is_dir()


def default_outline() -> Path:
    """The outline that is built where none is named."""
    return assets() / "alliance-8.7" / "outline.yaml"


def is_in_checkout() -> bool:
    """Whether the current folder is that of the checkout that this runs from."""
    return not is_installed() and Path().samefile(assets().parent)


def outlines_in(folder: Path) -> list[Path]:
    """The outlines in a folder, by their names: YAML files that say what is presented; none where it is no folder."""
    found = []
    for path in sorted(folder.glob("*.y*ml")):
        try:
            text = path.read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            continue
        if _OUTLINE.search(text):
            found.append(path)
    return found


def deck_path(outline: Path, output: Path, language: Language, edition: Edition | None = None) -> Path:
    """Where the outline's deck in this language is written, in the folder `output`; that of an edition by its name."""
    name = deck_name(outline)
    return output / f"{f'{name}.{edition.name}' if edition else name}.{language}.pptx"


def deck_name(outline: Path) -> str:
    """What decks of this outline are called: its folder's name if it is just `outline.yaml`, else its own."""
    return resolved(outline).parent.name if outline.stem == "outline" else outline.stem
