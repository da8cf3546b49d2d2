"""What Marp, Slidev, Pandoc and Quarto show or do not show is shown or not shown here, and what is lost is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deck.cli import main
from tests.starting.taken import MARP, Taken, said


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


def test_pictures_keep_their_descriptions(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    first, second = '![](a.png){width=50% fig-alt="It *falls* from 1 to 0."}', '![See](a.png){fig-alt="It falls"}'
    text = f"# A\n\n{first}\n\n---\n\n# B\n\n{second}\n"
    taken = Taken(tmp_path, text)
    assert "It *falls* from 1 to 0." in said(taken.slides["a"])
    assert said(taken.slides["b"])[1:] == ["It falls", "See"]


def test_a_description_for_those_who_do_not_see_is_no_caption(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    shown = ['![](a.png){fig-alt="A well"}', '![](a.png){alt-text="A well"}', '![Dug](a.png){fig-alt="A well"}']
    text = "\n\n".join(f"## {name}\n\n{picture}" for name, picture in zip("ABC", shown, strict=True))
    taken = Taken(tmp_path, text, "deck.qmd")
    assert said(taken.slides["a"]) == ["A", "A well"]
    assert said(taken.slides["b"]) == ["B", "A well"]
    assert said(taken.slides["c"]) == ["C", "A well", "Dug"]
    assert "caption: Dug" in taken.outline
    assert taken.outline.count("caption") == 1


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("The dam on the right at 12:30, 50% full", "The dam on the right at 12:30, 50% full"),
        ("w:300 The left bank, see https://example.org", "The left bank, see https://example.org"),
        ("bg left:40% 80% blur:2px Water", "Water"),
        ("center", ""),
        ("fit height:40", ""),
    ],
)
def test_of_a_picture_s_words_only_those_for_its_look_go(tmp_path: Path, words: str, kept: str) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    taken = Taken(tmp_path, f"{MARP}# A\n\n![{words}](a.png)\n\n- a\n\n---\n\n# B\n\n- b\n")
    assert f"description: {kept}\n" in taken.outline if kept else "description" not in taken.outline


def test_a_deck_is_called_as_its_cover_where_it_does_not_say_how(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "Wells for *all*\n\n---\n\n## What we do\n\n- a\n")
    assert taken.outline.startswith("presentation:\n  title: Wells for all\n")
    assert taken.sections == ["Wells for all"]


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


def test_what_does_not_fit_together_stands_on_several_slides(tmp_path: Path) -> None:
    code = "\n".join(f"line({number})" for number in range(60))
    taken = Taken(tmp_path, f"{MARP}# A\n\nFirst do\n\n```python\n{code}\n```\n\nand be glad.\n\n<!-- told -->\n")
    assert [slide.layout for slide in taken.slides.values()] == ["text", "code", "text"]
    assert taken.slides["a"].notes
    assert taken.changed == ["“A” is 3 slides, `a` to `a-3`: together it does not fit; shorten it to have one"]
    assert taken.whats() == []


def test_tables_pictures_and_texts_stand_together(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    table = "| a | b |\n|---|---|\n| 1 | x \\| y |"
    taken = Taken(tmp_path, f"# A\n\nSo it is:\n\n{table}\n\n![A [new] well](a.png)\n\n- and so\n")
    blocks = taken.slides["a"].content.text  # type: ignore[attr-defined]
    assert [block.kind for block in blocks] == ["paragraph", "table", "picture", "entry"]
    assert blocks[2].picture.description.plain == "A [new] well"
    assert "x | y" in said(taken.slides["a"])


def test_a_slide_whose_title_is_too_long_is_there_with_less_of_it(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"# A\n\n- a\n\n---\n\n# A wood {'W' * 200}\n\n- b\n\n---\n\n# {'M' * 200}\n\n- c\n")
    assert [said(slide)[0] for slide in taken.slides.values()] == ["A", "A wood…", f"{'M' * 10}…"]
    first, second = (what.partition(",")[0] for what in taken.changed)
    assert first == "the words of the slide `a-wood`"
    assert second.startswith("the words of the slide `mmm")
    assert all(slide.notes for slide in list(taken.slides.values())[1:])


def test_pictures_of_pandoc_have_their_words_as_captions(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    taken = Taken(tmp_path, "## A\n\n![A well](a.png)\n\n## B\n\n![](a.png){height=1}\\ ![](a.png)\n", "deck.qmd")
    assert said(taken.slides["a"]) == ["A", "A well", "A well"]
    assert said(taken.slides["b"]) == ["B"]
    assert "\\" not in taken.outline


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


def test_words_over_a_title_and_all_words_under_it_are_there(tmp_path: Path) -> None:
    first = "Course five\n\n# Bees\n\nAna Lee\n\nGeneva\n"
    lead = "<!-- _class: lead -->\n# Honey\n\none\n\ntwo\n"
    taken = Taken(tmp_path, f"{MARP}{first}\n---\n\n{lead}\n---\n\nKicker\n\n## Wax\n\n- a\n")
    assert said(taken.slides["bees"]) == ["Bees", "Course five Ana Lee Geneva"]
    assert said(taken.slides["honey"]) == ["Honey", "one two"]
    assert said(taken.slides["wax"]) == ["Wax", "Kicker", "a"]


def test_words_of_a_title_s_slide_that_have_no_room_under_it_stand_on_it(tmp_path: Path) -> None:
    lead = "<!-- _class: lead -->\n# Honey\n\n" + "".join(f"line {at}\n\n" for at in range(12))
    taken = Taken(tmp_path, f"{MARP}# A\n\n- a\n\n---\n\n{lead}")
    assert "line 11" in said(taken.slides["honey"])[-1]


def test_words_after_a_quote_that_are_not_who_said_it_are_there(tmp_path: Path) -> None:
    two = "> Bees first.\n>\n> Then honey.\n"
    taken = Taken(
        tmp_path,
        f"{MARP}# A\n\n> Bees.\n\n– Ana\n\n---\n\n# B\n\n> Bees.\n\nSo it is.\n\n---\n\n# C\n\n{two}\n— Ben\n",
    )
    assert said(taken.slides["a"]) == ["A", "Bees.", "Ana"]
    assert said(taken.slides["b"]) == ["B", "Bees.", "So it is."]
    assert said(taken.slides["c"]) == ["C", "Bees first. Then honey.", "Ben"]


def test_any_slot_of_slidev_is_a_column(tmp_path: Path) -> None:
    text = "# A\n\n- a\n\n::col2::\n\n### Two\n\n- b\n\n---\nlayout: two-cols\n---\n\n### One\n\nc\n\n::bottom::\n\nd\n"
    taken = Taken(tmp_path, text)
    assert [line for line, what in zip(taken.changed_lines, taken.changed, strict=True) if "columns" in what] == [1, 14]


def test_attributes_of_a_heading_may_go_over_several_lines(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "hive.png")
    several = '# Part {background-image="hive.png"\n   background-opacity="0.2"\n  .odd}\n'
    code = "```\n## {#id\n  .x}\n```\n"
    taken = Taken(
        tmp_path, f"# First\n\n{several}\n## A {{#first-2\n  .smaller}}\n\n- a {{x\n  y}}\n\n{code}", "deck.qmd"
    )
    assert list(taken.slides) == ["first", "part", "first-2"]
    assert taken.slides["part"].layout == "section"
    assert taken.slides["part"].background
    assert said(taken.slides["first-2"])[1] == "a {x y}"
    assert "## {#id" in taken.outline
    assert taken.told == ((3, "a setting of a slide: .odd"),)


def test_a_picture_behind_with_a_size_of_its_own_is_shown(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "hive.png")
    for at, size in enumerate(("width:400pt height:350pt", "80%", "contain", "h:300px")):
        (tmp_path / str(at)).mkdir()
        Image.new("RGB", (160, 90)).save(tmp_path / str(at) / "hive.png")
        text = f"{MARP}# A\n\n- a\n\n---\n\n# B\n\n![bg {size}](hive.png)\n\nA hive.\n"
        slide = Taken(tmp_path / str(at), text).slides["b"]
        assert (slide.layout, slide.background) == ("picture", None)


def test_latex_s_pictures_and_lines_are_there_or_told(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "hive.png")
    latex = "\\framesubtitle{Look}\n\n- a\n\n\\centerline{\\includegraphics[width=3in]{hive.png}}\n"
    taken = Taken(
        tmp_path, f"---\naspectratio: 169\n---\n\n## A\n\n{latex}\n## B\n\n- b\n\n\\includegraphics{{gone.png}}\n"
    )
    assert "pictures/hive.png" in taken.outline
    assert "Look" in said(taken.slides["a"])
    assert taken.whats() == ["a picture: gone.png: there is no such file"]


def test_signs_where_lines_of_a_paragraph_begin_are_signs(tmp_path: Path) -> None:
    taken = Taken(
        tmp_path, "## Z\n\n- z\n\n## A\n\nWrite:\n\n| To us\n| 1. floor\n| - door\n| # bell\n\n- b\n", "deck.qmd"
    )
    assert said(taken.slides["a"])[1:3] == ["Write:", "To us 1. floor - door # bell"]


LEFT_OUT = (
    "```plantuml\n@startuml\nA->B\n@enduml\n```",
    '<iframe src="https://example.org"></iframe>',
    '<MyChart data="x" />',
    "<my-chart />",
    "{{< video https://example.org/a.mp4 >}}",
    "<<< @/snippets/a.ts",
    "![Bees](missing.png)",
)


@pytest.mark.parametrize("content", LEFT_OUT)
def test_a_slide_whose_content_is_left_out_divides_no_deck(content: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"# Deck\n\n---\n\n## Hive\n\n{content}\n\n---\n\n## Next\n\nwords\n")
    assert taken.slides["hive"].layout == "headline"
    assert "a slide whose title alone stands there, without the rest: Hive" in taken.changed


@pytest.mark.parametrize("content", [*LEFT_OUT, "# <!--fit--> :+1:"])
def test_a_slide_without_a_title_whose_content_is_left_out_is_told(content: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"# Deck\n\n---\n\n{content}\n\n---\n\n## Next\n\nwords\n\n---\n\n<!-- nothing -->\n")
    assert [*taken.slides] == ["deck", "next"]
    assert [what for what in taken.whats() if what.startswith("a slide")] == ["a slide, of which nothing else stays"]


@pytest.mark.parametrize(
    "content", ["", "<br>", '<div class="odd"></div>', "<!-- for the speaker -->", "[a]: https://a.org"]
)
def test_a_title_alone_divides_the_deck(content: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"# Deck\n\n---\n\n## Hive\n\n{content}\n\n---\n\n## Next\n\nwords\n")
    assert taken.slides["hive"].layout == "section"
    assert "title alone" not in str(taken.changed)


def test_what_stands_over_slides_divides_them_also_where_its_content_is_left_out(tmp_path: Path) -> None:
    chunk = "```{r}\n#| echo: false\nplot(bees)\n```"
    head = "---\nformat: revealjs\nslide-level: 2\n---\n\n"
    taken = Taken(tmp_path, f"{head}# First\n\n## A\n\n- a\n\n# Part\n\n{chunk}\n\n## B\n\n{chunk}\n", "deck.qmd")
    assert [taken.slides[name].layout for name in ("part", "b")] == ["section", "headline"]
