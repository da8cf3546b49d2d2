"""Where a text is that is too long, and on which page of its slide."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.diagnostics import Diagnostic
from tests.outlines import laid_out

LONG = "very long words " * 200


def overflows(folder: Path, slide: str) -> list[Diagnostic]:
    return [one for one in laid_out(folder, slide).diagnostics if one.code == "text-overflow"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (f"items: [one, two, {{id: long, text: '{LONG}'}}]", "items.long.text"),
        (
            f"items: [one, {{id: under, text: two, items: [a, {{id: long, text: '{LONG}'}}]}}]",
            "items.under.items.long.text",
        ),
    ],
)
def test_the_entry_that_is_too_long_is_named_and_no_slide_that_the_outline_has_not(
    tmp_path: Path, fields: str, field: str
) -> None:
    (found,) = overflows(tmp_path, f"layout: bullets\ntitle: T\n{fields}")
    assert found.message.startswith("slide `slide-1` (")
    assert f"field `{field}` in `en`" in found.message
    assert found.span is not None
    text = (tmp_path / "outline.yaml").read_text(encoding="utf-8").split("\n")[found.span.line - 1]
    assert text[found.span.column - 1 :].strip("'").startswith("very long words")


def test_a_card_s_longest_text_is_named(tmp_path: Path) -> None:
    cards = f"[{{id: a, heading: One, text: Short}}, {{id: b, heading: Two, text: '{LONG}'}}]"
    (found,) = overflows(tmp_path, f"layout: cards\ntitle: T\ncards: {cards}")
    assert found.message.startswith("slide `slide-1`, field `cards.b.text` in `en`: ")
