"""The fonts of the theme behind a slide, of any deck."""

from __future__ import annotations

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.opened import OpenedDeck, OpenedSlide
from deck.model.theme import Fonts


def theme_fonts(deck: OpenedDeck, slide: OpenedSlide) -> tuple[Fonts, Fonts] | None:
    """Those of titles and those of all other text; None where the slide has no theme that names any."""
    archive = deck.archive
    for layout in archive.relationships(slide.part, "slideLayout"):
        for master in archive.relationships(layout.target, "slideMaster"):
            for theme in archive.relationships(master.target, "theme"):
                if theme.target in archive:
                    major, minor = (_fonts(deck, theme.target, kind) for kind in ("major", "minor"))
                    return (major, minor) if major and minor else None
    return None


def _fonts(deck: OpenedDeck, theme: str, kind: str) -> Fonts | None:
    found = next(deck.archive.find(theme, f"//a:fontScheme/a:{kind}Font"), None)
    if found is None:
        return None
    latin, east_asian, complex_script = (
        next((each.get("typeface", "") for each in found.iterfind(f"a:{name}", PREFIXES)), "")
        for name in ("latin", "ea", "cs")
    )
    scripts = {each.get("script", ""): each.get("typeface", "") for each in found.iterfind("a:font", PREFIXES)}
    return Fonts(latin, east_asian or latin, complex_script or latin, scripts)
