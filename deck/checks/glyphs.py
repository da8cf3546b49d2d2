"""Characters that are in no font that the theme names for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from deck.checks.seen import lacking as lacking_on
from deck.ground.diagnostics import Diagnostic, Severity, Span
from deck.model.deck import Deck
from deck.model.presentation import Presentation, Slide
from deck.model.typesetting import Measurer, MissingGlyph

_INDIC = ("Beng", "Deva", "Gujr", "Guru", "Knda", "Mlym", "Orya", "Sinh", "Taml", "Telu")
_FONTS = {
    **dict.fromkeys(_INDIC, "Nirmala UI"),
    **dict.fromkeys(("Armn", "Geor"), "Sylfaen"),
    **dict.fromkeys(("Khmr", "Laoo", "Thai"), "Leelawadee UI"),
    **dict.fromkeys(("Ethi", "Nkoo", "Tfng"), "Ebrima"),
    **dict.fromkeys(("Arab", "Hebr"), "Arial"),
    "Cher": "Gadugi",
    "Java": "Javanese Text",
    "Mong": "Mongolian Baiti",
    "Mymr": "Myanmar Text",
    "Syrc": "Segoe UI Historic",
    "Thaa": "MV Boli",
    "Tibt": "Microsoft Himalaya",
}
"""A font that comes with Windows and Office, for each script that a theme may lack one for."""
_NAMED = 5
"""How many characters are named."""


def missing_glyph(deck: Deck, presentation: Presentation, measurer: Measurer) -> Iterator[Diagnostic]:
    """A character is in no font that the theme names for it.

    PowerPoint draws it all the same, in whichever font the machine has: another one on each, perhaps wider than was
    measured, perhaps an empty box. Told once a text, with the characters, their codes and the font; a script for which
    the theme names no font is told once, with a font that has it.

    Example:
        - {id: sign, layout: statement, title: A sign, statement: "Take care \U0001fae8 here"}

    To mend it: write what the font has, or name a font for the script under the theme's `scripts`
    """
    lacking: dict[str, dict[str, MissingGlyph]] = {}
    for tree in deck.slides:
        for one in lacking_on(tree, measurer):
            lacking.setdefault(tree.slide, {})[one.character] = one
    if not lacking:
        return
    scripts = {one.script: one for found in lacking.values() for one in found.values() if one.script}
    yield from (_script(one, presentation, lacking) for one in scripts.values())
    lacking = {slide: {each: one for each, one in found.items() if not one.script} for slide, found in lacking.items()}
    footer = presentation.footer.plain if presentation.footer else ""
    in_footer = {each: one for found in lacking.values() for each, one in found.items() if each in footer}
    if in_footer:
        span = presentation.spans.get("presentation.footer", presentation.span)
        yield _missing("the footer", in_footer.values(), span)
    for slide in presentation.slides:
        left = {each: one for each, one in lacking.get(slide.id, {}).items() if each not in in_footer}
        yield from _on_slide(slide, left) if left else ()


def _script(
    glyph: MissingGlyph, presentation: Presentation, lacking: Mapping[str, Mapping[str, MissingGlyph]]
) -> Diagnostic:
    """What is wrong with a script, at the first text that is written in it."""
    name = unicodedata.name(glyph.character).partition(" ")[0].title()
    places = (
        slide.spans.get(path, slide.span)
        for slide in presentation.slides
        for path, text in slide.content.texts()
        if any(one.script == glyph.script and each in text.plain for each, one in lacking.get(slide.id, {}).items())
    )
    span = next(places, presentation.spans.get("presentation.footer", presentation.span))
    what = f"the theme names no font for {name}, which `{glyph.font}` is not known to have"
    font = _FONTS.get(glyph.script or "", "Noto Sans " + name)
    hint = f"write `{glyph.script}: {font}` under the theme's `scripts`; until then each machine chooses a font"
    return Diagnostic("missing-glyph", what, span, hint, Severity.WARNING)


def _on_slide(slide: Slide, lacking: dict[str, MissingGlyph]) -> Iterator[Diagnostic]:
    for path, text in slide.content.texts():
        if here := [lacking[each] for each in sorted(lacking.keys() & set(text.plain))]:
            yield _missing(f"slide `{slide.id}`, field `{path}`", here, slide.spans.get(path, slide.span))


def _missing(place: str, lacking: Iterable[MissingGlyph], span: Span) -> Diagnostic:
    found = list(lacking)
    fonts = list(dict.fromkeys(f"`{one.font}`" for one in found))
    named = ", ".join(map(_named, found[:_NAMED])) + (f" and {len(found) - _NAMED} more" if len(found) > _NAMED else "")
    unknown = f"{' and '.join(fonts)} {'is' if len(fonts) == 1 else 'are'} not known to have {named}"
    what = f"{place}: {unknown}; each machine draws it in a font of its own"
    return Diagnostic("missing-glyph", what, span, "write what the font has", Severity.WARNING)


def _named(glyph: MissingGlyph) -> str:
    char = glyph.character
    name = unicodedata.name(char, "")
    return f"“{char}” (U+{ord(char):04X}{f' {name}' if name else ''})"
