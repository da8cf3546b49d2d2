"""A template's bytes → a theme: its palette, fonts, type and places, and which of its slide layouts serve for what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.backdrops import SLOT, Backdrops, Slots
from deck.export.pptx.template.free_area import free_area
from deck.export.pptx.template.native_layouts import Named, foot, native_layout, placeholder, type_of
from deck.export.pptx.template.opened_template import damage_told, open_template
from deck.export.pptx.template.palette import opposite, renamed, shades, with_shades
from deck.export.pptx.template.places import place_of
from deck.export.pptx.template.room import drawn_ground, grid_of, is_free, roomy_foot, sheets_ground
from deck.export.pptx.template.sides import is_over_picture, keep_sides, stand_clear
from deck.export.pptx.template.template_slots import TemplateSlot, placeholders
from deck.export.pptx.template.type_scale import look, styles
from deck.export.pptx.template.understanding import Understanding
from deck.ground.diagnostics import Span
from deck.ground.files import CONTROL
from deck.model.dressing import Marks
from deck.model.language import Direction
from deck.model.recolouring import Thing, recoloured
from deck.model.shapes import FOOT, AutoShape, Backdrop, SlideLayout
from deck.model.style import Colour
from deck.model.template import Template, UnderstoodLayout
from deck.model.theme import Fonts, Grid, Theme
from deck.model.units import Rect
from deck.themes import TemplateMap

_AIR, _AIR_BESIDE = 1.4, 3.0
"""How far a panel behind content reaches beyond it, up and down and to the sides, in grid units; the foot is a little
farther."""
_OPAQUE = 50
"""The opacity in per cent from which a panel is what words stand on."""


def read_template(data: bytes, name: str, span: Span, base: Callable[[bool], Theme], corrected: TemplateMap) -> Theme:
    """The theme of this template. What it does not say is that of `base`, for a dark look or a light one.

    `corrected` is what a person knows better: which of its slide layouts serves for what, and its fonts' files.

    DeckError where it cannot be used.
    """
    opened = open_template(data, name, span)
    with damage_told(name, span):
        return _Reading(Understanding(opened, name, span, corrected), data, name, corrected).theme(base)


def _opaque(panel: AutoShape | None) -> Colour | None:
    """The colour of a panel that hides most of what is behind it."""
    fill = panel.fill if panel else None
    return replace(fill, alpha=100) if fill and fill.alpha >= _OPAQUE else None


class _Reading:
    def __init__(self, known: Understanding, data: bytes, name: str, corrected: TemplateMap) -> None:
        self._known, self._opened = known, known.opened
        self._data, self._name, self._corrected = data, name, corrected

    def theme(self, base: Callable[[bool], Theme]) -> Theme:
        known, colours = self._known, self._known.master.colours
        title, body = known.title(), known.text_slot()
        text = body.text.levels[0].colour
        sheet = sheets_ground(known)
        backdrops = Backdrops(self._opened, known.master, known.slide, known.scale)
        panel = self._panel(backdrops, body)
        ground = _opaque(panel) or drawn_ground(known, body, sheet) or opposite(colours, text)
        made = shades(colours, ground, text)
        palette = with_shades(colours, made)
        plain = replace(base(False), palette=palette)
        plain = replace(base(True), palette=palette) if plain.is_dark else plain
        grid = grid_of(known, title, body)

        def named(thing: Thing) -> Thing:
            return recoloured(thing, lambda colour: renamed(colours, made, colour))

        def backdrop(part: str, slots: Slots | None = None) -> Backdrop:
            return named(backdrops.of(part, slots))

        slots = {type_of(each): placeholder(each, at, named) for at, each in enumerate(known.master.inherited.values())}

        def sided(layout: SlideLayout) -> SlideLayout:
            kept = self._kept(layout, plain)
            if not kept or not layout.native:
                return layout
            slots = [slot for slot in layout.placeholders if slot.idx in kept]
            native = {slot.native for slot in slots if slot.native and slot.type not in FOOT}
            behind = named(backdrops.of(layout.native, native, keeps=True))
            return replace(layout, kept=kept, backdrop=behind) if stand_clear(slots, behind, known.slide) else layout

        feet = roomy_foot(known, body, grid)
        footer = next((each for each in feet if each.kind == "ftr"), None)
        fonts = self._unnamed(plain)
        if title.text.font:
            fonts["+mj-lt"] = title.text.font
        if body.text.font:
            fonts["+mn-lt"] = body.text.font
        template = Template(
            name=self._name,
            data=self._data,
            master=known.master.part,
            base=known.base.part,
            own={
                use: sided(
                    native_layout(
                        layout,
                        use,
                        named,
                        backdrop,
                        footer if footer and is_free(layout, footer.rect, known) else None,
                        sampled=known.master.sampled,
                    )
                )
                for use, layout in known.uses.items()
            },
            slots=slots,
            title=placeholder(title, 0, named),
            footers=tuple(foot(feet, named)),
            shades=made,
            layouts=tuple(
                UnderstoodLayout(
                    each.part,
                    each.name,
                    tuple(placeholder(slot, slot.idx, named) for slot in each.slots),
                    tuple(known.drawings(each.part)),
                    tuple(placeholder(slot, slot.idx, named) for slot in each.missed),
                )
                for each in known.layouts
            ),
            scale=known.scale,
            fonts=fonts,
            plain=ground == sheet,
            panel=named(panel) if panel else self._calm(backdrop(known.base.part), plain, grid, title, named),
            backdrop=backdrop(known.base.part),
            listed=frozenset({"+mj-cs", "+mn-cs"} - self._named() - set(fonts)),
            embedded=frozenset(
                each.casefold()
                for each in self._opened.archive.values(self._opened.main, "//p:embeddedFont/p:font/@typeface")
            ),
        )
        major, minor = self._fonts(plain)
        return replace(
            plain,
            name=self._theme_name(),
            description=None,
            major=self._measured(replace(major, latin=title.text.font or major.latin)),
            minor=self._measured(replace(minor, latin=body.text.font or minor.latin)),
            grid=grid,
            styles=styles(plain, named(title.text.levels[0]), named(body.text.levels), template, grid),
            looks={kind: look(each, kind, plain) for kind, each in plain.looks.items()},
            marks=Marks(title=None, rule=None, bar=plain.marks.bar, cap=plain.marks.cap),
            grounds=plain.grounds if plain.is_dark else replace(plain.grounds, veil=Colour("dk1", 50)),
            logo=None,
            spans={},
            template=template,
        )

    def _kept(self, layout: SlideLayout, plain: Theme) -> frozenset[int]:
        """The slots of a slide layout made for the usual direction that stay where a picture behind them needs them:
        those that have a place of their own. Others go with their master."""
        made_for = self._opened.made_for[self._known.master.part].direction
        if not layout.native or not layout.backdrop or made_for is Direction.RIGHT_TO_LEFT:
            return frozenset()
        placed = {
            (kind, idx)
            for element, kind, idx in placeholders(self._opened.archive.tree(layout.native))
            if place_of(element)
        }
        own = [slot for slot in layout.placeholders if slot.native in placed]
        words = [slot for slot in own if slot.type in ("title", "body", "subTitle")]
        keep = keep_sides(words, layout.backdrop, plain.rgb, self._known.slide.width)
        return frozenset(slot.idx for slot in own) if keep else frozenset()

    def _panel(self, backdrops: Backdrops, body: TemplateSlot) -> AutoShape | None:
        """What fills the slot of its text, so that this can be read on its ground: our content stands on it, too."""
        text = self._known.uses.get("text")
        drawn = backdrops.of(text.part, {(body.kind, body.idx)}).shapes if text else ()
        fills = [each for each in drawn if isinstance(each, AutoShape) and each.name == SLOT and each.fill]
        return replace(fills[-1], name="Panel", rect=body.rect) if fills else None

    def _calm(self, behind: Backdrop, plain: Theme, grid: Grid, title: TemplateSlot, named: Named) -> AutoShape | None:
        """A panel in the colour of the ground behind our content, where no words are read on the picture there; behind
        the title, too, where that is not."""
        body = Rect.of_units(grid.x(0), grid.body_top, grid.w(grid.columns), grid.body_height)
        if not is_over_picture(Colour("dk1"), body, behind, plain.rgb):
            return None
        top, bottom = grid.body_top, grid.body_bottom
        if is_over_picture(named(title.text.levels[0]).colour, title.rect, behind, plain.rgb):
            top, bottom = min(top, grid.title_top), max(bottom, grid.title_top + grid.title_height)
        beside = min(_AIR_BESIDE, grid.margin / 2)
        at = (grid.x(0) - beside, top - _AIR, grid.w(grid.columns) + 2 * beside, bottom - top + 2 * _AIR)
        drawn = self._known.drawings(self._known.base.part)
        return AutoShape("Panel", free_area(Rect.of_units(*at), drawn, self._known.slide), "rect", Colour("lt1"))

    def _fonts(self, plain: Theme) -> tuple[Fonts, Fonts]:
        found = []
        for kind, usual in (("major", plain.major), ("minor", plain.minor)):
            element = next(
                self._opened.archive.find(self._opened.theme(self._known.master.part), f"//a:fontScheme/a:{kind}Font"),
                None,
            )
            if element is None:
                found.append(usual)
                continue
            latin, east_asian, complex_script = (
                next((each.get("typeface", "") for each in element.iterfind(f"a:{name}", PREFIXES)), "")
                for name in ("latin", "ea", "cs")
            )
            scripts = {
                each.get("script", ""): each.get("typeface", "") for each in element.iterfind("a:font", PREFIXES)
            }
            # Where a theme names no font for a kind of script, PowerPoint takes its list's, and then one of its own.
            found.append(
                Fonts(
                    latin or usual.latin,
                    east_asian or usual.east_asian,
                    complex_script or usual.complex_script,
                    {**usual.scripts, **({"Arab": complex_script} if complex_script else {}), **scripts},
                    usual.mono,
                )
            )
        return found[0], found[1]

    def _unnamed(self, plain: Theme) -> dict[str, str]:
        """Fonts for the complex scripts where the theme names none: what programs take then differs."""
        found = {}
        theme = self._opened.theme(self._known.master.part)
        for kind, reference, fonts in (("major", "+mj-cs", plain.major), ("minor", "+mn-cs", plain.minor)):
            named = f"//a:fontScheme/a:{kind}Font/a:cs/@typeface"
            listed = f"//a:fontScheme/a:{kind}Font/a:font[@script='Arab']/@typeface"
            if not any(self._opened.archive.values(theme, f"{named} | {listed}")):
                found[reference] = fonts.complex_script
        return found

    def _named(self) -> set[str]:
        """The references for which the theme names a font whatever the script."""
        theme = self._opened.theme(self._known.master.part)
        named = {"+mj-cs": "majorFont", "+mn-cs": "minorFont"}
        return {
            reference
            for reference, kind in named.items()
            if any(self._opened.archive.values(theme, f"//a:fontScheme/a:{kind}/a:cs/@typeface"))
        }

    def _measured(self, fonts: Fonts) -> Fonts:
        """The fonts with the files that a person names for them."""
        named = {fonts.latin, fonts.east_asian, fonts.complex_script, fonts.mono, *fonts.scripts.values()}
        return replace(fonts, files={name: file for name, file in self._corrected.files.items() if name in named})

    def _theme_name(self) -> str:
        name = self._opened.archive.tree(self._opened.theme(self._known.master.part)).get("name", "")
        return CONTROL.sub("", name) or self._name
