"""What Marp, Slidev, Pandoc and Quarto show or do not show is shown or not shown here, and what is lost is told."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image

from deck.cli import main
from deck.model.presentation import Slide
from deck.pipeline.build import lay_out
from deck.starting.new_folder import begin_from

MARP = "---\nmarp: true\n---\n\n"


class Taken:
    """The slides of a Markdown file, by their ids, and what was left out."""

    def __init__(self, folder: Path, text: str, name: str = "deck.md") -> None:
        (folder / name).write_text(text, encoding="utf-8")
        new = begin_from(folder / name, folder / "new")
        self.outline = new.outline.read_text(encoding="utf-8")
        self.told = new.left_out
        # Few of the texts here say their language and their author; that has a test of its own.
        changed = [each for each in new.changed if not each[1].startswith("the deck does not say")]
        self.changed, self.changed_lines = [what for _, what in changed], [line for line, _ in changed]
        built = lay_out(new.outline)
        assert not [each for each in built.diagnostics if each.severity == "error"]
        self.slides = {slide.id: slide for slide in built.presentation.slides}
        self.sections = [section.title.plain for section in built.presentation.sections]

    def whats(self) -> list[str]:
        return [what for _, what in self.told]


def said(slide: Slide) -> list[str]:
    return [text.plain for _, text in slide.content.texts()]


@pytest.mark.parametrize("mark", ["```", "~~~"])
def test_a_comment_is_notes_whole_whatever_is_in_it(mark: str, tmp_path: Path) -> None:
    comment = f"<!--\n\n- the budget\n\n{mark}bash\nls\n{mark}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n-->"
    taken = Taken(tmp_path, f"# First\n\n- a point\n\n{comment}\n\n---\n\n# Second\n\nwords `<!--` more\n")
    assert list(taken.slides) == ["first", "second"]
    assert said(taken.slides["first"]) == ["First", "a point"]
    notes = taken.slides["first"].notes
    assert notes
    shown = ["".join(run.text for run in each.runs) for each in notes.paragraphs]
    assert shown == ["the budget", "ls", "a | b\v1 | 2"]
    assert "words <!-- more" in " ".join(said(taken.slides["second"]))
    assert taken.told == ()


def test_a_slide_in_a_comment_is_not_shown(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A\n\n- a\n\n<!--\n---\n\n# Hidden\n\n- h\n\n---\n-->\n\n---\n\n# B\n\n- b\n")
    assert list(taken.slides) == ["a", "b"]
    assert "Hidden" in str(taken.slides["a"].notes)


def test_a_comment_in_code_is_code(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A\n\n```html\n<!-- kept -->\n<style>b {}</style>\n```\n\n---\n\n# B\n\n- b\n")
    assert "<!-- kept -->" in taken.outline
    assert taken.told == ()


def test_comments_of_pandoc_and_those_without_an_end_are_told(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A\n\n- a\n\n<!-- put\n\naside -->\n\n# B\n\n- b\n\n<!--\n\n# C\n\n- c\n")
    assert list(taken.slides) == ["a", "b"]
    assert [(line, what.partition(":")[0]) for line, what in taken.told] == [
        (5, "a comment"),
        (13, "a comment"),
        (13, "all from here on, a comment that does not end"),
    ]


def test_notes_of_an_empty_slide_are_told(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A\n\n- a\n\n---\n\n<!--\n# Later\n-->\n\n---\n\n# B\n\n- b\n")
    assert list(taken.slides) == ["a", "b"]
    assert taken.whats() == ["notes of an empty slide: # Later"]


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


def test_numbers_stay(tmp_path: Path) -> None:
    lists = "1. first\n2. second\n   1. below\n\n---\n\n# B\n\n![](a.png)\n\n4. fourth\n5. fifth\n"
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    taken = Taken(tmp_path, f"# A\n\n- a\n\n{lists}")
    blocks = [(each.number, each.level) for each in taken.slides["a"].content.text if each.level]  # type: ignore[attr-defined]
    assert blocks == [(None, 1), (1, 1), (2, 1), (1, 2)]
    numbers = [each.number for each in taken.slides["b"].content.text]  # type: ignore[attr-defined]
    assert numbers == [None, 4, 5]


def test_slides_of_another_file_stand_in_their_place(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    Image.new("RGB", (160, 90)).save(tmp_path / "pages" / "a.png")
    part = "---\nlayout: center\n---\n\n# One\n\n---\n\n# Two\n\n![What it shows](a.png)\n\n---\nsrc: ../deck.md\n---\n"
    (tmp_path / "pages" / "part.md").write_text(part, encoding="utf-8")
    (tmp_path.parent / "outside.md").write_text("# Outside\n", encoding="utf-8")
    sources = ("./pages/part.md", "/pages/part.md#2", "../outside.md", "none.md")
    taken = Taken(tmp_path, "# A\n\n- a\n" + "".join(f"\n---\nsrc: {each}\n---\n" for each in sources))
    assert list(taken.slides) == ["a", "one", "two", "two-2"]
    assert taken.slides["one"].layout == "headline"
    assert "What it shows" in said(taken.slides["two"])
    assert [what.rpartition(": ")[2] for what in taken.whats()] == [
        "files name each other over and over",
        "it is not in the folder of these slides",
        "there is no such file",
    ]


def test_quarto_begins_slides_at_second_headings(tmp_path: Path) -> None:
    text = (
        "---\ntitle: T\nformat: revealjs\n---\n\n# Part\n\n- p\n\n## A\n\n- a\\\n- b\\\n  c\n\n## B\n\n- b\n\n# End\n"
    )
    taken = Taken(tmp_path, text, "deck.qmd")
    assert list(taken.slides) == ["cover", "part", "a", "b", "end"]
    assert taken.sections == ["T", "Part", "End"]
    assert "- a\n" in taken.outline
    assert any("\v" in run.text for _, text in taken.slides["a"].content.texts() for run in text.paragraphs[0].runs)


def test_a_slide_level_is_heeded(tmp_path: Path) -> None:
    text = "---\ntitle: T\nformat:\n  revealjs:\n    slide-level: 1\n---\n\n# A\n\n## Below\n\n- a\n"
    assert list(Taken(tmp_path, text, "deck.qmd").slides) == ["cover", "a"]


def test_pictures_keep_their_descriptions(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    first, second = '![](a.png){width=50% fig-alt="It *falls* from 1 to 0."}', '![See](a.png){fig-alt="It falls"}'
    text = f"# A\n\n{first}\n\n---\n\n# B\n\n{second}\n"
    taken = Taken(tmp_path, text)
    assert "It *falls* from 1 to 0." in said(taken.slides["a"])
    assert said(taken.slides["b"])[1:] == ["It falls", "See"]


def test_formulas_and_signs_are_told(tmp_path: Path) -> None:
    words = "- about $P_a(x) * 2_b$ and `$x$`, at $5 and $6 :rocket:\n- yes :white_check_mark: 10:30:15"
    taken = Taken(tmp_path, f"# A\n\n{words}\n\n---\n\n- b\n")
    assert said(taken.slides["a"]) == ["A", "about $P_a(x) * 2_b$ and $x$, at $5 and $6", "yes ✓ 10:30:15"]
    assert taken.changed == ["a formula, which stands there as it is written: $P_a(x) * 2_b$"]
    assert taken.whats() == ["an emoji: :rocket:"]


def test_a_slide_without_a_heading_has_a_title_of_its_first_words(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "good-wells.png")
    body = "\n\n---\n\n".join(
        ["# A\n\n- a", "- Wells are **dug**\n- b", "![](good-wells.png)", "word " * 60 + "\n\n- c"]
    )
    titles = [slide.content.title.plain for slide in Taken(tmp_path, body).slides.values()]
    assert titles == ["A", "Wells are dug", "good wells", "word " * 11 + "word…"]


def test_why_a_picture_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "no.png").write_bytes(b"nothing")
    pictures = "![](none.png)\n\n![](no.png)\n\n![](https://example.org/a.png)"
    taken = Taken(tmp_path, f"# A\n\n- a [b](https://en.wikipedia.org/wiki/Well_(water))\n\n---\n\n# B\n\n{pictures}\n")
    assert taken.whats() == [
        "a picture: none.png: there is no such file",
        "a picture: no.png: no.png is not a PNG, JPEG, SVG, WebP or GIF picture: save it as PNG or JPEG; its name"
        " alone does not make it one",
        "a picture: https://example.org/a.png: it is on the web: save it, and name the file",
    ]
    assert "https://en.wikipedia.org/wiki/Well_%28water%29" in taken.outline


def test_much_of_one_kind_is_told_concisely(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "# A\n\n" + "".join(f"- so ${letter}$ is\n" for letter in "abcdefgh") + "\n---\n\n# B\n\nwords[^1]\n"
    (tmp_path / "deck.md").write_text(text, encoding="utf-8")
    assert main(["new", str(tmp_path / "new"), "--from", str(tmp_path / "deck.md")]) == 0
    shown = capsys.readouterr().out
    assert shown.count("as it is written: $") == 3
    assert "and 5 more of these, in lines 6, 7, 8, 9, 10" in shown
    assert "a footnote without words: [^1]" in shown


def test_code_and_text_stay_in_their_order(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A\n\nFirst do\n\n```sh\nls\n```\n\nthen do\n\n```sh\npwd\n```\n\nand be glad.\n")
    (slide,) = taken.slides.values()
    blocks = slide.content.text  # type: ignore[attr-defined]
    assert [block.kind for block in blocks] == ["paragraph", "code", "paragraph", "code", "paragraph"]
    assert [block.listing.code.strip() for block in blocks if block.listing] == ["ls", "pwd"]
    assert taken.told == ()


def test_what_does_not_fit_together_stands_on_several_slides(tmp_path: Path) -> None:
    code = "\n".join(f"line({number})" for number in range(60))
    taken = Taken(tmp_path, f"{MARP}# A\n\nFirst do\n\n```python\n{code}\n```\n\nand be glad.\n\n<!-- told -->\n")
    assert [slide.layout for slide in taken.slides.values()] == ["text", "code", "text"]
    assert taken.slides["a"].notes
    assert taken.changed == ["“A” is 3 slides, `a` to `a-3`: together it does not fit; shorten it to have one"]
    assert taken.whats() == []


def test_code_says_what_it_is_and_which_lines_are_meant(tmp_path: Path) -> None:
    taken = Taken(
        tmp_path, "# A\n\n- see\n\n```ts {1|2-3} twoslash\na\nb\nc\n```\n\n---\n\n# B\n\n```nonsense\nx\n```\n"
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


def test_tables_pictures_and_texts_stand_together(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    table = "| a | b |\n|---|---|\n| 1 | x \\| y |"
    taken = Taken(tmp_path, f"# A\n\nSo it is:\n\n{table}\n\n![A [new] well](a.png)\n\n- and so\n")
    blocks = taken.slides["a"].content.text  # type: ignore[attr-defined]
    assert [block.kind for block in blocks] == ["paragraph", "table", "picture", "entry"]
    assert blocks[2].picture.description.plain == "A [new] well"
    assert "x | y" in said(taken.slides["a"])


def test_lines_that_html_breaks_end_there(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A<br>new\n\none<br/>two\n\n## more\n\n- three<br>four\n\n`<br>` is shown\n")
    assert {"A new", "one two", "three four", "<br> is shown"} <= set(said(taken.slides["a-new"]))
    runs = [
        run.text for _, text in taken.slides["a-new"].content.texts() for each in text.paragraphs for run in each.runs
    ]
    assert "one\vtwo" in runs
    assert taken.told == ()


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


@pytest.mark.skipif(find_spec("ziamath") is None, reason="draws equations")
def test_equations_are_taken_over_where_they_can_be_shown(tmp_path: Path) -> None:
    text = "# A\n\n- so\n\n$$\na < b_{1} \\\\\n*c* > d\n$$\n\n---\n\n# B\n\n$$ E = mc^2 $$ {#eq-b}\n\n"
    text += "---\n\n# C\n\n- c\n\n$$ \\nothing{1} $$\n"
    taken = Taken(tmp_path, text)
    assert [slide.layout for slide in taken.slides.values()] == ["text", "equation", "text"]
    assert [block.kind for block in taken.slides["a"].content.text] == ["entry", "equation"]  # type: ignore[attr-defined]
    assert "\\nothing{1}" in taken.outline
    assert taken.changed == ["a formula, which stands there as it is written: \\nothing{1}"]


def test_a_slide_whose_title_is_too_long_is_there_with_less_of_it(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"# A\n\n- a\n\n---\n\n# A wood {'W' * 200}\n\n- b\n\n---\n\n# {'M' * 200}\n\n- c\n")
    assert [said(slide)[0] for slide in taken.slides.values()] == ["A", "A wood…", f"{'M' * 10}…"]
    first, second = (what.partition(",")[0] for what in taken.changed)
    assert first == "the words of the slide `a-wood`"
    assert second.startswith("the words of the slide `mmm")
    assert all(slide.notes for slide in list(taken.slides.values())[1:])


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


def test_quarto_s_parts_are_taken_in_where_they_are_named(tmp_path: Path) -> None:
    (tmp_path / "_part.qmd").write_text("---\ntitle: no\n---\n## Within\n\n- $x$\n\n{{< include _deep.qmd >}}\n")
    (tmp_path / "_deep.qmd").write_text("- deep\n")
    text = "---\nformat: revealjs\n---\n\n## A\n\n- a\n\n{{< include _part.qmd >}}\n\n## B\n\n- b\n\n"
    text += "{{< include gone.qmd >}}\n\n```\n{{< include kept.qmd >}}\n```\n\n{{< include /../../x.qmd >}}\n"
    taken = Taken(tmp_path, text, "deck.qmd")
    assert list(taken.slides)[:3] == ["a", "within", "b"]
    assert "deep" in said(taken.slides["within"])
    assert "include kept.qmd" in taken.outline
    assert taken.changed == ["a formula, which stands there as it is written: $x$"]
    assert taken.changed_lines == [9]
    assert [(line, what) for line, what in taken.told if "another file" in what] == [
        (15, "another file: gone.qmd: there is no such file"),
        (21, "another file: /../../x.qmd: it is not in the folder of these slides"),
    ]


def test_parts_of_quarto_that_name_each_other_end(tmp_path: Path) -> None:
    (tmp_path / "_part.qmd").write_text("- in it\n\n{{< include _part.qmd >}}\n")
    taken = Taken(tmp_path, "---\nformat: revealjs\n---\n\n## A\n\n- a\n\n{{< include _part.qmd >}}\n", "deck.qmd")
    assert taken.whats() == ["another file: _part.qmd: files name each other over and over"]


def test_links_in_notes_are_kept_or_told(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"{MARP}# A\n\n- a\n\n<!-- See [it](https://example.org/x) and [more](more.md). -->\n")
    assert "https://example.org/x" in taken.outline
    assert taken.whats() == ["in notes, where a link leads: more.md"]


def test_headings_of_pandoc_may_be_underlined_and_rules_may_be_on_slides(tmp_path: Path) -> None:
    text = "---\ntitle: |\n    | One\n    | Two\nbibliography: b.bib\n...\n\nFirst thing\n-----------\n\n- a\n\n"
    taken = Taken(tmp_path, f"{text}Second *thing*\n--------------\n\n- b\n\n. . .\n\nThird\n-----\n\n- c\n")
    assert list(taken.slides) == ["cover", "first-thing", "second-thing", "third"]
    assert said(taken.slides["cover"]) == ["One Two"]


LATEX = r"""
## A

