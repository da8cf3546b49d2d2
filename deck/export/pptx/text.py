"""Text: bodies, paragraphs, runs, fields.

A text in a placeholder writes only what differs from its slide layout, so that a changed layout, or "Reset
slide", reaches it. Any other text writes all that it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import NAMESPACE_OID, uuid5

from deck.export.pptx.drawing import fill
from deck.export.pptx.level_styles import (
    alignment,
    body_properties,
    bullet_properties,
    capitals,
    code_fonts,
    hundredths,
    paragraph_attributes,
    spacing,
    theme_fonts,
)
from deck.export.pptx.numbering import starts
from deck.export.pptx.sheet import Sheet
from deck.export.pptx.xml import guid
from deck.export.xml import content
from deck.model.emphasis import seen
from deck.model.style import Bullet, TextBody, TextStyle
from deck.model.text import Paragraph, Run
from deck.model.typesetting import FittedText

_SLIDE_NUMBER = guid(uuid5(NAMESPACE_OID, "deck:slide-number"))
# A link keeps the colour of its text: the theme's own can be unreadable on a dark ground.
_KEEP_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)


class Look:
    """How one level of a text looks: its `style` at its set `size` in points.

    `explicit` says that all of it must be written, `resized` that its size must, because the style that it
    inherits, if any, is another.
    """

    __slots__ = ("explicit", "plain_run", "resized", "size", "starts", "style")

    def __init__(self, style: TextStyle, size: float, inherited: TextStyle | None = None) -> None:
        self.style = style
        self.size = size
        self.plain_run: str | None = None
        """The properties of a run that has nothing of its own, as they were written on a sheet."""
        self.starts: dict[int, str] = {}
        """The same of paragraphs that are not numbered, by their level."""
        if inherited is None:
            self.explicit = self.resized = True
        elif inherited is style:
            self.explicit, self.resized = False, size != style.size and hundredths(size) != hundredths(style.size)
        else:
            self.explicit = inherited != style and _without_size(inherited) != _without_size(style)
            self.resized = self.explicit or hundredths(size) != hundredths(inherited.size)


def fitted_body(sheet: Sheet, text: FittedText, inherited: TextBody | None = None, *, tag: str = "p:txBody") -> str:
    """A text as it was fitted, in a shape of its own or in a placeholder whose text `inherited` describes."""
    paragraphs = fitted_paragraphs(sheet, text, inherited)
    if inherited is None:
        properties = body_properties(sheet, text.body, "noAutofit")
    elif (inherited.insets, inherited.anchor) == (text.body.insets, text.body.anchor):
        properties = "<a:bodyPr/>"
    else:
        properties = body_properties(sheet, text.body, "normAutofit")
    return f"<{tag}>{properties}<a:lstStyle/>{paragraphs}</{tag}>"


def fitted_paragraphs(sheet: Sheet, text: FittedText, inherited: TextBody | None = None) -> str:
    """The paragraphs of a text as it was fitted."""
    known = inherited.levels if inherited else ()
    looks = [
        Look(style, size, known[level] if level < len(known) else None)
        for level, (style, size) in enumerate(zip(text.body.levels, text.sizes, strict=True))
    ]
    return paragraphs(sheet, text.paragraphs, looks)


def paragraphs(sheet: Sheet, texts: Sequence[Paragraph], looks: Sequence[Look]) -> str:
    """Paragraphs, each in the look of its level."""
    return (
        "".join(
            f"<a:p>{_paragraph_start(sheet, paragraph, start, look)}{_paragraph_content(sheet, paragraph, look)}</a:p>"
            for paragraph, start in zip(texts, starts(texts), strict=True)
            for look in (looks[min(paragraph.level, len(looks) - 1)],)
        )
        or f"<a:p>{_end(sheet, looks[0])}</a:p>"
    )


def slide_number(sheet: Sheet, text: FittedText, inherited: TextBody) -> str:
    """A text body that is the slide's number; `text` is what it says until PowerPoint counts."""
    plain = "".join(paragraph.plain for paragraph in text.paragraphs)
    look = Look(text.body.levels[0], text.sizes[0], inherited.levels[0])
    start = _paragraph_start(sheet, Paragraph(()), None, look)
    field = number_field(plain, _run_properties(sheet, Run(plain), look))
    return f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{start}{field}</a:p></p:txBody>"


