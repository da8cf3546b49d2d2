"""A flowchart in Mermaid's language → the fields of a diagram, where it is plain: boxes, arrows, frames."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Any

from deck.fields.slug import distinct, slug
from deck.ground.dataclass import dataclass
from deck.markup.escaping import strictly
from deck.markup.pieces import Piece

MERMAID = "mermaid"
_DRAWN = re.compile(r"\{?\.?(?:mermaid|plantuml|dot|graphviz|chart|chartsview|dataview|markmap)\b", re.IGNORECASE)
_HEAD = re.compile(r"(?:graph|flowchart)(?:[ \t]+(TB|TD|BT|RL|LR))?[ \t]*$")
_IGNORED = re.compile(r"(classDef|class|style|linkStyle|click|direction|accTitle|accDescr|title)\b")
_PLAIN_SHAPE = "["
_LOOKS = {
    **dict.fromkeys(("classDef", "class", "style", "linkStyle"), "colours"),
    "click": "links",
    "direction": "the direction of a part",
}
_FRAME = re.compile(r"subgraph[ \t]+(?:([\w-]+)[ \t]*\[[ \t]*(.+?)[ \t]*\]|(.+?))[ \t]*$")
_ID = re.compile(r"[ \t]*([^\W_](?:\w|-(?![-.>ox]))*)")
_SHAPES = (
    *(("([", "])"), ("[[", "]]"), ("[(", ")]"), ("((", "))"), ("{{", "}}"), ("[/", "/]"), ("[\\", "\\]")),
    *(("[", "]"), ("(", ")"), ("{", "}"), (">", "]")),
)
_AND = re.compile(r"[ \t]*&")
_CLASS = re.compile(r":::[\w-]+")
_ARROW = re.compile(
    r"[ \t]*(?P<back><)?(?:(?:--|==|-\.)[ \t]+(?P<within>[^-=.>|]+?)[ \t]+)?(?:-{2,}|={2,}|-?\.+-)(?P<head>[>ox])?"
    r"(?:[ \t]*\|(?P<label>[^|]*)\|)?[ \t]*"
)


def is_drawn(piece: Piece) -> bool:
    """Whether code is shown as the drawing that it describes."""
    return piece.kind == "code" and bool(_DRAWN.match(piece.info))


@dataclass(slots=True)
class _Chart:
    names: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    edges: list[dict[str, str]] = field(default_factory=list)
    frames: list[tuple[str, list[str]]] = field(default_factory=list)
    inside: bool = False
    looks: list[str] = field(default_factory=list)
    """What of its look a diagram here has not."""


def flowchart(text: str) -> dict[str, Any] | None:
    """The fields of the layout `diagram`; None where it is another kind of drawing, or not a plain one."""
    lines = list(_lines(text))
    head = _HEAD.match(lines[0]) if lines else None
    chart = _read(lines[1:]) if head else None
    if head is None or chart is None:
        return None
    nodes = [{"id": chart.ids[name], "name": said} for name, said in chart.names.items()]
    made: dict[str, Any] = {"direction": "across" if head[1] in ("LR", "RL") else "down", "nodes": nodes}
    if chart.edges:
        made["edges"] = chart.edges
    groups = [
        {"heading": heading, "nodes": [chart.ids[name] for name in dict.fromkeys(within)]}
        for heading, within in chart.frames
        if within
    ]
    return made | ({"groups": groups} if groups else {})


def looks_of_flowchart(text: str) -> list[str]:
    """What of its look the layout `diagram` has not, such as shapes of boxes."""
    first, *lines = _lines(text)
    chart = _read(lines)
    upside_down = ["its direction"] if first.endswith(("RL", "BT")) else []
    return [*upside_down, *dict.fromkeys(chart.looks if chart else ())]


def _read(lines: Sequence[str]) -> _Chart | None:
    """The chart of these statements; None where it is not plain."""
    chart = _Chart()
    if not all(_heeded(line, chart) for line in lines) or not chart.names or chart.inside:
        return None
    frames = [heading for heading, _ in chart.frames]
    return None if any(name in frames for name in chart.names) else chart


def _lines(text: str) -> Iterator[str]:
    """The statements; what stands before them as settings, and comments, are none."""
    text = re.sub(r"\A\s*---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"%%\{.*?\}%%", "", text, flags=re.DOTALL)
    for line in text.split("\n"):
        for statement in re.split(r";(?=\s|$)", line):
            if (said := statement.strip()) and not said.startswith("%%"):
                yield said


def _heeded(line: str, chart: _Chart) -> bool:
    """Whether a statement was understood."""
    if line == "end":
        was, chart.inside = chart.inside, False
        return was
    if frame := _FRAME.match(line):
        if chart.inside:
            return False
        chart.inside = True
        chart.frames.append((_words(frame[2] or frame[3] or ""), []))
        return True
    if ignored := _IGNORED.match(line):
        chart.looks += [_LOOKS[ignored[1]]] if ignored[1] in _LOOKS else []
        return True
    return _chained(line, chart)


def _chained(line: str, chart: _Chart) -> bool:
    """Boxes, each with an arrow to the next: `a --> b & c`."""
    before: list[str] = []
    arrow: re.Match[str] | None = None
    at = 0
    while True:
        some: list[str] = []
        while True:
            name, at = _box(line, at, chart)
            if name is None:
                return False
            some.append(name)
            if not (more := _AND.match(line, at)):
                break
            at = more.end()
        for one in before:
            for other in some:
                _join(one, other, arrow, chart)
        if not line[at:].strip():
            return True
        arrow = _ARROW.match(line, at)
        if arrow is None or not arrow[0].strip():
            return False
        before, at = some, arrow.end()


def _join(one: str, other: str, arrow: re.Match[str] | None, chart: _Chart) -> None:
    if arrow is None:
        return
    drawn = arrow[0].replace(arrow["label"] or arrow["within"] or " ", "")
    chart.looks += ["dotted arrows"] * ("." in drawn) + ["thick arrows"] * ("=" in drawn)
    chart.looks += ["heads of arrows"] if arrow["head"] in ("o", "x") else []
    sign = "->" if arrow["head"] or arrow["back"] else "--"
    label = _words(arrow["label"] or arrow["within"] or "")
    ways = [(one, other)] if arrow["head"] or not arrow["back"] else []
    ways += [(other, one)] if arrow["back"] else []
    for start, end in ways:
        edge = {"joins": f"{chart.ids[start]} {sign} {chart.ids[end]}"}
        chart.edges.append(edge | ({"label": label} if label else {}))


def _box(line: str, at: int, chart: _Chart) -> tuple[str | None, int]:
    """The box that is named here, and where the statement goes on."""
    match = _ID.match(line, at)
    if match is None:
        return None, at
    name, at = match[1], match.end()
    for opening, closing in _SHAPES:
        if line.startswith(opening, at):
            quoted = line.startswith('"', at + len(opening))
            end = line.find(f'"{closing}' if quoted else closing, at + len(opening))
            if end < 0:
                continue
            chart.looks += [f"the shape {opening}{closing}"] if opening != _PLAIN_SHAPE else []
            chart.names[name] = _words(line[at + len(opening) : end]) or strictly(name)
            at = end + len(closing) + quoted
            break
    chart.names.setdefault(name, strictly(name))
    if name not in chart.ids:
        chart.ids[name] = distinct(slug(name), set(chart.ids.values()))
    if chart.inside:
        chart.frames[-1][1].append(name)
    kind = _CLASS.match(line, at)
    return name, kind.end() if kind else at


def _words(said: str) -> str:
    """Words as inline markup, without signs of pictures' fonts and what HTML sets."""
    said = re.sub(r"<br\s*/?>", " ", said)
    said = re.sub(r"\bfa[bs]?:fa-[\w-]+|</?[A-Za-z][^<>]*>|[\"`]", "", said)
    return strictly(" ".join(said.split()))