\vspace{.5cm}

\begin{forest}
  [a [b]]
\end{forest}

\alert{Mind} the \texttt{gap}, see \url{https://example.org}

\begin{center}
kept
\end{center}

- costs $5 \times 6$
"""


def test_what_only_latex_sets_is_told(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"---\naspectratio: 169\n---\n{LATEX}".replace("\\\\", "\\"))
    assert "**Mind** the `gap`" in taken.outline
    assert "kept" in said(taken.slides["a"])
    assert not {"forest", "vspace", "begin"} & set(taken.outline.replace("{", " ").replace("\\", " ").split())
    whats = taken.whats()
    assert any(what.startswith("what only LaTeX shows") for what in whats)
    assert any(what.startswith("commands of LaTeX that set how it looks: \\vspace") for what in whats)


def test_tables_of_pandoc_in_grids_and_under_dashes(tmp_path: Path) -> None:
    grid = "+-----+-------+\n| a   | b     |\n+=====+=======+\n| 1   | two   |\n|     | lines |\n+-----+-------+\n"
    dashes = "  Right  Left\n-------  ------\n     12  twelve\n      1  one\n"
    taken = Taken(tmp_path, f"---\naspectratio: 169\n---\n\n## A\n\n{grid}\n## B\n\n{dashes}\n## C\n\n- c\n")
    assert [slide.layout for slide in taken.slides.values()] == ["table", "table", "bullets"]
    assert said(taken.slides["a"]) == ["A", "a", "b", "1", "two lines"]
    assert said(taken.slides["b"])[1:] == ["Right", "Left", "12", "twelve", "1", "one"]


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


@pytest.mark.skipif(find_spec("ziamath") is None, reason="draws equations")
def test_formulas_that_stand_alone_become_equations(tmp_path: Path) -> None:
    energy, roots = "# Energy\n\n$$E = mc^2$$\n", "# Roots\n\nAll of them.\n\n$$\nx = \\frac{a}{b}\n$$\n"
    text = f"{energy}\n{roots}\n# Own\n\n```math\na &= b\n```\n"
    taken = Taken(tmp_path, text)
    assert taken.outline.count("layout: equation") == 3
    assert "tex: E = mc^2" in taken.outline
    assert "caption: All of them." in taken.outline
    assert taken.whats() == []


@pytest.mark.skipif(find_spec("ziamath") is None, reason="draws equations")
@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("\\begin{align}\na &= b \\label{x} \\\\\nc &= d \\nonumber\n\\end{align}", ()),
        ("\\begin{equation*}\na = b\n\\end{equation*}", ()),
        ("\\[\na = b\n\\]", ()),
        ("$$ {1|2|all}\na = b\n$$", ("the steps of a formula: {1|2|all}",)),
        ("$$ {1,3|2} {at:1}\na = b\n$$", ("the steps of a formula: {1,3|2}",)),
    ],
)
def test_equations_however_they_begin(written: str, told: tuple[str, ...], tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"## A\n\n{written}\n\n## B\n\n- b\n", "deck.qmd")
    assert taken.slides["a"].layout == "equation"
    assert not {"label", "nonumber"} & set(taken.outline.replace("\\", " ").split())
    assert tuple(taken.whats()) == told


def test_a_formula_that_is_not_known_stays_as_it_is_written(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# Odd\n\n$$\\unknowncommand{x}$$\n\nAnd words.\n")
    assert "layout: equation" not in taken.outline
    assert "\\unknowncommand{x}" in taken.outline


@pytest.mark.parametrize(
    "kept",
    [
        "**13 minutes**",
        "**40** million, and *5* of **7**%, **8**th",
        "*2026*",
        "**100%**, **“Hello”**, she said",
        "x**1**y",
        "**(a)** *b.*",
        "**5***6*",
        "Research & Development",
        "3 * 4 < 13",
        "snake_case_name",
        "~5, [sic]",
        "**A & B**, 5",
    ],
)
def test_markup_that_is_read_the_same_here_stays_as_it_is(kept: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"# A\n\n- Used {kept} a day\n- b\n")
    assert f"Used {kept} a day" in taken.outline
    assert taken.told == ()


@pytest.mark.parametrize(
    ("written", "here"),
    [
        ("\\*no\\*", "\\*no\\*"),
        ("a \\_b\\_", "a \\_b\\_"),
        ("&amp;lt; R&amp;D", "\\&lt; R&D"),
        ("a \\` b `c`", "a \\` b `c`"),
        ("**40** million, *12*th, *5*6", "**40** million, *12*th, *&#53;*6"),
    ],
)
def test_only_what_would_be_read_otherwise_is_escaped(written: str, here: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"# A\n\n- Used {written}\n- b\n")
    assert f"Used {here}" in taken.outline


def test_what_marp_s_front_matter_sets_is_there_or_told(tmp_path: Path) -> None:
    Image.new("RGB", (90, 90)).save(tmp_path / "mark.png")
    matter = (
        "---\nmarp: true\nheader: '![Our mark](mark.png) Wells'\nfooter: 'May **2026**'\n"
        "backgroundColor: #123\nsize: 4:3\n"
        "style: |\n  section { color: red }\nclass: invert\npaginate: true\ntransition: slide\n---\n\n"
    )
    second = (
        "# B\n\n<!-- _backgroundColor: aqua -->\n<!-- _footer: Other -->\n<!-- _paginate: false -->\n\n- ~~old~~ new\n"
    )
    taken = Taken(tmp_path, f"{matter}# A\n\n- a\n\n---\n\n{second}")
    assert "footer: Wells | May **2026**" in taken.outline
    assert "transition: push" in taken.outline
    theme = (tmp_path / "new" / "theme.yaml").read_text(encoding="utf-8")
    assert "size: '4:3'" in theme.replace('"', "'") or "size: 4:3" in theme
    assert "light: pictures/mark.png" in theme
    assert "description: Our mark" in theme
    assert taken.changed == ["the header, which stands in the footer: ![Our mark](mark.png) Wells"]
    assert taken.told == (
        (5, "settings of the whole deck: `backgroundColor`, `style` (line 7), `class` (line 9)"),
        (22, "a setting of a slide: _backgroundColor: aqua"),
        (23, "a footer of single slides: Other"),
        (26, "the line through words: old"),
    )


def test_a_footer_from_a_comment_on_is_the_deck_s(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"{MARP}<!-- footer: Wells -->\n# A\n\n- a\n\n---\n<!-- footer: Later -->\n\n# B\n\n- b\n")
    assert "footer: Wells" in taken.outline
    assert taken.told == ((11, "a footer of single slides: Later"),)


def test_headings_part_slides_where_marp_says_so(tmp_path: Path) -> None:
    taken = Taken(
        tmp_path, "---\nmarp: true\nheadingDivider: 2\n---\n# A\n\n- a\n\n## B\n\n### in B\n\n- b\n\n---\n\n# C\n"
    )
    assert list(taken.slides) == ["a", "b", "c"]


def test_what_is_too_long_for_the_foot_is_told(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"---\nmarp: true\nfooter: {'many words ' * 60}\n---\n# A\n\n- a\n")
    assert "footer" not in taken.outline
    assert taken.told[0][0] == 3
    assert taken.told[0][1].startswith("a footer that has no room: many words")


def test_quarto_s_footer_logo_and_blocks(tmp_path: Path) -> None:
    Image.new("RGB", (90, 90)).save(tmp_path / "mark.png")
    text = """\
---
title: T
format:
  revealjs:
    footer: "Wells"
    logo: mark.png
    theme: dark
---

## A {background-color="aqua" .smaller}

:::: {.columns}
::: {.column width="40%"}
**Before**

dry
:::
::: {.column width="60%"}
After:

- wet
:::
::::

## B

::: {.callout-note}
## Mind this
It is so.
:::

::: {.callout-warning title="Beware"}
It is not.

- so
:::

::: {.r-stack}
Stacked
:::

::: footer
More [here](https://example.org)
:::

::: {.content-hidden when-format="revealjs"}
unseen
:::

## C

:::: columns
::: column
words
:::
::: column
more
:::
::::
"""
    taken = Taken(tmp_path, text, "deck.qmd")
    assert list(taken.slides) == ["cover", "a", "b", "c"]
    assert "footer: Wells" in taken.outline
    assert "pictures/mark.png" in (tmp_path / "new" / "theme.yaml").read_text(encoding="utf-8")
    assert said(taken.slides["a"]) == ["A", "Before", "dry", "After", "wet"]
    assert "> [!NOTE]\n          > **Mind this**\\\n          > It is so." in taken.outline
    blocks = taken.slides["b"].content.text  # type: ignore[attr-defined]
    assert [block.kind for block in blocks] == ["note", "paragraph", "entry", "paragraph", "remark"]
    assert said(taken.slides["b"])[-1] == "More here"
    assert taken.changed == [
        "a callout of more than words, which stands there as text: warning Beware",
        "columns, whose words stand one after the other; a heading over each would keep them side by side",
    ]
    assert taken.told == (
        (7, "settings of the whole deck: `theme`"),
        (10, "a setting of a slide: background-color: aqua"),
        (38, "how a block of words looks: r-stack"),
        (46, "words that its slides do not show: unseen"),
    )


def test_what_pandoc_s_markdown_has_more_than_commonmark(tmp_path: Path) -> None:
    text = """\
## A

H~2~O, x^2^ and y^th^, [Small]{.smallcaps}, ^[first] and [^b]---see [it](https://example.org){target=_blank} `x`{.r}...

[^b]: second
    goes on

    and on

Term
:   one
    goes on

Other

~   two

(@) first
(@good) second

As (@good) shows.

a. one
b. two

#. three

## B

| a | b |
|---|---|
| 1 | 2 |

: The caption {#tbl-x}
"""
    taken = Taken(tmp_path, text, "deck.qmd")
    assert said(taken.slides["a"])[1:] == [
        "H₂O, x² and yth, Small, ¹ and ²—see it x…",
        "Term",
        "one goes on",
        "Other",
        "two",
        "first",
        "second",
        "As (2) shows.",
        "one",
        "two",
        "three",
        "¹ first",
        "² second goes on and on",
    ]
    assert [block.number for block in taken.slides["a"].content.text][5:11] == [1, 2, None, 1, 2, 3]  # type: ignore[attr-defined]
    assert said(taken.slides["b"]) == ["B", "a", "b", "1", "2", "The caption"]
    assert taken.slides["b"].layout == "table"
    assert taken.changed == [
        "raised or lowered signs, which stand on the line: ^th^",
        "a list by letters or signs, which is by numbers: a",
    ]
    assert taken.told == ((3, "how words look: [Small]{.smallcaps}"),)


def test_what_slidev_says_before_the_slides_is_of_the_first_one_too(tmp_path: Path) -> None:
    (tmp_path / "first.md").write_text("# One\n\n- from there\n", encoding="utf-8")
    fonts = "fonts:\n  sans: Roboto\ntransition: slide-left | slide-right\nmdc: true"
    matter = f"---\ntheme: seriph\nsrc: ./first.md\n{fonts}\n---\n"
    taken = Taken(tmp_path, f"{matter}\n---\ntransition: fade\nrouteAlias: second\ndisabled: true\n---\n\n# B\n\n- b\n")
    assert list(taken.slides) == ["one", "second"]
    assert taken.slides["second"].hidden
    assert "transition: push" in taken.outline
    assert "transition: fade" in taken.outline
    assert taken.told == ((2, "settings of the whole deck: `theme`, `fonts` (line 4)"),)


def test_money_is_no_formula(tmp_path: Path) -> None:
    words = "It costs $5 and $10, $5-$10, $1.5m to $2m, US$5 to US$7, $40/$50, from $20 to 30$ a day"
    taken = Taken(tmp_path, f"# A\n\n- {words}\n- b\n")
    assert f"- {words}" in taken.outline
    assert (taken.changed, taken.told) == ([], ())


def test_a_deck_that_says_neither_its_language_nor_its_author_is_told(tmp_path: Path) -> None:
    for name, matter, told in (
        ("a.md", "marp: true", "language (here `en`) and its author (here `Who presents this`)"),
        ("b.md", "marp: true\nauthor: Ana", "language (here `en`)"),
        ("c.md", "marp: true\nauthor: Ana\nlang: fr", ""),
    ):
        (tmp_path / name).write_text(f"---\n{matter}\n---\n\n# A\n\n- a\n", encoding="utf-8")
        what = f"the deck does not say its {told}: write yours at the top of the outline"
        assert begin_from(tmp_path / name, tmp_path / name[0]).changed == (((1, what),) if told else ())


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


def test_marp_ends_lines_and_shows_entries_one_by_one(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"{MARP}# A\n\none\ntwo\n\n* three\n\n---\n\n# B\n\none\ntwo\n\n- three\n")
    assert taken.outline.count("one\\\n          two") == 2
    assert taken.slides["a"].reveal
    assert not taken.slides["b"].reveal


def test_pictures_of_pandoc_have_their_words_as_captions(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    taken = Taken(tmp_path, "## A\n\n![A well](a.png)\n\n## B\n\n![](a.png){height=1}\\ ![](a.png)\n", "deck.qmd")
    assert said(taken.slides["a"]) == ["A", "A well", "A well"]
    assert said(taken.slides["b"]) == ["B"]
    assert "\\" not in taken.outline


def test_addresses_are_no_text(tmp_path: Path) -> None:
    address = "https://example.org/~ana/a--b...c/~x"
    taken = Taken(tmp_path, f"## A\n\n- [see]({address}) <{address}> {address}\n- a -- b\n", "deck.qmd")
    assert f"[see]({address}) [{address}]({address}) {address}" in taken.outline.replace("\\", "")
    assert "a – b" in taken.outline


def test_figures_of_a_table_stay_at_the_end_of_their_columns(tmp_path: Path) -> None:
    table = "| a | b | c |\n|---|--:|:-:|\n| x | 1 | 2 |\n"
    taken = Taken(tmp_path, f"# A\n\n{table}\n---\n\n# B\n\n- b\n\n{table}\n---\n\n# C\n\n-\n\nwords\n")
    assert taken.outline.count("align: end") == 1
    assert "| --- | ---: | --- |" in taken.outline
    assert said(taken.slides["c"]) == ["C", "words"]


@pytest.mark.skipif(find_spec("ziamath") is None, reason="draws equations")
def test_equations_right_under_words_and_for_latex_alone(tmp_path: Path) -> None:
    under = "## A\n\nWords\n$$ {1|2}\na = b\n$$\nand more\n\n- so $$ c $$ is\n"
    raw = "## B\n\n```{=tex}\n\\begin{align}\na &= b\n\\end{align}\n```\n"
    taken = Taken(tmp_path, f"{under}\n{raw}", "deck.qmd")
    kinds = [block.kind for block in taken.slides["a"].content.text]  # type: ignore[attr-defined]
    assert kinds == ["paragraph", "equation", "paragraph", "entry"]
    assert taken.slides["b"].layout == "equation"
    assert taken.whats() == ["the steps of a formula: {1|2}"]


def test_footers_of_slides_are_read_as_their_texts_are(tmp_path: Path) -> None:
    footer = "format:\n  revealjs:\n    footer: <b>Wells</b> {{< meta x >}}"
    matter = f"---\ntitle: T\nauthor: Ana\ninstitute: Home\n{footer}\n---\n\n"
    own = "::: footer\nPress {{< kbd m mac=n >}} {{< fa star >}} H~2~O\n:::"
    taken = Taken(tmp_path, f"{matter}## A\n\n- a\n\nwords\n\n{own}\n", "deck.qmd")
    assert said(taken.slides["cover"]) == ["T", "Ana, Home"]
    assert "footer: '**Wells**'" in taken.outline
    assert said(taken.slides["a"])[-1] == "Press m H₂O"
    assert taken.whats() == [
        "what another program puts in: {{< meta x >}}",
        "what another program puts in: {{< fa star >}}",
    ]


def test_of_slidev_s_comments_the_last_is_the_speaker_s(tmp_path: Path) -> None:
    slide = "# A\n\n<!-- for me -->\n\n- <code>```md</code> &amp; more\n\n<!-- say so -->\n"
    taken = Taken(tmp_path, f"---\nmdc: true\n---\n\n{slide}\n---\n\n# B\n\n- b\n")
    assert taken.slides["a"].notes
    assert taken.slides["a"].notes.plain == "say so"
    assert taken.told == ((7, "a comment: for me"),)
    assert said(taken.slides["a"])[1] == "```md & more"


def test_pictures_beside_words_are_whole_but_for_those_that_cover(tmp_path: Path) -> None:
    Image.new("RGB", (100, 90)).save(tmp_path / "a.png")
    slides = [
        f"# {name}\n\n![{words}](a.png)\n\nOne.\n\nTwo.\n"
        for name, words in (("A", ""), ("B", "bg left"), ("C", "bg right:40% 80%"), ("D", "bg right:40%"))
    ]
    taken = Taken(tmp_path, MARP + "\n---\n\n".join(slides))
    pictures = taken.outline.split("layout: picture")[1:]
    assert ["fit: whole" in each for each in pictures] == [True, False, True, False]
    assert ["place: left" in each for each in pictures] == [True, True, False, False]
    assert all("text: |-\n          One.\n\n          Two." in each for each in pictures)


def test_words_without_room_stand_in_the_notes(tmp_path: Path) -> None:
    wide = "w" * 300
    listed = f"- see\n  - and **so**\n\n  ```sh\n  {wide}\n  ```\n"
    taken = Taken(
        tmp_path, f"{MARP}# A\n\n{listed}\n<!-- <b>Said</b> ~~not~~ <div>here</div> -->\n\n---\n\n# B\n\n- b\n"
    )
    notes = taken.slides["a"].notes
    assert notes
    shown = "\n".join("".join(run.text for run in each.runs) for each in notes.paragraphs)
    assert [each in shown for each in ("see", "and so", wide, "Said", "here", "<div>")] == [True] * 5 + [False]
    what = "the words of the slide `a`, which stand in its speaker’s notes: they do not fit; shorten or part it"
    assert what in taken.changed
    assert "in notes, the line through words: not" in taken.whats()


def test_spaces_that_hold_a_place_open_are_one(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"# A\n\n- 10&nbsp;km\n- a{'&nbsp;' * 90}b\n\n  c\n\n---\n\n# B\n\n- b\n")
    assert said(taken.slides["a"]) == ["A", "10\N{NO-BREAK SPACE}km", "a b c"]
    assert any("\v" in run.text for _, text in taken.slides["a"].content.texts() for run in text.paragraphs[0].runs)


def test_links_and_pictures_may_be_defined_on_another_slide(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    defined = "[wells]: https://example.org/wells\n[shown]: a.png\n\n```\n[code]: https://example.org/code\n```\n"
    taken = Taken(
        tmp_path, f"# A\n\n- see [wells], [here][wells] and [code]\n\n![A well][shown]\n\n---\n\n# B\n\n{defined}"
    )
    assert "[wells](https://example.org/wells), [here](https://example.org/wells)" in taken.outline
    assert "[code](" not in taken.outline
    assert "A well" in said(taken.slides["a"])


def test_code_and_words_under_an_entry_stay_in_their_order(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A\n\n- do\n\n  ```sh\n  ls\n  ```\n\n  then this\n\n- go\n\n---\n\n# B\n\n- b\n")
    blocks = taken.slides["a"].content.text  # type: ignore[attr-defined]
    assert [(block.kind, block.level) for block in blocks] == [
        ("entry", 1),
        ("code", 1),
        ("paragraph", 1),
        ("entry", 1),
    ]
