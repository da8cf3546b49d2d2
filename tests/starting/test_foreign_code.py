"""Code and drawings of other programs are shown as they show them, or hidden as they hide them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.starting.taken import MARP, Taken, said


def test_a_comment_in_code_is_code(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A\n\n```html\n<!-- kept -->\n<style>b {}</style>\n```\n\n---\n\n# B\n\n- b\n")
    assert "<!-- kept -->" in taken.outline
    assert taken.told == ()


RUNS = "what code shows when it runs"
HIDDEN = "code that is not shown"
HIDDEN_RUNS = f"{HIDDEN}, and what it shows when it runs"


@pytest.mark.parametrize(
    ("matter", "head", "options", "told"),
    [
        ("", "{r}", "", RUNS),
        ("", "{r, echo=FALSE}", "", HIDDEN_RUNS),
        ("", "{r load, include = F}", "", HIDDEN),
        ("", "{python}", "#| echo: false\n", HIDDEN_RUNS),
        ("", "{python}", "\n#| label: x\n#| include: false\n", HIDDEN),
        ("", "{ojs}", "//| echo: false\n", HIDDEN_RUNS),
        ("", "{python}", "#| eval: false\n", ""),
        ("execute: {echo: false}\n", "{r}", "", HIDDEN_RUNS),
        ("execute: {echo: false}\n", "{r}", "#| echo: true\n", RUNS),
        ("execute:\n  include: false\n", "{r}", "", HIDDEN),
        ("format:\n  html:\n    execute: {echo: false}\n", "{r}", "", HIDDEN_RUNS),
        ("format: revealjs\n", "{r}", "", HIDDEN_RUNS),
        ("format:\n  mine-revealjs: {toc: false}\n", "{r}", "#| echo: fenced\n", RUNS),
        ("", "{=html}", "", "what only html shows"),
        ("execute: {echo: false}\n", "r", "", ""),
        ("execute: {echo: false}\n", "{.r}", "", ""),
    ],
)
def test_code_is_shown_where_it_is_there(matter: str, head: str, options: str, told: str, tmp_path: Path) -> None:
    text = f"---\ntitle: T\n{matter}---\n\n## A\n\n- a\n\n## B\n\n```{head}\n{options}secret <- 1\n```\n"
    taken = Taken(tmp_path, text, "deck.qmd")
    assert ("secret" in taken.outline) == (told in ("", RUNS))
    assert "#|" not in taken.outline
    assert [what.partition(":")[0] for what in taken.whats()] == ([told] if told else [])


@pytest.mark.parametrize("where", ["_quarto.yml", "slides/_metadata.yml"])
def test_a_project_may_hide_code(where: str, tmp_path: Path) -> None:
    (tmp_path / "slides").mkdir()
    (tmp_path / where).write_text("project: {type: default}\nexecute:\n  echo: false\n", encoding="utf-8")
    text = "---\ntitle: T\n---\n\n## A\n\n- a\n\n## B\n\n```{r}\nsecret <- 1\n```\n"
    taken = Taken(tmp_path / "slides", text, "deck.qmd")
    assert "secret" not in taken.outline
    assert taken.whats() == [f"{HIDDEN_RUNS}: secret <- 1"]


def test_a_chunk_may_speak_for_those_after_it(tmp_path: Path) -> None:
    chunk = "```{r setup, include=FALSE}\nknitr::opts_chunk$set(echo = FALSE, fig.width = c(1, 2))\n```\n"
    taken = Taken(tmp_path, f"## A\n\n{chunk}\n- a `r nrow(d)`\n\n```{{r}}\nsecret\n```\n", "deck.Rmd")
    assert "secret" not in taken.outline
    assert {what.partition(":")[0] for what in taken.whats()} == {HIDDEN, HIDDEN_RUNS, "what code in a text gives"}


def test_code_and_text_stay_in_their_order(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A\n\nFirst do\n\n```sh\nls\n```\n\nthen do\n\n```sh\npwd\n```\n\nand be glad.\n")
    (slide,) = taken.slides.values()
    blocks = slide.content.text  # type: ignore[attr-defined]
    assert [block.kind for block in blocks] == ["paragraph", "code", "paragraph", "code", "paragraph"]
    assert [block.listing.code.strip() for block in blocks if block.listing] == ["ls", "pwd"]
    assert taken.told == ()


def test_code_says_what_it_is_and_which_lines_are_meant(tmp_path: Path) -> None:
    taken = Taken(
        tmp_path, "# A\n\n- see\n\n```ts {1|2-3} twoslash\na\nb\nc\nd\n```\n\n---\n\n# B\n\n```nonsense\nx\n```\n"
    )
    assert "```ts {1, 2-3}" in taken.outline
    assert taken.slides["b"].layout == "code"


def test_a_line_that_code_lacks_takes_no_other_highlight(tmp_path: Path) -> None:
    first, second = "```python {2}\na\nb\n```", "```nonsense {1,9}\na\nb\n```"
    under = '- x\n\n  ```{.r code-line-numbers="3"}\n  a\n  ```'
    taken = Taken(tmp_path, f"# A\n\nwords\n\n{first}\n\n{second}\n\n---\n\n# B\n\n{under}\n")
    assert "```python {2}" in taken.outline
    assert "```{1}" in taken.outline
    assert "```r\n" in taken.outline
    assert taken.told == (
        (10, "the highlight of lines that the code lacks: 9"),
        (21, "the highlight of lines that the code lacks: 3"),
    )


def test_of_code_in_steps_the_last_is_shown(tmp_path: Path) -> None:
    steps = "```js\na = 1\n```\n\n```js {1}\na = 2\n```"
    taken = Taken(tmp_path, f"# A\n\n````md magic-move {{lines: true}}\n{steps}\n````\n\n---\n\n# B\n")
    assert "a = 2" in taken.outline
    assert "a = 1" not in taken.outline
    assert taken.told == ((3, "the steps of code before the last of 2"),)


def test_a_file_s_name_stands_over_its_code(tmp_path: Path) -> None:
    taken = Taken(tmp_path, '## A\n\n```{.python filename="a.py"}\nx\n```\n', "deck.qmd")
    assert "caption: '`a.py`'" in taken.outline


def test_code_under_an_entry_stays_there_line_by_line(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A\n\n1. do\n\n   ```sh\n   ls\n     -l\n   ```\n\n   then\n2. go\n\n- plain\n")
    blocks = taken.slides["a"].content.text  # type: ignore[attr-defined]
    assert [(block.kind, block.level, block.number) for block in blocks] == [
        ("entry", 1, 1),
        ("code", 1, None),
        ("paragraph", 1, None),
        ("entry", 1, 2),
        ("entry", 1, None),
    ]
    assert blocks[1].listing.code.strip("\n").split("\n") == ["ls", "  -l"]


FLOW = """---
title: T
---
flowchart LR
  %% a remark
  A[Look here] --> B("At [this]") -.->|at once| C{Well?}:::big
  C -- no --> D & E
  D <--> A
  subgraph one [First part]
    F((Round)) --- A
  end
  classDef big fill:#f00
