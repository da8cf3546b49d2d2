"""A film's captions as PowerPoint takes them: WebVTT."""

from __future__ import annotations

import re

from deck.fields.findings import Finding, MistakenError

_HEAD = re.compile(r"WEBVTT(?=[ \t\n]|$)")
_TIMES = re.compile(r"^(?:\d{2,}:)?\d\d:\d\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?\d\d:\d\d\.\d{3}", re.MULTILINE)
_SUBRIP = re.compile(r"^\d\d:\d\d:\d\d,\d{3} --> ", re.MULTILINE)


def captions_text(path: str, text: str) -> str:
    """The captions in the file of this path. MistakenError where they are no WebVTT."""
    words = text.removeprefix("\N{BYTE ORDER MARK}").replace("\r\n", "\n").replace("\r", "\n")
    if _SUBRIP.search(words) and not _HEAD.match(words):
        raise _no_captions(f"{path} is in SubRip’s form", "save it as WebVTT: most programs for subtitles do")
    if not _HEAD.match(words):
        raise _no_captions(f"{path} is no WebVTT file: its first line is not WEBVTT", "save the captions as WebVTT")
    if not _TIMES.search(words):
        hint = "each has a line such as 00:01.000 --> 00:04.000, and its words under it"
        raise _no_captions(f"there is not a single caption in {path}", hint)
    return words


def _no_captions(message: str, hint: str) -> MistakenError:
    return MistakenError(Finding("captions-format", message, hint))
