"""The fonts and the languages of a deck's text, and what is wrong with them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.inspection_rule import Found, InspectionRule
from deck.export.pptx.opened import OpenedDeck, OpenedSlide
from deck.export.pptx.theme_fonts import theme_fonts
from deck.fonts import is_everywhere
from deck.ground.diagnostics import Severity
from deck.model.language import Language

_LETTERS = {
    "ARABIC": {"Arab"},
    "CJK": {"Hans", "Hant", "Jpan", "Kore"},
    "CYRILLIC": {"Cyrl"},
    "DEVANAGARI": {"Deva"},
    "GREEK": {"Grek"},
    "HANGUL": {"Kore"},
    "HEBREW": {"Hebr"},
    "HIRAGANA": {"Jpan"},
    "KATAKANA": {"Jpan"},
    "THAI": {"Thai"},
}
"""How Unicode's names of letters begin, with the scripts that they are of."""
_FEW = 2
"""So many letters are a symbol, or a name's initials, rather than words."""


def uncommon_font(deck: OpenedDeck) -> Iterator[Found]:
    """A font comes neither with Office nor with the deck: on another machine another one stands for it, often wider."""
    embedded = deck.archive.values(deck.main, "//p:embeddedFont/p:font/@typeface") if deck.main else []
    known = {font.casefold() for font in embedded}
    for font, slides in _fonts(deck).items():
        if not is_everywhere(font) and font.casefold() not in known:
            yield min(slides), "", f"the font {font} is not on every machine ({_counted(slides)})"


def missing_language(deck: OpenedDeck) -> Iterator[Found]:
    """Text does not say its language: it is read aloud, and spelt, in that of whoever opens the deck."""
    for slide in deck.slides:
        silent = [words for run, words, tag in _runs(slide) if not tag and _letters(words)]
        if silent:
            says = "text says" if len(silent) == 1 else "texts say"
            yield slide.number, "", f"{len(silent)} {says} no language, the first is “{silent[0].strip()[:40]}”"


def wrong_language(deck: OpenedDeck) -> Iterator[Found]:
    """Text says a language that is not written in its letters, such as Russian that is marked as English."""
    for slide in deck.slides:
        wrong = [
            (words, tag)
            for _, words, tag in _runs(slide)
            if tag and (script := _script(words)) and Language(tag).script not in _LETTERS[script]
        ]
        for tag in dict.fromkeys(tag for _, tag in wrong):
            first = next(words for words, other in wrong if other == tag)
            yield slide.number, "", f"“{first.strip()[:40]}” is marked as `{tag}`, which has other letters"


_WARNING = Severity.WARNING
FONT_RULES = (InspectionRule(uncommon_font, _WARNING, "use the theme's fonts, or embed it: File, Options, Save"),)
LANGUAGE_RULES = (
    InspectionRule(missing_language, _WARNING, "select the text, then Review, Language, Set Proofing Language"),
    InspectionRule(wrong_language, _WARNING, "select the text, then Review, Language, Set Proofing Language"),
)


def fonts_used(deck: OpenedDeck) -> tuple[str, ...]:
    """The fonts that the slides name, or take from their theme, those on most slides first."""
    found = _fonts(deck)
    return tuple(sorted(found, key=lambda font: (-len(found[font]), font)))


def languages_used(deck: OpenedDeck) -> tuple[str, ...]:
    """The tags of the languages that the slides' texts say, the most used first."""
    counted = Counter(tag for slide in deck.slides for _, words, tag in _runs(slide) if tag and words.strip())
    return tuple(tag for tag, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _runs(slide: OpenedSlide) -> Iterator[tuple[etree._Element, str, str]]:
    """The runs of a slide, each with its words and the language that it says itself."""
    for run in slide.root.iterfind(".//a:r", PREFIXES):
        properties = run.find("a:rPr", PREFIXES)
        yield run, run.findtext("a:t", "", PREFIXES), "" if properties is None else properties.get("lang", "")


def _fonts(deck: OpenedDeck) -> dict[str, set[int]]:
    """The numbers of the slides on which each font is named, or is the theme's for letters of Latin."""
    found: dict[str, set[int]] = {}
    for slide in deck.slides:
        named = {
            each.get("typeface", "")
            for sheet in (slide.root, *slide.above)
            for kind in ("latin", "buFont")
            for each in sheet.iterfind(f".//a:{kind}", PREFIXES)
        }
        fonts = theme_fonts(deck, slide)
        theme = {"+mj-lt": fonts[0].latin, "+mn-lt": fonts[1].latin} if fonts else {}
        for font in named:
            if shown := theme.get(font, "" if font.startswith("+") else font):
                found.setdefault(shown, set()).add(slide.number)
    return found


def _letters(words: str) -> list[str]:
    return [char for char in words if char.isalpha()]


def _script(words: str) -> str:
    """How the names of nearly all letters begin, where they are of a script that few languages share; else ""."""
    letters = _letters(words)
    if len(letters) <= _FEW:
        return ""
    (most, count), *_ = Counter(unicodedata.name(char, "").partition(" ")[0] for char in letters).most_common(1)
    return most if most in _LETTERS and count == len(letters) else ""


def _counted(slides: set[int]) -> str:
    return "on one slide" if len(slides) == 1 else f"on {len(slides)} slides"
