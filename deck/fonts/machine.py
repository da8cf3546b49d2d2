"""The fonts of this machine, by the names of their families."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from deck.fonts.opening import opened, opened_collection
from deck.ground.files import read_bytes
from deck.model.theme import FontFile

_ENDINGS = frozenset({".ttf", ".ttc", ".otf", ".otc"})
_FAMILY = 1
_LARGEST = 200_000_000
"""The most bytes of a font's file: collections for East Asia have many."""
_BOLD, _ITALIC = 1 << 5, 1 << 0


def system_directories() -> tuple[Path, ...]:
    """Where this system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        everyone = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        own = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local")) / "Microsoft/Windows/Fonts"
        return everyone, own
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"))
    return (home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def installed(family: str, directories: Sequence[Path] | None = None) -> FontFile | None:
    """The files of a family, which has a regular face, in these directories or this system's; None without it.

    ImportError without fontTools, DeckError where a file cannot be read.
    """
    faces = _families(tuple(system_directories() if directories is None else directories)).get(family.casefold(), {})
    if "regular" not in faces:
        return None
    return FontFile(**{weight: _read(*place) for weight, place in faces.items()})


@cache
def _families(directories: tuple[Path, ...]) -> dict[str, dict[str, tuple[Path, int]]]:
    """Each family's faces by weight: the file, and which of its fonts."""
    families: dict[str, dict[str, tuple[Path, int]]] = {}
    for path in (path for directory in directories for path in sorted(directory.rglob("*"))):
        if path.suffix.lower() in _ENDINGS:
            for number, (names, weight) in _faces(path):
                for name in names:
                    families.setdefault(name, {}).setdefault(weight, (path, number))
    return families


def _faces(path: Path) -> Iterator[tuple[int, tuple[set[str], str]]]:
    """The fonts of a file, with their family's names and their weight; none of one that cannot be read."""
    try:
        with path.open("rb") as file:
            several = path.suffix.lower() in (".ttc", ".otc")
            fonts = opened_collection(file) if several else [opened(file, lazy=True)]
            yield from [(number, _named(font)) for number, font in enumerate(fonts)]
    # What is wrong with a font that nobody asked for matters to nobody.
    except Exception:
        return


def _named(font: Any) -> tuple[set[str], str]:
    names = {record.toUnicode("replace").casefold() for record in font["name"].names if record.nameID == _FAMILY}
    chosen = font["OS/2"].fsSelection
    bold, italic = bool(chosen & _BOLD), bool(chosen & _ITALIC)
    return names, "bold_italic" if bold and italic else "bold" if bold else "italic" if italic else "regular"


def _read(path: Path, number: int) -> bytes:
    """A font as a file of its own."""
    data = read_bytes(path, largest=_LARGEST)
    return _alone(data, number) if data.startswith(b"ttcf") else data


@cache
def _alone(data: bytes, number: int) -> bytes:
    """One font of a collection."""
    with opened(io.BytesIO(data), fontNumber=number, recalcTimestamp=False, recalcBBoxes=False) as font:
        written = io.BytesIO()
        font.save(written)
        return written.getvalue()
