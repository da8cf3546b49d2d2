"""Makes the tables of advance widths beside this module from open fonts.

    python -m deck.typeset.make_tables [DIRECTORY WITH FONTS …]

Needs `fonttools` and `uharfbuzz` (the extra `test`), and these fonts anywhere below the directories: Carlito, Caladea,
Liberation Sans, Sans Narrow and Serif, DejaVu Sans, URW's base fonts, Wine's Tahoma, Gelasio as npm's
@fontsource/gelasio has it, Noto Sans and that of each script. Advances and kerning are facts about the
fonts' glyphs, in the fonts' own units, as rounding them would add up over a line; no outline is copied.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

TABLES = Path(__file__).parent / "tables"
FONT_DIRECTORIES = ("/usr/share/fonts", "/usr/local/share/fonts", str(Path.home() / ".fonts"))


Files = dict[str, tuple[str, ...]]
"""A font's files by weight; what one lacks, the next one has."""


def _files(family: str, *styles: str, ending: str = "ttf") -> Files:
    """The files of weights that are called so; the four of a family may have other names, in this order."""
    names = ("regular", "bold", "italic", "bolditalic") if len(styles) == len(_FOUR) else map(str.lower, styles)
    return {name: (f"{family}-{style}.{ending}",) for name, style in zip(names, styles, strict=True)}


_FOUR = ("Regular", "Bold", "Italic", "BoldItalic")


LATIN = (
    (0x20, 0x52F),
    (0x1D00, 0x27BF),
    (0x2C60, 0x2C7F),
    (0x2E00, 0x2E7F),
    (0xA700, 0xA7FF),
    (0xFB00, 0xFB06),
)
"""All that the fonts have of Latin, Greek and Cyrillic and of signs: what is not in a table, its font lacks."""
SOURCES: dict[str, tuple[Files, tuple[tuple[int, int], ...]]] = {
    "carlito": (_files("Carlito", *_FOUR), LATIN),
    "liberation-sans": (_files("LiberationSans", "Regular", "Bold"), LATIN),
    "liberation-serif": (_files("LiberationSerif", *_FOUR), LATIN),
    "dejavu-sans": (
        {
            "regular": ("DejaVuSans.ttf",),
            "bold": ("DejaVuSans-Bold.ttf",),
            "italic": ("DejaVuSans-Oblique.ttf",),
            "bolditalic": ("DejaVuSans-BoldOblique.ttf",),
        },
        LATIN,
    ),
    "noto-sans": (_files("NotoSans", *_FOUR), LATIN),
    "caladea": (_files("Caladea", *_FOUR), LATIN),
    "gelasio": (
        {
            weight: tuple(f"gelasio-{letters}-{style}.woff" for letters in ("latin", "latin-ext", "vietnamese"))
            for weight, style in zip(
                ("regular", "bold", "italic", "bolditalic"),
                ("400-normal", "700-normal", "400-italic", "700-italic"),
                strict=True,
            )
        },
        LATIN,
    ),
    "liberation-sans-narrow": (_files("LiberationSansNarrow", *_FOUR), LATIN),
    "urw-gothic": (_files("URWGothic", "Book", "Demi", "BookOblique", "DemiOblique", ending="otf"), LATIN),
    "urw-bookman": (_files("URWBookman", "Light", "Demi", "LightItalic", "DemiItalic", ending="otf"), LATIN),
    "p052": (_files("P052", "Roman", "Bold", "Italic", "BoldItalic", ending="otf"), LATIN),
    "c059": (_files("C059", "Roman", "Bold", "Italic", "BdIta", ending="otf"), LATIN),
    "tahoma": ({"regular": ("tahoma.ttf",), "bold": ("tahomabd.ttf",)}, LATIN),
    "arabic": ({"regular": ("DejaVuSans.ttf",), "bold": ("DejaVuSans-Bold.ttf",)}, ((0x600, 0x6FF),)),
    "hebrew": ({"regular": ("DejaVuSans.ttf",), "bold": ("DejaVuSans-Bold.ttf",)}, ((0x590, 0x5F4),)),
    "thai": (_files("NotoSansThai", "Regular", "Bold"), ((0xE01, 0xE5B),)),
    "devanagari": (_files("NotoSansDevanagari", "Regular", "Bold"), ((0x900, 0x97F),)),
    "bengali": (_files("NotoSansBengali", "Regular", "Bold"), ((0x980, 0x9FE),)),
    "ethiopic": (_files("NotoSansEthiopic", "Regular", "Bold"), ((0x1200, 0x139F),)),
    "khmer": (_files("NotoSansKhmer", "Regular", "Bold"), ((0x1780, 0x17F9),)),
}
"""Each table's font files by their weight, and the ranges of characters it covers.

Liberation Sans slants without a change of widths, and the other scripts' fonts have no italic.
"""

DRAWN = ("carlito", "liberation-sans", "liberation-serif", "dejavu-sans", "noto-sans")
"""Those in which LibreOffice draws, so that their kerning counts, too."""

FORMS = {"isolated": ("", ""), "final": ("\u200d", ""), "initial": ("", "\u200d"), "medial": ("\u200d", "\u200d")}
"""An Arabic letter's forms, by the joiners that call for them."""

KERNED = ((0x20, 0x17F), (0x386, 0x3CE), (0x401, 0x45F), (0x2010, 0x203A))
"""The characters of which pairs are kerned."""

