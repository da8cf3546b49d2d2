"""Findings and results as a person reads them on a terminal."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from deck.checks import StandIn
from deck.ground.columns import width
from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span
from deck.ground.files import holds_text, read_bytes
from deck.ground.inputs import Stamp, stamp
from deck.ground.late_pattern import late_pattern
from deck.model.deck import Deck
from deck.model.language import tag_of
from deck.pipeline.each_language import Unbuilt
from deck.pipeline.writing import Written

if TYPE_CHECKING:
    from deck.pipeline.editions import BuiltEdition

_COLOURS = {"error": "\033[1;31m", "warning": "\033[1;33m", "place": "\033[36m", "good": "\033[1;32m"}
_END = "\033[0m"
_COMMANDS = late_pattern("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_EXCERPT = 120
"""How many characters of a line are shown."""
_MOST = 50
"""How many findings are shown."""
_NAMED = 3
"""How many of the texts are named that would not fit in a font."""


def gathered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings, and at their end one for all the warnings in a catalog, and one for all that is not translated.

    So there is for the deck's own words that its outline's language does not have.
    """
    found: list[Diagnostic] = []
    missing: dict[str, list[Diagnostic]] = {}
    own_words: dict[str, list[Diagnostic]] = {}
    doubtful: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        warned = one.span is not None and one.severity is Severity.WARNING
        in_catalog = one.span is not None and one.span.path.lower().endswith(".po")
        if warned and one.span and one.code == "untranslated":
            (missing if in_catalog else own_words).setdefault(one.span.path, []).append(one)
        elif warned and one.span and in_catalog:
            doubtful.setdefault(one.span.path, []).append(one)
        else:
            found.append(one)
    for path, here in doubtful.items():
        tag = tag_of(Path(path).stem)
        what = f"{len(here)} places in the translation into `{tag}` are for its translator to look at"
        hint = f"tell the translator; `check --language {tag}` lists them"
        found += here if len(here) == 1 else [Diagnostic("translation", what, Span(path), hint, Severity.WARNING)]
    for path, here in own_words.items():
        what = f"{len(here)} of the deck’s own words are in English"
        found += here if len(here) == 1 else [replace(here[0], message=what, span=Span(path), field=None)]
    for path, here in missing.items():
        tag = tag_of(Path(path).stem)
        what = f"{len(here)} texts are not translated into `{tag}`, or are to be looked at"
        hint = f"`translate status` counts them, `check --language {tag}` lists them"
        found += here if len(here) == 1 else [Diagnostic("untranslated", what, Span(path), hint, Severity.WARNING)]
    return found


