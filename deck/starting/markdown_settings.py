"""Settings of another program's deck and slides: which are taken over, which change nothing, and which are told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from deck.starting.markdown_lines import line_of
from deck.starting.telling import Told, shortly

RUNNING = ("header", "footer")
"""The settings for what stands at the edges of all slides."""
_TAKEN = re.compile(
    "header|footer|title|subtitle|author|authors|institute|date|lang|language|logo|"
    "size|aspectratio|transition|format|output|execute|knitr|incremental|slide-level|"
    "headingdivider|marp|separator|verticalseparator|revealoptions"
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
OF_FIRST = ("layout", "class", "background", "image", "src", "hide", "disabled", "routealias", "url")
"""What Slidev says before the slides of the first of them."""
BEHIND_ALL = ("backgroundimage", "background-image")
"""The settings of a deck for a picture behind all its slides."""
_PICTURES = ("background", "background-image", "backgroundimage", "image")
_SLIDE_TAKEN = re.compile("id|src|hide|disabled|hidden|visibility|transition|routealias")
_LAYOUTS = re.compile(
    "default|none|full|center|cover|intro|lead|end|section|statement|fact|quote|image(?:-left|-right)?|"
    "two-cols(?:-header)?|iframe(?:-left|-right)?"
)
_SLIDE_WITHOUT_EFFECT = re.compile(
    "smaller|scrollable|center|centered|unnumbered|unlisted|-|allowframebreaks|fragile|"
    "t|b|c|noframenumbering|shrink|squeeze|r-fit-text|nostretch|clicks|clicksstart|"
    "level|preload|hideintoc|dragpos|zoom|layoutclass|paginate|allowdisplaybreaks|"
    "uncounted|background-size|background-position|background-repeat|backgroundsize|"
    "backgroundposition|backgroundrepeat|background-opacity|size|math|marp|timing|fit"
)
_TRANSITIONS = {"crossfade": "fade", "dissolve": "fade", "fade-out": "fade", "reveal": "cover"}
_SIZES = {"4:3": "4:3", "4/3": "4:3", "43": "4:3", "16:10": "16:10", "16/10": "16:10", "1610": "16:10"}
_ADDRESS = re.compile(r"url\(|^(?!(?:[a-z-]+-)?gradient\()[^()]*[./]\w", re.IGNORECASE)
_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")


def settings_of_deck(matter: Mapping[str, Any]) -> dict[str, Any]:
    """What the front matter says of the deck, its names in small letters, and those of its formats for slides."""
    options = next((given for name, given in matter.items() if str(name).lower() == "revealoptions"), None)
    found = {str(key).lower(): value for key, value in options.items()} if isinstance(options, Mapping) else {}
    for formats in (matter.get("format"), matter.get("output")):
        for name, given in formats.items() if isinstance(formats, Mapping) else ():
            if isinstance(given, Mapping) and str(name).lower().endswith(_OF_SLIDES):
                found |= {str(key).lower(): value for key, value in given.items()}
    return found | {str(key).lower(): value for key, value in matter.items()}


def picture_in(settings: Mapping[str, Any], names: Sequence[str] = _PICTURES) -> str:
    """The address of the picture that settings of these names have; nothing where they have none."""
    found = (str(settings.get(name) or "") for name in names)
    return next((address_of(each) for each in found if _ADDRESS.search(each)), "")


def stands_alone(settings: Mapping[str, str]) -> bool:
    """Whether a slide with these settings shows something though it has no words: a picture, or another file."""
    return "src" in settings or bool(picture_in(settings))


def told_of_deck(matter: Mapping[str, Any], lines: Sequence[str], *, taken: Collection[str] = ()) -> Iterator[Told]:
    """Which settings of the front matter, which stands in these lines, are left out; `taken` are told of elsewhere."""
    found = []
    for name, value in settings_of_deck(matter).items():
        lost = name == "transition" and transition_of(value) is None
        if value is False or name in taken or (_TAKEN.fullmatch(name) and not lost) or _WITHOUT_EFFECT.fullmatch(name):
            continue
        if name in BEHIND_ALL and picture_in({name: value}):
            continue
        if name == "class" and not _odd_classes(str(value)):
            continue
        found.append(line_of(name, lines))
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
        taken = taken or (name in _PICTURES and bool(picture_in({name: value})))
        taken = taken or (name == "layout" and bool(_LAYOUTS.fullmatch(value.strip().lower())))
        if name == "class":
            value = _odd_classes(value)
            taken = not value
        if name == "transition" and transition_of(value) is None:
            taken = False
        if name == "url":
            yield line, f"a page of the web on a slide: {value}"
        elif not taken:
            yield line, f"a setting of a slide: {shortly(f'{name}: {value}' if value else f'.{name}')}"


def address_of(setting: str) -> str:
    """The address in a setting, which may be written as `url(…)`."""
    match = _URL.search(setting)
    return match[1] if match else setting


def is_hidden(settings: Mapping[str, str]) -> bool:
    """Whether a slide is not shown: Slidev takes all that is not false for true."""
    said = [settings[name].strip().lower() for name in ("hide", "disabled", "hidden") if name in settings]
    return settings.get("visibility") == "hidden" or any(each not in ("false", "no", "off", "null") for each in said)


def transition_of(value: object) -> str | None:
    """How slides come, by PowerPoint's name; None where it has none for it."""
    name = str(value).split("|")[0].split(" ")[0].strip().lower()
    name = "push" if name.startswith("slide") else _TRANSITIONS.get(name, name)
    return name if name in ("fade", "push", "wipe", "cover", "split", "cut", "none") else None


def size_of(settings: Mapping[str, Any]) -> str | None:
    """The slides' size, where it is none of 16:9."""
    given = str(settings.get("size") or settings.get("aspectratio") or "").replace(" ", "")
    return _SIZES.get(given, "A4" if given.upper() == "A4" else None)
