"""Text that is set in capitals: its words stay as they are written, and are as wide as shown.

Small capitals are taken to be as large as others: so LibreOffice draws them, and PowerPoint's are narrower.
"""

from __future__ import annotations

from deck.typeset.face import Face


class CapitalsFace(Face):
    """A face whose letters are all shown as capitals."""

    def _measured(self, text: str) -> float:
        return super()._measured(text.upper())
