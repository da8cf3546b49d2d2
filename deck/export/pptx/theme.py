"""The theme's part: palette, fonts, and the formats that DrawingML demands."""

from __future__ import annotations

from typing import get_args

from deck.export.pptx.xml import A, document
from deck.export.xml import value
from deck.model.style import SchemeColour
from deck.model.theme import Fonts, Theme

_EAST_ASIAN = frozenset({"Hans", "Hant", "Jpan", "Kore"})
_EUROPEAN = frozenset({"Latn", "Grek", "Cyrl"})
_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(theme: Theme, script: str) -> bytes:
    """The theme of a deck whose language is written in `script` (ISO 15924)."""
    name = value(theme.name)
    # What a dark theme calls by the text's name is its light colour; its master says which serves for what.
    swapped = {"dk1": "lt1", "lt1": "dk1", "dk2": "lt2", "lt2": "dk2"} if theme.is_dark else {}
    colours = "".join(
        f'<a:{colour}><a:srgbClr val="{theme.palette[swapped.get(colour, colour)].upper()}"/></a:{colour}>'
        for colour in get_args(SchemeColour)
    )
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_SOLID}<a:prstDash val="solid"/>'
        '<a:miter lim="800000"/></a:ln>'
        for width in (6350, 12700, 19050)
    )
    body = (
        f"<a:themeElements><a:clrScheme name={name}>{colours}</a:clrScheme><a:fontScheme name={name}>"
        f"<a:majorFont>{_fonts(theme.major, script)}</a:majorFont>"
        f"<a:minorFont>{_fonts(theme.minor, script)}</a:minorFont></a:fontScheme>"
        f"<a:fmtScheme name={name}><a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/>"
    )
    return document("a:theme", f'xmlns:a="{A}" name={name}', body)


def _fonts(fonts: Fonts, script: str) -> str:
    """A font for each kind of script; the deck's own script has the very font it was measured in."""
    own = fonts.for_script(script)
    latin = own if script in _EUROPEAN else fonts.latin
    east_asian = own if script in _EAST_ASIAN else fonts.east_asian
    complex_script = fonts.complex_script if script in _EUROPEAN | _EAST_ASIAN else own
    others = (f'<a:font script="{name}" typeface={value(font)}/>' for name, font in sorted(fonts.scripts.items()))
    return (
        f"<a:latin typeface={value(latin)}/><a:ea typeface={value(east_asian)}/>"
        f"<a:cs typeface={value(complex_script)}/>{''.join(others)}"
    )
