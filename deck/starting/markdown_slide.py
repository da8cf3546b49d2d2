"""One slide of a deck in Markdown, as Marp, Slidev, Pandoc and Quarto have it → its title, its pieces, its notes.

Notes are comments in the first two, and blocks `::: notes` in the others; columns are `::right::` in Slidev, and blocks
`::: columns` in Pandoc and Quarto.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field

from deck.ground.dataclass import dataclass
from deck.markup.escaping import strictly
from deck.markup.pieces import Piece, pieces
from deck.starting.markdown_captions import with_captions
from deck.starting.markdown_chunks import Chunks
from deck.starting.markdown_cleaning import Beside, TextCleaner
from deck.starting.markdown_comments import Unseen
from deck.starting.markdown_divs import divided
from deck.starting.markdown_lines import SETTING, numbered_lines
from deck.starting.markdown_reveal import looks_in, notes_below, seen_in, settings_in
from deck.starting.markdown_settings import RUNNING, picture_in, stands_alone, told_of_slide
from deck.starting.markdown_shown import ShownPieces
from deck.starting.quoted_lists import without_quotes_round_lists
from deck.starting.telling import LONG_TITLE, Otherwise, Told, shortly

_APPEARING = re.compile(r"[ \t]*(?:\*|\d{1,9}\))[ \t]+\S")
"""An entry of a list that Marp shows with a click."""
_FITS = "fit"
"""What Marp says in a heading that is to be as large as it can: titles here are as they are, and whole."""
_LONGEST_OVER_TITLE = 60
"""How long words may be that stand over a slide's title."""
_NOT_TAKEN = re.compile(
    r"[ \t]*(?:<(?:iframe|video|audio|embed|object|svg|canvas|[A-Z]\w*|(?!v-)[a-z]+-[\w-]+)\b"
    r"|\{\{<(?![ \t]*pagebreak\b)|<<<[ \t])"
)
"""A line that shows something which no Markdown says: a page, a film, a component, what another program puts in."""
_DIRECTIVES = frozenset(
    {"theme", "class", "paginate", "header", "footer", "size", "style", "math", "marp", "color", "headingdivider"}
    | {"backgroundcolor", "backgroundimage", "backgroundposition", "backgroundrepeat", "backgroundsize", "author"}
    | {"title", "description", "url", "image", "lang", "fit"}
)


@dataclass(slots=True)
class ForeignSlide:
    """One slide: what it is told by `settings`, its heading's `level` and `title`, its pieces, perhaps in columns.

    Its `footnotes` are markup, each with its number; a footer of its own has none.
    """

    line: int
    settings: dict[str, str] = field(default_factory=dict)
    level: int = 0
    title: str = ""
    columns: list[list[Piece]] = field(default_factory=lambda: [[]])
    notes: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    reveals: bool = False
    is_emptied: bool = False  # something stood on it, and all of that is left out
    ground: str = ""
    """The picture that it has behind it as others have: its address."""

    @property
    def pieces(self) -> list[Piece]:
        """All its pieces, column after column."""
        return [piece for column in self.columns for piece in column]


