"""A template's bytes → a theme: its palette, fonts, type and places, and which of its slide layouts serve for what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.choosing import Candidate, chosen, filled
from deck.export.pptx.template.free_area import drawings, free_area, obstacles, shows_master
from deck.export.pptx.template.opened_template import OpenedTemplate, damage_told, open_template
from deck.export.pptx.template.palette import Colours, ground_of, renamed, shades, with_shades
from deck.export.pptx.template.template_slots import (
    TITLES,
    TemplateMaster,
    TemplateSlot,
    layout_slots,
    place_of,
    read_master,
    rescaled_master,
)
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import CONTROL
from deck.model.contrast import LEAST, contrast
from deck.model.recolouring import Thing, recoloured
from deck.model.rescaling import rescaled
from deck.model.shapes import Placeholder, PlaceholderType, SlideKind, SlideLayout
from deck.model.style import Colour, TextBody, TextStyle
from deck.model.template import Template, UnderstoodLayout, Use
from deck.model.theme import Fonts, Grid, Look, Marks, Theme
from deck.model.units import EMU_PER_UNIT, Emu, Rect
from deck.themes import TemplateMap

_KINDS: Mapping[Use, SlideKind] = {
    "cover": "cover",
    "divider": "divider",
    "text": "content",
    "two-texts": "content",
    "picture": "content",
}
_FIRST_IDX, _FOOTER_IDX, _NUMBER_IDX = 13, 11, 12
_GUTTER = 3.0
_SMALL = 0.08
_COVERING = 0.4
_LOWEST_TITLE, _TITLE_TOP, _TITLE_HEIGHT, _LARGEST_TITLE = 0.45, 0.06, 0.14, 36.0
_USUAL_ROOM, _SMALLEST, _LEAST_SIZE = 59.0, 0.75, 10.5
"""How high the content is that the known themes' sizes are for, and how much smaller they are in less room."""
_CLEAR = 0.93
"""A slot that has lost more of itself to a drawing is not filled."""
_HEIGHT = 6_858_000
_NARROWEST, _WIDEST = 1.2, 2.4
_GAP = 1.5


def read_template(data: bytes, name: str, span: Span, base: Callable[[bool], Theme], corrected: TemplateMap) -> Theme:
    """The theme of this template. What it does not say is that of `base`, for a dark look or a light one.

    `corrected` is what a person knows better: which of its slide layouts serves for what, and its fonts' files.

    DeckError where it cannot be used.
    """
    opened = open_template(data, name, span)
    with damage_told(name, span):
        return _Reading(opened, data, name, span, corrected).theme(base)