def number_field(cached: str, properties: str) -> str:
    """The field of the slide's number."""
    return f'<a:fld id="{_SLIDE_NUMBER}" type="slidenum">{properties}<a:t>{content(cached)}</a:t></a:fld>'


def _paragraph_start(sheet: Sheet, paragraph: Paragraph, start: int | None, look: Look) -> str:
    if start is not None:
        return _newly_started(sheet, paragraph, start, look)
    written = look.starts.get(paragraph.level)
    if written is None:
        written = look.starts[paragraph.level] = _newly_started(sheet, paragraph, None, look)
    return written


def _newly_started(sheet: Sheet, paragraph: Paragraph, start: int | None, look: Look) -> str:
    level = f' lvl="{paragraph.level}"' if paragraph.level else ""
    style = look.style
    attributes = paragraph_attributes(sheet.direction, style) if look.explicit else ""
    if not attributes and sheet.right_to_left:
        attributes = f" {alignment(sheet.direction, style)}"
    bullet = _paragraph_bullet(sheet, style, start, explicit=look.explicit)
    spaced = look.explicit or (style.verbatim and look.resized)
    children = (spacing(style, look.size) if spaced else "") + bullet
    if children:
        return f"<a:pPr{level}{attributes}>{children}</a:pPr>"
    return f"<a:pPr{level}{attributes}/>" if level or attributes else ""


def _paragraph_bullet(sheet: Sheet, style: TextStyle, start: int | None, *, explicit: bool) -> str:
    bullet = style.bullet
    counts = bullet is not None and bullet.char is None
    if start is not None and (start != 1 or not counts):
        counted = replace(bullet, char=None) if bullet else Bullet(None)
        return bullet_properties(sheet, replace(style, bullet=counted), start)
    if start is None and counts:
        return "<a:buNone/>"
    return bullet_properties(sheet, style) if explicit else ""


def _paragraph_content(sheet: Sheet, paragraph: Paragraph, look: Look) -> str:
    runs = seen(paragraph.runs, paragraph, look.style)
    return "".join([_run(sheet, run, look) for run in runs if run.text]) or _end(sheet, look)


def _run(sheet: Sheet, run: Run, look: Look) -> str:
    if run.bold or run.italic or run.link or run.language or run.code or run.colour:
        properties = _run_properties(sheet, run, look)
    else:
        properties = look.plain_run = look.plain_run or _run_properties(sheet, run, look)
    if "\v" not in run.text:
        return f"<a:r>{properties}<a:t>{content(run.text)}</a:t></a:r>"
    stretches = (f"<a:r>{properties}<a:t>{content(part)}</a:t></a:r>" if part else "" for part in run.text.split("\v"))
    return f"<a:br>{properties}</a:br>".join(stretches)


def _end(sheet: Sheet, look: Look) -> str:
    return _run_properties(sheet, Run(""), look, "a:endParaRPr")


def _run_properties(sheet: Sheet, run: Run, look: Look, tag: str = "a:rPr") -> str:
    style = look.style
    explicit = look.explicit
    size = f' sz="{hundredths(look.size)}"' if look.resized else ""
    bold = ' b="1"' if run.bold and not style.bold else ""
    italic = ' i="1"' if run.italic and not style.italic else ""
    if explicit:
        bold, italic = f' b="{run.bold or style.bold:d}"', f' i="{run.italic or style.italic:d}"'
        italic += capitals(sheet, style)
    children = _appearance(sheet, style, run) if explicit else fill(run.colour) if run.colour else ""
    if run.code:
        tint = run.colour or (style.colour if explicit else None)
        children = (fill(tint) if tint else "") + code_fonts(sheet, run, style)
    if run.link and (target := sheet.link(run.link)):
        children += f"<a:hlinkClick {target}>{_KEEP_COLOUR}</a:hlinkClick>"
    proofed = ' noProof="1"' if run.code else ""
    start = f"<{tag}{sheet.lang_of(run.language)}{size}{bold}{italic}{proofed}"
    return f"{start}>{children}</{tag}>" if children else f"{start}/>"


def _appearance(sheet: Sheet, style: TextStyle, run: Run) -> str:
    return fill(run.colour or style.colour) + theme_fonts(sheet, style.font)


def _without_size(style: TextStyle) -> TextStyle:
    return replace(style, size=0, minimum_size=0, largest_size=None)
