"""Another program's slides in Markdown → an outline's, with what they have besides: sections, notes, backgrounds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from deck.fields.slug import distinct, slug
from deck.ground.dataclass import dataclass
from deck.model.language import is_language
from deck.starting.foreign_pictures import ForeignPictures, address_of
from deck.starting.markdown_deck import ForeignDeck
from deck.starting.markdown_slide import ForeignSlide
from deck.starting.nearest_layouts import inline, links_in_notes, literally, notes_of, without_marks
from deck.starting.settling import Slide, Variant
from deck.starting.slide_pages import Page, SlidePages

_REVEALED = ("bullets", "text", "comparison", "picture")
_SHORT, _LONGEST_TITLE = 50, 30


@dataclass(slots=True)
class Taken:
    """What was taken over: the header's fields, the slides, the pictures by their new names, what was left out.

    `lines` has where each slide stood, by its id.
    """

    header: dict[str, str]
    variants: list[Variant]
    pictures: dict[str, Path] = field(default_factory=dict)
    left_out: list[tuple[int, str]] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)


def taken_over(deck: ForeignDeck, folder: Path) -> Taken:
    """The deck's slides for an outline; its pictures lie in `folder`."""
    return _Taking(deck, folder).run()


class _Taking:
    def __init__(self, deck: ForeignDeck, folder: Path) -> None:
        self._deck, self._pictures = deck, ForeignPictures(folder)
        self._ids, self._sections = set[str](), set[str]()
        self.taken = Taken({}, [], self._pictures.taken, list(deck.left_out))

    def run(self) -> Taken:
        matter, slides = self._deck.matter, self._deck.slides
        first = next((without_marks(slide.title) for slide in slides if slide.title), "Slides")
        title = _said(matter.get("title")) or first
        tag = str(matter.get("lang") or matter.get("language") or "en")
        self.taken.header = {
            "title": inline(title),
            "author": _author(matter.get("author") or matter.get("authors")) or "Who presents this",
            "language": tag if is_language(tag.split("-")[0]) else "en",
        }
        section, heading = distinct("slides", self._sections), inline(title)
        if self._deck.by_headings and matter.get("title"):
            below = [said for name in ("subtitle", "institute", "date") if (said := _said(matter.get(name)))]
            cover: Slide = {"layout": "title", "title": inline(title)}
            if below:
                cover["subtitle"] = inline(", ".join(below))
            self._add("cover", section, heading, Page([cover]), 1)
        pages = SlidePages(title, self._pictures, lambda line, what: self.taken.left_out.append((line, what)))
        for number, slide in enumerate(slides):
            found = pages.of(slide, first=number == 0 and not self.taken.variants)
            if not found:
                words = " ".join(" ".join(slide.notes).split())
                self.taken.left_out += [(slide.line, f"notes of an empty slide: {words[:_SHORT]}")] if words else []
                continue
            if len(found) > 1:
                kinds = " and ".join(dict.fromkeys(str(page.candidates[0]["layout"]) for page in found))
                what = f"that this is one slide: its {kinds} stand on {len(found)}, in their order"
                self.taken.left_out.append((slide.line, what))
            next_level = slides[number + 1].level if number + 1 < len(slides) else 0
            begins = found[0].candidates[0]
            if begins["layout"] == "section" or (self._deck.by_headings and 0 < slide.level < next_level):
                heading = str(begins["title"])
                section = distinct(slug(without_marks(heading)), self._sections)
            self._finish(slide, found)
            for page in found:
                self._add(str(slide.settings.get("id") or ""), section, heading, page, slide.line)
        self.taken.left_out += self._pictures.left_out
        return self.taken

    def _add(self, wanted: str, section: str, heading: str, page: Page, line: int) -> None:
        name = distinct(slug(wanted or without_marks(str(page.candidates[0]["title"]))), self._ids)
        self.taken.lines[name] = line
        self.taken.variants.append(_variant(name, section, heading, page))

    def _finish(self, slide: ForeignSlide, pages: list[Page]) -> None:
        """What a slide has besides its layout's fields: its notes on the first page, the others on all."""
        settings = slide.settings
        notes = "\n\n".join(filter(None, map(notes_of, slide.notes)))
        for each in slide.notes:
            self.taken.left_out += ((slide.line, f"where a link in notes leads: {to}") for to in links_in_notes(each))
        hidden = settings.get("hide") == "True" or settings.get("visibility") == "hidden" or "hidden" in settings
        named = [settings.get(name, "") for name in ("background", "background-image", "backgroundimage", "image")]
        said = address_of(next((each for each in named if re.search(r"[./]\w", each)), ""))
        beside = settings.get("layout", "").startswith("image")
        background = self._pictures.path(said, slide.line) if said and not beside else None
        for number, page in enumerate(pages):
            for candidate in page.candidates:
                if notes and number == 0:
                    candidate["notes"] = notes
                if hidden:
                    candidate["hidden"] = True
                if slide.reveals and candidate["layout"] in _REVEALED:
                    candidate["reveal"] = "items"
                if background and candidate["layout"] not in ("headline", "picture"):
                    candidate.setdefault("background", background)
            for at, part in enumerate(page.instead):
                for candidate in part.candidates:
                    own = {
                        name: page.candidates[0][name]
                        for name in ("hidden", "background")
                        if name in page.candidates[0]
                    }
                    candidate |= own | ({"notes": notes} if notes and number == at == 0 else {})


def _variant(name: str, section: str, heading: str, page: Page) -> Variant:
    rest: Slide = {"layout": "section", "title": page.candidates[0]["title"]}
    rest |= {key: page.candidates[0][key] for key in ("notes", "hidden") if key in page.candidates[0]}
    # A title may be too long itself, of signs between which no line ends.
    short = without_marks(str(rest["title"]))
    begins = short[:_LONGEST_TITLE].rpartition(" ")[0] or short[: _LONGEST_TITLE // 3]
    last = [rest, rest | {"title": f"{literally(begins)}…"}] if len(short) > _LONGEST_TITLE else [rest]
    instead = [_variant(name, section, heading, part) for part in page.instead]
    return Variant(name, section, heading, page.candidates if instead else [*page.candidates, *last], instead)


def _said(given: object) -> str:
    """Words of the front matter, which Pandoc may have as lines that each begin with a bar."""
    if not isinstance(given, str | int):
        return ""
    lines = [line.strip().removeprefix("|").strip() for line in str(given).split("\n")]
    return " ".join(filter(None, lines))


def _author(given: object) -> str:
    if isinstance(given, Mapping):
        return _author(given.get("name"))
    if isinstance(given, list):
        return ", ".join(filter(None, map(_author, given)))
    return _said(given)
