"""A deck in Markdown, as Marp, Slidev, Pandoc and Quarto have it → its slides, and what cannot be taken over.

Marp and Slidev part slides by rules, Pandoc and Quarto by headings.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from deck.starting.foreign_deck import ForeignDeck
from deck.starting.html_blocks import with_plain_blocks
from deck.starting.markdown_chunks import Chunks
from deck.starting.markdown_cleaning import Beside
from deck.starting.markdown_comments import Unseen, without_comments
from deck.starting.markdown_divs import DIV, holds_no_slides
from deck.starting.markdown_footnotes import unnamed, without_footnotes
from deck.starting.markdown_lines import (
    HEADING,
    SETTING,
    front_matter,
    line_of,
    links_in,
    numbered_lines,
    settings_of,
    slide_level,
    wanted_level,
    with_marked_headings,
    with_whole_attributes,
)
from deck.starting.markdown_lists import with_plain_lists
from deck.starting.markdown_reveal import is_of_reveal, with_plain_rules
from deck.starting.markdown_settings import (
    BEHIND_ALL,
    OF_FIRST,
    RUNNING,
    picture_in,
    settings_of_deck,
    stands_alone,
    told_of_deck,
)
from deck.starting.markdown_slide import SlideReader
from deck.starting.markdown_tables import with_tables_of_bars
from deck.starting.telling import NOTHING_STAYS, Told, shortly
from deck.starting.title_page import cleaned, told_of_title_page

_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_PANDOC = re.compile(r"(?:[ ]{0,3}:{3,}[ \t]*\{?\.?(?:columns?|notes|incremental)\b|\.[ ]\.[ ]\.[ \t]*$)")
_OF_PANDOC = frozenset(
    {"format", "output", "bibliography", "aspectratio", "slide-level", "header-includes", "revealjs-url", "classoption"}
    | {"colortheme", "fonttheme", "beamerarticle", "institute", "documentclass", "self-contained"}
)
_OF_SLIDEV = frozenset(
    ("highlighter", "drawings", "mdc", "comark", "colorschema", "canvaswidth", "routermode", "layout")
)
_MOST_HEADINGS = 3
"""How many headings a slide has at most where rules part the slides."""


def read_markdown(
    text: str,
    *,
    by_headings: bool | None = None,
    of_slidev: bool | None = None,
    project: Mapping[str, Any] = MappingProxyType({}),
) -> ForeignDeck:
    """The deck that this text is. Slides begin at headings or at rules, as `by_headings` says, and are `of_slidev`;
    where these are None, the text shows it. `project` is what Quarto's project says for all its decks."""
    lines, told = with_plain_blocks(text.replace("\r\n", "\n").split("\n"))
    deck = _read([line for line, _ in lines], by_headings, of_slidev, project)
    return deck.told_at([number for _, number in lines], told)


def _read(
    lines: list[str], by_headings: bool | None, of_slidev: bool | None, project: Mapping[str, Any]
) -> ForeignDeck:
    matter, start = front_matter(lines)
    others = not _is_of_pandoc(matter) and "marp" not in matter
    if others:
        lines = with_plain_rules(lines, abs(start), matter)
    lines, unseen = without_comments(lines, abs(start), asides=others)
    begin = abs(start)
    head = lines[:begin]
    told: list[Told] = []
    lines = with_marked_headings(with_tables_of_bars(with_whole_attributes(lines, begin), begin), begin)
    if by_headings is None:
        by_headings = start < 0 or _is_parted_by_headings(matter, lines, begin)
    told += unnamed(lines, begin)
    lines, footnotes = without_footnotes(lines, begin)
    if by_headings:
        lines = with_plain_lists(lines, begin, lambda at, what: told.append((at + 1, what)))
    level = wanted_level(matter) or wanted_level(project) or slide_level(lines, begin) if by_headings else 0
    raws = list(_parted(lines, begin, range(1, level + 1) if by_headings else _dividers(matter), by_headings))
    said = settings_of_deck(matter)
    if of_slidev is None:
        shows = bool(_OF_SLIDEV & set(said)) or any(own for _, own, _ in raws)
        of_slidev = not by_headings and "marp" not in said and shows and not is_of_reveal(said, unseen)
    if not by_headings and "marp" not in said and raws:
        # So Slidev has it: what stands before the slides is said of the first of them, too.
        of_first = {name: str(said[name]) for name in OF_FIRST if said.get(name) not in (None, "")}
        raws[0] = (raws[0][0], of_first | raws[0][1], raws[0][2])
    reader = SlideReader(
        by_headings,
        Chunks(matter, project),
        footnotes,
        of_marp="marp" in said,
        of_slidev=of_slidev,
        incremental=str(said.get("incremental", "")).lower() in ("true", "yes"),
        links=links_in(lines, begin),
    )
    reader.running |= {name: (line_of(name, head)[0], str(said[name])) for name in RUNNING if said.get(name)}
    slides = [reader.slide(*raw, within) for raw, within in zip(raws, _within(raws, unseen), strict=True)]
    for slide in slides:
        slide.ground = slide.ground or picture_in(said, BEHIND_ALL)
    kept = [slide for slide in slides if slide.title or slide.pieces or slide.notes or stands_alone(slide.settings)]
    told += (
        (slide.line, f"a slide that only its layout shows: {slide.settings['layout']}")
        for slide in slides
        if slide not in kept and "layout" in slide.settings
    )
    told += (
        (slide.line, NOTHING_STAYS)
        for slide, (_, _, own) in zip(slides, raws, strict=True)
        if slide not in kept and (slide.is_emptied or any(map(HEADING.match, own)))
    )
    running: dict[str, Told] = {}
    for name, (line, given) in reader.running.items():
        beside = Beside()
        running[name] = (line, reader.clean(given, line - 1, beside))
        told += ((line, f"a footnote of the {name}: {shortly(each)}") for each in beside.footnotes.words)
    shown = by_headings and bool(matter.get("title"))
    beside = Beside()
    if shown:
        matter = cleaned(matter, head, lambda words, line: reader.clean(words, line - 1, beside))
    of_title = reader.footnotes(beside, line_of("title", head)[0])
    told += told_of_deck(matter, head, taken=() if by_headings or "marp" in said else OF_FIRST)
    told += told_of_title_page(matter, head, shown=shown)
    told += [*reader.left_out, *reader.tags()]
    return ForeignDeck(matter, kept, sorted(told), by_headings, running, of_title, head)


