"""A slide of another program → the slides that may stand for it, each as the layout that comes nearest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote

from deck.ground.dataclass import dataclass
from deck.markup.pieces import Piece
from deck.starting.flowchart import MERMAID, flowchart
from deck.starting.foreign_pictures import ForeignPictures, described, is_covering, is_ground, is_veiled
from deck.starting.markdown_settings import picture_in
from deck.starting.markdown_slide import ForeignSlide
from deck.starting.nearest_layouts import (
    MOST_CELLS,
    TEXTS,
    chart_as_slide,
    code_as_slide,
    inline,
    items_of,
    listing_of,
    literally,
    mixed_text,
    side_of,
    table_of,
    texts_as_slide,
    without_marks,
)
from deck.starting.settling import Slide
from deck.starting.slidev_layouts import COVERS, STATEMENTS, is_ordinary, large
from deck.starting.telling import LONG_TITLE, NOTHING_STAYS, Otherwise

_OVER_PICTURES = STATEMENTS | {"section"}
"""Layouts of Slidev in which words stand over a picture that is there for them."""
_BOLD = re.compile(r"\*\*[^*]+\*\*:?")
_MOST_PICTURES, _SHORT = 4, 60


@dataclass(slots=True)
class Page:
    """What may stand for a slide, the best first; or else several slides `instead`, as what is on it stands alone."""

    candidates: list[Slide]
    instead: list[Page] = field(default_factory=list)


class SlidePages:
    """Makes pages of slides with these pictures; `title` is the deck's. What they lose goes to `tell`."""

    def __init__(self, title: str, pictures: ForeignPictures, tell: Callable[[int, str], None]) -> None:
        self._title, self._pictures, self._tell = title, pictures, tell

    def of(self, slide: ForeignSlide, *, first: bool, divides: bool = False) -> list[Page]:
        """The pages of a slide, which may be the deck's `first`, or the one before a part of it; none where nothing of
        it is shown."""
        shown = [
            piece
            for piece in (*slide.pieces, *_set(slide))
            if piece.kind != "picture" or self._pictures.is_shown(piece)
        ]
        grounds = [piece for piece in shown if is_ground(piece)]
        if slide.title or len(shown) > len(grounds):
            # What has a size of its own is there to be seen.
            grounds = [piece for piece in grounds if is_covering(piece) or is_veiled(piece)]
        shown = [piece for piece in shown if piece not in grounds]
        if len(grounds) > 1 and not shown and not slide.title:
            grounds, shown = [], grounds
        for piece in grounds[1:]:
            self._tell(piece.line, f"a picture behind a slide that has another there: {piece.info}")
        for piece in shown:
            if max(map(len, piece.rows), default=0) > MOST_CELLS:
                self._tell(piece.line, f"the columns of a table after the {MOST_CELLS}th")
            if piece.amid:
                self._tell(piece.line, Otherwise(f"a picture within a list, which stands after it: {piece.info}"))
        layout = slide.settings.get("layout", "")
        title = " ".join((slide.title or self._made_title([*shown, *grounds])).split())
        stands_back = divides or first or _is_lead(slide) or slide.settings.get("layout") in _OVER_PICTURES
        if grounds and not shown and not is_veiled(grounds[0]) and not (slide.title and stands_back):
            return [self._alone_behind(grounds[0], title)]
        found = list(self._pages(slide, shown, title, first=first, divides=divides))
        if found and is_ordinary(layout, found[0].candidates[0]):
            self._tell(slide.line, Otherwise(f"the layout `{layout}` of a slide, which is one as others are"))
        behind = grounds[0] if grounds else Piece("picture", slide.line, info=slide.ground)
        ground = self._pictures.path(behind.info, behind.line) if found and behind.info else None
        for page in found if ground else ():
            for candidate in (each for own in (page, *page.instead) for each in own.candidates):
                candidate |= (
                    {"picture": {"file": ground}} if candidate["layout"] == "headline" else {"background": ground}
                )
        return found

    def _alone_behind(self, piece: Piece, title: str) -> Page:
        """A picture over the whole slide, or all of it where it has a size of its own."""
        covers = is_covering(piece)
        shown: Slide = {"layout": "picture", "title": title, "picture": self._pictures.fields(piece)}
        return Page([shown | ({"place": "full-bleed"} if covers else {})])

    def _pages(
        self, slide: ForeignSlide, shown: Sequence[Piece], title: str, *, first: bool, divides: bool
    ) -> Iterator[Page]:
        layout = slide.settings.get("layout", "")
        words = [piece.text for piece in shown if piece.kind in ("paragraph", "heading")]
        only_words = len(words) == len(shown)
        if (first or _is_lead(slide)) and only_words and len(" ".join(words)) < 3 * LONG_TITLE:
            made: Slide = {"layout": "title", "title": title}
            below = words if slide.title or " ".join(words[0].split()) != title else words[1:]
            if below:
                made["subtitle"] = "\n".join(below)
            yield Page(
                [made, *(texts_as_slide([each for each in shown if each.text in below], title) if below else ())]
            )
        elif said := large(layout, shown, slide.title and title):
            yield Page([said, *(texts_as_slide(shown, title) if shown else [{"layout": "headline", "title": title}])])
        elif not shown and layout in STATEMENTS:
            yield Page([{"layout": "headline", "title": title}])
        elif not shown and not slide.title:
            lost = slide.is_emptied or bool(slide.pieces)
            if lost and any(map(str.strip, slide.notes)):
                what = "a slide of which the speaker’s notes alone stay, which is called by the deck’s title"
                self._tell(slide.line, Otherwise(f"{what}: {title}"))
                yield Page([{"layout": "headline", "title": title}])
            elif slide.pieces:
                self._tell(slide.line, NOTHING_STAYS)
        elif not shown or (not slide.title and only_words and len(words) == 1 and len(words[0]) <= LONG_TITLE):
            # Without what stood there, it is no divider: the parts of the deck are as they were.
            lost = slide.is_emptied or any(not is_ground(piece) for piece in slide.pieces) or self._lacks_ground(slide)
            is_bare = not shown and lost and not divides and layout != "section"
            if is_bare:
                self._tell(slide.line, Otherwise(f"a slide whose title alone stands there, without the rest: {title}"))
            yield Page([{"layout": "section" if slide.title and not is_bare else "headline", "title": title}])
        else:
            mixed = list(self._mixed(shown, title))
            columns = [[piece for piece in column if piece in shown] for column in slide.columns]
            columns = [column for column in columns if column]
            if len(mixed) == 1 and (sides := self._sides(columns, title)):
                mixed[0].candidates.insert(0, sides)
            elif len(columns) > 1 and any(page.candidates[0]["layout"] != "picture" for page in mixed):
                what = (
                    "columns, whose words stand one after the other; a heading over each would keep them side by side"
                )
                self._tell(slide.line, Otherwise(what))
            yield from mixed

    def _lacks_ground(self, slide: ForeignSlide) -> bool:
        """Whether a slide had a picture over all of it, which is left out: with it, it would not divide the deck."""
        grounds = (piece for piece in (*slide.pieces, *_set(slide)) if is_ground(piece) and not is_veiled(piece))
        over = slide.settings.get("layout") in _OVER_PICTURES
        return not over and any(not self._pictures.is_shown(piece) for piece in grounds)

    def _made_title(self, shown: Sequence[Piece]) -> str:
        """A title for a slide without one: its first words, or the deck's title where it has none. Those that stand
        there a second time are told."""
        for piece in shown:
            words = without_marks(_first_words(piece))
            if piece.kind == "paragraph" and len(piece.text) <= LONG_TITLE:
                return piece.text
            if words:
                title = literally(words if len(words) <= LONG_TITLE else f"{words[:_SHORT].rsplit(' ', 1)[0]}…")
                kind, by = ("words", "its picture’s file") if _is_nameless(piece) else ("a title", "its first words")
                what = f"a slide without {kind}, which is called by {by}: {without_marks(title)}"
                self._tell(piece.line, Otherwise(what))
                return title
        return inline(self._title)

    def _sides(self, columns: Sequence[Sequence[Piece]], title: str) -> Slide | None:
        """Columns beside each other, where a layout has them so."""
        columns = [_under_heading(column) for column in columns]
        if len(columns) not in (2, 3):
            return None
        if len(columns) == 2 and all([piece.kind for piece in column] == ["code"] for column in columns):
            sides = [listing_of(column[0]) for column in columns]
            return {"layout": "code", "title": title, "sides": sides}
        if all(
            column[0].kind == "heading" and {each.kind for each in column[1:]} <= {"list", "paragraph"}
            for column in columns
        ):
            return {"layout": "comparison", "title": title, "sides": [side_of(column) for column in columns]}
        return None

    def _mixed(self, shown: Sequence[Piece], title: str) -> Iterator[Page]:
        """The pages of what stands on one slide: one, but for diagrams, and for more pictures than one can show."""
        shown = [piece for piece in shown if piece.text != title or piece.kind not in ("paragraph", "heading")]
        for is_chart, run in groupby(shown, lambda piece: piece.kind == "code" and piece.info == MERMAID):
            if is_chart:
                yield from (Page(chart_as_slide(flowchart(piece.text) or {}, title)) for piece in run)
            else:
                yield from self._together(list(run), title)

    def _together(self, run: Sequence[Piece], title: str) -> Iterator[Page]:
        alone = list(self._alone(run, title))
        kinds = [piece.kind for piece in run]
        others = [piece for piece in run if piece.kind != "picture"]
        if len(alone) == 1:
            yield alone[0]
        elif sorted(kinds) == ["equation", "paragraph"]:
            tex, said = (piece.text for piece in sorted(run, key=lambda piece: piece.kind))
            captioned: Slide = {"layout": "equation", "title": title, "tex": tex, "caption": said}
            short = [captioned] if len(said) <= LONG_TITLE else []
            yield Page([*short, *mixed_text(run, title, self._pictures.markdown)], alone)
        elif (
            kinds.count("picture") == 1
            and {piece.kind for piece in others} <= {"list", "paragraph"}
            and not _counted(others)
        ):
            picture = next(piece for piece in run if piece.kind == "picture")
            paragraphs = {piece.kind for piece in others} == {"paragraph"}
            below: Slide = (
                {"text": "\n\n".join(piece.text for piece in others)}
                if paragraphs
                else {"items": list(items_of(others))}
            )
            beside = {"picture": self._pictures.fields(picture, whole=True)} | below
            text = mixed_text(run, title, self._pictures.markdown)
            words = picture.text.split()
            place = "left" if run[0] is picture or any(word.startswith("left") for word in words) else "right"
            place = "right" if any(word.startswith("right") for word in words) else place
            yield Page([{"layout": "picture", "title": title, "place": place, **beside}, *text], alone)
        elif kinds == ["table", "paragraph"] and not run[0].caption and len(run[1].text) <= LONG_TITLE:
            text = mixed_text(run, title, self._pictures.markdown)
            yield Page([table_of(run[0], title) | {"remark": run[1].text}, *text], alone)
        else:
            yield Page(mixed_text(run, title, self._pictures.markdown), alone)

    def _alone(self, run: Sequence[Piece], title: str) -> Iterator[Page]:
        """Each thing on a page of its own, in their order: texts, code, tables, pictures."""
        if [piece.kind for piece in run] == ["paragraph", "code"] and len(run[0].text) <= LONG_TITLE:
            yield Page(code_as_slide(run[1], title, run[0]))
            return
        for kind, each in groupby(run, lambda piece: "text" if piece.kind in TEXTS else piece.kind):
            some = list(each)
            if kind == "text":
                yield Page(texts_as_slide(some, title))
            elif kind == "code":
                yield from (Page(code_as_slide(piece, title)) for piece in some)
            elif kind == "equation":
                yield from (Page([{"layout": "equation", "title": title, "tex": piece.text}]) for piece in some)
            elif kind == "table":
                yield from (Page([table_of(piece, title)]) for piece in some)
            else:
                for start in range(0, len(some), _MOST_PICTURES):
                    part = some[start : start + _MOST_PICTURES]
                    fields = [self._pictures.fields(piece, whole=len(part) > 1) for piece in part]
                    shown: Slide = {"picture": fields[0]} if len(fields) == 1 else {"pictures": fields}
                    yield Page([{"layout": "picture", "title": title, **shown}])


