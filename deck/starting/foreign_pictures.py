"""The pictures of another program's slides: which are here, and can be shown, and what they are called from now on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from deck.fields.findings import MistakenError
from deck.fields.slug import distinct, slug
from deck.ground.files import resolved
from deck.images import prepared
from deck.markup.pieces import Piece
from deck.starting.nearest_layouts import inline

PICTURES = "pictures"
_GROUND_LOOK = r"bg|fit|cover|contain|auto|center|vertical|(?:left|right)(?::\d+%)?|\d+%"
_FILTER = r"(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)"
_LOOK = rf"(?:w|h|width|height):\S+|{_FILTER}:\S+"
_FILTERED = re.compile(rf"{_FILTER}:\S+")
_BARE_KEYWORD = re.compile(rf"{_GROUND_LOOK}|{_LOOK}|{_FILTER}")
_KEYWORD, _LOOK_ALONE = re.compile(rf"{_GROUND_LOOK}|{_LOOK}"), re.compile(_LOOK)
"""What Marp writes into a picture's words for its look; the last is this in every picture, among any words."""
_LONGEST = 200
_COVERS = re.compile(r"(?:^| )bg(?: |$)(?!.*(?:\b(?:fit|contain)\b|(?<!\S)(?:\d+%(?: |$)|(?:w|h|width|height):)))")
"""A picture that covers its half of a slide, as Marp has it: no size of its own is said."""
_VEILED = re.compile(r"(?:blur|brightness|contrast|opacity|grayscale|sepia|saturate|invert|hue-rotate)(?::\S+)?")
"""What Marp makes a picture fainter by, for the words over it."""
_WEB = re.compile(r"(?:https?:)?//|data:", re.IGNORECASE)
_FILM = re.compile(
    r"(?:https?:)?//(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|loom\.com|dailymotion\.com)(?:/|$)"
    r"|[^?#]*\.(?:mp4|m4v|mov|webm|ogv|avi|mkv|mp3|m4a|wav|ogg|oga|flac)(?:[?#]|$)",
    re.IGNORECASE,
)


def described(piece: Piece) -> str:
    """What a picture shows, as its author says."""
    words = piece.text.split()
    all_for_look = "bg" in words or all(map(_KEYWORD.fullmatch, words))
    look = _KEYWORD if all_for_look else _LOOK_ALONE
    return " ".join(word for word in words if not look.fullmatch(word))


def as_marp_has_it(piece: Piece, *, of_marp: bool) -> tuple[Piece, str]:
    """A picture whose filters have a value each, by which they are no words; and these, where they are lost. In decks
    that are not Marp's, `blur` is a filter only among other words for its look."""
    words = piece.text.split(" ")
    if of_marp or "bg" in words or all(map(_BARE_KEYWORD.fullmatch, words)) or any(map(_LOOK_ALONE.fullmatch, words)):
        piece = piece._replace(text=" ".join(f"{word}:1" if re.fullmatch(_FILTER, word) else word for word in words))
    filters = [word for word in piece.text.split() if _FILTERED.fullmatch(word)]
    return piece, "" if is_ground(piece) else ", ".join(word.removesuffix(":1") for word in filters)


def is_film(address: str) -> bool:
    """Whether what stands at a picture's place is a film, or a sound, by its address."""
    return bool(_FILM.match(address))


def is_ground(piece: Piece) -> bool:
    """Whether a picture covers a slide's ground, as Marp has it."""
    words = piece.text.split()
    beside = any(word.startswith(("left", "right")) for word in words)
    return piece.kind == "picture" and "bg" in words and not beside


def is_covering(piece: Piece) -> bool:
    """Whether a picture is to cover its place, as Marp has it."""
    return bool(_COVERS.search(piece.text))


def is_veiled(piece: Piece) -> bool:
    """Whether a picture is there for the words over it alone, as it is fainter."""
    return any(map(_VEILED.fullmatch, piece.text.split()))


class ForeignPictures:
    """Finds the pictures in `folder`. `taken` has those that are shown by their new names; `left_out` the others."""

    def __init__(self, folder: Path) -> None:
        self._folder = resolved(folder)
        self._names = set[str]()
        self.taken: dict[str, Path] = {}
        self.left_out: list[tuple[int, str]] = []

    def is_shown(self, piece: Piece) -> bool:
        """Whether a picture can be shown; if not, that is told, and what stood under it."""
        if self.path(piece.info, piece.line) is not None:
            return True
        if caption := piece.caption.strip():
            self._tell(piece.line, f"the caption of a picture that is left out: {caption}")
        return False

    def fields(self, piece: Piece, *, whole: bool = False) -> dict[str, Any]:
        """A picture as layouts have it; shown `whole` where they might cut it, but for what covers half a slide."""
        words = described(piece)
        shown: dict[str, Any] = {"file": self.path(piece.info, piece.line)}
        shown |= {"fit": "whole"} if whole and not is_covering(piece) else {}
        shown |= {"description": inline(words)} if words else {}
        return shown | ({"caption": inline(piece.caption)} if piece.caption else {})

    def markdown(self, piece: Piece) -> str:
        """A picture as a text has it."""
        words, caption = described(piece), inline(piece.caption).replace('"', "”") if piece.caption else ""
        said = re.sub(r"(?<!\\)([\[\]])", r"\\\1", inline(words)) if words else ""
        return f"![{said}]({self.path(piece.info, piece.line)}" + (f' "{caption}")' if caption else ")")

    def path(self, address: str, line: int) -> str | None:
        """The picture's path in the new folder; None where it is not here, which is told once with the reason."""
        if is_film(address):
            self._missing(
                address, line, "save it, and show it with the layout `video`, or link to it", "a film or sound"
            )
            return None
        if _WEB.match(address):
            self._missing(address, line, "it is on the web: save it, and name the file")
            return None
        named = unquote(address).split("?")[0].lstrip("/")
        path = next((each for each in (self._folder / named, self._folder / "public" / named) if each.is_file()), None)
        if path is None:
            self._missing(address, line, "there is no such file")
            return None
        for name, known in self.taken.items():
            if known == path:
                return name
        if why := _why_not(path):
            self._missing(address, line, why)
            return None
        name = f"{PICTURES}/{distinct(slug(path.stem), self._names)}{path.suffix.lower()}"
        self.taken[name] = path
        return name

    def _missing(self, address: str, line: int, why: str, what: str = "a picture") -> None:
        self._tell(line, f"{what}: {address if len(address) <= _LONGEST else f'{address[:_LONGEST]}…'}: {why}")

    def _tell(self, line: int, what: str) -> None:
        """Tells it once, however often the picture is asked for."""
        if (line, what) not in self.left_out:
            self.left_out.append((line, what))


def _why_not(path: Path) -> str:
    """Why a deck cannot show it, and what to do; empty where it can."""
    try:
        prepared(path.name, path.read_bytes())
    except MistakenError as error:
        return "; ".join(each.message + (f": {each.hint}" if each.hint else "") for each in error.findings)
    except OSError as error:
        return f"it cannot be read: {error.strerror}"
    return ""