def _dividers(matter: Mapping[str, Any]) -> Collection[int]:
    """The levels of headings at which Marp begins slides, besides rules."""
    given = next((value for name, value in matter.items() if str(name).lower() == "headingdivider"), None)
    if isinstance(given, list):
        return [int(each) for each in given if str(each).isdecimal()]
    return range(1, int(given) + 1) if str(given) in ("1", "2", "3", "4", "5", "6") and given is not None else ()


def _is_parted_by_headings(matter: Mapping[str, Any], lines: list[str], start: int) -> bool:
    """Whether slides begin at headings, as in Pandoc and Quarto, and not at rules, as its front matter and it show."""
    if "marp" in matter:
        return False
    if _is_of_pandoc(matter):
        return True
    seen = [line for _, line, in_code in numbered_lines(lines, start) if not in_code]
    rules = sum(bool(_RULE.match(line)) for line in seen)
    headings = sum(bool(HEADING.match(line)) for line in seen)
    pauses = any(_PANDOC.match(line) for line in seen)
    return not rules or (pauses and headings > _MOST_HEADINGS * (rules + 1))


def _is_of_pandoc(matter: Mapping[str, Any]) -> bool:
    return bool(_OF_PANDOC & {str(name).lower() for name in matter})


def _within(raws: Sequence[tuple[int, Any, Any]], unseen: Sequence[Unseen]) -> Iterator[list[Unseen]]:
    """For each slide, what is not seen in it."""
    ends = [first for first, _, _ in raws[1:]]
    begins = 0
    for end in [*ends, None]:
        yield [each for each in unseen if begins <= each.line and (end is None or each.line < end)]
        begins = end or 0


def _parted(
    lines: list[str], start: int, levels: Collection[int], by_headings: bool
) -> Iterator[tuple[int, dict[str, str], list[str]]]:
    """Each slide's first line, its settings, and its lines; it begins at a rule, or at a heading of these levels."""
    first, settings, own = start, dict[str, str](), list[str]()
    skipped = start
    inside: list[bool] = []
    for at, line, in_code in numbered_lines(lines, start):
        if at < skipped:
            continue
        heading = None if in_code or any(inside) else HEADING.match(line)
        if by_headings and not in_code and (div := DIV.match(line)):
            if div[1]:
                inside.append(holds_no_slides(div[1]))
            elif inside:
                inside.pop()
        if not in_code and _RULE.match(line):
            yield first, settings, own
            settings, skipped = _slide_settings(lines, at + 1) if not by_headings else ({}, at + 1)
            first, own = skipped, []
        elif heading and len(heading[1]) in levels:
            yield first, settings, own
            first, settings, own = at, {}, [line]
        else:
            own.append(line)
    yield first, settings, own


def _slide_settings(lines: list[str], at: int) -> tuple[dict[str, str], int]:
    """The settings of a slide that begins here, as Slidev has them, and where the slide goes on."""
    if at >= len(lines) or not SETTING.match(lines[at]):
        return {}, at
    end = next((each for each in range(at, len(lines)) if _RULE.match(lines[each])), None)
    block = lines[at:end] if end is not None else []
    whole = all(SETTING.match(line) or line[:1].isspace() or line.startswith(("#", "- ")) for line in block if line)
    if end is None or not whole or (found := settings_of(block)) is None:
        return {}, at
    return {str(name).lower(): str(value) for name, value in found.items()}, end + 1
