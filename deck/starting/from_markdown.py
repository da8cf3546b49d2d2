"""Another program's slides in Markdown → an outline's, each as the layout that comes nearest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote

from deck.fields.findings import MistakenError
from deck.fields.slug import distinct, slug
from deck.ground.dataclass import dataclass
from deck.images import prepared
from deck.markup.pieces import Piece
from deck.model.language import is_language
from deck.starting.markdown_deck import ForeignDeck, ForeignSlide
from deck.starting.nearest_layouts import (
    MATHEMATICS,
    MOST_CELLS,
    TEXTS,
    code_as_slide,
    inline,
    items_of,
    listing_of,
    literally,
    notes_of,
    side_of,
    table_of,
    texts_as_slide,
    without_marks,
)
from deck.starting.settling import Slide, Variant

PICTURES = "pictures"
_KEYWORD = re.compile(
    r"(?:bg|fit|cover|contain|auto|vertical|(?:left|right)(?::\d+%)?|[wh](?:idth|eight)?:\S+|\d+%|\w+:\S+)"
)
_WEB = re.compile(r"(?:https?:)?//|data:", re.IGNORECASE)
_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_STATEMENTS = frozenset({"center", "statement", "fact", "quote"})
_COVERS = frozenset({"cover", "intro", "lead"})
_MOST_PICTURES, _LONG_TITLE, _SHORT = 4, 90, 60


@dataclass(slots=True)
class Taken:
    """What was taken over: the header's fields, the slides, the pictures by their new names, what was left out."""

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
        self._deck, self._folder = deck, folder.resolve()
        self._ids, self._sections, self._names = set[str](), set[str](), set[str]()
        self._title = ""
        self.taken = Taken({}, [], left_out=list(deck.left_out))

    def run(self) -> Taken:
        matter, slides = self._deck.matter, self._deck.slides
        first = next((without_marks(slide.title) for slide in slides if slide.title), "Slides")
        title = str(matter.get("title") or first)
        self._title = title
        tag = str(matter.get("lang") or matter.get("language") or "en")
        self.taken.header = {
            "title": inline(title),
            "author": _author(matter.get("author") or matter.get("authors")) or "Who presents this",
            "language": tag if is_language(tag.split("-")[0]) else "en",
        }
        section, heading = distinct("slides", self._sections), inline(title)
        if self._deck.by_headings and matter.get("title"):
            below = [
                str(matter[name]) for name in ("subtitle", "institute", "date") if isinstance(matter.get(name), str)
            ]
            cover: Slide = {"layout": "title", "title": inline(title)}
            if below:
                cover["subtitle"] = inline(", ".join(below))
            self._add("cover", section, heading, [cover], 1)
        for number, slide in enumerate(slides):
            found = list(self._pages(slide, first=number == 0 and not self.taken.variants))
            if not found:
                words = " ".join(" ".join(slide.notes).split())
                self.taken.left_out += [(slide.line, f"notes of an empty slide: {words[:50]}")] if words else []
                continue
            if len(found) > 1 and any(page[0]["layout"] == "code" for page in found):
                kinds = " and ".join(dict.fromkeys(str(page[0]["layout"]) for page in found))
                what = f"that this is one slide: its {kinds} stand on {len(found)}, in their order"
                self.taken.left_out.append((slide.line, what))
            next_level = slides[number + 1].level if number + 1 < len(slides) else 0
            if found[0][0]["layout"] == "section" or (self._deck.by_headings and 0 < slide.level < next_level):
                heading = str(found[0][0]["title"])
                section = distinct(slug(without_marks(heading)), self._sections)
            self._finish(slide, found)
            for page in found:
                self._add(str(slide.settings.get("id") or ""), section, heading, page, slide.line)
        return self.taken

    def _add(self, wanted: str, section: str, heading: str, page: list[Slide], line: int) -> None:
        name = distinct(slug(wanted or without_marks(str(page[0]["title"]))), self._ids)
        self.taken.lines[name] = line
        rest: Slide = {"layout": "section", "title": page[0]["title"]}
        rest |= {name: page[0][name] for name in ("notes", "hidden") if name in page[0]}
        self.taken.variants.append(Variant(name, section, heading, [*page, rest]))

    def _finish(self, slide: ForeignSlide, pages: list[list[Slide]]) -> None:
        """What a slide has besides its layout's fields: its notes on the first page, the others on all."""
        settings = slide.settings
        notes = "\n\n".join(filter(None, map(notes_of, slide.notes)))
        hidden = settings.get("hide") == "True" or settings.get("visibility") == "hidden" or "hidden" in settings
        named = [settings.get(name, "") for name in ("background", "background-image", "backgroundimage", "image")]
        said = next((each for each in named if re.search(r"[./]\w", each)), "")
        said = (_URL.search(said) or [None, said])[1] or ""
        beside = settings.get("layout", "").startswith("image")
        background = self._picture(said, slide.line) if said and not beside else None
        for number, page in enumerate(pages):
            for candidate in page:
                if notes and number == 0:
                    candidate["notes"] = notes
                if hidden:
                    candidate["hidden"] = True
                if slide.reveals and candidate["layout"] in ("bullets", "text", "comparison", "picture"):
                    candidate["reveal"] = "items"
                if background and candidate["layout"] not in ("headline", "picture"):
                    candidate.setdefault("background", background)

    def _pages(self, slide: ForeignSlide, *, first: bool) -> Iterator[list[Slide]]:
        """What may stand for each slide of this one, the best first."""
        shown = [piece for piece in slide.pieces if piece.kind != "picture" or self._is_shown(piece)]
        grounds = [piece for piece in shown if _is_ground(piece)]
        shown = [piece for piece in shown if piece not in grounds]
        if (address := slide.settings.get("image", "")) and slide.settings.get("layout", "").startswith("image"):
            piece = Piece("picture", slide.line, info=(_URL.search(address) or [None, address])[1] or "")
            shown += [piece] if self._is_shown(piece) else []
        title = " ".join((slide.title or self._made_title(shown)).split())
        ground = next((self._picture(piece.info, piece.line) for piece in grounds), None)
        layout = slide.settings.get("layout", "")
        texts = [piece for piece in shown if piece.kind in TEXTS]
        words = [piece.text for piece in texts if piece.kind in ("paragraph", "heading")]
        only_words = len(words) == len(shown)
        found: list[list[Slide]] = []
        lead = "lead" in slide.settings.get("class", "") or layout in _COVERS
        if (first or lead) and only_words and len(" ".join(words)) < 3 * _LONG_TITLE:
            made: Slide = {"layout": "title", "title": title}
            if words and slide.title:
                made["subtitle"] = " ".join(words) if first else words[0]
            found.append([made])
        elif not shown and layout in _STATEMENTS:
            found.append([{"layout": "headline", "title": title}])
        elif not shown and not slide.title and not ground:
            return
        elif not shown or (not slide.title and only_words and len(words) == 1):
            found.append([{"layout": "section" if slide.title or ground else "headline", "title": title}])
        elif (sides := self._sides(slide, shown, title)) is not None:
            found += [[sides, *each] if at == 0 else each for at, each in enumerate(self._mixed(shown, title))]
            del found[1:]
        else:
            found += self._mixed(shown, title)
        if ground:
            for page in found:
                for candidate in page:
                    candidate["background"] = ground
        yield from found

    def _made_title(self, shown: Sequence[Piece]) -> str:
        """A title for a slide without one: its first words, or the deck's title where it has none."""
        for piece in shown:
            words = without_marks(_first_words(piece))
            if piece.kind == "paragraph" and len(piece.text) <= _LONG_TITLE:
                return piece.text
            if words:
                return literally(words if len(words) <= _LONG_TITLE else f"{words[:_SHORT].rsplit(' ', 1)[0]}…")
        return inline(self._title)

    def _sides(self, slide: ForeignSlide, shown: Sequence[Piece], title: str) -> Slide | None:
        """Columns beside each other, where a layout has them so."""
        columns = [[piece for piece in column if piece in shown] for column in slide.columns]
        columns = [column for column in columns if column]
        if len(columns) not in (2, 3):
            return None
        if len(columns) == 2 and all(
            [(piece.kind, piece.info == MATHEMATICS) for piece in column] == [("code", False)] for column in columns
        ):
            sides = [listing_of(column[0]) for column in columns]
            return {"layout": "code", "title": title, "sides": sides}
        if all(
            column[0].kind == "heading" and {each.kind for each in column[1:]} <= {"list", "paragraph"}
            for column in columns
        ):
            return {"layout": "comparison", "title": title, "sides": [side_of(column) for column in columns]}
        return None

    def _mixed(self, shown: Sequence[Piece], title: str) -> list[list[Slide]]:
        """The slides of what stands below each other; pictures beside the words, all else in its order."""
        shown = [piece for piece in shown if piece.text != title or piece.kind not in ("paragraph", "heading")]
        found: list[list[Slide]] = []
        for is_table, run in groupby(shown, lambda piece: piece.kind == "table"):
            if is_table:
                found += [self._table(piece, title) for piece in run]
            else:
                found += self._without_tables(list(run), title)
        return found

    def _without_tables(self, shown: Sequence[Piece], title: str) -> Iterator[list[Slide]]:
        pictures = [piece for piece in shown if piece.kind == "picture"]
        others = [piece for piece in shown if piece.kind != "picture"]
        kinds = [piece.kind for piece in others]
        if "code" not in kinds and others and pictures:
            beside = {"picture": self._shown(pictures.pop(0)), "items": list(items_of(others))}
            yield [{"layout": "picture", "title": title, "place": "right", **beside}, *texts_as_slide(others, title)]
        elif sorted(kinds) == ["code", "paragraph"] and len(others[kinds.index("paragraph")].text) <= _LONG_TITLE:
            caption = others[kinds.index("paragraph")].text
            yield code_as_slide(others[kinds.index("code")], title, caption)
        else:
            for is_code, run in groupby(others, lambda piece: piece.kind == "code"):
                if is_code:
                    yield from (code_as_slide(piece, title) for piece in run)
                else:
                    yield texts_as_slide(list(run), title)
        for start in range(0, len(pictures), _MOST_PICTURES):
            some = [self._shown(piece) for piece in pictures[start : start + _MOST_PICTURES]]
            fields: Slide = {"picture": some[0]} if len(some) == 1 else {"pictures": some}
            yield [{"layout": "picture", "title": title, **fields}]

    def _table(self, piece: Piece, title: str) -> list[Slide]:
        if max(map(len, piece.rows), default=0) > MOST_CELLS:
            self.taken.left_out.append((piece.line, f"the columns of a table after the {MOST_CELLS}th"))
        return [table_of(piece, title)]

    def _is_shown(self, piece: Piece) -> bool:
        return self._picture(piece.info, piece.line) is not None

    def _shown(self, piece: Piece) -> Slide:
        words = " ".join(word for word in piece.text.split() if not _KEYWORD.fullmatch(word))
        shown: Slide = {"file": self._picture(piece.info, piece.line)}
        shown |= {"description": inline(words)} if words else {}
        return shown | ({"caption": inline(piece.caption)} if piece.caption else {})

    def _picture(self, address: str, line: int) -> str | None:
        """The picture's path in the new folder; None where it is not here, which is told once with the reason."""
        if _WEB.match(address):
            self._missing(address, line, "it is on the web: save it, and name the file")
            return None
        named = unquote(address).split("?")[0].lstrip("/")
        path = next((each for each in (self._folder / named, self._folder / "public" / named) if each.is_file()), None)
        if path is None:
            self._missing(address, line, "there is no such file")
            return None
        for name, known in self.taken.pictures.items():
            if known == path:
                return name
        if why := _why_not(path):
            self._missing(address, line, why)
            return None
        name = f"{PICTURES}/{distinct(slug(path.stem), self._names)}{path.suffix.lower()}"
        self.taken.pictures[name] = path
        return name

    def _missing(self, address: str, line: int, why: str) -> None:
        told = (line, f"a picture: {address[:60]}: {why}")
        self.taken.left_out += [told] if told not in self.taken.left_out else []


