"""Whatever a person writes, reading it ends, and ends in an outline or in diagnostics with places."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from deck.checks.reference import codes
from tests.outline.outlines import HEADER, mistakes, write

GOOD = (
    HEADER
    + """\
  - id: a
    layout: list
    title: "{pets.count} **pets**"
    items:
      - {id: x, text: "[x](https://a.org)", items: [{id: y, text: 'y'}]}
      - id: z
        text: >-
          folded
          text
    notes: |
      One.

      Two.
  - {id: b, layout: list, title: b, items: {list: pets}}
  - {id: c, layout: cards, title: c, cards: [{id: x, heading: x, value: 5_000}, {id: y, heading: y, source: book}]}
"""
)
_KEYS = """
presentation lists facts sources sections id title slides layout items list cards heading text picture file theme
language author table countries value source icon notes minutes <<
"""
KEYS = st.sampled_from(_KEYS.split())
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates()
SCALARS |= st.sampled_from(
    ["list", "cards", "plain", "pets", "{pets.count}", "**a", "[a](b)", "a\n\nb", "alliance", "en"]
)
SIGNS = ("", " ", "\n", "\t", "- ", ": ", "{", "}", "[", '"', "'", "*", "&a ", "|", "#")
TREES = st.recursive(
    SCALARS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS | st.text(max_size=5), below, max_size=6),
    max_leaves=30,
)
SOON = settings(deadline=timedelta(seconds=2), max_examples=150)


def reads_or_says_why(source: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), "")
        path.write_bytes(source.encode("utf-8", "surrogatepass"))
        found = mistakes(path)
    lines = source.count("\n") + source.count("\r") + 1
    for one in found:
        assert one.code in codes()
        assert one.message
        if one.span and one.span.path == str(path):
            assert 1 <= one.span.line <= lines
            assert one.span.column >= 1


@SOON
@given(st.text())
def test_any_text(source: str) -> None:
    reads_or_says_why(source)


@SOON
@given(TREES)
def test_any_tree(tree: object) -> None:
    reads_or_says_why(yaml.safe_dump(tree, allow_unicode=True))


@SOON
@given(st.lists(TREES, max_size=3), st.dictionaries(KEYS, TREES, max_size=4))
def test_any_slides(slides: list[object], others: dict[str, object]) -> None:
    header = {"title": "x", "author": "x", "language": "en"}
    section = {"id": "a", "title": "a", "slides": slides}
    reads_or_says_why(yaml.safe_dump({"presentation": header, "sections": [section]} | others, allow_unicode=True))


@SOON
@given(st.data())
def test_a_good_outline_damaged(data: st.DataObject) -> None:
    source = GOOD
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(source)))
        cut = data.draw(st.integers(0, 6))
        put = data.draw(st.sampled_from(SIGNS) | st.text(max_size=3))
        source = source[:at] + put + source[at + cut :]
    reads_or_says_why(source)


def test_the_good_outline_is_good(tmp_path: Path) -> None:
    assert mistakes(write(tmp_path, "", GOOD)) == []
