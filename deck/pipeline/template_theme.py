"""A PowerPoint template's file → the theme that it makes."""

from __future__ import annotations

from pathlib import Path

from deck.ground.diagnostics import Diagnostic, Span
from deck.ground.files import read_bytes
from deck.model.theme import Theme
from deck.themes import TemplateMap, read_theme

_NOTHING = TemplateMap()
_LIGHT, _DARK = "alliance.yaml", "midnight.yaml"


def template_theme(
    path: Path, span: Span, corrected: TemplateMap = _NOTHING, *, themes: Path
) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme of this template; what that does not say, such as the size of a figure on a card, is a known theme's.

    `themes` is the folder of those, and `corrected` what a person knows better. DeckError where the file
    cannot be used.
    """
    from deck.export.pptx.template import read_template

    def base(dark: bool) -> Theme:
        return read_theme(themes / (_DARK if dark else _LIGHT))[0]

    return read_template(read_bytes(path, span), path.name, span, base, corrected), ()
