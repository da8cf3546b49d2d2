"""Text in its looks → markup that is read as just that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple, TypeAlias

from deck.ground.dataclass import dataclass
from deck.markup.escaping import sparingly, strictly
from deck.markup.grammar import parsed
from deck.markup.mistakes import misused
from deck.markup.reading import runs_of
from deck.model.text import Run

_BLANK_LINES = re.compile(r"(\n(?:[ \t]*\n)+)")
_NOTHING, _PUNCTUATION, _SIGNS = re.compile(r"(?!)"), re.compile(r"[^\w\s{}]|_"), re.compile(r"[^\s{}]")
_DIGIT, _SIGN, _WHATEVER = re.compile(r"\d"), re.compile(r"\S"), re.compile("")


class _Care(NamedTuple):
    """How text is escaped, and which signs at the edges of marks are `sheltered`: written as entities.

    Those alone are that `touch` such a sign beyond the marks.
    """

    escaped: Callable[[str], str]
    sheltered: re.Pattern[str]
    touch: re.Pattern[str] = _SIGN


_CARES = (
    _Care(sparingly, _NOTHING),
    _Care(sparingly, _DIGIT, _DIGIT),
    _Care(strictly, _NOTHING),
    _Care(strictly, _DIGIT, _DIGIT),
    _Care(strictly, _PUNCTUATION),
    _Care(strictly, _SIGNS),
    _Care(strictly, _SIGNS, _WHATEVER),
)
_Looks: TypeAlias = tuple[tuple[str, str], tuple[str, str]]
"""Bold and italic with their marks, the outer one first."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text in one look. `verbatim` is markup as such: a name in braces, or code.

    `before` and `after` are the signs on either side of it, spaces at the edges of a paragraph.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    verbatim: bool = False
    before: str = " "
    after: str = " "

    def with_text(self, text: str) -> Stretch:
        return replace(self, text=text)

    def with_verbatim(self, markup: str) -> Stretch:
        return replace(self, text=markup, verbatim=True)

    def linked(self, address: str) -> Stretch:
        return replace(self, link=address)

    def bolder(self) -> Stretch:
        return replace(self, bold=True)

    def slanted(self) -> Stretch:
        return replace(self, italic=True)


