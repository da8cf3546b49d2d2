"""HarfBuzz for scripts whose letters combine, where the extra `shaping` and a font of the script are there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

FAMILIES = {"Deva": "NotoSansDevanagari", "Beng": "NotoSansBengali", "Khmr": "NotoSansKhmer"}
"""The font by script; its files end in -Regular.ttf and -Bold.ttf."""


class HarfBuzz:
    """Shapes with the fonts in these directories. `unshaped` are the scripts that it was asked for in vain."""

    def __init__(self, directories: Sequence[Path]) -> None:
        self._directories = directories
        self._fonts: dict[tuple[str, bool], Any] = {}
        self.unshaped: set[str] = set()

    def __call__(self, text: str, script: str, bold: bool) -> float | None:
        """The text's width in em; None where there is no HarfBuzz or no font."""
        if (script, bold) not in self._fonts:
            self._fonts[script, bold] = self._opened(f"{FAMILIES[script]}-{'Bold' if bold else 'Regular'}.ttf")
        font = self._fonts[script, bold]
        if font is None:
            self.unshaped.add(script)
            return None
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        return float(sum(place.x_advance for place in buffer.glyph_positions) / font.face.upem)

    def _opened(self, file: str) -> Any:
        try:
            import uharfbuzz
        except ImportError:
            return None
        for directory in self._directories:
            for path in sorted(directory.rglob(file)):
                return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))
        return None
