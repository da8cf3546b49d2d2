"""When files that something was made of are saved anew.

The files themselves are looked at: there are few, in whatever folders, and on network drives nobody else tells.
"""

from __future__ import annotations

from pathlib import Path

from deck.ground.inputs import Inputs, stamp

LOOK, SETTLE = 0.1, 0.02
"""How often files are looked at, and how long they must rest after a change, as many write in steps. Seconds."""


class Watched:
    """Files, each as it was when it was looked at last."""

    def __init__(self) -> None:
        self._seen: Inputs = {}

    def changed(self, inputs: Inputs) -> list[Path]:
        """Which are not as they were seen, or else as they were read; then they have been seen as they are now."""
        changed = []
        for path, then in inputs.items():
            now = stamp(path)
            if now != self._seen.get(path, then):
                changed.append(path)
            self._seen[path] = now
        return changed
