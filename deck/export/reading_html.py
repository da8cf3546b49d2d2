"""A translation to be read over, as a page: each slide in both languages, and below it its messages in a table.

The page holds all it shows. Pictures are images of their own, in which nothing runs, and its policy lets nothing in.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from deck.export.svg.drawing import colour
from deck.export.xml import content, value
from deck.ground.dataclass import dataclass
from deck.ground.late_pattern import late_pattern
from deck.model.language import Language
from deck.model.style import Colour
from deck.model.theme import Theme

_LINK = late_pattern(r"(?<!\\)\]\(((?:https?://|mailto:|tel:|#)[^\s()]+)\)")
"""The address of a link, as markup has it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A message: its `key`, what it is, its source, its translation in a form or several, its room.

    `numbers` says with which numbers each of several forms goes. `findings` is what is wrong with it, `remarks` what
    people wrote of it, `review` whether it was signed off, `before` the source that a draft was made from.
    """

    key: str
    role: str
    source: str
    forms: tuple[str, ...]
    numbers: tuple[str, ...]
    room: str
    state: str
    findings: tuple[str, ...]
    remarks: str = ""
    review: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A slide's picture, as SVG, and the slide's title in its language."""

    svg: str
    title: str


@dataclass(frozen=True, slots=True)
class Part:
    """Messages that stand together: a slide's, with its title and its pictures; or those of the whole deck."""

    heading: str
    title: str
    pictures: tuple[tuple[Picture, ...], tuple[Picture, ...]]
    rows: tuple[Row, ...]


def reading_page(
    name: str, languages: tuple[Language, Language], theme: Theme, parts: Sequence[Part], findings: Sequence[str]
) -> str:
    """The page, in HTML: of the deck of this name, from the first of the languages into the second.

    `findings` are those that belong to no message. The same arguments give the same text.
    """
    source, target = languages
    heading = f"{name}: {source} → {target}"
    style = _style(theme, heading)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = content(heading)
    rows = [row for part in parts for row in part.rows]
    said = [
        *(row.state for row in rows),
        *(row.review for row in rows),
        *("with remarks" for row in rows if row.remarks),
    ]
    counts = "".join(f"<li>{count} {content(each)}</li>" for each, count in Counter(filter(None, said)).items())
    wrong = "".join(f"<li>{content(each)}</li>" for each in findings)
    places: dict[str, str] = {}
    for number, part in enumerate(parts, start=1):
        for row in part.rows:
            places.setdefault(row.key.partition(".")[0], _heading_id(number))
    body = "".join(_part(part, number, source, target, places) for number, part in enumerate(parts, start=1))
    return (
        '<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content={value(policy)}>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f'<ul class="counts">{counts}</ul>\n'
        + (f"<h2>What else was found</h2>\n<ul>{wrong}</ul>\n" if wrong else "")
        + f"{body}</main>\n</body>\n</html>\n"
    )


def _heading_id(number: int) -> str:
    return f"part-{number}"


def _part(part: Part, number: int, source: Language, target: Language, places: Mapping[str, str]) -> str:
    heading = _heading_id(number)
    words = content(part.heading)
    if part.title:
        words += f": <span{_in(source)}>{content(part.title)}</span>"
    pairs = "".join(
        f'<div class="pair">{_figure(one, source)}{_figure(other, target)}</div>\n'
        for one, other in zip_longest(*part.pictures)
    )
    table = "".join(_table(part, heading, source, target, places)) if part.rows else ""
    return f'<section aria-labelledby="{heading}">\n<h2 id="{heading}">{words}</h2>\n{pairs}{table}</section>\n'


def _figure(picture: Picture | None, language: Language) -> str:
    if picture is None:
        return "<div></div>"
    data = base64.b64encode(picture.svg.encode()).decode()
    image = f'<img src="data:image/svg+xml;base64,{data}"{_in(language)} alt={value(picture.title)}>'
    return f"<figure>{image}<figcaption>{content(language.tag)}</figcaption></figure>"


def _table(part: Part, heading: str, source: Language, target: Language, places: Mapping[str, str]) -> Iterator[str]:
    heads = ("Text", f"Source ({source})", f"Translation ({target})", "Room", "State")
    cells = "".join(f'<th scope="col">{content(head)}</th>' for head in heads)
    yield f'<table aria-labelledby="{heading}">\n<thead><tr>{cells}</tr>\n'
    words = content(f"{part.heading}: {part.title}" if part.title else part.heading)
    # A sheet that a long table goes on to says which slide it is about.
    yield f'<tr class="running"><td colspan="{len(heads)}">{words}</td></tr></thead>\n<tbody>\n'
    for row in part.rows:
        findings = "".join(f"<p>{content(each)}</p>" for each in row.findings)
        state = f"<strong class={value(row.state.replace(' ', '-'))}>{content(row.state)}</strong>"
        state += f"<p>{content(row.review)}</p>" if row.review else ""
        before = f'<p class="aside">before: <span{_in(source)}>{content(row.before)}</span></p>' if row.before else ""
        yield (
            f'<tr><th scope="row"><code>{content(row.key)}</code><p>{content(row.role)}</p></th>'
            f'<td><div{_in(source)} class="text">{_linked(row.source, places)}</div>{before}</td>'
            f"<td>{_translation(row, target, places)}{_remarks(row)}</td>"
            f"<td>{content(row.room)}</td>"
            f"<td>{state}{findings}</td></tr>\n"
        )
    yield "</tbody>\n</table>\n"


