"""Slidev's slides that another file has (`src: ./part.md`) → the slides of that file, in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from deck.ground.diagnostics import DeckError
from deck.ground.files import resolved
from deck.markup.pieces import Piece
from deck.nodes.yaml_file import read_text
from deck.starting.foreign_deck import ForeignDeck
from deck.starting.markdown_deck import read_markdown
from deck.starting.markdown_slide import ForeignSlide

_DEEPEST, _MOST_SLIDES = 6, 2000
_WEB = re.compile(r"[a-z][a-z0-9+.-]*:|//|/", re.IGNORECASE)


def with_included(deck: ForeignDeck, path: Path) -> ForeignDeck:
    """The deck in the file of this path with the slides of all files that it names: those in its folder."""
    including = _Including(resolved(path).parent)
    slides = list(including.slides(deck, (resolved(path),)))
    return replace(deck, slides=slides, left_out=sorted([*deck.left_out, *including.left_out]))


class _Including:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._count = 0
        self.left_out: list[tuple[int, str]] = []

    def slides(self, deck: ForeignDeck, within: tuple[Path, ...], line: int = 0) -> Iterator[ForeignSlide]:
        """The slides of a deck that is within these files; `line` is where the first of them names the next one."""
        for slide in deck.slides:
            own = slide if len(within) == 1 else _placed(slide, line, within[-1].parent.relative_to(self._root))
            source = own.settings.pop("src", "")
            if not source:
                yield own
                continue
            yield from self._part(source, own, within)

    def _part(self, source: str, slide: ForeignSlide, within: tuple[Path, ...]) -> Iterator[ForeignSlide]:
        name, _, numbers = unquote(source).partition("#")
        base = self._root if name.startswith("/") else within[-1].parent
        path = resolved(base / name.lstrip("/"))
        told = f"the slides of another file: {source[:60]}"
        why = ""
        if not path.is_relative_to(self._root):
            why = "it is not in the folder of these slides"
        elif path in within or len(within) > _DEEPEST or self._count > _MOST_SLIDES:
            why = "files name each other over and over"
        elif not path.is_file():
            why = "there is no such file"
        text = ""
        if not why:
            try:
                text = read_text(path, what="slides in Markdown")
            except DeckError as error:
                why = error.diagnostics[0].message
        if why:
            self.left_out.append((slide.line, f"{told}: {why}"))
            return
        part = read_markdown(text, by_headings=False, of_slidev=True)
        for line, what in part.left_out:
            self.left_out.append((slide.line, type(what)(f"line {line} of {source[:60]}: {what}")))
        if part.slides:
            part.slides[0].settings |= slide.settings
            part.slides[0].notes += slide.notes
        for at, each in enumerate(
            self.slides(replace(part, slides=_chosen(part.slides, numbers)), (*within, path), slide.line)
        ):
            self._count += 1
            each.reveals = each.reveals or (at == 0 and slide.reveals)
            yield each


def _chosen(slides: list[ForeignSlide], numbers: str) -> list[ForeignSlide]:
    """The slides of these numbers, such as `2,5-7`; all, where none are given."""
    ranges = [re.fullmatch(r"\s*(\d{1,4})(?:-(\d{1,4}))?\s*", each) for each in numbers.split(",")]
    wanted = [range(int(each[1]), int(each[2] or each[1]) + 1) for each in ranges if each]
    return [slide for at, slide in enumerate(slides, start=1) if not wanted or any(at in each for each in wanted)]


def _placed(slide: ForeignSlide, line: int, folder: Path) -> ForeignSlide:
    """A slide of another file where it is named; its pictures are found from that file on."""

    def placed(piece: Piece) -> Piece:
        info = piece.info
        if piece.kind == "picture" and not _WEB.match(info):
            info = str(PurePosixPath(*folder.parts, info))
        return piece._replace(line=line, info=info)

    return replace(slide, line=line, columns=[[placed(piece) for piece in column] for column in slide.columns])