"""


def test_a_plain_flowchart_is_a_diagram(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"# A\n\nSee\n\n```mermaid {{scale: 0.8}}\n{FLOW}```\n")
    words, drawn = taken.slides.values()
    assert (words.layout, drawn.layout) == ("text", "diagram")
    content = drawn.content
    assert [node.name.plain for node in content.nodes] == ["Look here", "At [this]", "Well?", "D", "E", "Round"]  # type: ignore[attr-defined]
    assert [edge.joins for edge in content.edges] == [
        "a -> b",
        "b -> c",
        "c -> d",
        "c -> e",
        "d -> a",
        "a -> d",
        "f -- a",
    ]  # type: ignore[attr-defined]
    assert [edge.label.plain for edge in content.edges if edge.label] == ["at once", "no", "no"]  # type: ignore[attr-defined]
    assert [(group.heading.plain, group.nodes) for group in content.groups] == [("First part", ("f", "a"))]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "drawing", ["sequenceDiagram\n  A->>B: hi", "graph TD\n  A -->", "graph TD\n  subgraph x\n  A --> B", "pie\n"]
)
def test_another_drawing_is_told(drawing: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"# A\n\nwords\n\n```mermaid\n{drawing}\n```\n")
    assert [what for what in taken.whats() if what.startswith("a diagram that is no plain flowchart")]
    assert "mermaid" not in taken.outline


def test_results_within_a_text_are_gaps(tmp_path: Path) -> None:
    text = "---\nformat: revealjs\nknitr:\n  opts_chunk:\n    echo: true\n---\n\n## A `r logo()`\n\n"
    text += "There are `r n` of them.\n\n"
    taken = Taken(tmp_path, text + "```{r}\n#| label: x\n1 + 1\n```\n", "deck.qmd")
    assert {"A", "There are … of them."} <= set(said(taken.slides["a"]))
    assert "1 + 1" in taken.outline


def test_what_slidev_s_own_program_draws_is_told_and_not_shown(tmp_path: Path) -> None:
    text = "# A\n\n- go <carbon:arrow-right /> on\n- see <https://example.org>\n\n<<< @/snippets/part.ts#here {2}\n"
    taken = Taken(tmp_path, text)
    assert "carbon" not in taken.outline
    assert "snippets" not in taken.outline
    assert "https://example.org" in taken.outline
    assert taken.whats() == [
        "elements of HTML, of which only the words stay: <carbon:arrow-right>",
        "code of another file: <<< @/snippets/part.ts#here {2}",
    ]


def test_rows_of_html_are_words_and_no_code(tmp_path: Path) -> None:
    html = """\
