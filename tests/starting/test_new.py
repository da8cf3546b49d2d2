"""A new webinar builds at once and checks clean; slides in Markdown of four tools become an outline that builds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deck.cli import main
from deck.ground.diagnostics import DeckError
from deck.model.presentation import Slide
from deck.pipeline.build import Built, lay_out
from deck.starting.new_folder import Begun, begin, begin_from

MARP = """\
---
marp: true
theme: gaia
title: Wells for all
author: The partners
---
<!-- paginate: true -->
<style>section { color: red; }</style>

![bg](hall.png)

# Wells for all

A talk

---

# What we do

- Plan **well**
- Build
  - with {braces} and `code`

<!-- Say hello.

- and wait -->

---

## A picture

![bg right:40%](well.png)

Water [for all](https://example.org), see [more](more.html)

---

![w:300 A well in a village](well.png)

---

# Thank you
"""

SLIDEV = """\
---
theme: seriph
title: Wells
transition: slide-left
---

# Wells

For **everybody**

---
layout: two-cols
---

# Two ways

<v-clicks>

- Dig

</v-clicks>

::right::

- Drill

---
layout: center
---

# Water is life

---
hide: true
---

# Code

```ts {1|2}
const well = 1;
```

<!--
The last comment.
-->

---

| Year | Wells |
|---|---|
| 2025 | 120 |
| 2026 | **150** |
"""

PANDOC = """\
% Wells
% Ana; Ben
% May 2026

# Begin

## Plan

- One
- Two

. . .

Then build.

::: notes
Remember to smile.
:::

## Sides

:::: columns
::: column
### Before

- dry
:::
::: column
### After

wet[^1]
:::
::::

[^1]: a note

# End

## Words

> Water is life.
>
> — A farmer
"""

QUARTO = """\
---
title: "Wells"
subtitle: "A talk"
author:
  - name: Ana
format:
  revealjs:
    incremental: true
lang: es
---

## Plan {.smaller background-image="hall.png"}

::: {.incremental}
1. One
2. Two
:::

::: {.notes}
Slowly.
:::

## Run {#run visibility="hidden"}

```{python}
#| echo: true
print("well")
```

---

{{< video well.mp4 >}}

$$
x^2
$$

A last word.
"""


def begun(folder: Path, text: str, name: str = "deck.md") -> Begun:
    Image.new("RGB", (160, 90), "#336699").save(folder / "hall.png")
    Image.new("RGB", (90, 90), "#336699").save(folder / "well.png")
    (folder / name).write_text(text, encoding="utf-8")
    return begin_from(folder / name, folder / "new")


def slides(built: Built) -> dict[str, Slide]:
    return {slide.id: slide for slide in built.presentation.slides}


def layouts(built: Built) -> list[str]:
    return [slide.layout for slide in built.presentation.slides]


def said(slide: Slide) -> list[str]:
    return [text.plain for _, text in slide.content.texts()]


def test_a_new_webinar_checks_clean_and_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "webinar"
    assert main(["new", str(folder)]) == 0
    assert main(["check", "--strict", str(folder / "outline.yaml")]) == 0
    assert main(["build", str(folder / "outline.yaml"), "--output", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "webinar.en.pptx").exists()
    assert "pictures" in capsys.readouterr().out


@pytest.mark.parametrize("source", [None, "deck.md"])
def test_a_folder_with_files_is_left_as_it_is(
    source: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "deck.md").write_text("# A\n\n---\n\n# B\n", encoding="utf-8")
    more = ["--from", str(tmp_path / source)] if source else []
    assert main(["new", str(folder), *more]) == 1
    assert "not empty" in capsys.readouterr().err
    assert [each.name for each in folder.iterdir()] == ["mine.txt"]


def test_a_hidden_file_is_none(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("", encoding="utf-8")
    assert begin(tmp_path).outline.exists()


def test_marp(tmp_path: Path) -> None:
    new = begun(tmp_path, MARP)
    built = lay_out(new.outline)
    assert layouts(built) == ["title", "bullets", "picture", "picture", "section"]
    cover, work, water, alone, _ = built.presentation.slides
    assert cover.background
    assert said(work) == ["What we do", "Plan well", "Build", "with {braces} and code"]
    assert work.notes
    assert [paragraph.plain for paragraph in work.notes.paragraphs] == ["Say hello.", "and wait"]
    assert "Water for all, see more" in said(water)
    assert "A well in a village" in said(alone)
    assert built.presentation.author == "The partners"
    assert {path.name for path in new.files} == {"hall.png", "well.png"}
    assert [what for _, what in new.left_out] == [
        "settings of the whole deck: `theme`",
        "the look of a page: <style>section { color: red; }</style>",
        "where a link leads: more.html",
    ]


def test_slidev(tmp_path: Path) -> None:
    built = lay_out(begun(tmp_path, SLIDEV).outline)
    assert layouts(built) == ["title", "bullets", "headline", "code", "table"]
    cover, ways, _, code, table = built.presentation.slides
    assert said(cover) == ["Wells", "For everybody"]
    assert said(ways) == ["Two ways", "Dig", "Drill"]
    assert ways.reveal
    assert code.hidden
    assert code.notes
    assert code.notes.plain == "The last comment."
    assert said(table)[1:] == ["Year", "Wells", "2025", "120", "2026", "150"]


def test_pandoc(tmp_path: Path) -> None:
    new = begun(tmp_path, PANDOC)
    built = lay_out(new.outline)
    assert layouts(built) == ["title", "section", "text", "comparison", "section", "quote"]
    assert [section.title.plain for section in built.presentation.sections] == ["Wells", "Begin", "End"]
    found = slides(built)
    assert said(found["plan"])[:3] == ["Plan", "One", "Two"]
    assert found["plan"].reveal
    assert found["plan"].notes
    assert found["plan"].notes.plain == "Remember to smile."
    assert said(found["sides"]) == ["Sides", "Before", "dry", "After", "wet¹"]
    assert found["sides"].notes
    assert found["sides"].notes.plain == "¹ a note"
    assert built.presentation.author == "Ana; Ben"
    assert new.changed[1:] == (
        (20, "a footnote or a footer of its own, which stands in the speaker’s notes: ¹ a note"),
    )
    assert new.left_out == ()


def test_quarto(tmp_path: Path) -> None:
    new = begun(tmp_path, QUARTO, "deck.qmd")
    built = lay_out(new.outline)
    found = slides(built)
    assert said(found["cover"]) == ["Wells", "A talk Ana"]
    assert found["plan"].background
    assert found["plan"].reveal
    assert found["plan"].notes
    assert found["run"].hidden
    assert found["run"].layout == "code"
    assert str(built.presentation.language) == "es"
    assert built.presentation.author == "Ana"
    assert [what.partition(":")[0] for _, what in new.left_out] == [
        "what code shows when it runs",
        "what another program puts in",
    ]
    assert "equation" in layouts(built)


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n" + "A very long paragraph that goes on. " * 200,
        "# A\n\n| " + " | ".join("abcdefghijk") + " |\n|" + "---|" * 11 + "\n| " + " | ".join("12345678901") + " |\n",
        "# A\n\n- one\n  - two\n    - three\n      - four\n        - five\n",
        "# A\n\n```nolanguage\n" + "x = 1\n" * 80 + "```\n",
        "# A\n\n![](missing.png)\n\n![](https://example.org/a.png)\n\nwords\n",
        "# A {x} *b **c\n\n<b>bold</b> & <i>it</i> <https://example.org> ![alt](hall.png){width=3} tail\n",
        "words without any heading\n\n---\n\nmore {{words}}\n\n---\n\n---\n",
    ],
)
def test_whatever_it_says_the_outline_builds(text: str, tmp_path: Path) -> None:
    built = lay_out(begun(tmp_path, text).outline)
    assert not [each for each in built.diagnostics if each.severity == "error"]
    assert built.deck.slides


def test_no_slides_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "deck.md").write_text("<!-- nothing -->\n", encoding="utf-8")
    assert main(["new", str(tmp_path / "new"), "--from", str(tmp_path / "deck.md")]) == 1
    assert "has no slides" in capsys.readouterr().err
    assert main(["new", str(tmp_path / "new"), "--from", str(tmp_path / "none.md")]) != 0
    assert not (tmp_path / "new").exists()


def test_the_command_says_what_was_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "# A\n\n<iframe></iframe>\n\n- b\n"
    (tmp_path / "deck.md").write_text(text, encoding="utf-8")
    assert main(["new", str(tmp_path / "new"), "--from", str(tmp_path / "deck.md")]) == 0
    assert "line 3: elements of HTML, of which only the words stay: <iframe>" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "hint"), [("a.pptx", "theme: {template: …}"), ("a.PDF", "made from"), ("a.html", "made from")]
)
def test_a_finished_deck_is_told_as_such(name: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04\x00")
    with pytest.raises(DeckError) as caught:
        begin_from(tmp_path / name, tmp_path / "new")
    assert "a finished deck" in caught.value.diagnostics[0].message
    assert hint in str(caught.value.diagnostics[0].hint)
    assert not (tmp_path / "new").exists()
