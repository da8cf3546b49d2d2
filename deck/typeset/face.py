"""How wide a word is: the theme's fonts in one weight, each for its scripts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

from deck.model.letters import is_european
from deck.model.style import Bullet
from deck.model.theme import Fonts
from deck.typeset import arabic, font_files, fonts
from deck.typeset.scripts import COMPLEX, EAST_ASIAN, EUROPEAN, SHAPED, may_be_wide, pattern

UNKNOWN_LETTER, UNKNOWN_SIGN, EMOJI, TAB = 1.0, 1.1, 1.4, 6.0
"""Widths in em, each the widest that is usual, where no table tells; a tab's depends on where it stands."""
CJK_GAP = 0.25
"""The space that engines put between ideographs and letters."""

_WIDE = "{cjk}\u1100-\u11ff\uac00-\ud7af"
_DASHES, _SIGNS = "[…‥–—―]", "‘’“”…‥–—―"
_NARROW = f"[^{_WIDE}{_SIGNS}]"
# A dash after an ideograph is of its script, so is an opening mark; a closing one that is narrow outweighs that.
_OF_SIGNS = f"\\A{_DASHES}+|[‘“](?![^’”]*[’”])"
_GAP = f"(?:(?<=[{_WIDE}]){_DASHES}*|{_OF_SIGNS})(?={_NARROW})|(?<={_NARROW})(?=[{_WIDE}])"
_GAP_BUT_WIDE = f"(?:{_OF_SIGNS})(?=[^{_SIGNS}])"
"""The same where nothing is wide."""
PIECES = "|".join(
    [f"(?P<{script}>[{chars}\u0300-\u036f\u200c\u200d]+)" for script, chars in COMPLEX.items()] + ["[^{complex}]+"]
)
_AMBIGUOUS = frozenset("‘’“”…‥–—―·×÷±°§¶→←↑↓①②③④⑤⑥⑦⑧⑨⑩■□▲△●○★☆")
"""Signs as wide as an ideograph where they stand among ideographs."""
_WEAK = frozenset(" \u00a0!\"#%&'()*+,-./0123456789:;<=>?[]{}«»–—…‘’“”|")
"""Signs that a complex-script font draws where they stand among its letters."""

Shaper = Callable[[str, str, bool], float | None]
"""(text, script, bold) → its width in em, or None where it cannot be shaped here."""


