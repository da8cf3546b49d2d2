"""Another program's slides in Markdown → an outline's, with what they have besides: sections, notes, backgrounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from deck.fields.slug import distinct, slug
from deck.ground.dataclass import dataclass
from deck.markup.pieces import Piece, pieces
from deck.model.language import is_tag, tag_of
from deck.starting.foreign_deck import ForeignDeck
from deck.starting.foreign_pictures import ForeignPictures, described
from deck.starting.markdown_lines import line_of
from deck.starting.markdown_settings import RUNNING, is_hidden, settings_of_deck, size_of, transition_of
from deck.starting.markdown_slide import ForeignSlide
from deck.starting.nearest_layouts import TEXTS, inline, literally, lost_in_notes, notes_of, without_marks
from deck.starting.settling import Slide, Variant
from deck.starting.slide_pages import Page, SlidePages
from deck.starting.telling import Otherwise, Told, shortly
from deck.starting.title_page import author_of, below_title, words_of

_SHORT, _LONGEST_TITLE = 50, 30
_LINE_BREAK = re.compile(r"\s*\n\s*")
_LOGO = "Logo"
_LANGUAGE = "en"
"""The language of a deck that does not say its own."""


@dataclass(slots=True)
class Taken:
    """What was taken over: the header's fields, the slides, the pictures by their new names, what was left out.

    `lines` has where each slide stood, by its id, and where the footer. `theme` is what the deck's theme says, where it
    has a logo or another size.
    """

    header: dict[str, str]
    variants: list[Variant]
    pictures: dict[str, Path] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    theme: dict[str, Any] = field(default_factory=dict)


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
        title = words_of(matter.get("title")) or first
        said = str(matter.get("lang") or matter.get("language") or "").strip()
        language = next((tag for tag in (said, tag_of(said) or "") if is_tag(tag)), "")
        self.taken.header = {
            "title": inline(title),
            "author": author_of(matter) or "Who presents this",
            "language": language or _LANGUAGE,
        }
        if said and not language:
            what = (
                f"its language `{said}`, which names none (here `{_LANGUAGE}`): write yours at the top of the outline"
            )
            self.taken.told.append((line_of("lang", self._deck.head)[0], Otherwise(what)))
        unsaid = [
            f"{name} (here `{self.taken.header[name]}`)"
            for name, given in (
                ("language", said),
                ("author", author_of(matter)),
            )
            if not given
        ]
        if unsaid:
            what = f"the deck does not say its {' and its '.join(unsaid)}: write yours at the top of the outline"
            self.taken.told.append((1, Otherwise(what)))
        self._take_edges()
        section, heading = distinct("slides", self._sections), inline(title)
        if self._deck.by_headings and matter.get("title"):
            cover: Slide = {"layout": "title", "title": inline(title)}
            if subtitle := "\n".join(map(inline, below_title(matter))):
                cover["subtitle"] = subtitle
            if self._deck.footnotes:
                cover["notes"] = "\n\n".join(self._deck.footnotes)
                self._tell_of_footnotes(1, self._deck.footnotes)
            self._add("cover", section, heading, Page([cover]), 1)
        pages = SlidePages(title, self._pictures, lambda line, what: self.taken.told.append((line, what)))
        for number, slide in enumerate(slides):
            next_level = slides[number + 1].level if number + 1 < len(slides) else 0
            divides = self._deck.by_headings and 0 < slide.level < next_level
            found = pages.of(slide, first=number == 0 and not self.taken.variants, divides=divides)
            if not found:
                words = " ".join(" ".join(slide.notes).split())
                self.taken.told += [(slide.line, f"notes of an empty slide: {words[:_SHORT]}")] if words else []
                continue
            begins = found[0].candidates[0]
            if begins["layout"] == "title" and not self.taken.variants and not words_of(matter.get("title")):
                self.taken.header["title"] = heading = inline(without_marks(str(begins["title"])))
            if begins["layout"] == "section" or divides:
                heading = str(begins["title"])
                section = distinct(slug(without_marks(heading)), self._sections)
            self._finish(slide, found)
            wanted = slide.settings.get("id") or slide.settings.get("routealias") or ""
            ids = [self._add(wanted, section, heading, page, slide.line) for page in found]
            if len(ids) > 1:
                kinds = {str(page.candidates[0]["layout"]) for page in found}
                why = "a diagram stands alone on its slide" if "diagram" in kinds else "one slide cannot hold all of it"
                self.taken.told.append((slide.line, too_much(without_marks(slide.title), ids, why)))
        self.taken.told += self._pictures.left_out
        return self.taken

    def _add(self, wanted: str, section: str, heading: str, page: Page, line: int) -> str:
        name = distinct(slug(wanted or without_marks(str(page.candidates[0]["title"]))), self._ids)
        self.taken.lines[name] = line
        self.taken.variants.append(_variant(name, section, heading, page))
        return name

    def _take_edges(self) -> None:
        """What stands at the edges of all slides, their size, and how they come."""
        said = settings_of_deck(self._deck.matter)
        theme: dict[str, Any] = {"size": size} if (size := size_of(said)) else {}
        logo = said.get("logo")
        address = str(logo.get("path") or logo.get("light") or "") if isinstance(logo, Mapping) else str(logo or "")
        shown = [Piece("picture", 1, info=address)] if address else []
        words: dict[str, str] = {}
        for name, (line, given) in self._deck.running.items():
            found = pieces(_LINE_BREAK.sub(" ", given))
            shown += [piece._replace(line=line) for piece in found if piece.kind == "picture"]
            words[name] = " ".join(piece.text for piece in found if piece.kind in TEXTS)
            self.taken.told += ((line, lost) for piece in found for lost in piece.lost)
            self.taken.lines["footer"] = line
            if name == "header" and words[name]:
                self.taken.told.append((line, Otherwise(f"the header, which stands in the footer: {shortly(given)}")))
        if footer := " | ".join(filter(None, (" ".join(words.get(name, "").split()) for name in RUNNING))):
            self.taken.header["footer"] = footer
        if (how := transition_of(said.get("transition", ""))) and how != "none":
            self.taken.header["transition"] = how
        for piece in shown:
            if "logo" not in theme and (path := self._pictures.path(piece.info, piece.line)):
                theme["logo"] = {"light": path, "description": described(piece) or _LOGO}
        if theme:
            self.taken.theme = {"extends": "alliance", "name": without_marks(self.taken.header["title"])} | theme

    def _finish(self, slide: ForeignSlide, pages: list[Page]) -> None:
        """What a slide has besides its layout's fields: its notes on the first page, the others on all."""
        settings = slide.settings
        under = self._with_footnotes(slide, pages)
        notes = "\n\n".join(filter(None, [*map(notes_of, slide.notes), *under]))
        # What stands there instead of a slide with footnotes may have no place for them: its notes have.
        spare = "\n\n".join(filter(None, [*map(notes_of, slide.notes), *slide.footnotes]))
        for each in slide.notes:
            self.taken.told += ((slide.line, f"in notes, {what}") for what in lost_in_notes(each))
        hidden = is_hidden(settings)
        how = transition_of(settings.get("transition", ""))
        for number, page in enumerate(pages):
            for which, candidate in enumerate(page.candidates):
                if said := (spare if which else notes) * (number == 0):
                    candidate["notes"] = said
                if hidden:
                    candidate["hidden"] = True
                if how:
                    candidate["transition"] = how
                if slide.reveals:
                    candidate["reveal"] = "items"
            for at, part in enumerate(page.instead):
                for candidate in part.candidates:
                    own = {
                        name: page.candidates[0][name]
                        for name in ("hidden", "transition", "reveal")
                        if name in page.candidates[0]
                    }
                    candidate |= own | ({"notes": spare} if spare and number == at == 0 else {})

    def _with_footnotes(self, slide: ForeignSlide, pages: list[Page]) -> list[str]:
        """Puts footnotes at the foot of what has one; returns them for the speaker's notes where nothing has."""
        if not slide.footnotes:
            return []
        if len(pages) == 1 and pages[0].candidates[0]["layout"] in ("text", "table"):
            first = pages[0].candidates[0]
            if first["layout"] == "table":
                more = {"remark": " ".join(filter(None, [first.get("remark", ""), *slide.footnotes]))}
            else:
                more = {"text": "{}\n---\n\n{}\n".format(first["text"], "\n\n".join(slide.footnotes))}
            pages[0].candidates.insert(0, first | more)
            return []
        self._tell_of_footnotes(slide.line, slide.footnotes)
        return list(slide.footnotes)

    def _tell_of_footnotes(self, line: int, footnotes: Sequence[str]) -> None:
        what = "a footnote or a footer of its own, which stands in the speaker’s notes"
        self.taken.told += ((line, Otherwise(f"{what}: {shortly(each)}")) for each in footnotes)


