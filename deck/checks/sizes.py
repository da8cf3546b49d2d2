"""Text that is too small to be read from the back of a room, or in a small window of a conference."""

from __future__ import annotations

from collections.abc import Iterator

from deck.checks.footer import FOOTER
from deck.checks.texts import texts
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.shapes import FOOT, Placeholder

_LEAST, _LEAST_AT_FOOT = 12, 9
"""Points, on a slide 13⅓ inches wide: of what is to be read, and of what stands at every slide's foot."""


def small_text(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A text is set smaller than 12 points, or at the foot of a slide smaller than 9.

    Nobody reads it from the back of a room, and in a webinar a slide is often a third of a screen. The theme's styles
    say how small a text may get before it is told that it does not fit.

    To mend it: shorten the text, or raise its style's `minimum_size` in the theme
    """
    slides = {slide.id: slide for slide in presentation.slides}
    told = set()
    for tree in deck.slides:
        for shape in tree.shapes:
            slot = getattr(shape, "placeholder", None)
            in_foot = isinstance(slot, Placeholder) and slot.type in FOOT
            for field, text in texts(shape):
                at_foot = in_foot or field == FOOTER
                used = {min(paragraph.level, len(text.sizes) - 1) for paragraph in text.paragraphs if paragraph.plain}
                size = min((text.sizes[level] for level in used), default=float(_LEAST))
                key = (None if at_foot else tree.slide, field)
                if size < (_LEAST_AT_FOOT if at_foot else _LEAST) and key not in told:
                    told.add(key)
                    slide = slides[tree.slide]
                    where = "the foot of the slides" if at_foot else f"slide `{slide.id}`, field `{field}`"
                    span = presentation.spans.get(field or "", slide.spans.get(field or "", slide.span))
                    message, hint = f"{where} is set in {size:g} points", "shorten it, or raise its style’s least size"
                    yield Diagnostic("small-text", message, span, hint, Severity.WARNING)
