"""An outline without ids → the same file with them."""

from __future__ import annotations

from pathlib import Path

from deck.ground.saving import editing
from deck.layouts import LAYOUTS
from deck.nodes.yaml_file import read_text
from deck.outline import with_ids

_MARK = b"\xef\xbb\xbf"


def write_ids(outline: Path, *, dry_run: bool = False) -> list[tuple[str, str]]:
    """Puts an id into the outline wherever one is missing; returns those ids, in order, each with the
    beginning of its words. All else stays as it was.

    DeckError, with the file as it is, where it cannot be read or changed; nothing is written in a `dry_run`.
    """
    with editing(outline.parent) as save:
        text = read_text(outline, what="an outline")
        changed, ids = with_ids(text, str(outline), LAYOUTS)
        if ids and not dry_run:
            before = outline.read_bytes()
            if b"\r\n" in before:
                changed = changed.replace("\n", "\r\n")
            save((_MARK if before.startswith(_MARK) else b"") + changed.encode(), outline)
    return ids
