"""Slidev's layouts for a few large words → those here that say them as large; what stays an ordinary slide is told."""

from __future__ import annotations

from collections.abc import Sequence

from deck.markup.pieces import BREAK, Piece
from deck.starting.quotations import named, parted, unquoted
from deck.starting.settling import Slide

STATEMENTS = frozenset({"center", "statement", "fact", "quote"})
"""Layouts in which words alone are one phrase."""
COVERS = frozenset({"cover", "intro", "lead"})
"""Layouts of a deck's first slide."""
_WITH_TEXT = {"section": "section", "statement": "headline", "fact": "headline"}
_LARGE = frozenset({"title", "section", "headline", "quote"})
_MOST, _LONGEST = 2, 180
"""How many paragraphs stand under large words, and how long these are in all."""


def large(layout: str, shown: Sequence[Piece], title: str) -> Slide | None:
    """A slide of few words under its title, if it has one, as this layout of Slidev shows it; None where there is none
    for it here."""
    quotation = [piece.kind for piece in shown] == ["quote", "paragraph"]
    if layout == "quote" and quotation and len(shown[1].text) <= _LONGEST:
        by, said = named(shown[1].text), unquoted(shown[0].text)
        return {"layout": "quote", "title": title or by, "quote": said} | ({"attribution": by} if title and by else {})
    words = [piece.text for piece in shown if piece.kind in ("paragraph", "heading")]
    if layout == "quote" and title and not shown and (by := parted(title)[1]):
        return {"layout": "quote", "title": by, "quote": unquoted(parted(title)[0])}
    if not title or len(words) < len(shown) or not 1 <= len(words) <= _MOST or len(" ".join(words)) > _LONGEST:
        return None
    if layout == "quote" and len(words) == 1:
        by = named(words[0])
        return {"layout": "quote", "title": by, "quote": unquoted(title)} if by else None
    if layout in _WITH_TEXT:
        return {"layout": _WITH_TEXT[layout], "title": title, "text": BREAK.join(words)}
    return None


def is_ordinary(layout: str, made: Slide) -> bool:
    """Whether a slide of this layout, which shows a few large words, became one as all others are."""
    return layout in STATEMENTS | COVERS | set(_WITH_TEXT) and layout != "center" and made["layout"] not in _LARGE
