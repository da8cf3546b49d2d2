"""Diagrams: layers, boxes that hold their words, and arrows that hold on to their boxes, in both directions."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations, pairwise, product
from math import cos, radians, sin
from pathlib import Path
from typing import Any

import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deck.export.pptx import write_pptx
from deck.ground.diagnostics import DeckError
from deck.layouts import diagram as diagram_layout
from deck.layouts.diagrams.arrows import meant
from deck.layouts.diagrams.layers import layers
from deck.layouts.diagrams.places import Air, Box, Graph, placed
from deck.model.links import Link
from deck.model.shapes import AutoShape, Group, TextBox
from deck.pipeline.build import Built
from deck.starting import gallery
from tests.languages.catalogs import entry, translated
from tests.outlines import GRAPHS, laid_out
from tests.validator import validate

CIRCLE = """
layout: diagram
title: Again and again
nodes: [Ask, Plan, Do, Check, Act, Archive]
edges:
  - Ask -> Plan
  - Plan -> Do
  - Do -> Check
  - Check -> Act
  - Act -> Plan
  - Ask -> Act
  - Check -> Archive
  - {joins: Check -> Do, label: again}
"""
MIXED = """
layout: diagram
title: A line beside an arrow
nodes: [A, B, C, D]
edges: [A -- C, B -> C, D -> C]
"""
NAMES = [f"n{number}" for number in range(9)]
ARROWS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=16)


def diagram(built: Built, slide: int = 0) -> Group:
    (group,) = (shape for shape in built.deck.slides[slide].shapes if isinstance(shape, Group))
    return group


def boxes(built: Built, slide: int = 0) -> dict[str, AutoShape]:
    return {shape.name: shape for shape in diagram(built, slide).shapes if isinstance(shape, AutoShape)}


@given(ARROWS)
def test_arrows_lead_to_later_layers_but_where_they_close_a_circle(arrows: list[tuple[str, str]]) -> None:
    made = layers(NAMES, arrows)
    rank = {name: number for number, row in enumerate(made.rows) for name in row}
    assert sorted(name for name in rank if name not in made.stand_ins) == sorted(NAMES)
    assert all(rank[end] == rank[start] + 1 for start, end in made.joined)
    assert made == layers(NAMES, arrows)
    if all(start < end for start, end in arrows):
        assert all(rank[start] < rank[end] for start, end in arrows)


@given(ARROWS, st.sets(st.sampled_from(NAMES), max_size=4), st.sets(st.sampled_from(NAMES), max_size=3))
@settings(max_examples=60)
def test_boxes_and_frames_keep_apart(arrows: list[tuple[str, str]], one: set[str], other: set[str]) -> None:
    groups = {name: sorted(members) for name, members in (("one", one), ("other", other - one)) if members}
    graph = Graph.of(NAMES, arrows, groups)
    sizes = {name: (30.0 + 7 * number, 20.0) for number, name in enumerate([*NAMES, *groups])}
    found = placed(graph, sizes, Air(20, 10, 8, {}))

    def apart(a: Box, b: Box) -> bool:
        aside = a.aside + a.breadth <= b.aside + 0.001 or b.aside + b.breadth <= a.aside + 0.001
        return aside or a.along + a.length <= b.along + 0.001 or b.along + b.length <= a.along + 0.001

    for name, another in combinations(found, 2):
        holds = any(name in graph.groups.get(each, ()) or another in graph.groups.get(each, ()) for each in groups)
        inside = another in graph.groups.get(name, ()) or name in graph.groups.get(another, ())
        assert inside or apart(found[name], found[another]), (name, another, holds)
    assert graph.reading == [name for name in graph.reading if name in found]
    assert sorted(graph.reading) == sorted(found)


def test_what_alone_follows_another_stands_straight_behind_it() -> None:
    """Broad boxes side by side, over pairs of narrow ones and over one: no line leads to that by a bend."""
    arrows = [("top", "a"), ("top", "b"), ("top", "c"), *((f"{each}", f"{each}{n}") for each in "ab" for n in (1, 2))]
    arrows.append(("c", "c1"))
    names = list(dict.fromkeys(each for pair in arrows for each in pair))
    sizes = {name: (40.0, 150.0 if name in {"a", "b", "c"} else 88.0) for name in names}
    found = placed(Graph.of(names, arrows, {}), sizes, Air(20, 12, 8, {}))
    assert found["c1"].middle == pytest.approx(found["c"].middle)
    assert found["c1"].aside - found["b2"].aside >= 88 + 12


@pytest.mark.parametrize("language", ["en", "ar"])
def test_python_pptx_reads_what_leads_to_what(language: str, tmp_path: Path) -> None:
    written = BytesIO(write_pptx(laid_out(tmp_path, CIRCLE, language=language).deck))
    slide = pptx.Presentation(written).slides[0]
    (group,) = (shape for shape in slide.shapes if shape.shape_type == 6)
    ids = {shape.shape_id: shape for shape in group.shapes}
    read = set()
    for connector in group.shapes._spTree.iter("{*}cxnSp"):
        ends = [connector.find(f".//{{*}}{tag}") for tag in ("stCxn", "endCxn")]
        start, end = (ids[int(each.get("id"))] for each in ends)
        read.add((start.text_frame.text, end.text_frame.text))
        assert [int(each.get("idx")) for each in ends] == ([3, 1] if language == "en" else [1, 3])
    assert read == {
        ("Ask", "Plan"), ("Plan", "Do"), ("Do", "Check"), ("Check", "Act"), ("Act", "Plan"), ("Ask", "Act"),
        ("Check", "Archive"), ("Check", "Do"),
    }  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("direction", ["across", "down"])
def test_connectors_have_the_geometry_that_is_drawn(language: str, direction: str, tmp_path: Path) -> None:
    slides = (f"{CIRCLE}direction: {direction}\n", f"{MIXED}direction: {direction}\n", *GRAPHS)
    built = laid_out(tmp_path, *slides, language=language)
    package = pptx.Presentation(BytesIO(write_pptx(built.deck)))
    seen = set()
    for number, slide in enumerate(package.slides):
        links = {shape.name: shape for shape in diagram(built, number).shapes if isinstance(shape, Link)}
        for connector in slide.shapes._spTree.iter("{*}cxnSp"):
            link = links[connector.find(".//{*}cNvPr").get("name")]
            ours = [(int(x), int(y)) for x, y in link.points]
            seen.add(len(ours))
            for (x, y), (other_x, other_y) in zip(ours, preset_points(connector), strict=True):
                # PowerPoint’s least extent of an elbow is a point.
                assert abs(x - other_x) <= 12_700
                assert abs(y - other_y) <= 12_700
    assert seen == {2, 3, 4, 6}


def preset_points(connector: Any) -> list[tuple[float, float]]:
    """The ends and bends of a connector as its preset geometry, its adjustments and its transformation have them."""
    frame = connector.find(".//{*}xfrm")
    (left, top), (width, height) = (
        [int(frame.find(f"{{*}}{tag}").get(name)) for name in names]
        for tag, names in (("off", ("x", "y")), ("ext", ("cx", "cy")))
    )
    preset = connector.find(".//{*}prstGeom")
    adj = [int(guide.get("fmla").split()[1]) / 100_000 for guide in preset.iter("{*}gd")]
    local: list[tuple[float, float]] = [(0, 0), (1, 1)]
    if preset.get("prst") == "bentConnector2":
        local = [(0, 0), (1, 0), (1, 1)]
    elif preset.get("prst") == "bentConnector3":
        local = [(0, 0), (adj[0], 0), (adj[0], 1), (1, 1)]
    elif preset.get("prst") == "bentConnector5":
        local = [(0, 0), (adj[0], 0), (adj[0], adj[1]), (adj[2], adj[1]), (adj[2], 1), (1, 1)]
    turn = radians(int(frame.get("rot", 0)) / 60_000)
    found = []
    for across, down in local:
        x, y = (across - 0.5) * width, (down - 0.5) * height
        x, y = -x if frame.get("flipH") == "1" else x, -y if frame.get("flipV") == "1" else y
        found.append((
            left + width / 2 + x * cos(turn) - y * sin(turn),
            top + height / 2 + x * sin(turn) + y * cos(turn),
        ))  # fmt: skip
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
def test_lines_end_at_the_sides_of_their_boxes(language: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, CIRCLE, language=language)
    rects = {name: shape.rect for name, shape in boxes(built).items()}
    links = [shape for shape in diagram(built).shapes if isinstance(shape, Link)]
    assert len(links) == 8
    for link in links:
        for glue, (x, y) in ((link.start, link.points[0]), (link.end, link.points[-1])):
            rect = rects[glue.shape]
            assert x == (rect.right if glue.side == "right" else rect.left)
            assert abs(y - (rect.top + rect.height // 2)) <= 12_700 * 1.5


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("direction", ["across", "down"])
@pytest.mark.parametrize("edges", ["A -- C, B -> C, D -> C", "A -> C, B -- C, D -> C", "A -- C, B -> C, D -- C"])
def test_a_line_without_a_head_ends_where_no_arrow_does(
    edges: str, direction: str, language: str, tmp_path: Path
) -> None:
    slide = f"layout: diagram\ntitle: T\nnodes: [A, B, C, D]\nedges: [{edges}]\ndirection: {direction}"
    built = laid_out(tmp_path, slide, language=language)
    links = [shape for shape in diagram(built).shapes if isinstance(shape, Link)]
    heads = {link.points[-1] for link in links if link.arrow}
    assert heads.isdisjoint(link.points[-1] for link in links if not link.arrow)
    for link in links:
        rect, (x, y) = boxes(built)[link.end.shape].rect, link.points[-1]
        middle = (rect.left + rect.width / 2, rect.top + rect.height / 2)
        at = {
            "top": (middle[0], rect.top),
            "bottom": (middle[0], rect.bottom),
            "left": (rect.left, middle[1]),
            "right": (rect.right, middle[1]),
        }[link.end.side]
        assert (abs(x - at[0]), abs(y - at[1])) <= (12_700 * 1.5, 12_700 * 1.5)


@pytest.mark.parametrize("direction", ["across", "down"])
def test_an_organization_chart_of_three_by_three_has_room(direction: str, tmp_path: Path) -> None:
    parts = {"Policy": "Research, Standards, Law", "Field": "Asia, Africa, Americas", "Finance": "Grants, Audit, Tax"}
    edges = [f"Head -- {part}" for part in parts]
    edges += [f"{part} -- {each}" for part, some in parts.items() for each in some.split(", ")]
    names = ", ".join(["Head", *parts, *parts.values()])
    slide = f"layout: diagram\ntitle: T\nnodes: [{names}]\nedges: [{', '.join(edges)}]\ndirection: {direction}"
    assert laid_out(tmp_path, slide).diagnostics == ()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_arrow_passes_through_a_frame_s_heading(language: str, tmp_path: Path) -> None:
    slide = (
        "layout: diagram\ntitle: T\nnodes: [Outline, Program, Preview, Deck]\ndirection: down\n"
        "groups: [{heading: What people write, nodes: [Outline]}, {heading: What they get, nodes: [Preview, Deck]}]\n"
        "edges: [Outline -> Program, Program -> Preview, Program -> Deck]"
    )
    built = laid_out(tmp_path, slide, language=language)
    frames = {name: shape for name, shape in boxes(built).items() if name.startswith("Frame")}
    lowest = max(shape.rect.bottom for name, shape in boxes(built).items() if name.startswith("Node"))
    sides = []
    for frame in frames.values():
        assert frame.text
        high, rect = round(frame.text.height * 12_700), frame.rect
        sides.append(frame.text.body.anchor)
        top = rect.bottom - high if frame.text.body.anchor == "bottom" else rect.top
        for link in (shape for shape in diagram(built).shapes if isinstance(shape, Link)):
            assert all(y <= top or y >= top + high for _, y in link.points)
        if frame.text.body.anchor == "bottom":
            assert lowest <= top
    assert sides == ["top", "bottom"]


def test_no_line_passes_through_a_box(tmp_path: Path) -> None:
    built = laid_out(tmp_path, CIRCLE)
    for link in (shape for shape in diagram(built).shapes if isinstance(shape, Link)):
        others = [shape.rect for name, shape in boxes(built).items() if name not in (link.start.shape, link.end.shape)]
        for (x, y), (other_x, other_y) in zip(link.points, link.points[1:], strict=False):
            for rect in others:
                across = max(x, other_x) <= rect.left or min(x, other_x) >= rect.right
                assert across or max(y, other_y) <= rect.top or min(y, other_y) >= rect.bottom


def test_arabic_is_the_mirror(tmp_path: Path) -> None:
    places = {}
    for language in ("en", "ar"):
        (tmp_path / language).mkdir()
        built = laid_out(
            tmp_path / language, "layout: diagram\ntitle: T\nnodes: [Q, V]\nedges: [Q -> V]", language=language
        )
        places[language] = [shape.rect.left for shape in boxes(built).values()]
    assert places["en"] == sorted(places["en"])
    assert places["ar"] == sorted(places["ar"], reverse=True)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Diagram: T. A; B; C. Both: A; B. A to B: then; A to C."),
        ("fr", "Schéma : T. A ; B ; C. Both : A ; B. A vers B : then ; A vers C."),
        ("ru", "Схема: T. A; B; C. Both: A; B. A → B: then; A → C."),
        ("ar", "مخطط: T. A؛ B؛ C. Both: A؛ B. A إلى B: then؛ A إلى C."),
        ("zh", "示意图：T。A；B；C。Both：A；B。A到B：then；A到C。"),
    ],
)
def test_it_is_told_in_words(language: str, said: str, tmp_path: Path) -> None:
    slide = (
        "layout: diagram\ntitle: T\nnodes: [A, B, C]\ngroups: [{heading: Both, nodes: [A, B]}]\n"
        "edges: [{joins: A -> B, label: then}, A -- C]"
    )
    built = laid_out(tmp_path, slide, language=language)
    told = diagram(built).description
    assert told
    assert told.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ") == said


def test_only_an_arrow_has_a_head(tmp_path: Path) -> None:
    slide = "layout: diagram\ntitle: T\nnodes: [A, B, C]\nedges: [A -> B, A -- C]"
    links = [shape for shape in diagram(laid_out(tmp_path, slide)).shapes if isinstance(shape, Link)]
    assert [link.arrow for link in links] == [True, False]


def test_type_is_as_large_as_there_is_room(tmp_path: Path) -> None:
    few, many = (
        "layout: diagram\ntitle: T\nnodes: [{}]".format(", ".join(f"Office {number}" for number in range(count)))
        for count in (2, 24)
    )
    built = laid_out(tmp_path, few, many)
    sizes = [next(iter(boxes(built, slide).values())).text.sizes[0] for slide in (0, 1)]  # type: ignore[union-attr]
    assert sizes[0] > sizes[1] >= 14


LONG = ["Complaint received", "Interview", "Labour inspection", "Court decision", "Compensation", "Visit", "Report"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("count", [5, 7])
def test_a_long_chain_stands_in_rows(count: int, language: str, tmp_path: Path) -> None:
    names = LONG[:count]
    edges = ", ".join(f"{{joins: {one} -> {other}, label: then}}" for one, other in pairwise(names))
    built = laid_out(
        tmp_path, f"layout: diagram\ntitle: T\nnodes: [{', '.join(names)}]\nedges: [{edges}]", language=language
    )
    assert built.diagnostics == ()
    rects = [box.rect for box in boxes(built).values()]
    (size,) = {box.text.sizes[0] for box in boxes(built).values() if box.text}
    assert size >= 20
    rows = sorted({rect.top for rect in rects})
    assert 1 < len(rows) < count
    # Each row goes on under where the one before it ends, and back.
    turned = language == "ar"
    for one, other in pairwise(rects):
        if one.top == other.top:
            onward = rows.index(one.top) % 2 == (1 if turned else 0)
            assert (other.left >= one.right) is onward
        else:
            assert one.left == other.left
            assert other.top >= one.bottom
    links = [each for each in diagram(built).shapes if isinstance(each, Link)]
    assert len(links) == count - 1
    for link, (one, other) in zip(links, pairwise(rects), strict=True):
        at = {"top": (0.5, 0), "bottom": (0.5, 1), "left": (0, 0.5), "right": (1, 0.5)}
        for (x, y), glue, rect in ((link.points[0], link.start, one), (link.points[-1], link.end, other)):
            across, down = at[glue.side]
            assert abs(x - rect.left - across * rect.width) < 20
            assert abs(y - rect.top - down * rect.height) < 20
    labels = [each.rect for each in diagram(built).shapes if isinstance(each, TextBox)]
    assert len(labels) == count - 1
    for label, rect in product(labels, rects):
        assert (
            label.right <= rect.left or rect.right <= label.left or label.bottom <= rect.top or rect.bottom <= label.top
        )
    assert validate(write_pptx(built.deck)) == []


def test_a_chain_that_is_to_lead_down_does(tmp_path: Path) -> None:
    edges = ", ".join(f"{one} -> {other}" for one, other in pairwise(LONG[:5]))
    source = f"layout: diagram\ntitle: T\ndirection: down\nnodes: [{', '.join(LONG[:5])}]\nedges: [{edges}]"
    built = laid_out(tmp_path, source)
    assert len({box.rect.top for box in boxes(built).values()}) == 5


@pytest.mark.parametrize("reveal", ["", "\nreveal: items"])
def test_too_much_is_told_once_and_nothing_shrinks(reveal: str, tmp_path: Path) -> None:
    names = ", ".join(f"Labour inspectorate of the province {number}" for number in range(40))
    built = laid_out(tmp_path, f"layout: diagram\ntitle: T\nnodes: [{names}]{reveal}")
    (finding,) = built.diagnostics
    assert finding.code == "text-overflow"
    assert "field `nodes` in `en`: the diagram is " in finding.message
    assert "show fewer boxes" in (finding.hint or "")
    groups = [shape for shape in built.deck.slides[0].shapes if isinstance(shape, Group)]
    said = [each.text for group in groups for each in group.shapes if isinstance(each, AutoShape) and each.text]
    assert len(said) == 40
    assert all(min(text.sizes) >= 14 for text in said)


_LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung"


def test_a_box_is_as_wide_as_its_longest_word(tmp_path: Path) -> None:
    """At a large size as well as at the least one: a word is broken nowhere, at an arrow neither."""
    slide = "layout: diagram\ntitle: T\nnodes: [{}, B]\nedges: [{{joins: A -> B, label: {}}}]"
    built = laid_out(tmp_path, slide.format(f"{{id: a, name: {_LONG}}}", "x").replace("A ->", "a ->"))
    assert not built.diagnostics
    (text,) = [shape.text for shape in boxes(built).values() if shape.text and _LONG in shape.text.paragraphs[0].plain]
    assert len(text.lines) == 1
    built = laid_out(tmp_path, slide.format("A", _LONG))
    assert not built.diagnostics
    built = laid_out(tmp_path, slide.format(f"{{id: a, name: {3 * _LONG}}}", "x").replace("A ->", "a ->"))
    assert [finding.code for finding in built.diagnostics] == ["text-overflow"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("edges: [A -> D]", "there is no box `D`"),
        ("edges: [A -> A]", "from a box to itself"),
        ("edges: [A -> B, A -> B]", "joined already"),
        ("edges: [A to B]", "two nodes with an arrow between them"),
        ("groups: [{heading: X, nodes: [A, B]}, {heading: Y, nodes: [B]}]", "in a frame already"),
        ("groups: [{heading: X, nodes: [E]}]", "there is no box `E`"),
        ("highlight: [z]", "there is no box `z`"),
    ],
)
def test_mistakes_are_told(fields: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match=told):
        laid_out(tmp_path, f"layout: diagram\ntitle: T\nnodes: [A, B, C]\n{fields}")


def test_labels_stand_clear_of_each_other_and_of_boxes(tmp_path: Path) -> None:
    slide = (
        "layout: diagram\ntitle: T\nnodes: [Hub, North, East, South]\n"
        "edges: [{joins: Hub -> North, label: by road}, {joins: Hub -> East, label: by rail},"
        " {joins: Hub -> South, label: by sea}]"
    )
    shapes = diagram(laid_out(tmp_path, slide)).shapes
    rects = [shape.rect for shape in shapes if isinstance(shape, TextBox | AutoShape)]
    assert len(rects) == 7
    for one, other in combinations(rects, 2):
        across = one.right <= other.left or other.right <= one.left
        assert across or one.bottom <= other.top or other.bottom <= one.top


@pytest.mark.external
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_validator_has_nothing_to_say(language: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, CIRCLE, *GRAPHS, language=language)
    assert validate(write_pptx(built.deck)) == []
    assert built.diagnostics == ()


def test_without_the_library_it_is_told_and_the_gallery_goes_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (diagram_layout, gallery):
        monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, CIRCLE)
    (found,) = caught.value.diagnostics
    assert (found.code, found.span.line if found.span else 0) == ("library-missing", 18)
    assert "[diagrams]" in (found.hint or "")
    assert "layout: diagram" not in gallery.write_gallery(tmp_path / "gallery").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("auditor", ["name: Auditor", "id: aud, name: Auditor"])
def test_a_box_with_a_text_is_found_by_its_name_in_every_language(language: str, auditor: str, tmp_path: Path) -> None:
    slide = (
        f"layout: diagram\ntitle: T\nnodes: [{{{auditor}, text: Once a year}}, Treasurer]\n"
        "edges: [Auditor -- Treasurer]\ngroups: [{heading: Both, nodes: [Auditor, Treasurer]}]"
    )
    box = "aud" if "id:" in auditor else "auditor"
    said = [
        entry("slide-1.title", "T", "T"),
        entry(f"slide-1.nodes.{box}.name", "Auditor", "Commissaire"),
        entry(f"slide-1.nodes.{box}.text", "Once a year", "Une fois par an"),
        entry("slide-1.nodes.treasurer.name", "Treasurer", "Caissière"),
        entry("slide-1.groups.both.heading", "Both", "Les deux"),
    ]
    built = laid_out(tmp_path, slide) if language == "en" else translated(tmp_path, slide, *said)
    assert built.diagnostics == ()
    assert [shape for shape in diagram(built).shapes if isinstance(shape, Link)]


def test_boxes_of_one_name_are_not_taken_for_each_other(tmp_path: Path) -> None:
    slide = "layout: diagram\ntitle: T\nnodes: [{id: x, name: A}, {id: y, name: A}, B]\nedges: [A -> B]"
    with pytest.raises(DeckError, match="there is no box `A`"):
        laid_out(tmp_path, slide)


@pytest.mark.parametrize(
    ("edge", "hint"),
    [
        ("A => B", "write `A -> B`"),
        ("A --> B", "write `A -> B`"),
        ("A->B", "write `A -> B`"),
        ("A – B", "write `A -- B`"),
        ("A ← B", "write `B -> A`"),
        ("A ↔ B", None),
        ("A → B → C", None),
    ],
)
def test_another_arrow_is_shown_as_it_is_written_here(edge: str, hint: str | None) -> None:
    assert meant(edge) == hint
