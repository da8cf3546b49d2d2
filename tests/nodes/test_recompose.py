"""Whatever somebody edits, one text after another has the nodes that it would have by itself."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deck.nodes import recompose
from deck.nodes.compose import compose
from deck.nodes.recompose import Composing

PATH = "outline.yaml"
TEXT = """\
presentation:
  title: Decent work # as it was
  footer: "{partners} partners"
facts: {partners: 400}
sections:
  - id: first
    title: First
    slides:
      - id: network
        title: The network
        statement: |
          The Alliance has
            many partners.

        notes: >
          Say that
          there are more.

      # The plan comes next.
      - id: plan
        cards:
        - id: one
          text: A text that goes on
            in a second line
        - {id: two, text: "Quoted
          over lines", value: [1,
          2]}
      -   id: wide
          items: [One, "Two: and", 'three']
  # The second part.
  - id: second
    slides:
      - id: last
        items:
          - One
          - Two
        empty:
"""
PIECES = (
    *("", " ", "\n", "\n\n", "  ", "- ", "      - ", ": ", "|", ">", '"', "'", "[", "]", "{", "}", "#", " # 3", ","),
    *("x", "id: new\n", "      - id: new\n", "        more: words\n", "---\n", "...\n", "&a ", "*a", "!!str ", "<<: "),
    *(
        "- - x: 1\n",
        "\t",
        "\N{LINE SEPARATOR}",
        "\N{NO-BREAK SPACE}",
        "|+\n\n",
        "? ",
        "%TAG",
        "0_1",
        "ü",
        "title: again\n",
    ),
)


@st.composite
def edits(draw: st.DrawFn) -> list[str]:
    """Texts, each the one before with a piece in place of some of its characters, or as it was at first."""
    texts = [TEXT]
    for _ in range(draw(st.integers(1, 5))):
        text = TEXT if draw(st.integers(0, 5)) == 0 else texts[-1]
        at = draw(st.integers(0, len(text)))
        until = min(len(text), at + draw(st.sampled_from((0, 0, 1, 3, 30))))
        texts.append(text[:at] + draw(st.sampled_from(PIECES)) + text[until:])
    return texts


@settings(max_examples=300)
@given(edits())
@example(
    [
        TEXT,
        TEXT.replace("many", "more and more"),
        TEXT,
        TEXT.replace("      - id: plan", "      - id: a\n\n      - id: plan"),
    ]
)
@example([TEXT, TEXT.replace("        empty:\n", "        empty: |+\n\n\n"), TEXT.replace("        empty:\n", "")])
@example([TEXT, TEXT.replace("          Say that", "        ?   Say that")])
@example([TEXT, TEXT.replace("- One", "- - text: One\n            - text: Two"), TEXT.replace("- One", "- text: One")])
@example(["a:\n  - - x: 1\n    - x: 2\n", "a:\n  - x: 1\n    - x: 2\n"])
@example(["a:\n- - x: 1\n  - x: 2\n", "a:\n- &- x: 1\n  - x: 2\n"])
@example(["a:\n- - x: 1\n- - x: 2\n", "a:\n- x: 1\n- - x: 2\n"])
def test_any_edits_give_the_nodes_of_the_whole(texts: list[str]) -> None:
    again = Composing()
    for text in texts:
        assert again(text, PATH) == compose(text, PATH)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("many partners", "more than many"),
        ("title: The network", "title: The network\n        minutes: 3"),
        ("text: A text that goes on\n            in a second line", "text: A text"),
        ("          - Two\n        empty:", "          - Two"),
        ("      # The plan comes next.\n", "      - id: another\n        title: Another\n"),
    ],
)
def test_an_edit_within_an_entry_parses_its_lines_alone(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    again, text = Composing(), TEXT.replace(old, new)
    again(TEXT, PATH)
    assert text != TEXT
    with monkeypatch.context() as patch:
        patch.delattr(recompose, "compose_whole")
        found = again(text, PATH)
    assert found == compose(text, PATH)


def test_nodes_that_were_handed_out_stay_as_they_were() -> None:
    again = Composing()
    before, _ = again(TEXT, PATH)
    again(TEXT.replace("The network", "The network\n          and more"), PATH)
    assert before == compose(TEXT, PATH)[0]