def _why_not(path: Path) -> str:
    """Why a deck cannot show it, and what to do; empty where it can."""
    try:
        prepared(path.name, path.read_bytes())
    except MistakenError as error:
        return "; ".join(each.message + (f": {each.hint}" if each.hint else "") for each in error.findings)
    except OSError as error:
        return f"it cannot be read: {error.strerror}"
    return ""


def _first_words(piece: Piece) -> str:
    """What a piece begins with."""
    if piece.kind == "list":
        entry = piece.entries[0] if piece.entries else None
        return entry.text if entry else ""
    if piece.kind == "table":
        return ", ".join(filter(None, piece.rows[0])) if piece.rows else ""
    if piece.kind == "picture":
        words = (word for word in piece.text.split() if not _KEYWORD.fullmatch(word))
        return piece.caption or " ".join(words) or Path(unquote(piece.info)).stem.replace("-", " ").replace("_", " ")
    return next((line.strip() for line in piece.text.split("\n") if line.strip()), "")


def _is_ground(piece: Piece) -> bool:
    """Whether a picture covers a slide's ground, as Marp has it."""
    words = piece.text.split()
    beside = any(word.startswith(("left", "right")) for word in words)
    return piece.kind == "picture" and "bg" in words and not beside


def _author(given: object) -> str:
    if isinstance(given, Mapping):
        return _author(given.get("name"))
    if isinstance(given, list):
        return ", ".join(filter(None, map(_author, given)))
    return str(given).strip() if given else ""
