"""What another program shows in a way of its own is kept as far as slides here have it, and told elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.starting.taken import MARP, Taken, said

SLIDEV = """\
---
mdc: true
---

# Wells

- a

---
layout: fact
---

# 100%

Everyone drinks

---
layout: quote
---

# “Water is life.”

— A farmer

---
layout: section
---

# Digging

By hand

---
layout: statement
---

# Nobody digs alone

- with a spade
- with friends
"""


def test_large_words_of_slidev_are_as_large(tmp_path: Path) -> None:
    taken = Taken(tmp_path, SLIDEV)
    assert [slide.layout for slide in taken.slides.values()] == ["bullets", "headline", "quote", "section", "bullets"]
    assert said(taken.slides["100"]) == ["100%", "Everyone drinks"]
    assert said(taken.slides["a-farmer"]) == ["A farmer", "Water is life."]
    assert said(taken.slides["digging"]) == ["Digging", "By hand"]
    assert taken.changed == ["the layout `statement` of a slide, which is one as others are"]
    assert taken.told == ()


HEADS = "| a | b |\n|---|---|\n"


def test_a_table_of_headings_alone_is_one(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    pictures = "| ![One](a.png) | ![Two](a.png) |\n|---|---|\n"
    taken = Taken(tmp_path, f"# A\n\n{HEADS}\n---\n\n# B\n\nwords\n\n{HEADS}\n---\n\n# C\n\n{pictures}")
    assert [slide.layout for slide in taken.slides.values()] == ["table", "text", "picture"]
    assert said(taken.slides["a"])[:3] == ["A", "a", "b"]
    assert said(taken.slides["b"])[:4] == ["B", "words", "a", "b"]
    heads = "a table of headings alone, which has an empty row under them: a, b"
    assert taken.changed == [heads, heads]
    assert taken.told == ()


def test_only_what_is_too_much_is_called_so(tmp_path: Path) -> None:
    loop = "```mermaid\ngraph LR\nA --> A\nA --> B\n```\n"
    taken = Taken(tmp_path, f"# A\n\n{loop}")
    assert [what for what in taken.changed if "this leads from a box to itself" in what]
    assert not [what for _, what in (*taken.told, *enumerate(taken.changed)) if "fit" in what]


def test_where_nothing_can_appear_that_is_told(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    appears = '<!-- .element: class="fragment" -->'
    beside = f"![A well](a.png)\n\nwords {appears}\n"
    taken = Taken(tmp_path, f"# A\n\n{beside}\n---\n\n# B\n\n- one\n- two {appears}\n")
    assert not taken.slides["a"].reveal
    assert taken.slides["b"].reveal
    assert taken.changed == ["what appears with a click, which is there at once: the slide `a`"]


def test_tasks_have_their_boxes(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A\n\n- [x] dig\n- [ ] drink\n  - [X] deep\n\n---\n\n# B\n\nb [x] c\n\n1. [ ] one\n")
    assert said(taken.slides["a"]) == ["A", "√ dig", "□ drink", "√ deep"]
    assert said(taken.slides["b"]) == ["B", "b [x] c", "□ one"]
    assert not [one for one in taken.diagnostics if one.code == "missing-glyph"]


@pytest.mark.parametrize(
    ("matter", "words", "description", "told"),
    [
        (MARP, "grayscale A well", "A well", ["grayscale"]),
        (MARP, "w:300 sepia:40% A well", "A well", ["sepia:40%"]),
        (MARP, "bg left:40% blur A well", "A well", ["blur"]),
        (MARP, "A well with blurred contrasts", "A well with blurred contrasts", []),
        ("", "A contrast of wells", "A contrast of wells", []),
        ("", "w:300 blur A well", "A well", ["blur"]),
    ],
)
def test_filters_of_pictures_are_no_words(
    matter: str, words: str, description: str, told: list[str], tmp_path: Path
) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    taken = Taken(tmp_path, f"{matter}# A\n\n![{words}](a.png)\n\n- a\n\n---\n\n# <!-- fit --> B\n\n- b\n")
    assert description in said(taken.slides["a"])
    assert taken.whats() == [f"how a picture looks: {each}" for each in told]
    assert taken.slides["b"].notes is None


def test_a_comment_of_obsidian_goes_over_slides(tmp_path: Path) -> None:
    taken = Taken(
        tmp_path, "# A\n\n- a %%b%%\n\n%%\nput\n\n---\n\n# Aside\n%%\n\n---\n\n# B\n\n100%% or 5%%\n\nand 7%%\n"
    )
    assert list(taken.slides) == ["a", "b"]
    assert [(line, what.partition(":")[0]) for line, what in taken.told] == [(3, "a comment"), (5, "a comment")]
    assert "and 7%%" in taken.outline


def test_the_look_of_a_diagram_is_told(tmp_path: Path) -> None:
    chart = "graph RL\n  A([Start]) -.-> B{Ok?} ==>|yes| C[Done]\n  style A fill:#fff\n  C --x A\n"
    taken = Taken(tmp_path, f"# A\n\n```mermaid\n{chart}```\n")
    looks = "its direction, the shape ([]), the shape {}, dotted arrows, thick arrows, colours, heads of arrows"
    assert taken.changed == [f"the look of a diagram, in which boxes and arrows are all alike: {looks}"]


CAPTIONS = """\
## Before
: *Before* it

