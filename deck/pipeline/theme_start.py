"""The beginning of a theme's file from a brand's colours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.layouts import LAYOUTS
from deck.pipeline.legible import hard_to_read
from deck.pipeline.places import assets
from deck.themes import MOST_BRAND_COLOURS, brand_palette, find_theme, read_theme

_HEX = re.compile(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\Z")
_NAME = re.compile(r"[^\W_][\w .-]*\Z")


def start_theme(name: str, colours: Sequence[str], extends: str, folder: Path) -> tuple[Path, list[str]]:
    """Writes `name`.yaml into the folder: a theme of these colours; its path, and what was done to the colours.

    DeckError where a colour is none, there are too many, or the file is there already.
    """
    from deck.ground.saving import save

    path = folder / f"{name.removesuffix('.yaml')}.yaml"
    base_path = find_theme(extends, folder, assets() / "themes", Span("--extends"))
    found = _mistakes(name, colours, path)
    if found:
        raise DeckError(found)
    base, _ = read_theme(base_path, themes=assets() / "themes")
    brand = [_full(each) for each in colours]
    made = brand_palette(brand, dark=base.is_dark)
    said = ", ".join(f"#{each}" for each in brand)
    lines = [
        f"# Begun from {said}. docs/themes.md says what else can stand here.",
        f"extends: {extends}",
        f"name: {path.stem.replace('-', ' ').capitalize()}",
        "",
        "palette:",
    ]
    notes = []
    for colour, value in made.colours.items():
        if was := made.changed.get(colour):
            way = "lighter" if base.is_dark else "darker"
            note = f"#{was} is {way} here, as #{value}: so it can be read on {'dark' if base.is_dark else 'white'}"
            notes.append(note)
            lines.append(f"  # {note}.")
        lines.append(f'  {colour}: "{value}"')
    save(("\n".join(lines) + "\n").encode("utf-8"), path)
    theme, _ = read_theme(path, themes=assets() / "themes")
    if faint := hard_to_read(theme, LAYOUTS):
        raise DeckError(faint)
    return path, notes


def _mistakes(name: str, colours: Sequence[str], path: Path) -> list[Diagnostic]:
    found = []
    for each in colours:
        if not _HEX.match(each):
            message, hint = f"`{each}` is no colour", "write six hexadecimal digits, such as 7A1F3D"
            found.append(Diagnostic("invalid-value", message, None, hint))
    if len(colours) > MOST_BRAND_COLOURS:
        message = f"a theme begins from at most {MOST_BRAND_COLOURS} colours, and here are {len(colours)}"
        found.append(Diagnostic("too-many", message, None, "name the most important ones, the first of all first"))
    if not _NAME.match(name):
        found.append(Diagnostic("invalid-value", f"`{name}` is no name for a file", None, "such as `our-brand`"))
    elif path.exists():
        message, hint = f"{path} is there already", "choose another name, or change that file"
        found.append(Diagnostic("file-exists", message, Span(str(path)), hint))
    return found


def _full(colour: str) -> str:
    digits = colour.removeprefix("#").upper()
    return digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
