"""A template's bytes → a theme: its palette, fonts, type and places, and which of its slide layouts serve for what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.choosing import Candidate, chosen, filled
from deck.export.pptx.template.free_area import free_area, obstacles
from deck.export.pptx.template.opened_template import OpenedTemplate, UnusableTemplateError, open_template
from deck.export.pptx.template.palette import Colours, ground_of, renamed, shades, with_shades
from deck.export.pptx.template.template_slots import (
    TITLES,
    TemplateMaster,
    TemplateSlot,
    layout_slots,
    read_master,
    rescaled_master,
)
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.model.recolouring import Thing, recoloured
from deck.model.rescaling import rescaled
from deck.model.shapes import Placeholder, PlaceholderType, SlideKind, SlideLayout
from deck.model.style import Colour, FontRole, TextBody, TextStyle
from deck.model.template import Template, UnderstoodLayout, Use
from deck.model.theme import Fonts, Grid, Look, Marks, Theme
from deck.model.units import EMU_PER_UNIT, Emu, Rect

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
_CLEAR = 0.93
"""A slot that has lost more of itself to a drawing is not filled."""
_HEIGHT = 6_858_000
_NARROWEST, _WIDEST = 1.2, 2.4
_GAP = 1.5


def read_template(data: bytes, name: str, span: Span, base: Callable[[bool], Theme]) -> Theme:
    """The theme of this template. What it does not say is that of `base`, for a dark look or a light one.

    DeckError where it cannot be used.
    """
    try:
        return _Reading(open_template(data, name), data, name).theme(base)
    except UnusableTemplateError as error:
        raise DeckError([Diagnostic(error.code, error.message, span, error.hint)]) from None


class _Reading:
    def __init__(self, opened: OpenedTemplate, data: bytes, name: str) -> None:
        self._opened, self._data, self._name = opened, data, name
        size = opened.archive.tree(opened.main).find("p:sldSz", PREFIXES)
        width, height = (int(size.get(each, "0")) if size is not None else 0 for each in ("cx", "cy"))
        if not width or not height or not _NARROWEST <= width / height <= _WIDEST:
            message = f"slides of {name} are {width / 360_000:.1f} × {height / 360_000:.1f} cm"
            hint = "they are to be 1.2 to 2.4 times as wide as they are high"
            raise UnusableTemplateError("template-size", message, hint)
        # Type of one size looks alike on slides of one height: all is understood as on one 7.5 inches high.
        self._scale = height / _HEIGHT
        self._slide = Rect(Emu(0), Emu(0), Emu(round(width / self._scale)), Emu(_HEIGHT))
        self._master, self._layouts = self._chosen_master()
        self._uses = chosen(self._layouts)
        self._base = self._joined()
        self._uses = {use: each for use, each in self._uses.items() if not self._is_in_the_way(each, use)}

    def theme(self, base: Callable[[bool], Theme]) -> Theme:
        master, colours = self._master, self._master.colours
        body = self._text_slot()
        tree = self._opened.archive.tree
        background = tree(self._base.part).find("p:cSld/p:bg", PREFIXES)
        if background is None:
            background = tree(master.part).find("p:cSld/p:bg", PREFIXES)
        text = body.text.levels[0].colour
        ground = ground_of(colours, background) or _opposite(colours, text)
        made = shades(colours, ground, text)
        palette = with_shades(colours, made)
        plain = replace(base(False), palette=palette)
        plain = replace(base(True), palette=palette) if plain.is_dark else plain
        title = self._base.title
        assert title is not None
        grid = self._grid(title, body)

        def named(thing: Thing) -> Thing:
            return recoloured(thing, lambda colour: renamed(colours, made, colour))

        slots = {_kind(each): _placeholder(each, index, named) for index, each in enumerate(master.slots.values())}
        fonts: dict[FontRole, str] = {}
        if title.text.font:
            fonts["major"] = title.text.font
        if body.text.font:
            fonts["minor"] = body.text.font
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
                    each.part, each.name, tuple(_placeholder(slot, slot.idx, named) for slot in each.slots)
                )
                for each in self._layouts
            ),
            scale=self._scale,
            fonts=fonts,
        )
        major, minor = self._fonts(plain)
        return replace(
            plain,
            name=self._theme_name(),
            description=None,
            major=replace(major, latin=title.text.font or major.latin),
            minor=replace(minor, latin=body.text.font or minor.latin),
            grid=grid,
            styles=_styles(plain, named(title.text.levels[0]), named(body.text.levels), template),
            looks={kind: _look(look, kind, plain) for kind, look in plain.looks.items()},
            marks=Marks(title=None, rule=None, bar=plain.marks.bar, cap=plain.marks.cap),
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
            raise UnusableTemplateError("template-title", message, hint)
        return best[1:]

    def _candidate(self, part: str, master: TemplateMaster) -> Candidate:
        root = self._opened.archive.tree(part)
        common = root.find("p:cSld", PREFIXES)
        name = common.get("name", "") if common is not None else ""
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
            same = [each for each in alone if each.title and each.title.rect == text.title.rect]
            return same[0] if same else text
        spare = [each for each in alone if each not in self._uses.values()]
        return next(iter([*spare, *(each for each in self._layouts if each.title)]))

    def _text_slot(self) -> TemplateSlot:
        """The slot of text: that of title and text, or the master's, or all that is under the title."""
        text = self._uses.get("text")
        if text:
            return filled(text, "text")[0]
        if body := self._master.slots.get("body"):
            return body
        title = self._base.title
        assert title is not None
        bottom = min(
            [self._slide.height * 9 // 10, *(each.rect.top for each in self._base.slots if each.kind == "ftr")]
        )
        top = title.rect.bottom
        return replace(title, kind="body", rect=Rect(title.rect.left, top, title.rect.width, Emu(max(1, bottom - top))))

    def _grid(self, title: TemplateSlot, body: TemplateSlot) -> Grid:
        area = free_area(body.rect, self._obstacles(), self._slide)
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

    def _obstacles(self) -> Iterator[Rect]:
        found = obstacles(self._opened, self._base.part, self._master.part)
        return (rescaled(each, 1 / self._scale) for each in found)

    def _is_in_the_way(self, layout: Candidate, use: Use) -> bool:
        """Whether a logo or a drawing stands in one of a slide layout's own slots for text."""
        places = [rescaled(each, 1 / self._scale) for each in obstacles(self._opened, layout.part, self._master.part)]
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

    def _theme_name(self) -> str:
        return self._opened.archive.tree(self._opened.theme(self._master.part)).get("name", "") or self._name


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
    plain: Theme, title: TextStyle, levels: tuple[TextStyle, ...], template: Template
) -> Mapping[str, TextStyle]:
    """The type scale of the base, with the template's own for titles, texts and feet."""
    found = dict(plain.styles)
    found["title"] = title
    for number, level in enumerate(levels, start=1):
        found[f"body-{number}"] = level
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
