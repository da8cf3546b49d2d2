"""fontTools, asked for when a font is read, and silent."""

from __future__ import annotations

from typing import Any, BinaryIO


def opened(file: BinaryIO, **options: Any) -> Any:
    """The font in a file, with these options of fontTools' `TTFont`. ImportError without fontTools."""
    from fontTools.ttLib import TTFont

    _silence()
    return TTFont(file, **options)


def opened_collection(file: BinaryIO) -> list[Any]:
    """The fonts in a file of several, read as they are asked for. ImportError without fontTools."""
    from fontTools.ttLib.ttCollection import TTCollection

    _silence()
    return list(TTCollection(file, lazy=True).fonts)


def _silence() -> None:
    """What fontTools thinks of a font's dates and less usual tables is nothing to tell a user."""
    import logging

    log = logging.getLogger("fontTools")
    if not any(isinstance(each, logging.NullHandler) for each in log.handlers):
        log.addHandler(logging.NullHandler())