def findings(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Each finding with its place, the line it is about and how to mend it; then how many there are."""
    diagnostics = list(diagnostics)
    shown = _first(diagnostics)
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
    counts = " and ".join(filter(None, [_counted(errors, "error"), _counted(len(diagnostics) - errors, "warning")]))
    if len(shown) < len(diagnostics):
        counts += f"; {len(diagnostics) - len(shown)} more than are shown here{_left_out(diagnostics, shown)}"
    return "\n\n".join([*(_finding(diagnostic, colour) for diagnostic in shown), counts])


def _first(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """As many as a person reads, in order: no error gives way to a warning, and nothing to what is not translated."""

    def weight(at: int) -> tuple[bool, bool]:
        return diagnostics[at].severity is not Severity.ERROR, diagnostics[at].code == "untranslated"

    by_weight = sorted(range(len(diagnostics)), key=weight)
    return [diagnostics[at] for at in sorted(by_weight[:_MOST])]


def _left_out(diagnostics: Sequence[Diagnostic], shown: Sequence[Diagnostic]) -> str:
    """How many of each kind are not shown, in brackets."""
    left = Counter(one.code for one in diagnostics)
    left.subtract(one.code for one in shown)
    return f" ({', '.join(f'{count} {code}' for code, count in left.most_common() if count)})"


def summary(written: Sequence[Written], *, colour: bool = False) -> str:
    """What was written: a line for the file, a line for what is in it."""
    return "\n".join(_written(each, colour) for each in written)


def by_editions(editions: Sequence[BuiltEdition]) -> Iterator[tuple[str, list[Diagnostic]]]:
    """What was found, once for all the editions in which it was the same, under their names."""
    for among, findings in _shared([edition.findings for edition in editions]):
        named = _named_editions([editions[number] for number in among])
        yield "every edition" if len(among) == len(editions) > 1 else named, findings


def by_languages(unbuilt: Sequence[Unbuilt]) -> Iterator[tuple[str, list[Diagnostic]]]:
    """Why languages were not built: once for all of which it is the same, under their names."""
    for among, findings in _shared([dict.fromkeys(each.findings) for each in unbuilt]):
        *others, last = (f"`{unbuilt[number].language}`" for number in among)
        yield f"{', '.join(others)} and {last} are not built" if others else f"{last} is not built", findings


def _shared(of_each: Sequence[Iterable[Diagnostic]]) -> Iterator[tuple[tuple[int, ...], list[Diagnostic]]]:
    """What was found of several, with the numbers of those of which it was."""
    places: dict[Diagnostic, list[int]] = {}
    for number, findings in enumerate(of_each):
        for finding in findings:
            places.setdefault(finding, []).append(number)
    together: dict[tuple[int, ...], list[Diagnostic]] = {}
    for finding, numbers in places.items():
        together.setdefault(tuple(numbers), []).append(finding)
    yield from together.items()


def not_built(languages: Iterable[str], stands: Iterable[Path] = (), *, colour: bool = False) -> str:
    """Which languages were not built, and what `stands` there of them from before."""
    lines = [f"{_painted('not built:', 'error', colour)} {', '.join(languages)}"]
    lines += [f"      {printable(str(path))} is still the one of before" for path in stands]
    return "\n".join(lines)


def _named_editions(editions: Sequence[BuiltEdition]) -> str:
    more = f" and {len(editions) - _NAMED} more" if len(editions) > _NAMED else ""
    names = ", ".join(f"`{each.name}` (row {each.place.line})" for each in editions[:_NAMED])
    return f"edition{'s' if len(editions) > 1 else ''} {names}{more} of {printable(editions[0].place.path)}"


def summary_of_editions(editions: Sequence[BuiltEdition], output: Path, *, colour: bool = False) -> str:
    """How many decks of how many editions were written, and which editions, or languages of one, were not."""
    done = [edition for edition in editions if edition.paths]
    failed = [edition.name for edition in editions if not edition.paths]
    partly = [f"{each.name} ({', '.join(each.unbuilt)})" for each in done if each.unbuilt]
    decks = sum(len(edition.paths) for edition in done)
    lines = []
    if done:
        built = f"{len(done)} of " if failed else ""
        wrote = f"{_counted(decks, 'deck')} of {built}{_counted(len(editions), 'edition')} to {printable(str(output))}"
        lines.append(f"{_painted('wrote', 'good', colour)} {wrote}")
    lines += [
        f"      the one that was there is now {printable(str(copy))}" for edition in done for copy in edition.kept
    ]
    if failed or partly:
        lines.append(not_built([*failed, *partly], colour=colour))
    return "\n".join(lines)


def stand_ins(deck: Deck, where: Mapping[str, str], fonts: Iterable[StandIn]) -> str:
    """Who has a deck's fonts, and in which others its texts fit where its theme's is missing, a line a font."""
    own = " and ".join(dict.fromkeys((deck.theme.major.latin, deck.theme.minor.latin)))
    lines = [f"fonts in `{deck.language}`: " + ", ".join(f"{font} ({each})" for font, each in where.items())]
    lines.append(f"texts in `{deck.language}` where another font stands for {own}:")
    lines += [f"  {each.font:<16} {each}" for each in fonts]
    return "\n".join(lines)


def _written(written: Written, colour: bool) -> str:
    facts = [
        _counted(written.slides, "slide"),
        _counted(written.sections, "section"),
        f"language {written.language}",
        f"{written.size / 1000:.0f} kB",
    ]
    if written.minutes:
        facts.append(f"planned for {written.minutes.normalize():f} min")
    kept = f"\n      the one that was there is now {printable(str(written.kept))}" if written.kept else ""
    return f"{_painted('wrote', 'good', colour)} {printable(str(written.path))}\n      {', '.join(facts)}{kept}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}" if count else ""


def _finding(diagnostic: Diagnostic, colour: bool) -> str:
    head = _painted(f"{diagnostic.severity}[{diagnostic.code}]", diagnostic.severity, colour)
    lines = [f"{head}: {printable(' '.join(diagnostic.message.split()))}"]
    if diagnostic.span:
        lines.append(f"  {_painted(printable(str(diagnostic.span)), 'place', colour)}{_cell(diagnostic.span)}")
        lines += _source(diagnostic.span)
    if diagnostic.hint:
        lines.append(f"  hint: {printable(diagnostic.hint)}")
    return "\n".join(lines)


def _cell(span: Span) -> str:
    """What spreadsheet programs call a place in a workbook, whose lines and columns are cells."""
    if span.is_file or not span.path.lower().endswith((".xlsx", ".xlsm", ".ods")):
        return ""
    from deck.lists.sheets import name_of

    return f" (cell {name_of(span.line, span.column)})"


def _source(span: Span) -> list[str]:
    """The line that a span is in, with a mark under the place."""
    text = _lines(span.path, stamp(Path(span.path)))
    if not 1 <= span.line <= len(text):
        return []
    line = text[span.line - 1].replace("\t", " ")
    number = str(span.line)
    start, end = span.column - 1, (span.end_column or span.column + 1) - 1
    # Of a long line, only what is round the place.
    cut = max(0, min(start - _EXCERPT // 2, len(line) - _EXCERPT)) if len(line) > _EXCERPT else 0
    shown = line[cut : cut + _EXCERPT].rstrip()
    before, marked = printable(line[cut:start]), printable(line[start : min(end, cut + _EXCERPT)]) or " "
    left, right = "…" if cut else "", "…" if len(line.rstrip()) > cut + _EXCERPT else ""
    return [
        f"  {number} | {left}{printable(shown)}{right}",
        f"  {' ' * len(number)} | {' ' * (len(left) + width(before))}{'^' * width(marked)}",
    ]


def printable(text: str) -> str:
    """With a name in the place of what would command the terminal, or turn round what stands beside it."""
    return _COMMANDS.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


@cache
def _lines(path: str, _: Stamp) -> list[str]:
    """The lines of a file as it is now: one that was saved since has another stamp."""
    try:
        data = read_bytes(Path(path))
    except DeckError:
        return []
    if not holds_text(data):
        # A workbook has rows, and its places count them; but like a picture it has no lines to show.
        return []
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    # As readers count lines, which is not as Python's `splitlines` does.
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        # As a list is read that is not in UTF-8.
        text = data.decode("cp1252" if encoding == "utf-8-sig" else encoding, errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _painted(text: str, colour: str, wanted: bool) -> str:
    return f"{_COLOURS[colour]}{text}{_END}" if wanted else text
