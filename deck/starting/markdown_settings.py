"""Settings of another program's deck and slides: which are taken over, which change nothing, and which are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from deck.starting.telling import Told, shortly

RUNNING = ("header", "footer")
"""The settings for what stands at the edges of all slides."""
_TAKEN = re.compile(
    "header|footer|title|subtitle|author|authors|institute|date|lang|language|logo|"
    "size|aspectratio|transition|format|output|execute|knitr|incremental|slide-level|"
    "src|headingdivider|layout|background|backgroundimage|image|hide|disabled|marp"
)
_WITHOUT_EFFECT = re.compile(
    "math|html|paginate|slide-number|show-slide-number|slidenumber|mdc|highlighter|"
    "download|exportfilename|export|drawings|presenter|record|monaco|remoteassets|"
    "selectable|routermode|wakelock|seometa|htmlattrs|self-contained|embed-resources|"
    "standalone|router|chalkboard|menu|history|preview-links|controls|progress|"
    "navigation-mode|editor|hash|editor_options|jupyter|engine|documentclass|cache|"
    "keep-tex|keep-md|url|pdf-engine|code-fold|code-tools|code-copy|link-external-newwindow|"
    "auto-stretch|resources|auto-play-media|view-distance|width|height|margin|code-overflow"
    "|smaller|scrollable|linenumbers|canvaswidth|plantumlserver|favicon|browserexporter|"
    "twoslash|server|project|draft|hash-type|mouse-wheel|touch|center|html-math-method|"
    "fig-width|fig-height|fig-align|fig-format|fig-dpi|df-print|link-citations"
)
"""What another program's window, files or formulas need, and what slides here have anyhow."""
_OF_SLIDES = ("revealjs", "beamer", "pptx", "presentation")
_SLIDE_TAKEN = re.compile(
    "id|layout|background-image|backgroundimage|image|src|hide|disabled|hidden|visibility|transition|routealias"
)
_SLIDE_WITHOUT_EFFECT = re.compile(
    "smaller|scrollable|center|centered|unnumbered|unlisted|-|allowframebreaks|fragile|"
    "t|b|c|noframenumbering|shrink|squeeze|r-fit-text|nostretch|clicks|clicksstart|"
    "level|preload|hideintoc|title|dragpos|zoom|layoutclass|paginate|allowdisplaybreaks|"
    "uncounted|background-size|background-position|background-repeat|backgroundsize|"
    "backgroundposition|backgroundrepeat|background-opacity|size|math|marp|timing|fit"
)
_TRANSITIONS = {"crossfade": "fade", "dissolve": "fade", "fade-out": "fade", "reveal": "cover"}
_SIZES = {"4:3": "4:3", "4/3": "4:3", "43": "4:3", "16:10": "16:10", "16/10": "16:10", "1610": "16:10"}
_ADDRESS = re.compile(r"url\(|[./]\w")


def settings_of_deck(matter: Mapping[str, Any]) -> dict[str, Any]:
    """What the front matter says of the deck, its names in small letters, and those of its formats for slides."""
    found: dict[str, Any] = {}
    for formats in (matter.get("format"), matter.get("output")):
        for name, given in formats.items() if isinstance(formats, Mapping) else ():
            if isinstance(given, Mapping) and str(name).lower().endswith(_OF_SLIDES):
                found |= {str(key).lower(): value for key, value in given.items()}
    return found | {str(key).lower(): value for key, value in matter.items()}


def told_of_deck(matter: Mapping[str, Any], lines: Sequence[str]) -> Iterator[Told]:
    """Which settings of the front matter, which stands in these lines, are left out."""
    found = []
    for name, value in settings_of_deck(matter).items():
        if value is False or _TAKEN.fullmatch(name) or _WITHOUT_EFFECT.fullmatch(name):
            continue
        if name == "class" and not _odd_classes(str(value)):
            continue
        pattern = re.compile(rf"[ \t]*[\"']?({re.escape(name)})[\"']?[ \t]*:", re.IGNORECASE)
        at, said = next(
            ((at, match[1]) for at, line in enumerate(lines, start=1) if (match := pattern.match(line))), (1, name)
        )
        found.append((at, said))
    if found:
        found.sort()
        first, _ = found[0]
        names = ", ".join(f"`{name}`" + (f" (line {at})" if at != first else "") for at, name in found)
        yield first, f"settings of the whole deck: {names}"


def _odd_classes(value: str) -> str:
    """Those of a slide's classes that would make it look otherwise than slides here do."""
    return " ".join(each for each in value.split() if each not in ("lead", "text-center", "center"))


def told_of_slide(settings: Mapping[str, str], line: int) -> Iterator[Told]:
    """Which settings of a slide are left out."""
    for name, value in settings.items():
        taken = bool(_SLIDE_TAKEN.fullmatch(name) or _SLIDE_WITHOUT_EFFECT.fullmatch(name))
        taken = taken or (name == "background" and bool(_ADDRESS.search(value)))
        if name == "class":
            value = _odd_classes(value)
            taken = not value
        if name == "transition" and transition_of(value) is None:
            taken = False
        if name == "url":
            yield line, f"a page of the web on a slide: {value}"
        elif not taken:
            yield line, f"a setting of a slide: {shortly(f'{name}: {value}' if value else f'.{name}')}"


def transition_of(value: object) -> str | None:
    """How slides come, by PowerPoint's name; None where it has none for it."""
    name = str(value).split("|")[0].split(" ")[0].strip().lower()
    name = "push" if name.startswith("slide") else _TRANSITIONS.get(name, name)
    return name if name in ("fade", "push", "wipe", "cover", "split", "cut", "none") else None


def size_of(settings: Mapping[str, Any]) -> str | None:
    """The slides' size, where it is none of 16:9."""
    given = str(settings.get("size") or settings.get("aspectratio") or "").replace(" ", "")
    return _SIZES.get(given, "A4" if given.upper() == "A4" else None)
