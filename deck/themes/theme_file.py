"""A theme file → the theme: palette, fonts, grid, type scale, and how each kind of slide is dressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from deck import nodes
from deck.fields.fields_reader import FieldsReader
from deck.fields.findings import MistakenError
from deck.ground.diagnostics import DeckError, Diagnostic, Span, did_you_mean, has_errors
from deck.model.content import ImageFile
from deck.model.dressing import Footer, Grounds, Logo, Look, Marks
from deck.model.shapes import SlideKind
from deck.model.style import Colour
from deck.model.theme import DESIGN_HEIGHT, DESIGN_WIDTH, STYLES, FontFile, Fonts, Grid, Theme
from deck.themes.dressing_fields import LogoFields, LookFields, MarksFields, SlidesFields
from deck.themes.extending import theme_nodes
from deck.themes.font_files import read_font_files
from deck.themes.ornaments import Ornaments
from deck.themes.pictures import read_pictures
from deck.themes.theme_fields import GridFields, ThemeFields
from deck.themes.theme_values import NAMES, READERS
from deck.themes.type_fields import FontsFields

_GROUNDS: Mapping[SlideKind, Colour] = {"content": Colour("lt1")}
_ON_GROUND = Colour("lt1")


def read_theme(
    path: Path, span: Span | None = None, themes: Path | None = None
) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme in this file, without icons, and warnings. `span` is where the file is named.

    `themes` is the folder of the themes that it may extend by name, its own where none is given. DeckError with
    everything that is wrong with it.
    """
    root, text, diagnostics = theme_nodes(path, span, themes or path.parent)
    images, found = read_pictures(root)
    files, unread = read_font_files(root)
    diagnostics += [*found, *unread, *_missing_colours(root)]
    fields = FieldsReader(text, READERS, diagnostics).read(ThemeFields, root)
    diagnostics += _wrong_styles(root)
    if fields is None or has_errors(diagnostics):
        raise DeckError(diagnostics)
    grid = _grid(fields.grid, fields.size)
    looks, found = _looks(fields.slides, Ornaments(grid, fields.drawings, images), root)
    diagnostics += [*found, *_logo_in_the_way(fields.logo, grid, images, root)]
    if has_errors(diagnostics):
        raise DeckError(diagnostics)
    theme = Theme(
        name=fields.name,
        palette={name: getattr(fields.palette, name) for name in NAMES},
        major=_fonts(fields.fonts.major, fields.fonts.mono, files),
        minor=_fonts(fields.fonts.minor, fields.fonts.mono, files),
        styles={name: style.style() for name, style in fields.styles.items()},
        icons={},
        grid=grid,
        looks=looks,
        marks=_marks(fields.marks, grid),
        grounds=Grounds(**vars(fields.grounds)),
        footer=Footer(**vars(fields.footer)),
        logo=_logo(fields.logo, images) if fields.logo else None,
        description=fields.description,
        embed=fields.fonts.embed,
        spans={"": Span(str(path)), **nodes.places(root)},
    )
    return theme, tuple(diagnostics)


def _grid(fields: GridFields, size: tuple[float, float]) -> Grid:
    """The grid on a slide of this size: across, all goes with the width; the foot keeps its distance."""
    width, height = size
    given = dict(vars(fields))
    for name in ("margin", "gutter"):
        given[name] = given[name] * width / DESIGN_WIDTH
    for name in ("body_bottom", "footer_rule", "footer_top"):
        given[name] = given[name] + height - DESIGN_HEIGHT
    return Grid(width=width, height=height, **given)


def _looks(
    fields: SlidesFields, ornaments: Ornaments, root: nodes.Mapping
) -> tuple[dict[SlideKind, Look], list[Diagnostic]]:
    looks: dict[SlideKind, Look] = {}
    found = []
    for name in fields.field_names:
        kind: SlideKind = name  # type: ignore[assignment]
        look: LookFields = getattr(fields, kind)
        try:
            decoration = ornaments.drawn(look.decoration)
        except MistakenError as error:
            span = nodes.span_of(root, f"slides.{kind}.decoration")
            found += [Diagnostic(each.code, each.message, span, each.hint) for each in error.findings]
            continue
        ground = look.ground or _GROUNDS.get(kind, Colour("dk2"))
        looks[kind] = Look(ground, look.number, look.bar, look.mark, look.text_width or Look().text_width, decoration)
    return looks, found


