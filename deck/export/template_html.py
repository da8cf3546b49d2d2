"""A page that shows what was understood of a template: each slide layout with its slots, and what it is used for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from deck.export.xml import content, value
from deck.ground.dataclass import dataclass
from deck.model.theme import Theme

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width and height, in grid units."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body{margin:2rem auto;max-width:90rem;padding:0 1.5rem;font:16px/1.5 system-ui,sans-serif}
body{color:#1b1f24;background:#eceef1}
h1{font-size:1.6rem}pre{overflow-x:auto;font-size:.85rem}
div{display:grid;grid-template-columns:repeat(auto-fill,minmax(19rem,1fr));gap:1.2rem}
figure{margin:0}figcaption{font-size:.9rem}b{color:#00597f}
svg{width:100%;height:auto;display:block;background:#fff;box-shadow:0 1px 4px #0004}
"""
_SLOT, _DRAWING = (
    'fill="#00597f" fill-opacity=".1" stroke="#00597f" stroke-width=".4"',
    'fill="#8d96a0" fill-opacity=".45"',
)


@dataclass(frozen=True, slots=True)
class LayoutPicture:
    """A slide layout: its number, name and uses, its slots with what each is for, and where its drawings are."""

    number: int
    name: str
    uses: tuple[str, ...]
    slots: tuple[tuple[str, float, float, float, float], ...]
    drawings: tuple[Box, ...]


def template_page(about: Sequence[str], theme: Theme, layouts: Sequence[LayoutPicture]) -> str:
    """The page, as HTML."""
    title = theme.template.name if theme.template else theme.name
    figures = "".join(_figure(theme, each) for each in layouts)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{content(title)}</title><style>{_STYLE}</style></head><body><h1>{content(title)}</h1>"
        f"<pre>{content(chr(10).join(about))}</pre><div>{figures}</div></body></html>\n"
    )


def _figure(theme: Theme, layout: LayoutPicture) -> str:
    width, height = theme.grid.width, theme.grid.height
    drawn = "".join(_rectangle(box, _DRAWING) for box in layout.drawings)
    slots = "".join(
        f'{_rectangle(box, _SLOT)}<text x="{box[0] + 1:.1f}" y="{box[1] + min(4, box[3] - 0.5):.1f}" font-size="3.6"'
        f' fill="#00597f">{content(word)}</text>'
        for word, *sides in layout.slots
        for box in ((sides[0], sides[1], sides[2], sides[3]),)
    )
    uses = f"<b>{content(', '.join(layout.uses))}</b>" if layout.uses else "not used"
    return (
        f'<figure><svg viewBox="0 0 {width:.2f} {height:.2f}" role="img" aria-label={value(layout.name)}>'
        f"{drawn}{slots}</svg>"
        f"<figcaption>{layout.number} {content(layout.name)}<br>{uses}</figcaption></figure>"
    )


def _rectangle(box: Box, look: str) -> str:
    left, top, width, height = box
    return f'<rect x="{left:.2f}" y="{top:.2f}" width="{width:.2f}" height="{height:.2f}" {look}/>'
