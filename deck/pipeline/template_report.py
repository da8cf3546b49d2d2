"""What was understood of a PowerPoint template: in words, as a page of pictures, and as a map to correct."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from deck.fonts import is_everywhere
from deck.ground.columns import in_columns
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.model.language import Language
from deck.model.shapes import Placeholder
from deck.model.template import UnderstoodLayout
from deck.model.theme import Theme
from deck.model.units import EMU_PER_UNIT
from deck.pipeline.places import assets
from deck.pipeline.template_theme import template_theme
from deck.themes import read_template_map
from deck.typeset import Typesetter

_CENTIMETRES_PER_UNIT = 6 * 2.54 / 72
_USES = {
    "cover": "title slide, closing",
    "divider": "divider",
    "text": "title and text",
    "comparison": "comparison",
    "columns": "two columns",
    "picture": "picture with a text",
}
_AS_LARGE = 0.5
_BASE = "all others join it"
_WORDS = {"ctrTitle": "title", "subTitle": "subtitle", "obj": "content", "body": "text", "pic": "picture"}
_FEET = frozenset({"dt", "ftr", "sldNum"})


def understood(path: Path, corrected: Path | None = None) -> Theme:
    """The theme of this template, with the map that corrects it, if any. DeckError where it cannot be used."""
    themes = assets() / "themes"
    span = Span(str(path))
    if corrected is None:
        return template_theme(path, span, themes=themes)[0]
    return template_theme(path, span, read_template_map(corrected, Span(str(corrected))), themes=themes)[0]


def report(theme: Theme) -> list[str]:
    """What was understood, line by line: size, fonts, sizes of type, and each slide layout with its slots and use."""
    template = theme.template
    assert template is not None
    grid, sizes = theme.grid, [theme.styles[f"body-{level}"].size for level in (1, 2, 3)]
    scale = template.scale * _CENTIMETRES_PER_UNIT
    fonts = ", ".join(_fonts(theme))
    texts = " / ".join(f"{round(size * template.scale, 1):g}" for size in sizes)
    lines = [
        f"{template.name}: {theme.name}, {'dark' if theme.is_dark else 'light'}",
        f"slides    {grid.width * scale:.2f} × {grid.height * scale:.2f} cm",
        f"fonts     {fonts}",
        f"type      title {round(theme.styles['title'].size * template.scale, 1):g} pt, text {texts} pt",
        f"content   {grid.w(grid.columns) * scale:.1f} × {grid.body_height * scale:.1f} cm,"
        f" {grid.margin * scale:.1f} cm from the left and {grid.body_top * scale:.1f} from the top",
    ]
    lines += _number_size(theme)
    # What stands for the sixth accent is no shade of it, but a grey of the text's colour.
    if shades := [name for name in template.shades if name != "accent6"]:
        lines.append(f"darker or lighter, to be read: {', '.join(shades)}")
    rows = [
        (str(number), layout.name or "–", _slots(layout), ", ".join(uses_of(theme, layout)) or "–")
        for number, layout in enumerate(template.layouts, start=1)
    ]
    head = ("no.", "slide layout", "slots", "used for")
    lines += ["", *in_columns([head, *rows])]
    if missed := list(_missed(template.layouts)):
        lines += ["", "not filled, as these lie outside the slide or on their side:", *missed]
    return lines


def _missed(layouts: Sequence[UnderstoodLayout]) -> Iterator[str]:
    """The slots that nothing is written in, slide layout by slide layout."""
    for number, layout in enumerate(layouts, start=1):
        if layout.missed:
            yield f"{number}  {layout.name or '–'}: {', '.join(_word(slot) for slot in layout.missed)}"


def _number_size(theme: Theme) -> Iterator[str]:
    """A word where the slide's number is smaller than the template's master has it, or there is none."""
    template = theme.template
    assert template is not None
    if not any(slot.type == "sldNum" for slot in template.footers):
        yield "number    none: the slide layout that all others join has no slot for it"
    own = next((each.slots for each in template.layouts if each.part == template.base), ())
    sizes = {each.type: each.body.levels[0].size * template.scale for each in own}
    for slot in template.footers:
        wanted, given = sizes.get(slot.type, 0.0), slot.body.levels[0].size * template.scale
        if slot.type == "sldNum" and given < wanted - _AS_LARGE:
            yield f"number    {given:.0f} pt, as its slot has no room for {wanted:.0f} pt"


def _fonts(theme: Theme) -> Iterator[str]:
    """The fonts for letters, with who has them, and whether their widths are known."""
    template = theme.template
    assert template is not None
    unknown = Typesetter(theme, Language("en")).unknown_fonts
    for font in dict.fromkeys((theme.major.latin, theme.minor.latin)):
        carried = font.casefold() in template.embedded
        where = "in the template" if carried else "with Windows or Office" if is_everywhere(font) else "not everywhere"
        yield f"{font} ({where}{'; measured with room to spare' if font in unknown else ''})"


def uses_of(theme: Theme, layout: UnderstoodLayout) -> Iterator[str]:
    """What one of its slide layouts is used for."""
    template = theme.template
    assert template is not None
    for use, words in _USES.items():
        own = theme.own_layout(use)  # type: ignore[arg-type]
        if own and layout.part in (own.native, own.joins):
            yield words
    if template.base == layout.part:
        yield _BASE


def map_of(theme: Theme) -> str:
    """The choices as a file that a person can correct, and an outline's header can name."""
    template = theme.template
    assert template is not None
    numbers = {layout.part: number for number, layout in enumerate(template.layouts, start=1)}
    names = {layout.part: layout.name for layout in template.layouts}
    lines = [
        f"# Which slide layout of {template.name} serves for what, by its number. 0 is none: one that joins it does.",
        "# The outline names this file: theme: {template: …, map: …}",
        "layouts:",
    ]
    parts = {use: own.native or own.joins for use in _USES if (own := theme.own_layout(use))}  # type: ignore[arg-type]
    for use, words in (*_USES.items(), ("base", _BASE)):
        part = template.base if use == "base" else parts.get(use)
        said = f"{names[part]}: {words}" if part else words
        lines.append(f"  {use}: {numbers[part] if part else 0}  # {' '.join(said.split())}")
    return "\n".join(lines) + "\n"


