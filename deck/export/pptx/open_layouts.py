"""Slide layouts in decks of several languages: each is written once, and what depends on a language is filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from deck.export.pptx.package import Package
from deck.export.pptx.python_pptx import CONTENT_TYPE, Part
from deck.export.pptx.sheet import Media, Sheet
from deck.export.pptx.slides import slide_layout_xml
from deck.ground.late_pattern import late_pattern
from deck.model.language import Language
from deck.model.numbering import Numbering
from deck.model.shapes import Picture, Placeholder, PlaceholderType, SlideLayout

_MOST = 256
"""How many slide layouts are kept."""
_OPEN = late_pattern(rb"\x00(\d+)\x00")
"""What is left open: between characters that XML cannot hold, so that nothing that is written looks like it."""


def slide_layout_in_language(sheet: Sheet, layout: SlideLayout, master: Mapping[PlaceholderType, Placeholder]) -> bytes:
    """The slide layout on a sheet of a theme's own, as `slide_layout_xml` writes it there."""
    if any(isinstance(shape, Picture) for shape in layout.decoration):
        # Each sheet is related to what it shows.
        return slide_layout_xml(sheet, layout, master)
    return _open(layout, tuple(master.items()), sheet.mono, right_to_left=sheet.right_to_left)(sheet)


@lru_cache(_MOST)
def _open(
    layout: SlideLayout,
    master: tuple[tuple[PlaceholderType, Placeholder], ...],
    mono: str,
    *,
    right_to_left: bool,
) -> Callable[[Sheet], bytes]:
    """The slide layout with nothing of a language but its direction, which its place on a sheet fills in."""
    sheet = _OpenSheet(Language("ar" if right_to_left else "en"), mono)
    pieces = _OPEN.split(slide_layout_xml(sheet, layout, dict(master)))
    numbers = [int(number) for number in pieces[1::2]]

    def filled(own: Sheet) -> bytes:
        said = [say(own).encode() for say in sheet.says]
        whole = pieces.copy()
        whole[1::2] = [said[number] for number in numbers]
        return b"".join(whole)

    return filled


class _OpenSheet(Sheet):
    """A sheet that says neither its language nor anything in it: what `says` that for another is left open."""

    def __init__(self, language: Language, mono: str) -> None:
        part, media = _nowhere()
        super().__init__(part, language, media, {}, mono, is_layout=True)
        self.says: list[Callable[[Sheet], str]] = []
        self.lang = self._left_open(lambda sheet: sheet.lang)

    def prompt(self, english: str) -> str:
        return self._left_open(lambda sheet: sheet.prompt(english))

    def scheme(self, numbering: Numbering) -> str:
        return self._left_open(lambda sheet: sheet.scheme(numbering))

    def _left_open(self, say: Callable[[Sheet], str]) -> str:
        self.says.append(say)
        return f"\x00{len(self.says) - 1}\x00"


@cache
def _nowhere() -> tuple[Part, Media]:
    """A part of no deck: nothing on such a sheet is related to it."""
    media = Media(Package())
    return media.package.part("/layout.xml", CONTENT_TYPE.PML_SLIDE_LAYOUT), media
