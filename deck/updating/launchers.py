"""An outline → a file for each system that staff double-click: it shows what would change, asks, and makes all decks.

A launcher names this Python and these folders by their full paths: it is for the machine on which it was written.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from deck.ground.files import resolved
from deck.ground.saving import save
from deck.pipeline.reading import read

_UNIX = """\
#!/bin/sh
# Shows what would change, asks, and makes all decks.
cd {folder} || exit 1
{command} changes {outline} --all-languages --output {output}
printf '\\nMake the decks in all languages? Type y and press Enter: '
read -r answer
case "$answer" in [yY]*) {command} build {outline} --all-languages --output {output} && {open} {output} ;; esac
printf '\\nPress Enter to close this window.'
read -r answer
"""
_WINDOWS = """\
@echo off
rem Shows what would change, asks, and makes all decks.
chcp 65001 >nul
cd /d {folder}
{command} changes {outline} --all-languages --output {output}
echo.
set /p "answer=Make the decks in all languages? Type y and press Enter: "
if /i not "%answer:~0,1%"=="y" goto end
{command} build {outline} --all-languages --output {output} && start "" {output}
:end
pause
"""
NAMES = {"Make the decks.command": "open", "Make the decks.sh": "xdg-open", "Make the decks.bat": ""}
"""The files' names, on a Mac, on Linux and on Windows, and what opens a folder there."""


def write_launchers(outline: Path, output: Path) -> list[Path]:
    """Writes the launchers beside the outline's first list, or beside the outline where it has none.

    DeckError where the outline cannot be read; OSError where a file cannot be written.
    """
    presentation, _, _ = read(outline)
    folder = Path(presentation.lists[0].path).parent if presentation.lists else outline.parent
    written = []
    for name, opens in NAMES.items():
        path = folder / name
        save(_launcher(outline, output, opens).encode(), path)
        if opens:
            path.chmod(path.stat().st_mode | 0o111)
        written.append(path)
    return written


def _launcher(outline: Path, output: Path, opens: str) -> str:
    folder, command = Path.cwd(), [sys.executable, "-m", "deck"]
    outline, output = resolved(outline), resolved(output)
    if opens:
        words = {"folder": str(folder), "outline": str(outline), "output": str(output)}
        quoted = {name: shlex.quote(word) for name, word in words.items()}
        return _UNIX.format(command=shlex.join(command), open=opens, **quoted)
    text = _WINDOWS.format(
        folder=f'"{folder}"',
        command=" ".join(f'"{word}"' if " " in word else word for word in command),
        outline=_in_batch(outline),
        output=_in_batch(output),
    )
    return text.replace("\n", "\r\n")


def _in_batch(path: Path) -> str:
    """In quotation marks, with the sign doubled that begins a variable there."""
    return '"' + str(path).replace("%", "%%") + '"'
