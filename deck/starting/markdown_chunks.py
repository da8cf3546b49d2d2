"""Code that Quarto and R Markdown run: whether it is shown, and what it shows when it runs, which is not taken over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from deck.markup.pieces import Piece

_CHUNK = re.compile(r"\{([A-Za-z][\w.+-]*)\b([^{}]*)\}$")
_IN_HEAD = re.compile(r"""([\w.-]+)\s*=\s*("[^"]*"|'[^']*'|c\([^)]*\)|[^\s,]+)""")
_OPTION = re.compile(r"[ \t]*(?:#|//|--|%%?|;;?|\*|')\|(?:[ \t]*([\w.-]+)[ \t]*[:=])?[ \t]*(.*?)[ \t]*(?:\*/)?$")
_LABEL = re.compile(r"[ \t,]*([\w.-]+)[ \t]*(?:,|$)")
_FOR_ALL = re.compile(r"opts_chunk\$set\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_IN_TEXT = re.compile(r"(?<!`)`(?:r|\{\w+\})[ \t][^`\n]+`(?!`)")
_SLIDES = ("revealjs", "beamer", "pptx")
_NAMES = ("echo", "include", "eval", "output", "results")
_SHOWN_WITH = ("code-line-numbers", "filename")
_RAW = re.compile(r"\{=(\w+)\}$")
_SHOWN = 50


class Chunks:
    """The code of a deck, in its order: what one chunk says may hold for those after it."""

    def __init__(self, matter: Mapping[str, Any], project: Mapping[str, Any] = MappingProxyType({})) -> None:
        """The code of a deck with this front matter, in a project that says this for all its decks."""
        self._for_all: dict[str, str] = {}
        formats = matter.get("format") or project.get("format")
        names = list(formats) if isinstance(formats, Mapping) else [formats]
        # Quarto's own default, in slides alone.
        if any(str(name).endswith(_SLIDES) for name in names):
            self._for_all["echo"] = "false"
        given = [project, matter, *(formats.values() if isinstance(formats, Mapping) else ())]
        for each in given:
            if isinstance(each, Mapping):
                self._heed(each)
                knitr = each.get("knitr")
                chunks = knitr.get("opts_chunk") if isinstance(knitr, Mapping) else None
                for options in (each.get("execute"), chunks):
                    self._heed(options if isinstance(options, Mapping) else {})

    def _heed(self, given: Mapping[str, Any]) -> None:
        self._for_all |= {name: str(given[name]) for name in _NAMES if name in given}

    def seen(self, piece: Piece) -> tuple[Piece | None, str]:
        """A piece of code as it is shown, None where it is not; and what of it is left out, if anything."""
        if raw := _RAW.match(piece.info):
            return None, f"what only {raw[1]} shows: {_begin(piece.text)}"
        chunk = _CHUNK.match(piece.info)
        if chunk is None:
            return piece, ""
        options = dict(self._for_all) | {name: value.strip("\"'") for name, value in _IN_HEAD.findall(chunk[2])}
        if label := _LABEL.match(chunk[2]):
            options["label"] = label[1]
        lines = []
        for line in piece.text.split("\n"):
            option = _OPTION.match(line)
            if option is None:
                lines.append(line)
            elif option[1]:
                options[option[1]] = option[2].strip("\"'")
        text = "\n".join(lines).strip("\n")
        for given in _FOR_ALL.finditer(text):
            self._heed({name: value.strip("\"'") for name, value in _IN_HEAD.findall(given[1])})
        hidden = not text or _off(options.get("echo")) or _off(options.get("include"))
        silent = any(_off(options.get(name)) for name in ("eval", "include", "output"))
        silent = silent or options.get("results") == "hide"
        captions = (options[name] for name in ("label", "fig-cap", "tbl-cap") if options.get(name))
        what = ", ".join(captions) or _begin(text) or chunk[1]
        if hidden:
            told = "code that is not shown" + ("" if silent else ", and what it shows when it runs")
            return None, f"{told}: {what}"
        said = (f'{name}="{options[name]}"' for name in _SHOWN_WITH if name in options)
        shown = piece._replace(text=text, info=" ".join([chunk[1], *said]))
        return shown, "" if silent else f"what code shows when it runs: {what}"


def results_in(text: str) -> Iterator[tuple[int, str]]:
    """Where code within a text is to be replaced by its result: in which line of the text, and the code."""
    for match in _IN_TEXT.finditer(text):
        yield text.count("\n", 0, match.start()), match[0]


def without_results(text: str) -> str:
    """The text with a gap for each result, and none at the end of a heading, where it is a sign or a picture."""
    at_end = re.compile(
        rf"^([ ]{{0,3}}#{{1,6}}[ \t].*?)(?:[ \t]*{_IN_TEXT.pattern})+(?=[ \t]*(?:\{{[^{{}}\n]*\}})?[ \t]*$)",
        re.MULTILINE,
    )
    return _IN_TEXT.sub("…", at_end.sub(r"\1", text))


def _off(value: str | None) -> bool:
    return value is not None and value.strip().lower() in ("false", "f", "no", "off")


def _begin(text: str) -> str:
    words = " ".join(next((line for line in text.split("\n") if line.strip()), "").split())
    return f"{words[:_SHOWN]}…" if len(words) > _SHOWN else words