def _set(slide: ForeignSlide) -> Iterator[Piece]:
    """The picture that a slide's settings set, as Marp would have it."""
    settings = slide.settings
    if address := picture_in(settings):
        side = settings.get("layout", "").partition("image-")[2]
        size = settings.get("background-size") or settings.get("backgroundsize") or ""
        opacity = settings.get("background-opacity", "")
        size = size if re.fullmatch(r"\d+%|cover|contain|auto", size) else "contain" if size else ""
        words = ["bg", side, size, f"opacity:{opacity}" if opacity else ""]
        yield Piece("picture", slide.line, text=" ".join(filter(None, words)), info=address)


def _is_lead(slide: ForeignSlide) -> bool:
    return "lead" in slide.settings.get("class", "") or slide.settings.get("layout", "") in COVERS


def _is_nameless(piece: Piece) -> bool:
    return piece.kind == "picture" and not piece.caption and not described(piece)


def _under_heading(column: Sequence[Piece]) -> Sequence[Piece]:
    """A column whose first words are over what follows, as its heading."""
    first = column[0]
    over = first.kind == "paragraph" and len(column) > 1 and len(first.text) <= _SHORT
    if not over or not (first.text.endswith(":") or _BOLD.fullmatch(first.text)):
        return column
    return [first._replace(kind="heading", text=first.text.strip("*").removesuffix(":")), *column[1:]]


def _counted(pieces: Sequence[Piece]) -> bool:
    return any(entry.number is not None for piece in pieces for entry in piece.entries)


def _first_words(piece: Piece) -> str:
    """What a piece begins with."""
    if piece.kind == "list":
        entry = piece.entries[0] if piece.entries else None
        return entry.text if entry else ""
    if piece.kind == "table":
        return piece.caption or (", ".join(filter(None, piece.rows[0])) if piece.rows else "")
    if piece.kind == "picture":
        return piece.caption or described(piece) or Path(unquote(piece.info)).stem.replace("-", " ").replace("_", " ")
    return next((line.strip() for line in piece.text.split("\n") if line.strip()), "")