class SlideReader:
    """Reads the slides of one deck, and keeps what of them cannot be taken over, each with its line."""

    def __init__(
        self,
        by_headings: bool,
        chunks: Chunks,
        footnotes: Mapping[str, str],
        *,
        of_marp: bool = False,
        of_slidev: bool = False,
        incremental: bool = False,
        links: str = "",
    ) -> None:
        self._by_headings, self._of_marp, self._of_slidev = by_headings, of_marp, of_slidev
        self._shown = ShownPieces(chunks, self._tell, of_marp=of_marp)
        self._links, self._incremental = links, incremental
        self._cleaner = TextCleaner(by_headings, footnotes, self._tell)
        self.tags, self.clean, self.footnotes = self._cleaner.tags, self._cleaner.clean, self._cleaner.footnotes
        self._since: dict[str, str] = {}
        self.left_out: list[Told] = []
        self.running: dict[str, Told] = {}

    def _tell(self, line: int, what: str) -> None:
        self.left_out.append((line, what))

    def slide(
        self, first: int, settings: dict[str, str], lines: Sequence[str], unseen: Sequence[Unseen] = ()
    ) -> ForeignSlide:
        """The slide of these lines, with what is not seen in it."""
        slide = ForeignSlide(first + 1, settings)
        slide.ground = picture_in(self._since)
        for name, value in self._since.items():
            if name != "backgroundimage":
                slide.settings.setdefault(name, value)
        for each in unseen:
            self._heed(each, slide)
        if self._of_slidev and slide.notes:
            # Those that something follows are for who writes the slides.
            said = [each for each in unseen if each.is_comment and each.text in slide.notes]
            ends = not any(row.strip() for row in lines[max(0, said[-1].line - first) + 1 :])
            others = said[:-1] if ends else said
            self.left_out += [(each.line + 1, f"a comment: {shortly(each.text)}") for each in others]
            slide.notes = [said[-1].text] if ends else []
        if not (self._by_headings or self._of_marp or self._of_slidev):
            lines, below = notes_below(lines)
            if below:
                what = "what follows `Note:`, which stands in the speaker’s notes"
                self._tell(first + len(lines) + 1, Otherwise(f"{what}: {shortly(below)}"))
                slide.notes.append(below)
        lines, in_quotes = without_quotes_round_lists(lines)
        # So Pandoc has entries appear one by one.
        slide.reveals = slide.reveals or (in_quotes and self._by_headings)
        found = divided(lines, slide.line, self._tell)
        if self._of_marp and any(
            _APPEARING.match(line) for _, line, in_code in numbered_lines(list(lines), 0) if not in_code
        ):
            slide.reveals = True
        slide.notes = [self.whole(each, slide.line) for each in (*slide.notes, *found.notes)]
        slide.reveals = slide.reveals or found.reveals
        beside = Beside(slide.settings)
        for number, (start, part) in enumerate(found.texts()):
            clean = self._cleaner.clean(part, start, beside)
            own = [piece.moved(start + 1) for piece in pieces(clean, breaks=self._of_marp, links=self._links)]
            own = list(with_captions(own, alone=self._by_headings))
            slide.is_emptied = slide.is_emptied or any(piece.kind != "heading" for piece in own)
            own = [piece for each in own for piece in self._shown.of(each)]
            if number == 0:
                slide.columns = [own]
            else:
                slide.columns.append(own)
        outside = (line for _, line, in_code in numbered_lines(list(lines), 0) if not in_code)
        slide.is_emptied = slide.is_emptied or any(map(_NOT_TAKEN.match, outside))
        listed = any(piece.kind == "list" for piece in slide.pieces)
        slide.reveals = slide.reveals or (self._incremental and listed and not found.at_once)
        self._take_title(slide)
        if not slide.title and "title" in slide.settings and not _is_phrase(slide):
            # So Slidev calls a slide that shows no heading.
            slide.title = strictly(" ".join(slide.settings.pop("title").split()))
        slide.columns = [column for column in slide.columns if column] or [[]]
        slide.is_emptied = slide.is_emptied and not slide.pieces
        slide.reveals = slide.reveals or beside.reveals
        footers = [self._cleaner.words(each, slide.line, beside) for each in found.footers]
        slide.footnotes = [*self._cleaner.footnotes(beside, slide.line), *footers]
        for piece in slide.pieces:
            self.left_out += ((piece.line, each) for each in piece.lost)
        self.left_out += told_of_slide(slide.settings, slide.line)
        return slide

    def whole(self, text: str, line: int) -> str:
        """A text beside the slides as Markdown, which begins in this line, from 1, with its footnotes at its end."""
        beside = Beside()
        said = self._cleaner.clean(text, line - 1, beside)
        return "\n\n".join([said, *self._cleaner.footnotes(beside, line)])

    def _heed(self, unseen: Unseen, slide: ForeignSlide) -> None:
        """What is not seen, as settings of its slide or notes for its speaker; all else is told."""
        said, line = unseen.text, unseen.line + 1
        if not unseen.is_comment:
            self.left_out.append((line, f"the look of a page: {shortly(said)}"))
            return
        if not unseen.ends:
            self.left_out.append((line, f"all from here on, a comment that does not end: {shortly(said)}"))
        if unseen.is_aside:
            self.left_out.append((line, f"a comment: {shortly(f'%% {said} %%')}"))
        elif settings := settings_in(said):
            slide.settings |= settings
        elif looks := looks_in(said):
            appears, others = seen_in(looks)
            slide.reveals = slide.reveals or appears
            if others:
                self.left_out.append((line, f"how words look: {shortly(', '.join(others))}"))
        elif said.strip() == _FITS:
            return
        elif directives := _directives(said):
            self._obey(directives, line, slide)
        elif said.strip() and self._by_headings:
            self.left_out.append((line, f"a comment: {shortly(said)}"))
        elif said.strip():
            slide.notes.append(said)

    def _obey(self, directives: Mapping[str, str], line: int, slide: ForeignSlide) -> None:
        """Marp's directives, as settings of the slide; what stands at the edges of all slides is one for all."""
        for given, value in directives.items():
            name = given.strip("_$").lower()
            if name in RUNNING and given[0] != "_" and self.running.setdefault(name, (line, value))[1] == value:
                continue
            if name in RUNNING and value:
                self._tell(line, f"a {name} of single slides: {shortly(value)}")
            elif name in ("class", "backgroundimage", "transition"):
                slide.settings[name] = value
                if not given.startswith("_"):
                    self._since[name] = value
            elif name not in RUNNING:
                self.left_out += (
                    (line, what.replace(name, given, 1)) for _, what in told_of_slide({name: value}, line)
                )

    def _take_title(self, slide: ForeignSlide) -> None:
        for column in slide.columns:
            for at, piece in enumerate(column):
                if piece.kind == "heading":
                    slide.title, slide.level = piece.text, piece.level
                    self.left_out += ((piece.line, each) for each in piece.lost)
                    del column[at]
                    return
                over = not self._by_headings and piece.kind == "paragraph" and at == 0
                if piece.kind != "picture" and not (over and len(piece.text) <= _LONGEST_OVER_TITLE):
                    break


def _is_phrase(slide: ForeignSlide) -> bool:
    """Whether nothing is on a slide but a few words, which are its title, or nothing at all."""
    match slide.pieces:
        case []:
            return not stands_alone(slide.settings)
        case [Piece(kind="paragraph", text=words)]:
            return len(words) <= LONG_TITLE
    return False


def _directives(text: str) -> dict[str, str]:
    """A comment's directives, as Marp has them, as they are written; none where it says something else."""
    rows = [row for row in text.split("\n") if row.strip()]
    named = [row.partition(":") for row in rows if SETTING.match(row) and not row[:1].isspace()]
    known = [name.strip(" _$").lower() in _DIRECTIVES for name, _, _ in named]
    if not any(known) or any(row for row in rows if not SETTING.match(row) and not row[:1].isspace()):
        return {}
    return {name.strip(): value.strip().strip("\"'") for name, _, value in named}