class _Reading:
    def __init__(self, opened: OpenedTemplate, data: bytes, name: str, span: Span, corrected: TemplateMap) -> None:
        self._opened, self._data, self._name, self._span, self._corrected = opened, data, name, span, corrected
        size = opened.archive.tree(opened.main).find("p:sldSz", PREFIXES)
        width, height = (int(size.get(each, "0")) if size is not None else 0 for each in ("cx", "cy"))
        if not width or not height or not _NARROWEST <= width / height <= _WIDEST:
            message = f"slides of {name} are {width / 360_000:.1f} × {height / 360_000:.1f} cm"
            hint = "they are to be 1.2 to 2.4 times as wide as they are high"
            raise DeckError([Diagnostic("template-size", message, span, hint)])
        # Type of one size looks alike on slides of one height: all is understood as on one 7.5 inches high.
        self._scale = height / _HEIGHT
        self._slide = Rect(Emu(0), Emu(0), Emu(round(width / self._scale)), Emu(_HEIGHT))
        self._master, self._layouts = self._chosen_master()
        self._uses: dict[Use, Candidate] = dict(chosen(self._layouts))
        self._base = self._joined()
        self._uses = {use: each for use, each in self._uses.items() if not self._is_in_the_way(each, use)}
        self._correct()

    def theme(self, base: Callable[[bool], Theme]) -> Theme:
        master, colours = self._master, self._master.colours
        body = self._text_slot()
        tree = self._opened.archive.tree
        background = tree(self._base.part).find("p:cSld/p:bg", PREFIXES)
        if background is None:
            background = tree(master.part).find("p:cSld/p:bg", PREFIXES)
        text = body.text.levels[0].colour
        sheet = ground_of(colours, background)
        ground = self._drawn_ground(body, sheet) or _opposite(colours, text)
        made = shades(colours, ground, text)
        palette = with_shades(colours, made)
        plain = replace(base(False), palette=palette)
        plain = replace(base(True), palette=palette) if plain.is_dark else plain
        title = self._title()
        grid = self._grid(title, body)

        def named(thing: Thing) -> Thing:
            return recoloured(thing, lambda colour: renamed(colours, made, colour))

        slots = {_kind(each): _placeholder(each, index, named) for index, each in enumerate(master.slots.values())}
        fonts = self._unnamed(plain)
        if title.text.font:
            fonts["+mj-lt"] = title.text.font
        if body.text.font:
            fonts["+mn-lt"] = body.text.font
        template = Template(
            name=self._name,
            data=self._data,
            master=master.part,
            base=self._base.part,
            own={use: _own(layout, use, named) for use, layout in self._uses.items()},
            slots=slots,
            title=_placeholder(title, 0, named),
            footers=tuple(
                _placeholder(each, _FOOTER_IDX if each.kind == "ftr" else _NUMBER_IDX, named)
                for each in self._base.slots
                if each.kind in ("ftr", "sldNum")
            ),
            shades=made,
            layouts=tuple(
                UnderstoodLayout(
                    each.part,
                    each.name,
                    tuple(_placeholder(slot, slot.idx, named) for slot in each.slots),
                    tuple(self._drawings(each.part)),
                )
                for each in self._layouts
            ),
            scale=self._scale,
            fonts=fonts,
            plain=ground == sheet,
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
            styles=_styles(plain, named(title.text.levels[0]), named(body.text.levels), template, grid),
            looks={kind: _look(look, kind, plain) for kind, look in plain.looks.items()},
            marks=Marks(title=None, rule=None, bar=plain.marks.bar, cap=plain.marks.cap),
            grounds=plain.grounds if plain.is_dark else replace(plain.grounds, veil=Colour("dk1", 50)),
            logo=None,
            spans={},
            template=template,
        )

    def _chosen_master(self) -> tuple[TemplateMaster, list[Candidate]]:
        """The first master with slide layouts that serve for most uses."""
        best: tuple[int, TemplateMaster, list[Candidate]] | None = None
        for part, parts in self._opened.masters:
            master = rescaled_master(read_master(self._opened, part), 1 / self._scale)
            layouts = [self._candidate(each, master) for each in parts]
            count = len(chosen(layouts)) + any(each.title for each in layouts)
            if best is None or count > best[0]:
                best = (count, master, layouts)
        assert best is not None
        if best[0] == 0:
            message = f"no slide layout of {self._name} has a title"
            hint = "add a title to one in PowerPoint: View, Slide Master"
            raise DeckError([Diagnostic("template-title", message, self._span, hint)])
        return best[1:]

    def _correct(self) -> None:
        """Has the slide layouts that a person names in the place of those that were found."""
        for use, number in self._corrected.layouts.items():
            span = self._corrected.spans[use]
            if number > len(self._layouts):
                message = f"{self._name} has {len(self._layouts)} slide layouts, and this is number {number}"
                raise DeckError([Diagnostic("template-map", message, span, "`template FILE` lists them")])
            layout = self._layouts[number - 1] if number else None
            if layout and (not layout.title or (use == "text" and not layout.texts)):
                lacks = "title" if not layout.title else "text"
                message = f"slide layout {number} of {self._name}, “{layout.name}”, has no slot for a {lacks}"
                raise DeckError([Diagnostic("template-map", message, span, "name another one, or 0 for none")])
            if use == "base" and layout:
                self._base = layout
            else:
                self._uses = {each: other for each, other in self._uses.items() if each != use}
                if layout:
                    self._uses[use] = layout  # type: ignore[index]

    def _candidate(self, part: str, master: TemplateMaster) -> Candidate:
        root = self._opened.archive.tree(part)
        common = root.find("p:cSld", PREFIXES)
        name = CONTROL.sub("", common.get("name", "")) if common is not None else ""
        slots = rescaled(tuple(layout_slots(self._opened, part, master)), 1 / self._scale)
        return Candidate(part, name, root.get("type", ""), slots, self._slide.width, self._slide.height)

    def _joined(self) -> Candidate:
        """The slide layout whose ground and decoration our own share: title and text, or that with a title alone."""
        text = self._uses.get("text")
        # Small slots that stay empty make it no other slide layout.
        alone = [
            each
            for each in self._layouts
            if each.title and not each.others and all(each.share(slot.rect) < _SMALL for slot in each.texts)
        ]
        if text and text.title:
            ground = self._background(text.part)
            same = [
                each
                for each in alone
                if each.title and each.title.rect == text.title.rect and self._background(each.part) == ground
            ]
            return same[0] if same else text
        spare = [each for each in alone if each not in self._uses.values()]
        return next(iter([*spare, *(each for each in self._layouts if each.title)]))

    def _title(self) -> TemplateSlot:
        """The title over content: where the base has it, or at the top, where that has none but in its middle."""
        title = self._base.title
        assert title is not None
        if title.rect.bottom <= _LOWEST_TITLE * self._slide.height:
            return title
        top, height = (Emu(round(share * self._slide.height)) for share in (_TITLE_TOP, _TITLE_HEIGHT))
        (style,) = title.text.levels
        small = replace(style, size=min(style.size, _LARGEST_TITLE), minimum_size=min(style.minimum_size, 20))
        text = replace(title.text, levels=(small,), anchor="middle")
        return replace(title, rect=Rect(title.rect.left, top, title.rect.width, height), text=text)

    def _drawn_ground(self, body: TemplateSlot, ground: Colour | None) -> Colour | None:
        """The ground behind the text: a drawing that covers most of the slide stands before the sheet's own."""
        shapes = []
        if shows_master(self._opened, self._base.part):
            shapes += drawings(self._opened, self._master.part)
        shapes += drawings(self._opened, self._base.part)
        x, y = body.rect.left + body.rect.width // 2, body.rect.top + body.rect.height // 2
        for shape in shapes:
            place = place_of(shape)
            place = rescaled(place, 1 / self._scale) if place else None
            if place is None or not (place.left <= x < place.right and place.top <= y < place.bottom):
                continue
            if place.width * place.height < _COVERING * self._slide.width * self._slide.height:
                continue
            if etree.QName(shape).localname == "pic":
                ground = None
            elif (fill := shape.find("p:spPr/a:solidFill", PREFIXES)) is not None:
                ground = self._master.colours.colour(fill) or ground
        return ground

    def _background(self, part: str) -> bytes:
        """A slide layout's own ground, if it has one."""
        found = self._opened.archive.tree(part).find("p:cSld/p:bg", PREFIXES)
        return b"" if found is None else etree.tostring(found)

    def _text_slot(self) -> TemplateSlot:
        """The slot of text: that of title and text, or the master's, or all that is under the title."""
        text = self._uses.get("text")
        if text:
            return filled(text, "text")[0]
        body = self._master.slots.get("body")
        if body and self._base.title == self._title():
            return body
        title = self._title()
        bottom = min(
            [self._slide.height * 9 // 10, *(each.rect.top for each in self._base.slots if each.kind == "ftr")]
        )
        top = title.rect.bottom
        return replace(title, kind="body", rect=Rect(title.rect.left, top, title.rect.width, Emu(max(1, bottom - top))))

    def _grid(self, title: TemplateSlot, body: TemplateSlot) -> Grid:
        area = free_area(body.rect, self._drawings(self._base.part), self._slide)
        insets = body.text.insets
        left = (area.left + insets.start) / EMU_PER_UNIT
        right = (area.right - insets.end) / EMU_PER_UNIT
        top = max((area.top + insets.top) / EMU_PER_UNIT, title.rect.bottom / EMU_PER_UNIT + _GAP * 0.5)
        bottom = (area.bottom - insets.bottom) / EMU_PER_UNIT
        width, height = self._slide.width / EMU_PER_UNIT, self._slide.height / EMU_PER_UNIT
        feet = [each.rect for each in self._base.slots if each.kind in ("ftr", "sldNum") and each.rect.top > area.top]
        foot = min((each.top / EMU_PER_UNIT for each in feet), default=height - 6)
        bottom = min(bottom, foot - _GAP) if foot > top else bottom
        return Grid(
            width=width,
            height=height,
            margin=left,
            end_margin=width - right,
            columns=12,
            gutter=_GUTTER * width / 160,
            title_top=title.rect.top / EMU_PER_UNIT,
            title_height=title.rect.height / EMU_PER_UNIT,
            body_top=top,
            body_bottom=bottom,
            footer_rule=foot - _GAP / 2,
            footer_top=foot,
            footer_height=max((each.height for each in feet), default=EMU_PER_UNIT * 4) / EMU_PER_UNIT,
        )

    def _drawings(self, layout: str) -> Iterator[Rect]:
        """Where a slide layout and its master draw."""
        found = obstacles(self._opened, layout, self._master.part)
        return (rescaled(each, 1 / self._scale) for each in found)

    def _is_in_the_way(self, layout: Candidate, use: Use) -> bool:
        """Whether a logo or a drawing stands in one of a slide layout's own slots for text."""
        places = list(self._drawings(layout.part))
        return any(
            free_area(each.rect, iter(places), self._slide).width
            * free_area(each.rect, iter(places), self._slide).height
            < _CLEAR * each.rect.width * each.rect.height
            for each in filled(layout, use)
        )

    def _fonts(self, plain: Theme) -> tuple[Fonts, Fonts]:
        found = []
        for kind, usual in (("major", plain.major), ("minor", plain.minor)):
            element = next(
                self._opened.archive.find(self._opened.theme(self._master.part), f"//a:fontScheme/a:{kind}Font"), None
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
        theme = self._opened.theme(self._master.part)
        for kind, reference, fonts in (("major", "+mj-cs", plain.major), ("minor", "+mn-cs", plain.minor)):
            named = f"//a:fontScheme/a:{kind}Font/a:cs/@typeface"
            listed = f"//a:fontScheme/a:{kind}Font/a:font[@script='Arab']/@typeface"
            if not any(self._opened.archive.values(theme, f"{named} | {listed}")):
                found[reference] = fonts.complex_script
        return found

    def _measured(self, fonts: Fonts) -> Fonts:
        """The fonts with the files that a person names for them."""
        named = {fonts.latin, fonts.east_asian, fonts.complex_script, fonts.mono, *fonts.scripts.values()}
        return replace(fonts, files={name: file for name, file in self._corrected.files.items() if name in named})

    def _theme_name(self) -> str:
        name = self._opened.archive.tree(self._opened.theme(self._master.part)).get("name", "")
        return CONTROL.sub("", name) or self._name


def _own(layout: Candidate, use: Use, named: Callable[[TextBody], TextBody]) -> SlideLayout:
    """The slide layout as ours: its title, then its texts and pictures from left to right, then its foot."""
    kind = _KINDS[use]
    slots = []
    if layout.title:
        slots.append(_placeholder(layout.title, 0, named))
    slots += [_placeholder(each, _FIRST_IDX + number, named) for number, each in enumerate(filled(layout, use))]
    for each in layout.slots:
        # A title slide says neither where it is nor what it belongs to.
        if each.kind in ("ftr", "sldNum") and kind != "cover":
            slots.append(_placeholder(each, _FOOTER_IDX if each.kind == "ftr" else _NUMBER_IDX, named))
    return SlideLayout(layout.name or layout.part, Colour("lt1"), (), tuple(slots), kind, native=layout.part)


def _placeholder(slot: TemplateSlot, idx: int, named: Callable[[TextBody], TextBody]) -> Placeholder:
    body = named(TextBody(slot.text.levels, slot.text.insets, slot.text.anchor))
    return Placeholder(idx, _kind(slot), slot.name, slot.rect, body, "", (slot.kind, slot.idx))


def _kind(slot: TemplateSlot) -> PlaceholderType:
    if slot.kind in TITLES:
        return "title"
    known: dict[str, PlaceholderType] = {"subTitle": "subTitle", "pic": "pic", "ftr": "ftr", "sldNum": "sldNum"}
    return known.get(slot.kind, "body")


def _opposite(colours: Colours, text: Colour) -> Colour:
    """The ground that a text's colour is for, where it is a picture."""
    dark = sum(colours.rgb(text)) > 3 * 128
    both = sorted((Colour("lt1"), Colour("dk1")), key=lambda each: sum(colours.rgb(each)))
    return both[0] if dark else both[1]


def _styles(
    plain: Theme, title: TextStyle, levels: tuple[TextStyle, ...], template: Template, grid: Grid
) -> Mapping[str, TextStyle]:
    """The type scale of the base, smaller where there is less room, with the template's own titles, texts and feet."""
    share = min(1.0, max(_SMALLEST, grid.body_height / _USUAL_ROOM))
    found = {name: _smaller(style, share) for name, style in plain.styles.items()}
    found["title"] = title
    for number, level in enumerate(levels, start=1):
        faint = contrast(plain.rgb(level.colour), plain.rgb(Colour("lt1"))) < LEAST
        found[f"body-{number}"] = replace(level, colour=Colour("dk1")) if faint else level
    for slot in template.footers:
        found["footer" if slot.type == "ftr" else "slide-number"] = slot.body.levels[0]
    found["key-figure-label"] = replace(found["key-figure-label"], colour=Colour("dk1" if plain.is_dark else "lt1"))
    return found


def _look(look: Look, kind: SlideKind, plain: Theme) -> Look:
    """How a kind of slide is dressed that the template has none of: its colours, and no decoration."""
    ground = look.ground
    if kind == "quote" and not plain.is_dark:
        ground = Colour("accent1")
    return replace(look, ground=ground, decoration=())


def _smaller(style: TextStyle, share: float) -> TextStyle:
    """The style at this share of its sizes, and less where it must fit; none smaller than what can be read."""
    made = rescaled(style, share)
    size = max(made.size, min(style.size, _LEAST_SIZE))
    least = max(_SMALLEST * made.minimum_size, min(style.minimum_size, _LEAST_SIZE))
    return replace(made, size=size, minimum_size=min(size, least))