def code(text: str) -> str:
    """Markup for code that says this."""
    longest = max((len(ticks) for ticks in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if text[:1] == "`" or text[-1:] == "`" or (text[:1] == text[-1:] == " " and text.strip()) else ""
    return f"{fence}{padding}{text}{padding}{fence}"


def marked(markup: str, marks: str) -> str:
    """The markup between marks, with its spaces at either end outside them; without marks where there is nothing."""
    within = markup.strip()
    if not within:
        return markup
    start = len(markup) - len(markup.lstrip())
    return f"{markup[:start]}{marks}{within}{marks}{markup[start + len(within) :]}"


def says(markup: str, stretches: Iterable[Stretch]) -> bool:
    """Whether the markup, as it is read, is this text in these looks, but for how wide its spaces are."""
    found = [_read(part) for part in _BLANK_LINES.split(markup)[::2]]
    if any(mistaken for _, mistaken in found):
        return False
    return _looks(run for runs, _ in found for run in (*runs, Run(" "))) == _looks(_meant(stretches))


def ways(stretches: Sequence[Stretch]) -> Iterator[str]:
    """Markup for the text, in several ways, of which one may do where marks of different kinds touch.

    The plainest come first: as few signs are escaped as can be, and those at the edges of marks stand as they are.
    """
    for care in _CARES:
        for italic in "*_":
            for looks in (("bold", "**"), ("italic", italic)), (("italic", italic), ("bold", "**")):
                yield "".join(_paragraphs(stretches, looks, care))


def _paragraphs(stretches: Sequence[Stretch], looks: _Looks, care: _Care) -> Iterator[str]:
    """Each paragraph by itself: no pair of marks reaches into another."""
    paragraph: list[Stretch] = []
    for stretch in stretches:
        pieces = [stretch.text] if stretch.verbatim else _BLANK_LINES.split(stretch.text)
        for at, piece in enumerate(pieces):
            if at % 2:
                yield _paragraph(paragraph, looks, care)
                yield piece
                paragraph = []
            elif piece:
                paragraph.append(replace(stretch, text=piece))
    yield _paragraph(paragraph, looks, care)


def _paragraph(stretches: Iterable[Stretch], looks: _Looks, care: _Care) -> str:
    outer, inner = looks

    def plain(within: Iterable[Stretch]) -> str:
        return _plain(within, care)

    pieces: list[str] = []
    for link, linked in groupby(_spaced(stretches), key=lambda each: each.link):
        words = _in_marks(linked, outer, lambda within: _in_marks(within, inner, plain))
        before = pieces[-1] if pieces else ""
        if link and before.endswith("!"):
            pieces[-1] = f"{before[:-1]}\\!"
        pieces.append(f"[{words}]({link})" if link else words)
    return "".join(pieces)


def _spaced(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches, with spaces at the edges of each by themselves, bold if what is round them is."""
    split = [
        replace(stretch, text=text)
        for stretch in stretches
        for text in ([stretch.text] if stretch.verbatim else re.split(r"(\s+)", stretch.text))
        if text
    ]
    around = [" ", *(each.text for each in split), " "]
    parts = [
        replace(each, before=before[-1], after=after[0])
        for each, before, after in zip(split, around, around[2:], strict=False)
    ]
    for at, part in enumerate(parts):
        if part.verbatim or part.text.strip():
            yield part
            continue
        round_it = [
            next((each for each in others if each.verbatim or each.text.strip()), Stretch(""))
            for others in (parts[at::-1], parts[at:])
        ]
        yield replace(part, bold=all(each.bold for each in round_it), italic=all(each.italic for each in round_it))


def _in_marks(stretches: Iterable[Stretch], look: tuple[str, str], within: Callable[[Iterable[Stretch]], str]) -> str:
    name, marks = look
    return "".join(
        marked(within(inside), marks) if has_it else within(inside)
        for has_it, inside in groupby(stretches, key=lambda each: bool(getattr(each, name)))
    )


def _plain(stretches: Iterable[Stretch], care: _Care) -> str:
    """Markup for stretches in one look."""
    made = ""
    for verbatim, run in groupby(stretches, key=lambda each: each.verbatim):
        some = list(run)
        text = "".join(each.text for each in some)
        made += text if verbatim else _guarded(text, care, some[0], some[-1])
    return made


def _guarded(text: str, care: _Care, begins: Stretch, ends: Stretch) -> str:
    """Markup for the text from one stretch to another; inside marks a sheltered sign at its edge is written so that it
    cannot undo them."""
    words = text.strip()
    if not (begins.bold or begins.italic) or not words:
        return care.escaped(text)
    before, _, after = text.partition(words)
    starts, stops = (care.touch.match(sign) for sign in (begins.before, ends.after))
    first = care.sheltered.match(words[:1]) if starts or (stops and len(words) == 1) else None
    last = care.sheltered.match(words[1:][-1:]) if stops else None
    within = care.escaped(words[bool(first) : len(words) - bool(last)])
    return f"{before}{_entity(first)}{within}{_entity(last)}{after}"


def _entity(sign: re.Match[str] | None) -> str:
    return f"&#{ord(sign[0])};" if sign else ""


def _read(markup: str) -> tuple[list[Run], bool]:
    """A paragraph's runs, and whether any mark is out of place."""
    tokens = parsed(markup.strip())
    return list(runs_of(tokens)), any(True for _ in misused(tokens))


def _meant(stretches: Iterable[Stretch]) -> Iterator[Run]:
    for stretch in stretches:
        look = Run("", stretch.bold, stretch.italic, stretch.link)
        if stretch.verbatim:
            for run in runs_of(parsed(stretch.text)):
                yield replace(look, text=run.text, code=run.code)
        else:
            yield look.with_text(stretch.text.replace("{", "{{").replace("}", "}}"))


def _looks(runs: Iterable[Run]) -> list[tuple[str, Run | None]]:
    """Each character with its look; spaces, which have none, once between words."""
    found: list[tuple[str, Run | None]] = []
    for run in runs:
        look = run.with_text("")
        for char in run.text:
            if not char.isspace():
                found.append((char, look))
            elif found and found[-1][1]:
                found.append((" ", None))
    return found[:-1] if found and found[-1][1] is None else found
