"""A page that shows themes: their colours and fonts, and sample slides in each.

The page holds all it shows. Pictures are images of their own, in which nothing runs, and its policy lets nothing in.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence

from deck.export.xml import content, value
from deck.ground.dataclass import dataclass
from deck.model.theme import Theme
from deck.model.units import points

_CENTIMETRES_PER_POINT = 2.54 / 72
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_STYLE = """
body{margin:2rem auto;max-width:90rem;padding:0 1.5rem;font:16px/1.5 system-ui,sans-serif}
body{color:#1b1f24;background:#eceef1}
h1{font-size:1.6rem}h2{margin:2.5rem 0 .2rem;font-size:1.3rem}p{margin:.2rem 0 .8rem}
ul{display:flex;flex-wrap:wrap;gap:.3rem;list-style:none;margin:0 0 1rem;padding:0}
li{width:5.6rem;padding:1.4rem .4rem .2rem;font-size:.72rem;border:1px solid #8d96a0;border-radius:3px}
div{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:.8rem}
img{width:100%;height:auto;display:block;box-shadow:0 1px 4px #0004}
@media print{body{background:#fff}section{break-inside:avoid}}
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """A theme with the name by which outlines know it, what it is for, and slides in it: their titles and SVGs."""

    name: str
    about: str
    theme: Theme
    slides: tuple[tuple[str, str], ...]


def themes_page(samples: Sequence[Sample]) -> str:
    """The page, as HTML."""
    sections = "".join(map(_section, samples))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>Themes</title><style>{_STYLE}</style></head><body><h1>Themes</h1>{sections}</body></html>\n"
    )


def _section(sample: Sample) -> str:
    theme = sample.theme
    fonts = " and ".join(dict.fromkeys((theme.major.latin, theme.minor.latin)))
    width, height = (points(side) * _CENTIMETRES_PER_POINT for side in (theme.width, theme.height))
    colours = "".join(
        f'<li style="background:#{code};color:{_on(code)}">{name}<br>{code}</li>'
        for name, code in theme.palette.items()
    )
    slides = "".join(_picture(title, svg) for title, svg in sample.slides)
    return (
        f"<section><h2>{content(sample.name)}</h2><p>{content(sample.about)}<br>"
        f"{content(fonts)}; {width:.2f} × {height:.2f} cm</p><ul>{colours}</ul><div>{slides}</div></section>"
    )


def _on(code: str) -> str:
    """Black or white, whichever is read on a colour."""
    light = 0.299 * int(code[0:2], 16) + 0.587 * int(code[2:4], 16) + 0.114 * int(code[4:6], 16) > 140
    return "#000" if light else "#fff"


def _picture(title: str, svg: str) -> str:
    data = base64.b64encode(svg.encode("utf-8")).decode("ascii")
    return f'<img alt={value(title)} src="data:image/svg+xml;base64,{data}">'
