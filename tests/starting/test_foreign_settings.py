"""What other programs set for a deck and part its slides by is heeded, or told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deck.starting.markdown_lines import line_of
from deck.starting.new_folder import begin_from
from tests.starting.taken import MARP, Taken, said


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


def test_headings_of_pandoc_may_be_underlined_and_rules_may_be_on_slides(tmp_path: Path) -> None:
    text = "---\ntitle: |\n    | One\n    | Two\nbibliography: b.bib\n...\n\nFirst thing\n-----------\n\n- a\n\n"
    taken = Taken(tmp_path, f"{text}Second *thing*\n--------------\n\n- b\n\n. . .\n\nThird\n-----\n\n- c\n")
    assert list(taken.slides) == ["cover", "first-thing", "second-thing", "third"]
    assert said(taken.slides["cover"]) == ["One Two"]


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


def test_a_deck_that_says_neither_its_language_nor_its_author_is_told(tmp_path: Path) -> None:
    for name, matter, told in (
        ("a.md", "marp: true", "language (here `en`) and its author (here `Who presents this`)"),
        ("b.md", "marp: true\nauthor: Ana", "language (here `en`)"),
        ("c.md", "marp: true\nauthor: Ana\nlang: fr", ""),
    ):
        (tmp_path / name).write_text(f"---\n{matter}\n---\n\n# A\n\n- a\n", encoding="utf-8")
        what = f"the deck does not say its {told}: write yours at the top of the outline"
        assert begin_from(tmp_path / name, tmp_path / name[0]).changed == (((1, what),) if told else ())


def test_marp_ends_lines_and_shows_entries_one_by_one(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"{MARP}# A\n\none\ntwo\n\n* three\n* four\n\n---\n\n# B\n\none\ntwo\n\n- three\n")
    assert taken.outline.count("one\\\n          two") == 2
    assert taken.slides["a"].reveal
    assert not taken.slides["b"].reveal


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


@pytest.mark.parametrize("said", ["qqx-zz9", "english please", "e"])
def test_a_language_that_there_is_not_is_told(said: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: T\nauthor: Ana\nlang: {said}\n---\n\n# A\n\n- a\n", encoding="utf-8")
    new = begin_from(tmp_path / "a.md", tmp_path / "new")
    assert "language: en\n" in new.outline.read_text(encoding="utf-8")
    what = f"its language `{said}`, which names none (here `en`): write yours at the top of the outline"
    assert new.changed == ((4, what),)


def test_a_language_as_systems_name_it_is_known(tmp_path: Path) -> None:
    assert "language: pt-BR\n" in Taken(tmp_path, "---\nlang: pt_BR\n---\n\n# A\n\n- a\n").outline


SLIDEV_ALONE = "layout: cover\nbackground: none.png\nsrc: ./a.md\nhide: true\ndisabled: true\nimage: none.png\n"


def test_what_only_slidev_says_before_the_slides_is_told_elsewhere(tmp_path: Path) -> None:
    for name, program in (("a.md", "marp: true"), ("a.qmd", "format: revealjs")):
        (tmp_path / name).write_text(f"---\n{program}\n{SLIDEV_ALONE}---\n\n## A\n\n- a\n", encoding="utf-8")
        (what,) = (what for _, what in begin_from(tmp_path / name, tmp_path / f"new-{name}").left_out)
        names = [each.split("`")[1] for each in what.partition(": ")[2].split(", ")]
        assert names == ["layout", "background", "src", "hide", "disabled", "image"]


def test_slidev_s_own_settings_of_a_slide_are_heeded_or_told(tmp_path: Path) -> None:
    slides = (
        "layout: my-own",
        "layout: two-cols\nhide: yes",
        "background: '#123'\nhide: false",
        "background: linear-gradient(0.5turn, red, blue)\ndisabled: 1",
    )
    parts = (f"---\n{each}\n---\n\n# {name}\n\n- x\n\n" for name, each in zip("BCDE", slides, strict=True))
    matter = "---\nlayout: iframe\nurl: https://example.org\nrouteAlias: one\nmdc: true\n---\n\n"
    taken = Taken(tmp_path, f"{matter}# A\n\n- a\n\n{''.join(parts)}")
    assert [name for name, slide in taken.slides.items() if slide.hidden] == ["c", "e"]
    assert next(iter(taken.slides)) == "one"
    assert taken.whats() == [
        "a page of the web on a slide: https://example.org",
        "a setting of a slide: layout: my-own",
        "a setting of a slide: background: #123",
        "a setting of a slide: background: linear-gradient(0.5turn, red, blue)",
    ]


def test_a_setting_is_found_however_its_name_is_written() -> None:
    lines = ["---", "a:", '  - "Title" : x', "title-page: y", "  'lang': z", "FOOTER: w", "---"]
    assert [line_of(name, lines) for name in ("title", "lang", "footer", "none")] == [
        (3, "Title"),
        (5, "lang"),
        (6, "FOOTER"),
        (1, "none"),
    ]


def test_what_md2pptx_has_before_its_slides_is_no_slide(tmp_path: Path) -> None:
    head = "template: Our Template.pptx\nbaseTextSize: 20\n"
    taken = Taken(tmp_path, f"{head}\n# Wells\nFor all\n\n## Dig\n\n### How deep\n\n* 40 m\n\n### How wide\n\n* 1 m\n")
    assert [slide.layout for slide in taken.slides.values()] == ["title", "section", "bullets", "bullets"]
    assert taken.whats() == ["settings of the whole deck: `template`, `baseTextSize` (line 2)"]


def test_a_first_paragraph_with_a_colon_is_none_of_md2pptx(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "template: our way of work\nin all words\n\n---\n\n# A\n\nwords\n")
    assert said(next(iter(taken.slides.values())))[0] == "template: our way of work in all words"


def test_a_title_and_a_date_may_be_lists(tmp_path: Path) -> None:
    head = "---\ntitle:\n- Wells for all\nsubtitle:\n- Now\ndate:\n- May 2026\naspectratio: 169\n---\n\n"
    taken = Taken(tmp_path, f"{head}# A\n\nwords\n")
    assert taken.outline.startswith("presentation:\n  title: Wells for all\n")
    assert "Now\n          May 2026" in taken.outline
    assert taken.told == ()
