"""Text at its measured lines: one `text` element a line, with its bullet or number before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from deck.export.svg.canvas import Canvas
from deck.export.svg.drawing import colour, number
from deck.export.svg.fonts import symbol_family
from deck.export.xml import content, value
from deck.model.emphasis import seen
from deck.model.language import Direction
from deck.model.letters import Kind, home_kind, is_european, stretches
from deck.model.numbering import label
from deck.model.style import SMALL_CAPITAL, Align, TextStyle
from deck.model.text import Paragraph, Run
from deck.model.typesetting import FittedText, TextLine
from deck.model.units import Rect, points

DESCENT = 0.2
"""How far above its line's lower edge a baseline stands, in sizes: so LibreOffice draws every font, in a single line
one size under the upper edge."""
TIGHT_ASCENT = 0.8
"""With less than a single line's leading, how far under its line's upper edge a baseline stands, as a share of the
line's height: LibreOffice's, too."""
CJK_GAP = 0.24
"""The space between ideographs and letters, in sizes: a fifth of a line, as LibreOffice has it."""

_ANCHORS: dict[Align, str] = {"start": "start", "centre": "middle", "end": "end"}
_FROM_THE_OTHER_END = {"start": "end", "middle": "middle", "end": "start"}
_ALONG: dict[Align, float] = {"start": 0.0, "centre": 0.5, "end": 1.0}


def text_svg(canvas: Canvas, text: FittedText, rect: Rect) -> str:
    """The lines of a text in the box that it was set in."""
    return "".join(_line(canvas, text, line, rect) for line in text.drawn)


def plain_text(
    canvas: Canvas, words: str, x: float, y: float, size: float, style: TextStyle, anchor: str = "start"
) -> str:
    """Words in one style with their baseline at `y` and their `anchor` (start, middle, end) at `x`, in points."""
    return _text(canvas, [Run(words)], x, y, size, style, anchor)


def _line(canvas: Canvas, text: FittedText, line: TextLine, rect: Rect) -> str:
    paragraph = text.paragraphs[line.paragraph]
    level = min(paragraph.level, len(text.body.levels) - 1)
    style, size = text.body.levels[level], text.sizes[level]
    y = points(rect.top) + _baseline(line, size, style.leading)
    rightward = style.verbatim or not canvas.right_to_left

    def x(start: float) -> float:
        """Where on the slide a place is that lies this far from the edge of the box at which its words start."""
        return points(rect.left) + start if rightward else points(rect.right) - start

    at, anchor = x(line.start + line.width * _ALONG[style.align]), _ANCHORS[style.align]
    drawn = ""
    # A line of nothing but spaces counts, too.
    named = next((run for run in (*line.runs, *paragraph.runs) if run.text), None) if line.first else None
    if named:
        hung = points(text.body.insets.start) + style.indent if style.align == "start" else line.start
        drawn = _label(canvas, paragraph, named, x(hung - style.hanging), y, size, style)
    words = _trimmed(seen(line.runs, paragraph, style))
    if style.verbatim and canvas.right_to_left:
        return f'<g direction="ltr">{drawn}{_text(canvas, words, at, y, size, style, anchor)}</g>'
    if _is_turned(canvas, paragraph):
        turned = _text(canvas, words, at, y, size, style, _FROM_THE_OTHER_END[anchor])
        return f'{drawn}<g direction="{"ltr" if canvas.right_to_left else "rtl"}">{turned}</g>'
    return drawn + _text(canvas, words, at, y, size, style, anchor)


def _is_turned(canvas: Canvas, paragraph: Paragraph) -> bool:
    """Whether a paragraph is in a language that is read in the other direction than the deck's."""
    other = paragraph.language
    return other is not None and (other.direction is Direction.RIGHT_TO_LEFT) != canvas.right_to_left


def _baseline(line: TextLine, size: float, leading: float) -> float:
    """Where a line's letters stand, in points from its box's top."""
    return line.top + (TIGHT_ASCENT * line.height if leading < 1 else line.height - DESCENT * size)


