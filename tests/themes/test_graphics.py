"""Lines that mean something are seen by 3 : 1 against the ground (WCAG 1.4.11), in every theme and in templates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deck.model.deck import Deck
from deck.model.shapes import AutoShape, Connector, Group
from deck.model.style import Colour
from deck.pipeline.build import Built, lay_out
from tests.contrast import contrast
from tests.export.templates import built_in, replacing, template
from tests.outlines import write_outline
from tests.themes.looks import NAMES

SLIDES = (
    "layout: timeline\ntitle: T\nevents: [{id: a, date: A, heading: B}, {id: b, date: C, heading: D}]\nnow: a",
    "layout: diagram\ntitle: T\nnodes: [A, B]\nedges: [A -> B]\ngroups: [{heading: G, nodes: [A]}]",
    "layout: amounts\ntitle: T\namounts: [{id: a, value: 9, label: b}, {id: c, value: 4, label: d}]",
)


def lines(deck: Deck) -> Iterator[tuple[str, Colour]]:
    """Each line that means something, with its colour."""
    for slide in deck.slides:
        for shape in (*slide.slide_layout.decoration, *slide.shapes):
            for each in shape.shapes if isinstance(shape, Group) else (shape,):
                if isinstance(each, Connector) and each.name.startswith("Leader"):
                    yield each.name, each.stroke.colour
                elif isinstance(each, AutoShape) and each.name.startswith(("Line", "Arrow")) and each.fill:
                    yield each.name, each.fill
                elif isinstance(each, AutoShape) and each.name.startswith("Frame") and each.stroke:
                    yield each.name, each.stroke.colour


def are_seen(built: Built) -> None:
    theme = built.deck.theme
    found = dict(lines(built.deck))
    assert {name.split()[0] for name in found} == {"Line", "Arrow", "Frame", "Leader"}
    for name, colour in found.items():
        assert contrast(theme.rgb(colour), theme.rgb(Colour("lt1"))) >= 3, name


@pytest.mark.parametrize("theme", NAMES)
def test_lines_that_mean_something_are_seen_in_every_theme(theme: str, tmp_path: Path) -> None:
    outline = write_outline(tmp_path, *SLIDES)
    outline.write_text(outline.read_text("utf-8").replace("theme: alliance", f"theme: {theme}"), encoding="utf-8")
    are_seen(lay_out(outline))


@pytest.mark.parametrize("dark", [False, True])
def test_what_stands_back_in_a_template_is_a_grey_and_seen(dark: bool, tmp_path: Path) -> None:
    """The theme of a template has any colour for its sixth accent: a pale one, or a loud one."""
    theme = replacing("<a:accent6>.*?</a:accent6>", '<a:accent6><a:srgbClr val="F7E948"/></a:accent6>')
    master = replacing('bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"') if dark else bytes
    data = template(parts={"ppt/theme/theme1.xml": theme, "ppt/slideMasters/slideMaster1.xml": master})
    listed = (f"id: s{number}\n{slide}".replace("\n", "\n        ") for number, slide in enumerate(SLIDES))
    slides = "".join(f"      - {slide}\n" for slide in listed)
    built = built_in(tmp_path, data, slides=slides)
    assert built.deck.theme.is_dark == dark
    are_seen(built)
    grey = built.deck.theme.rgb(Colour("accent6"))
    assert max(grey) - min(grey) < 8
    for ground in (Colour("lt1"), built.deck.theme.grounds.card):
        assert contrast(grey, built.deck.theme.rgb(ground)) >= 4.5