def _linked(words: str, places: Mapping[str, str]) -> str:
    """A message, in which the addresses of links lead there: on the web, or to the slide of this id."""
    made, end = "", 0
    for match in _LINK.finditer(words):
        address = match[1]
        target = f"#{place}" if (place := places.get(address.removeprefix("#"))) else address
        if address.startswith("#") and not place:
            continue
        made += content(words[end : match.start(1)])
        made += f'<a href={value(target)} rel="noopener noreferrer">{content(address)}</a>'
        end = match.end(1)
    return made + content(words[end:])


def _translation(row: Row, language: Language, places: Mapping[str, str]) -> str:
    if not row.numbers:
        return f'<div class="text"{_in(language)}>{_linked("".join(row.forms), places)}</div>'
    forms = "".join(
        f"<dt>{content(numbers)}</dt><dd{_in(language)}>{_linked(form, places)}</dd>"
        for numbers, form in zip(row.numbers, row.forms, strict=True)
    )
    return f"<dl>{forms}</dl>"


def _remarks(row: Row) -> str:
    """What people wrote, whose language nobody knows."""
    return f'<div class="aside remarks" dir="auto" role="note">{content(row.remarks)}</div>' if row.remarks else ""


def _in(language: Language) -> str:
    """The language and its direction as attributes."""
    return f" lang={value(language.tag)} dir={value(language.direction)}"


def _css(words: str) -> str:
    """The words in a string of CSS."""
    return "".join(char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in words)


def _style(theme: Theme, footer: str) -> str:
    """`footer` stands at the foot of each printed page, beside its number."""
    ground, ink, soft = (colour(theme, Colour(each)) for each in ("lt1", "dk1", "lt2"))
    strong, accent, warning, edge = (colour(theme, Colour(each)) for each in ("dk2", "accent1", "accent2", "accent6"))
    return f"""
:root {{ color-scheme: light; }}
body {{ margin: 0; background: {ground}; color: {ink}; font: 1rem/1.5 system-ui, sans-serif; }}
main {{ max-width: 84rem; margin: 0 auto; padding: 1.5rem; }}
h1, h2 {{ color: {strong}; line-height: 1.25; overflow-wrap: anywhere; }}
h2 {{ margin: 3rem 0 1rem; padding-top: 1rem; border-top: 3px solid {accent}; font-size: 1.25rem; }}
.counts {{ display: flex; flex-wrap: wrap; gap: 1.5rem; padding: 0; list-style: none; }}
.pair {{ display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-bottom: 1rem; break-inside: avoid; }}
figure {{ margin: 0; }}
img {{ display: block; box-sizing: border-box; width: 100%; height: auto; border: 1px solid {edge}; }}
figcaption {{ font-size: .875rem; }}
table {{ width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .9375rem; }}
th, td {{ padding: .5rem; border: 1px solid {edge}; text-align: start; vertical-align: top; overflow-wrap: anywhere; }}
th {{ background: {soft}; }}
tbody th {{ font-weight: normal; }}
thead th:nth-child(1) {{ width: 18%; }}
thead th:nth-child(4) {{ width: 13%; }}
thead th:nth-child(5) {{ width: 14%; }}
th p, td p {{ margin: .25rem 0 0; font-size: .875rem; }}
.text, dd {{ white-space: pre-wrap; unicode-bidi: isolate; }}
.aside {{ margin-top: .5rem; padding-inline-start: .5rem; border-inline-start: 3px solid {accent}; }}
.aside {{ font-size: .875rem; }}
.remarks {{ white-space: pre-line; }}
dl, dd {{ margin: 0; }}
dt {{ font-size: .8125rem; color: {edge}; }}
dd + dt {{ margin-top: .5rem; }}
.fuzzy, .missing, .too-long, .wrong {{ color: {warning}; }}
@page {{
  size: A4 landscape; margin: 12mm 12mm 16mm;
  @bottom-left {{ content: "{_css(footer)}"; font: 8pt system-ui, sans-serif; color: {ink}; }}
  @bottom-right {{ content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: {ink}; }}
}}
.running {{ display: none; }}
@media print {{
  .running {{ display: table-row; }}
  .running td {{ font-weight: bold; }}
  main {{ max-width: none; padding: 0; }}
  h2 {{ break-after: avoid; }}
  section + section {{ break-before: page; }}
  tr {{ break-inside: avoid; }}
  html {{ font-size: 9pt; }}
  h2 {{ margin-top: 0; }}
  th, img {{ print-color-adjust: exact; }}
}}
"""