LAM_ALEF = {0xFEF5: "\u0622", 0xFEF7: "\u0623", 0xFEF9: "\u0625", 0xFEFB: "\u0627"}
"""The ligatures of lam, by the alef that follows it."""


def find(name: str, directories: Iterable[str]) -> Path:
    """The font file of this name below the directories; FileNotFoundError where there is none."""
    for directory in directories:
        for path in sorted(Path(directory).rglob(name)):
            return path
    raise FileNotFoundError(f"{name} is in none of the directories with fonts")


def nominal(path: Path, ranges: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The advance of each character the font has; of marks that stand on others, 0."""
    from fontTools.ttLib import TTFont

    font = TTFont(path, lazy=True)
    glyphs, metrics = font.getBestCmap(), font["hmtx"].metrics
    return {
        code: 0 if unicodedata.category(chr(code)) == "Mn" else metrics[glyphs[code]][0]
        for first, last in ranges
        for code in range(first, last + 1)
        if code in glyphs
    }


def joined(path: Path, codes: Iterable[int]) -> dict[str, dict[int, int]]:
    """The advance of each Arabic letter in those of its forms that look unlike the isolated one."""
    import uharfbuzz as hb

    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))

    def glyphs(text: str) -> list[tuple[int, int]]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction, buffer.script, buffer.language = "rtl", "Arab", "ar"
        hb.shape(font, buffer, {"kern": False})
        shown = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        return [(info.codepoint, place.x_advance) for info, place in shown]

    forms: dict[str, dict[int, int]] = {form: {} for form in FORMS}
    joiner = glyphs("\u200d")[0][0]
    for code in codes:
        alone = [glyph for glyph in glyphs(chr(code)) if glyph[0] != joiner]
        for form, (before, after) in FORMS.items():
            shown = [glyph for glyph in glyphs(before + chr(code) + after) if glyph[0] != joiner]
            if form == "isolated" or shown != alone:
                forms[form][code] = sum(advance for _, advance in shown)
    for ligature, alef in LAM_ALEF.items():
        for form in ("isolated", "final"):
            shown = glyphs(FORMS[form][0] + "\u0644" + alef)
            forms[form][ligature] = sum(advance for glyph, advance in shown if glyph != joiner)
    return forms


def kerning(path: Path) -> list[list[str] | list[dict[int, int]]]:
    """By how much pairs of characters are wider than the two, ligatures among them: characters that are alike as
    the first of a pair, those alike as its second, and for each of the first the difference by the second's place."""
    import uharfbuzz as hb

    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))

    def advance(text: str) -> int:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        return sum(place.x_advance for place in buffer.glyph_positions)

    chars = [chr(code) for low, high in KERNED for code in range(low, high + 1) if font.get_nominal_glyph(code)]
    alone = {char: advance(char) for char in chars}
    rows = {one: tuple(advance(one + two) - alone[one] - alone[two] for two in chars) for one in chars}
    columns = dict(zip(chars, zip(*rows.values(), strict=True), strict=True))
    first, second = alike(rows), alike(columns)
    pairs = [[columns[two[0]][chars.index(one[0])] for two in second] for one in first]
    return [first, second, [{place: each for place, each in enumerate(row) if each} for row in pairs]]


def alike(kerned: dict[str, tuple[int, ...]]) -> list[str]:
    """The characters that are kerned, those that are so alike together."""
    groups: dict[tuple[int, ...], str] = {}
    for char, differences in kerned.items():
        if any(differences):
            groups[differences] = groups.get(differences, "") + char
    return list(groups.values())


def stretches(advances: dict[int, int]) -> dict[str, list[int]]:
    """The advances as runs of neighbouring characters, by the first one's code in hexadecimal."""
    runs: dict[str, list[int]] = {}
    start = last = -2
    for code in sorted(advances):
        if code != last + 1:
            start = code
            runs[f"{start:04X}"] = []
        runs[f"{start:04X}"].append(advances[code])
        last = code
    return runs


def table(name: str, directories: Iterable[str]) -> dict[str, object]:
    """What the table's file holds: its font's name and units an em, and the advances by weight."""
    from fontTools.ttLib import TTFont

    files, ranges = SOURCES[name]
    places = list(directories)
    regular = TTFont(find(files["regular"][0], places), lazy=True)
    made: dict[str, object] = {"font": regular["name"].getDebugName(1), "em": regular["head"].unitsPerEm}
    for weight, (file, *others) in files.items():
        path = find(file, places)
        advances = nominal(path, ranges)
        for other in others:
            advances = nominal(find(other, places), ranges) | advances
        if name == "arabic":
            made[weight] = {form: stretches(widths) for form, widths in joined(path, advances).items()}
        else:
            made[weight] = stretches(advances)
    return made


def main(directories: Iterable[str] = FONT_DIRECTORIES) -> None:
    """Write every table."""
    TABLES.mkdir(exist_ok=True)
    for name, (files, _) in SOURCES.items():
        write(name, table(name, directories))
        if name in DRAWN:
            write(f"{name}-kerning", {weight: kerning(find(file, directories)) for weight, (file,) in files.items()})


def write(name: str, made: dict[str, object]) -> None:
    """Write one table."""
    text = json.dumps(made, separators=(",", ":"), ensure_ascii=False)
    (TABLES / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:] or FONT_DIRECTORIES)
