"""SVG → PNG, drawn by a Chromium on this machine: it shapes every script as a presenter's own browser would."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

WIDTH = 1280
"""How wide pictures are where nothing is said, in pixels."""
SIGNATURE = b"tEXtSoftware\0Deck"
"""What stands near the beginning of a picture that was drawn here."""

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
_PLACES = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "win32": (
        r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
    ),
}
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-sync",
)
# Chromium draws nothing below this many pixels.
_TALLEST = 14_000
_SECONDS = 120


class BrowserError(Exception):
    """The browser drew no picture; the message says what it said."""


def find_browser() -> str | None:
    """The path of a Chromium, Chrome or Edge; $DECK_BROWSER names another one. None where there is none."""
    if named := os.environ.get("DECK_BROWSER"):
        return shutil.which(named)
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    places = (os.path.expandvars(place) for place in _PLACES.get(sys.platform, ()))
    return found or next((place for place in places if Path(place).is_file()), None)


def rasterise(pictures: Sequence[str], *, ratio: float, width: int = WIDTH) -> Iterator[bytes]:
    """A PNG for each SVG, in order, all `width` pixels wide and `ratio` times as wide as high.

    BrowserError where there is no browser, or where it fails.
    """
    browser = find_browser()
    if browser is None:
        raise BrowserError("no Chromium, Chrome or Edge is here; install one, or name it in DECK_BROWSER")
    height = round(width / ratio)
    rest = iter(pictures)
    while batch := list(islice(rest, max(1, _TALLEST // height))):
        with tempfile.TemporaryDirectory(prefix="deck-") as folder:
            yield from _drawn(browser, batch, width, height, Path(folder))


def _drawn(browser: str, pictures: Sequence[str], width: int, height: int, folder: Path) -> Iterator[bytes]:
    """One picture of a page on which they stand below each other, cut into pieces."""
    from PIL import Image, PngImagePlugin

    signed = PngImagePlugin.PngInfo()
    signed.add_text("Software", "Deck")
    rules = f"html,body{{margin:0}}svg{{display:block;width:{width}px;height:{height}px}}"
    page, shot = folder / "page.html", folder / "page.png"
    page.write_text(f'<!doctype html><meta charset="utf-8"><style>{rules}</style>{"".join(pictures)}', "utf-8")
    run_browser(browser, folder, f"--window-size={width},{height * len(pictures)}", f"--screenshot={shot}", page)
    if not shot.is_file():
        raise BrowserError("it wrote no picture")
    with Image.open(shot) as whole:
        for number in range(len(pictures)):
            target = io.BytesIO()
            piece = whole.convert("RGB").crop((0, number * height, width, (number + 1) * height))
            piece.save(target, "PNG", pnginfo=signed)
            yield target.getvalue()


def run_browser(browser: str, folder: Path, *arguments: str | Path) -> None:
    """Runs the browser without a window, with a profile of its own in `folder`; the last argument is a page there."""
    *options, page = arguments
    # Chromium refuses its sandbox to root, as whom containers run; it is shown nothing but our own page.
    flags = (*_FLAGS, "--no-sandbox") if hasattr(os, "geteuid") and os.geteuid() == 0 else _FLAGS
    command = [browser, *flags, f"--user-data-dir={folder / 'profile'}", *map(str, options), Path(page).as_uri()]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, errors="replace")
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BrowserError(str(error)) from error
    if done.returncode:
        raise BrowserError(done.stderr.strip()[-500:] or f"it ended with {done.returncode}")
