"""A piece of a slide in Markdown → as its slide shows it: callouts, tasks, drawings, code with what it gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from deck.markup.pieces import Entry, Piece
from deck.starting.flowchart import MERMAID, flowchart, is_drawn, looks_of_flowchart
from deck.starting.foreign_pictures import as_marp_has_it
from deck.starting.list_levels import beyond, within
from deck.starting.markdown_chunks import Chunks
from deck.starting.markdown_code import as_listing
from deck.starting.markdown_equations import with_equations
from deck.starting.markdown_inline import DONE, WRITTEN
from deck.starting.telling import Otherwise, shortly

_ALERT = re.compile(r"\\?\[!(\w+)\\?\]\s*")
_ALERTS = {
    **dict.fromkeys(("note", "tip", "info"), "NOTE"),
    **dict.fromkeys(("warning", "important", "caution", "attention", "danger", "failure", "fail", "bug"), "WARNING"),
    **dict.fromkeys(("quote", "cite"), ""),
}
_TASK = re.compile(r"\\?\[([ xX])\\?\][ \t]+(?=\S)")
"""The box of a task, as GitHub has it, before its words."""
_WIDTH = re.compile(r"[ \t]*\\?\|[ \t]*\d+(?:x\d+)?[ \t]*$")
"""What Obsidian has after a picture's words for its size."""
_OPEN, _DONE = "□ ", f"{DONE} "


class ShownPieces:
    """The pieces of one deck, whose code is `chunks`; what their slides do not show goes to `tell`, with its line."""

    def __init__(self, chunks: Chunks, tell: Callable[[int, str], None], *, of_marp: bool) -> None:
        self._chunks, self._tell, self._of_marp = chunks, tell, of_marp

    def of(self, written: Piece) -> Iterator[Piece]:
        """A piece as its slide shows it; what it does not show is told."""
        for piece in with_equations(written):
            if piece is written or piece.kind == written.kind == "paragraph":
                yield from self._seen(piece)
            else:
                if piece.kind == "code":
                    self._tell(piece.line, Otherwise(f"{WRITTEN}: {shortly(piece.text)}"))
                yield piece

    def _seen(self, piece: Piece) -> Iterator[Piece]:
        if piece.kind == "quote" and (alert := _ALERT.match(piece.text)):
            yield self._callout(alert[1].lower(), piece._replace(text=piece.text[alert.end() :]))
        elif piece.kind == "list":
            if deep := "; ".join(beyond(piece.entries)):
                what = "entries of a list below its third level, which stand at that level"
                self._tell(piece.line, Otherwise(f"{what}: {shortly(deep)}"))
            yield piece._replace(entries=tuple(map(self._entry, within(piece.entries))))
        elif piece.kind == "table":
            yield from self._rows(piece)
        elif piece.kind == "picture":
            words, caption = (_WIDTH.sub("", each) for each in (piece.text, piece.caption))
            bare = piece._replace(text=words, caption=caption)
            shown, filters = as_marp_has_it(bare, of_marp=self._of_marp)
            if filters:
                self._tell(piece.line, f"how a picture looks: {filters}")
            yield shown
        elif piece.kind != "code":
            yield piece
        elif not is_drawn(piece):
            code, told = self._chunks.seen(piece)
            for each in [told] * bool(told) + list(as_listing(code) if code else ()):
                if isinstance(each, str):
                    self._tell(piece.line, each)
                else:
                    yield each
        elif flowchart(piece.text):
            if looks := looks_of_flowchart(piece.text):
                what = "the look of a diagram, in which boxes and arrows are all alike"
                self._tell(piece.line, Otherwise(f"{what}: {', '.join(looks)}"))
            yield piece._replace(info=MERMAID)
        else:
            self._tell(piece.line, f"a diagram that is no plain flowchart: {shortly(piece.text)}")

    def _callout(self, kind: str, piece: Piece) -> Piece:
        """A callout as one of the kinds that there are here; if it was of another, that is told."""
        made = _ALERTS.get(kind, "NOTE")
        if made and made.lower() != kind:
            self._tell(piece.line, Otherwise(f"a callout `{kind}`, which is a {made.lower()}: {shortly(piece.text)}"))
        return piece._replace(info=made)

    def _rows(self, piece: Piece) -> Iterator[Piece]:
        """A table with a row under its headings; none where its cells are empty, as they hold pictures alone."""
        if len(piece.rows) == 1 and any(piece.rows[0]):
            what = "a table of headings alone, which has an empty row under them"
            self._tell(piece.line, Otherwise(f"{what}: {shortly(', '.join(filter(None, piece.rows[0])))}"))
            yield piece._replace(rows=(*piece.rows, ("",) * len(piece.rows[0])))
        elif any(map(any, piece.rows)):
            yield piece

    def _entry(self, entry: Entry) -> Entry:
        """An entry of a list, with the code under it as it is shown; a task has a box before its words."""
        code = (shown for each in entry.code for shown in self.of(each))
        text = _TASK.sub(lambda task: _OPEN if task[1] == " " else _DONE, entry.text)
        return entry._replace(text=text, entries=tuple(map(self._entry, entry.entries)), code=tuple(code))