def write_map(theme: Theme, path: Path) -> None:
    """Writes the map. DeckError where there is such a file already."""
    from deck.ground.saving import save

    if path.exists():
        hint = "name another file, or remove that one"
        raise DeckError([Diagnostic("file-exists", f"{path} is there already", Span(str(path)), hint)])
    save(map_of(theme).encode("utf-8"), path)


def layouts_page(theme: Theme) -> str:
    """A page with a picture of each slide layout: its slots, and what it is used for."""
    from deck.export.template_html import LayoutPicture, template_page

    template = theme.template
    assert template is not None
    pictures = []
    for number, layout in enumerate(template.layouts, start=1):
        slots = tuple((_word(slot), *_box(slot)) for slot in layout.slots)
        taken = tuple(_box_of(rect.left, rect.top, rect.width, rect.height) for rect in layout.drawings)
        pictures.append(LayoutPicture(number, layout.name, tuple(uses_of(theme, layout)), slots, taken))
    return template_page(report(theme), theme, pictures)


def _slots(layout: UnderstoodLayout) -> str:
    words = [_word(slot) for slot in layout.slots if not (slot.native and slot.native[0] in _FEET)]
    return ", ".join(words) or "none"


def _word(slot: Placeholder) -> str:
    kind = slot.native[0] if slot.native else slot.type
    return _WORDS.get(kind, {"dt": "date", "ftr": "footer", "sldNum": "number"}.get(kind, kind))


def _box(slot: Placeholder) -> tuple[float, float, float, float]:
    return _box_of(slot.rect.left, slot.rect.top, slot.rect.width, slot.rect.height)


def _box_of(*sides: int) -> tuple[float, float, float, float]:
    left, top, width, height = (side / EMU_PER_UNIT for side in sides)
    return left, top, width, height
