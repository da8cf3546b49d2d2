"""Text that hardly stands out from what is behind it: fills, drawings, pictures and what shows through a veil."""

from __future__ import annotations

from collections.abc import Iterator

from deck.checks.layers import Faint, Painter
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.shapes import FOOT, Shape, SlideLayout, TextBox


def low_contrast(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A text's colour is too near that of what it stands on: less than 4.5 : 1, or 3 : 1 for large text.

    On a projector in a bright room, and for many eyes, such text is not there. The limits are those of WCAG 2.2, 1.4.3;
    text is large from 18 points on, and bold text from 14. What is behind is taken as it is shown: the slide's ground,
    fills, pictures field by field, and all of these through a veil.

    To mend it: choose other colours in the theme, a darker or lighter picture, or another `colour:` of the slide
    """
    slides = {slide.id: slide for slide in presentation.slides}
    told: set[object] = set()
    for tree in deck.slides:
        layout = tree.slide_layout
        painter = Painter(deck.theme, layout.background, deck.language.direction)
        painter.begin(layout)
        for shape in tree.shapes:
            templates = _slot_of_the_template(layout, shape)
            for field, faint in painter.faint(shape):
                slide = slides[tree.slide]
                where = _where(shape, field, faint)
                key = templates or (slide.id, where)
                if key not in told:
                    told.add(key)
                    message = (
                        f"slide `{slide.id}`, {where}: its contrast is {faint.ratio:.1f} : 1; {faint.least:g} : 1 is"
                        " the least"
                    )
                    span = slide.spans.get(field or "", slide.span)
                    hint = "choose other colours, or a darker or lighter picture"
                    if templates and deck.theme.template:
                        hint = _in_template(faint, layout if layout.native else None, deck.theme.template.name)
                    yield Diagnostic("low-contrast", message, span, hint, Severity.WARNING)


def _where(shape: Shape, field: str | None, faint: Faint) -> str:
    """Which text it is, in an outline's words where it has any of it: a number and initials are in none."""
    if field:
        return f"field `{field}`"
    slot = shape.placeholder if isinstance(shape, TextBox) else None
    return "the slide number" if slot and slot.type == "sldNum" else f"“{faint.words}”"


def _slot_of_the_template(layout: SlideLayout, shape: Shape) -> tuple[str, int] | None:
    """The slot of a template's own that gives a text its colour, on each slide alike."""
    slot = shape.placeholder if isinstance(shape, TextBox) else None
    if slot is None or not (layout.native or (layout.joins and slot.type in FOOT | {"title"})):
        return None
    return layout.native or "", slot.idx


def _in_template(faint: Faint, layout: SlideLayout | None, name: str) -> str:
    """What to change in a template: the colour of a slot's text, or what lies behind it."""
    where = f"slide layout “{layout.name}”" if layout else "the slide master"
    if faint.passing is None:
        return f"no colour can be read all over what is behind it: move the text or the picture in {where} of {name}"
    value = "{:02X}{:02X}{:02X}".format(*faint.passing)
    return f"in {where} of {name}, {value} would pass for this text: View, Slide Master in PowerPoint"
