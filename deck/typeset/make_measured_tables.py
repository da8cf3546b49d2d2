"""Makes tables of fonts that lie nowhere freely, from widths that others measured and published.

    npm install anafanafo@2.0.0 string-pixel-width@1.11.0 pdfjs-dist@5.6.205
    python -m deck.typeset.make_measured_tables node_modules

Each is a list of advances, which are facts about the fonts; all three come under licences that allow to take them
(NOTICE.md). Where one was measured to the hundredth of an em, it is taken as wide as it may be.
"""

from __future__ import annotations

import json
import math
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from deck.typeset.make_tables import stretches, write

EM = 1000
# WGL4, which fonts of Windows have: what a browser measured beyond it was drawn in other fonts.
_WINDOWS = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x1FA, 0x1FF), (0x2C6, 0x2C7), (0x2C9, 0x2C9), (0x2D8, 0x2DD),
    (0x384, 0x38A), (0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x3CE), (0x401, 0x40C), (0x40E, 0x44F), (0x451, 0x45C),
    (0x45E, 0x45F), (0x490, 0x491), (0x1E80, 0x1E85), (0x1EF2, 0x1EF3), (0x2013, 0x2015), (0x2017, 0x201E),
    (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044),
    (0x20AC, 0x20AC), (0x2122, 0x2122),
)  # fmt: skip
CODES = frozenset(code for first, last in _WINDOWS for code in range(first, last + 1))
_WEIGHTS = ("regular", "bold", "italic", "bolditalic")
_HALF_A_HUNDREDTH = 5


def verdana(packages: Path) -> Mapping[str, dict[int, int]]:
    """From anafanafo: stretches of characters with their width in pixels, at a size. Slanted, none is wider."""
    return {
        weight: dict(_pixels(packages / "anafanafo" / "data" / f"verdana-{size}px-{style}.json", size))
        for weight, size, style in (("regular", 11, "normal"), ("bold", 10, "bold"))
    }


def _pixels(path: Path, size: int) -> Iterator[tuple[int, int]]:
    for first, last, width in json.loads(path.read_text("utf-8")):
        yield from ((code, round(width / size * EM)) for code in range(first, last + 1) if code in CODES)


def trebuchet(packages: Path) -> Mapping[str, dict[int, int]]:
    """From string-pixel-width: four weights of each character of ASCII in hundredths of an em; marks add no width."""
    text = (packages / "string-pixel-width" / "lib" / "widthsMap.js").read_text("utf-8")
    listed = text[text.index('"trebuchet ms"') :]
    listed = listed[: listed.index("}")]
    found = re.findall(r'"((?:\\.|[^"\\])+)": \[(\d+), (\d+), (\d+), (\d+)\]', listed)
    tables: dict[str, dict[int, int]] = {}
    for number, weight in enumerate(_WEIGHTS, start=1):
        letters = {json.loads(f'"{each[0]}"'): 10 * int(each[number]) + _HALF_A_HUNDREDTH for each in found}
        bases = ((code, unicodedata.normalize("NFD", chr(code))[0]) for code in sorted(CODES))
        tables[weight] = {code: letters[base] for code, base in bases if base in letters}
    return tables


def segoe_ui(packages: Path) -> Mapping[str, dict[int, int]]:
    """From pdf.js: how much wider each glyph is than Liberation Sans's, whose widths stand there, too."""
    text = (packages / "pdfjs-dist" / "build" / "pdf.worker.mjs").read_text("utf-8")

    def numbers(name: str) -> list[float]:
        found = re.search(rf"\bconst {name} = \[([^\]]+)\]", text)
        assert found, name
        return [float(each) for each in found[1].split(",")]

    tables = {}
    for weight, name in zip(_WEIGHTS, ("Regular", "Bold", "Italic", "BoldItalic"), strict=True):
        lists = (numbers(f"LiberationSans{name}{kind}") for kind in ("Mapping", "Widths"))
        rows = zip(*lists, numbers(f"Segoeui{name}Factors"), strict=True)
        wide = {int(code): math.ceil(width * factor - 0.01) for code, width, factor in rows if int(code) in CODES}
        tables[weight] = dict(sorted(wide.items()))
    return tables


TABLES: Mapping[str, tuple[str, Callable[[Path], Mapping[str, dict[int, int]]]]] = {
    "verdana": ("Verdana", verdana),
    "trebuchet": ("Trebuchet MS", trebuchet),
    "segoe-ui": ("Segoe UI", segoe_ui),
}


def main(packages: Path) -> None:
    """Write every table."""
    for name, (font, measured) in TABLES.items():
        write(name, {"font": font, "em": EM} | {weight: stretches(each) for weight, each in measured(packages).items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