{table}

## After

{table}
: Right after it {{#tbl-a}}

## In columns

:::: columns
::: column
{table}

table: Of two
lines {{.odd}}
:::
::: column
- b
:::
::::

## Term

Well
: A hole
"""


def test_captions_stay_with_their_tables(tmp_path: Path) -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    taken = Taken(tmp_path, CAPTIONS.format(table=table), "deck.qmd")
    shown = {name: slide.content for name, slide in taken.slides.items()}
    assert [shown[name].remark.plain for name in ("before", "after")] == ["Before it", "Right after it"]  # type: ignore[attr-defined]
    blocks = shown["in-columns"].text  # type: ignore[attr-defined]
    assert [(block.kind, block.text and block.text.plain) for block in blocks][1:] == [
        ("paragraph", "Of two lines"),
        ("entry", "b"),
    ]
    assert said(taken.slides["term"]) == ["Term", "Well", "A hole"]
    assert taken.told == ()


OBSIDIAN = """\
# A

> [!warning]- Frost
> Cover them. ^here

> [!quote]
> Said

---

<!-- .slide: data-auto-animate -->
<!-- slide bg="[[a.png]]" -->

# B

- b

```js [4: 1-2|3]
a
b
c
d
```

```chart
type: bar
```
"""


def test_obsidian_s_callouts_and_reveal_s_lines(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    taken = Taken(tmp_path, OBSIDIAN)
    blocks = taken.slides["a"].content.text  # type: ignore[attr-defined]
    assert [(block.kind, block.text.plain) for block in blocks] == [
        ("warning", "Frost Cover them."),
        ("quote", "Said"),
    ]
    assert "> **Frost**\\\n" in taken.outline
    assert taken.slides["b"].background
    assert taken.slides["b"].notes is None
    assert "```js {1-2, 3}" in taken.outline
    assert taken.whats() == [
        "a setting of a slide: .auto-animate",
        "a diagram that is no plain flowchart: type: bar",
    ]


QUARTO = """\
---
title: T
date: today
format:
  revealjs:
    incremental: true
    transition: zoom
---

## A {data-background-image="a.png"}

- a
- b

## B

::: nonincremental
- a
- b
:::

## C

```{python}
#| echo: true
#| eval: false
#| filename: a.py
#| code-line-numbers: "2"
x
y
```

\\begin{center}\\textbf{Bold} words \\newline and more\\end{center}

~~~ {#here .haskell .numberLines}
qsort
~~~
"""


def test_what_holds_for_a_whole_deck_of_quarto_holds_here(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    taken = Taken(tmp_path, QUARTO, "deck.qmd")
    slides = taken.slides
    assert slides["a"].background
    assert [bool(slides[name].reveal) for name in ("a", "b")] == [True, False]
    assert all(each in taken.outline for each in ("`a.py`", "```python {2}", "```haskell", "**Bold** words\\\n"))
    assert "today" not in taken.outline
    assert taken.told == ((3, "the deck’s date: today"), (7, "settings of the whole deck: `transition`"))


def test_slidev_s_comments_amid_a_slide_are_no_notes(tmp_path: Path) -> None:
    first = "# A\n\n<!-- Counter.vue -->\n\n- a\n"
    last = "layout: image-right\nimage: a.png\nbackgroundSize: 20em\n---\n\n# B\n\n- b\n\n<!--\nSay it.\n-->\n"
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    taken = Taken(tmp_path, f"---\nmdc: true\n---\n\n{first}\n---\n{last}\n---\nlayout: end\n---\n")
    assert taken.slides["a"].notes is None
    assert str(taken.slides["b"].notes and taken.slides["b"].notes.plain) == "Say it."
    assert "20em" not in taken.outline
    assert [what for _, what in taken.told] == ["a comment: Counter.vue", "a slide that only its layout shows: end"]


def test_lists_in_quotes_are_lists(tmp_path: Path) -> None:
    listed, words = ">- eat\n>     - well\n>- drink\n", "> words\n>\n> - a\n\nSee.[An aside]{.aside}\n"
    taken = Taken(tmp_path, f"## A\n\n{listed}\n##\n\nNo title\n\n## B\n\n{words}")
    assert taken.slides["a"].layout == "bullets"
    assert said(taken.slides["a"]) == ["A", "eat", "well", "drink"]
    assert taken.slides["a"].reveal
    assert "no-title" in taken.slides
    assert "> words" in taken.outline
    assert "See. An aside" in taken.outline


COMPONENTS = """\
---
mdc: true
---

# A

::code-group

```sh [npm]
npm i
```

::

{{ $nav.currentPage }} of it

---
layout: quote
---

> Tea is hope.

Someone

---

# B

> Tea
> -- A friend
"""


def test_components_and_quotations_of_slidev(tmp_path: Path) -> None:
    taken = Taken(tmp_path, COMPONENTS)
    assert "::" not in taken.outline
    assert "`npm`" in taken.outline
    assert said(taken.slides["someone"]) == ["Someone", "Tea is hope."]
    assert [what for _, what in taken.told] == [
        "how a block of words looks: code-group",
        "what another program puts in: {{ $nav.currentPage }}",
    ]
    (tmp_path / "marp").mkdir()
    marp = Taken(tmp_path / "marp", f"{MARP}# B\n\n> Tea\n> -- A friend\n")
    assert said(marp.slides["b"]) == ["B", "Tea", "A friend"]


def test_words_beside_slides_are_kept_or_told(tmp_path: Path) -> None:
    chunk = '```{r}\n#| echo: false\n#| label: heat\n#| fig-cap: "Heat by hour"\nplot(1)\n```\n'
    (tmp_path / "quarto").mkdir()
    quarto = Taken(tmp_path / "quarto", f"## A\n\n- a[^1]\n\n{chunk}\n[^1]: one\n[^2]: two\n", "deck.qmd")
    assert quarto.whats() == [
        "code that is not shown, and what it shows when it runs: heat, Heat by hour",
        "a footnote that nothing leads to: two",
    ]
    taken = Taken(tmp_path, "---\nmdc: true\n---\n\n# A\n\n---\ntitle: Named *so*\n---\n\nWords\n\n- a\n")
    assert said(taken.slides["named-so"]) == ["Named *so*", "Words", "a"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("::: callout-tip\nSow early.\n:::", "a callout `tip`, which is a note: Sow early."),
        ("> [!IMPORTANT]\n> Sow early.", "a callout `important`, which is a warning: Sow early."),
        ("> [!NOTE]\n> Sow early.", ""),
        ("::: callout-warning\nSow early.\n:::", ""),
    ],
)
def test_a_callout_of_another_kind_is_told(written: str, told: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"## A\n\n{written}\n", "deck.qmd")
    assert taken.changed == ([told] if told else [])