<div class="grid">
  <div>
    <img src="a.png" alt="A well">
    <div
      class="small">Dug by hand</div>
    <p>Deep <a class="x" href="https://example.org">as here</a></p>
    <div>1.1M</div><div>wells</div>
    <h3>More</h3>

    <li>one <kbd>x</kbd></li>
    <carbon:arrow-right />
  </div>
</div>

words

    kept as code

<span v-click>~~no~~<s>old</s></span>
"""
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    taken = Taken(tmp_path, f"{MARP}# A\n\n{html}\n---\n\n# B\n\n<iframe></iframe>\n\n- b\n")
    assert "[as here](https://example.org)" in taken.outline
    blocks = taken.slides["a"].content.text  # type: ignore[attr-defined]
    kinds = [block.kind for block in blocks]
    assert kinds == ["picture", "paragraph", "heading", "entry", "paragraph", "code", "paragraph"]
    assert taken.slides["a"].reveal
    assert [block.text.plain for block in blocks if block.text] == [
        "Dug by hand Deep as here 1.1M wells",
        "More",
        "one x",
        "words",
        "noold",
    ]
    looks = "<div> 10 times, <p> 2 times (line 12), <li> (line 16), <kbd> 2 times (line 16), <span> 2 times (line 25)"
    assert taken.told == (
        (7, f"the look that HTML gives words: {looks}"),
        (17, "elements of HTML, of which only the words stay: <carbon:arrow-right>, <iframe> 2 times (line 31)"),
        (25, "the line through words: no"),
        (25, "the line through words: old"),
    )


def test_code_and_words_under_an_entry_stay_in_their_order(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A\n\n- do\n\n  ```sh\n  ls\n  ```\n\n  then this\n\n- go\n\n---\n\n# B\n\n- b\n")
    blocks = taken.slides["a"].content.text  # type: ignore[attr-defined]
    assert [(block.kind, block.level) for block in blocks] == [
        ("entry", 1),
        ("code", 1),
        ("paragraph", 1),
        ("entry", 1),
    ]
