"""Whether all that a theme sets can be read: each text's colour on what is behind it, on every slide layout.

WCAG 2.2 asks for 4.5 : 1, or 3 : 1 of large text (1.4.3, level AA). A text may shrink to its style's least size: that
counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Severity, Span
from deck.model.contrast import RGB, contrast, least_contrast, nearest_passing
from deck.model.layout import Layout
from deck.model.outlines import Path, is_inside
from deck.model.shapes import FOOT, AutoShape, Placeholder, SlideLayout
from deck.model.style import Colour, SchemeColour, TextStyle
from deck.model.theme import Theme

CODE = "low-contrast"
_BLACK: RGB = (0, 0, 0)
_WHITE: RGB = (255, 255, 255)


@dataclass(slots=True)
class _Text:
    """A text's colour on one ground: the style and where it is first so, the contrast that it needs, and has."""

    style: TextStyle
    ground: Colour
    where: str
    needed: float
    ratio: float


def hard_to_read(theme: Theme, layouts: Mapping[str, Layout[Any]]) -> list[Diagnostic]:
    """Each colour of text that has too little contrast with what it stands on, at its place in the theme's file.

    A colour that would pass is suggested.
    """
    texts: dict[tuple[Colour, Colour, float], _Text] = {}
    for style, ground, where in _texts(theme, layouts.values()):
        needed = least_contrast(min(style.minimum_size, style.size), bold=style.bold)
        key = (style.colour, ground, needed)
        if key not in texts:
            texts[key] = _Text(style, ground, where, needed, _ratio(theme, style.colour, ground))
    by_place: dict[str, list[_Text]] = {}
    for each in texts.values():
        if each.ratio < each.needed:
            by_place.setdefault(_place(theme, each), []).append(each)
    return [_told(theme, place, faint, texts.values()) for place, faint in by_place.items()]


def _texts(theme: Theme, layouts: Iterable[Layout[Any]]) -> Iterator[tuple[TextStyle, Colour, str]]:
    """Each style with a ground that it stands on, and where."""
    for layout in layouts:
        for style, ground in layout.texts_on(theme):
            yield style, ground, f"layout `{layout.name}`"
        for native in layout.slide_layouts(theme):
            # What a template's own slide layout has behind its text is its author's matter.
            for slot in () if native.native else native.placeholders:
                if theme.template and slot.type in FOOT | {"title"}:
                    continue
                if slot.type != "pic":
                    ground = _ground(native, slot)
                    for style in slot.body.levels:
                        yield style, ground, f"layout `{layout.name}`, {slot.name}"


def _ground(layout: SlideLayout, slot: Placeholder) -> Colour:
    """The plain ground behind the middle of a slot's text."""
    rect, insets = slot.rect, slot.body.insets
    x = (rect.left + insets.start + rect.right - insets.end) // 2
    y = (rect.top + insets.top + rect.bottom - insets.bottom) // 2
    ground = layout.background
    for shape in layout.decoration:
        if isinstance(shape, AutoShape) and shape.fill and shape.rect.height > rect.height // 4:
            ground = shape.fill if _covers(shape, x, y) else ground
    return ground


def _covers(shape: AutoShape, x: int, y: int) -> bool:
    """Whether a rectangle, or an area between straight lines, covers this point."""
    at, outline = shape.rect, shape.geometry
    if not (at.left <= x < at.right and at.top <= y < at.bottom):
        return False
    if not isinstance(outline, Path):
        return outline in ("rect", "roundRect")
    if any(step[0] not in ("M", "L", "Z") for step in outline.commands):
        return False
    return is_inside(outline.corners(), (x - at.left) / at.width, (y - at.top) / at.height)


def _ratio(theme: Theme, text: Colour, ground: Colour) -> float:
    return _ratio_of(theme.rgb(text), theme, ground)


def _ratio_of(text: RGB, theme: Theme, ground: Colour) -> float:
    """The contrast of a colour with a ground: the least there may be, where something shows through that."""
    own = theme.rgb(ground)
    if ground.alpha == 100:
        return contrast(text, own)
    share = ground.alpha / 100
    behind = [
        tuple(round(share * a + (1 - share) * b) for a, b in zip(own, each, strict=True)) for each in (_BLACK, _WHITE)
    ]
    return min(contrast(text, (red, green, blue)) for red, green, blue in behind)


