"""Code of another program's slides as listings here have it: a language that is known, and lines that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.markup.pieces import Piece, pieces
from deck.starting.telling import Otherwise

_LANGUAGE = re.compile(r"(?:\{[^{}.]*(?=\.))?\{?[.=]?([A-Za-z][\w+#-]*)")
_HIGHLIGHT = re.compile(
    r"(?<![=\w])\{([\d\s,|–-]*(?:(?:all|\*)[\d\s,|–-]*)*)\}|\bcode-line-numbers\s*[=:]\s*[\"']?([\d\s,|–-]+)"
    r"|\[(?:\d+:[ \t]*)?([\d\s,|–-]+)\]"
)
_FILENAME = re.compile(
    r"""\bfilename\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^\s{}]+))|\[([^\[\]{}"]*[^\W\d_][^\[\]{}"]*)\]"""
)
_LOOKS = re.compile(r"\{[ \t]*[A-Za-z]\w*[ \t]*:[^{}]*\}")
"""What Slidev says of a listing: `{lines:true, startLine:5}`."""
_STEPS = re.compile(r"(?:md|markdown)\s+magic-move\b")
_MOST = 99_999


def as_listing(piece: Piece) -> Iterator[Piece | str]:
    """The code, whose `info` is `language {lines}`, after its file's name, if any; and what of it is left out."""
    info = piece.info
    if _STEPS.match(info):
        steps = [each for each in pieces(piece.text) if each.kind == "code"]
        if steps:
            yield f"the steps of code before the last of {len(steps)}"
            yield from as_listing(steps[-1]._replace(line=piece.line))
            return
    lit = _HIGHLIGHT.search(info)
    said = next(filter(None, lit.groups()), "") if lit else ""
    lines, missing = _lines(piece, said)
    if "|" in said:
        what = "the highlight of lines step by step, of which these are highlighted at once"
        yield Otherwise(f"{what}: {', '.join(lines)} of {said}")
    if missing:
        yield f"the highlight of lines that the code lacks: {', '.join(missing)}"
    if name := _FILENAME.search(info):
        yield Piece("paragraph", piece.line, f"`{next(filter(None, name.groups()), '').replace('`', '')}`")
    if looks := _LOOKS.findall(info):
        yield f"how code looks: {', '.join(looks)}"
    language = _LANGUAGE.match(info)
    named = _known(language[1].lower()) if language else ""
    yield piece._replace(info=" ".join(filter(None, [named, f"{{{', '.join(lines)}}}" if lines else ""])))


def parts_of(info: str) -> tuple[str, str]:
    """The language and the highlighted lines of a listing."""
    language, _, lines = info.partition("{")
    return language.strip(), lines.rstrip("}")


def _known(language: str) -> str:
    """The language, as long as code in it can be told apart: what nobody knows is shown as it stands."""
    # A deck without code is not to wait for what tells it apart.
    from deck.markup.source_code import known_language

    return language if known_language(language) else ""


def _lines(piece: Piece, said: str) -> tuple[list[str], list[str]]:
    """The highlighted lines that the code has, counted from its first that is not blank, and those that it lacks. What
    is highlighted step by step is so at once; where that would be all of the code, only the first step is."""
    shown = piece.text.strip("\n")
    before = piece.text[: piece.text.find(shown)].count("\n")
    every = {number for number, line in enumerate(shown.split("\n"), start=1) if line.strip()}
    steps, missing = list[list[str]](), list[str]()
    lit = set[int]()
    for step in said.split("|"):
        kept = list[str]()
        for each in re.findall(r"\d+(?:[-–]\d+)?", step):
            first, _, last = each.replace("–", "-").partition("-")
            begins, ends = (min(int(number), _MOST) - before for number in (first, last or first))
            if 1 <= begins <= ends <= shown.count("\n") + 1:
                kept.append(str(begins) if begins == ends else f"{begins}-{ends}")
                lit |= set(range(begins, ends + 1))
            else:
                missing.append(each)
        steps += [kept] if kept else []
    if len(steps) > 1 and every <= lit:
        del steps[1:]
    return list(dict.fromkeys(each for step in steps for each in step)), list(dict.fromkeys(missing))