def too_much(title: str, ids: Sequence[str], why: str, *, hint: str = "; shorten it to have one") -> Otherwise:
    """That one slide became several, and what to do."""
    names = f"`{ids[0]}` to `{ids[-1]}`" if len(ids) > 2 else " and ".join(f"`{each}`" for each in ids)
    return Otherwise(f"“{shortly(title) or ids[0]}” is {len(ids)} slides, {names}: {why}{hint}")


def _variant(name: str, section: str, heading: str, page: Page) -> Variant:
    rest: Slide = {"layout": "section", "title": page.candidates[0]["title"]}
    rest |= {key: page.candidates[0][key] for key in ("notes", "hidden") if key in page.candidates[0]}
    # A title may be too long itself, of signs between which no line ends.
    rest["notes"] = "\n\n".join(filter(None, [*_as_notes(page.candidates[0]), rest.get("notes", "")]))
    rest = {key: value for key, value in rest.items() if value}
    short = without_marks(str(rest["title"]))
    begins = short[:_LONGEST_TITLE].rpartition(" ")[0] or short[: _LONGEST_TITLE // 3]
    last = [rest, rest | {"title": f"{literally(begins)}…"}] if len(short) > _LONGEST_TITLE else [rest]
    instead = [_variant(name, section, heading, part) for part in page.instead]
    return Variant(name, section, heading, page.candidates if instead else [*page.candidates, *last], instead)


def _as_notes(slide: Slide) -> Iterator[str]:
    """The words of a slide, or of its sides, that may have no room, for its speaker."""
    for name in ("heading", "subtitle", "quote", "attribution"):
        if said := slide.get(name):
            yield str(said)
    if text := slide.get("text"):
        yield notes_of(text)
    if items := slide.get("items"):
        yield "\n".join(_listed(items))
    for name in ("code", "tex"):
        if said := slide.get(name):
            yield "\n".join(map(literally, str(said).split("\n")))
    if columns := slide.get("columns"):
        names = {each["id"]: each["heading"] for each in columns}
        rows = [names, *(row["cells"] for row in slide["rows"])]
        yield "\n".join(" | ".join(str(row.get(name, "")) for name in names) for row in rows)
    for name in ("remark", "caption"):
        if said := slide.get(name):
            yield str(said)
    for side in slide.get("sides", ()):
        yield from _as_notes(side)


def _listed(items: Sequence[Any], indent: str = "") -> Iterator[str]:
    for item in items:
        words = str(item.get("text", "") if isinstance(item, Mapping) else item)
        yield f"{indent}- {words}".replace("\n", f"\n{indent}  ")
        yield from _listed(item.get("items", ()) if isinstance(item, Mapping) else (), f"{indent}  ")