def _place(theme: Theme, text: _Text) -> str:
    """The path of the field to change: the colour itself, or whatever else this theme's own file says of the pair."""
    own = theme.spans[""].path if "" in theme.spans else ""

    def said_here(path: str) -> bool:
        return path in theme.spans and theme.spans[path].path == own

    colour = text.style.colour
    styled = [f"styles.{name}.colour" for name, style in theme.styles.items() if style.colour == colour]
    palette, ground = f"palette.{colour.scheme}", f"palette.{text.ground.scheme}"
    # Dark on dark, or light on light, is no matter of shades.
    alike = colour.scheme[:2] == text.ground.scheme[:2] != "ac"
    named = [path for path in styled if text.style == theme.styles[path.split(".")[1]]]
    order = [*named, palette, ground] if alike else [palette, *named, ground]
    return next((path for path in order if said_here(path)), palette)


def _told(theme: Theme, place: str, faint: list[_Text], texts: Iterable[_Text]) -> Diagnostic:
    worst = min(faint, key=lambda each: each.ratio / each.needed)
    colour = _written(worst.style.colour)
    others = len({(each.style.colour, each.ground) for each in faint}) - 1
    more = f", and {others} more pair{'s' if others > 1 else ''} like it" if others else ""
    message = (
        f"text in `{colour}` on `{_written(worst.ground)}` has a contrast of {_rounded(worst.ratio)} : 1, and"
        f" {worst.needed:g} : 1 is needed ({worst.where}{more})"
    )
    if theme.template:
        hint = "choose other colours for the template in PowerPoint: Design, Variants, Colours"
        return Diagnostic(CODE, message, Span(theme.template.name), hint, Severity.WARNING)
    return Diagnostic(CODE, message, theme.spans.get(place), _hint(theme, place, worst, list(texts)))


def _hint(theme: Theme, place: str, worst: _Text, texts: list[_Text]) -> str | None:
    """What would pass: for a style another colour of the palette, else another value in it."""
    kind, _, name = place.partition(".")
    if kind == "styles":
        ratios = {
            each: _ratio(theme, Colour(each), worst.ground) for each in theme.palette if "link" not in each.lower()
        }
        passing = sorted((each for each in ratios if ratios[each] >= worst.needed), key=lambda each: -ratios[each])
        return "these would pass there: " + ", ".join(f"`{each}`" for each in passing[:4]) if passing else None
    scheme: SchemeColour = next(each for each in theme.palette if each == name)
    value = passing_value(theme, scheme, lambda changed: all(_passes(changed, each, scheme) for each in texts))
    value = value or passing_value(theme, scheme, lambda changed: _passes(changed, worst, scheme))
    return f'write `{scheme}: "{value}"`, which passes' if value else "choose a colour much darker or lighter"


def _passes(theme: Theme, text: _Text, scheme: SchemeColour) -> bool:
    concerned = scheme in (text.style.colour.scheme, text.ground.scheme)
    return not concerned or _ratio(theme, text.style.colour, text.ground) >= text.needed


def passing_value(theme: Theme, scheme: SchemeColour, passes: Callable[[Theme], bool]) -> str | None:
    """The value nearest to a palette's colour, of its hue but lighter or darker, with which the theme passes."""

    def value(colour: RGB) -> str:
        return "{:02X}{:02X}{:02X}".format(*colour)

    found = nearest_passing(
        theme.rgb(Colour(scheme)),
        lambda colour: passes(replace(theme, palette={**theme.palette, scheme: value(colour)})),
    )
    return value(found) if found else None


def _written(colour: Colour) -> str:
    """A colour as a theme file writes it."""
    if colour.lum_off:
        return f"{colour.scheme} {colour.lum_off}"
    return f"{colour.scheme} darker {100 - colour.lum_mod}" if colour.lum_mod < 100 else colour.scheme


def _rounded(ratio: float) -> str:
    """Down, so that what is too little never reads as enough."""
    return f"{int(ratio * 10) / 10:g}"
