"""Captions of tables and pictures, which stand beside them, as theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from deck.markup.pieces import Piece
from deck.starting.markdown_inline import NO_CAPTION
from deck.starting.markdown_lists import CAPTION

_CAPTION = re.compile(rf"\\?{re.escape(CAPTION[:-1])}\\?\]\s*")


def with_captions(own: Sequence[Piece], *, alone: bool) -> Iterator[Piece]:
    """The pieces with their captions; the words of a picture that stands `alone` are its, as Pandoc has it."""
    own = list(_with_captions_of_tables(own))
    for piece in own:
        bare = piece.kind == "picture" and not piece.caption
        if bare and alone and sum(each.line == piece.line for each in own) == 1:
            yield piece._replace(caption=piece.text)
        else:
            yield piece._replace(caption="") if piece.caption == NO_CAPTION else piece


def _with_captions_of_tables(own: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, in which tables have their captions, which stand after them or before them."""
    waiting: list[Piece] = []
    for piece, after in zip_longest(own, own[1:]):
        if piece.kind == "quote" and (mark := _CAPTION.match(piece.text)):
            said = piece._replace(kind="paragraph", text=piece.text[mark.end() :])
            if waiting and waiting[0].kind == "table":
                table = waiting.pop()
                yield table._replace(caption=said.text, lost=table.lost + said.lost)
            elif after and after.kind == "table":
                waiting = [said]
            else:
                yield said
        elif piece.kind == "table" and waiting and waiting[0].kind == "paragraph":
            said = waiting.pop()
            yield piece._replace(caption=said.text, lost=piece.lost + said.lost)
        else:
            yield from waiting
            waiting = [piece] if piece.kind == "table" else []
            yield from () if waiting else (piece,)
    yield from waiting
