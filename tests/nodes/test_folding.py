"""Texts over several lines, in each of YAML's ways of writing them."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deck.nodes.compose import compose
from deck.nodes.node import plain

WAYS = {
    "plain": "a: {}\n",
    "single": "a: '{}'\n",
    "double": 'a: "{}"\n',
    "folded": "a: >-\n  {}\n",
    "after an anchor": "a: &b {}\n",
    "in braces": "{{a: {}}}\n",
}


def value(source: str) -> object:
    root, diagnostics = compose(source, "x")
    assert root is not None
    # A line that begins with a hyphen is told.
    assert not [each for each in diagnostics if each.code != "list-in-text"]
    return plain(root)["a"]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("强迫\n  劳动", "强迫劳动"),
        ("强迫劳动，\n  童工", "强迫劳动，童工"),
        ("劳工组织（ILO）\n  与 **联盟**\n  **8.7**", "劳工组织（ILO）与 **联盟** **8.7**"),
        ("カード\n  の", "カードの"),
        ("แรงงาน\n  บังคับ", "แรงงานบังคับ"),
        ("ແຮງງານ\n  ບັງຄັບ", "ແຮງງານບັງຄັບ"),
        ("ការងារ\n  ដោយបង្ខំ", "ការងារដោយបង្ខំ"),
        ("강제\n  노동", "강제 노동"),
        ("forced\n  labour", "forced labour"),
        ("中 文\n  中 文", "中 文中 文"),
        ("见**中**\n  *文*", "见**中***文*"),
        ("使用\n  PowerPoint", "使用 PowerPoint"),
        ("使用，\n  PowerPoint", "使用，PowerPoint"),
        ("one\n\n  two", "one\n\ntwo"),
        ("one\n  more\n\n\n  二\n  三", "one more\n\n\n二三"),
    ],
)
def test_lines_are_joined_as_their_script_has_it(way: str, lines: str, text: str) -> None:
    assert value(way.format(lines)) == text


def test_a_literal_text_keeps_its_lines() -> None:
    assert value("a: |-\n  中\n  文\n\n  b\n") == "中\n文\n\nb"


def test_more_indented_lines_keep_their_ends() -> None:
    assert value("a: >-\n  中\n    - 文\n    - 文\n  end\n") == "中\n  - 文\n  - 文\nend"


def test_what_escapes_hide_is_left_alone() -> None:
    assert value('a: "中\\n文\n  中"') == "中\n文 中"


@given(st.lists(st.text("ab,.-", min_size=1, max_size=5), min_size=1, max_size=12))
def test_texts_with_spaces_are_as_yaml_has_them(words: list[str]) -> None:
    source = yaml.safe_dump({"a": " ".join(words)}, width=12)
    assert value(source) == yaml.safe_load(source)["a"] or isinstance(yaml.safe_load(source)["a"], int)
