"""A figure's unit in words goes below its number where it would not fit beside it, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.model.shapes import TextBox
from deck.pipeline.build import lay_out
from tests.outlines import write_outline

KEY = "layout: key-figure\ntitle: T\nvalue: '{reach}'\nlabel: in all\nitems: [One, Two]"
PARTS = """\
layout: statistics
title: T
figures:
  - id: whole
    value: 900_000_000
    label: in all
    parts: [{id: a, value: '{reach}', label: A}, {id: b, value: 2, label: B}]
  - {id: other, value: 4, label: D}
"""


def figure(folder: Path, slide: str, unit: str, name: str, theme: str) -> TextBox:
    outline = write_outline(folder, slide)
    source = outline.read_text(encoding="utf-8").replace("theme: alliance", f"theme: {theme}")
    facts = f"facts:\n  reach: {{value: 82345678, unit: {unit}}}\n"
    outline.write_text(source.replace("facts:\n", facts, 1), encoding="utf-8")
    built = lay_out(outline)
    assert "text-overflow" not in [each.code for each in built.diagnostics]
    shapes = built.deck.slides[0].shapes
    return next(each for each in shapes if isinstance(each, TextBox) and each.field == name)


@pytest.mark.parametrize("theme", ["alliance", "plain"])
@pytest.mark.parametrize(
    ("slide", "name", "unit"),
    [(KEY, "value", "displaced people"), (KEY, "value", "euros"), (PARTS, "figures.whole.parts.a", "francs")],
)
def test_a_unit_goes_below_a_number_that_would_not_fit_beside_it(
    slide: str, name: str, unit: str, theme: str, tmp_path: Path
) -> None:
    box = figure(tmp_path, slide, unit, name, theme)
    assert box.text.fits
    assert box.text.paragraphs[0].plain.replace("\N{NO-BREAK SPACE}", " ") == f"82,345,678 {unit}"


def test_a_unit_that_has_room_and_a_sign_stay_at_their_number(tmp_path: Path) -> None:
    wide = "layout: statistics\ntitle: T\nfigures: [{id: a, value: '{reach}', label: in all}]"
    for unit in ("euros", "km"):
        box = figure(tmp_path, wide, unit, "figures.a", "plain")
        assert box.text.paragraphs[0].plain == f"82,345,678\N{NO-BREAK SPACE}{unit}"