def _label(canvas: Canvas, paragraph: Paragraph, run: Run, x: float, y: float, size: float, style: TextStyle) -> str:
    """The number before a paragraph, in the font of its words, or its bullet; nothing where it has neither."""
    bullet = style.bullet
    tint = colour(canvas.theme, bullet.colour if bullet and bullet.colour else style.colour)
    if paragraph.number is not None:
        counted = Run(
            label(paragraph.number, style.numbering, canvas.language), run.bold, run.italic, code=style.verbatim
        )
        return _text(canvas, [counted], x, y, size, style, "start", tint)
    if bullet is None or not bullet.char:
        return ""
    # As in PowerPoint's file: a font of signs has what text fonts lack, and the theme's Latin font the others.
    family = symbol_family() if bullet.is_symbol else canvas.family("major", "latin")
    look = _weight(bold=run.bold or style.bold, italic=run.italic or style.italic)
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}" font-family={value(family)}{look}'
        f' fill="{tint}">{content(bullet.char)}</text>'
    )


def _trimmed(runs: Iterable[Run]) -> list[Run]:
    """The runs without the space at their end, which stands outside the line."""
    kept = list(runs)
    while kept:
        last = kept.pop()
        if words := last.text.rstrip(" "):
            return [*kept, last.with_text(words)]
    return kept


def _text(
    canvas: Canvas,
    runs: list[Run],
    x: float,
    y: float,
    size: float,
    style: TextStyle,
    anchor: str,
    tint: str | None = None,
) -> str:
    anchored = f' text-anchor="{anchor}"' if anchor != "start" else ""
    look = _font(canvas, style, canvas.home, bold=style.bold, italic=style.italic)
    spans = "".join(_spans(canvas, runs, style))
    if not spans:
        return ""
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}"{look}'
        f' fill="{tint or colour(canvas.theme, style.colour)}"{anchored}>{spans}</text>'
    )


def _spans(canvas: Canvas, runs: list[Run], style: TextStyle) -> Iterator[str]:
    """The runs in their fonts; what the whole text is in already is not said again."""
    previous: Kind | None = None
    language = Paragraph(tuple(runs)).language or canvas.language
    pieces = zip(runs, stretches([run.text for run in runs], home_kind(language.script)), strict=True)
    for link, linked in groupby(pieces, key=lambda each: each[0].link):
        spans = []
        for run, kinds in linked:
            for kind, piece in kinds:
                parted = previous and previous != kind and "east_asian" in (previous, kind)
                gap = f' dx="{CJK_GAP:g}em"' if parted else ""
                spans.append(_span(canvas, run, kind, piece, style, gap))
                previous = kind
        words = "".join(spans)
        if link:
            words = f'{canvas.link(link)[:-1]} text-decoration="underline">{words}</a>'
        yield words


def _span(canvas: Canvas, run: Run, kind: Kind, piece: str, style: TextStyle, gap: str) -> str:
    bold, italic = run.bold or style.bold, run.italic or style.italic
    own = _font(canvas, style, kind, bold=bold, italic=italic)
    if run.code and is_european(piece):
        own = f" font-family={value(canvas.mono())}{_weight(bold=bold, italic=italic)}"
    shown = _capitals(piece, style)
    plain = own == _font(canvas, style, canvas.home, bold=style.bold, italic=style.italic) and not run.colour
    if run.colour:
        own += f' fill="{colour(canvas.theme, run.colour)}"'
    said = f" lang={value(run.language.tag)}" if run.language and run.language != canvas.language else ""
    if run.code:
        own += ' xml:space="preserve"'
    elif plain and not gap and not said:
        return shown
    return f"<tspan{gap}{said}{'' if plain and not run.code else own}>{shown}</tspan>"


def _capitals(words: str, style: TextStyle) -> str:
    """The words as their style shows them: as they are, in capitals, or in small ones."""
    if style.caps == "small":
        pieces = ((small, "".join(each).upper()) for small, each in groupby(words, str.islower))
        marked = (f'<tspan font-size="{SMALL_CAPITAL:g}em">', "</tspan>")
        return "".join(content(each).join(marked) if small else content(each) for small, each in pieces)
    return content(words.upper() if style.caps == "all" else words)


def _font(canvas: Canvas, style: TextStyle, kind: Kind, *, bold: bool, italic: bool) -> str:
    return f" font-family={value(canvas.family(style.font, kind))}{_weight(bold=bold, italic=italic)}"


def _weight(*, bold: bool, italic: bool) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'{weight} font-style="italic"' if italic else weight
