"""What a catalog's comments tell translators of a text, line by line, as exports show it."""

from __future__ import annotations

import re

import polib

_ROOM = re.compile(r"^Room: .*?(\d+)\D*$", re.MULTILINE)
_MOST = re.compile(r"max-length:(\d+)")
_WRAPPED = re.compile(r"\n(?!Slide \d+: |Picture: |What it is: |Room: |Term: |\{[^{}]*\} stands for )")
"""The end of a comment's line that is only its file's width: all lines begin in one of these ways."""


def notes_of(entry: polib.POEntry) -> str:
    """What the outline says of the text, in lines of their full width."""
    # Lines may end after a hyphen, too.
    return _WRAPPED.sub(" ", re.sub(r"(?<=\w-)\n", "", entry.comment))


def room_of(entry: polib.POEntry) -> int | None:
    """How many characters are shown at the most."""
    found = _ROOM.search(notes_of(entry))
    return int(found[1]) if found else None


def length_of(entry: polib.POEntry) -> int | None:
    """How many characters the translation has at the most, with its markup."""
    flags = (match for flag in entry.flags if (match := _MOST.fullmatch(flag)))
    return next((int(match[1]) for match in flags), room_of(entry))
