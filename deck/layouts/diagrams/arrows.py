"""The arrows that people write between two boxes."""

from __future__ import annotations

from deck.ground.late_pattern import late_pattern

_ARROWS = late_pattern(
    r"\s*(?:(?P<both>↔|⇔|<-+>|<=+>)|(?P<back>←|⟵|⇐|<-+|<=+)|(?P<on>→|⟶|⇒|➔|➜|-+>|=+>)|(?P<line>--+|[–—]))\s*"
)


def meant(text: str) -> str | None:
    """What to write where another arrow, or no space, stands between two boxes; None where that is not clear."""
    found = list(_ARROWS.finditer(text))
    if len(found) != 1 or found[0]["both"]:
        return None
    start, end = text[: found[0].start()].strip(), text[found[0].end() :].strip()
    if found[0]["back"]:
        start, end = end, start
    return f"write `{start} {'--' if found[0]['line'] else '->'} {end}`" if start and end else None