class Face:
    """The theme's fonts of one role in one weight, or its font of code. `home` is the script of the language."""

    def __init__(
        self, theme_fonts: Fonts, home: str, shape: Shaper, bold: bool, italic: bool = False, code: bool = False
    ) -> None:
        self._home = home
        self._bold = bold
        self._shape = shape
        letters = fonts.mono(theme_fonts.mono) if code else font_files.letters(theme_fonts, bold, italic)
        complex_font = theme_fonts.scripts.get(home, "") if home in COMPLEX else ""
        complex_font = complex_font or theme_fonts.complex_script
        self._plain = _Advances(letters)
        self._among_complex = _Advances(letters, _widest(letters, fonts.latin(complex_font, bold), _WEAK))
        self._among_ideographs = _Advances(letters, dict.fromkeys(_AMBIGUOUS, 1.0))
        self.widths: Mapping[str, float] = _Widths(self._measured)
        """The width of any text that stands on one line, in em; each is measured once."""
        self.space = (self._among_complex if home in COMPLEX else self._plain)[" "]
        """The width of a space among Latin letters, in em."""
        self._bullets: dict[str | None, float] = {}
        self._followed: dict[float, Mapping[str, float]] = {}

    def width(self, text: str) -> float:
        """The width of text that stands on one line, in em; each text is measured once."""
        return self.widths[text]

    def followed_by(self, space: float) -> Mapping[str, float]:
        """The width of any text that stands on one line, and of such a space after it, in em."""
        known = self._followed.get(space)
        if known is None:
            known = self._followed[space] = _Widths(lambda text: self.widths[text] + space)
        return known

    def gap(self, text: str, start: int, end: int, after: int) -> float:
        """The width of the spaces text[end:after], which take the font of the word text[start:end] before them, and
        of what engines put between ideographs and letters."""
        among_complex = self._home in COMPLEX or _is_complex(text[start:end])
        advances = self._among_complex if among_complex else self._plain
        spaces = sum(map(advances.__getitem__, text[end:after]))
        if not 0 < end <= after < len(text) or is_european(text[end - 1] + text[after]):
            return spaces
        if "\u3400" <= text[end - 1] <= "\u9fff" and "\u3400" <= text[after] <= "\u9fff":
            # Between ideographs there is none, and a long text has thousands of these.
            return spaces
        return spaces + CJK_GAP * (_gaps(text[end - 1] + text[after]) > 0)

    def bullet(self, bullet: Bullet) -> float:
        """The width of a bullet: the widest that the fonts for it have."""
        others = self._among_ideographs if self._home in EAST_ASIAN else self._plain
        known = self._bullets.get(bullet.char)
        if known is None:
            known = sum(max(self._among_complex[char], others[char]) for char in bullet.char or "")
            self._bullets[bullet.char] = known
        return known

    def number(self, text: str) -> float:
        """The width of a number before a paragraph: it takes the font of the words after it."""
        if self._home in EUROPEAN:
            return self.width(text)
        width = sum(map(self._among_complex.__getitem__, text))
        return max(width, cjk_number(text, self._bold)) if self._home in EAST_ASIAN else width

    def _measured(self, text: str) -> float:
        if _is_complex(text):
            return sum(self._piece(piece[0], piece.lastgroup) for piece in pattern(PIECES).finditer(text))
        if not text.isascii() and (self._home in EAST_ASIAN or not is_european(text)):
            return sum(map(self._among_ideographs.__getitem__, text)) + _gaps(text) * CJK_GAP
        advances = self._among_complex if self._home in COMPLEX else self._plain
        return sum(map(advances.__getitem__, text))

    def _piece(self, text: str, script: str | None) -> float:
        if script is None:
            return sum(map(self._among_complex.__getitem__, text))
        if script == "Arab":
            forms = fonts.arabic(self._bold)
            return arabic.width(text, forms) + sum(unlisted(char) for char in text if char not in forms["isolated"])
        if script in SHAPED and (shaped := self._shape(text, script, self._bold)) is not None:
            return shaped
        widths = fonts.script(script, self._bold)
        return sum(widths[char] if char in widths else unlisted(char) for char in text)


def cjk_number(text: str, bold: bool) -> float:
    """The width of a number and a full stop after it in an East Asian font."""
    digit, stop = (0.59, 0.325) if bold else (0.556, 0.278)
    return digit * (len(text) - 1) + stop


def _gaps(text: str) -> int:
    """How many spaces engines put into a text, between what is wide and what is not."""
    return sum(1 for _ in pattern(_GAP if may_be_wide(text) else _GAP_BUT_WIDE).finditer(text))


def _is_complex(text: str) -> bool:
    return not is_european(text) and pattern("[{complex}]").search(text) is not None


class _Widths(dict[str, float]):
    """Widths by text; one is measured when it is first met."""

    def __init__(self, measure: Callable[[str], float]) -> None:
        self._measure = measure

    def __missing__(self, text: str) -> float:
        width = self[text] = self._measure(text)
        return width


class _Advances(dict[str, float]):
    """Widths by character; one that no table has is put in when it is first met."""

    def __init__(self, *widths: Mapping[str, float]) -> None:
        for each in widths:
            self.update(each)

    def __missing__(self, char: str) -> float:
        width = self[char] = unlisted(char)
        return width


def _widest(one: Mapping[str, float], other: Mapping[str, float], chars: frozenset[str]) -> dict[str, float]:
    return {char: max(one.get(char, 0), other.get(char, 0)) for char in chars}


def unlisted(char: str) -> float:
    """The width of a character that no table has, in em: the widest that is usual."""
    if char == "\t":
        return TAB
    category = unicodedata.category(char)
    if category in {"Mn", "Me", "Cf", "Cc", "Cs"} and char != "\u00ad":
        return 0.0
    if category == "Zs":
        return 1.0 if char == "\u3000" else 0.5
    if "\U0001f000" <= char <= "\U0001faff":
        return EMOJI
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    if char == "\u00ad":
        return 0.4
    return UNKNOWN_LETTER if category[0] in "LN" else UNKNOWN_SIGN
