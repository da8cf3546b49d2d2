"""What is known of a template before its look is: its master, its slide layouts, and which of them serves for what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.template.calm_masters import ReadMaster, best_master
from deck.export.pptx.template.choosing import Candidate, chosen, filled
from deck.export.pptx.template.free_area import LOGOS, clear_of_logos, free_area, obstacles
from deck.export.pptx.template.opened_template import OpenedTemplate, slide_size
from deck.export.pptx.template.template_slots import (
    TITLES,
    TemplateMaster,
    TemplateSlot,
    is_foot_on_its_side,
    is_seen,
    layout_slots,
    read_master,
    rescaled_master,
)
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import CONTROL
from deck.model.rescaling import rescaled
from deck.model.template import Use
from deck.model.units import Emu, Rect
from deck.themes import TemplateMap

_SMALL = 0.08
_CLEAR = 0.93
"""A slot that has lost more of itself to a drawing is not filled."""
_HEIGHT = 6_858_000
_HIGHEST_AT_FOOT = 0.55
"""No title that begins higher is one under the text: there would be too little room for that."""
_TOUCH = 91_440
"""How far slots may lie over each other that stand one under the other."""
_NARROWEST, _WIDEST = 1.2, 2.4
_LOWEST_TITLE, _TITLE_TOP, _TITLE_HEIGHT, _LARGEST_TITLE = 0.45, 0.06, 0.14, 36.0
_TEXTS_WANTED: dict[str, int] = {"text": 1, "two-texts": 2, "comparison": 4}


class Understanding:
    """A template's master with its slide layouts, as if slides were 7.5 inches high, and their uses.

    `scale` times as high are its own. `base` is the slide layout that all others join. DeckError where its slides are
    of no usual size, or none of its slide layouts has a title.
    """

    def __init__(self, opened: OpenedTemplate, name: str, span: Span, corrected: TemplateMap) -> None:
        self.opened, self._name, self._span = opened, name, span
        width, height = slide_size(opened.archive, opened.main)
        if not width or not height or not _NARROWEST <= width / height <= _WIDEST:
            message = f"slides of {name} are {width / 360_000:.1f} × {height / 360_000:.1f} cm"
            hint = "they are to be 1.2 to 2.4 times as wide as they are high"
            raise DeckError([Diagnostic("template-size", message, span, hint)])
        # Type of one size looks alike on slides of one height: all is understood as on one 7.5 inches high.
        self.scale = height / _HEIGHT
        self.slide = Rect(Emu(0), Emu(0), Emu(round(width / self.scale)), Emu(_HEIGHT))
        self.master, self.layouts = self._chosen_master()
        self.uses: dict[Use, Candidate] = dict(chosen(self.layouts))
        self.base = self._joined()
        self.uses = {use: each for use, each in self.uses.items() if not self._is_in_the_way(each, use)}
        self._correct(corrected)

    def drawings(self, layout: str) -> Iterator[Rect]:
        """Where a slide layout and its master draw."""
        found = obstacles(self.opened, layout, self.master.part)
        return (rescaled(each, 1 / self.scale) for each in found)

    def title(self) -> TemplateSlot:
        """The title over content, or under it, beside the logos that stand in its place."""
        whole = self.whole_title()
        return replace(whole, rect=self._beside_logos(whole, self.base.part))

    def whole_title(self) -> TemplateSlot:
        """The same with what logos take of its place: where the base or its master has it; where that is in the middle,
        at the top."""
        title = self.base.title
        assert title is not None
        for each in (title, self.master.slots.get("title")):
            if each is None or each.text.vertical or not is_seen(each, self.slide):
                continue
            if each.rect.bottom <= _LOWEST_TITLE * self.slide.height or self._is_under_text(each):
                return each
        top, height = (Emu(round(share * self.slide.height)) for share in (_TITLE_TOP, _TITLE_HEIGHT))
        (style,) = title.text.levels
        small = replace(style, size=min(style.size, _LARGEST_TITLE), minimum_size=min(style.minimum_size, 20))
        text = replace(title.text, levels=(small,), anchor="middle")
        return replace(title, rect=Rect(title.rect.left, top, title.rect.width, height), text=text)

    def text_slot(self) -> TemplateSlot:
        """The slot of text: that of title and text, or the master's, or all that is under the title."""
        text = self.uses.get("text")
        if text:
            return filled(text, "text")[0]
        body = self.master.slots.get("body")
        if (
            body
            and is_seen(body, self.slide)
            and self.whole_title() in (self.base.title, self.master.slots.get("title"))
        ):
            return body
        title = self.title()
        bottom = min([self.slide.height * 9 // 10, *(each.rect.top for each in self.base.slots if each.kind == "ftr")])
        top = title.rect.bottom
        rect = Rect(title.rect.left, top, title.rect.width, Emu(max(1, bottom - top)))
        # In the look of the master's text, where it has one.
        return replace(body or title, kind="body", rect=rect)

    def _beside_logos(self, title: TemplateSlot, layout: str) -> Rect:
        found = obstacles(self.opened, layout, self.master.part, LOGOS)
        return clear_of_logos(title.rect, (rescaled(each, 1 / self.scale) for each in found), self.slide)

    def _is_under_text(self, title: TemplateSlot) -> bool:
        """Whether the master has its text over this title, low on the slide."""
        body = self.master.slots.get("body")
        if body is None or title.rect.top < _HIGHEST_AT_FOOT * self.slide.height:
            return False
        return title.rect.top >= body.rect.bottom - _TOUCH and is_seen(body, self.slide)

    def background(self, part: str) -> bytes:
        """A slide layout's own ground, if it has one."""
        found = self.opened.archive.tree(part).find("p:cSld/p:bg", PREFIXES)
        return b"" if found is None else etree.tostring(found)

    def _chosen_master(self) -> tuple[TemplateMaster, Sequence[Candidate]]:
        """The master that serves best, with its slide layouts."""
        masters = []
        for part, parts in self.opened.masters:
            master = rescaled_master(read_master(self.opened, part), 1 / self.scale)
            layouts = [self._candidate(each, master) for each in parts]
            masters.append(ReadMaster(self.opened, master, layouts, self.slide, self.scale))
        best = best_master(masters)
        if best.worth == 0:
            outside = any(slot.kind in TITLES for each in best.layouts for slot in each.missed)
            where, hint = (
                (" on the slide: all lie outside", "move one there") if outside else ("", "add a title to one")
            )
            message = f"no slide layout of {self._name} has a title{where}"
            hint = f"{hint} in PowerPoint: View, Slide Master"
            raise DeckError([Diagnostic("template-title", message, self._span, hint)])
        return best.master, best.layouts

    def _candidate(self, part: str, master: TemplateMaster) -> Candidate:
        root = self.opened.archive.tree(part)
        common = root.find("p:cSld", PREFIXES)
        name = CONTROL.sub("", common.get("name", "")) if common is not None else ""
        slots = rescaled(tuple(layout_slots(self.opened, part, master)), 1 / self.scale)
        missed = tuple(each for each in slots if not is_seen(each, self.slide) or is_foot_on_its_side(each))
        slots = tuple(each for each in slots if each not in missed)
        return Candidate(part, name, root.get("type", ""), slots, self.slide.width, self.slide.height, missed)

    def _joined(self) -> Candidate:
        """The slide layout whose ground and decoration our own share: title and text, or that with a title alone."""
        text = self.uses.get("text")
        # Small slots that stay empty make it no other slide layout.
        alone = [
            each
            for each in self.layouts
            if each.title and not each.others and all(each.share(slot.rect) < _SMALL for slot in each.texts)
        ]
        if text and text.title:
            ground = self.background(text.part)
            same = [
                each
                for each in alone
                if each.title and each.title.rect == text.title.rect and self.background(each.part) == ground
            ]
            return same[0] if same else text
        usual = self.master.slots.get("title")
        taken = list(self.uses.values())
        # That with the master's own title, rather than with one in its middle.
        spare = [each for each in alone if each is not self.uses.get("cover")]
        spare.sort(key=lambda each: (not (usual and each.title and each.title.rect == usual.rect), each in taken))
        return next(iter([*spare, *(each for each in self.layouts if each.title)]))

    def _is_in_the_way(self, layout: Candidate, use: Use) -> bool:
        """Whether a logo or a drawing stands in a slide layout's own slots for text, or a logo in its title's."""
        places = list(self.drawings(layout.part))
        if layout.title:
            whole, free = layout.title.rect, self._beside_logos(layout.title, layout.part)
            if free.width * free.height < _CLEAR * whole.width * whole.height:
                return True
        return any(
            free_area(each.rect, iter(places), self.slide).width * free_area(each.rect, iter(places), self.slide).height
            < _CLEAR * each.rect.width * each.rect.height
            for each in filled(layout, use)
        )

    def _correct(self, corrected: TemplateMap) -> None:
        """Has the slide layouts that a person names in the place of those that were found."""
        for use, number in corrected.layouts.items():
            span = corrected.spans[use]
            if number > len(self.layouts):
                message = f"{self._name} has {len(self.layouts)} slide layouts, and this is number {number}"
                raise DeckError([Diagnostic("template-map", message, span, "`template FILE` lists them")])
            layout = self.layouts[number - 1] if number else None
            if layout and (lacks := _lacking(layout, use)):
                message = f"slide layout {number} of {self._name}, “{layout.name}”, has no slot for a {lacks}"
                raise DeckError([Diagnostic("template-map", message, span, "name another one, or 0 for none")])
            if use == "base" and layout:
                self.base = layout
            else:
                self.uses = {each: other for each, other in self.uses.items() if each != use}
                if layout:
                    self.uses[use] = layout  # type: ignore[index]


def _lacking(layout: Candidate, use: str) -> str | None:
    """What a slide layout has no slot for that this use fills."""
    if not layout.title:
        return "title"
    if use == "picture" and not any(each.kind == "pic" for each in layout.others):
        return "picture"
    count = _TEXTS_WANTED.get(use, 0)
    if len(layout.texts) < count:
        return "text" if count == 1 else f"{('second', 'third', 'fourth')[len(layout.texts) - 1]} text"
    return None
