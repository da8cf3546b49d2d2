"""Which fonts a text is drawn in: the theme's, and after each those that have its widths or its script.

A font of the theme may be missing where a picture is looked at. Carlito has Calibri's widths, Liberation Sans
has Arial's; for the other scripts stand the fonts that lines are measured to be wide enough for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from deck.model.letters import Kind
from deck.model.style import SYMBOL_FONT
from deck.model.theme import Fonts

_METRIC = {
    "calibri": ("Carlito",),
    "cambria": ("Caladea",),
    "arial": ("Liberation Sans", "Arimo", "Helvetica"),
    "times new roman": ("Liberation Serif", "Tinos", "Times"),
    "arial narrow": ("Liberation Sans Narrow", "Nimbus Sans Narrow"),
    "georgia": ("Gelasio",),
    "verdana": ("DejaVu Sans",),
    "segoe ui": ("Selawik", "Open Sans"),
    "century gothic": ("URW Gothic",),
    "book antiqua": ("P052", "Palatino"),
    "palatino linotype": ("P052", "Palatino"),
    "bookman old style": ("URW Bookman",),
    "century schoolbook": ("C059",),
    "courier new": ("Liberation Mono", "Cousine", "Courier"),
}
_SCRIPTS = {
    "Hans": ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Source Han Sans SC"),
    "Hant": ("Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Source Han Sans TC"),
    "Jpan": ("Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Source Han Sans"),
    "Kore": ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Source Han Sans K"),
    "Arab": ("DejaVu Sans", "Noto Sans Arabic", "Geeza Pro"),
    "Hebr": ("DejaVu Sans", "Noto Sans Hebrew", "Arial Hebrew"),
    "Thai": ("Noto Sans Thai", "Thonburi"),
    "Deva": ("Noto Sans Devanagari", "Kohinoor Devanagari"),
    "Beng": ("Noto Sans Bengali", "Kohinoor Bangla"),
    "Ethi": ("Noto Sans Ethiopic", "Kefa"),
    "Khmr": ("Noto Sans Khmer", "Khmer Sangam MN"),
}
_EAST_ASIAN = frozenset({"Hans", "Hant", "Jpan", "Kore"})
_EUROPEAN = frozenset({"Latn", "Grek", "Cyrl"})
_MONO = ("DejaVu Sans Mono", "Liberation Mono", "Menlo")
# Bullets and other signs that text fonts lack.
_SIGNS = ("OpenSymbol", "Segoe UI Symbol", "Noto Sans Symbols2", "Apple Symbols")


def family(fonts: Fonts, kind: Kind, script: str) -> str:
    """The fonts for letters of this kind in a deck whose script (ISO 15924) is this, as a CSS font family.

    Among ideographs, signs that Latin fonts have as well come from the ideographs' font, as wide as those.
    """
    first, *others = _theme_fonts(fonts, kind, script)
    named = (first, *_SCRIPTS.get(script, ()), *others) if kind == "east_asian" else (first, *others)
    return _family(named, script)


def _theme_fonts(fonts: Fonts, kind: Kind, script: str) -> Iterator[str]:
    own = fonts.for_script(script)
    by_kind = {
        "latin": own if script in _EUROPEAN else fonts.latin,
        "east_asian": own if script in _EAST_ASIAN else fonts.east_asian,
        "complex": fonts.complex_script if script in _EUROPEAN | _EAST_ASIAN else own,
    }
    yield by_kind.pop(kind)
    yield from by_kind.values()


def symbol_family() -> str:
    """The fonts for bullets that text fonts lack, as a CSS font family."""
    return _family((SYMBOL_FONT, *_SIGNS), "")


def mono_family(font: str) -> str:
    """This font for code and those of its width, as a CSS font family."""
    return _family((font, *_MONO), "", "monospace")


@cache
def _family(names: tuple[str, ...], script: str, generic: str = "sans-serif") -> str:
    wanted: list[str] = []
    for name in names:
        wanted += (name, *_METRIC.get(name.casefold(), ()))
    wanted += (*_SCRIPTS.get(script, ()), *_SIGNS)
    quoted = (f"'{name}'" for name in dict.fromkeys(name.replace("'", "").replace("\\", "") for name in wanted))
    return ", ".join((*quoted, generic))