def _marks(fields: MarksFields, grid: Grid) -> Marks:
    mark, rule = fields.title, fields.rule
    at = mark and (grid.across(mark.left), mark.top, grid.across(mark.width), mark.height)
    return Marks(
        title=(mark.colour, at) if mark and at else None,
        rule=(rule.colour, rule.height) if rule else None,
        bar=(grid.across(fields.bar.width), fields.bar.height),
        cap=fields.cap,
    )


def _logo(fields: LogoFields, images: Mapping[str, ImageFile]) -> Logo:
    light = images[fields.light]
    dark = images[fields.dark] if fields.dark else light
    return Logo(light, dark, fields.description, fields.corner, fields.height, fields.clear, frozenset(fields.slides))


def _logo_in_the_way(
    fields: LogoFields | None, grid: Grid, images: Mapping[str, ImageFile], root: nodes.Mapping
) -> Iterator[Diagnostic]:
    """A logo that reaches into the content, or takes half of the title's width."""
    if fields is None:
        return
    span = nodes.span_of(root, "logo.height")
    top, bottom = grid.body_top - grid.title_top, grid.height - grid.body_bottom
    room = (top if fields.corner.startswith("top") else bottom) - fields.clear
    if fields.height > room:
        message = f"a logo {fields.height:g} units high and {fields.clear:g} clear of all else reaches into the content"
        yield Diagnostic("invalid-value", message, span, f"at most {room:g} are there: make it lower")
    width = max(each.width / each.height for each in images.values()) * fields.height if images else 0
    if width > grid.w(grid.columns / 3):
        message = f"a logo {fields.height:g} units high is {width:g} wide, and takes the title's room"
        yield Diagnostic(
            "invalid-value", message, span, f"at most {grid.w(grid.columns / 3):g} are left: make it lower"
        )


def _missing_colours(root: nodes.Mapping) -> Iterable[Diagnostic]:
    """One word for all colours that a palette lacks, which then have stand-ins."""
    palette = root.entries.get("palette")
    if not isinstance(palette, nodes.Mapping):
        return
    missing: list[str] = [name for name in NAMES if name not in palette.entries]
    if not missing:
        return
    there = len(NAMES) - len(missing)
    message = f"a palette has twelve colours, and here are {there}: {_listed(missing)} {_be(missing)} missing"
    hint = "add them; or write `extends: alliance` above, and here only what differs"
    yield Diagnostic("missing-field", message, root.keys["palette"], hint)
    for name in missing:
        palette.entries[name] = nodes.Scalar(palette.span, "000000")
        palette.keys[name] = palette.span


def _listed(names: list[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def _be(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _wrong_styles(root: nodes.Mapping) -> Iterator[Diagnostic]:
    """Styles that the theme lacks, and those that nothing is set in."""
    styles = root.entries.get("styles")
    if not isinstance(styles, nodes.Mapping):
        return
    for name in STYLES:
        if name not in styles.entries:
            message = f"the style `{name}` is missing"
            yield Diagnostic("missing-field", message, root.keys["styles"], f"add `{name}: {{size: …}}` below")
    for name, span in styles.keys.items():
        if name not in STYLES:
            missing = [each for each in STYLES if each not in styles.entries]
            message = f"nothing is set in a style `{name}`"
            yield Diagnostic("unknown-field", message, span, did_you_mean(name, missing or STYLES))


def _fonts(fields: FontsFields, mono: str, files: Mapping[str, FontFile]) -> Fonts:
    named = {fields.latin, fields.east_asian, fields.complex_script, mono, *fields.scripts.values()}
    own = {name: file for name, file in files.items() if name in named}
    return Fonts(fields.latin, fields.east_asian, fields.complex_script, fields.scripts, mono, own)
